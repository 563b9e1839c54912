"""What a change would do as a Qt table model: names, figures of Member States, and lines of words."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.views.consequences.line import ANNUAL_POOL, Columns, Kind, Line
from desktop_app.views.language import tr
from desktop_app.views.theme import legible

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role under which a row hands out its :class:`Line`."""
_NOWHERE: Final = QModelIndex()
_TEXTS: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class ConsequencesModel(QAbstractTableModel):
    """The lines of :func:`desktop_app.views.consequences.lines.lines_of`, all of them or only what changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Line, ...] = ()
        self._shown: tuple[Line, ...] = ()
        self._only_changes = True
        self._columns = ANNUAL_POOL

    @property
    def columns(self) -> Columns:
        """The columns of figures."""
        return self._columns

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._shown

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self._all = lines
        columns = next((line.columns for line in lines if line.kind is Kind.STATE), self._columns)
        if columns != self._columns:
            self.beginResetModel()
            self._columns, self._shown = columns, ()
            self.endResetModel()
        self._choose()

    def show_only_changes(self, only: bool) -> None:
        """Show all lines, or those alone on which something changes."""
        self._only_changes = only
        self._choose()

    def _choose(self) -> None:
        shown = tuple(line for line in self._all if line.is_changed or not self._only_changes)
        if len(shown) == len(self._shown):
            # The same number of lines: place and selection stay.
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(self._columns.headings) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many lines are shown; a line holds none."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the names' column and those of the figures."""
        return 0 if parent.isValid() else len(self._columns.headings)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, its tooltip, what a screen reader says, or the line itself."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return legible(line.about) or None
        if role in _TEXTS:
            return legible(line.sentence if role == Qt.ItemDataRole.AccessibleTextRole else _text(line, index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns.headings[section]
        return None


def _text(line: Line, column: int) -> str:
    if column == 0:
        return line.name
    if line.kind is Kind.STATE:
        return line.shifts[column - 1].words
    if column == 1:
        return line.words or "".join(tr(shift.words) for shift in line.shifts)
    return ""
