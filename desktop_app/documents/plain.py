"""A document as plain rows, from the very blocks that are printed: one sheet a section, one row a paragraph or row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from desktop_app.calc.plain_sheets import Book, Cell, Kind, Line, Sheet
from desktop_app.documents import tables
from desktop_app.documents.blocks import Block, Paragraph, Rule
from desktop_app.documents.coverage import Legend, coverage_table
from desktop_app.documents.coverage import Row as Bar
from desktop_app.documents.flow import Framed
from desktop_app.documents.fonts import REVIEWED, SOFT_HYPHEN, UNREVIEWED
from desktop_app.documents.furniture import Document
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import Figure
from desktop_app.documents.styles import CELL_BOLD, Role
from desktop_app.documents.text import Terms

_UNSEEN: Final = {ord(sign): None for sign in (SOFT_HYPHEN, UNREVIEWED, REVIEWED)}
_KINDS: Final = {
    Role.TITLE: Kind.TITLE,
    Role.NAME: Kind.TITLE,
    Role.HEADING: Kind.HEADING,
    Role.SUBHEADING: Kind.HEADING,
    Role.NOTE: Kind.NOTE,
}


def plain_book(document: Document, words: Terms, *, draft: bool) -> Book:
    """Return a document as plain rows.

    Args:
        document: the very one that is printed.
        words: of its language.
        draft: whether it is a draft.

    Raises:
        TypeError: it holds a kind of block that has no rows.
    """
    every = document.furniture
    banner = (every.marking, every.draft, every.estimate, every.standing, every.footer[0], every.title)
    return Book(
        title=_seen(every.title),
        author=_seen(every.author),
        subject=_seen(every.subject),
        language=every.language,
        banner=tuple(_seen(each) for each in banner if each),
        marking=_seen(every.marking),
        stamp=_seen(every.footer[0]),
        status="draft" if draft else "final",
        fingerprint=every.fingerprint,
        exact=_seen(words("common.exact")),
        sheets=tuple(_sheets(document)),
    )


def without_line(book: Book, text: str) -> Book:
    """Return a document without the lines that say nothing but a text."""
    unwanted = _seen(text)
    sheets = []
    for each in book.sheets:
        lines = (line for line in each.lines if [cell.text for cell in line.cells] != [unwanted])
        sheets.append(replace(each, lines=tuple(lines)))
    return replace(book, sheets=tuple(sheets))


def _sheets(document: Document) -> Iterator[Sheet]:
    """Yield a sheet for what stands before the first section, and one for each section."""
    rows = _Rows()
    for chapter in document.chapters:
        for block in _with_bars_as_tables(chapter.blocks):
            if rows.lines and isinstance(block, Paragraph) and block.role is Role.HEADING:
                yield rows.sheet()
                rows = _Rows()
            rows.take(block)
    yield rows.sheet()


def _with_bars_as_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    for _kind, group in groupby(blocks, key=type):
        held = list(group)
        bars = [each for each in held if isinstance(each, Bar)]
        yield from [coverage_table(bars)] if bars else held


class _Rows:
    """Gathers the rows of one sheet."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._widths: list[float] = []
        self._tables = 0

    def sheet(self) -> Sheet:
        """Return what was gathered; the sheet is called after its heading, or its first line."""
        texts = [line.cells[0].text for line in self.lines if line.kind in {Kind.HEADING, Kind.TITLE}]
        return Sheet((texts or [""])[0], tuple(self.lines), tuple(self._widths))

    def take(self, block: Block) -> None:
        """Take the rows of a block."""
        match block:
            case Paragraph():
                text = f"{block.mark} {block.text}" if block.mark else block.text
                kind = _KINDS.get(block.role, Kind.TEXT)
                self.lines.append(Line(kind, (_cell(text),)))
            case Rule() | Legend():
                # For the eye alone.
                pass
            case tables.Table():
                self._take_table(block)
            case Noted():
                self._take_table(block.table)
                self._take_all(block.notes)
            case Framed():
                self._take_all(block.blocks)
            case _:
                raise TypeError(f"there are no rows of a {type(block).__name__}")

    def _take_all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.take(block)

    def _take_table(self, table: tables.Table) -> None:
        self._tables += 1
        self.lines += [self._line(Kind.HEAD, each) for each in table.heads]
        for each in table.rows:
            self.lines.append(self._line(Kind.TOTAL if each.style is CELL_BOLD else Kind.BODY, each))
        widths = [column.width for column in table.columns]
        self._widths = [max(pair) for pair in _paired(self._widths, widths)]

    def _line(self, kind: Kind, row: tables.Row) -> Line:
        return Line(kind, tuple(_cell(each.text, each.span) for each in row.cells), self._tables)


def _paired(first: Sequence[float], second: Sequence[float]) -> Iterator[tuple[float, float]]:
    longer = max(len(first), len(second))
    for place in range(longer):
        yield (first[place] if place < len(first) else 0.0, second[place] if place < len(second) else 0.0)


def _cell(text: str, span: int = 1) -> Cell:
    number = text.number if isinstance(text, Figure) else None
    return Cell(_seen(text), number, span, unreviewed=UNREVIEWED in text)


def _seen(text: str) -> str:
    """Return a text without marks that nobody sees."""
    return str(text).translate(_UNSEEN)
