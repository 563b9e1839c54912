"""Writing sheets as an Excel workbook.

Text is stored as text, whatever it begins with: a cell with ``=1+1`` shows ``=1+1`` and is never run, not
even after somebody edits it. The same sheets give the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Context
from typing import TYPE_CHECKING, Final, cast

from desktop_app.models.table_cells import Cell, Look, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS: Final = {
    Look.PERSONS: "#,##0",
    Look.EUR: "#,##0.00",
    Look.DECIMAL: "#,##0.00",
    Look.PERCENT_2: "0.00",
    Look.PERCENT_4: "0.0000",
    Look.DAY: "yyyy-mm-dd",
    Look.YEAR: "0",
}
_WIDTHS: Final = {Look.LONG_TEXT: 48, Look.LISTED: 26, Look.EXACT: 24, Look.EUR: 19}
_WIDTH: Final = 14
_HEADER_HEIGHT: Final = 45
"""Points: three lines."""
_CODE_WIDTH: Final = 8

_BANNER_ROW, _HEADER_ROW, _FIRST_ROW = 1, 2, 3
_HEADER_FILL: Final = "FFDCE6F1"

_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel shows no day before 1900, and counts those before 1 March 1900 one off: earlier ones are written as text."""
_LONGEST_TEXT: Final = 32_767
"""Characters that a cell of Excel can hold."""
_SMALL: Final = ("Arial,Regular", 8)
AS_TEXT: Final = "@"
"""The format of a cell that holds text."""
RUN_BY_SPREADSHEETS: Final = tuple("=+-@\t\r")
_NEVER_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER: Final = re.compile(rb'(?<= t="n"><v>)[0-9.eE+-]+')
_DIGITS: Final = 15
"""Significant digits that a number of a spreadsheet holds: what openpyxl writes beyond them is a float's own."""
_WRITTEN_AT: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the format wants it without a zone; it says nothing


def workbook_bytes(sheets: Iterable[Sheet], title: str, marking: str, fingerprint: str) -> bytes:
    """Return an Excel workbook.

    Args:
        sheets: what stands in it.
        title: name of the forum.
        marking: classification, shown in every sheet and on every printed page.
        fingerprint: of the state that it shows, beside the marking.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        _fill(page, sheet, (marking, f"state {fingerprint}", plain(title)))
        set_page(page, marking, f"state {fingerprint}", (_BANNER_ROW, _HEADER_ROW))
        if sheet.printed_columns:
            page.print_area = f"A1:{get_column_letter(sheet.printed_columns)}{len(sheet.rows) + _HEADER_ROW}"
    return always_the_same(book)


def _fill(page: "Worksheet", sheet: Sheet, banner: tuple[str, ...]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    bold, fill = Font(bold=True), PatternFill("solid", fgColor=_HEADER_FILL)
    heading = cell_at(page, _BANNER_ROW, 1)
    set_text(heading, " · ".join(part for part in banner if part))
    heading.font = bold
    for number, column in enumerate(sheet.columns, 1):
        cell = cell_at(page, _HEADER_ROW, number)
        cell.value = column.header
        cell.font, cell.fill = bold, fill
        side = "right" if column.look in _FORMATS else None
        cell.alignment = Alignment(wrap_text=True, horizontal=side, vertical="top")
        width = _CODE_WIDTH if column.header == "code" else _WIDTHS.get(column.look, _WIDTH)
        page.column_dimensions[get_column_letter(number)].width = width
    page.row_dimensions[_HEADER_ROW].height = _HEADER_HEIGHT
    for place, row in enumerate(sheet.rows, _FIRST_ROW):
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            _set(cell_at(page, place, number), column.look, value)
    page.freeze_panes = f"{get_column_letter(sheet.kept_columns + 1)}{_FIRST_ROW}"


def cell_at(page: "Worksheet", row: int, column: int) -> "WorkbookCell":
    """Return a cell of a sheet."""
    # Nothing is merged, so that no cell is a part of another.
    return cast("WorkbookCell", page.cell(row, column))


def _set(cell: "WorkbookCell", look: Look, value: Cell) -> None:
    from openpyxl.styles import Alignment

    side = "right" if look in _FORMATS else None
    cell.alignment = Alignment(wrap_text=look in (Look.LONG_TEXT, Look.LISTED), horizontal=side, vertical="top")
    if isinstance(value, bool):
        set_text(cell, "yes" if value else "no")
    elif isinstance(value, str):
        set_text(cell, value)
    elif isinstance(value, date) and value < _FIRST_DAY:
        set_text(cell, value.isoformat())
    elif value is not None:
        cell.value = value
        # In a column of words a date still is one.
        cell.number_format = _FORMATS.get(Look.DAY if isinstance(value, date) else look, "General")
        return
    # What somebody types into an empty cell, or over a word such as "none", is a number, a date or text as in its
    # column; the exact text of an amount stays text to the last cent.
    cell.number_format = _FORMATS.get(look, "@")


def set_text(cell: "WorkbookCell", text: str) -> None:
    """Put a text into a cell, as text whatever it begins with."""
    put_text(cell, text)
    cell.number_format = AS_TEXT
    # Without this mark, a person who opens and leaves the cell would turn its text into a formula.
    cell.quotePrefix = is_run(text)


def put_text(cell: "WorkbookCell", text: str) -> None:
    """Put a text into a cell that has the look of one already; see :func:`set_text`."""
    cell.value = plain(text)
    cell.data_type = "s"


def is_run(text: str) -> bool:
    """Tell whether a spreadsheet would run what stands in a cell as a formula, if somebody typed it."""
    return text.startswith(RUN_BY_SPREADSHEETS)


def plain(text: str) -> str:
    """Return a text as a cell can hold it: signs that XML cannot carry replaced, not too long."""
    carried = _LOOKS_ESCAPED.sub("_x005F_", _NEVER_IN_XML.sub("\ufffd", text))
    return carried if len(carried) <= _LONGEST_TEXT else f"{carried[: _LONGEST_TEXT - 1]}…"


def set_page(page: "Worksheet", marking: str, stamp: str, repeated: tuple[int, int]) -> None:
    """Set how a sheet is printed.

    Args:
        page: the sheet.
        marking: classification, above and below every page.
        stamp: which state it is, below every page.
        repeated: the first and the last row that every page begins with.
    """
    from openpyxl.worksheet.properties import PageSetupProperties

    # openpyxl makes both with the page; its types leave open that one may take them away.
    header, footer = cast("HeaderFooterItem", page.oddHeader), cast("HeaderFooterItem", page.oddFooter)
    header.center.text = marking
    footer.left.text = stamp.replace("&", "&&")
    footer.center.text = marking
    footer.right.text = "&P / &N"
    for part in (footer.left, footer.right):
        # Small enough to leave the classification between them its room.
        part.font, part.size = _SMALL
    page.print_title_rows = f"{repeated[0]}:{repeated[1]}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def always_the_same(book: "Workbook") -> bytes:
    """Return the file of a workbook: no clock, no chance."""
    written = io.BytesIO()
    # Packed below, and once.
    _save(book, zipfile.ZipFile(written, "w"))
    # openpyxl writes the time of saving into one part and into every entry of the archive.
    clock = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
    stamp = _WRITTEN_AT.isoformat().encode() + b"Z"
    made = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = clock.sub(rb"\g<1>" + stamp, part)
            elif name.startswith("xl/worksheets/"):
                part = _NUMBER.sub(lambda found: _as_given(found.group()), part)
            entry = zipfile.ZipInfo(name, _WRITTEN_AT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, part)
    return made.getvalue()


def _save(book: "Workbook", archive: zipfile.ZipFile) -> None:
    """Write a workbook without openpyxl's temporary files, which are slow, and lie where anybody may look."""
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):
        def write_worksheet(self, ws: "Worksheet") -> None:
            """Write a sheet of cells; there are no drawings, links or comments in ours."""
            sheet = WorksheetWriter(ws, io.BytesIO())
            sheet.write()
            archive.writestr(ws.path[1:], sheet.read())
            self.manifest.append(ws)

    InMemory(book, archive).save()


def _as_given(digits: bytes) -> bytes:
    """Return a number with the digits that it was given, ``8966947.37``, and not a float's ``8966947.369999999``."""
    if len(digits) <= _DIGITS:
        return digits
    return f"{Context(prec=_DIGITS).create_decimal(digits.decode()):f}".encode()
