"""A document as plain rows: texts and exact numbers without a page, for spreadsheets and tables of values.

Nothing here knows how a document is printed or how a workbook is made: it is what the one hands to the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import exact_text, fixed

DIGITS: Final = 15
"""Digits that a number of a spreadsheet holds."""


class Kind(Enum):
    """What a row is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"
    HEAD = "head of a table"
    BODY = "row of a table"
    TOTAL = "row of totals"
    """A row of a table that is set in bold."""

    @property
    def is_of_table(self) -> bool:
        """Whether the row has columns."""
        return self in {Kind.HEAD, Kind.BODY, Kind.TOTAL}


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a document.

    Attributes:
        value: the exact number; of a percentage how many per cent.
        decimals: with how many it is printed, half up.
        unit: the code of a currency, ``%``, or empty.
        unit_first: the unit stands before the number.
        mark: of a note, behind the number.
    """

    value: Fraction
    decimals: int
    unit: str = ""
    unit_first: bool = False
    mark: str = ""

    @property
    def plain(self) -> str:
        """The number as it is printed, for machines: digits with a decimal point, ``"8440000.00"``."""
        return fixed(self.value, self.decimals)

    @property
    def lost(self) -> str:
        """The exact number, where a cell that shows it as printed would lose something: ``"1299/2"``; else empty."""
        as_printed = Fraction(self.plain) == self.value
        fits = len(self.plain.lstrip("-").replace(".", "")) <= DIGITS
        return "" if as_printed and fits else exact_text(self.value)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: as it is printed, on as many lines as it must have.
        number: what the text is, where it is a figure and nothing else.
        span: how many columns it takes.
        unreviewed: it holds words that a draft marks: nobody has reviewed them.
    """

    text: str
    number: Number | None = None
    span: int = 1
    unreviewed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row; a text takes one cell.

    Attributes:
        kind: what it is.
        cells: from left to right, each with the columns that it takes.
        table: number of the table in its sheet, counted from 1; 0 of what is in none.
    """

    kind: Kind
    cells: tuple[Cell, ...]
    table: int = 0

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """Yield the cells, each with the number of its first column, counted from 0."""
        place = 0
        for cell in self.cells:
            yield place, cell
            place += cell.span


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section of a document.

    Attributes:
        title: its heading.
        lines: its rows, the heading among them.
        widths: of the columns, in points.
    """

    title: str
    lines: tuple[Line, ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A document.

    Attributes:
        title: of the document.
        author: whose it is.
        subject: what it is about, with the fingerprint.
        language: its code.
        banner: what stands on every page of the printed document, and on every sheet: classification, draft mark,
            estimate, what it is of, fingerprint.
        marking: the classification; empty where the act is adopted and public.
        stamp: fingerprint and day, as they stand at the foot of every page.
        status: ``draft`` or ``final``.
        fingerprint: of the state.
        exact: the word above exact values.
        sheets: its sections.
    """

    title: str
    author: str
    subject: str
    language: str
    banner: tuple[str, ...]
    marking: str
    stamp: str
    status: str
    fingerprint: str
    exact: str
    sheets: tuple[Sheet, ...]
