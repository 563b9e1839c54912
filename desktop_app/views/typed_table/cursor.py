"""The cursor: which cell has the keyboard, what is selected with it, and where each key leads."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from desktop_app.views.typed_table.layout import NAMES
from desktop_app.views.typed_table.model import StatesModel

Place = tuple[int, int]
"""Row and column."""

_Flag = QItemSelectionModel.SelectionFlag
_ARROWS: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Cursor:
    """Moves over the cells of the table and keeps the selection."""

    def __init__(self, view: QTableView, model: StatesModel) -> None:
        """Take the selection of ``view`` in hand."""
        self._view = view
        self._model = model
        self._anchor: Place = (0, 0)
        self._first_edited: int | None = None

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that the cursor goes over, from left to right as they stand: the names first."""
        return (NAMES, *self._model.columns)

    @property
    def place(self) -> Place:
        """Row and column of the cursor; the first cell before anything is chosen."""
        index = self._view.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, NAMES)

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Put the cursor on a cell, with the selection up to it where ``extend``.

        Ends a run of Tab: Enter leads straight down again.
        """
        self._first_edited = None
        self._put(row, column, extend=extend)

    def _put(self, row: int, column: int, *, extend: bool = False) -> None:
        row = self._state_row(max(0, min(row, self._model.rowCount() - 1)))
        if not extend:
            self._anchor = (row, column)
        selection = self._view.selectionModel()
        index = self._model.index(row, column)
        selection.setCurrentIndex(index, _Flag.NoUpdate)
        selection.select(self._block(self._anchor, (row, column)), _Flag.ClearAndSelect)
        self.reveal()

    def _block(self, one: Place, other: Place) -> QItemSelection:
        """Return the cells between two corners, column by column as they stand; hidden ones are not among them."""
        rows = sorted((one[0], other[0]))
        columns = self.columns
        first, last = sorted((columns.index(one[1]), columns.index(other[1])))
        block = QItemSelection()
        for column in columns[first : last + 1]:
            block.select(self._model.index(rows[0], column), self._model.index(rows[1], column))
        return block

    def select_all(self) -> None:
        """Select every figure of every Member State shown; the cursor stays where it is."""
        rows = [row for row in range(self._model.rowCount()) if self._model.is_state(row)]
        if rows:
            block = self._block((rows[0], self.columns[1]), (rows[-1], self.columns[-1]))
            self._view.selectionModel().select(block, _Flag.ClearAndSelect)

    def _state_row(self, row: int) -> int:
        """Return a row that holds a Member State: on from the heading of a group, in the way of the cursor."""
        if self._model.is_state(row):
            return row
        step = -1 if row < self.place[0] else 1
        after = next((each for each in self._rows_from(row, step) if self._model.is_state(each)), None)
        # Above the first group there is none: below it then.
        before = (each for each in self._rows_from(row, -step) if self._model.is_state(each))
        return after if after is not None else next(before, row)

    def _rows_from(self, row: int, step: int) -> range:
        return range(row, self._model.rowCount() if step > 0 else -1, step)

    def blocks(self) -> list[list[Place]]:
        """Return the selected cells row by row, each from left to right as it stands on screen."""
        rows: dict[int, list[int]] = {}
        shown = {column: place for place, column in enumerate(self.columns)}
        for index in self._view.selectionModel().selectedIndexes():
            if index.column() in shown:
                rows.setdefault(index.row(), []).append(index.column())
        return [[(row, column) for column in sorted(rows[row], key=shown.__getitem__)] for row in sorted(rows)]

    def beside(self, column: int, step: int) -> int:
        """Return the column to the left (-1) or right (1) of one as they stand; itself at the end."""
        columns = self.columns
        return columns[max(0, min(columns.index(column) + step, len(columns) - 1))]

    def reveal(self) -> None:
        """Bring the cursor into view, once there is a view that knows its size."""
        if self._view.isVisible():
            row, column = self.place
            # The names never scroll sideways; for them the first column beside them is brought into view.
            beside = self.columns[1] if column == NAMES else column
            self._view.scrollTo(self._model.index(row, beside))
            # Whole rows from the top on: brought in at the lower edge, a row would leave another cut at the upper.
            bar, high = self._view.verticalScrollBar(), max(1, self._view.rowHeight(row))
            bar.setValue(-(-bar.value() // high) * high)

    def note_mouse(self) -> None:
        """Take note that the mouse chose the cell: a selection by keyboard begins there."""
        self._anchor = self.place
        self._first_edited = None

    def target(self, key: Qt.Key, *, to_the_end: bool) -> Place | None:
        """Return where a key leads, ``None`` for keys that do not move.

        Args:
            key: the key.
            to_the_end: whether Control is held.
        """
        row, column = self.place
        last_row, first_column, last_column = self._model.rowCount() - 1, self.columns[0], self.columns[-1]
        if key in _ARROWS:
            down, right = _ARROWS[key]
            if to_the_end:
                return (
                    last_row if down > 0 else 0 if down < 0 else row,
                    last_column if right > 0 else first_column if right < 0 else column,
                )
            return row + down, self.beside(column, right) if right else column
        page = max(1, self._view.viewport().height() // max(1, self._view.rowHeight(0)) - 1)
        return {
            Qt.Key.Key_Home: (0 if to_the_end else row, first_column),
            Qt.Key.Key_End: (last_row if to_the_end else row, last_column),
            Qt.Key.Key_PageUp: (row - page, column),
            Qt.Key.Key_PageDown: (row + page, column),
        }.get(key)

    def down(self, step: int) -> None:
        """Go one row down (1) or up (-1), as Enter does.

        Past a state that cannot pledge; down after Tab, to the column in which the run began.
        """
        row, column = self.place
        goal = column if self._first_edited is None or step < 0 else self._first_edited
        row = self._next_row(row, goal, step)
        keep = self._first_edited
        self._put(row, goal)
        self._first_edited = keep

    def _next_row(self, row: int, column: int, step: int) -> int:
        candidate = row + step
        while 0 <= candidate < self._model.rowCount():
            if self._takes_part(candidate, column):
                return candidate
            candidate += step
        return row

    def _takes_part(self, row: int, column: int) -> bool:
        return (
            self._model.is_state(row)
            if column not in self._model.layout.typed
            else self._model.takes_entry(row, column)
        )

    def across(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) column that is typed into, on to the next row where there is none.

        Returns:
            False where the table ends: the keyboard may leave it.
        """
        row, column = self.place
        columns = self.columns
        typed = [each for each in columns if each in self._model.layout.typed]
        if not typed:
            return False
        began = column if self._first_edited is None and column in typed else self._first_edited
        here = columns.index(column)
        rest = [
            each for each in typed if (columns.index(each) - here) * step > 0 and self._model.takes_entry(row, each)
        ]
        if rest:
            self._put(row, rest[0] if step > 0 else rest[-1])
            self._first_edited = began
            return True
        goal = typed[0] if step > 0 else typed[-1]
        next_row = self._next_row(row, goal, step)
        if next_row == row:
            return False
        self._put(next_row, goal)
        self._first_edited = int(typed[0])
        return True
