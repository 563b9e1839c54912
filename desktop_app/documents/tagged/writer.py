"""From a document to a tagged PDF: what Typst is given, and what it makes of it."""

import functools
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from desktop_app.documents.flow import Chapter, closed
from desktop_app.documents.fonts import text_width
from desktop_app.documents.furniture import Document, page_below
from desktop_app.documents.lines import fitted, lines_of
from desktop_app.documents.sheets import FOOTER_LINES, FOOTER_RISE, FOOTER_SIZES, STRIP_LEFT, TAG_PADDING, Furniture
from desktop_app.documents.styles import CODE, FOOTER, RUNNING, SHADE, TAG, Page
from desktop_app.documents.tables import GUTTER, PADDING
from desktop_app.documents.tagged.nodes import Node, Nodes
from desktop_app.documents.tagged.row_headers import with_row_headers
from desktop_app.documents.tagged.styles import Wardrobe
from desktop_app.documents.tagged.words import line_of
from desktop_app.paths import resource

if TYPE_CHECKING:
    from typst import Fonts

_STANDARD: Final = "ua-1"
_WITHOUT_HEADERS: Final = "rows of its tables cannot be given headers: this Typst lays files out in an unknown way"
_MOST_LINES: Final = 12
"""Lines of a list at the end of a chapter that are not parted."""
_PLACES: Final = re.compile(r"(\{page\}|\{pages\})")


class NotWrittenError(Exception):
    """A document could not be written as PDF/UA-1; the text says why in one line."""


Documents = Sequence[tuple[Document, str]]
"""Documents of one file, from front to back, each with its name in the outline of the printed file."""


def tagged_bytes(documents: Documents) -> bytes:
    """Write documents as one tagged PDF (PDF/UA-1), to be read aloud and on screens.

    Args:
        documents: the very ones that are printed. The first gives the file its properties and the words of its page
            numbers, which are counted through.

    Returns:
        A PDF file with the fonts of the printed one, the same bytes for the same documents: no clock, no chance.

    Raises:
        NotWrittenError: it cannot be written in conformance.
    """
    import typst

    given, headed = _given(documents)
    try:
        made = typst.compile(
            _template(),
            font_paths=_fonts(),
            sys_inputs={"given": json.dumps(given, ensure_ascii=False)},
            pdf_standards=_STANDARD,
            format="pdf",
        )
    except typst.TypstError as error:
        raise NotWrittenError(" ".join(error.message.split())) from error
    try:
        return with_row_headers(made, headed)
    except (ValueError, LookupError) as error:
        raise NotWrittenError(_WITHOUT_HEADERS) from error


@functools.cache
def _template() -> bytes:
    return resource("tagged", "document.typ").read_bytes()


@functools.cache
def _fonts() -> "Fonts":
    """Return the program's own faces and no others: the same file on every machine."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")])


def _given(documents: Documents) -> tuple[dict[str, Any], list[list[int]]]:
    """Return what the template is given, and the row headers of its tables."""
    wardrobe = Wardrobe()
    nodes = Nodes(wardrobe)
    furniture = documents[0][0].furniture
    chapters = [each for document, _name in documents for each in _chapters(document, nodes)]
    given = {
        "title": line_of(furniture.title, FOOTER.face),
        "author": line_of(furniture.author, FOOTER.face),
        "subject": line_of(furniture.subject, FOOTER.face),
        "language": furniture.language,
        "page-of": [piece for piece in _PLACES.split(furniture.page_of) if piece],
        "shade": SHADE,
        "gutter": GUTTER,
        "padding": PADDING,
        "strip-left": STRIP_LEFT,
        "chapters": chapters,
        "styles": wardrobe.given(),
    }
    return given, nodes.headed


def _chapters(document: Document, nodes: Nodes) -> Iterator[Node]:
    """Return the chapters of one document; the first tells what stands on every page."""
    nodes.begin()
    for place, chapter in enumerate(each for each in document.chapters if each.blocks):
        yield _chapter(chapter, document.furniture, nodes) | {"tells": place == 0}


def _chapter(chapter: Chapter, furniture: Furniture, nodes: Nodes) -> Node:
    page = page_below(chapter.page, furniture.standing)
    return {
        "page": {
            "width": page.width,
            "height": page.height,
            "side": page.side,
            "top": page.top,
            "bottom": page.bottom,
        },
        "furniture": _furniture(furniture, page),
        "blocks": _ended(nodes.of(closed(chapter.blocks), page.text_width)),
    }


def _ended(nodes: list[Node]) -> list[Node]:
    """Return the nodes of a chapter; a short list at its end is not parted."""
    if nodes and nodes[-1]["kind"] == "list":
        nodes[-1]["whole"] = nodes[-1]["high"] <= _MOST_LINES
    return nodes


def _furniture(furniture: Furniture, page: Page) -> Node:
    """Return what stands on the pages of a chapter."""
    room = page.text_width
    if furniture.code:
        room -= text_width(furniture.code, CODE.face, CODE.size) + TAG_PADDING
    if furniture.estimate:
        room -= text_width(line_of(furniture.estimate, TAG.face), TAG.face, TAG.size) + 3 * TAG_PADDING
    running = line_of(furniture.running, RUNNING.face)
    footer = [_footer(line, page.text_width) for line in furniture.footer]
    count = sum(len(lines) for lines, _size in footer)
    first = page.height - page.bottom + 22 - FOOTER_RISE * max(0, count - FOOTER_LINES)
    return {
        "marking": line_of(furniture.marking, TAG.face),
        "draft": line_of(furniture.draft, TAG.face),
        "estimate": line_of(furniture.estimate, TAG.face),
        "standing": line_of(furniture.standing, TAG.face),
        "code": "" if furniture.estimate else line_of(furniture.code, CODE.face),
        "loud": bool(furniture.strip),
        "strip": line_of(furniture.strip or furniture.draft, TAG.face).upper(),
        "running": running,
        "running-size": fitted(running, RUNNING, room).size,
        "footer-top": first - 10,
        "footer": [
            {
                "lines": lines,
                "size": size,
                "baseline": first + FOOTER.leading * sum(len(before) for before, _size in footer[:place]),
            }
            for place, (lines, size) in enumerate(footer)
        ],
    }


def _footer(line: str, width: float) -> tuple[tuple[str, ...], float]:
    """Return the lines that a line of the footer takes, at the largest size at which they are few enough."""
    line = line_of(line, FOOTER.face)
    broken = ((lines_of(line, FOOTER.at(size), width), size) for size in FOOTER_SIZES)
    few = ((lines, size) for lines, size in broken if len(lines) <= FOOTER_LINES)
    return next(few, (lines_of(line, FOOTER.at(FOOTER_SIZES[-1]), width), FOOTER_SIZES[-1]))
