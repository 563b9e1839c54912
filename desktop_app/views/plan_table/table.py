"""The table of plans: a row for every participating Member State, typed into like a spreadsheet."""

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import RecordPlan
from desktop_app.calc.entry_plan import latest_plan, with_figure
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.language import state_name, tr
from desktop_app.views.plan_table.columns import HEADINGS, ON_THE_FORM, TYPED, Column, column_called, id_of
from desktop_app.views.plan_table.entries import PlanEntries
from desktop_app.views.plan_table.model import PlanTableModel, PlanTotalsModel
from desktop_app.views.plan_table.totals import FIGURES
from desktop_app.views.plan_table.words import nobody_words, note_of
from desktop_app.views.typed_table.participants import ParticipantsTable, Sorted


class PlanTable(ParticipantsTable[PlanTableModel]):
    """What is typed of the plans of Annex I; their forms are asked for at ``"plan"``, ``"measures"`` or ``"cover"``."""

    _first_column = int(Column.RELOCATIONS)
    _enter_opens = frozenset({int(Column.MEASURES)})
    _figures = FIGURES

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(PlanTableModel(), PlanTotalsModel(), PlanEntries(), tr("Plans"), parent)
        self.setAccessibleName(tr("Table of plans"))

    def why_not(self, row: int, column: int) -> str:
        """Say why nothing is typed into a cell."""
        subject, of = self.model.subject(row), Column(column)
        if subject is None:
            return tr("No Member State takes part yet: fill in the key (Ctrl+K).")
        if subject.row.benefitting and (of in TYPED or of in ON_THE_FORM):
            return tr("{state} benefits: nobody asks it for a plan (Art. 47(3)).", state=state_name(subject.code))
        if of in ON_THE_FORM:
            keys_words = tr("Enter or F2 opens it") if of is Column.MEASURES else tr("F2 opens it")
            return tr(
                "The {spoken} stands on the form: {keys_words}.", spoken=HEADINGS[of].spoken, keys_words=keys_words
            )
        return tr(
            "The {spoken} is not typed here: type relocations, or how many of them are vulnerable.",
            spoken=HEADINGS[of].spoken,
        )

    def _column_called(self, identifier: str) -> int:
        return column_called(identifier)

    def _id_of(self, column: int) -> str:
        return id_of(Column(column))

    def _nobody_words(self, assessment: SearchAndRescueAssessment) -> str:
        return nobody_words(assessment)

    def _note_of(self, assessment: SearchAndRescueAssessment, sorted_by: Sorted) -> str:
        return note_of(assessment, sorted_by)

    def _emptied(self, assessment: SearchAndRescueAssessment, code: str, column: int) -> RecordPlan | None:
        figure, plan = TYPED[Column(column)], latest_plan(assessment.forum, code)
        return RecordPlan(with_figure(plan, figure, 0)) if getattr(plan, figure.value) else None

    def _form_part(self, row: int, column: int) -> str | None:
        subject = self.model.subject(row)
        return None if subject is None or subject.row.benefitting else ON_THE_FORM.get(Column(column))
