"""Every difference between a forum and the annex of an adopted act, cell by cell.

What is recorded (relocations, contributions, measures) and whole fair shares are compared exactly. A figure that is
calculated may not end (a share, a fair share in EUR, an equivalent): it is compared rounded half up to the decimals
with which its column is printed, and what these are is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.calc.adopted.figures import Held, held_by, unprinted_totals
from desktop_app.calc.adopted.values import REFERENCE, TOTAL, ActCell, ActTable, Column, Nothing, Stated, Unreadable
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.exact import fixed
from desktop_app.calc.sentences import say


class DifferenceKind(Enum):
    """How a cell differs; the value stands in JSON."""

    OTHER = "other_figure"
    MISSING_IN_ACT = "missing_in_act"
    MISSING_IN_FORUM = "missing_in_forum"
    UNREADABLE = "not_readable"

    @property
    def words(self) -> str:
        """The kind in words, as a sentence of ours."""
        return _KINDS[self]


_KINDS: Final = {
    DifferenceKind.OTHER: say("other figure"),
    DifferenceKind.MISSING_IN_ACT: say("missing in the act"),
    DifferenceKind.MISSING_IN_FORUM: say("missing in the forum"),
    DifferenceKind.UNREADABLE: say("not readable"),
}


_ZERO_IS_NOTHING: Final = frozenset({Column.BENEFICIARIES, Column.DEDUCTED})
"""Columns of a part of what stands beside it: a part of nothing is printed as a dash here and as 0 there."""


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A cell in which the forum and the act differ.

    Attributes:
        code: of the Member State, or :data:`TOTAL` or :data:`REFERENCE`.
        column: which figure.
        kind: how they differ.
        forum: exact figure of the forum, or why there is none.
        compared: the forum's figure as it was compared: at the decimals of the act's column.
        cell: of the act; ``None`` where the act has no such row.
        decimals: with how many figures of the column are shown.
    """

    code: str
    column: Column
    kind: DifferenceKind
    forum: Held
    compared: Fraction | None
    cell: ActCell | None
    decimals: int

    @property
    def act(self) -> Fraction | None:
        """The figure of the act; ``None`` where there is none that can be read."""
        meaning = self.cell.meaning if self.cell else None
        return meaning.value if isinstance(meaning, Stated) else None

    @property
    def difference(self) -> Fraction | None:
        """The act less the forum, as compared; ``None`` where one of the two has no figure."""
        return None if self.act is None or self.compared is None else self.act - self.compared


@dataclass(frozen=True, slots=True)
class Checked:
    """A forum beside an adopted act.

    Attributes:
        table: of the act.
        differences: row by row in the order of the annex, totals last; within a row by column.
        agreeing: in how many cells both have the same figure.
        both_without: in how many cells neither has a figure.
        decimals: of the columns whose figures are calculated: with how many they were compared.
    """

    table: ActTable
    differences: tuple[CellDifference, ...]
    agreeing: int
    both_without: int
    decimals: Mapping[Column, int]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.differences and not self.table.unread


def compare_with_act(assessment: AnnualPoolAssessment, table: ActTable) -> Checked:
    """Return every difference between a forum and the table of an adopted act.

    Only columns that the act has are compared. A row of totals or of reference numbers that the act does not have is
    no difference; a Member State that it does not have is one in every column in which the forum has a figure.
    """
    held = held_by(assessment)
    decimals = {column: _decimals(table, column) for column in table.compared}
    found: list[CellDifference] = []
    agreeing = without = 0
    for code in (*held, *(code for code in table.rows if code not in held)):
        row = table.rows.get(code)
        if row is None and code in (TOTAL, REFERENCE):
            continue
        for column in table.compared:
            cell = None if row is None else row.get(column)
            forum = held.get(code, {}).get(column, Nothing.EMPTY)
            if _is_unprinted(code, column, cell):
                continue
            one = _compared(code, column, forum, cell, decimals[column])
            if one is not None:
                found.append(one)
            elif cell is not None and isinstance(cell.meaning, Stated):
                agreeing += 1
            elif row is not None:
                without += 1
    printed = {column: number for column, number in decimals.items() if not column.is_recorded}
    return Checked(table, tuple(_in_order(found)), agreeing, without, printed)


def _in_order(found: list[CellDifference]) -> Iterator[CellDifference]:
    """Yield states first, then the totals, then the reference numbers."""
    last = {TOTAL: 1, REFERENCE: 2}
    return iter(sorted(found, key=lambda each: last.get(each.code, 0)))


def _is_unprinted(code: str, column: Column, cell: ActCell | None) -> bool:
    """Tell whether a cell of the last rows is one that an annex leaves empty."""
    has_nothing = cell is None or isinstance(cell.meaning, Nothing)
    if code == TOTAL:
        return has_nothing and column in unprinted_totals()
    return code == REFERENCE and has_nothing and column not in (Column.FAIR_RELOCATIONS, Column.FAIR_EUR)


def _decimals(table: ActTable, column: Column) -> int:
    """Return with how many decimals an act prints a column: the most that any of its figures has."""
    meanings = [row[column].meaning for row in table.rows.values() if column in row]
    stated = [each for each in meanings if isinstance(each, Stated)]
    return max((each.decimals for each in stated), default=0)


def _compared(code: str, column: Column, forum: Held, cell: ActCell | None, decimals: int) -> CellDifference | None:
    """Return how a cell differs; ``None`` where it does not."""
    meaning = Nothing.EMPTY if cell is None else cell.meaning
    has_figure = isinstance(forum, Fraction)
    places = meaning.decimals if isinstance(meaning, Stated) and meaning.is_full else decimals
    compared = _as_printed(forum, column, places) if isinstance(forum, Fraction) else None
    if isinstance(meaning, Unreadable):
        kind = DifferenceKind.UNREADABLE
    elif isinstance(meaning, Stated):
        held = Fraction() if compared is None and column in _ZERO_IS_NOTHING else compared
        if held == meaning.value:
            return None
        kind = DifferenceKind.OTHER if has_figure else DifferenceKind.MISSING_IN_FORUM
    elif has_figure:
        if column in _ZERO_IS_NOTHING and not forum:
            return None
        kind = DifferenceKind.MISSING_IN_ACT
    elif {meaning, forum} == {Nothing.NONE, Nothing.NOT_RECORDED}:
        # "None" is a pledge of nothing; what is not recorded is no pledge yet (Art. 57(1)).
        kind = DifferenceKind.MISSING_IN_FORUM if meaning is Nothing.NONE else DifferenceKind.MISSING_IN_ACT
    else:
        return None
    return CellDifference(code, column, kind, forum, compared, cell, decimals)


def _as_printed(value: Fraction, column: Column, decimals: int) -> Fraction:
    return value if column.is_recorded else Fraction(fixed(value, decimals))
