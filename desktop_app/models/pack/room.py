"""How wide the columns of a workbook are and how high its rows, so that nothing is clipped or lies over anything else.

A spreadsheet does not make room for a text that has line ends or is broken inside its cell before somebody asks it to,
and a printed sheet never does. What a text needs is an estimate on the safe side: faces differ from machine to machine.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from desktop_app.calc.plain_sheets import Kind, Line, Sheet

FACE: Final = "Arial"
"""A face that every machine has, or one of the same widths."""
SIZE: Final = 10
SIZES: Final[Mapping[Kind, int]] = MappingProxyType({Kind.TITLE: 14, Kind.HEADING: 12, Kind.NOTE: 9})
BOLD: Final = frozenset({Kind.TITLE, Kind.HEADING, Kind.HEAD, Kind.TOTAL})
WIDEST: Final = 60.0
_NARROWEST: Final = 12.0
_WHOLE: Final = 100.0
"""Width of a sheet without a table, of its text; widths are those of a digit of the spreadsheet's own face."""
_POINTS_A_SIGN: Final = 4.6
_OF_A_DIGIT: Final = 1.05
_OF_A_LETTER: Final = 0.8
"""On the average, with room for faces that are wider."""
_OF_BOLD: Final = 1.1
_ASIDE: Final = 1.5
"""Room beside the text of a cell."""
_LEADING: Final = 1.32
_ABOVE: Final = 3.0


def size_of(kind: Kind) -> int:
    """Return the size of the type of a row, in points."""
    return SIZES.get(kind, SIZE)


def columns_of(sheet: Sheet) -> list[float]:
    """Return the widths of the columns that the rows of a sheet take: no figure and no word of a head is broken."""
    count = max((place + cell.span for line in sheet.lines for place, cell in line.placed()), default=1)
    if not sheet.widths:
        return [_WHOLE / count] * count
    widths = [min(max(width / _POINTS_A_SIGN, _NARROWEST), WIDEST) for width in sheet.widths]
    widths += [_NARROWEST] * (count - len(widths))
    for line in sheet.lines:
        for place, cell in line.placed() if line.kind.is_of_table else ():
            if cell.span == 1:
                parts = [cell.text] if cell.number else cell.text.split() if line.kind is Kind.HEAD else ()
                widths[place] = max(widths[place], min(width_of(parts, line.kind), WIDEST))
    return widths


def width_of(texts: Sequence[str], kind: Kind) -> float:
    """Return the width of a column that has room for the longest of some texts on one line."""
    return max(map(len, texts), default=0) * _OF_A_DIGIT * _larger(kind) + _ASIDE


def height_of(line: Line, widths: Sequence[float]) -> float | None:
    """Return the height of a row in points; ``None`` where one line of the usual size is enough.

    Args:
        line: the row.
        widths: of the columns; a row of no table takes them all.
    """
    most = max(_lines(line, widths), default=1)
    size = size_of(line.kind)
    return None if most == 1 and size <= SIZE else most * size * _LEADING + _ABOVE


def _lines(line: Line, widths: Sequence[float]) -> Iterator[int]:
    for place, cell in line.placed():
        if cell.number is None:
            room = sum(widths[place : place + cell.span] if line.kind.is_of_table else widths)
            yield lines_in(cell.text, room, line.kind)


def lines_in(text: str, width: float, kind: Kind) -> int:
    """Return how many lines a text takes in a width; a word that is wider than a line is broken."""
    fits = max(int((width - _ASIDE) / (_OF_A_LETTER * _larger(kind))), 1)
    return sum(_filled(part, fits) if len(part) > fits else 1 for part in text.split("\n"))


def _filled(text: str, fits: int) -> int:
    """Return how many lines of so many signs a text of one paragraph fills."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > fits:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        more = (used - 1) // fits
        lines, used = lines + more, used - more * fits
    return lines


def _larger(kind: Kind) -> float:
    return size_of(kind) / SIZE * (_OF_BOLD if kind in BOLD else 1)
