"""Headings of the columns that the tables of Annex I and Annex II have in common."""

from typing import Final

from desktop_app.views.language import marked
from desktop_app.views.plan_form.annex import Annex
from desktop_app.views.typed_table.layout import Measure, TableHeading

MEMBER_STATE: Final = TableHeading(
    marked("Member State"),
    marked("and its plan"),
    marked("Member State"),
    "",
    "",
    marked("In protocol order. Type a code or a name to jump."),
    is_number=False,
)
SHARE: Final = TableHeading(
    marked("Share"),
    "%",
    marked("share in percent"),
    "share_percent",
    "",
    marked("Distribution key, benefitting states included, Art. 54 and Annex III."),
    measure=Measure.PERCENT,
)


def reference(annex: Annex) -> TableHeading:
    """Return the heading of the reference numbers."""
    return TableHeading(
        marked("Reference"),
        marked("(Rev)"),
        marked("reference of the plan"),
        "",
        "",
        marked(
            "Reference number with the mark of the latest revision, {footnote}. F2 opens the form.",
            footnote=annex.footnote,
        ),
        is_number=False,
        full=marked("Reference (Rev)"),
    )


def submitted(annex: Annex) -> TableHeading:
    """Return the heading of the days of submission."""
    return TableHeading(
        marked("Handed in"),
        marked("latest"),
        marked("day of submission"),
        "",
        "",
        marked(
            "Day on which the latest revision was handed in, Art. {handed_in}, {revised}. F2 opens the form.",
            handed_in=annex.handed_in,
            revised=annex.revised,
        ),
        is_number=False,
    )
