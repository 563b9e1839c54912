"""Figures of a sheet with their names, two beside each other, or one with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.documents.sections.source import Source
from desktop_app.documents.styles import CELL_BOLD, CELL_MUTED
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_PAIRS = (Column(128), Column(116), Column(128), Column(116))
_REASONED = (Column(150), Column(130), Column(207))


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a sheet.

    Attributes:
        name: what it is.
        value: in words.
        why: where it comes from; empty where that is said elsewhere.
        weighs: whether it is one of those that people look for first.
    """

    name: str
    value: str
    why: str = ""
    weighs: bool = False


def shortened(text: str, most: int) -> str:
    """Return a text that people typed on one line, or as much of it as leaves the sheet its one page."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def reasoned_table(source: Source, lines: Iterable[Line]) -> Table:
    """Return figures with their reasons."""
    heads = (head([source.terms(f"sheet.{name}") for name in ("figure", "value", "why")]),)
    return Table(_REASONED, heads, tuple(row([each.name, _value(each), Cell(each.why)]) for each in lines))


def paired_table(lines: Sequence[Line]) -> Table:
    """Return figures in two columns, read downwards."""
    half = (len(lines) + 1) // 2
    rows: list[Row] = []
    for place in range(half):
        pair = [lines[place], *lines[half + place : half + place + 1]]
        cells = [cell for each in pair for cell in (Cell(each.name, CELL_MUTED), _value(each))]
        rows.append(row([*cells, *([Cell("")] * (4 - len(cells)))]))
    return Table(_PAIRS, (), tuple(rows))


def _value(line: Line) -> Cell:
    return Cell(line.value, CELL_BOLD if line.weighs else None)
