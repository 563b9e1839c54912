"""Tables and forms for Word: header rows that repeat, rows that stay whole, a title and a description."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.documents.blocks import Align
from desktop_app.documents.cell_text import without_mark
from desktop_app.documents.fonts import printable, text_width
from desktop_app.documents.grid import LABEL_PART, Box, Field, Grid
from desktop_app.documents.grid import TALL as TALL_BOX
from desktop_app.documents.lines import fitted, lines_of
from desktop_app.documents.styles import BODY, CELL_HEAD, INK, SHADE, TextStyle
from desktop_app.documents.tables import FIRST_ROWS, GUTTER, LAST_ROWS, PADDING, TALL, Cell, Row, Table
from desktop_app.documents.word.markup import clean, element, paragraph, plain, runs, twips, value
from desktop_app.documents.word.styles import ASIDE, FORM, TABLE, cell_style, character_style, grey, line

KEEP: Final = "<w:keepNext/>"
"""Keeps a paragraph on the page of the next."""


@dataclass(frozen=True, slots=True)
class About:
    """What a table is on, for who does not see it.

    Attributes:
        title: the heading that it stands below.
        noted: whether a note below it stays with its last rows.
    """

    title: str
    noted: bool = False


def table(block: Table, width: float, about: About) -> str:
    """Return a table at a width."""
    widths = block.widths(width)
    hangs = _hangs(block)
    heads = [_row(each, block, widths, {}, head=True, kept=True) for each in block.heads]
    last = len(block.rows) - 1
    body = []
    for place, each in enumerate(block.rows):
        follows = place < last and block.rows[place + 1].with_previous
        first = place < FIRST_ROWS - 1 and place < last
        at_note = about.noted and place > last - LAST_ROWS
        body.append(_row(each, block, widths, hangs, head=False, kept=first or follows or at_note))
    names = [plain(cell.text) for each in block.heads[-1:] for cell in each.cells]
    properties = _properties(TABLE, widths, about.title, names, (bool(heads), bool(block.row_headers)))
    return element("tbl", properties, _columns(widths), *heads, *body)


def _properties(style: str, widths: Sequence[float], title: str, names: Iterable[str], flags: tuple[bool, bool]) -> str:
    first_row, first_column = map(int, flags)
    look = f"{first_row * 0x20 + first_column * 0x80 + 0x600:04X}"
    described = ", ".join(filter(None, names))
    return element(
        "tblPr",
        value("tblStyle", style),
        element("tblW", w=twips(sum(widths)), type="dxa"),
        value("tblLayout", "fixed").replace("w:val", "w:type"),
        element(
            "tblLook",
            val=look,
            firstRow=first_row,
            lastRow=0,
            firstColumn=first_column,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        value("tblCaption", title) if title else "",
        value("tblDescription", described) if described else "",
    )


def _columns(widths: Sequence[float]) -> str:
    return element("tblGrid", *(element("gridCol", w=twips(each)) for each in widths))


def _hangs(block: Table) -> dict[int, float]:
    """Return the room that each column keeps right of its figures for the marks of notes, so that digits align."""
    hangs: dict[int, float] = {}
    for each in block.rows:
        for place, cell in _placed(each):
            if not block.columns[place].figures or cell.span > 1:
                continue
            style = cell.style or each.style
            mark = printable(cell.text[len(without_mark(cell.text)) :], style.face)
            hangs[place] = max(hangs.get(place, 0.0), text_width(mark, style.face, style.size))
    return hangs


def _placed(given: Row) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of a row, each with the number of its first column."""
    place = 0
    for each in given.cells:
        yield place, each
        place += each.span


def _row(
    given: Row, block: Table, widths: Sequence[float], hangs: Mapping[int, float], *, head: bool, kept: bool
) -> str:
    cells, high = [], 0.0
    for place, each in _placed(given):
        wide = sum(widths[place : place + each.span])
        style = each.style or given.style
        high = max(high, len(lines_of(each.text, style, wide - 2 * GUTTER)) * style.leading)
        align = each.align or block.columns[place].align
        look = _Look(align, style, head)
        if block.columns[place].figures and not head and each.span == 1:
            bare, hang = without_mark(each.text), hangs[place]
            look.size = fitted(bare, style, wide - 2 * ASIDE - hang).size
            look.hang = hang if bare == each.text else 0.0
        cells.append(_cell(each, given, look, wide, kept=kept))
    whole = high + 2 * PADDING <= TALL
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    return element("tr", element("trPr", properties) if properties else "", *cells)


@dataclass(slots=True)
class _Look:
    """How the text of a cell is set.

    Attributes:
        align: where its lines stand.
        style: that it is printed in.
        head: it stands in the head of the table.
        size: at which a figure keeps to its line.
        hang: room right of it, where others in its column have the mark of a note.
    """

    align: Align
    style: TextStyle
    head: bool
    size: float | None = None
    hang: float = 0.0

    @property
    def small(self) -> int | None:
        """The size in half points, where it is less than the style's."""
        return int(self.size * 2) if self.size is not None and self.size < self.style.size else None


def _cell(given: Cell, of: Row, look: _Look, width: float, *, kept: bool) -> str:
    is_head = look.head or look.style == CELL_HEAD
    character = "" if is_head else character_style(look.style)
    properties = element(
        "tcPr",
        element("tcW", w=twips(width), type="dxa"),
        value("gridSpan", given.span) if given.span > 1 else "",
        _border(given, of, head=look.head),
        element("shd", val="clear", color="auto", fill=grey(SHADE)) if given.shaded else "",
        value("vAlign", "bottom") if look.head else "",
    )
    own = [KEEP] if kept else []
    if look.hang:
        own.append(element("ind", right=twips(look.hang)))
    style = cell_style(look.align, head=is_head)
    texts = clean(given.text).split("\n")
    return element("tc", properties, *(paragraph(style, runs(each, character, look.small), *own) for each in texts))


def _border(given: Cell, of: Row, *, head: bool) -> str:
    """Return the rule below a cell of the head: below the last row of it, and below the names of groups."""
    if not head:
        return ""
    if of.rule:
        return element("tcBorders", line("bottom", of.rule, of.rule_grey))
    if given.text:
        return element("tcBorders", line("bottom", 0.35, INK))
    return element("tcBorders", value("bottom", "nil"))


def form(block: Grid, width: float, title: str) -> str:
    """Return a boxed form: what is asked for on the left, what is filled in, or lines to write on, on the right."""
    widths = (LABEL_PART * width, (1 - LABEL_PART) * width)
    headed = bool(block.boxes) and block.boxes[0].head
    rows = [_box(each, widths, head=headed and place == 0) for place, each in enumerate(block.boxes)]
    names = [plain(each.label) for each in block.boxes[:1]] if headed else []
    return element("tbl", _properties(FORM, widths, title, names, (headed, True)), _columns(widths), *rows)


def _box(box: Box, widths: tuple[float, float], *, head: bool) -> str:
    style = "FormHeading" if box.head else "FormLabel"
    label = "".join(paragraph(style, runs(each)) for each in clean(box.label).split("\n"))
    fields = "".join(_field(each, head=box.head) for each in box.fields) or paragraph("FormEntry", "")
    high = sum(len(lines_of(each.text, BODY, widths[1])) for each in box.fields) * BODY.leading
    properties = ("" if high > TALL_BOX else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    return element(
        "tr",
        element("trPr", properties) if properties else "",
        element("tc", element("tcPr", element("tcW", w=twips(widths[0]), type="dxa")), label),
        element("tc", element("tcPr", element("tcW", w=twips(widths[1]), type="dxa")), fields),
    )


def _field(field: Field, *, head: bool) -> str:
    """Return one thing in a box: its name inside the box, and below it a text, or lines to write on."""
    name = paragraph("FormCaption", runs(field.caption), KEEP) if field.caption.strip() else ""
    if field.rules:
        return name + paragraph("FormLine", "") * field.rules
    style = "FormHeading" if head else "FormGap" if field.gap else "FormEntry"
    texts = clean(field.text).split("\n") if field.text or not name else []
    return name + "".join(paragraph(style, runs(each)) for each in texts)
