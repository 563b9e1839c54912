"""The table of a pressure response: a row for every participating Member State, typed into like a spreadsheet."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import RecordPressurePlan
from desktop_app.calc.entry_plan_pressure import latest_pressure_plan, value_of, with_value
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.views.language import state_name, tr
from desktop_app.views.pressure_table.columns import HEADINGS, LAYOUT, ON_THE_FORM, TYPED, Column, column_called, id_of
from desktop_app.views.pressure_table.entries import PressureEntries
from desktop_app.views.pressure_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.pressure_table.totals import FIGURES, TotalsRow, totals_cells
from desktop_app.views.pressure_table.words import nobody_words, note_of
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.participants import ParticipantsTable, Sorted
from desktop_app.views.typed_table.participants_model import ParticipantsModel, TotalsModel


class PressureTableModel(ParticipantsModel[Subject]):
    """The participating Member States with their plans."""

    def subjects_of(self, assessment: PressureAssessment) -> Sequence[Subject]:
        """Gather what the rows are made from."""
        return subjects_of(assessment)

    def cells_of(self, subject: Subject) -> tuple[Cell, ...]:
        """Return the cells of a row."""
        return cells_of(subject)

    def takes_entry(self, row: int, column: int) -> bool:
        """Tell whether something is typed into a cell: of a state that is asked for a plan."""
        subject = self.subject(row)
        return column in TYPED and subject is not None and subject.row.is_asked


class PressureTable(ParticipantsTable[PressureTableModel]):
    """What is typed of the plans of Annex II; their forms are asked for at ``"plan"`` or ``"reduction"``."""

    _first_column = int(Column.APPLICANTS)
    _figures = FIGURES

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        model, totals = PressureTableModel(LAYOUT), TotalsModel(LAYOUT, len(TotalsRow), totals_cells)
        super().__init__(model, totals, PressureEntries(), tr("Plans"), parent)
        self.setAccessibleName(tr("Table of the pressure response"))

    def why_not(self, row: int, column: int) -> str:
        """Say why nothing is typed into a cell."""
        subject, of = self.model.subject(row), Column(column)
        if subject is None:
            return tr("No Member State takes part yet: fill in the key (Ctrl+K).")
        if not subject.row.is_asked and (of in TYPED or of in ON_THE_FORM):
            return tr("{state} benefits: nobody asks it for a plan (Art. 52(1)).", state=state_name(subject.code))
        if of in ON_THE_FORM:
            return tr("The {spoken} stands on the form: F2 opens it.", spoken=HEADINGS[of].spoken)
        if of is Column.SET:
            return tr("Who sets the types follows from the plan and its day: type its shares, or what measures cover.")
        return tr(
            "The {spoken} is not typed here: type the shares of the types, or what measures cover.",
            spoken=HEADINGS[of].spoken,
        )

    def _column_called(self, identifier: str) -> int:
        return column_called(identifier)

    def _id_of(self, column: int) -> str:
        return id_of(Column(column))

    def _nobody_words(self, assessment: PressureAssessment) -> str:
        return nobody_words(assessment)

    def _note_of(self, assessment: PressureAssessment, sorted_by: Sorted) -> str:
        return note_of(assessment, sorted_by)

    def _emptied(self, assessment: PressureAssessment, code: str, column: int) -> RecordPressurePlan | None:
        figure, plan = TYPED[Column(column)], latest_pressure_plan(assessment.forum, code)
        return RecordPressurePlan(with_value(plan, figure, Fraction(0))) if value_of(plan, figure) else None

    def _form_part(self, row: int, column: int) -> str | None:
        subject = self.model.subject(row)
        return None if subject is None or not subject.row.is_asked else ON_THE_FORM.get(Column(column))
