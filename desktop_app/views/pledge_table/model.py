"""The table models: cells of an immutable assessment, changed cell by cell; reset only when they are arranged anew."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import StateRecord
from desktop_app.calc.member_states import NOT_BOUND, POSITION, PROTOCOL_ORDER
from desktop_app.views.pledge_table.arrangement import PROTOCOL, Arrangement, Group, Line
from desktop_app.views.pledge_table.cells import Cell, Look
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, EDITABLE, HEADINGS, Column
from desktop_app.views.pledge_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.pledge_table.sums import summary_cells
from desktop_app.views.pledge_table.totals import totals_cells

Index = QModelIndex | QPersistentModelIndex

_EMPTY: Final = Cell(Look.TEXT)
# Put together once: Qt asks for them at each painted cell.
_SHOWN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_HEADING: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
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
    """The 27 Member States: in protocol order, or as they are arranged, with headings of groups between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a table in which nothing is known yet."""
        super().__init__(len(PROTOCOL_ORDER), parent)
        self._states: list[tuple[Cell, ...]] = list(self._cells)
        self._subjects: list[Subject] = [_nobody(code) for code in PROTOCOL_ORDER]
        self._known = False
        self._lines: tuple[Line, ...] = PROTOCOL_ORDER
        self._rows: dict[str, int] = dict(POSITION)
        self._columns: tuple[Column, ...] = DEFAULT_COLUMNS
        self._read_only = False

    @property
    def states(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of every Member State, in protocol order."""
        return tuple(self._states)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be typed."""
        return self._read_only

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands in the rows: codes of Member States, and headings of groups."""
        return self._lines

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown beside the names, from left to right."""
        return self._columns

    def set_read_only(self, read_only: bool) -> None:
        """Allow typing or not."""
        self._read_only = read_only

    def show_assessment(self, assessment: AnnualPoolAssessment) -> set[int]:
        """Show the figures of now; return the columns in which something changed. Every row stays where it is."""
        changed: set[int] = set()
        for place, subject in enumerate(subjects_of(assessment, PROTOCOL_ORDER)):
            if self._known and _same(self._subjects[place], subject):
                continue
            self._subjects[place] = subject
            changed.update(self._replace_state(place, cells_of(subject, self._columns)))
        self._known = True
        if changed:
            self._replace_groups()
        return changed

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Work out the cells of other columns, too; where they stand is the views' affair."""
        self._columns = tuple(columns)
        if self._known:
            for place, subject in enumerate(self._subjects):
                self._replace_state(place, cells_of(subject, self._columns))
            self._replace_groups()

    def lines_of(self, arrangement: Arrangement) -> tuple[Line, ...]:
        """Return the lines as they would stand now."""
        return (
            PROTOCOL_ORDER if arrangement.is_plain else arrangement.lines(self._subjects, self._states, self._columns)
        )

    def arrange(self, arrangement: Arrangement = PROTOCOL) -> None:
        """Put the rows into another order, show some of them, or put headings between them."""
        lines = self.lines_of(arrangement)
        if lines == self._lines:
            return
        self.beginResetModel()
        self._lines = lines
        self._rows = {line: row for row, line in enumerate(lines) if isinstance(line, str)}
        self._cells = [self._line_cells(line) for line in lines]
        self.endResetModel()

    def state_cells(self, code: str) -> tuple[Cell, ...]:
        """Return the cells of a Member State, whether it is shown or not."""
        return self._states[POSITION[code]]

    def columns_cells(self, column: int) -> list[Cell]:
        """Return the cells of a column: of all Member States, so that no width depends on which of them are shown."""
        return [cells[column] for cells in self._states] + [
            self._cells[row][column] for row, line in enumerate(self._lines) if isinstance(line, Group)
        ]

    def _replace_state(self, place: int, cells: tuple[Cell, ...]) -> list[int]:
        self._states[place] = cells
        row = self._rows.get(PROTOCOL_ORDER[place])
        return [] if row is None else self.replace_row(row, cells)

    def _replace_groups(self) -> None:
        for row, line in enumerate(self._lines):
            if isinstance(line, Group):
                self.replace_row(row, self._line_cells(line))

    def _line_cells(self, line: Line) -> tuple[Cell, ...]:
        if isinstance(line, Group):
            return summary_cells(line.title, [self.state_cells(code) for code in line.codes], self._columns)
        return self.state_cells(line)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        if role == Role.CODE and index.isValid():
            return self.code(index.row()) or None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of Member States can be selected, those of the three types of pledge typed into; headings neither."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # Asked of every cell that is painted: the code is looked up once.
        code = self.code(index.row())
        if not code:
            return _HEADING
        typed = code != NOT_BOUND and not self._read_only and index.column() in EDITABLE
        return _TYPED if typed else _SHOWN

    def is_state(self, row: int) -> bool:
        """Tell whether a Member State stands in a row, not the heading of a group."""
        return bool(self.code(row))

    def is_editable(self, row: int, column: int) -> bool:
        """Tell whether a cell can be typed into."""
        return not self._read_only and self.is_pledge(row, column)

    def is_pledge(self, row: int, column: int) -> bool:
        """Tell whether a cell holds a pledge that a bound Member State can make."""
        return column in EDITABLE and self.code(row) not in ("", NOT_BOUND)

    def code(self, row: int) -> str:
        """Return the Union code of a row; empty for the heading of a group, and where there is no row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else ""
        return line if isinstance(line, str) else ""

    def shows(self, code: str) -> bool:
        """Tell whether a Member State has a row now."""
        return code in self._rows

    def row_of(self, code: str) -> int:
        """Return the row of a Member State.

        Raises:
            KeyError: the code is not a Member State's, or it is not shown.
        """
        return self._rows[code]


class TotalsModel(CellsModel):
    """The rows under the table: the totals of all, and of the Member States shown where some are not."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make empty totals."""
        super().__init__(_TOTALS_ROWS, parent)
        self._partly = False

    def show_assessment(
        self,
        assessment: AnnualPoolAssessment,
        columns: Sequence[Column] = DEFAULT_COLUMNS,
        states: Sequence[Sequence[Cell]] = (),
    ) -> set[int]:
        """Show the totals of now; return the columns that changed.

        Args:
            assessment: the figures of the pool.
            columns: that are shown.
            states: the cells of every Member State.
        """
        cells = list(totals_cells(assessment, columns, states))
        if self._partly:
            name = cells[Column.MEMBER_STATE]
            cells[Column.MEMBER_STATE] = replace(name, aside="of all", spoken="Total of all")
        return set(self.replace_row(0, cells))

    def show_part(self, cells: Sequence[Cell] | None) -> set[int]:
        """Show what the Member States shown come to, ``None`` where all are shown; return the columns that changed.

        The totals of all say so only at the next :meth:`show_assessment`.
        """
        self._partly = cells is not None
        return set(self.replace_row(1, cells or (_EMPTY,) * len(Column)))


_TOTALS_ROWS: Final = 2


def _nobody(code: str) -> Subject:
    return Subject(code, StateRecord(code), None, ())


def _same(former: Subject, subject: Subject) -> bool:
    """Tell whether a row would come out the same; an assessment reuses what did not change."""
    if former.record is not subject.record or former.row is not subject.row:
        return former == subject
    return former.findings == subject.findings
