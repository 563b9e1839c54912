"""A small file never means much work: what is read again and again, or packed well, is bounded and can be ended."""

import gzip
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.key_sources import limits, opening, read_key_source

TSV = b"freq,unit,age,sex,geo\\TIME_PERIOD\t2024 \t2025 \n"
SDMX = b"DATAFLOW,LAST UPDATE,freq,unit,age,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
RELATED = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(folder: Path, data: bytes) -> Path:
    path = folder / "data.gz"
    path.write_bytes(gzip.compress(data, 1, mtime=0))
    return path


def shared(folder: Path, *, by_relation: bool) -> Path:
    """Return a workbook in which two sheets name one part: by one relation, or by two."""
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("Other")):
        assert sheet is not None
        sheet.append(["code", "persons"])
        sheet.append(["BE", 5])
    book.save(folder / "sound.xlsx")
    with (
        zipfile.ZipFile(folder / "sound.xlsx") as sound,
        zipfile.ZipFile(folder / "shared.xlsx", "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in sound.namelist():
            data = sound.read(name)
            if by_relation and name == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"sheet2.xml", b"sheet1.xml")
            if not by_relation and name == "xl/workbook.xml":
                data = data.replace(b'r:id="rId2"', b'r:id="rId1"')
            made.writestr(name, data)
    return folder / "shared.xlsx"


@pytest.mark.parametrize("by_relation", [True, False])
def test_two_sheets_of_one_part_are_refused(tmp_path: Path, by_relation: bool) -> None:
    with pytest.raises(BadInput, match=r"shared\.xlsx: two sheets of the workbook name the same part"):
        read_key_source(shared(tmp_path, by_relation=by_relation))


def test_sheets_of_charts_are_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Chart")
    sheet = book.create_sheet("Data")
    sheet.append(["code", "persons"])
    sheet.append(["BE", 5])
    book.save(tmp_path / "book.xlsx")

    source = read_key_source(tmp_path / "book.xlsx")

    assert [datum.amount for datum in source.values.values()] == [5]


def test_a_workbook_can_be_ended_while_it_is_opened(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["nothing"])
    book.save(tmp_path / "book.xlsx")
    left = [3]

    def stop(_done: int, _total: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_key_source(tmp_path / "book.xlsx", progress=stop)


@pytest.mark.parametrize(
    "data",
    [TSV + b"A,NR,Y1,T,BE\t1 \t2 \n" * 3_000, SDMX + b"E,1,A,NR,Y1,T,BE,2025,1,\n" * 3_000],
    ids=["tsv", "sdmx"],
)
def test_how_far_an_archive_is_read_is_told_by_what_it_unpacks_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(opening, "_TELL_EVERY", 10_000)
    told: list[tuple[int, int]] = []

    with pytest.raises(BadInput, match="There is only: other units"):
        read_key_source(packed(tmp_path, data), progress=lambda done, total: told.append((done, total)))

    assert len(told) >= len(data) // 20_000
    assert told == sorted(told)
    assert {total for _done, total in told} == {len(data)}


def test_an_archive_that_says_nothing_of_its_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "data.gz"
    path.write_bytes(b"\x1f\x8b")

    with pytest.raises(BadInput, match="the gzip archive is damaged or cut short"):
        read_key_source(path)


def test_fields_of_all_lines_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FIELDS", 25)

    with pytest.raises(BadInput, match="line 3: there are more than 0 million fields"):
        read_key_source(packed(tmp_path, SDMX + b"E,1,A,NR,Y1,T,BE,2025,1,\n" * 3))


@pytest.mark.parametrize(("name", "most"), [("ROWS", 2), ("CELLS", 5)])
def test_a_plain_table_is_as_small_as_a_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(limits, name, most)

    with pytest.raises(BadInput, match="line 4: the table is larger than any of key data"):
        read_key_source(packed(tmp_path, b"code,persons\nBE,1\nBG,2\nCZ,3\n"))


def test_cells_of_wanted_rows_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 5)
    unwanted = b"A,NR,Y1,T,BE\t1 \t2 \n" * 9

    with pytest.raises(BadInput, match="line 13: the file holds more than 5 cells of Member States"):
        read_key_source(packed(tmp_path, TSV + unwanted + b"A,NR,TOTAL,T,BE\t\t\n" * 3))


def test_the_bound_of_lines_is_told_in_full(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="it has more than 800\u202f000 lines"):
        read_key_source(packed(tmp_path, TSV + b"\n" * limits.LINES))


def test_the_bounds_hold_a_whole_dataset() -> None:
    # Applications by citizenship, age and sex are some 400 000 rows, each with one column a year.
    assert limits.LINES >= 2 * 400_000
    assert limits.UNPACKED_BYTES >= 400_000 * (50 + 20 * 8)
