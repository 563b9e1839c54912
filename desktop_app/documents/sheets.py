"""From filled pages to a PDF file: marks and footer on every page, metadata, the same bytes for the same content."""

import io
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.documents.flow import Leaf
from desktop_app.documents.fonts import Face, loaded, printable, text_width
from desktop_app.documents.lines import fitted, lines_of
from desktop_app.documents.pen import Inks, Pen
from desktop_app.documents.styles import (
    CODE,
    DRAFT_STRIP,
    FAINT,
    FOOTER,
    INK,
    MARKING,
    RUNNING,
    SHADE,
    TAG,
    Page,
    TextStyle,
)

TAG_PADDING: Final = 5.0
TOP_MARKING: Final = 25.0
"""From the upper edge of the paper to the middle of the marking."""
BOTTOM_MARKING: Final = 14.0
RUNNING_BELOW: Final = 18.0
"""From the baseline of the marking to that of the running title."""
FOOTER_LINES: Final = 2
"""Lines that a footer, and one line of it, has at most before it is set otherwise."""
FOOTER_SIZES: Final = (FOOTER.size, 6.6, 6.0, 5.6)
"""Sizes that are tried for a line of the footer."""
FOOTER_RISE: Final = 7.0
BAND_TOP: Final = 54.0
"""From the upper edge of the paper to the band that says what is printed, where it is not the record of now."""
BAND_HEIGHT: Final = 16.0
BELOW_BAND: Final = 80.0
"""From the upper edge of the paper to the text below such a band."""
STRIP_LEFT: Final = 34.0
"""Baseline of the draft strip: it runs up the left margin, where no figure stands."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page, and in the file's properties.

    Attributes:
        marking: the classification, top and bottom centre.
        draft: the draft mark, or empty.
        estimate: the mark of figures that are an estimate, or empty.
        running: short title, top left: on one line, and whole.
        footer: lines at the foot, first the fingerprint.
        page_of: sentence with the places ``{page}`` and ``{pages}``.
        language: of the document.
        title: property of the file.
        author: property of the file.
        subject: property of the file.
        standing: what is printed, in a band, where it is not the record as it is now.
        strip: runs up the margin instead of the draft mark; a document with one is never final.
        fingerprint: of the state, 12 digits; empty where the document holds nothing of a forum.
        code: of the language, top right; empty where nothing says it.
    """

    marking: str
    draft: str
    estimate: str
    running: str
    footer: tuple[str, ...]
    page_of: str
    language: str
    title: str
    author: str
    subject: str
    standing: str = ""
    strip: str = ""
    fingerprint: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages with the same furniture.

    Attributes:
        leaves: the pages.
        furniture: what stands on each.
        outline: names the part in the file's outline, above its own headings; empty where the file is one part.
    """

    leaves: list[Leaf]
    furniture: Furniture
    outline: str = ""


def pdf_bytes(parts: list[Part], furniture: Furniture) -> bytes:
    """Draw the pages of some parts, which are counted through.

    Args:
        parts: from front to back; each keeps its furniture.
        furniture: gives the file its properties and the words of its page numbers.

    Returns:
        A PDF file that depends on the arguments alone: no clock, no chance.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Streams as they are: text of the file in ASCII would cost time and a quarter more room.
    rl_config.useA85 = 0
    loaded(Face.SANS)
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pageCompression=1,
        invariant=1,
        initialFontName=Face.SANS.value,
        lang=furniture.language,
    )
    canvas.setTitle(furniture.title)
    canvas.setAuthor(furniture.author)
    canvas.setSubject(furniture.subject)
    canvas.setCreator("Forum Desk")
    inks = Inks(canvas._doc)  # noqa: SLF001 - the fonts' own interface asks for it
    pages = [(part, place, leaf) for part in parts for place, leaf in enumerate(part.leaves)]
    for number, (part, place, leaf) in enumerate(pages, 1):
        canvas.setPageSize((leaf.page.width, leaf.page.height))
        pen = Pen(canvas, inks, level=1 if part.outline else 0)
        if part.outline and place == 0:
            pen.bookmark(part.outline, leaf.page.height, level=0)
        _draw_furniture(pen, leaf.page, part.furniture, furniture.page_of.format(page=number, pages=len(pages)))
        for each in leaf.placed:
            top = leaf.page.height - leaf.page.top - each.offset
            each.block.draw(pen, leaf.page.side, top, leaf.page.text_width)
        pen.finish()
        canvas.showPage()
    if len(parts) > 1:
        canvas.showOutline()
    canvas.save()
    return file.getvalue()


def _draw_furniture(pen: Pen, page: Page, furniture: Furniture, page_of: str) -> None:
    top = page.height - TOP_MARKING
    _centred(pen, page, top, furniture.marking, MARKING)
    _centred(pen, page, BOTTOM_MARKING, furniture.marking, MARKING)
    right = page.width - page.side
    if furniture.draft:
        _draw_tag(pen, right, top, furniture.draft)
    if furniture.draft or furniture.strip:
        _draw_strip(pen, page, furniture.strip or furniture.draft)
    if furniture.standing:
        _draw_band(pen, page, furniture.standing, loud=bool(furniture.strip))
    running = top - RUNNING_BELOW
    room = page.text_width
    if furniture.estimate:
        # Below the marking, which leaves it too little room beside it.
        room -= _draw_tag(pen, right, running, furniture.estimate) + TAG_PADDING
    elif furniture.code:
        wide = text_width(furniture.code, CODE.face, CODE.size)
        pen.text(right - wide, running, furniture.code, CODE)
        room -= wide + TAG_PADDING
    style = fitted(furniture.running, RUNNING, room)
    pen.text(page.side, running, printable(furniture.running, style.face), style)
    _draw_footer(pen, page, furniture.footer, page_of)


def _draw_footer(pen: Pen, page: Page, footer: tuple[str, ...], page_of: str) -> None:
    right = page.width - page.side
    lines = [placed for line in footer for placed in _footer_lines(line, page.text_width)]
    # A long footer begins higher: the marking below it keeps its room.
    baseline = page.bottom - 22 + FOOTER_RISE * max(0, len(lines) - FOOTER_LINES)
    pen.rule(page.side, right, baseline + 10, thickness=0.4)
    pen.text(right - text_width(page_of, FOOTER.face, FOOTER.size), baseline, page_of, FOOTER)
    for line, style in lines:
        pen.text(page.side, baseline, printable(line, style.face), style)
        baseline -= FOOTER.leading


def _footer_lines(line: str, width: float) -> list[tuple[str, TextStyle]]:
    """Return a line of the footer as it is set: a little smaller or on two lines where it is long, else smaller."""
    small = fitted(line, FOOTER, width)
    if small.size >= FOOTER_SIZES[1]:
        return [(line, small)]
    for size in FOOTER_SIZES:
        style = FOOTER.at(size)
        broken = lines_of(line, style, width)
        if len(broken) <= FOOTER_LINES:
            return [(each, style) for each in broken]
    return [(line, small)]


def _draw_band(pen: Pen, page: Page, text: str, *, loud: bool) -> None:
    """Say across the page what is printed: white on black where it is not in the record at all, else in a frame."""
    style = fitted(text, TAG, page.text_width - 2 * TAG_PADDING)
    bottom = page.height - BAND_TOP - BAND_HEIGHT
    if loud:
        pen.fill(page.side, bottom, page.text_width, BAND_HEIGHT, INK)
    else:
        pen.fill(page.side, bottom, page.text_width, BAND_HEIGHT, SHADE)
        pen.frame(page.side, bottom, page.text_width, BAND_HEIGHT, thickness=1.1)
        style = replace(style, grey=INK)
    _centred(pen, page, bottom + TAG_PADDING, printable(text, style.face), style)


_WITHOUT_TONOS: Final = str.maketrans("ΆΈΉΊΌΎΏ", "ΑΕΗΙΟΥΩ")
"""Greek words in capitals have no accents."""


def _draw_strip(pen: Pen, page: Page, text: str) -> None:
    """Write large and grey up the left margin."""
    strip = text.upper().translate(_WITHOUT_TONOS)
    long = text_width(strip, DRAFT_STRIP.face, DRAFT_STRIP.size)
    pen.upwards(STRIP_LEFT, (page.height - long) / 2, strip, DRAFT_STRIP)
    pen.fill(STRIP_LEFT + 5, page.bottom, 1.6, page.text_height, FAINT)


def _draw_tag(pen: Pen, right: float, baseline: float, text: str) -> float:
    """Draw white words on black, ending at ``right``; return how wide the black is."""
    wide = text_width(text, TAG.face, TAG.size) + 2 * TAG_PADDING
    pen.fill(right - wide, baseline - TAG_PADDING, wide, TAG.leading + 3, INK)
    pen.text(right - wide + TAG_PADDING, baseline - 1, text, TAG)
    return wide


def _centred(pen: Pen, page: Page, baseline: float, text: str, style: TextStyle) -> None:
    pen.text((page.width - text_width(text, style.face, style.size)) / 2, baseline, text, style)
