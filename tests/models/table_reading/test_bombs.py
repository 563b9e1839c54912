"""A workbook of a few bytes never means much work: what it says again and again is refused, or looked up once."""

import pytest

from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.archive import Archive
from desktop_app.models.table_reading.cells import quoted
from desktop_app.models.table_reading.grid import Grid, GridCell, Kind
from desktop_app.models.table_reading.workbook import read_workbook
from tests.models.table_reading.books import archive, minimal


def nobody(_done: int, _all: int) -> None:
    pass


def book(sheets: str, relations: str, **parts: str) -> bytes:
    return archive(
        {
            "xl/workbook.xml": f'<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
            **{f"xl/{name}.xml": text for name, text in parts.items()},
        }
    )


def refused(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read_workbook("book.xlsx", data, nobody)
    return caught.value.what


@pytest.mark.parametrize(
    ("second", "relations"),
    [
        ("a", '<Relationship Id="a" Target="one.xml"/>'),
        ("b", '<Relationship Id="a" Target="one.xml"/><Relationship Id="b" Target="/xl/./one.xml"/>'),
    ],
)
def test_two_sheets_of_one_part_are_refused(second: str, relations: str) -> None:
    sheets = f'<sheet name="A" r:id="a"/><sheet name="B" r:id="{second}"/>'
    assert "two of its sheets name the same part" in refused(book(sheets, relations, one="<worksheet/>"))


def test_elements_are_counted_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = '<sheet name="A" r:id="a"/><sheet name="B" r:id="b"/>'
    relations = '<Relationship Id="a" Target="one.xml"/><Relationship Id="b" Target="two.xml"/>'
    data = book(sheets, relations, one="<a/>" + "", two="<worksheet><a/><a/></worksheet>")
    # 4 of the workbook, 3 of the relations, 1 of the first sheet, 3 of the second.
    monkeypatch.setattr(limits, "ELEMENTS", 11)
    assert len(read_workbook("book.xlsx", data, nobody)) == 2
    monkeypatch.setattr(limits, "ELEMENTS", 10)
    assert "xl/two.xml has more elements" in refused(data)


def test_a_part_without_rows_can_be_ended_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TELL_EVERY", 10)
    told: list[tuple[int, int]] = []
    strings = f"<sst>{'<si><t>x</t></si>' * 50}</sst>"
    data = minimal(f"<sheetData>{'<a/>' * 100}</sheetData>", sharedStrings=strings)

    read_workbook("book.xlsx", data, lambda *far: told.append(far))
    assert len(told) >= 20

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(Archive("book.xlsx", data, stop).elements("xl/sharedStrings.xml", "nothing"))


def test_names_and_texts_are_bounded() -> None:
    sheet = '<sheet name="{}" r:id="a"/>'
    relation = '<Relationship Id="a" Target="one.xml"/>'
    longest = book(sheet.format("N" * limits.NAME), relation, one="<worksheet/>")
    assert len(read_workbook("book.xlsx", longest, nobody)) == 1
    longer = book(sheet.format("N" * (limits.NAME + 1)), relation, one="<worksheet/>")
    assert "a sheet has a name of more than 255 characters" in refused(longer)

    cell = '<sheetData><row><c t="str"><v>{}</v></c></row></sheetData>'
    assert len(read_workbook("book.xlsx", minimal(cell.format("x" * limits.TEXT)), nobody)[0].cells) == 1
    assert "more than 32\u202f767 characters" in refused(minimal(cell.format("x" * (limits.TEXT + 1))))


def test_merged_ranges_are_counted_over_all_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = '<sheet name="A" r:id="a"/><sheet name="B" r:id="b"/>'
    relations = '<Relationship Id="a" Target="one.xml"/><Relationship Id="b" Target="two.xml"/>'
    merged = '<worksheet><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
    data = book(sheets, relations, one=merged, two=merged)
    monkeypatch.setattr(limits, "MERGED", 2)
    assert [grid.merged for grid in read_workbook("book.xlsx", data, nobody)] == [((1, 1, 2, 2),)] * 2
    monkeypatch.setattr(limits, "MERGED", 1)
    assert "it has more than 1 merged ranges" in refused(data)


def test_rows_and_merged_cells_are_looked_up() -> None:
    cells = {(2, 2): GridCell(Kind.TEXT, " b "), (2, 1): GridCell(Kind.TEXT, "a"), (3, 1): GridCell(Kind.TEXT, "c")}
    grid = Grid("A", cells, merged=((2, 2, 2, 3), (2, 5, 9, 5), (2, 9, 2, 7)))
    assert (grid.row_cells(2), grid.row_cells(4)) == ({1: "a", 2: "b"}, {})
    assert [column for column in range(1, 12) if grid.is_merged(2, column)] == [2, 3, 5]
    assert [column for column in range(1, 12) if grid.is_merged(9, column)] == [5]
    assert not grid.is_merged(10, 5)


def test_of_a_long_text_only_the_beginning_is_quoted() -> None:
    assert quoted("a  b\n" * 100_000) == f"“{('a b ' * 10)}…”"
