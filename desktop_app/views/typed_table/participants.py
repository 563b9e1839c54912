"""A table with a row for every participating Member State: sorted, searched, typed into one number at a time."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change
from desktop_app.models.errors import BadInput
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import legible
from desktop_app.views.typed_table import keys
from desktop_app.views.typed_table.editor import Tone
from desktop_app.views.typed_table.finding import Search
from desktop_app.views.typed_table.layout import NAMES, TableHeading
from desktop_app.views.typed_table.participants_model import ParticipantsModel, TotalsModel
from desktop_app.views.typed_table.preview import Entries
from desktop_app.views.typed_table.sums import selection_words
from desktop_app.views.typed_table.table import TypedTable

_ENOUGH_ROWS: Final = 11
"""Rows that a table has room for where all rows under it are shown."""
_FEW_ROWS: Final = 5
"""Rows that a table has room for where the sums and the note under it are shown."""
_SUMS: Final = 0
"""The row of the sums, the first under the table; the figures of the others are named by :attr:`_figures`."""
Model = TypeVar("Model", bound=ParticipantsModel[Any])
Sorted = tuple[int, bool] | None
"""A column, and whether the highest stands first; ``None`` for protocol order."""


class ParticipantsTable(TypedTable, Generic[Model]):
    """The table with its frozen names, the rows under it, and everything that is typed.

    Signals:
        form_asked(str, str): a Member State's form is to be opened, at a part of it such as ``"plan"``.
        selection_told(str): what the selected cells come to; empty for one cell.
    """

    form_asked = Signal(str, str)
    selection_told = Signal(str)

    _first_column = 1
    """Where the cursor begins."""
    _enter_opens: frozenset[int] = frozenset()
    """Columns in which Enter opens the form, as F2 does in every column of what stands on it."""
    _figures: Mapping[tuple[int, int], str] = {}
    """Ids of the figures in the rows after the sums, whose ids stand in the headings."""
    _one_at_a_time = marked("Plans are typed one number at a time: copy a single cell and paste it here.")

    def __init__(
        self, model: Model, sums: TotalsModel, entries: Entries, name: str, parent: QWidget | None = None
    ) -> None:
        """Make an empty table; see :class:`TypedTable`."""
        self._plans, self._sums = model, sums
        self._assessment: Assessment | None = None
        self._told = ""
        self._has_room_for_note = True
        self._reached: int | None = None
        super().__init__(model, sums, entries, name, parent)
        self.search = Search(self, self._cursor, self.setFocus)
        self.grid.selectionModel().selectionChanged.connect(self._tell_selection)
        self.dressed.connect(self._dress_more)

    # ----------------------------------------------------------------------------------------- what each table answers

    @abstractmethod
    def _column_called(self, identifier: str) -> int:
        """Return the column of a finding's column id or of a figure's id; the name's column for any other."""

    @abstractmethod
    def _id_of(self, column: int) -> str:
        """Return an id of a column that :meth:`_column_called` finds again."""

    @abstractmethod
    def _nobody_words(self, assessment: Any) -> str:
        """Say what to do where no Member State has a row."""

    @abstractmethod
    def _note_of(self, assessment: Any, sorted_by: Sorted) -> str:
        """Say what is missing for the figures, and how the rows are sorted; empty where all is plain."""

    @abstractmethod
    def _emptied(self, assessment: Any, code: str, column: int) -> Change | None:
        """Return what sets a cell to 0; ``None`` where there is nothing to be set."""

    @abstractmethod
    def _form_part(self, row: int, column: int) -> str | None:
        """Return the part of the form that a cell's content stands on; ``None`` where it is not on the form."""

    # ---------------------------------------------------------------------------------------- what the owner uses

    @property
    def model(self) -> Model:
        """The participating Member States."""
        return self._plans

    @property
    def totals_model(self) -> TotalsModel:
        """The rows under the Member States."""
        return self._sums

    @property
    def codes(self) -> tuple[str, ...]:
        """The Member States as they stand, from top to bottom."""
        return self._plans.codes

    def show_assessment(self, assessment: Assessment) -> None:
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
            self._cursor.go(0, self._first_column)
        self.search.follow()
        if self._told:
            self._tell_selection()

    def go_to(self, code: str | None, column_id: str) -> None:
        """Put the cursor on a cell, once what is typed in another one is recorded; what is refused keeps it there.

        Args:
            code: the Member State; ``None`` (or one that takes no part) for the rows under the table.
            column_id: a finding's column (``"relocations"``, ``"plan"``, ``"key"`` …) or a figure's id.
        """
        if not self.commit():
            return
        column = self._column_called(column_id)
        if code is None or not self._plans.shows(code):
            row = next((row for (row, _column), figure in self._figures.items() if figure == column_id), _SUMS)
            self._go_to_totals(self._in_sight(column), row)
            return
        self._cursor.go(self._plans.row_of(code), self._in_sight(column))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> tuple[str | None, str]:
        """Return code and column id of the cell with the cursor, as :meth:`go_to` takes them."""
        index = self.totals.currentIndex()
        if self.totals.hasFocus() and index.isValid():
            return None, self.total_figure(index.row(), index.column()) or self._id_of(index.column())
        row, column = self._cursor.place
        return self._plans.code(row) or None, self._id_of(column)

    # -------------------------------------------------------------------------------------- what is typed and taken

    def sort_by(self, column: int) -> None:
        """Sort the rows by a column: lowest first, then highest first, then protocol order again."""
        if not self.commit():
            return
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

    def _sort(self, wanted: Sorted) -> None:
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
        if row == _SUMS:
            return super().total_figure(row, column)
        return self._figures.get((row, column), "")

    def paste(self) -> None:
        """Put a single cell of the clipboard into the line; refuse a block."""
        from PySide6.QtGui import QGuiApplication

        from desktop_app.models.clipboard import read_clipboard

        try:
            pieces = read_clipboard(QGuiApplication.clipboard().text())
        except BadInput as error:
            self._hint(Tone.HINT, tr("The {where}: {what}.", where=error.where, what=error.what), "")
            return
        if len(pieces) == len(pieces[0]) == 1:
            self._edit(*self._cursor.place, pieces[0][0].number or pieces[0][0].text)
        else:
            self._hint(Tone.HINT, self._one_at_a_time, "")

    def _erase(self) -> None:
        """Set the selected cells to 0; of what is a part of another cell, the part first."""
        chosen = [place for line in self._cursor.blocks() for place in line]
        wanted = [place for place in chosen if self._plans.is_editable(*place)]
        if not wanted:
            self._say_why_not(*self._cursor.place)
        for row, column in sorted(wanted, key=lambda place: (place[0], -place[1])):
            code = self._plans.code(row)
            change = self._emptied(self._assessment, code, column) if self._assessment is not None else None
            if change is not None:
                self.change_requested.emit(change)

    def _command(self, event: QKeyEvent, key: Qt.Key) -> bool:
        """Open the form where what stands in the cell is a part of it: F2, and Enter where there is more to it."""
        row, column = self._cursor.place
        opens = (Qt.Key.Key_F2, *keys.RETURNS) if column in self._enter_opens else (Qt.Key.Key_F2,)
        if key in opens and self._open_form(row, column):
            return True
        return super()._command(event, key)

    def _edit(self, row: int, column: int, text: str | None = None) -> None:
        if text is not None or not self._open_form(row, column):
            super()._edit(row, column, text)

    def _open_form(self, row: int, column: int) -> bool:
        """Ask for the form, of a state that has or may have a plan; tell whether it was asked for."""
        part = self._form_part(row, column)
        if part is None:
            return False
        self.form_asked.emit(self._plans.code(row), part)
        return True

    # ---------------------------------------------------------------------------------------- what is said of it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the Member States where there is little."""
        super().resizeEvent(event)
        self._fit_totals()

    def _dress_more(self) -> None:
        self.search.bar.set_scale(self._drawing.scale)
        self._fit_totals()

    def _fit_totals(self) -> None:
        """Show the sums alone where the table is low, and not even them where it is lowest; the strip says the rest.

        The row that the keyboard has reached stands there instead.
        """
        drawing = self._drawing
        rows = (self.height() - drawing.header_height) // drawing.row_height
        is_low, is_lowest = rows < _ENOUGH_ROWS, rows < _FEW_ROWS
        alone = self._reached if self._reached is not None else None if is_lowest else _SUMS
        for view in (self.totals, self.total_name):
            for row in range(self._sums.rowCount()):
                view.setRowHidden(row, is_low and row != alone)
        self._show_note(wanted=not is_lowest)
        self._fix_totals()

    def _reaches_totals(self) -> bool:
        return self._sums.rowCount() > 0

    def _go_to_totals(self, column: int, row: int = 0) -> None:
        """Go to a row under the table, which comes into sight for that."""
        self._reached = row
        self._fit_totals()
        super()._go_to_totals(column, row)

    def _total_row(self, row: int, step: int, column: int) -> None:
        if 0 <= row + step < self._sums.rowCount():
            self._go_to_totals(column, row + step)

    def _focus_changed(self, has_focus: bool) -> None:
        super()._focus_changed(has_focus)
        if self._reached is not None and not self.totals.hasFocus():
            self._reached = None
            self._fit_totals()

    def _fill(self) -> None:
        """Let columns give way where there is no room for all; the tooltips of others say what they hold."""
        if self._plans.layout.gives_way and self.isVisible():
            columns = self._widths.that_fit(self.grid.viewport().width())
            if columns != self._plans.columns:
                self._plans.show_columns(columns)
                self._widths.show(columns)
                for view in (self.grid, self.totals):
                    view.show_only(columns)
                row, column = self._cursor.place
                if column != self._in_sight(column):
                    self._cursor.go(row, self._in_sight(column))
        super()._fill()

    def _in_sight(self, column: int) -> int:
        """Return a column, or the one that says the same where it has given way."""
        shown = (NAMES, *self._plans.columns)
        return column if column in shown else self._plans.layout.gives_way.get(column, column)

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
        headings = self._plans.layout.headings
        words = selection_words([(headings[column].measure, self._plans.cell(row, column)) for row, column in places])
        if words != self._told:
            self._told = words
            self.selection_told.emit(words)

    def _say_what_to_do(self, assessment: Assessment) -> None:
        """Say under the table what is missing, and how its rows stand; over an empty table what to do."""
        self._nobody.setText(self._nobody_words(assessment))
        self._nobody.setVisible(not self.codes)
        self._nobody.adjustSize()
        note = legible(self._note_of(assessment, self._drawing.sorted_by))
        if note != self.note.text():
            self.note.setText(note)
            self._show_note(wanted=self._has_room_for_note)


def order_words(
    sorted_by: Sorted, headings: Mapping[int, TableHeading], ways: Mapping[int, tuple[str, str]] | None = None
) -> str:
    """Say how rows are sorted; empty for protocol order.

    Args:
        sorted_by: the column and the way.
        headings: of every column.
        ways: what comes first in columns of neither numbers nor words, ascending and descending.
    """
    if sorted_by is None:
        return ""
    heading = headings[sorted_by[0]]
    both = (ways or {}).get(sorted_by[0]) or ((tr("lowest"), tr("highest")) if heading.is_number else ("A", "Z"))
    first = both[int(sorted_by[1])]
    return tr(
        "Sorted by {column}, {first} first; Esc goes back to protocol order.",
        column=heading.spoken,
        first=tr(first),
    )
