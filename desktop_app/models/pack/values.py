"""A document as a table of comma-separated values: its rows below each other, each behind the name of its section.

The first row says what the file is: title, language, status, classification, fingerprint. Then every row of the
document follows: the section first, then its texts, or the cells of a table from left to right; a cell that takes
several columns leaves the others empty, so that columns stay below their heads. Numbers are written for machines, to
the decimal that is printed: digits, a point, neither spaces nor a unit (``8440000``, ``84.96``). The unit stands in the
head of its column, or, in a table without heads, in a cell of its own behind the number. All rows have as many cells.

UTF-8 with a mark of byte order, which Excel needs to see that it is; commas, lines ended by CR LF (RFC 4180). A text
that a spreadsheet would run as a formula, at the beginning of a cell or behind a sign at which it may split cells,
has an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from desktop_app.calc.plain_sheets import Book, Kind, Line, Sheet

_RUN: Final = re.compile(r"(^|[;,|\t\r\n])([\s\"]*)(?=[=+\-@])")


def values_bytes(book: Book) -> bytes:
    """Return the table of values of a document."""
    rows: list[tuple[str, ...]] = [(book.title, book.language, book.status, book.marking, book.fingerprint)]
    rows += [tuple(row) for sheet in book.sheets for row in _rows(sheet)]
    width = max(map(len, rows))
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerows([*map(harmless, row), *[""] * (width - len(row))] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs; numbers stay as they are."""
    return text if _is_number(text) else _RUN.sub(r"\1\2'", text)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) is not None


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    section = _on_one_line(sheet.title)
    headed = {line.table for line in sheet.lines if line.kind is Kind.HEAD}
    last = {line.table: line for line in sheet.lines if line.kind is Kind.HEAD}
    for line in sheet.lines:
        if line.kind is Kind.HEADING and _on_one_line(line.cells[0].text) == section:
            continue
        units = _units(sheet, line.table) if line is last.get(line.table) else {}
        yield (section, *_cells(line, units, with_units=line.table not in headed))


def _cells(line: Line, units: dict[int, str], *, with_units: bool) -> Iterator[str]:
    """Yield the cells of a row; the last row of a head names the units of its columns."""
    for place, cell in line.placed():
        if cell.number is None:
            unit = units.get(place)
            yield f"{cell.text} ({unit})" if unit else cell.text
        else:
            yield cell.number.plain
            if with_units and cell.number.unit:
                yield cell.number.unit
        yield from [""] * (cell.span - 1)


def _units(sheet: Sheet, table: int) -> dict[int, str]:
    """Return the units of the columns of a table; a column of one unit, or of none, has one."""
    found: dict[int, set[str]] = {}
    for line in sheet.lines:
        for place, cell in line.placed():
            if line.table == table and cell.number is not None and cell.number.unit:
                found.setdefault(place, set()).add(cell.number.unit)
    return {place: ", ".join(sorted(units)) for place, units in found.items()}


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
