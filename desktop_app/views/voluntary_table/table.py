"""The table of signatories, typed into like a spreadsheet."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetVoluntary
from desktop_app.calc.member_states import NAMES
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.participants import ParticipantsTable, Sorted
from desktop_app.views.typed_table.participants_model import ParticipantsModel, TotalsModel
from desktop_app.views.voluntary_table.columns import (
    ELSEWHERE,
    HEADINGS,
    IN_THE_PANEL,
    LAYOUT,
    TYPED,
    Column,
    column_called,
    id_of,
)
from desktop_app.views.voluntary_table.entries import VoluntaryEntries, place_of, pledge_at, value_of, with_value
from desktop_app.views.voluntary_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.voluntary_table.totals import FIGURES, TotalsRow, totals_cells
from desktop_app.views.voluntary_table.words import nobody_words, note_of


class VoluntaryTableModel(ParticipantsModel[Subject]):
    """The signatories with their pledges."""

    def subjects_of(self, assessment: VoluntaryAssessment) -> Sequence[Subject]:
        """Gather what the rows are made from."""
        return subjects_of(assessment)

    def cells_of(self, subject: Subject) -> tuple[Cell, ...]:
        """Return the cells of a row."""
        return cells_of(subject)

    @property
    def names(self) -> Mapping[str, str]:
        """The states that typed letters can mean: the signatories first, associated states among them."""
        return {code: state_name(code) for code in dict.fromkeys((*self.protocol_order, *NAMES))}

    def takes_entry(self, row: int, column: int) -> bool:
        """Tell whether something is typed into a cell: of a state that has not withdrawn, one pledge at a time."""
        subject = self.subject(row)
        return column in TYPED and subject is not None and not _has_left(subject) and not is_split(subject, column)


class VoluntaryTable(ParticipantsTable[VoluntaryTableModel]):
    """What is typed of the pledges; the panel of F4 is asked for at one of its fields, such as ``"project"``."""

    _first_column = int(Column.RELOCATIONS)
    _figures = FIGURES
    _enter_opens = frozenset({int(Column.PROJECT), int(Column.SERVED)})
    _one_at_a_time = marked("Pledges are typed one number at a time: copy a single cell and paste it here.")

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        model, totals = VoluntaryTableModel(LAYOUT), TotalsModel(LAYOUT, len(TotalsRow), totals_cells)
        super().__init__(model, totals, VoluntaryEntries(), tr("Pledges"), parent)
        self.setAccessibleName(tr("Table of the voluntary mechanism"))

    def why_not(self, row: int, column: int) -> str:
        """Say why nothing is typed into a cell."""
        subject, of = self.model.subject(row), Column(column)
        if subject is None:
            return tr("No state has signed yet: Forum ▸ Mechanism and signatories (Ctrl+Shift+R).")
        if of in TYPED and _has_left(subject):
            return _left_words(subject)
        if of in TYPED:
            return tr("{state} has several pledges here: F2 opens them.", state=state_name(subject.code))
        if of in IN_THE_PANEL:
            return tr("The {spoken} stands with the pledges: Enter or F2 opens them.", spoken=HEADINGS[of].spoken)
        if of in ELSEWHERE:
            return tr("This is edited in {elsewhere}.", elsewhere=ELSEWHERE[of])
        return tr("The {spoken} is worked out: type relocations or money.", spoken=HEADINGS[of].spoken)

    def _column_called(self, identifier: str) -> int:
        return column_called(identifier)

    def _id_of(self, column: int) -> str:
        return id_of(Column(column))

    def _nobody_words(self, assessment: VoluntaryAssessment) -> str:
        return nobody_words(assessment)

    def _note_of(self, assessment: VoluntaryAssessment, sorted_by: Sorted) -> str:
        return note_of(assessment, sorted_by)

    def _emptied(self, assessment: VoluntaryAssessment, code: str, column: int) -> SetVoluntary | None:
        kind, forum = TYPED[Column(column)], assessment.forum
        place = place_of(forum, code, kind)
        if place is None or not value_of(pledge_at(forum, code, place), kind):
            return None
        return with_value(forum, code, place, kind, 0)

    def _form_part(self, row: int, column: int) -> str | None:
        subject, of = self.model.subject(row), Column(column)
        if subject is None:
            return None
        if of in TYPED and is_split(subject, of):
            return TYPED[of].value
        return IN_THE_PANEL.get(of)


def is_split(subject: Subject, column: int) -> bool:
    """Tell whether several pledges have a figure of a typed column, so that no number can be typed for all of them."""
    return sum(bool(value_of(each, TYPED[Column(column)])) for each in subject.pledges) > 1


def _has_left(subject: Subject) -> bool:
    return subject.signatory is not None and subject.signatory.withdrawn is not None


def _left_words(subject: Subject) -> str:
    left, state = subject.signatory.withdrawn if subject.signatory else None, state_name(subject.code)
    if left is None:
        return tr("{state} left the mechanism: it pledges no more.", state=state)
    return tr("{state} left the mechanism on {day}: it pledges no more.", state=state, day=left)
