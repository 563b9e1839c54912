"""Headings of the columns that the tables of Annex I and Annex II have in common."""

from typing import Final

from desktop_app.views.plan_form.annex import Annex
from desktop_app.views.typed_table.layout import Measure, TableHeading

MEMBER_STATE: Final = TableHeading(
    "Member State",
    "and its plan",
    "Member State",
    "",
    "",
    "In protocol order. Type a code or a name to jump.",
    is_number=False,
)
SHARE: Final = TableHeading(
    "Share",
    "%",
    "share in percent",
    "share_percent",
    "",
    "Distribution key, benefitting states included, Art. 54 and Annex III.",
    measure=Measure.PERCENT,
)


def reference(annex: Annex) -> TableHeading:
    """Return the heading of the reference numbers."""
    return TableHeading(
        "Reference",
        "(Rev)",
        "reference of the plan",
        "",
        "",
        f"Reference number with the mark of the latest revision, {annex.footnote}. F2 opens the form.",
        is_number=False,
        full="Reference (Rev)",
    )


def submitted(annex: Annex) -> TableHeading:
    """Return the heading of the days of submission."""
    return TableHeading(
        "Handed in",
        "latest",
        "day of submission",
        "",
        "",
        f"Day on which the latest revision was handed in, Art. {annex.handed_in}, {annex.revised}. F2 opens the form.",
        is_number=False,
    )
