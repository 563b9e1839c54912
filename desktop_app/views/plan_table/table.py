"""The table of plans: a row for every participating Member State, typed into like a spreadsheet."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import RecordPlan
from desktop_app.calc.entry_plan import latest_plan, with_figure
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.models.errors import BadInput
from desktop_app.views.plan_table.columns import HEADINGS, ON_THE_FORM, TYPED, Column, column_called, id_of
from desktop_app.views.plan_table.entries import PlanEntries
from desktop_app.views.plan_table.model import PlanTableModel, PlanTotalsModel
from desktop_app.views.plan_table.totals import FIGURES, TotalsRow
from desktop_app.views.plan_table.words import nobody_words, note_of
from desktop_app.views.theme import legible
from desktop_app.views.typed_table import keys
from desktop_app.views.typed_table.editor import Tone
from desktop_app.views.typed_table.finding import Search
from desktop_app.views.typed_table.sums import selection_words
from desktop_app.views.typed_table.table import TypedTable

_ENOUGH_ROWS: Final = 11
"""Rows that a table has room for where all rows under it are shown."""
_FEW_ROWS: Final = 5
"""Rows that a table has room for where the sums and the note under it are shown."""


class PlanTable(TypedTable):
    """The table with its frozen names, the rows under it, and everything that is typed.

    Signals:
        form_asked(str, str): a Member State's form is to be opened, at ``"plan"``, ``"measures"`` or ``"cover"``.
        selection_told(str): what the selected cells come to; empty for one cell.
    """

    form_asked = Signal(str, str)
    selection_told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        self._plans, self._sums = PlanTableModel(), PlanTotalsModel()
        self._assessment: SearchAndRescueAssessment | None = None
        self._told = ""
        self._has_room_for_note = True
        super().__init__(self._plans, self._sums, PlanEntries(), "Plans", parent)
        self.setAccessibleName("Table of plans")
        self.search = Search(self, self._cursor, self.setFocus)
        self.grid.selectionModel().selectionChanged.connect(self._tell_selection)
        self.dressed.connect(self._dress_more)

    @property
    def model(self) -> PlanTableModel:
        """The participating Member States."""
        return self._plans

    @property
    def totals_model(self) -> PlanTotalsModel:
        """The rows under the Member States."""
        return self._sums

    @property
    def codes(self) -> tuple[str, ...]:
        """The Member States as they stand, from top to bottom."""
        return self._plans.codes

    # ---------------------------------------------------------------------------------------- what the owner uses

    def show_assessment(self, assessment: SearchAndRescueAssessment) -> None:
        """Show the figures of now: only cells that differ are painted anew; selection and open entry stay."""
        first, self._assessment = self._assessment is None, assessment
        before, place = self.codes, self._cursor.place
        code = self._plans.code(place[0])
        changed = self._plans.show_assessment(assessment)
        changed |= self._sums.show_assessment(assessment, self._plans.states)
        self._say_what_to_do(assessment)
        if changed:
            self._measure(changed)
        if self.codes != before:
            self._sort_anew(code, place[1])
        self._entering.show_assessment(assessment)
        if first:
            self._cursor.go(0, Column.RELOCATIONS)
        self.search.follow()
        if self._told:
            self._tell_selection()

    def go_to(self, code: str | None, column_id: str) -> None:
        """Put the cursor on a cell.

        Args:
            code: the Member State; ``None`` (or one that takes no part) for the rows under the table.
            column_id: a finding's column (``"relocations"``, ``"plan"``, ``"key"`` …) or a figure's id.
        """
        self._entering.cancel()
        column = column_called(column_id)
        if code is None or not self._plans.shows(code):
            row = next((row for (row, _column), figure in FIGURES.items() if figure == column_id), TotalsRow.ASKED)
            self._go_to_totals(column, TotalsRow.ASKED if self.totals.isRowHidden(row) else row)
            return
        self._cursor.go(self._plans.row_of(code), column)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> tuple[str | None, str]:
        """Return code and column id of the cell with the cursor, as :meth:`go_to` takes them."""
        index = self.totals.currentIndex()
        if self.totals.hasFocus() and index.isValid():
            return None, self.total_figure(index.row(), index.column()) or id_of(Column(index.column()))
        row, column = self._cursor.place
        return self._plans.code(row) or None, id_of(Column(column))

    # -------------------------------------------------------------------------------------- what is typed and taken

    def sort_by(self, column: int) -> None:
        """Sort the rows by a column: lowest first, then highest first, then protocol order again."""
        former = self._drawing.sorted_by
        if former is None or former[0] != column:
            self._sort((column, False))
        else:
            self._sort(None if former[1] else (column, True))

    def sort_here(self) -> None:
        """Sort by the column of the cursor: lowest first, highest first, protocol order."""
        self.sort_by(self._cursor.place[1])

    def back(self) -> bool:
        """End the search; else go back to protocol order; tell whether there was a way to go."""
        if self.search.bar.isVisible():
            return self.search.end()
        if self._drawing.sorted_by is None:
            return False
        self._sort(None)
        return True

    def _sort(self, wanted: tuple[int, bool] | None) -> None:
        self._entering.cancel()
        row, column = self._cursor.place
        self._drawing.sorted_by = wanted
        self._sort_anew(self._plans.code(row), column)

    def _sort_anew(self, code: str, column: int) -> None:
        """Put the rows into the order that is chosen; the cursor stays on its Member State."""
        wanted = self._drawing.sorted_by
        order = self._plans.protocol_order
        if wanted is not None:
            order = self._plans.sorted_by(wanted[0], descending=wanted[1])
        if order != self.codes:
            self._plans.arrange(order)
        self._cursor.go(self._plans.row_of(code) if self._plans.shows(code) else 0, column)
        if self._assessment is not None:
            self._say_what_to_do(self._assessment)
        self.search.mark()
        self._whole_rows()
        self._paint_anew()

    def total_figure(self, row: int, column: int) -> str:
        """Return the id of the figure in a cell of the rows under the table."""
        if row == TotalsRow.ASKED:
            return super().total_figure(row, column)
        return FIGURES.get((TotalsRow(row), Column(column)), "")

    def paste(self) -> None:
        """Put a single cell of the clipboard into the line; refuse a block."""
        from PySide6.QtGui import QGuiApplication

        from desktop_app.models.clipboard import read_clipboard

        try:
            pieces = read_clipboard(QGuiApplication.clipboard().text())
        except BadInput as error:
            self._hint(Tone.HINT, f"The {error.where}: {error.what}.", "")
            return
        if len(pieces) == len(pieces[0]) == 1:
            self._edit(*self._cursor.place, pieces[0][0].number or pieces[0][0].text)
        else:
            self._hint(Tone.HINT, "Plans are typed one number at a time: copy a single cell and paste it here.", "")

    def _erase(self) -> None:
        """Set the selected cells to 0; the vulnerable persons first, for they are part of the relocations."""
        chosen = [place for line in self._cursor.blocks() for place in line]
        wanted = [place for place in chosen if self._plans.is_editable(*place)]
        if not wanted:
            self._say_why_not(*self._cursor.place)
        for row, column in sorted(wanted, key=lambda place: (place[0], -place[1])):
            subject = self._plans.subject(row)
            figure = TYPED[Column(column)]
            if self._assessment is None or subject is None or subject.plan is None:
                continue
            plan = latest_plan(self._assessment.forum, subject.code)
            if getattr(plan, figure.value):
                self.change_requested.emit(RecordPlan(with_figure(plan, figure, 0)))

    def _command(self, event: QKeyEvent, key: Qt.Key) -> bool:
        """Open the form where what stands in the cell is a part of it: F2, and Enter on measures."""
        row, column = self._cursor.place
        opens = (Qt.Key.Key_F2,) if column != Column.MEASURES else (Qt.Key.Key_F2, *keys.RETURNS)
        if key in opens and self._open_form(row, column):
            return True
        return super()._command(event, key)

    def _edit(self, row: int, column: int, text: str | None = None) -> None:
        if text is not None or not self._open_form(row, column):
            super()._edit(row, column, text)

    def _open_form(self, row: int, column: int) -> bool:
        """Ask for the form, of a state that has or may have a plan; tell whether it was asked for."""
        subject = self._plans.subject(row)
        part = ON_THE_FORM.get(Column(column))
        if part is None or subject is None or subject.row.benefitting:
            return False
        self.form_asked.emit(subject.code, part)
        return True

    def why_not(self, row: int, column: int) -> str:
        """Say why nothing is typed into a cell."""
        subject, of = self._plans.subject(row), Column(column)
        if subject is None:
            return "No Member State takes part yet: fill in the key (Ctrl+K)."
        if subject.row.benefitting and (of in TYPED or of in ON_THE_FORM):
            return f"{name_of(subject.code)} benefits: nobody asks it for a plan (Art. 47(3))."
        if of in ON_THE_FORM:
            keys_words = "Enter or F2 opens it" if of is Column.MEASURES else "F2 opens it"
            return f"The {HEADINGS[of].spoken} stands on the form: {keys_words}."
        return f"The {HEADINGS[of].spoken} is not typed here: type relocations, or how many of them are vulnerable."

    # ---------------------------------------------------------------------------------------- what is said of it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the Member States where there is little."""
        super().resizeEvent(event)
        self._fit_totals()

    def _dress_more(self) -> None:
        self.search.bar.set_scale(self._drawing.scale)
        self._fit_totals()

    def _fit_totals(self) -> None:
        """Show the sums alone where the table is low, and not even them where it is lowest; the strip says the rest."""
        drawing = self._drawing
        rows = (self.height() - drawing.header_height) // drawing.row_height
        is_low, is_lowest = rows < _ENOUGH_ROWS, rows < _FEW_ROWS
        for view in (self.totals, self.total_name):
            for row in (TotalsRow.NOT_ASKED, TotalsRow.COVERED):
                view.setRowHidden(row, is_low)
            view.setRowHidden(TotalsRow.ASKED, is_lowest)
        self._show_note(wanted=not is_lowest)
        self._fix_totals()

    _keeps_note = False

    def _least_totals(self) -> int:
        """Keep none."""
        return 0

    def _show_note(self, *, wanted: bool) -> None:
        self._has_room_for_note = wanted
        self.note.setVisible(wanted and bool(self.note.text()))

    def _tell_selection(self) -> None:
        """Say what the selected cells come to."""
        places: Sequence[tuple[int, int]] = [place for line in self._cursor.blocks() for place in line]
        words = selection_words(
            [(HEADINGS[Column(column)].measure, self._plans.cell(row, column)) for row, column in places]
        )
        if words != self._told:
            self._told = words
            self.selection_told.emit(words)

    def _say_what_to_do(self, assessment: SearchAndRescueAssessment) -> None:
        """Say under the table what is missing, and how its rows stand; over an empty table what to do."""
        self._nobody.setText(nobody_words(assessment))
        self._nobody.setVisible(not self.codes)
        self._nobody.adjustSize()
        note = legible(note_of(assessment, self._drawing.sorted_by))
        if note != self.note.text():
            self.note.setText(note)
            self._show_note(wanted=self._has_room_for_note)
