"""A table on as few pages as its text, large enough for the room, allows."""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.calc.room import Grid
from desktop_app.views.room.items import LEFT, RIGHT, SMALLEST, SMALLEST_IN_TABLE, Fill, Item, Measure, Text
from desktop_app.views.theme import legible

_LARGEST: Final = 24
"""Text is at most one twenty-fourth of the height: a short table need not shout."""
_LINE: Final = 1.2
"""Height of a row, in sizes of its text."""
_GAP: Final = 1.1
"""Room between two columns, in sizes of the text."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Some columns of a grid that fit beside each other: their places in it, heading lines and widths."""

    places: tuple[int, ...]
    headings: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


def grid_pages(grid: Grid, body: QRectF, height: float, zoom: int, measure: Measure) -> list[list[Item]]:
    """Lay a grid out.

    Args:
        grid: the table.
        body: where it may stand.
        height: of the whole screen, pixels.
        zoom: percent; 100 is the size at which all of it is seen at once, where that can be read.
        measure: the font.

    Returns:
        The items of each page.
    """
    least = ceil(height / SMALLEST_IN_TABLE)
    sizes = [*range(max(least, round(height / _LARGEST)), least, -1), least]
    # Where it takes several pages anyway, nobody need strain.
    whole = next((size for size in sizes if _fits(grid, body, size, height, measure)), ceil(height / SMALLEST))
    wanted = max(least, round(whole * zoom / 100))
    size = next((size for size in range(wanted, least, -1) if _fit_in_pairs(grid, size, body.width(), measure)), least)
    pages: list[list[Item]] = []
    for columns in _parted(grid, size, body.width(), measure):
        room = body.height() - _above(columns, size, height) - _below(grid, size, body, height, measure)
        fitting = max(1, int(room / (size * _LINE)))
        count = max(1, ceil(_rows(grid) / fitting))
        share = ceil(_rows(grid) / count)
        cuts = [*range(0, _rows(grid), share), _rows(grid)] if _rows(grid) else [0, 0]
        pages += [_page(grid, columns, body, size, height, measure, cut) for cut in pairwise(cuts)]
    return pages


def _rows(grid: Grid) -> int:
    return len(grid.rows) + (grid.total is not None)


def _fits(grid: Grid, body: QRectF, size: int, height: float, measure: Measure) -> bool:
    first, *others = _parted(grid, size, body.width(), measure)
    above, below = _above(first, size, height), _below(grid, size, body, height, measure)
    return not others and above + _rows(grid) * size * _LINE + below <= body.height()


def _heading_size(height: float) -> int:
    return round(height / 30)


def _note_size(height: float) -> int:
    return ceil(height / SMALLEST)


def _above(columns: _Columns, size: int, height: float) -> float:
    lines = max(len(heading) for heading in columns.headings)
    return _heading_size(height) * 1.4 + lines * size * _LINE + size * 0.3


def _below(grid: Grid, size: int, body: QRectF, height: float, measure: Measure) -> float:
    return len(_notes(grid, body, height, measure)) * _note_size(height) * _LINE + size * 0.3


def _notes(grid: Grid, body: QRectF, height: float, measure: Measure) -> list[str]:
    return measure.lines(" ".join(map(legible, grid.notes)), _note_size(height), body.width()) if grid.notes else []


def _parted(grid: Grid, size: int, room: float, measure: Measure) -> list[_Columns]:
    """Part the columns where they do not fit beside each other; each part begins with the first one."""
    cells = [_cell_width(grid, place, size, measure) for place in range(len(grid.columns))]
    headings = [_broken(column.heading, size, cell, measure) for column, cell in zip(grid.columns, cells, strict=True)]
    widths = [_width(heading, size, cell, measure) for heading, cell in zip(headings, cells, strict=True)]
    parts: list[list[int]] = [[0]]
    for place in range(1, len(grid.columns)):
        used = sum(widths[each] for each in parts[-1])
        if used + widths[place] > room and len(parts[-1]) > 1:
            parts.append([0])
        parts[-1].append(place)
    return [
        _Columns(tuple(part), tuple(headings[each] for each in part), _spread([widths[each] for each in part], room))
        for part in parts
    ]


def _fit_in_pairs(grid: Grid, size: int, room: float, measure: Measure) -> bool:
    """Tell whether each column has room beside the first one."""
    return all(sum(part.widths) <= room + 1 for part in _parted(grid, size, room, measure))


def _spread(widths: list[float], room: float) -> tuple[float, ...]:
    """Share the room that is left over among the columns, but not so much that a row falls apart."""
    extra = max(0.0, room - sum(widths)) / len(widths)
    return tuple(width + min(extra, 1.6 * width) for width in widths)


def _broken(heading: str, size: int, room: float, measure: Measure) -> tuple[str, ...]:
    """Break a heading that is wider than its cells into the two lines that make it narrowest."""
    words = heading.split(" ")
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not breaks or measure.width(heading, size, bold=True) <= room:
        return (heading,)
    return min(breaks, key=lambda lines: max(measure.width(line, size, bold=True) for line in lines))


def _cell_width(grid: Grid, place: int, size: int, measure: Measure) -> float:
    rows = grid.rows if grid.total is None else (*grid.rows, grid.total)
    # As wide as in bold: that is how the total stands.
    return max((measure.width(legible(row[place]), size, bold=True) for row in rows), default=0.0)


def _width(heading: tuple[str, ...], size: int, cell: float, measure: Measure) -> float:
    return max(cell, *(measure.width(line, size, bold=True) for line in heading)) + size * _GAP


def _page(
    grid: Grid, columns: _Columns, body: QRectF, size: int, height: float, measure: Measure, cut: tuple[int, int]
) -> list[Item]:
    heading = _heading_size(height)
    top = body.top()
    items: list[Item] = [
        Text(QRectF(body.left(), top, body.width(), heading * 1.3), legible(grid.heading), heading, bold=True)
    ]
    top += heading * 1.4
    items += _headings(grid, columns, body, top, size)
    top = body.top() + _above(columns, size, height)
    rows = (*grid.rows, *(() if grid.total is None else (grid.total,)))
    for place in range(*cut):
        is_total = grid.total is not None and place == len(grid.rows)
        line = QRectF(body.left(), top, sum(columns.widths), size * _LINE)
        if is_total or place % 2 == 0:
            items.append(Fill(line, "sunken" if is_total else "raised"))
        items += _cells(grid, columns, rows[place], line, size, bold=is_total)
        top += line.height()
    if cut[1] == len(rows):
        items += _notes_at(_notes(grid, body, height, measure), body, top + size * 0.3, _note_size(height))
    return items


def _headings(grid: Grid, columns: _Columns, body: QRectF, top: float, size: int) -> list[Item]:
    deepest = max(len(heading) for heading in columns.headings)
    items: list[Item] = []
    left = body.left()
    for place, heading, width in zip(columns.places, columns.headings, columns.widths, strict=True):
        first = top + (deepest - len(heading)) * size * _LINE
        for number, line in enumerate(heading):
            rect = _inner(QRectF(left, first + number * size * _LINE, width, size * _LINE), size)
            align = RIGHT if grid.columns[place].is_number else LEFT
            items.append(Text(rect, line, size, bold=True, tone="muted", align=align))
        left += width
    return items


def _cells(grid: Grid, columns: _Columns, row: tuple[str, ...], line: QRectF, size: int, *, bold: bool) -> list[Item]:
    items: list[Item] = []
    left = line.left()
    for place, width in zip(columns.places, columns.widths, strict=True):
        rect = _inner(QRectF(left, line.top(), width, line.height()), size)
        align = RIGHT if grid.columns[place].is_number else LEFT
        if row[place]:
            items.append(Text(rect, legible(row[place]), size, bold=bold or place == 0, align=align))
        left += width
    return items


def _inner(rect: QRectF, size: int) -> QRectF:
    return rect.adjusted(size * _GAP / 2, 0, -size * _GAP / 2, 0)


def _notes_at(notes: list[str], body: QRectF, top: float, size: int) -> list[Item]:
    return [
        Text(
            QRectF(body.left(), top + place * size * _LINE, body.width(), size * _LINE),
            legible(note),
            size,
            tone="muted",
        )
        for place, note in enumerate(notes)
    ]
