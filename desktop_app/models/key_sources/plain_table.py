"""Plain tables, out of CSV or a sheet: a column of codes, and years as a column or in the names of the columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from desktop_app.calc.member_states import POSITION
from desktop_app.calc.sentences import say
from desktop_app.models.interchange.fields import quoted
from desktop_app.models.key_sources import gathering
from desktop_app.models.key_sources.columns import Columns, ValueColumn
from desktop_app.models.key_sources.gathering import Gathering, Observation
from desktop_app.models.key_sources.source import KeyKind
from desktop_app.models.table_reading.grid import column_letters

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR: Final = re.compile(r"[0-9]{4}")
_TOTALS: Final = frozenset({"total", "totals", "sum", "together"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it stands in a file.

    Attributes:
        text: its text; empty where there is nothing.
        pointed: whether it is a typed number, in which a point is the decimal sign.
        problem: why it cannot be a value, such as a formula; empty where it can.
        is_day: whether it is a typed date, which a column of dates may hold.
    """

    text: str = ""
    pointed: bool = False
    problem: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        cells: its cells.
        number: of the line or the row.
        sheet: that it stands on; empty where the file is text.
    """

    cells: list[Cell]
    number: int
    sheet: str = ""

    def cell(self, place: int) -> Cell:
        """Return a cell; a row may be shorter than the first one."""
        return self.cells[place] if place < len(self.cells) else Cell()

    def where(self, place: int, name: str) -> str:
        """Say where a cell stands."""
        line = str(self.number)
        if not self.sheet:
            return say("line {line}, column {column}", line=line, column=name)
        return say("sheet {sheet}, cell {cell}", sheet=self.sheet, cell=f"{column_letters(place + 1)}{line}")


def gather(columns: Columns, lines: Iterable[Line], gathered: Gathering) -> None:
    """Take the values of a table.

    Args:
        columns: what its columns hold.
        lines: the rows below their names.
        gathered: gets the values.
    """
    for name in columns.unused:
        gathered.skip(say("column {column}, not used", column=quoted(name)))
    for line in lines:
        code = _code(columns, line, gathered)
        if code is None:
            continue
        for column in columns.values:
            _take(columns, column, line, code, gathered)


def _code(columns: Columns, line: Line, gathered: Gathering) -> str | None:
    """Return the Member State of a row; ``None`` for a row of something else, which is counted or named."""
    cell = line.cell(columns.code)
    code = cell.text.strip().upper()
    if code in POSITION and not cell.problem:
        return code
    if not any(line.cell(column.place).text or line.cell(column.place).problem for column in columns.values):
        return None
    if not code or code.casefold() in _TOTALS:
        gathered.skip(gathering.NO_CODE)
    elif code == "GR":
        gathered.refuse(line.where(columns.code, "code"), cell.text, say("Greece is EL"))
    elif re.fullmatch("EU[0-9_]*|EA[0-9]*|UK|IS|LI|NO|CH", code):
        gathered.wants(code)
    else:
        gathered.refuse(line.where(columns.code, "code"), cell.text, say("no code of a Member State"))
    return None


def _take(columns: Columns, column: ValueColumn, line: Line, code: str, gathered: Gathering) -> None:
    cell, where = line.cell(column.place), partial(line.where, column.place, column.name)
    if cell.problem:
        gathered.refuse(where(), cell.text, cell.problem)
        return
    if not cell.text.strip():
        return
    flags = "" if column.flag is None else line.cell(column.flag).text
    if column.year is not None or columns.year is None:
        year = column.year
    else:
        written = line.cell(columns.year)
        year = _year(written.text.strip(), columns.kind)
        other = "" if written.is_day else written.problem
        if year is None or other:
            why = other or _why_no_year(columns.kind)
            gathered.refuse(line.where(columns.year, columns.year_name), written.text, why)
            return
    series = column.series if columns.kind is KeyKind.APPLICATIONS else ""
    seen = Observation(series, code, year, cell.text.strip(), flags, cell.pointed)
    gathered.add(seen, where)


def _year(text: str, kind: KeyKind) -> int | None:
    """Read a year, or the day that a population is of."""
    if _YEAR.fullmatch(text):
        return int(text)
    match = _DAY.match(text)
    if match is None:
        return None
    is_first = (match[2], match[3]) == ("01", "01")
    return int(match[1]) if is_first and kind is KeyKind.POPULATION else None


def _why_no_year(kind: KeyKind) -> str:
    example = date(2025, 1, 1)
    if kind is KeyKind.POPULATION:
        first = example.isoformat()
        return say("write a year such as {year}, or its first day, {day}", year=str(example.year), day=first)
    return say("write a year such as {year}", year=str(example.year))
