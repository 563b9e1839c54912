"""What stands under and over the table of signatories: what to do first, and in what order its rows stand."""

from typing import Final

from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.language import shown, tr
from desktop_app.views.typed_table.participants import Sorted, order_words
from desktop_app.views.voluntary_table.columns import HEADINGS, Column

_WAYS: Final = {int(Column.SIGNED): ("earliest", "latest")}
"""What comes first in a column of neither numbers nor words."""


def nobody_words(assessment: VoluntaryAssessment) -> str:
    """Say what to do where no state has a row."""
    if assessment.rows:
        return ""
    return tr(
        "No state has signed the declaration yet.\n"
        "Enter mechanism and signatories (Ctrl+Shift+R): Member States, Norway, Liechtenstein, Switzerland.\n"
        "Then what is needed (Ctrl+Shift+N), and type the pledges here."
    )


def note_of(assessment: VoluntaryAssessment, sorted_by: Sorted) -> str:
    """Say what is not recorded yet, and how the rows are sorted; empty where all is plain."""
    missing = ""
    if assessment.rows and not assessment.needs:
        missing = tr("No need is recorded yet: enter what the benefitting Member States need (Ctrl+Shift+N).")
    order = order_words(sorted_by, {int(column): heading for column, heading in HEADINGS.items()}, _WAYS)
    return " ".join(shown(each) for each in (missing, order) if each)
