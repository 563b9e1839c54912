"""The record of one pool: the act that opened it, draws, raises, the top-up, each with what remains after it."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calc.pool_use import Movement, MovementKind, movements_of
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import PoolUse, SearchAndRescue
from desktop_app.calc.shifts import NOT_KNOWN
from desktop_app.calc.wording import MINUS, day, persons
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.theme import legible, theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (
    marked("Date"),
    marked("What"),
    marked("Persons"),
    marked("Remaining"),
    marked("For"),
    marked("Taken over by"),
    marked("Nationality"),
    marked("Note"),
)


class Column(IntEnum):
    """The columns, from left to right."""

    DATE = 0
    WHAT = 1
    PERSONS = 2
    REMAINING = 3
    SERVED = 4
    CONTRIBUTOR = 5
    NATIONALITY = 6
    NOTE = 7


_FIGURES: Final = frozenset({Column.PERSONS, Column.REMAINING})
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WHAT: Final = {
    MovementKind.ACT: marked("opened by the act"),
    MovementKind.DRAW: marked("draw"),
    MovementKind.TOP_UP: marked("top-up"),
}


def cells_of(movement: Movement, recorded: SearchAndRescue) -> tuple[str, ...]:
    """Return the texts of a movement, one for each of :data:`HEADINGS`."""
    when = day(movement.date) if movement.date is not None else tr("no date")
    if movement.kind is MovementKind.ACT:
        held = NOT_KNOWN if movement.remaining is None else persons(movement.remaining)
        what = _WHAT[movement.kind] if movement.date is not None else tr("as pledged, no act yet")
        return (when, what, held, held, "", "", "", "")
    beside = _beside(movement, recorded)
    return (when, beside[0], signed(movement.persons), remaining_text(movement), *beside[1:])


def _beside(movement: Movement, recorded: SearchAndRescue) -> tuple[str, str, str, str, str]:
    """Return what, for whom, by whom, nationality and note."""
    if movement.place is None:
        reference = recorded.top_up.reference if recorded.top_up is not None else None
        return _WHAT[movement.kind], "", "", "", reference or ""
    if movement.kind is MovementKind.RAISE:
        raised = recorded.raises[movement.place]
        return tr("raise of {state}", state=state_name(raised.code)), "", "", "", raised.note or ""
    use = recorded.use[movement.place]
    served = "" if use.used_for is None else state_name(use.used_for)
    by = "" if use.contributor is None else state_name(use.contributor)
    return _WHAT[movement.kind], served, by, use.nationality or "", _note(use)


def _note(use: PoolUse) -> str:
    risk = tr("no risk: {not_at_risk}", not_at_risk=use.not_at_risk) if use.not_at_risk else ""
    return "; ".join(part for part in (risk, use.note or "") if part)


def signed(count: int) -> str:
    """Write persons with their sign."""
    return f"{'+' if count >= 0 else MINUS}{tr(persons(abs(count)))}"


def remaining_text(movement: Movement) -> str:
    """Write what remains after a movement."""
    if movement.remaining is None:
        return NOT_KNOWN
    return persons(movement.remaining) if movement.remaining >= 0 else f"{MINUS}{tr(persons(-movement.remaining))}"


class RecordModel(QAbstractTableModel):
    """The movements of one pool; a thousand of them are as quick as ten: texts are made where they are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._movements: tuple[Movement, ...] = ()
        self._recorded = SearchAndRescue()
        self._cells: dict[int, tuple[str, ...]] = {}

    @property
    def movements(self) -> tuple[Movement, ...]:
        """What is shown."""
        return self._movements

    def show_pool(self, assessment: SearchAndRescueAssessment | None, code: str | None) -> None:
        """Show the record of a pool, or none."""
        movements = () if assessment is None or code is None else movements_of(assessment, code)
        recorded = SearchAndRescue() if assessment is None else assessment.forum.search_and_rescue
        self._cells.clear()
        if len(movements) == len(self._movements):
            # The same number of lines: place and selection stay.
            self._movements, self._recorded = movements, recorded
            if movements:
                self.dataChanged.emit(self.index(0, 0), self.index(len(movements) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self._movements, self._recorded = movements, recorded
        self.endResetModel()

    def draw(self, row: int) -> int | None:
        """Return the number of the draw of a row in the forum's list; ``None`` where it is no draw."""
        if not 0 <= row < len(self._movements) or self._movements[row].kind is not MovementKind.DRAW:
            return None
        return self._movements[row].place

    def row_of(self, place: int) -> int | None:
        """Return the row of a draw."""
        rows = (row for row in range(len(self._movements)) if self.draw(row) == place)
        return next(rows, None)

    def cells(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row."""
        held = self._cells.get(row)
        if held is None:
            texts = cells_of(self._movements[row], self._recorded)
            held = self._cells[row] = tuple(map(shown, texts))
        return held

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many movements there are."""
        return 0 if parent.isValid() else len(self._movements)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell holds for a role."""
        if not index.isValid() or index.row() >= len(self._movements):
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return legible(self.cells(index.row())[column])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return legible(self._sentence(index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _FIGURES else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            remaining = self._movements[index.row()].remaining
            if column is Column.REMAINING and remaining is not None and remaining < 0:
                return theme().colours.block
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column, aligned as its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if Column(section) in _FIGURES else _LEFT
        return None

    def _sentence(self, row: int) -> str:
        cells = zip(HEADINGS, self.cells(row), strict=True)
        return ", ".join(f"{tr(title).lower()} {text}" for title, text in cells if text)
