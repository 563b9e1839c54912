"""The table models: cells of an immutable assessment, changed cell by cell, never reset."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.member_states import NOT_BOUND, POSITION, PROTOCOL_ORDER
from desktop_app.views.pledge_table.cells import Cell, Look
from desktop_app.views.pledge_table.columns import EDITABLE, HEADINGS, Column
from desktop_app.views.pledge_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.pledge_table.totals import totals_cells

Index = QModelIndex | QPersistentModelIndex

_EMPTY: Final = Cell(Look.TEXT)
# Put together once: Qt asks for them at each painted cell.
_SHOWN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED: Final = _SHOWN | Qt.ItemFlag.ItemIsEditable
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


_READERS: Final[dict[int, Callable[[Cell, int], Any]]] = {
    Role.CELL: lambda cell, _column: cell,
    Qt.ItemDataRole.DisplayRole: lambda cell, _column: cell.text,
    Qt.ItemDataRole.EditRole: lambda cell, _column: cell.copied,
    Role.COPIED: lambda cell, _column: cell.copied,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell, _column: cell.spoken,
    Qt.ItemDataRole.ToolTipRole: lambda cell, _column: cell.about or None,
    Qt.ItemDataRole.TextAlignmentRole: lambda _cell, column: _RIGHT if HEADINGS[Column(column)].is_number else _LEFT,
    Role.SORT: lambda cell, _column: cell.sort,
}


class CellsModel(QAbstractTableModel):
    """Rows of cells; what arrives later is compared, and only cells that differ are announced."""

    def __init__(self, rows: int, parent: QObject | None = None) -> None:
        """Make a model of empty cells.

        Args:
            rows: how many rows there are, for good.
            parent: the owner.
        """
        super().__init__(parent)
        self._cells: list[tuple[Cell, ...]] = [(_EMPTY,) * len(Column)] * rows

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
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        if not index.isValid():
            return None
        read = _READERS.get(role)
        return None if read is None else read(self._cells[index.row()][index.column()], index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = HEADINGS[Column(section)]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{heading.title}\n{heading.unit}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return heading.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return heading.about
            case _:
                return None


class PledgeTableModel(CellsModel):
    """The 27 Member States in protocol order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a table in which nothing is known yet."""
        super().__init__(len(PROTOCOL_ORDER), parent)
        self._subjects: list[Subject | None] = [None] * len(PROTOCOL_ORDER)
        self._read_only = False

    @property
    def read_only(self) -> bool:
        """Whether nothing can be typed."""
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Allow typing or not."""
        self._read_only = read_only

    def show_assessment(self, assessment: Assessment) -> set[int]:
        """Show the figures of now; return the columns in which something changed."""
        changed: set[int] = set()
        for row, subject in enumerate(subjects_of(assessment, PROTOCOL_ORDER)):
            former = self._subjects[row]
            if former is not None and _same(former, subject):
                continue
            self._subjects[row] = subject
            changed.update(self.replace_row(row, cells_of(subject)))
        return changed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        if role == Role.CODE and index.isValid():
            return self.code(index.row())
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be selected; cells of the three types of pledge can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED if self.is_editable(index.row(), index.column()) else _SHOWN

    def is_editable(self, row: int, column: int) -> bool:
        """Tell whether a cell can be typed into."""
        return not self._read_only and self.is_pledge(row, column)

    def is_pledge(self, row: int, column: int) -> bool:
        """Tell whether a cell holds a pledge that a bound Member State can make."""
        return column in EDITABLE and self.code(row) != NOT_BOUND

    @staticmethod
    def code(row: int) -> str:
        """Return the Union code of a row."""
        return PROTOCOL_ORDER[row]

    @staticmethod
    def row_of(code: str) -> int:
        """Return the row of a Member State.

        Raises:
            KeyError: the code is not a Member State's.
        """
        return POSITION[code]


class TotalsModel(CellsModel):
    """The one row under the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty totals row."""
        super().__init__(1, parent)

    def show_assessment(self, assessment: Assessment) -> set[int]:
        """Show the totals of now; return the columns that changed."""
        return set(self.replace_row(0, totals_cells(assessment)))


def _same(former: Subject, subject: Subject) -> bool:
    """Tell whether a row would come out the same; an assessment reuses what did not change."""
    if former.record is not subject.record or former.row is not subject.row:
        return former == subject
    return former.findings == subject.findings
