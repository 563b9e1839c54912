"""``compare``: the program's own annex agrees in every language, and every digit that is changed is found."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.calc.adopted.comparison import compare_with_act
from desktop_app.calc.adopted.values import ActCell, ActTable, Column, Stated
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.documents.annex_vocabulary import annex_vocabulary
from desktop_app.documents.publication import Edition
from desktop_app.documents.text import languages
from desktop_app.models.adopted.figures import meaning_of
from desktop_app.models.adopted.known import known
from desktop_app.models.adopted.reading import read_act
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.pack.values import values_bytes
from desktop_app.models.pack.workbook import book_bytes
from desktop_app.models.table_reading.grid import GridCell, Kind
from desktop_app.models.tables import write_csv, write_workbook
from desktop_app.paths import resource
from tests.cli.conftest import EXAMPLE, Run


@pytest.fixture(scope="module")
def example() -> AnnualPoolAssessment:
    return AnnualPoolAssessment.of(assess(read_any_forum(EXAMPLE)))


def act_of(path: Path, data: bytes) -> ActTable:
    path.write_bytes(data)
    return read_act(path, annex_vocabulary())


@pytest.mark.parametrize("language", languages())
def test_the_published_annex_agrees_in_every_language(
    language: str, example: AnnualPoolAssessment, tmp_path: Path
) -> None:
    edition = Edition(example, "0" * 12, language, draft=True)
    in_csv = act_of(tmp_path / "annex.csv", values_bytes(edition.unmarked))
    in_excel = act_of(tmp_path / "annex.xlsx", book_bytes(edition.book))
    for table in (in_csv, in_excel):
        checked = compare_with_act(example, table)
        assert checked.is_same, checked.differences
        assert table.language == language
        assert table.compared == tuple(Column)
        assert checked.agreeing > 20


def test_what_is_exported_agrees(example: AnnualPoolAssessment, tmp_path: Path) -> None:
    write_csv(example, tmp_path / "x.csv")
    write_workbook(example, tmp_path / "x.xlsx")
    for name in ("x.csv", "x.xlsx"):
        checked = compare_with_act(example, read_act(tmp_path / name, annex_vocabulary()))
        assert checked.is_same, checked.differences


def test_every_digit_that_is_changed_is_found(example: AnnualPoolAssessment, tmp_path: Path) -> None:
    """Each figure is typed in German, then with each of its digits one higher."""
    data = values_bytes(Edition(example, "0" * 12, "de", draft=True).unmarked)
    table = act_of(tmp_path / "annex.csv", data)
    tried = 0
    for code, row in table.rows.items():
        for column, cell in row.items():
            for place, digit in enumerate(cell.text if isinstance(cell.meaning, Stated) else ""):
                if digit.isdigit():
                    changed = f"{cell.text[:place]}{(int(digit) + 1) % 10}{cell.text[place + 1 :]}"
                    meaning = meaning_of(GridCell(Kind.TEXT, changed), column, "de", known(annex_vocabulary()))
                    # One row alone is compared: the others are as they were.
                    rows = {code: {**row, column: ActCell(cell.place, changed, meaning)}}
                    found = compare_with_act(example, replace(table, rows=rows)).differences
                    assert any((each.code, each.column) == (code, column) for each in found), (code, column, changed)
                    tried += 1
    assert tried > 100


def test_differences_are_told_and_their_number_is_the_status(run: Run, tmp_path: Path) -> None:
    act = tmp_path / "act.csv"
    act.write_text(
        "Staat;Übernahmen;Finanzbeitrag;Spalte\nIrland;;9.260.000;x\nPortugal;;8.440.001 (¹);x\n"
        "Belgien;;1O;x\nEstland;;;x\nGermania;;5;x\n",
        encoding="utf-8",
    )
    forum = resource("samples", "annual-pool-2026.json")
    done = run("compare", forum, act)
    assert done.status == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("Forum  annual-pool-2026.json, fingerprint ")
    assert lines[1].startswith("Act    act.csv, CSV, SHA-256 ")
    assert "  Portugal, financial contribution: forum EUR 8 440 000, act EUR 8 440 001, difference +EUR 1" in (
        done.out.replace("\u00a0", " ").replace("\u202f", " ")
    )
    assert "Columns of the file that are not compared: A “Staat” and D “Spalte”." in lines
    told = json.loads(run("compare", forum, act, "--json", "--column", "B=none").out)
    assert told["format"] == "forum-desk-compare/1"
    assert (told["same"], told["agreeing"], len(told["act"]["sha256"])) == (False, 1, 64)
    by_row = {each["row"]: each for each in told["differences"]}
    assert by_row["PT"] | {"place": ""} == {
        "row": "PT",
        "column": "financial",
        "kind": "other_figure",
        "forum": "8440000",
        "compared": "8440000",
        "act": "8440001",
        "difference": "1",
        "place": "",
        "written": "8.440.001 (¹)",
        "reason": None,
    }
    assert by_row["BE"]["kind"] == "not_readable"
    same = tmp_path / "same.csv"
    same.write_text("Irland;9260000\nPortugal;8440000\nBelgien;12900000\n", encoding="utf-8")
    assert run("compare", forum, same, "--column", "B=financial").status == 0
    run("compare", forum, same).assert_refused()
    run("compare", forum, same, "--column", "B=money").assert_refused()
    rescue = Path(EXAMPLE).with_name("search-and-rescue.json")
    run("compare", rescue, same).assert_refused()
