"""The table models: cells of an immutable assessment, changed cell by cell; reset only when they are arranged anew."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import StateRecord
from desktop_app.calc.member_states import NOT_BOUND, POSITION, PROTOCOL_ORDER
from desktop_app.views.language import tr
from desktop_app.views.pledge_table.arrangement import PROTOCOL, Arrangement, Group, Line
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, EDITABLE, LAYOUT, Column
from desktop_app.views.pledge_table.rows import Subject, cells_of, subjects_of
from desktop_app.views.pledge_table.sums import summary_cells
from desktop_app.views.pledge_table.totals import totals_cells
from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.model import EMPTY, HEADING, SHOWN, TYPED, CellsModel, Index, Role, StatesModel

__all__ = ["CellsModel", "Index", "PledgeTableModel", "Role", "TotalsModel"]


class PledgeTableModel(StatesModel):
    """The 27 Member States: in protocol order, or as they are arranged, with headings of groups between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a table in which nothing is known yet."""
        super().__init__(LAYOUT, len(PROTOCOL_ORDER), parent)
        self._states: list[tuple[Cell, ...]] = list(self._cells)
        self._subjects: list[Subject] = [_nobody(code) for code in PROTOCOL_ORDER]
        self._known = False
        self._lines: tuple[Line, ...] = PROTOCOL_ORDER
        self._rows: dict[str, int] = dict(POSITION)
        self._columns: tuple[Column, ...] = DEFAULT_COLUMNS

    @property
    def states(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of every Member State, in protocol order."""
        return tuple(self._states)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands in the rows: codes of Member States, and headings of groups."""
        return self._lines

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown beside the names, from left to right."""
        return self._columns

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of Member States can be selected, those of the three types of pledge typed into; headings neither."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # Asked of every cell that is painted: the code is looked up once.
        code = self.code(index.row())
        if not code:
            return HEADING
        typed = code != NOT_BOUND and not self.read_only and index.column() in EDITABLE
        return TYPED if typed else SHOWN

    def takes_entry(self, row: int, column: int) -> bool:
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
        super().__init__(LAYOUT, _TOTALS_ROWS, parent)
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
            cells[Column.MEMBER_STATE] = replace(name, aside=tr("of all"), spoken=tr("Total of all"))
        return set(self.replace_row(0, cells))

    def show_part(self, cells: Sequence[Cell] | None) -> set[int]:
        """Show what the Member States shown come to, ``None`` where all are shown; return the columns that changed.

        The totals of all say so only at the next :meth:`show_assessment`.
        """
        self._partly = cells is not None
        return set(self.replace_row(1, cells or (EMPTY,) * len(Column)))


_TOTALS_ROWS: Final = 2


def _nobody(code: str) -> Subject:
    return Subject(code, StateRecord(code), None, ())


def _same(former: Subject, subject: Subject) -> bool:
    """Tell whether a row would come out the same; an assessment reuses what did not change."""
    if former.record is not subject.record or former.row is not subject.row:
        return former == subject
    return former.findings == subject.findings
