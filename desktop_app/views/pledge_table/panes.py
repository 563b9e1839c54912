"""The views of the pledge table: which columns and rows they show, and what the totals under them are of."""

from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.views.language import tr
from desktop_app.views.pledge_table.arrangement import PROTOCOL, Arrangement
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, Column
from desktop_app.views.pledge_table.model import PledgeTableModel, TotalsModel
from desktop_app.views.pledge_table.preview import PledgeEntries
from desktop_app.views.pledge_table.sums import summary_cells
from desktop_app.views.pledge_table.totals import rounding_note
from desktop_app.views.theme import legible
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.table import TypedTable


class Panes(TypedTable):
    """Shows pledges in the columns and in the order that are chosen; knows no keys of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty views."""
        self._pledges, self._sums = PledgeTableModel(), TotalsModel()
        self._assessed: AnnualPoolAssessment | None = None
        self._columns: tuple[Column, ...] = DEFAULT_COLUMNS
        self._arrangement = PROTOCOL
        super().__init__(self._pledges, self._sums, PledgeEntries(), tr("Pledges"), parent)
        self._nobody.setText(tr("No Member State fits the filter. Esc shows all."))
        for view in (self.totals, self.total_name):
            view.setRowHidden(1, True)
        self._fix_totals()

    @property
    def model(self) -> PledgeTableModel:
        """The Member States."""
        return self._pledges

    @property
    def totals_model(self) -> TotalsModel:
        """The totals of all, and of the Member States shown where some are not."""
        return self._sums

    def show_figures(self, assessment: AnnualPoolAssessment) -> None:
        """Show the figures of now in the views and the note."""
        self._assessed = assessment
        changed = self.model.show_assessment(assessment) | self._show_totals()
        note = legible(rounding_note(assessment))
        if note != self.note.text():
            self.note.setText(note)
            self.note.setVisible(bool(note))
        if changed:
            self._measure(changed)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown beside the names, from left to right."""
        return self._columns

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns, or the same in another order; the names stay."""
        if columns == self._columns:
            return
        self._columns = columns
        self._widths.show(columns)
        self.model.set_columns(columns)
        self._show_totals()
        # Measured before they are shown: showing one lets the views ask for its width.
        self._widths.measure(columns, afresh=True)
        for view in (self.grid, self.totals):
            view.show_only(columns)
        self._fill()
        self._paint_anew()

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Put the rows into another order, or show some of them; the totals say what they are of."""
        self._arrangement = arrangement
        self._drawing.sorted_by = None if arrangement.sort is None else (arrangement.sort, arrangement.descending)
        self.model.arrange(arrangement)
        for view in (self.totals, self.total_name):
            view.setRowHidden(1, not arrangement.is_filtered)
        self._nobody.setVisible(not self.model.lines)
        self._fix_totals()
        self._measure(self._show_totals() | ({*Column} if arrangement.grouped else set()))
        self._whole_rows()
        self._paint_anew()

    def _show_totals(self) -> set[int]:
        part: tuple[Cell, ...] | None = None
        if self._arrangement.is_filtered:
            codes = [line for line in self.model.lines if isinstance(line, str)]
            title = tr("Shown: {shown} of {whole}", shown=len(codes), whole=len(self.model.states))
            part = summary_cells(title, [self.model.state_cells(code) for code in codes], self._columns)
        changed = self.totals_model.show_part(part)
        if self._assessed is not None:
            changed |= self.totals_model.show_assessment(self._assessed, self._columns, self.model.states)
        return changed
