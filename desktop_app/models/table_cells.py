"""What a table that is handed out is made of: sheets of plain cells.

A cell is a text, an integer, a decimal number, a date, a yes or no, or empty. Where a number of a
spreadsheet would lose something (cents of large amounts, fractions), a column beside it holds the exact
value as text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.exact import CENTS, PER_CENT, decimal_text, exact_text, fixed, money_text
from desktop_app.calc.member_states import name_of
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import OriginalAmount

Cell: TypeAlias = str | int | Decimal | date | bool | None

NOTHING_RECORDED: Final = "nothing recorded"
NONE: Final = "none"


class Look(Enum):
    """How the cells of a column look."""

    TEXT = "text"
    LONG_TEXT = "long text"
    LISTED = "a few words"
    PERSONS = "persons"
    EUR = "EUR"
    DECIMAL = "decimal"
    PERCENT_2 = "percent, two decimals"
    PERCENT_4 = "percent, four decimals"
    DAY = "day"
    YEAR = "year"
    EXACT = "exact value as text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands above it and how its cells look."""

    header: str
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        title: name of the sheet.
        columns: its columns.
        rows: its rows, each as long as ``columns``.
        kept_columns: how many columns at the left stay in sight.
        printed_columns: how many columns from the left are printed; 0 prints all.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kept_columns: int = 0
    printed_columns: int = 0


STATE: Final = (Column("code"), Column("Member State"))
FIGURES: Final = (Column("figure", Look.LONG_TEXT), Column("value", Look.LONG_TEXT), Column("exact", Look.EXACT))
"""Columns of the sheet of the whole: what a value is, the value, and the exact one."""
NUMBER: Final = Column("number", Look.PERSONS)
"""Counts the measures or deductions of one state, so that a row that comes back says which one it is."""
NOTE: Final = Column("note", Look.LONG_TEXT)


def before_exact(columns: Sequence[Column]) -> int:
    """Return how many columns stand before the first of exact values: these are not printed."""
    return next(number for number, column in enumerate(columns) if column.look is Look.EXACT)


def recorded(cell: Recorded[object], value: Cell) -> Cell:
    """Return what a pledge's cell shows: its value, or in words that there is none."""
    if cell is ABSENT:
        return NOTHING_RECORDED
    return NONE if cell is None else value


def state_cells(code: str) -> tuple[str, str]:
    """Return code and name of a state."""
    return code, name_of(code)


def percent(ratio: Fraction | None, decimals: int) -> Decimal | None:
    """Return a ratio in percent; nothing where it is not known."""
    return None if ratio is None else Decimal(fixed(ratio * PER_CENT, decimals))


def cents(cents: int | None) -> tuple[Decimal | None, str]:
    """Return an amount in EUR, and exactly as text."""
    return (None, "") if cents is None else (Decimal(cents) / CENTS, money_text(cents))


def eur(value: Fraction | None) -> tuple[Decimal | None, str]:
    """Return a value in EUR, both rounded to cents."""
    return (None, "") if value is None else (Decimal(fixed(value, 2)), fixed(value, 2))


def exact(value: Fraction | None) -> tuple[Decimal | None, str]:
    """Return a value rounded for reading, and exactly as text."""
    return (None, "") if value is None else (Decimal(fixed(value, 6)), exact_text(value))


def texts(*values: Fraction | None) -> Iterator[str]:
    """Yield values exactly as text; empty where one is not known."""
    for value in values:
        yield "" if value is None else exact_text(value)


def original_cells(amount: OriginalAmount | None) -> tuple[Cell, ...]:
    """Return currency, exact amount, rate, day and source of the rate; nothing where all was said in EUR."""
    if amount is None:
        return (None, "", "", None, None)
    rate = "" if amount.rate is None else decimal_text(amount.rate)
    return (amount.currency, money_text(amount.amount_hundredths), rate, amount.rate_date, amount.rate_source)
