"""Workbooks to read back: exported, edited as somebody would, or put together by hand."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import read_document
from desktop_app.models.table_reading.reading import Incoming
from desktop_app.models.tables import write_workbook

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "annual-pool.json"
TYPES: Final = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
BOOK: Final = (
    '<workbook xmlns="m" xmlns:r="r"><workbookPr{pr}/><sheets>'
    '<sheet name="Pledges" sheetId="1" r:id="one"{state}/></sheets></workbook>'
)
RELATIONS: Final = '<Relationships><Relationship Id="one" Target="worksheets/sheet1.xml"/></Relationships>'


def example() -> Forum:
    return read_document(EXAMPLE.read_bytes())


def exported(assessment: AnnualPoolAssessment, path: Path) -> Path:
    write_workbook(assessment, path)
    return path


def edited(path: Path, edit: Callable[[Any], None]) -> Path:
    """Let ``edit`` change a workbook as openpyxl shows it, and save it."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    edit(book)
    book.save(path)
    return path


def incoming(forum: Forum, path: Path, edit: Callable[[Any], None]) -> Incoming:
    """Export a forum, edit the workbook, and read it back into the same forum."""
    assessment = assess(forum)
    return read_import(edited(exported(assessment, path), edit), assessment)


def column(page: Any, header: str) -> int:
    """Return the number of a column by its header."""
    return int(next(cell.column for cell in page[2] if cell.value == header))


def at(page: Any, code: str, header: str, number: int | str | None = None) -> Any:
    """Return a cell by its state (and number or type) and its header."""
    rows = [row for row in page.iter_rows(min_row=3) if row[0].value == code and number in (None, row[2].value)]
    return rows[0][column(page, header) - 1]


def archive(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return made.getvalue()


def minimal(sheet: str, *, pr: str = "", state: str = "", **parts: str) -> bytes:
    """Return a workbook of one sheet, in XML written by hand; ``parts`` by name in ``xl``, without their ending."""
    others = {f"xl/{name}.xml": text for name, text in parts.items()}
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": BOOK.format(pr=pr, state=state),
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>",
            **others,
        }
    )


def plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\u00a0", " ")
