"""Large figures on as few pages as their size allows: the important ones first, the others below them."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.calc.room import Figure, Figures
from desktop_app.views.room.items import SMALLEST, Bar, Item, Measure, Text
from desktop_app.views.theme import legible

_LARGEST: Final = 6
"""A figure is at most one sixth of the height of the screen."""
_LEAST: Final = 24
"""A main figure is at least one twenty-fourth of it, where it can be."""
_SMALLER: Final = 0.62
"""The others, in sizes of a main figure."""
_LINE: Final = 1.22
_PARTINGS: Final = tuple((main, others) for main in (2, 1, 4) for others in (3, 4, 2))
"""How many main figures and how many others may stand beside each other."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Sizes of text, pixels."""

    value: int
    words: int


@dataclass(frozen=True, slots=True)
class _Block:
    """One figure, broken into lines."""

    figure: Figure
    sizes: _Sizes
    caption: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high it is, with the room below it."""
        bar = 0.0 if self.figure.ratio is None else self.sizes.value * 0.34
        words = (len(self.caption) + len(self.beside)) * self.sizes.words
        return words * _LINE + self.sizes.value * (_LINE + 0.3) + bar


def figure_pages(panel: Figures, body: QRectF, height: float, zoom: int, measure: Measure) -> list[list[Item]]:
    """Lay figures out.

    Args:
        panel: the figures.
        body: where they may stand.
        height: of the whole screen, pixels.
        zoom: percent; 100 is the size at which all of them are seen at once.
        measure: the font.

    Returns:
        The items of each page.
    """
    least = ceil(height / SMALLEST)
    step = max(1, round(height / 400))
    sizes = range(round(height / _LARGEST), round(height / _LEAST), -step)
    whole = next(
        (size for size in sizes if _best(panel, body, size, least, height, measure, most=1)), round(height / _LEAST)
    )
    enlarged = max(1, zoom / 100)
    wanted = max(least, round(whole * zoom / 100))
    for size in range(wanted, least, -step):
        pages = _best(panel, body, size, ceil(least * enlarged), height, measure)
        if pages:
            return pages
    return _arranged(panel, body, least, least, height, measure, (1, 1), shrink=True)


def _best(
    panel: Figures, body: QRectF, size: int, least: int, height: float, measure: Measure, most: int = 99
) -> list[list[Item]]:
    """Return the fewest pages that figures of a size need, however they are parted; none where one is too wide."""
    found = [_arranged(panel, body, size, least, height, measure, parting) for parting in _PARTINGS]
    standing = ((len(pages), _alone(panel, parting), pages) for parting, pages in zip(_PARTINGS, found, strict=True))
    fitting = [each for each in standing if 0 < each[0] <= most]
    return min(fitting, key=lambda each: each[:2])[2] if fitting else []


def _alone(panel: Figures, parting: tuple[int, int]) -> int:
    """Tell how many rows hold a single figure where others hold several."""
    return sum(
        beside > 1 and len(figures) % beside == 1 for figures, beside in zip(_parts(panel), parting, strict=True)
    )


def _parts(panel: Figures) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    return panel.main, panel.others


def _arranged(
    panel: Figures,
    body: QRectF,
    size: int,
    least: int,
    height: float,
    measure: Measure,
    parting: tuple[int, int],
    *,
    shrink: bool = False,
) -> list[list[Item]]:
    main = _Sizes(size, max(least, round(size * 0.36)))
    other = _Sizes(max(least, round(size * _SMALLER)), max(least, round(size * 0.3)))
    rows = _rows_of(panel.main, main, body.width(), parting[0], measure, shrink=shrink)
    below = _rows_of(panel.others, other, body.width(), parting[1], measure, shrink=shrink)
    if rows is None or below is None:
        return []
    heading = round(height / 30)
    pages: list[list[Item]] = []
    bottom = top = body.bottom() + 1
    for row in [*rows, *below]:
        deep = _depth(row)
        if top + deep > bottom + row[0].sizes.value * 0.3:
            top, bottom = body.top() + heading * 1.5, body.bottom()
            rect = QRectF(body.left(), body.top(), body.width(), heading * 1.3)
            pages.append([Text(rect, legible(panel.heading), heading, bold=True)])
        width = body.width() / (parting[0] if row[0].sizes is main else parting[1])
        lines = max(len(block.caption) for block in row)
        for place, block in enumerate(row):
            # Figures of one row stand on one line, however long what stands above them is.
            above = (lines - len(block.caption)) * block.sizes.words * _LINE
            pages[-1] += _items(block, QRectF(body.left() + place * width, top + above, width, deep))
        top += deep
    return _with_notes(panel, pages, body, top, height, measure)


def _depth(row: list[_Block]) -> float:
    lines = max(len(block.caption) for block in row)
    return max(block.height + (lines - len(block.caption)) * block.sizes.words * _LINE for block in row)


def _rows_of(
    figures: tuple[Figure, ...], sizes: _Sizes, width: float, beside: int, measure: Measure, *, shrink: bool
) -> list[list[_Block]] | None:
    """Break figures into rows; ``None`` where one is wider than its part of the width."""
    room = width / beside - sizes.value * 0.4
    if not shrink and any(measure.width(legible(each.value), sizes.value, bold=True) > room for each in figures):
        return None
    blocks = [
        _Block(
            each,
            sizes,
            tuple(measure.lines(legible(each.caption), sizes.words, room)),
            tuple(measure.lines(legible(each.beside), sizes.words, room)) if each.beside else (),
        )
        for each in figures
    ]
    return [blocks[at : at + beside] for at in range(0, len(blocks), beside)]


def _items(block: _Block, place: QRectF) -> list[Item]:
    words, value = block.sizes.words, block.sizes.value
    left, width, top = place.left(), place.width() - value * 0.4, place.top()
    items: list[Item] = []
    for line in block.caption:
        items.append(Text(QRectF(left, top, width, words * _LINE), line, words, tone="muted"))
        top += words * _LINE
    items.append(Text(QRectF(left, top, width, value * _LINE), legible(block.figure.value), value, bold=True))
    top += value * _LINE
    if block.figure.ratio is not None:
        items.append(Bar(QRectF(left, top + value * 0.05, width, value * 0.2), block.figure.ratio))
        top += value * 0.34
    for line in block.beside:
        items.append(Text(QRectF(left, top, width, words * _LINE), line, words))
        top += words * _LINE
    return items


def _with_notes(
    panel: Figures, pages: list[list[Item]], body: QRectF, top: float, height: float, measure: Measure
) -> list[list[Item]]:
    if not panel.notes:
        return pages
    size = ceil(height / SMALLEST)
    lines = measure.lines(" ".join(map(legible, panel.notes)), size, body.width())
    first = body.bottom() - len(lines) * size * _LINE
    if first < top:
        pages.append([])
    items: list[Item] = [
        Text(QRectF(body.left(), first + place * size * _LINE, body.width(), size * _LINE), line, size, tone="muted")
        for place, line in enumerate(lines)
    ]
    return [*pages[:-1], [*pages[-1], *items]]
