"""The models of tables: rows of cells, changed cell by cell, and which of them are typed into."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calc.member_states import NAMES
from desktop_app.views.language import shown, state_name
from desktop_app.views.typed_table.cells import Cell, Look
from desktop_app.views.typed_table.layout import Layout

Index = QModelIndex | QPersistentModelIndex

EMPTY: Final = Cell(Look.TEXT)
# Put together once: Qt asks for them at each painted cell.
SHOWN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
HEADING: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
TYPED: Final = SHOWN | Qt.ItemFlag.ItemIsEditable
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """Roles beside Qt's own."""

    CELL = Qt.ItemDataRole.UserRole
    """The whole :class:`Cell`, for the delegate."""
    SORT = Qt.ItemDataRole.UserRole + 1
    """The native value, for a sort proxy."""
    CODE = Qt.ItemDataRole.UserRole + 2
    """The Union code of the row's Member State, ``None`` in the totals row."""
    COPIED = Qt.ItemDataRole.UserRole + 3
    """Plain text for the clipboard."""


_READERS: Final[dict[int, Callable[[Cell], Any]]] = {
    Role.CELL: lambda cell: cell,
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.EditRole: lambda cell: cell.copied,
    Role.COPIED: lambda cell: cell.copied,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.spoken,
    Qt.ItemDataRole.ToolTipRole: lambda cell: cell.about or None,
    Role.SORT: lambda cell: cell.sort,
}


class CellsModel(QAbstractTableModel):
    """Rows of cells; what arrives later is compared, and only cells that differ are announced."""

    def __init__(self, layout: Layout, rows: int, parent: QObject | None = None) -> None:
        """Make a model of empty cells.

        Args:
            layout: the columns.
            rows: how many rows there are.
            parent: the owner.
        """
        super().__init__(parent)
        self.layout = layout
        self._cells: list[tuple[Cell, ...]] = [(EMPTY,) * len(layout.headings)] * rows

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        return self._cells[row][column]

    def columns_cells(self, column: int) -> list[Cell]:
        """Return the cells of a column, from top to bottom."""
        return [cells[column] for cells in self._cells]

    def replace_row(self, row: int, cells: Sequence[Cell]) -> list[int]:
        """Put other cells into a row; return and announce the columns that differ."""
        former = self._cells[row]
        changed = [column for column, cell in enumerate(cells) if cell != former[column]]
        if not changed:
            return []
        self._cells[row] = tuple(cells)
        # One announcement a cell: a view repaints one cell for it, but all of itself for a range.
        for column in changed:
            index = self.index(row, column)
            self.dataChanged.emit(index, index)
        return changed

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows; a cell has none."""
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns; a cell has none."""
        return 0 if parent is not None and parent.isValid() else len(self.layout.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.layout.headings[index.column()].is_number else _LEFT
        read = _READERS.get(role)
        return None if read is None else read(self._cells[index.row()][index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = self.layout.headings[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{shown(heading.title)}\n{shown(heading.unit)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return shown(heading.spoken)
            case Qt.ItemDataRole.ToolTipRole:
                return shown(heading.about)
            case _:
                return None


class StatesModel(CellsModel):
    """Rows of Member States, some of whose cells are typed into; each table says which."""

    _read_only = False

    @property
    @abstractmethod
    def columns(self) -> Sequence[int]:
        """The columns shown beside the names, from left to right."""

    @abstractmethod
    def code(self, row: int) -> str:
        """Return the Union code of a row; empty where no Member State stands."""

    @abstractmethod
    def shows(self, code: str) -> bool:
        """Tell whether a Member State has a row now."""

    @abstractmethod
    def row_of(self, code: str) -> int:
        """Return the row of a Member State.

        Raises:
            KeyError: it has none.
        """

    @abstractmethod
    def takes_entry(self, row: int, column: int) -> bool:
        """Tell whether something can be recorded in a cell, by a desk that may type."""

    @property
    def names(self) -> Mapping[str, str]:
        """The states that typed letters can mean as they are shown, by code, in their order."""
        return {code: state_name(code) for code in NAMES}

    @property
    def read_only(self) -> bool:
        """Whether nothing can be typed."""
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Allow typing or not."""
        self._read_only = read_only

    def is_state(self, row: int) -> bool:
        """Tell whether a Member State stands in a row, not a heading."""
        return bool(self.code(row))

    def is_editable(self, row: int, column: int) -> bool:
        """Tell whether a cell can be typed into now."""
        return not self._read_only and self.takes_entry(row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        if role == Role.CODE and index.isValid():
            return self.code(index.row()) or None
        return super().data(index, role)
