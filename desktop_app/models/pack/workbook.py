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
from desktop_app.models.table_workbook import AS_TEXT, always_the_same, cell_at, is_run, put_text, set_page, set_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

_FILL: Final = "FFDCE6F1"
_SIZES: Final = {Kind.TITLE: 14, Kind.HEADING: 12, Kind.NOTE: 9}
_BOLD: Final = frozenset({Kind.TITLE, Kind.HEADING, Kind.HEAD, Kind.TOTAL})
_POINTS_A_SIGN: Final = 4.6
_NARROWEST: Final = 12
_WIDEST: Final = 60
_LONGEST_TITLE: Final = 31
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
        _fill(page, sheet, book, styles)
        set_page(page, book.marking, book.stamp, (_BANNER_ROW, _BANNER_ROW))
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


def _fill(page: "Worksheet", sheet: Sheet, book: Book, styles: "_Styles") -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    banner = cell_at(page, _BANNER_ROW, 1)
    set_text(banner, " · ".join(book.banner))
    banner.font = Font(bold=True)
    columns = max((place + cell.span for line in sheet.lines for place, cell in line.placed()), default=1)
    exact = _exact_columns(sheet)
    for row, line in enumerate(sheet.lines, _BANNER_ROW + 1):
        for place, cell in line.placed():
            styles.set(cell_at(page, row, place + 1), line, cell)
        for column, text in _exact_values(line, columns, exact.get(line.table, ()), book.exact):
            styles.set(cell_at(page, row, column), line, Cell(text))
    for place, width in enumerate(sheet.widths):
        wide = min(max(width / _POINTS_A_SIGN, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(place + 1)].width = wide
    heads = [row for row, line in enumerate(sheet.lines, _BANNER_ROW + 1) if line.kind is Kind.HEAD]
    if heads and max(line.table for line in sheet.lines) == 1:
        page.freeze_panes = f"B{heads[-1] + 1}"


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

    def set(self, cell: "WorkbookCell", line: Line, given: Cell) -> None:
        """Write a cell in the style of its row."""
        name = line.kind.value + (", figures" if given.number else "") + (", not reviewed" if given.unreviewed else "")
        shown = number_format(given.number) if given.number else AS_TEXT
        first = self._first.setdefault((name, shown, given.number is None and is_run(given.text)), cell)
        if first is cell:
            self._dress(cell, name, line.kind, given)
            cell.number_format = shown
        else:
            cell._style = copy(first._style)  # noqa: SLF001 - what cells keep alike has no name of its own outside
        if given.number is None:
            put_text(cell, given.text)
        else:
            cell.value = Decimal(given.number.plain)

    def _dress(self, cell: "WorkbookCell", name: str, kind: Kind, given: Cell) -> None:
        if name not in self._made:
            self._made.add(name)
            self._book.add_named_style(_style(name, kind, given))
        cell.style = name
        cell.quotePrefix = given.number is None and is_run(given.text)


def _style(name: str, kind: Kind, given: Cell) -> "NamedStyle":
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    return NamedStyle(
        name=name,
        font=Font(bold=kind in _BOLD, size=_SIZES.get(kind, 11)),
        fill=PatternFill("solid", fgColor=_FILL) if kind is Kind.HEAD else PatternFill(),
        alignment=Alignment(wrap_text=kind.is_of_table, horizontal="right" if given.number else None, vertical="top"),
        # As the dotted line below it in print.
        border=Border(bottom=Side(style="dotted")) if given.unreviewed else Border(),
    )


def number_format(number: Number) -> str:
    """Return the format that shows a number with its decimals, its unit and the mark of its note."""
    digits = f"#,##0.{'0' * number.decimals}" if number.decimals else "#,##0"
    before = f'"{number.unit}{HARD}"' if number.unit and number.unit_first else ""
    behind = (f"{HARD}{number.unit}" if number.unit and not number.unit_first else "") + number.mark
    return f'{before}{digits}"{behind}"' if behind else f"{before}{digits}"
