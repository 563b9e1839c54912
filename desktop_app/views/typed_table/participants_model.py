"""The models of tables with a row for every participating Member State, sorted by any column."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt

from desktop_app.views.typed_table.cells import Cell
from desktop_app.views.typed_table.layout import NAMES, Layout
from desktop_app.views.typed_table.model import SHOWN, TYPED, CellsModel, Index, StatesModel


class Coded(Protocol):
    """What a row is made from, of one Member State."""

    @property
    def code(self) -> str:
        """Union code."""
        ...


_Subject = TypeVar("_Subject", bound=Coded)
TotalsCells = Callable[[Any, Sequence[Sequence[Cell]]], list[tuple[Cell, ...]]]
"""Makes the rows under a table from the figures and the cells of the rows, which are in protocol order."""


class ParticipantsModel(StatesModel, Generic[_Subject]):
    """The participating Member States: in protocol order, or sorted by a column."""

    def __init__(self, layout: Layout, parent: QObject | None = None) -> None:
        """Make a table without rows."""
        super().__init__(layout, 0, parent)
        self._subjects: dict[str, _Subject] = {}
        self._states: dict[str, tuple[Cell, ...]] = {}
        self._codes: tuple[str, ...] = ()
        self._rows: dict[str, int] = {}
        self._shown = tuple(layout.shown)

    # ----------------------------------------------------------------------------------------- what each table answers

    @abstractmethod
    def subjects_of(self, assessment: Any) -> Sequence[_Subject]:
        """Gather what the rows are made from, in protocol order."""

    @abstractmethod
    def cells_of(self, subject: _Subject) -> tuple[Cell, ...]:
        """Return the cells of a row, one for each column."""

    # ------------------------------------------------------------------------------------------------ what it shows

    @property
    def columns(self) -> Sequence[int]:
        """The columns shown beside the names: all for which there is room."""
        return self._shown

    def show_columns(self, columns: tuple[int, ...]) -> None:
        """Show these beside the names, as they stand."""
        self._shown = columns

    @property
    def codes(self) -> tuple[str, ...]:
        """The Member States as they stand, from top to bottom."""
        return self._codes

    @property
    def states(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of every participating state, in protocol order."""
        return tuple(self._states.values())

    def show_assessment(self, assessment: Any) -> set[int]:
        """Show the figures of now; return the columns in which something changed.

        Rows stay where they are while the same states take part; else they begin anew in protocol order.
        """
        subjects = {subject.code: subject for subject in self.subjects_of(assessment)}
        changed: set[int] = set()
        if list(subjects) != list(self._subjects):
            self._subjects = subjects
            self._states = {code: self.cells_of(subject) for code, subject in subjects.items()}
            self.arrange(tuple(subjects))
            return {NAMES, *self.layout.shown}
        for code, subject in subjects.items():
            if subject != self._subjects[code]:
                self._states[code] = self.cells_of(subject)
                changed.update(self.replace_row(self._rows[code], self._states[code]))
        self._subjects = subjects
        return changed

    def arrange(self, codes: tuple[str, ...]) -> None:
        """Put the rows into an order."""
        self.beginResetModel()
        self._codes = codes
        self._rows = {code: row for row, code in enumerate(codes)}
        self._cells = [self._states[code] for code in codes]
        self.endResetModel()

    def sorted_by(self, column: int, *, descending: bool) -> tuple[str, ...]:
        """Return the states sorted by a column; what has no value comes last, equal values keep protocol order."""
        values = {code: cells[column].sort for code, cells in self._states.items()}
        known = [code for code, value in values.items() if value is not None]
        # One column holds numbers only, or words only.
        known.sort(key=lambda code: values[code], reverse=descending)  # type: ignore[arg-type, return-value]
        return (*known, *(code for code, value in values.items() if value is None))

    @property
    def protocol_order(self) -> tuple[str, ...]:
        """The participating states in protocol order."""
        return tuple(self._states)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be selected; those that a plan is typed into can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return TYPED if self.is_editable(index.row(), index.column()) else SHOWN

    def subject(self, row: int) -> _Subject | None:
        """Return what a row is made from; ``None`` where there is no row."""
        return self._subjects.get(self.code(row))

    def code(self, row: int) -> str:
        """Return the Union code of a row; empty where there is no row."""
        return self._codes[row] if 0 <= row < len(self._codes) else ""

    def shows(self, code: str) -> bool:
        """Tell whether a Member State takes part."""
        return code in self._rows

    def row_of(self, code: str) -> int:
        """Return the row of a Member State.

        Raises:
            KeyError: it takes no part.
        """
        return self._rows[code]


class TotalsModel(CellsModel):
    """The rows under the table."""

    def __init__(self, layout: Layout, rows: int, cells_of: TotalsCells) -> None:
        """Make empty totals.

        Args:
            layout: the columns.
            rows: how many rows there are.
            cells_of: makes them.
        """
        super().__init__(layout, rows)
        self._cells_of = cells_of

    def show_assessment(self, assessment: Any, states: Sequence[Sequence[Cell]]) -> set[int]:
        """Show the totals of now; return the columns that changed.

        Args:
            assessment: the figures of the procedure.
            states: the cells of the participating states, in protocol order.
        """
        changed: set[int] = set()
        for row, cells in enumerate(self._cells_of(assessment, states)):
            changed.update(self.replace_row(row, cells))
        return changed
