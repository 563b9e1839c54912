"""Widths of columns: room goes to figures that are wider than their column, from columns that have it to spare."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.documents.fonts import printable, text_width
from desktop_app.documents.styles import TextStyle

KEPT: Final = 0.6
"""The part of its width that a column of text keeps, however wide the figures are."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a column asks for.

    Attributes:
        width: what it was given, in points.
        least: what it needs; it has more to spare where this is less than what it was given.
    """

    width: float
    least: float


def shared(demands: Sequence[Demand]) -> list[float]:
    """Return the columns' widths, the same in all, after those that need more took it from those that can spare it.

    Each gives by what it can spare. Where that is not enough for all, each that needs more gets its part.
    """
    missing = [max(0.0, each.least - each.width) for each in demands]
    spare = [max(0.0, each.width - each.least) for each in demands]
    moved = min(sum(missing), sum(spare))
    if not moved:
        return [each.width for each in demands]
    taken, given = moved / sum(missing), moved / sum(spare)
    return [each.width + more * taken - less * given for each, more, less in zip(demands, missing, spare, strict=True)]


def widest(texts: Iterable[tuple[str, TextStyle]]) -> float:
    """Return the width of the widest of some texts of one line, 0 where there are none."""
    return max((text_width(printable(text, style.face), style.face, style.size) for text, style in texts), default=0.0)
