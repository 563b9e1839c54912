"""Workbooks are read cell by cell as they were written, within bounds, and never trusted."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress

import pytest

from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.grid import Grid, GridCell, Kind, column_letters, column_number
from desktop_app.models.table_reading.workbook import read_workbook
from tests.models.table_reading.books import BOOK, RELATIONS, archive, minimal


def nobody(_done: int, _all: int) -> None:
    pass


def read(data: bytes) -> Grid:
    (grid,) = read_workbook("book.xlsx", data, nobody)
    return grid


def cells(sheet: str, **parts: str) -> dict[tuple[int, int], GridCell]:
    return dict(read(minimal(f"<sheetData>{sheet}</sheetData>", **parts)).cells)


STRINGS = "<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>no</t></rPh></si><si><t/></si></sst>"
STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" '
    'formatCode="#,##0.00\\ [$EUR]"/><numFmt numFmtId="166" formatCode="0.0&quot;day&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="x"/></cellXfs>'
    "</styleSheet>"
)


def test_every_kind_of_cell() -> None:
    found = cells(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>12.000000001</v></c>'
        '<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="str"><v>x</v></c>'
        '<c r="G2"><f>1+1</f><v>2</v></c><c r="H2" t="inlineStr"><is><t>in_x0041_</t></is></c>'
        '<c r="I2" t="d"><v>2026-10-15T00:00:00</v></c><c r="J2"/><c r="K2" t="s"><v>2</v></c>'
        '<c r="L2" t="inlineStr"><is/></c><c r="M2" t="b"><v>0</v></c></row>',
        sharedStrings=STRINGS,
    )
    assert [(place, cell.kind, cell.text) for place, cell in found.items()] == [
        ((2, 1), Kind.TEXT, "one"),
        ((2, 2), Kind.TEXT, "two"),
        ((2, 3), Kind.NUMBER, "12.000000001"),
        ((2, 4), Kind.BOOLEAN, "TRUE"),
        ((2, 5), Kind.ERROR, "#N/A"),
        ((2, 6), Kind.TEXT, "x"),
        ((2, 7), Kind.FORMULA, "1+1"),
        ((2, 8), Kind.TEXT, "inA"),
        ((2, 9), Kind.DATE, "2026-10-15"),
        ((2, 13), Kind.BOOLEAN, "FALSE"),
    ]


@pytest.mark.parametrize(
    ("style", "number", "kind", "text"),
    [
        ("0", "46310", Kind.NUMBER, "46310"),
        ("1", "46310", Kind.DATE, "2026-10-15"),
        ("2", "46310.0", Kind.DATE, "2026-10-15"),
        ("2", "46310.5", Kind.DATE, "46310.5"),
        ("2", "59", Kind.DATE, "59"),
        ("2", "-1", Kind.DATE, "-1"),
        ("3", "0.5", Kind.PERCENT, "0.5"),
        ("4", "5", Kind.NUMBER, "5"),
        ("5", "5", Kind.NUMBER, "5"),
        ("6", "5", Kind.NUMBER, "5"),
        ("99", "5", Kind.NUMBER, "5"),
        ("x", "5", Kind.NUMBER, "5"),
    ],
)
def test_number_formats_tell_dates_and_percentages(style: str, number: str, kind: Kind, text: str) -> None:
    (found,) = cells(f'<row><c r="A1" s="{style}"><v>{number}</v></c></row>', styles=STYLES).values()
    assert (found.kind, found.text) == (kind, text)


def test_days_from_1904() -> None:
    for number, text in (("44848", "2026-10-15"), ("2957010", "2957010"), ("0", "1904-01-01")):
        sheet = f'<sheetData><row><c s="1"><v>{number}</v></c></row></sheetData>'
        (found,) = read(minimal(sheet, pr=' date1904="1"', styles=STYLES)).cells.values()
        assert found.text == text


def test_rows_and_cells_without_places_follow_each_other() -> None:
    found = cells("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")
    assert {place: cell.text for place, cell in found.items()} == {(1, 1): "1", (1, 2): "2", (3, 1): "3"}


def test_hidden_columns() -> None:
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="500" max="16384" hidden="true"/><col min="5" max="5"/>'
        '<col min="x" max="5" hidden="1"/><col hidden="1"/></cols>'
    )
    grid = read(minimal(f"{columns}<sheetData><row><c><v>1</v></c></row></sheetData>"))
    assert grid.hidden_columns == frozenset({2, 3, 500})


def test_hidden_and_merged() -> None:
    grid = read(
        minimal(
            '<sheetData><row r="1" hidden="1"><c><v>1</v></c></row></sheetData>'
            '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
            state=' state="hidden"',
        )
    )
    assert (grid.hidden_rows, grid.merged, grid.is_hidden) == (frozenset({1}), ((1, 1, 2, 2),), True)
    assert grid.is_merged(2, 2)
    assert not grid.is_merged(3, 2)
    assert (grid.last_row, grid.text(1, 1), grid.text(9, 9), grid.cell(9, 9)) == (1, "1", "", None)


def test_letters_of_columns() -> None:
    assert [column_letters(each) for each in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert [column_number(each) for each in ("A", "Z", "AA", "AAA")] == [1, 26, 27, 703]


def test_sheets_of_charts_are_passed_over() -> None:
    relations = (
        '<Relationships><Relationship Id="one" Target="/xl/worksheets/sheet1.xml"/>'
        '<Relationship Id="two" Target="chartsheets/sheet1.xml"/></Relationships>'
    )
    book = BOOK.format(pr="", state="").replace("</sheets>", '<sheet name="Chart" r:id="two"/></sheets>')
    data = archive(
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations,
            "xl/worksheets/sheet1.xml": "<worksheet/>",
        }
    )
    assert [grid.name for grid in read_workbook("b.xlsx", data, nobody)] == ["Pledges"]


def test_reading_stops_when_asked_to() -> None:
    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook("b.xlsx", minimal("<sheetData><row/></sheetData>"), stop)


def refused(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read_workbook("book.xlsx", data, nobody)
    assert 1 < len(str(caught.value).splitlines()) <= 3
    assert caught.value.where == "book.xlsx"
    return caught.value.what


def sheet(text: str) -> bytes:
    return minimal(f"<sheetData>{text}</sheetData>")


def test_damaged_archives() -> None:
    assert "damaged" in refused(b"PK\x03\x04 no archive")
    whole = sheet("<row/>")
    assert refused(whole[: len(whole) // 2])
    book = io.BytesIO(whole)
    at = zipfile.ZipFile(book).getinfo("xl/workbook.xml").header_offset
    torn = bytearray(whole)
    torn[at + 60 : at + 70] = b"0123456789"
    assert "damaged" in refused(bytes(torn))


def test_parts_that_are_missing_or_no_xml() -> None:
    assert "no xl/_rels" in refused(archive({"x": "y"}))
    assert "no xl/worksheets/sheet1.xml" in refused(
        archive({"xl/workbook.xml": BOOK.format(pr="", state=""), "xl/_rels/workbook.xml.rels": RELATIONS})
    )
    assert "damaged at line 1" in refused(minimal("<sheetData>"))
    assert "it has no sheet" in refused(
        archive({"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": RELATIONS})
    )


@pytest.mark.parametrize(
    "evil",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
        '<!ENTITY a "b"><worksheet/>',
    ],
)
def test_entities_are_never_read(evil: str) -> None:
    parts = {"xl/workbook.xml": BOOK.format(pr="", state=""), "xl/_rels/workbook.xml.rels": RELATIONS}
    assert "document type" in refused(archive({**parts, "xl/worksheets/sheet1.xml": evil}))


@pytest.mark.parametrize(
    "data", ["<worksheet/>".encode("utf-16"), b'<?xml version="1.0" encoding="cp037"?><worksheet/>']
)
def test_other_encodings_are_refused(data: bytes) -> None:
    parts = {"xl/workbook.xml": BOOK.format(pr="", state=""), "xl/_rels/workbook.xml.rels": RELATIONS}
    assert "not in UTF-8" in refused(archive({**parts, "xl/worksheets/sheet1.xml": data}))


def test_passwords_and_unusual_packing() -> None:
    data = bytearray(sheet("<row/>"))
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "password" in refused(bytes(data))
    parts = {"xl/workbook.xml": BOOK.format(pr="", state=""), "xl/_rels/workbook.xml.rels": RELATIONS}
    assert "unusual" in refused(archive(parts, zipfile.ZIP_BZIP2))


def test_bombs_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = archive({"xl/workbook.xml": b"0" * (limits.UNPACKED_BYTES + 1)})
    assert len(bomb) < limits.UNPACKED_BYTES // 500
    assert "unpacks to more" in refused(bomb)
    monkeypatch.setattr(limits, "PARTS", 2)
    assert "parts" in refused(sheet(""))


def bounds() -> Iterator[tuple[str, int, bytes, str]]:
    row = '<row><c><v>1</v></c><c t="s"><v>0</v></c></row>'
    yield "CELLS", 3, minimal(f"<sheetData>{row * 2}</sheetData>", sharedStrings=STRINGS), "more than 3 cells"
    yield "COLUMNS", 1, minimal(f"<sheetData>{row}</sheetData>", sharedStrings=STRINGS), "more than 1 columns"
    yield "ROWS", 1, sheet("<row/><row/>"), "more than 1 rows"
    yield "ROWS", 1, sheet('<row r="7"/>'), "more than 1 rows"
    yield "STRINGS", 2, minimal("<sheetData/>", sharedStrings=STRINGS), "more than 2 texts"
    yield "SHEETS", 0, sheet(""), "more than 0 sheets"
    yield "ELEMENTS", 4, sheet("<row/>" * 9), "more elements"
    yield "HELD", 4, sheet(f"<row>{'<c/>' * 4}</row>"), "more elements"
    yield "DEPTH", 5, sheet("<a>" * 9 + "</a>" * 9), "more elements"
    yield "TAG_BYTES", 100, sheet(f'<row a="{"x" * 200}"/>'), "longer than any"
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:D2"/></mergeCells>'
    yield "MERGED", 1, minimal(merged), "more than 1 merged"


@pytest.mark.parametrize(("name", "most", "data", "what"), list(bounds()))
def test_bounds(monkeypatch: pytest.MonkeyPatch, name: str, most: int, data: bytes, what: str) -> None:
    monkeypatch.setattr(limits, name, most)
    assert what in refused(data)


def test_within_the_bound_of_tags_a_part_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TAG_BYTES", 120)
    assert len(cells("<row><c><v>1</v></c></row>" * 20)) == 20


def test_rows_are_held_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HELD", 5)
    assert len(cells("<row><c><v>1</v></c></row>" * 20)) == 20
    assert "more elements" in refused(sheet(f"<row>{'<c/>' * 9}</row>"))


def test_what_points_nowhere_is_refused() -> None:
    assert "not there" in refused(sheet('<row><c t="s"><v>7</v></c></row>'))
    assert "not there" in refused(sheet('<row><c t="s"><v>x</v></c></row>'))
    assert "merged cells without a place" in refused(minimal('<mergeCells><mergeCell ref="A1"/></mergeCells>'))


def test_every_cut_of_a_workbook_is_refused_in_words() -> None:
    whole = minimal('<sheetData><row><c r="A1"><v>1</v></c></row></sheetData>', styles=STYLES, sharedStrings=STRINGS)
    for place in range(0, len(whole), 37):
        torn = bytearray(whole)
        torn[place] ^= 0xFF
        # Nothing else is raised than the refusal.
        with suppress(BadInput):
            read_workbook("book.xlsx", bytes(torn), nobody)
