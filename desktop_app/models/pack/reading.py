"""What a file of a pack says, read back from its bytes by other libraries than those that wrote it.

PDF files give their text in reading order; Word files the rows of their tables, and what stands beside; workbooks and
tables of values their cells. Texts come without white space, and without marks that nobody sees: where a line ends is
no difference.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from desktop_app.calc.pack import Format
from desktop_app.calc.plain_sheets import Book, Kind, Line
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.pack.values import harmless
from desktop_app.models.table_reading.grid import Kind as GridKind
from desktop_app.models.table_reading.workbook import read_workbook

if TYPE_CHECKING:
    from desktop_app.models.table_reading.grid import Grid

_UNSEEN: Final = re.compile("[\\s\u00ad\u2063\u2064\u0002\ufffe-]+")
"""White space, and hyphens of every kind: pages break long words, and PDF files say so in several ways."""
_MAY_GO_ON: Final = 200
"""Signs of a row, or of a cell, that may have the end of a page inside."""
_MOST: Final = 10
"""Differences that are told of one file."""


def squeezed(text: str) -> str:
    """Return a text without white space and hyphens."""
    return _UNSEEN.sub("", text)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that a file should say and does not.

    Attributes:
        where: section, or another place.
        what: what it should say.
    """

    where: str
    what: str


def differences(wanted: Format, name: str, data: bytes, book: Book) -> list[Difference]:
    """Return what a file does not say that the state says: the fingerprint, and every row of every table.

    Args:
        wanted: its format.
        name: of the file.
        data: the file.
        book: what it should say, in its language.

    Raises:
        BadInput: the file cannot be read as what it should be.
    """
    readers = {
        Format.PRINT: _of_pdf,
        Format.ALOUD: _of_pdf,
        Format.WORD: _of_word,
        Format.WORKBOOK: _of_workbook,
        Format.VALUES: _of_values,
    }
    return list(readers[wanted](name, data, book))[:_MOST]


def _rows(book: Book) -> Iterator[tuple[str, Line]]:
    """Yield the rows of all tables, each with its section."""
    for sheet in book.sheets:
        for line in sheet.lines:
            if line.kind.is_of_table:
                yield sheet.title, line


def _words(line: Line) -> str:
    return squeezed("".join(cell.text for cell in line.cells))


def _missing(line: Line, section: str) -> Difference:
    return Difference(" ".join(section.split()), " | ".join(" ".join(cell.text.split()) for cell in line.cells))


def _fingerprint(book: Book, said: str) -> Iterator[Difference]:
    if book.fingerprint not in said:
        yield Difference("–", say("fingerprint {fingerprint}", fingerprint=book.fingerprint))


# --------------------------------------------------------------------------------------------------------------- PDF


def pdf_text(name: str, data: bytes) -> list[str]:
    """Return the text of each page of a PDF file.

    Raises:
        BadInput: it cannot be read.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        try:
            return [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()
    except PdfiumError:
        raise BadInput(name, say("this is no PDF file that can be read"), say("publish it again")) from None


def _of_pdf(name: str, data: bytes, book: Book) -> Iterator[Difference]:
    pages = pdf_text(name, data)
    text = squeezed("".join(pages))
    for number, page in enumerate(pages, 1):
        if book.fingerprint not in page:
            yield Difference(say("page {number}", number=number), book.fingerprint)
    for section, line in _rows(book):
        # Names of columns are set beside each other.
        if line.kind is not Kind.HEAD and not _stands_in(text, line):
            yield _missing(line, section)


def _stands_in(text: str, line: Line) -> bool:
    """Tell whether a row stands in the text of a file as it reads on, or, where it may go on overleaf, its cells."""
    row = _words(line)
    if row in text or len(row) < _MAY_GO_ON:
        return row in text
    return all(squeezed(cell.text) in text for cell in line.cells if len(cell.text) < _MAY_GO_ON)


# -------------------------------------------------------------------------------------------------------------- Word


def _of_word(name: str, data: bytes, book: Book) -> Iterator[Difference]:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile):
        raise BadInput(name, say("this is no Word file that can be read"), say("publish it again")) from None
    feet = "".join(part.text for section in document.sections for part in section.footer.paragraphs)
    yield from _fingerprint(book, feet)
    found = [squeezed("".join(_texts(row))) for row in _named(document.element.body, "tr")]
    wanted = list(_rows(book))
    if len(found) != len(wanted):
        yield Difference("–", say("{count} rows of tables, not {found}", count=len(wanted), found=len(found)))
    for row, (section, line) in zip(found, wanted, strict=False):
        if row != _words(line):
            yield _missing(line, section)


def _named(element: Any, name: str) -> Iterator[Any]:
    from docx.oxml.ns import qn

    yield from element.iter(qn(f"w:{name}"))


def _texts(row: Any) -> Iterator[str]:
    return (each.text or "" for each in _named(row, "t"))


# ---------------------------------------------------------------------------------------------- workbook and values


def _of_workbook(name: str, data: bytes, book: Book) -> Iterator[Difference]:
    grids = read_workbook(name, data, lambda _done, _all: None)
    if len(grids) != len(book.sheets):
        yield Difference("–", say("{count} sheets, not {found}", count=len(book.sheets), found=len(grids)))
    for grid, sheet in zip(grids, book.sheets, strict=False):
        yield from _fingerprint(book, grid.text(1, 1))
        for row, line in enumerate(sheet.lines, 2):
            if not all(_is_in(grid, (row, place + 1), line, place) for place, _cell in line.placed()):
                yield _missing(line, sheet.title)


def _is_in(grid: "Grid", where: tuple[int, int], line: Line, place: int) -> bool:
    """Tell whether a cell holds what it should: the number that is printed, or the text."""
    cell = dict(line.placed())[place]
    found = grid.cell(*where)
    if found is None:
        return not cell.text
    if cell.number is None:
        return found.kind is GridKind.TEXT and squeezed(found.text) == squeezed(cell.text)
    return _same_number(found.text, cell.number.plain)


def _same_number(found: str, wanted: str) -> bool:
    try:
        return Decimal(found) == Decimal(wanted)
    except InvalidOperation:
        return False


def _of_values(name: str, data: bytes, book: Book) -> Iterator[Difference]:
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise BadInput(name, say("this is no table of values that can be read"), say("publish it again")) from None
    yield from _fingerprint(book, rows[0][4] if rows and len(rows[0]) > 4 else "")
    found = {squeezed("".join(row)) for row in rows}
    for section, line in _rows(book):
        cells = [harmless(cell.text) if cell.number is None else cell.number.plain for cell in line.cells]
        units = [cell.number.unit for cell in line.cells if cell.number is not None]
        row = squeezed(f"{' '.join(section.split())}{''.join(cells)}")
        with_units = squeezed(f"{' '.join(section.split())}{''.join(cells)}{''.join(units)}")
        if line.kind is not Kind.HEAD and not {row, with_units} & found:
            yield _missing(line, section)
