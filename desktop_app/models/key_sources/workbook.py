"""Excel workbooks, cell by cell: checked as an archive first, read without running or following anything."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.interchange.fields import quoted
from desktop_app.models.key_sources import limits
from desktop_app.models.key_sources.opening import Progress, unreadable
from desktop_app.models.key_sources.plain_table import Cell, Line

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_DAMAGED: Final = say("open it in a spreadsheet program and save it again as .xlsx")
_CHUNK: Final = 1 << 16
_ENDS: Final = (b"row>", b"si>")
"""End a row or a text, with whichever prefix: what was read before is forgotten."""
_OTHER_ENCODINGS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0")
_POINTED: Final = re.compile(r"[0-9]+\.[0-9]+")
_LITERAL: Final = re.compile(r'"[^"]*"|\\.')
"""What a number format shows as it stands."""
_NO_VALUES: Final[tuple[tuple[tuple[type, ...], str], ...]] = (
    ((bool,), say("yes or no, not a number")),
    ((time, timedelta), say("a time, not a number")),
)


@contextmanager
def opened(path: Path, progress: Progress) -> Iterator[list[tuple[str, Iterator[Line]]]]:
    """Give the visible sheets of a workbook: title and rows.

    Args:
        path: the file.
        progress: told how far it is: cells read, of as many as may be.

    Raises:
        BadInput: within the context: it is no workbook, too large, or damaged.
    """
    _check_archive(path, progress)
    with warnings.catch_warnings():
        # What it says of a workbook's looks is nothing to the person.
        warnings.simplefilter("ignore")
        try:
            # Opened here, since a reader that fails leaves open what it opened itself.
            with _Telling(path, progress) as file:
                yield _sheets(_load(file, path.name), path.name, file.at)
        except (BadInput, Cancelled):
            raise
        except OSError as error:
            raise unreadable(path, error) from None
        except Exception as error:  # noqa: BLE001 - whatever a crafted workbook makes its reader raise
            raise _damaged(path, error) from None


def _damaged(path: Path, error: Exception) -> BadInput:
    return BadInput(path.name, say("the workbook cannot be read ({name})", name=type(error).__name__), _DAMAGED)


class _Telling(io.FileIO):
    """A file that says again and again how far it is, whatever comes out of it."""

    def __init__(self, path: Path, progress: Progress) -> None:
        super().__init__(path)
        self._progress, self._rows = progress, 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on."""
        self._progress(self._rows, limits.ROWS)
        return super().read(-1 if size is None else size) or b""

    def at(self, rows: int) -> None:
        """Say that so many rows of a sheet were read."""
        self._rows = rows
        self._progress(rows, limits.ROWS)


def _load(file: IO[bytes], name: str) -> "Workbook":
    from openpyxl.reader.excel import ExcelReader

    class Reader(ExcelReader):
        """Reads sheets of cells, each once."""

        def read_worksheets(self) -> None:
            """Refuse what would be read again and again; even to open a sheet may take all of its part."""
            targets = [relation.target for _sheet, relation in self.parser.find_sheets()]
            if len(targets) > limits.SHEETS:
                what = say("the workbook has more than {most} sheets", most=str(limits.SHEETS))
                raise BadInput(name, what, say("copy the table into one of its own"))
            if len(set(targets)) < len(targets):
                raise BadInput(name, say("two sheets of the workbook name the same part"), _DAMAGED)
            super().read_worksheets()

        def read_chartsheet(self, sheet: Any, rel: Any) -> None:
            """Pass over sheets of charts, which hold no cells."""

    reader = Reader(file, read_only=True, data_only=False, keep_links=False)
    reader.read()
    return reader.wb


def _check_archive(path: Path, progress: Progress) -> None:
    """Refuse what unpacks to too much, and XML that declares anything of its own."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > limits.WORKBOOK_PARTS:
                what = say("the archive has more than {most} parts", most=str(limits.WORKBOOK_PARTS))
                raise BadInput(path.name, what, say("no table of key data needs that many"))
            if sum(part.file_size for part in parts) > limits.WORKBOOK_BYTES:
                millions = str(limits.WORKBOOK_BYTES // 1_000_000)
                what = say("the workbook unpacks to more than {millions} million bytes", millions=millions)
                raise BadInput(path.name, what, say("copy the table into a workbook of its own"))
            if "[Content_Types].xml" not in {part.filename for part in parts}:
                remedy = say("choose a CSV, TSV or Excel file; unpack an archive first")
                raise BadInput(path.name, say("this is a zip archive, not an Excel workbook"), remedy)
            parsed = 0
            for part in parts:
                progress(0, limits.ROWS)
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    parsed += _check_part(archive, part, path.name)
                if parsed > limits.PARSED:
                    what = say("the workbook has more than {most} elements", most=str(limits.PARSED))
                    raise BadInput(path.name, what, say("copy the table into a workbook of its own"))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        # A password shows as RuntimeError, an unknown way of packing as NotImplementedError.
        raise _damaged(path, error) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> int:
    """Refuse XML that declares anything, or keeps more in memory at once than one row; return how many tags it has."""
    before, tags, held = b"", 0, 0
    with archive.open(part) as file:
        while data := file.read(_CHUNK):
            together = before + data
            odd = not before and data.startswith(_OTHER_ENCODINGS)
            if odd or b"<!DOCTYPE" in together or b"<!ENTITY" in together:
                raise BadInput(f"{name}: {quoted(part.filename)}", say("the part is no XML of a workbook"), _DAMAGED)
            end = max(data.rfind(each) for each in _ENDS)
            held = data.count(b"<", max(end, 0)) + (held if end < 0 else 0)
            if held > limits.HELD:
                raise BadInput(
                    f"{name}: {quoted(part.filename)}", say("it has a row larger than any table's"), _DAMAGED
                )
            tags += data.count(b"<") - data.count(b"</")
            before = together[-16:]
    return tags


def _sheets(book: "Workbook", name: str, tell: Callable[[int], None]) -> list[tuple[str, Iterator[Line]]]:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return [(sheet.title, _rows(sheet, name, tell)) for sheet in visible]


def _rows(sheet: Any, name: str, tell: Callable[[int], None]) -> Iterator[Line]:
    # What the sheet says of its own size need not be so.
    sheet.reset_dimensions()
    title = quoted(sheet.title).strip('"')
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells += len(row)
        if number > limits.ROWS or len(row) > limits.COLUMNS or cells > limits.CELLS:
            remedy = say("copy the table into a workbook of its own")
            raise BadInput(
                say("{name}: sheet {title}, row {number}", name=name, title=title, number=number),
                say("the sheet is larger than any table of key data"),
                remedy,
            )
        if number % 1_000 == 0:
            tell(number)
        yield Line([_cell(each) for each in row], number, title)


def _cell(cell: Any) -> Cell:
    """Return a cell of openpyxl as text, exactly, or with the reason why it is no value."""
    value, kind = cell.value, cell.data_type
    if value is None:
        return Cell()
    if kind == "f":
        return Cell(str(value), problem=say("a formula; none is run: put its value there"))
    if kind == "e":
        return Cell(str(value), problem=say("an error of the spreadsheet"))
    return _typed(value, cell.number_format or "")


def _typed(value: Any, number_format: str) -> Cell:
    problem = next((why for types, why in _NO_VALUES if isinstance(value, types)), "")
    if isinstance(value, date):  # with or without a time of day
        return Cell(value.isoformat()[:10], problem=say("a date, not a number"), is_day=True)
    if not problem and isinstance(value, int | float):
        return _number(value, number_format)
    return Cell(str(value), problem=problem)


def _number(value: int | float, number_format: str) -> Cell:  # noqa: PYI041 - an int stays one
    """Write a number by its shortest decimal text: what is typed as 620271.8 is that, and noise shows as noise."""
    text = repr(int(value) if isinstance(value, float) and value.is_integer() else value)
    if "%" not in _LITERAL.sub("", number_format):
        return Cell(text, pointed=True)
    if not _POINTED.fullmatch(text) and not text.isdecimal():
        return Cell(text, problem=say("no share in percent"))
    # A cell shown as a percentage holds the ratio.
    return Cell(decimal_text(Fraction(text) * 100), pointed=True)
