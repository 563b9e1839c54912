"""A document as an Excel workbook: a sheet a section, numbers as numbers, exact values beside them where they need it.

Text is stored as text, whatever it begins with. A number shows its unit in the order of the document's language; how
its digits are grouped is up to the spreadsheet. The same document gives the same bytes.
"""

import re
from collections.abc import Iterator
from copy import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from desktop_app.calc.plain_sheets import Book, Cell, Kind, Line, Number, Sheet
from desktop_app.calc.wording import HARD
from desktop_app.models.pack.room import BOLD, FACE, SIZE, WIDEST, columns_of, height_of, size_of, width_of
from desktop_app.models.table_workbook import AS_TEXT, always_the_same, cell_at, is_run, put_text, set_page, set_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

_FILL: Final = "FFDCE6F1"
_LONGEST_TITLE: Final = 31
_LIKE_A_FIGURE: Final = 24
"""Signs of a text that is ranged as the figures are in whose column it stands."""
_NOT_IN_TITLES: Final = re.compile(r"[\[\]:*?/\\\s]+")
_BANNER_ROW: Final = 1


def book_bytes(book: Book) -> bytes:
    """Return the workbook of a document: marking, draft mark and fingerprint on every sheet and printed page."""
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.worksheets[0])
    styles, taken = _Styles(made), set[str]()
    for sheet in book.sheets:
        page = made.create_sheet(_title(sheet.title, taken))
        repeated = _fill(page, sheet, book, styles)
        set_page(page, book.marking, book.stamp, (_BANNER_ROW, repeated))
    about = made.properties
    about.title, about.creator, about.subject = book.title, book.author, book.subject
    about.language, about.keywords, about.category = book.language, book.fingerprint, book.marking
    about.contentStatus = book.status
    return always_the_same(made)


def _title(text: str, taken: set[str]) -> str:
    """Return a name that no other sheet has, as a workbook can have it."""
    plain = _NOT_IN_TITLES.sub(" ", text).strip(" '") or "–"
    number, name = 1, plain[:_LONGEST_TITLE].rstrip(" '")
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: _LONGEST_TITLE - 4].rstrip()} {number}"
    taken.add(name.casefold())
    return name


def _fill(page: "Worksheet", sheet: Sheet, book: Book, styles: "_Styles") -> int:
    """Fill a sheet; return the last of the rows that every printed page of it begins with."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    banner = cell_at(page, _BANNER_ROW, 1)
    said = " · ".join(book.banner)
    set_text(banner, said)
    banner.font = Font(name=FACE, size=SIZE, bold=True)
    banner.alignment = Alignment(wrap_text=True, vertical="top")
    widths = columns_of(sheet)
    columns = len(widths)
    _span(page, _BANNER_ROW, 0, columns)
    page.row_dimensions[_BANNER_ROW].height = height_of(Line(Kind.HEAD, (Cell(said, span=columns),)), widths)
    figures = {(line.table, place) for line in sheet.lines for place, cell in line.placed() if cell.number}
    exact, behind = _exact_columns(sheet), dict[int, float]()
    for row, line in enumerate(sheet.lines, _BANNER_ROW + 1):
        for place, cell in line.placed():
            among = (line.table, place) in figures and len(cell.text) <= _LIKE_A_FIGURE
            right = cell.number is not None or among
            styles.set(cell_at(page, row, place + 1), line, cell, right=right)
            _span(page, row, place, cell.span if line.kind.is_of_table else columns)
        for column, text in _exact_values(line, columns, exact.get(line.table, ()), book.exact):
            styles.set(cell_at(page, row, column), line, Cell(text))
            parts = text.split() if line.kind is Kind.HEAD else [text]
            behind[column] = max(behind.get(column, 0.0), min(width_of(parts, line.kind), WIDEST))
        high = height_of(line, widths)
        if high is not None:
            page.row_dimensions[row].height = high
    for place, width in [*enumerate(widths, 1), *behind.items()]:
        page.column_dimensions[get_column_letter(place)].width = width
    # Exact values are for who works on with them: a printed page has none.
    page.print_area = f"A1:{get_column_letter(columns)}{_BANNER_ROW + len(sheet.lines)}"
    heads = [row for row, line in enumerate(sheet.lines, _BANNER_ROW + 1) if line.kind is Kind.HEAD]
    if heads and max(line.table for line in sheet.lines) == 1:
        page.freeze_panes = f"B{heads[-1] + 1}"
        return heads[-1]
    return _BANNER_ROW


def _span(page: "Worksheet", row: int, place: int, count: int) -> None:
    """Let a cell take several columns, counted from 0, of which the others hold nothing."""
    from openpyxl.worksheet.cell_range import CellRange

    if count > 1:
        # What the page itself offers goes through every cell for its border, which takes as long as all else.
        page.merged_cells.add(CellRange(min_col=place + 1, max_col=place + count, min_row=row, max_row=row))


def _exact_columns(sheet: Sheet) -> dict[int, tuple[int, ...]]:
    """Return, by table, the columns with a number of which a cell would lose something."""
    found: dict[int, set[int]] = {}
    for line in sheet.lines:
        for place, cell in line.placed():
            if cell.number is not None and cell.number.lost:
                found.setdefault(line.table, set()).add(place)
    return {table: tuple(sorted(places)) for table, places in found.items()}


def _exact_values(line: Line, columns: int, places: tuple[int, ...], word: str) -> Iterator[tuple[int, str]]:
    """Yield the exact values of a row, which stand behind its last column, or the heads above them, by column."""
    held = dict(line.placed())
    for column, place in enumerate(places, columns + 1):
        cell = held.get(place)
        if line.kind is Kind.HEAD:
            yield column, " – ".join(filter(None, (cell.text if cell else "", word)))
        elif cell is not None and cell.number is not None:
            yield column, cell.number.lost


class _Styles:
    """The named styles of a workbook, each made when it is first needed: a style of its own for each cell is slow.

    So is finding the same one again: a cell looks as the first one that is like it.
    """

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: set[str] = set()
        self._first: dict[tuple[str, str, bool], WorkbookCell] = {}

    def set(self, cell: "WorkbookCell", line: Line, given: Cell, *, right: bool = False) -> None:
        """Write a cell in the style of its row; a text among figures is ranged right as they are."""
        name = line.kind.value + (", figures" if given.number else ", in their place" if right else "")
        name += ", not reviewed" if given.unreviewed else ""
        shown = number_format(given.number) if given.number else AS_TEXT
        first = self._first.setdefault((name, shown, given.number is None and is_run(given.text)), cell)
        if first is cell:
            self._dress(cell, name, line.kind, given, right=right)
            cell.number_format = shown
        else:
            # What cells keep alike has no name of its own outside.
            cell._style = copy(first._style)  # type: ignore[attr-defined]  # noqa: SLF001
        if given.number is None:
            put_text(cell, given.text)
        else:
            cell.value = Decimal(given.number.plain)

    def _dress(self, cell: "WorkbookCell", name: str, kind: Kind, given: Cell, *, right: bool) -> None:
        if name not in self._made:
            self._made.add(name)
            self._book.add_named_style(_style(name, kind, given, right=right))
        cell.style = name
        cell.quotePrefix = given.number is None and is_run(given.text)


def _style(name: str, kind: Kind, given: Cell, *, right: bool) -> "NamedStyle":
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    return NamedStyle(
        name=name,
        font=Font(name=FACE, bold=kind in BOLD, size=size_of(kind)),
        fill=PatternFill("solid", fgColor=_FILL) if kind is Kind.HEAD else PatternFill(),
        alignment=Alignment(wrap_text=given.number is None, horizontal="right" if right else None, vertical="top"),
        # As the dotted line below it in print.
        border=Border(bottom=Side(style="dotted")) if given.unreviewed else Border(),
    )


def number_format(number: Number) -> str:
    """Return the format that shows a number with its decimals, its unit and the mark of its note."""
    digits = f"#,##0.{'0' * number.decimals}" if number.decimals else "#,##0"
    before = f'"{number.unit}{HARD}"' if number.unit and number.unit_first else ""
    behind = (f"{HARD}{number.unit}" if number.unit and not number.unit_first else "") + number.mark
    return f'{before}{digits}"{behind}"' if behind else f"{before}{digits}"
