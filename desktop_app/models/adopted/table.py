"""Finding the table of an annex on a sheet, among titles, notes and other tables, and reading its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop_app.calc.adopted.values import (
    REFERENCE,
    TOTAL,
    ActCell,
    Column,
    HeadedColumn,
    Nothing,
    Unreadable,
    UnreadRow,
)
from desktop_app.calc.sentences import State, say
from desktop_app.models.adopted.figures import meaning_of
from desktop_app.models.adopted.known import Known
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.grid import Grid, column_letters

_TRIED: Final = 20
"""Rows that may be the head of the table, the likeliest first."""
_LEADING: Final = 6
"""Cells in which the name of a row is looked for."""
_LEAST: Final = 4
"""Columns and Member States together that make a table."""
_MOST_UNREAD: Final = 100
_PLEDGES: Final = frozenset({Column.RELOCATIONS, Column.FINANCIAL, Column.ALTERNATIVE, Column.GROSS})
_SPLIT: Final = say(
    "the row has more cells than the table has headings: a comma within a figure splits it; put the figure in quotes, "
    "or part the cells with semicolons"
)
_LAST_ROWS: Final = (TOTAL, REFERENCE)


@dataclass(slots=True)
class Found:
    """A table on a sheet.

    Attributes:
        grid: the sheet.
        head: number of the row with its headings; 0 where a person has told the columns.
        language: of the sheet; empty where it does not tell.
        columns: what the columns hold, by their numbers.
        rows: cells by whose they are, then by column.
        unread: rows with figures that are nobody's, or somebody's again.
    """

    grid: Grid
    head: int
    language: str
    columns: Mapping[int, Column]
    rows: dict[str, dict[Column, ActCell]] = field(default_factory=dict)
    unread: list[UnreadRow] = field(default_factory=list)

    @property
    def states(self) -> int:
        """How many Member States it has."""
        return len(self.rows.keys() - set(_LAST_ROWS))

    def headed(self) -> tuple[HeadedColumn, ...]:
        """Return its columns with their headings; of those that are not known, the ones that have a heading."""
        texts = self.grid.row_cells(self.head)
        numbers = sorted({*texts, *self.columns})
        return tuple(
            HeadedColumn(column_letters(each), " ".join(texts.get(each, "").split()), self.columns.get(each))
            for each in numbers
        )


def find_table(grid: Grid, known: Known, told: Mapping[int, Column | None]) -> Found | None:
    """Return the table of a sheet that has most of an annex's columns; ``None`` where there is none.

    Args:
        grid: the sheet.
        known: the words of every language.
        told: what a person says that columns hold, by their numbers; ``None`` for a column that is not compared.
    """
    language = known.language(cell.text.strip() for cell in grid.cells.values())
    heads = [(row, _columns(grid, row, known, language)) for row in range(1, grid.last_row + 1)]
    likely = sorted((each for each in heads if each[1]), key=lambda each: (-len(each[1]), each[0]))[:_TRIED]
    for row, columns in [*likely, *([(0, {})] if told else [])]:
        meant = {**columns, **told}
        chosen = {number: column for number, column in meant.items() if column is not None}
        found = Found(grid, row, language, chosen)
        _Rows(found, known).read()
        # A note that names one state in passing is no table.
        if chosen and (found.states + len(chosen) >= _LEAST or (told and found.states)):
            return found
    return None


def _columns(grid: Grid, row: int, known: Known, language: str) -> dict[int, Column]:
    """Return what the columns below a row hold if it is the head of the table."""
    found: dict[int, Column] = {}
    for number, text in sorted(grid.row_cells(row).items()):
        meant = [column for column in known.columns(text, language) if column not in found.values()]
        if len(meant) > 1:
            meant = [_told_apart(grid, (row, number), meant, known, set(found.values()))]
        if meant:
            found[number] = meant[0]
    return found


def _told_apart(grid: Grid, place: tuple[int, int], meant: list[Column], known: Known, before: set[Column]) -> Column:
    """Return which of several columns a heading means: what stands above it tells, or what stands before it."""
    row, number = place
    above = grid.row_cells(row - 1)
    left = max((each for each in above if each <= number and above[each]), default=0)
    group = known.group(above[left]) if left else None
    if group in meant:
        return group
    return meant[-1] if before & _PLEDGES else meant[0]


class _Rows:
    """Reads the rows of a table into it."""

    def __init__(self, found: Found, known: Known) -> None:
        self._found, self._known = found, known
        self._grid = found.grid
        heads = self._grid.row_cells(found.head)
        self._last = max(heads) if heads and not self._grid.is_typed else limits.COLUMNS
        self._rows_of: dict[str, int] = {}

    def read(self) -> None:
        """Read from the head downwards to where the table ends."""
        for row in range(self._found.head + 1, self._grid.last_row + 1):
            texts = {number: text for number, text in sorted(self._grid.row_cells(row).items()) if text}
            code = self._whose(texts)
            if code is None:
                if self._is_end(row, texts):
                    return
                self._note_unread(row, texts)
            elif code in self._rows_of:
                # Behind its totals the table is over, and another one may begin without a head.
                if self._rows_of.keys() & set(_LAST_ROWS):
                    return
                self._refuse_again(row, code)
            else:
                self._rows_of[code] = row
                self._found.rows[code] = {
                    column: self._cell(row, number, column) for number, column in self._found.columns.items()
                }
                if self._is_split(texts):
                    self._refuse(code, _SPLIT)

    def _whose(self, texts: Mapping[int, str]) -> str | None:
        for number, text in list(texts.items())[:_LEADING]:
            if number not in self._found.columns:
                code = self._known.code(text, self._found.language)
                if code is not None:
                    return code
        return None

    def _is_end(self, row: int, texts: Mapping[int, str]) -> bool:
        """Tell whether a row without a name is the head of another table; a head that is repeated is none."""
        if not self._found.rows or not any(map(self._known.is_state_heading, texts.values())):
            return False
        again = _columns(self._grid, row, self._known, self._found.language)
        return not again.items() & self._found.columns.items()

    def _note_unread(self, row: int, texts: Mapping[int, str]) -> None:
        if not any(_has_digit(texts.get(number, "")) for number in self._found.columns):
            return
        if not self._found.rows or len(self._found.unread) >= _MOST_UNREAD or self._is_head(row):
            return
        first = next(iter(texts))
        reason = say("this is neither a Member State nor a total")
        self._found.unread.append(UnreadRow(self._grid.place(row, first), texts[first], reason))

    def _is_head(self, row: int) -> bool:
        return bool(_columns(self._grid, row, self._known, self._found.language))

    def _refuse_again(self, row: int, code: str) -> None:
        """Let no figure of a row count that stands there twice."""
        first = self._rows_of[code]
        reason = say("the table has two rows of {state}: {first} and {row}", state=State(code), first=first, row=row)
        self._refuse(code, reason)

    def _refuse(self, code: str, reason: str) -> None:
        for column, cell in self._found.rows[code].items():
            self._found.rows[code][column] = ActCell(cell.place, cell.text, Unreadable(reason))

    def _is_split(self, texts: Mapping[int, str]) -> bool:
        """Tell whether a row of a CSV file goes on behind the last heading, with what looks like a figure."""
        behind = [text for number, text in texts.items() if number > self._last]
        return any(_has_digit(text) or self._known.nothing(text) or not any(map(str.isalpha, text)) for text in behind)

    def _cell(self, row: int, number: int, column: Column) -> ActCell:
        cell = self._grid.cell(row, number)
        meaning = meaning_of(cell, column, self._found.language, self._known)
        if meaning is Nothing.EMPTY and self._grid.is_merged(row, number) and cell is None:
            meaning = self._merged(row, number)
        return ActCell(self._grid.place(row, number), self._grid.text(row, number), meaning)

    def _merged(self, row: int, number: int) -> Nothing | Unreadable:
        """Say what a cell without a text of its own means that is merged with others."""
        for place in self._merged_with(row, number):
            if _has_digit(self._grid.text(*place)):
                return Unreadable(
                    say("it is merged with {place}: give it a figure of its own", place=self._grid.place(*place))
                )
        return Nothing.EMPTY

    def _merged_with(self, row: int, number: int) -> Iterator[tuple[int, int]]:
        for top, left, bottom, right in self._grid.merged:
            if top <= row <= bottom and left <= number <= right:
                yield top, left


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
