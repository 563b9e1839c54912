"""What stands under and over the table: what is still missing, and in what order its rows stand."""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.pressure_table.columns import LAYOUT, Column
from desktop_app.views.typed_table.participants import Sorted, order_words

_WAYS: Final[Mapping[int, tuple[str, str]]] = {
    Column.SUBMITTED: ("earliest", "latest"),
    Column.REQUESTED: (marked("those that do not ask"), marked("those that ask")),
    Column.SET: (marked("open ones"), marked("the Commission's")),
}
"""What comes first in columns of neither numbers nor words."""


def nobody_words(assessment: PressureAssessment) -> str:
    """Say what to do where no Member State has a row."""
    if assessment.rows:
        return ""
    return tr(
        "No Member State takes part yet.\n"
        "Fill in the key (Ctrl+K): who takes part, with population and GDP.\n"
        "Then enter the assessment (Ctrl+Shift+M) and the report (Ctrl+Shift+R)."
    )


def note_of(assessment: PressureAssessment, sorted_by: Sorted) -> str:
    """Say what is missing for the figures, and how the rows are sorted; empty where all is plain."""
    return " ".join(
        shown(each) for each in (_missing(assessment), order_words(sorted_by, LAYOUT.headings, _WAYS)) if each
    )


def _missing(assessment: PressureAssessment) -> str:
    if not assessment.rows:
        return ""
    report = assessment.forum.migratory_pressure.report
    if not report.under_pressure:
        return tr("The report finds no pressure: nobody is asked (Art. 51(2)).")
    if assessment.totals.total is None:
        return tr(
            "Nothing is asked yet: enter the report with its totals of relocation and sponsorship (Ctrl+Shift+R)."
        )
    if any(row.share is None for row in assessment.rows):
        return tr("The key is not complete: population or GDP of a Member State is missing (Ctrl+K).")
    return ""
