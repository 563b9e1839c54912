"""The tables of a forum on search and rescue: what stands in them, and that no spreadsheet runs any of it."""

import csv
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import document_bytes, fingerprint, read_document
from desktop_app.models.tables import RESPONSE_CSV_COLUMNS, csv_bytes, write_csv, write_workbook
from tests.models.desk import FORUM, RESCUE
from tests.models.test_tables import load, rows
from tests.response_strategies import response_forums

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "search-and-rescue.json"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("tables") / "rescue.xlsx"
    write_workbook(assess(RESCUE), path)
    return load(path)


def test_every_sheet_stands_there(book: Any) -> None:
    assert book.sheetnames == [
        *("Forum", "Contributions", "Plans", "Measures", "Pools", "Calls", "Draws", "Raises", "Rounds", "Key"),
        *("Findings", "Deadlines", "Readings"),
    ]
    marked = f"RESTREINT UE/EU RESTRICTED · state {fingerprint(RESCUE)} · Disembarkations 2027"
    assert {page.cell(1, 1).value for page in book} == {marked}


def test_what_was_recorded_stands_in_rows(book: Any) -> None:
    plan = rows(book["Plans"])[1]
    assert (plan["code"], plan["reference"], plan["revision"], plan["submitted"]) == (
        *("DE", "DE-1", 1),
        datetime(2026, 11, 19),  # noqa: DTZ001 - a workbook knows no zone
    )
    assert (plan["relocations"], plan["cover, relocations"], plan["cover, sponsorship"]) == (900, 10, 5)
    measure = rows(book["Measures"])[0]
    assert (measure["stands for persons, exact"], measure["value, EUR, exact"]) == ("12.5", "11000.50")
    assert [each["kind"] for each in rows(book["Measures"])] == ["capacity", "operational", None]
    draw = rows(book["Draws"])[0]
    assert (draw["code"], draw["persons"], draw["used for"], draw["nationality"]) == ("EL", 120, "MT", "Syria")
    assert [each["round"] for each in rows(book["Rounds"])] == ["f1", "f2"]
    assert [each["pool of"] for each in rows(book["Raises"])] == ["EL", "EL"]
    assert rows(book["Calls"])[0]["needs"] == "beds"
    said = {each["figure"]: each["value"] for each in rows(book["Forum"])}
    assert (said["judgement"], said["judged by"], said["top-up: new total"]) == ("Art. 48(2)", "the Commission", 3000)
    assert rows(book["Key"])[0]["adopted share"] == "yes"
    assert "KEY" not in {each["reading"] for each in rows(book["Readings"])}


def test_figures_are_those_of_the_example(tmp_path: Path) -> None:
    forum = read_document(EXAMPLE.read_bytes())
    write_workbook(assess(forum), tmp_path / "example.xlsx")
    example = load(tmp_path / "example.xlsx")
    france = rows(example["Contributions"])[2]
    assert (france["key number"], france["relocations"], france["sponsorship"], france["measures, persons"]) == (
        *(758, 299, 80),
        379,
    )
    assert france["share, exact"] == "2607/6880"
    (pool,) = rows(example["Pools"])
    assert (pool["pool"], pool["used"], pool["used, %"], pool["80 % used"]) == (1533, 120, 7.83, "no")
    said = {each["figure"]: each["value"] for each in rows(example["Forum"])}
    assert (said["30 % test, reading A, %"], said["30 % test triggered"]) == (32.89, "yes")
    lines = list(csv.DictReader(io.StringIO(csv_bytes(assess(forum)).decode("ascii"), newline="")))
    assert tuple(lines[0]) == RESPONSE_CSV_COLUMNS
    sweden, total = lines[3:]
    assert (sweden["code"], sweden["plan"], sweden["relocations"], sweden["set_by_commission"]) == (
        *("SE", "missing", "128"),
        "yes",
    )
    assert (total["member_state"], total["key_number"], total["pledged"], total["measures"]) == (
        *("Total", "2000", "1000"),
        "379",
    )


def test_text_stays_text_whatever_it_begins_with(tmp_path: Path) -> None:
    recorded = RESCUE.search_and_rescue
    plan = replace(recorded.plans[0], reference="=1+1", note="@SUM(A1)")
    forum = replace(RESCUE, search_and_rescue=replace(recorded, plans=(plan,)))
    write_workbook(assess(forum), tmp_path / "odd.xlsx")
    page = load(tmp_path / "odd.xlsx")["Plans"]
    cells = [cell for row in page.iter_rows(min_row=3) for cell in row if cell.value in ("=1+1", "@SUM(A1)")]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True), ("s", True)]


@settings(max_examples=10)
@given(response_forums())
def test_no_cell_of_the_csv_begins_with_a_sign_that_is_run(forum: Forum) -> None:
    written = csv_bytes(assess(forum)).decode("ascii")
    for row in csv.reader(io.StringIO(written, newline="")):
        assert not [cell for cell in row if cell.startswith(tuple("=+-@\t\r"))]


def test_documents_of_the_same_procedure_come_back_and_nothing_else(tmp_path: Path) -> None:
    assessment = assess(RESCUE)
    (tmp_path / "same.json").write_bytes(document_bytes(RESCUE))
    assert read_import(tmp_path / "same.json", assessment).differences == ()
    (tmp_path / "pool.json").write_bytes(document_bytes(FORUM))
    with pytest.raises(BadInput, match="another procedure"):
        read_import(tmp_path / "pool.json", assessment)
    write_csv(assessment, tmp_path / "out.csv")
    write_workbook(assessment, tmp_path / "out.xlsx")
    for name in ("out.csv", "out.xlsx"):
        with pytest.raises(BadInput, match="annual pool only"):
            read_import(tmp_path / name, assessment)
