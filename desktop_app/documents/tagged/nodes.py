"""Blocks as nodes: what ``resources/tagged/document.typ`` draws, as values that JSON can hold. Lengths are points."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, Final

from desktop_app.documents.blocks import Block, Paragraph, Rule
from desktop_app.documents.cell_text import is_figure, without_mark
from desktop_app.documents.coverage import Legend, coverage_table
from desktop_app.documents.coverage import Row as Bar
from desktop_app.documents.flow import Framed
from desktop_app.documents.grid import LABEL_PART, PAD, Box, Field, Grid
from desktop_app.documents.lines import lines_of
from desktop_app.documents.noted import Noted
from desktop_app.documents.styles import BODY, BODY_BOLD, GRID, INK, NOTE, TextStyle
from desktop_app.documents.tables import BOX, GUTTER, HAIR, TALL, Row, Table
from desktop_app.documents.tagged.styles import Wardrobe
from desktop_app.documents.tagged.words import UNBROKEN, runs_of
from desktop_app.documents.widths import widest

Node = dict[str, Any]


class Nodes:
    """Makes the nodes of one document.

    Attributes:
        headed: for each table, in reading order, how many cells of each row are its headers.
    """

    def __init__(self, wardrobe: Wardrobe) -> None:
        """Take the styles of the document."""
        self._wardrobe: Final = wardrobe
        self._level = 0
        self.headed: Final[list[list[int]]] = []
        self._makers: Final[dict[type, Callable[[Any, float], Iterable[Node]]]] = {
            Paragraph: self._paragraph,
            Rule: _rule,
            Table: self._table,
            Noted: self._noted,
            Framed: self._framed,
            Grid: self._grid,
            # The scale and the patterns say nothing to who hears the figures.
            Legend: lambda _block, _width: (),
        }

    def begin(self) -> None:
        """Begin another document of the same file: its headings begin at the top again."""
        self._level = 0

    def of(self, blocks: Sequence[Block], width: float) -> list[Node]:
        """Return the nodes of some blocks.

        Args:
            blocks: in their order, which is the reading order.
            width: of the text area.

        Raises:
            TypeError: there is no node for a kind of block.
        """
        nodes: list[Node] = []
        for kind, group in groupby(blocks, key=_kind):
            alike: list[Any] = list(group)
            if kind == "list":
                nodes += self._lists(alike, width)
            elif kind == "bars":
                nodes += self._table(coverage_table(alike), width)
            else:
                nodes += (node for block in alike for node in self._one(block, width))
        return nodes

    def _one(self, block: Block, width: float) -> Iterable[Node]:
        maker = self._makers.get(type(block))
        if maker is None:
            raise TypeError(f"no tags are known for a {type(block).__name__}")
        return maker(block, width)

    def _paragraph(self, block: Paragraph, width: float) -> Iterator[Node]:
        node = {
            "kind": "paragraph",
            "style": self._wardrobe.name(block.style),
            "lines": runs_of(block.text, block.style, width - block.indent),
            "align": block.align.value,
            "above": block.space_before,
            "sticky": block.keep_with_next,
            "indent": block.indent,
        }
        level = block.role.level or int(block.outline)
        if level and node["lines"]:
            # A level is never skipped on the way down: whoever jumps from heading to heading would look for it.
            self._level = min(level, self._level + 1)
            node |= {"kind": "heading", "level": self._level}
        yield node

    def _lists(self, blocks: Sequence[Any], width: float) -> Iterator[Node]:
        for _look, alike in groupby(blocks, key=lambda each: (each.style, each.indent)):
            items = list(alike)
            first = items[0]
            yield {
                "kind": "list",
                "style": self._wardrobe.name(first.style),
                "above": first.space_before,
                "spacing": items[-1].space_before if len(items) > 1 else 0,
                "indent": first.indent,
                "whole": False,
                "high": sum(len(lines_of(each.text, each.style, width - each.indent)) for each in items),
                "items": [
                    {
                        "mark": runs_of(each.mark, each.style),
                        "lines": runs_of(each.text, each.style, width - each.indent),
                    }
                    for each in items
                ],
            }

    def _table(self, block: Table, width: float) -> Iterator[Node]:
        widths = block.widths(width)
        given = zip((*block.heads, *block.rows), block.styles(width), strict=True)
        rows = [
            self._cells(each, block, styles, widths, head=place < len(block.heads))
            for place, (each, styles) in enumerate(given)
        ]
        self.headed.append([_headers(each, block) for each in block.rows])
        yield {
            "kind": "table",
            "above": block.space_before,
            "sticky": block.keep_with_next,
            "widths": widths,
            "box": BOX,
            "hair": {"thickness": HAIR, "grey": GRID},
            "heads": _joined(rows[: len(block.heads)]),
            "rows": rows[len(block.heads) :],
        }

    def _cells(
        self, given: Row, table: Table, styles: Sequence[TextStyle], widths: Sequence[float], *, head: bool
    ) -> list[Node]:
        place, high, cells = 0, 0.0, []
        for cell, style in zip(given.cells, styles, strict=True):
            inside = sum(widths[place : place + cell.span]) - 2 * GUTTER
            on_one_line = table.columns[place].figures and not head and cell.span == 1 and is_figure(cell.text)
            hang = 0.0
            if on_one_line:
                # The mark of a note hangs behind the digits, which stay below each other.
                mark = cell.text[len(without_mark(cell.text)) :]
                hang = max(0.0, table.hangs.get(place, 0.0) - widest([(mark, style)]))
            else:
                high = max(high, len(lines_of(cell.text, style, inside)) * style.leading)
            lines = runs_of(cell.text, style, UNBROKEN if on_one_line else inside)
            cells.append(
                {
                    "span": cell.span,
                    "rows": 1,
                    "style": self._wardrobe.name(cell.style or given.style),
                    "size": style.size,
                    "hang": hang,
                    "lines": lines,
                    "align": (cell.align or table.columns[place].align).value,
                    "shaded": cell.shaded,
                    "head": head,
                    "rule": _rule_below(given, named=bool(lines)),
                }
            )
            place += cell.span
        for each in cells:
            each["breakable"] = high > TALL
        return cells

    def _noted(self, block: Noted, width: float) -> Iterator[Node]:
        yield from self._table(block.table, width)
        yield from self.of(block.notes, width)

    def _framed(self, block: Framed, width: float) -> Iterator[Node]:
        inside = self.of(block.blocks, width - 2 * block.padding)
        yield {"kind": "frame", "above": block.space_before, "padding": block.padding, "blocks": inside}

    def _grid(self, block: Grid, width: float) -> Iterator[Node]:
        widths = (LABEL_PART * width, (1 - LABEL_PART) * width)
        boxes = [self._box(each, widths) for each in block.boxes]
        heads = 1 if block.boxes and block.boxes[0].head else 0
        self.headed.append([1] * (len(boxes) - heads))
        yield {
            "kind": "form",
            "above": block.space_before,
            "whole": block.whole,
            "widths": widths,
            "heads": boxes[:heads],
            "rows": boxes[heads:],
        }

    def _box(self, box: Box, widths: tuple[float, float]) -> Node:
        style = BODY_BOLD if box.head else BODY
        label, fields = (width - 2 * PAD for width in widths)
        return {
            "style": self._wardrobe.name(style),
            "lines": runs_of(box.label, style, label),
            "head": box.head,
            "fields": [self._field(each, style, fields, box) for each in box.fields],
        }

    def _field(self, field: Field, style: TextStyle, width: float, box: Box) -> Node:
        captions = box.captions if field.caption else 0.0
        return {
            "style": self._wardrobe.name(style),
            "lines": runs_of(field.text, style, width - captions),
            "caption": runs_of(field.caption, NOTE, captions),
            "captions": captions,
            "gap": field.gap,
            "rules": field.rules,
            "above": 5.0 if field.apart else 0.0,
        }


def _kind(block: Block) -> str:
    if isinstance(block, Paragraph) and block.mark:
        return "list"
    return "bars" if isinstance(block, Bar) else ""


def _joined(heads: list[list[Node]]) -> list[list[Node]]:
    """Return the rows of a head; a name below an empty cell takes both, so that no head of a column is empty."""
    rows = [dict(_placed(each)) for each in heads]
    for below, above in pairwise(reversed(rows)):
        for place, cell in above.items():
            named = below.get(place)
            if not cell["lines"] and named is not None and named["span"] == cell["span"]:
                above[place] = below.pop(place) | {"rows": named["rows"] + 1}
    return [list(each.values()) for each in rows]


def _placed(cells: list[Node]) -> Iterator[tuple[int, Node]]:
    place = 0
    for cell in cells:
        yield place, cell
        place += cell["span"]


def _rule_below(given: Row, *, named: bool) -> Node | None:
    """Return the rule below a cell; in a row without one each name has its own."""
    if given.rule:
        return {"thickness": given.rule, "grey": given.rule_grey}
    return {"thickness": HAIR, "grey": GRID} if named else None


def _headers(given: Row, table: Table) -> int:
    """Return how many cells name the row: none where they are empty, or where nothing stands beside them."""
    place = count = 0
    for cell in given.cells:
        if place >= table.row_headers or not cell.text:
            break
        place += cell.span
        count += 1
    return count if place < len(table.columns) else 0


def _rule(block: Rule, _width: float) -> Iterator[Node]:
    yield {
        "kind": "rule",
        "above": block.space_before,
        "thickness": block.thickness,
        "grey": INK,
        "part": block.part,
    }
