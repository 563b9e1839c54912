"""The tables that are handed out: what stands in them, and that no spreadsheet runs any of it."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    Classification,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    RequestContent,
)
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said
from desktop_app.models.errors import Cancelled
from desktop_app.models.interchange import fingerprint, read_document
from desktop_app.models.table_cells import Look
from desktop_app.models.table_sheets import sheets
from desktop_app.models.table_workbook import plain, workbook_bytes
from desktop_app.models.tables import CSV_COLUMNS, csv_bytes, write_csv, write_workbook
from tests.strategies import forums

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "annual-pool.json"
DANGEROUS: Final = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0")


@pytest.fixture
def forum() -> Forum:
    return read_document(EXAMPLE.read_bytes())


def load(source: Path | io.BytesIO) -> Any:
    from openpyxl import load_workbook

    return load_workbook(source)


def workbook(forum: Forum, folder: Path) -> Any:
    path = folder / "forum.xlsx"
    write_workbook(assess(forum), path)
    return load(path)


def rows(page: Any) -> list[dict[str, Any]]:
    """Return the rows of a sheet below its banner, by header."""
    _banner, headers, *others = page.iter_rows(values_only=True)
    return [dict(zip(headers, row, strict=True)) for row in others]


def test_sheets_of_the_workbook(forum: Forum, tmp_path: Path) -> None:
    book = workbook(forum, tmp_path)
    assert book.sheetnames == [
        "Pool",
        "Pledges",
        "Shares",
        "Said",
        "Measures",
        "Deductions",
        "Findings",
        "Deadlines",
        "Readings",
    ]


def test_every_sheet_is_marked_and_set_for_print(forum: Forum, tmp_path: Path) -> None:
    mark, state = "RESTREINT UE/EU RESTRICTED", f"state {fingerprint(forum)}"
    for page in workbook(forum, tmp_path).worksheets:
        assert page["A1"].value == f"{mark} · {state} · Example: a small annual pool (invented figures)"
        assert (page.oddHeader.center.text, page.oddFooter.center.text) == (mark, mark)
        assert page.oddFooter.left.text == state
        assert page.freeze_panes in {"A3", "C3", "D3"}
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$2"
        assert page["A2"].font.bold
        assert page.column_dimensions["A"].width >= 8
    assert workbook(forum, tmp_path)["Pledges"].print_area == "'Pledges'!$A$1:$P$7"


def test_pledges_stand_as_numbers_with_exact_text(forum: Forum, tmp_path: Path) -> None:
    belgium, denmark, greece, latvia, total = rows(workbook(forum, tmp_path)["Pledges"])
    assert (belgium["code"], belgium["Member State"], belgium["flags"]) == ("BE", "Belgium", "at-risk")
    assert belgium["relocations"] == 100
    assert belgium["financial contribution, EUR"] == 20000000.5
    assert belgium["financial contribution, EUR, exact"] == "20000000.50"
    assert belgium["equivalents, exact"] == "46400001/40000"
    assert belgium["coverage, %"] == 65.44
    assert denmark["relocations"] == "nothing recorded"
    assert denmark["fair share, relocations"] is None
    assert greece["relocations"] == greece["financial contribution, EUR"] == "none"
    assert (latvia["relocations"], latvia["deduction"]) == ("none", "requested")
    assert (total["Member State"], total["fair share, relocations"], total["relocations"]) == ("Total", 3002, 100)
    assert total["equivalents, exact"] == "52400001/40000"


def test_shares_measures_deductions(forum: Forum, tmp_path: Path) -> None:
    forum = replace(forum, key=replace(forum.key, adopted_shares=()))
    book = workbook(forum, tmp_path)
    belgium, denmark, *_others = rows(book["Shares"])
    assert (belgium["share, %"], belgium["share, exact"]) == (59.0909, "1386667/2346668")
    assert (belgium["in the key"], denmark["in the key"], belgium["adopted share"]) == ("yes", "no", "no")
    assert rows(book["Measures"]) == [
        {
            "code": "BE",
            "Member State": "Belgium",
            "number": 1,
            "description": "twenty case officers for six months",
            "kind": "staff",
            "value, EUR": 1200000,
            "value, EUR, exact": "1200000.00",
            "method": "national daily rate",
            "identified in the proposal": "yes",
            "currency": None,
            "amount in it, exact": None,
            "rate, units for one EUR": None,
            "day of the rate": None,
            "source of the rate": None,
        }
    ]
    (deduction,) = rows(book["Deductions"])
    assert (deduction["article"], deduction["stage"], deduction["extent"]) == ("62", "requested", "amounts")
    assert deduction["financial contribution, EUR, exact"] == "1500000.00"
    assert deduction["requested"].date().isoformat() == "2026-12-01"
    assert deduction["decided"] is None


def test_how_pledges_are_said_and_answers_of_warnings(forum: Forum, tmp_path: Path) -> None:
    money = Said(
        Certainty.CONFIRMED, "minister", "=parliament", True, OriginalAmount("SEK", 100_50, Fraction("11.2345")), "n"
    )
    record = forum.state("BE")
    pledge = replace(record.pledge, said=HowSaid(financial=money))
    contents = (RequestContent.REASONING, RequestContent.STABILISE)
    deduction = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.REQUESTED, contents=contents)
    changed = forum.with_state(replace(record, pledge=pledge, deductions=(deduction, replace(deduction, contents=()))))
    warning = next(each for each in assess(changed).findings if each.severity is Severity.WARN)
    answer = Acknowledgement(warning.rule, warning.state, warning.message, "because", "Ana", date(2026, 11, 22))
    book = workbook(replace(changed, acknowledgements=(answer,)), tmp_path)
    (said,) = rows(book["Said"])
    assert (said["code"], said["type"], said["certainty"], said["at most"]) == ("BE", "financial", "confirmed", "yes")
    assert (said["condition"], said["currency"]) == ("=parliament", "SEK")
    assert (said["amount in it, exact"], said["rate, units for one EUR"]) == ("100.50", "11.2345")
    requests = [
        (row["number"], row["contents of the request"]) for row in rows(book["Deductions"]) if row["code"] == "BE"
    ]
    assert requests == [(1, "reasoning stabilise"), (2, "none")]
    (found,) = [row for row in rows(book["Findings"]) if row["acknowledged"]]
    assert (found["rule"], found["acknowledged"], found["acknowledged by"]) == (warning.rule, "because", "Ana")
    assert found["acknowledged on"].date() == date(2026, 11, 22)


def test_findings_deadlines_readings_pool(forum: Forum, tmp_path: Path) -> None:
    book = workbook(forum, tmp_path)
    assert {"severity": "warn", "rule": "AMMR-57-3b", "state": "LV"}.items() <= next(
        row.items() for row in rows(book["Findings"]) if row["state"] == "LV"
    )
    assert [row["due"].date().isoformat() for row in rows(book["Deadlines"]) if row["rule"] == "AMMR-13-2"] == [
        "2026-10-30"
    ]
    in_force = {row["reading"]: row["in force"] for row in rows(book["Readings"])}
    assert in_force["rounding"] == "up"
    assert in_force["general-application"] == "2026-06-12"
    pool = {row["figure"]: row["value"] for row in rows(book["Pool"])}
    assert pool["reference number, relocations"] == 3000
    assert pool["year"] == "2027"
    assert pool["adopted"] is None
    assert pool["30 % indicator triggered"] == "no"


def test_dates_without_a_date_column_are_dates(forum: Forum, tmp_path: Path) -> None:
    adopted = replace(forum, adopted=forum.as_of)
    cell = next(row[1] for row in workbook(adopted, tmp_path)["Pool"].iter_rows() if row[0].value == "adopted")
    assert (cell.is_date, cell.number_format) == (True, "yyyy-mm-dd")


def test_what_is_typed_over_words_or_into_empty_cells_is_of_its_columns_kind(forum: Forum, tmp_path: Path) -> None:
    book = workbook(forum, tmp_path)
    pledges, deductions = book["Pledges"], book["Deductions"]
    formats = {cell.value: pledges.cell(4, cell.column).number_format for cell in pledges[2]}
    assert formats["relocations"] == "#,##0"
    assert formats["financial contribution, EUR"] == "#,##0.00"
    assert formats["financial contribution, EUR, exact"] == formats["note"] == "@"
    assert {cell.value: deductions.cell(3, cell.column).number_format for cell in deductions[2]}[
        "decided"
    ] == "yyyy-mm-dd"


def test_days_that_excel_cannot_show_are_text(forum: Forum, tmp_path: Path) -> None:
    old = replace(forum, adopted=date(1899, 12, 31))
    cell = next(row[1] for row in workbook(old, tmp_path)["Pool"].iter_rows() if row[0].value == "adopted")
    assert (cell.value, cell.data_type) == ("1899-12-31", "s")


def test_full_deductions_and_unknown_states(tmp_path: Path) -> None:
    base = read_document(EXAMPLE.read_bytes())
    full = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.GRANTED)
    forum = base.with_state(replace(base.state("LV"), deductions=(full,))).with_state(base.state("SE"))
    book = workbook(forum, tmp_path)
    (deduction,) = rows(book["Deductions"])
    assert (deduction["extent"], deduction["relocations"], deduction["stage"]) == ("full", None, "granted")
    sweden = next(row for row in rows(book["Shares"]) if row["code"] == "SE")
    assert (sweden["in the key"], sweden["population"], sweden["GDP, million EUR"]) == ("no", None, None)


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_is_never_a_formula(forum: Forum, tmp_path: Path, text: str) -> None:
    record = forum.state("BE")
    pledge = replace(record.pledge, alternative=(AlternativeMeasure(text, value_cents=1, method=text),), note=text)
    changed = replace(forum.with_state(replace(record, pledge=pledge)), title=text, note=text)
    book = workbook(changed, tmp_path)
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value == text]
    assert len(cells) == 5
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)
    assert b"<f>" not in b"".join(parts(tmp_path / "forum.xlsx").values())


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_state_gives_the_same_bytes(forum: Forum, tmp_path: Path) -> None:
    assessment = assess(forum)
    write_workbook(assessment, tmp_path / "one.xlsx")
    write_workbook(assessment, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    core = parts(tmp_path / "one.xlsx")["docProps/core.xml"]
    assert re.findall(rb">([0-9T:Z-]+)</dcterms", core) == [b"1980-01-01T00:00:00Z"] * 2


def test_signs_that_no_workbook_carries_are_replaced() -> None:
    assert plain("a\x00b\ud800\r\n") == "a\ufffdb\ufffd\r\n"
    assert plain("_x0041_ _x41_") == "_x005F_x0041_ _x41_"
    assert len(plain("x" * 40_000)) == 32_767


def test_large_amounts_keep_their_cents(forum: Forum, tmp_path: Path) -> None:
    record = forum.state("BE")
    cents = 9_007_199_254_740_993
    changed = forum.with_state(replace(record, pledge=replace(record.pledge, financial_cents=cents)))
    belgium = rows(workbook(changed, tmp_path)["Pledges"])[0]
    assert belgium["financial contribution, EUR, exact"] == "90071992547409.93"


def table(assessment: AnnualPoolAssessment) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_bytes(assessment).decode("ascii"), newline="")))


def test_the_csv_holds_the_pledge_table(forum: Forum, tmp_path: Path) -> None:
    path = tmp_path / "forum.csv"
    write_csv(assess(forum), path)
    assert path.read_bytes() == csv_bytes(assess(forum))
    header, *others = table(assess(forum))
    assert tuple(header) == CSV_COLUMNS
    belgium, denmark, greece, _latvia, total = (dict(zip(header, row, strict=True)) for row in others)
    assert belgium["equivalents"] == "1160.000025"
    assert (belgium["fair_share_eur"], belgium["financial_eur"]) == ("35454533.83", "20000000.50")
    assert (belgium["relocations"], denmark["relocations"], greece["relocations"]) == (
        "100",
        "nothing recorded",
        "none",
    )
    assert (belgium["reduction_eligible"], denmark["in_key"]) == ("", "no")
    assert (total["code"], total["member_state"], total["coverage_percent"]) == ("", "Total", "43.67")
    assert {row["classification"] for row in (belgium, total)} == {"RESTREINT UE/EU RESTRICTED"}
    assert {row["fingerprint"] for row in (belgium, total)} == {fingerprint(forum)}


@settings(max_examples=20)
@given(forums())
def test_no_cell_of_any_csv_is_run_or_split(forum: Forum) -> None:
    header, *others = table(assess(forum))
    assert all(len(row) == len(header) for row in others)
    for cell in (cell for row in others for cell in row):
        assert not cell.startswith(tuple("=+-@\t\r"))
        assert not set(cell) & set(";\t\r\n\"'")


@settings(max_examples=10)
@given(forums())
def test_every_forum_becomes_a_workbook(forum: Forum) -> None:
    made = sheets(assess(forum))
    assert all(len(row) == len(sheet.columns) for sheet in made for row in sheet.rows)
    data = workbook_bytes(made, "title", Classification.LIMITE.marking, "0" * 12)
    read = load(io.BytesIO(data))
    for sheet in made:
        formulas = [cell for row in read[sheet.title].iter_rows() for cell in row if cell.data_type == "f"]
        assert formulas == []


def test_money_columns_hold_decimals(forum: Forum) -> None:
    for sheet in sheets(assess(forum)):
        for row in sheet.rows:
            for column, cell in zip(sheet.columns, row, strict=True):
                if column.look is Look.EUR:
                    assert cell is None or isinstance(cell, Decimal | str)


def test_a_workbook_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    assessment, path, told = assess(Forum(title="Pool")), tmp_path / "Pool.xlsx", list[tuple[int, int]]()
    write_workbook(assessment, path, lambda done, count: told.append((done, count)))
    count = len(sheets(assessment))
    assert told == [(number, count) for number in range(count + 1)]
    before = path.read_bytes()

    def stop(done: int, _count: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook(assessment, path, stop)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["Pool.xlsx"]
