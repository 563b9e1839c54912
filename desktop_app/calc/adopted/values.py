"""What stands in the table of an adopted annex: its columns, its cells, and where each stands in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.sentences import say

TOTAL: Final = "total"
"""Stands for a code: the row of totals."""
REFERENCE: Final = "reference"
"""Stands for a code: the row of the reference numbers (Art. 57(1))."""


class Column(Enum):
    """A column that can be compared; the value stands on the command line and in JSON."""

    SHARE = "share"
    FAIR_RELOCATIONS = "fair_share_relocations"
    FAIR_EUR = "fair_share_eur"
    RELOCATIONS = "relocations"
    BENEFICIARIES = "of_which_beneficiaries"
    FINANCIAL = "financial"
    ALTERNATIVE = "alternative"
    GROSS = "equivalents"
    DEDUCTED = "deducted_equivalents"
    NET = "net_equivalents"

    @property
    def words(self) -> str:
        """The column in words, as a sentence of ours."""
        return _WORDS[self]

    @property
    def is_money(self) -> bool:
        """Whether its figures are EUR."""
        return self in _MONEY

    @property
    def is_recorded(self) -> bool:
        """Whether its figures are recorded or whole, so that they are compared to the last cent."""
        return self in _RECORDED


_WORDS: Final = {
    Column.SHARE: say("share of the key (%)"),
    Column.FAIR_RELOCATIONS: say("fair share in relocations"),
    Column.FAIR_EUR: say("fair share in EUR"),
    Column.RELOCATIONS: say("relocations"),
    Column.BENEFICIARIES: say("of which beneficiaries"),
    Column.FINANCIAL: say("financial contribution"),
    Column.ALTERNATIVE: say("alternative measures"),
    Column.GROSS: say("total in relocations"),
    Column.DEDUCTED: say("deduction in relocations"),
    Column.NET: say("net in relocations"),
}
_MONEY: Final = frozenset({Column.FAIR_EUR, Column.FINANCIAL, Column.ALTERNATIVE})
_RECORDED: Final = frozenset(
    {Column.FAIR_RELOCATIONS, Column.RELOCATIONS, Column.BENEFICIARIES, Column.FINANCIAL, Column.ALTERNATIVE}
)


class Nothing(Enum):
    """What stands in a cell without a figure."""

    EMPTY = "empty"
    """Nothing at all, a dash, or words that nothing applies or is known."""
    NONE = "none"
    """Explicitly none."""
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure.

    Attributes:
        value: exact; of a share, per cent.
        decimals: with how many it is written.
        is_full: it has all the digits that a spreadsheet holds, so that its last one is the spreadsheet's.
    """

    value: Fraction
    decimals: int = 0
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that cannot be read.

    Attributes:
        reason: why, a sentence without a full stop.
    """

    reason: str


Meaning: TypeAlias = Stated | Nothing | Unreadable


@dataclass(frozen=True, slots=True)
class ActCell:
    """A cell of the act.

    Attributes:
        place: where it stands in the file, such as ``"Sheet1!F5"``.
        text: as it is written there.
        meaning: what that is.
    """

    place: str
    text: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column of the file.

    Attributes:
        letters: its name in a spreadsheet, ``"F"``.
        heading: what stands above it.
        column: what it holds; ``None`` where that is not known, and it is not compared.
    """

    letters: str
    heading: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row with figures of which is not known whose they are.

    Attributes:
        place: of its first cell.
        text: what stands in front of its figures.
        reason: why it is not compared, a sentence without a full stop.
    """

    place: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ActTable:
    """The table of an adopted annex.

    Attributes:
        source: name of the file.
        checksum: SHA-256 of the file, 64 digits.
        sheet: name of the sheet it stands on.
        language: of its headings and names; empty where they do not tell.
        columns: the columns of the file in their order.
        rows: cells by code, or :data:`TOTAL` and :data:`REFERENCE`; then by column.
        unread: rows that are not compared.
    """

    source: str
    checksum: str
    sheet: str
    language: str
    columns: tuple[HeadedColumn, ...]
    rows: Mapping[str, Mapping[Column, ActCell]]
    unread: tuple[UnreadRow, ...] = ()

    @property
    def compared(self) -> tuple[Column, ...]:
        """The columns that can be compared, in the order of the annex."""
        found = {each.column for each in self.columns}
        return tuple(column for column in Column if column in found)
