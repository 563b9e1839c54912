"""What columns a table has: headings, what their numbers count, which are typed into, how much room they keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from desktop_app.views.language import shown

NAMES: Final = 0
"""The column of the Member States, which stays while the others scroll; the first of every table."""


class Measure(Enum):
    """What the numbers of a column count, so that only like is added to like."""

    NOTHING = auto()
    """Words, or figures that do not add up, such as coverage."""
    PERSONS = auto()
    RELOCATIONS = auto()
    """Equivalents: exact, perhaps with a fraction."""
    CENTS = auto()
    PERCENT = auto()


@dataclass(frozen=True, slots=True)
class TableHeading:
    """What stands above a column and what it holds.

    Attributes:
        title: the first line of the heading.
        unit: the second line, smaller; may be empty.
        spoken: the column's name in a sentence.
        figure: id of the figure in a Member State's row; empty where the cell holds no figure.
        total_figure: id of the figure in the totals row; empty where there is none.
        about: the tooltip of the heading.
        is_number: whether numbers stand here, right-aligned on the decimal sign.
        measure: what the numbers count.
        full: the name in a list of columns, where title and unit do not tell it from its neighbours.
    """

    title: str
    unit: str
    spoken: str
    figure: str
    total_figure: str
    about: str
    is_number: bool = True
    measure: Measure = Measure.NOTHING
    full: str = ""

    @property
    def name(self) -> str:
        """The column's name in a list: ``"Gap (EUR)"``."""
        title, unit = shown(self.title), shown(self.unit)
        return shown(self.full) or (f"{title} ({unit})" if unit else title)


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that belong together under a heading of their own.

    Attributes:
        title: what stands above them.
        first: the first column.
        last: the last column; those between them belong to it.
    """

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table, by number: the names first.

    Attributes:
        headings: of every column.
        shown: the columns beside the names as they stand at first, from left to right.
        typed: those that are typed into.
        least: a text for which a column keeps room even while it is empty, so that typing pushes nothing about.
        greedy: parts of the spare room; every other column gets one.
        left: columns of numbers whose words stand at the left all the same.
        groups: headings above several columns, from left to right; the table has no third line without them.
        gives_way: columns that go where there is no room for all, the first one first, each with the column whose
            tooltips say the same.
        beside_names: the longest word that stands with an icon beside a name, so that all begin in one line.
    """

    headings: Mapping[int, TableHeading]
    shown: Sequence[int]
    typed: frozenset[int]
    least: Mapping[int, str] = field(default_factory=dict)
    greedy: Mapping[int, int] = field(default_factory=dict)
    left: frozenset[int] = frozenset()
    groups: tuple[Group, ...] = ()
    gives_way: Mapping[int, int] = field(default_factory=dict)
    beside_names: str = ""

    def stands_left(self, column: int) -> bool:
        """Tell whether words of a column stand at its left."""
        return column in self.left or not self.headings[column].is_number

    def group_of(self, column: int) -> Group | None:
        """Return the group that a column belongs to."""
        return next((group for group in self.groups if group.first <= column <= group.last), None)
