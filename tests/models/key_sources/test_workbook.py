"""Excel workbooks, cell by cell: exact numbers, everything else named with its sheet and cell."""

import io
import random
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.calc.forum import DataFlag
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.key_sources import Datum, KeyKind, limits, read_key_source, workbook


def book(folder: Path, rows: list[list[Any]], *, title: str = "Data") -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    made.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def test_typed_numbers_are_taken_exactly(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        [
            ["code", 2023, 2024.0, "flag_2024"],
            ["BE", 602376.3, 620271.8, "p"],
            ["BG", 94527, 104768.0, None],
            ["EL", "224686.2", 1e5, ""],
        ],
    )

    source = read_key_source(path, KeyKind.GDP)

    assert source.form == "Excel workbook"
    assert source.values == {
        ("BE", 2023): Datum(60_237_630),
        ("BE", 2024): Datum(62_027_180, (DataFlag.PROVISIONAL,)),
        ("BG", 2023): Datum(9_452_700),
        ("BG", 2024): Datum(10_476_800),
        ("EL", 2023): Datum(22_468_620),
        ("EL", 2024): Datum(10_000_000),
    }


def test_what_is_no_number_is_named_with_sheet_and_cell(tmp_path: Path) -> None:
    values: list[Any] = [
        0.125,
        "NA",
        "=1+1",
        date(2025, 1, 1),
        datetime(2025, 1, 1, 12, 30),  # noqa: DTZ001 - a workbook knows no zones
        time(12, 30),
        timedelta(hours=30),
        True,
        "#DIV/0!",
        10.5,
        1e16,
        -5,
        7,
    ]
    codes = ("BE", "BG", "CZ", "DK", "DE", "EE", "IE", "EL", "ES", "FR", "HR", "IT", "CY")
    path = book(tmp_path, [["code", "persons"], *([code, value] for code, value in zip(codes, values, strict=True))])

    source = read_key_source(path)

    assert source.values == {("CY", None): Datum(7)}
    assert [(each.where, each.text, each.why) for each in source.unread] == [
        ("sheet Data, cell B2", '"0.125"', "persons are whole numbers"),
        ("sheet Data, cell B3", '"NA"', "this is no number; leave the cell empty where nothing is known"),
        ("sheet Data, cell B4", '"=1+1"', "a formula; none is run: put its value there"),
        ("sheet Data, cell B5", '"2025-01-01"', "a date, not a number"),
        ("sheet Data, cell B6", '"2025-01-01"', "a date, not a number"),
        ("sheet Data, cell B7", '"12:30:00"', "a time, not a number"),
        ("sheet Data, cell B8", '"1 day, 6:00:00"', "a time, not a number"),
        ("sheet Data, cell B9", '"True"', "yes or no, not a number"),
        ("sheet Data, cell B10", '"#DIV/0!"', "an error of the spreadsheet"),
        ("sheet Data, cell B11", '"10.5"', "persons are whole numbers"),
        ("sheet Data, cell B12", '"10000000000000000"', "this is more than 1 000 000 000 persons"),
        ("sheet Data, cell B13", '"-5"', "a figure is not below 0"),
    ]


def test_typed_dates_are_reference_days(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        [
            ["code", "date", "persons"],
            ["BE", date(2025, 1, 1), 5],
            ["BG", date(2025, 7, 1), 6],
            ["CZ", "=TODAY()", 7],
            ["=A2", 2025, 8],
        ],
    )

    source = read_key_source(path)

    assert source.values == {("BE", 2025): Datum(5)}
    assert [(each.where, each.why) for each in source.unread] == [
        ("sheet Data, cell B3", "write a year such as 2025, or its first day, 2025-01-01"),
        ("sheet Data, cell B4", "a formula; none is run: put its value there"),
        ("sheet Data, cell A5", "no code of a Member State"),
    ]


def test_percentages_are_read_as_they_are_shown(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Shares"
    sheet.append(["code", "share"])
    for code, value, number_format in (
        ("DE", 0.21689, "0.0000%"),
        ("FR", 16.0021, '0.0000" %"'),
        ("IE", 1, "0%"),
        ("BE", 1e-7, "0%"),
    ):
        sheet.append([code, value])
        sheet.cell(sheet.max_row, 2).number_format = number_format
    made.save(tmp_path / "book.xlsx")

    source = read_key_source(tmp_path / "book.xlsx")

    assert {code: datum.amount for (code, _year), datum in source.values.items()} == {
        "DE": Fraction("21.689"),
        "FR": Fraction("16.0021"),
        "IE": 100,
    }
    assert [(each.where, each.text) for each in source.unread] == [("sheet Shares, cell B5", '"1e-07"')]


def test_the_first_sheet_that_tells_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    first = made.active
    assert first is not None
    first.title = "Cover"
    first.append(["Population"])
    for title, rows in (
        ("Both", [["code", "population", "gdp"], ["BE", 1, 2]]),
        ("Hidden", [["code", "population"], ["BE", 3]]),
        ("Data", [["code", "population"], ["BE", 4], [], ["EL", 5]]),
    ):
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made["Hidden"].sheet_state = "hidden"
    made.save(tmp_path / "book.xlsx")

    source = read_key_source(tmp_path / "book.xlsx")

    assert source.values == {("BE", None): Datum(4), ("EL", None): Datum(5)}
    assert source.skipped == (('sheet "Both", not read', 1), ('sheet "Cover", not read', 1))
    assert read_key_source(tmp_path / "book.xlsx", KeyKind.GDP).values == {("BE", None): Datum(200)}


def test_a_sheet_that_does_not_tell_is_named(tmp_path: Path) -> None:
    path = book(tmp_path, [["code", "figure"], ["BE", 5]])

    with pytest.raises(BadInput, match=r'book\.xlsx: sheet "Data": the columns do not tell what they hold'):
        read_key_source(path)
    assert read_key_source(path, KeyKind.POPULATION).values == {("BE", None): Datum(5)}


def test_a_workbook_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no column of codes of Member States is named in its first 20 rows"):
        read_key_source(book(tmp_path, [["words"]] * 30))


def archive(folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return a sound workbook with parts changed."""
    path = book(folder, [["code", "persons"], ["BE", 5]])
    with zipfile.ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in parts.items():
            after.writestr(name, data)
    return path


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda parts: parts.update({f"x{n}": b"" for n in range(2_001)}), "the archive has more than 2000 parts"),
        (lambda parts: parts.update({"xl/big.bin": bytes(60_000_001)}), "unpacks to more than 60 million bytes"),
        (lambda parts: parts.pop("[Content_Types].xml"), "this is a zip archive, not an Excel workbook"),
        (lambda parts: parts.pop("xl/workbook.xml"), "the workbook cannot be read (KeyError)"),
        (
            lambda parts: parts.update({SHEET: b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
            "the part is no XML of a workbook",
        ),
        (lambda parts: parts.update({SHEET: " ".join("<a/>").encode("utf-16")}), "the part is no XML of a workbook"),
        (lambda parts: parts.update({SHEET: b" " * 65_530 + b"<!DOCTYPE x>"}), "the part is no XML of a workbook"),
        (lambda parts: parts.update({SHEET: b"<worksheet"}), "the workbook cannot be read (ParseError)"),
        (
            lambda parts: parts.update({SHEET: parts[SHEET].replace(b'r="2"', b'r="999999999"')}),
            "the sheet is larger than any table of key data",
        ),
        (
            lambda parts: parts.update({SHEET: parts[SHEET].replace(b'r="B2"', b'r="XFD2"')}),
            "the sheet is larger than any table of key data",
        ),
    ],
)
def test_crafted_workbooks_are_refused(tmp_path: Path, change: Callable[[dict[str, bytes]], None], says: str) -> None:
    path = archive(tmp_path, change)

    with pytest.raises(BadInput) as refusal:
        read_key_source(path)

    assert says in str(refusal.value)
    assert len(str(refusal.value).splitlines()) <= 3


def test_parts_that_are_no_xml_are_left_alone(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda parts: parts.update({"xl/printerSettings/printerSettings1.bin": b"<!DOCTYPE"}))

    assert read_key_source(path).values == {("BE", None): Datum(5)}


def test_an_archive_cut_short_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, [["code", "persons"], ["BE", 5]])
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(BadInput, match="the workbook cannot be read"):
        read_key_source(path)


def test_too_many_sheets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHEETS", 0)

    with pytest.raises(BadInput, match="the workbook has more than 0 sheets"):
        read_key_source(book(tmp_path, [["code", "persons"], ["BE", 5]]))


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path, [["code", "persons"], ["BE", 5]])

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(workbook, "_load", fail)
    with pytest.raises(BadInput, match="the file cannot be read"):
        read_key_source(path)
    monkeypatch.setattr(zipfile, "ZipFile", fail)
    with pytest.raises(BadInput, match="the file cannot be read"):
        read_key_source(path)


@pytest.mark.parametrize("error", [BadInput("a", "b", "c"), Cancelled()])
def test_its_own_refusals_pass_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(_file: object, _name: str) -> None:
        raise error

    monkeypatch.setattr(workbook, "_load", fail)
    with pytest.raises(type(error)):
        read_key_source(book(tmp_path, [["code", "persons"], ["BE", 5]]))


def test_progress_is_told_and_can_end_it(tmp_path: Path) -> None:
    path = book(tmp_path, [["code", "persons"], ["BE", 5], *([None, None] for _n in range(2_000)), ["BG", 6]])
    told: list[tuple[int, int]] = []

    read_key_source(path, progress=lambda done, total: told.append((done, total)))
    assert [each for each in told if each[0]] == sorted(each for each in told if each[0])
    assert {(0, limits.ROWS), (1_000, limits.ROWS), (2_000, limits.ROWS)} <= set(told)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_key_source(path, progress=stop)


def test_any_bytes_in_a_part_end_in_a_source_or_a_refusal(tmp_path: Path) -> None:
    chance, lines = random.Random(66), list[int]()
    path = book(tmp_path, [["code", "persons"], ["BE", 5]])
    with zipfile.ZipFile(path) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    for _round in range(60):
        name = chance.choice(sorted(parts))
        data = bytearray(parts[name])
        for _change in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as changed:
            for each, content in parts.items():
                changed.writestr(each, bytes(data) if each == name else content)
        path.write_bytes(made.getvalue())
        try:
            read_key_source(path)
        except BadInput as refusal:
            lines.append(len(str(refusal).splitlines()))
    assert max(lines) <= 3


def _wide(cells: int) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        sheet = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</row>", b"<c/>" * cells + b"</row>", 1)

    return change


def test_a_row_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_CHUNK", 1_000)
    monkeypatch.setattr(limits, "HELD", 500)
    with pytest.raises(BadInput, match="a row larger than any table's"):
        read_key_source(archive(tmp_path, _wide(800)))
    # Of many short rows, each is forgotten before the next one.
    assert read_key_source(book(tmp_path, [["code", "persons"], *[["BE", 5]] * 400])).series


def test_a_workbook_of_too_many_elements_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARSED", 700)
    with pytest.raises(BadInput, match="more than 700 elements"):
        read_key_source(archive(tmp_path, _wide(800)))
