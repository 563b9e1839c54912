"""What stands in a table before anybody knows what it means: cells as they were written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

LETTERS: Final = 26


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percentage"
    MONEY = "money that is not EUR"
    BOOLEAN = "yes or no"
    FORMULA = "formula"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell.

    Attributes:
        kind: see :class:`Kind`.
        text: the text; of a number, its digits as the file writes them; of a date, ``YYYY-MM-DD`` where it
            is a whole day.
    """

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet.

    Attributes:
        name: of the sheet.
        cells: by row and column, both from 1; empty cells are left out.
        hidden_rows: rows that are not shown.
        merged: top, left, bottom, right of what is merged.
        is_hidden: whether the sheet itself is not shown.
        is_typed: whether the file tells numbers from text; a CSV file does not.
        hidden_columns: columns that are not shown.
    """

    name: str
    cells: Mapping[tuple[int, int], GridCell]
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    is_hidden: bool = False
    is_typed: bool = True
    hidden_columns: frozenset[int] = frozenset()
    last_row: int = field(init=False, default=0)
    _by_row: dict[int, dict[int, GridCell]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _merged_in: dict[int, int] = field(init=False, repr=False, compare=False, default_factory=dict)
    """By row, a bit for each column that is a part of merged cells; filled as it is asked for."""

    def __post_init__(self) -> None:
        """Note the last row that holds something, and what is in each."""
        object.__setattr__(self, "last_row", max((row for row, _column in self.cells), default=0))
        for row, column in sorted(self.cells):
            self._by_row.setdefault(row, {})[column] = self.cells[row, column]

    def cell(self, row: int, column: int) -> GridCell | None:
        """Return a cell; ``None`` where it is empty."""
        return self.cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, trimmed; nothing where it is empty."""
        cell = self.cells.get((row, column))
        return "" if cell is None else cell.text.strip()

    def is_merged(self, row: int, column: int) -> bool:
        """Tell whether a cell is a part of merged cells."""
        if row not in self._merged_in:
            self._merged_in[row] = self._columns_merged(row)
        return bool(self._merged_in[row] >> column & 1)

    def _columns_merged(self, row: int) -> int:
        found = 0
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= right:
                found |= (1 << right + 1) - (1 << left)
        return found

    def row_cells(self, row: int) -> dict[int, str]:
        """Return the texts of a row by column."""
        return {column: cell.text.strip() for column, cell in self._by_row.get(row, {}).items()}

    def place(self, row: int, column: int) -> str:
        """Return the name of a cell, such as ``"Pledges!F5"``."""
        return f"{self.name}!{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: ``"A"``, ``"Z"``, ``"AA"``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters A to Z."""
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number
