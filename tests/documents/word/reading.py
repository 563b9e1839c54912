"""Reading a Word file back, and what the blocks say that it is written from."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from desktop_app.documents import furniture
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.coverage import Row as Bar
from desktop_app.documents.coverage import coverage_table
from desktop_app.documents.flow import Framed
from desktop_app.documents.grid import Grid
from desktop_app.documents.noted import Noted
from desktop_app.documents.tables import Table

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u2063\u2064"))


def opened(data: bytes) -> WordDocument:
    """A Word file as the library reads it."""
    return Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def plain(text: str) -> str:
    """A line with ordinary spaces, without what nobody sees."""
    return text.replace("\u00a0", " ").translate(INVISIBLE).strip()


def written(file: WordDocument) -> list[str]:
    """Every line of the text, in reading order; cell by cell in tables."""
    lines: list[str] = []
    for paragraph in file.element.body.iter(qn("w:p")):
        pieces = paragraph.iter(qn("w:t"), qn("w:br"))
        text = "".join(each.text or "" if each.tag == qn("w:t") else "\n" for each in pieces)
        lines += filter(None, map(plain, text.split("\n")))
    return lines


def meant(documents: Iterable[tuple[furniture.Document, str]]) -> list[str]:
    """Every line that documents say, in reading order; the first of several has no name of its own."""
    texts: list[str] = []
    for place, (document, name) in enumerate(documents):
        texts += [name] if place else []
        for chapter in document.chapters:
            texts += said_by(chapter.blocks)
    return [line for text in texts for line in map(plain, text.split("\n")) if line]


def said_by(blocks: Iterable[Block]) -> Iterator[str]:
    """What blocks say."""
    for is_bar, group in groupby(blocks, key=lambda block: isinstance(block, Bar)):
        alike = list(group)
        if is_bar:
            alike = [coverage_table([each for each in alike if isinstance(each, Bar)])]
        for block in alike:
            yield from _said(block)


def _said(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table):
        yield from (cell.text for row in (*block.heads, *block.rows) for cell in row.cells)
    elif isinstance(block, Noted):
        yield from said_by((block.table, *block.notes))
    elif isinstance(block, Framed):
        yield from said_by(block.blocks)
    elif isinstance(block, Grid):
        for box in block.boxes:
            yield box.label
            yield from (text for each in box.fields for text in (each.caption, each.text))
