"""The text of a Word file: blocks as paragraphs, lists and tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.coverage import Legend, coverage_table
from desktop_app.documents.coverage import Row as Bar
from desktop_app.documents.flow import Framed
from desktop_app.documents.grid import Grid
from desktop_app.documents.noted import Noted
from desktop_app.documents.styles import Role
from desktop_app.documents.tables import Table
from desktop_app.documents.word.markup import element, paragraph, plain, runs, twips, value
from desktop_app.documents.word.numbering import Marks
from desktop_app.documents.word.styles import style_of
from desktop_app.documents.word.tables import KEEP, About, form, table

_BOXED: Final = {Role.BODY: "BoxedText", Role.LABEL: "BoxedLabel", Role.NOTE: "BoxedText"}
_CENTRED: Final = frozenset({"Title", "Subtitle", "Subject", "TitleLine"})


class Text:
    """Makes the paragraphs and tables of one document."""

    def __init__(self, marks: Marks, *, deeper: int = 0, several: bool = False) -> None:
        """Begin with nothing written.

        Args:
            marks: of lists and notes, for the whole file.
            deeper: how many levels headings are moved down.
            several: whether the document has several titles: each is a heading then.
        """
        self._marks: Final = marks
        self._deeper: Final = deeper
        self._several: Final = several
        self._title = ""
        self._after_table = False
        self._makers: Final[dict[type, Callable[[Any, float], Iterator[str]]]] = {
            Paragraph: self._paragraph,
            # A rule is for the eye alone, and the reader's template has its own; so are the patterns of bars.
            Rule: lambda _block, _width: iter(()),
            Legend: lambda _block, _width: iter(()),
            Table: self._table,
            Noted: self._noted,
            Framed: self._framed,
            Grid: self._grid,
        }

    def of(self, blocks: Sequence[Block], width: float) -> Iterator[str]:
        """Yield what some blocks are in Word.

        Args:
            blocks: in their order.
            width: of the text area, in points.

        Raises:
            TypeError: a kind of block is not known here.
        """
        for kind, group in groupby(blocks, key=type):
            if kind is Bar:
                bars = [block for block in group if isinstance(block, Bar)]
                yield from self._table(coverage_table(bars), width)
                continue
            if kind not in self._makers:
                raise TypeError(f"Word knows no {kind.__name__}")
            for block in group:
                yield from self._makers[kind](block, width)

    def end(self) -> Iterator[str]:
        """Yield what must stand below a table that nothing follows: Word wants a paragraph there."""
        if self._after_table:
            self._after_table = False
            yield paragraph("TableEnd", "")

    def _paragraph(self, block: Paragraph, _width: float) -> Iterator[str]:
        self._after_table = False
        yield self._one(block, "")

    def _one(self, block: Paragraph, style: str) -> str:
        style = style or self._style(block)
        if style.startswith(("Title", "Heading")) or block.outline:
            self._title = plain(block.text)
        properties = [KEEP] if block.keep_with_next and not style.startswith(("Heading", "Title")) else []
        if block.mark:
            properties.append(self._marks.numbered(block.mark, block.indent))
        elif block.indent:
            properties.append(element("ind", left=twips(block.indent)))
        own = Align.CENTRE if style in _CENTRED else Align.LEFT
        if block.align is not own:
            properties.append(value("jc", block.align.value.replace("centre", "center")))
        return paragraph(style, runs(block.text), *properties)

    def _style(self, block: Paragraph) -> str:
        role = block.role
        if role is Role.NAME and block.outline:
            role = Role.TITLE
        if role is Role.TITLE and self._several:
            return f"Heading{1 + self._deeper}"
        if role is Role.BODY and block.align is Align.CENTRE:
            return "TitleLine"
        return style_of(role, self._deeper + self._several)

    def _table(self, block: Table, width: float, *, noted: bool = False) -> Iterator[str]:
        if self._after_table:
            # Word takes two tables without a paragraph between them for one.
            yield paragraph("TableEnd", "")
        self._after_table = True
        yield table(block, width, About(self._title, noted))

    def _noted(self, block: Noted, width: float) -> Iterator[str]:
        yield from self._table(block.table, width, noted=bool(block.notes))
        # Notes stay with each other, as with the last rows of their table.
        kept = [replace(each, keep_with_next=True) for each in block.notes[:-1]]
        yield from self.of((*kept, *block.notes[-1:]), width)

    def _framed(self, block: Framed, width: float) -> Iterator[str]:
        for each in block.blocks:
            if isinstance(each, Paragraph) and each.role in _BOXED:
                self._after_table = False
                yield self._one(each, _BOXED[each.role])
            else:
                yield from self.of((each,), width)

    def _grid(self, block: Grid, width: float) -> Iterator[str]:
        if self._after_table:
            yield paragraph("TableEnd", "")
        self._after_table = True
        yield form(block, width, self._title)
