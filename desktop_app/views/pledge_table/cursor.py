"""The cursor: which cell has the keyboard, what is selected with it, and where each key leads."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from desktop_app.views.pledge_table.columns import EDITABLE, Column
from desktop_app.views.pledge_table.model import PledgeTableModel

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

    def __init__(self, view: QTableView, model: PledgeTableModel) -> None:
        """Take the selection of ``view`` in hand."""
        self._view = view
        self._model = model
        self._anchor: Place = (0, 0)
        self._first_edited: int | None = None

    @property
    def place(self) -> Place:
        """Row and column of the cursor; the first cell before anything is chosen."""
        index = self._view.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, int(Column.MEMBER_STATE))

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Put the cursor on a cell, with the selection up to it where ``extend``.

        Ends a run of Tab: Enter leads straight down again.
        """
        self._first_edited = None
        self._put(row, column, extend=extend)

    def _put(self, row: int, column: int, *, extend: bool = False) -> None:
        row = max(0, min(row, self._model.rowCount() - 1))
        column = max(0, min(column, self._model.columnCount() - 1))
        if not extend:
            self._anchor = (row, column)
        selection = self._view.selectionModel()
        index = self._model.index(row, column)
        selection.setCurrentIndex(index, _Flag.NoUpdate)
        selection.select(QItemSelection(self._model.index(*self._anchor), index), _Flag.ClearAndSelect)
        self.reveal()

    def reveal(self) -> None:
        """Bring the cursor into view, once there is a view that knows its size."""
        if self._view.isVisible():
            row, column = self.place
            # The names never scroll sideways; for them the first column beside them is brought into view.
            self._view.scrollTo(self._model.index(row, max(column, int(Column.FLAGS))))

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
        last_row, last_column = self._model.rowCount() - 1, self._model.columnCount() - 1
        if key in _ARROWS:
            down, right = _ARROWS[key]
            if to_the_end:
                return (
                    last_row if down > 0 else 0 if down < 0 else row,
                    last_column if right > 0 else 0 if right < 0 else column,
                )
            return row + down, column + right
        page = max(1, self._view.viewport().height() // max(1, self._view.rowHeight(0)) - 1)
        return {
            Qt.Key.Key_Home: (0 if to_the_end else row, 0),
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
            if column not in EDITABLE or self._model.is_pledge(candidate, column):
                return candidate
            candidate += step
        return row

    def across(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) column that is typed into, on to the next row where there is none.

        Returns:
            False where the table ends: the keyboard may leave it.
        """
        row, column = self.place
        began = column if self._first_edited is None and column in EDITABLE else self._first_edited
        rest = [each for each in EDITABLE if (each - column) * step > 0 and self._model.is_pledge(row, each)]
        if rest:
            self._put(row, min(rest) if step > 0 else max(rest))
            self._first_edited = began
            return True
        goal = EDITABLE[0] if step > 0 else EDITABLE[-1]
        next_row = self._next_row(row, goal, step)
        if next_row == row:
            return False
        self._put(next_row, goal)
        self._first_edited = int(EDITABLE[0])
        return True
