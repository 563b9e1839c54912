"""What stands under and over the table of plans: what is still missing, and in what order its rows stand."""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.plan_table.columns import LAYOUT, Column
from desktop_app.views.typed_table.participants import Sorted, order_words

_WAYS: Final[Mapping[int, tuple[str, str]]] = {
    Column.SUBMITTED: ("earliest", "latest"),
    Column.SET: (marked("open ones"), marked("the Commission's")),
}
"""What comes first in columns of neither numbers nor words."""


def nobody_words(assessment: SearchAndRescueAssessment) -> str:
    """Say what to do where no Member State has a row."""
    if assessment.rows:
        return ""
    return tr(
        "No Member State takes part yet.\n"
        "Fill in the key (Ctrl+K): who takes part, with population and GDP.\n"
        "Then enter the report and the requests (Ctrl+Shift+R)."
    )


def note_of(assessment: SearchAndRescueAssessment, sorted_by: Sorted) -> str:
    """Say what is missing for the figures, what a top-up did, and how the rows are sorted; empty where all is plain."""
    parts = (_missing(assessment), _top_up(assessment), order_words(sorted_by, LAYOUT.headings, _WAYS))
    return " ".join(shown(each) for each in parts if each)


def _missing(assessment: SearchAndRescueAssessment) -> str:
    if not assessment.rows:
        return ""
    report = assessment.forum.search_and_rescue.report
    if not report.benefitting:
        return tr("Nothing is asked yet: enter the report and the requests (Ctrl+Shift+R).")
    if assessment.totals.relocations is None:
        return tr("The report's relocations are not all entered: the total is not known (Ctrl+Shift+R).")
    if any(row.share is None for row in assessment.rows):
        return tr("The key is not complete: population or GDP of a Member State is missing (Ctrl+K).")
    return ""


def _top_up(assessment: SearchAndRescueAssessment) -> str:
    totals = assessment.totals
    if totals.relocations is None or totals.relocations_before_top_up is None:
        return ""
    before, after = wording.persons(totals.relocations_before_top_up), wording.persons(totals.relocations)
    article = tr("Art. {value}", value=ActPath.STILL_SHORT.value)
    return tr(
        "Top-up ({article}): the total went from {before} to {after}; numbers stand as before → after. "
        "What is asked and pledged is of the report.",
        article=article,
        before=before,
        after=after,
    )
