"""What people do to an exported table: nothing that they wrote is lost without a word, nothing is guessed."""

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.calc.forum import AlternativeMeasure, Forum, MeasureKind
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.said import Certainty, OriginalAmount, Said
from desktop_app.models.importing import read_import
from desktop_app.models.table_reading.notes import NoteKind
from desktop_app.models.table_reading.reading import Incoming
from desktop_app.models.tables import csv_bytes
from tests.models.table_reading import books
from tests.models.table_reading.books import at, column, plain

Edit = Callable[[Any], None]
ELSEWHERE = "it is worked out, or recorded elsewhere in the program"
FINANCIAL = "financial contribution, EUR"
MEASURES = "alternative measures, EUR"


@pytest.fixture
def forum() -> Forum:
    return books.example()


@pytest.fixture
def read(forum: Forum, tmp_path: Path) -> Callable[[Edit], Incoming]:
    return lambda edit: books.incoming(forum, tmp_path / "pool.xlsx", edit)


def differences(found: Incoming) -> list[str]:
    return [plain(each) for each in found.differences]


def notes(found: Incoming, kind: NoteKind | None = None) -> list[str]:
    return [plain(each) for each in found.notes if kind in (None, each.kind)]


def pledged(forum: Forum, code: str, **values: Any) -> Forum:
    record = forum.state(code)
    return forum.with_state(replace(record, pledge=replace(record.pledge, **values)))


def csv_edited(forum: Forum, path: Path, edit: Callable[[list[list[str]]], None], encoding: str = "utf-8") -> Incoming:
    rows = list(csv.reader(io.StringIO(csv_bytes(assess(forum)).decode())))
    edit(rows)
    made = io.StringIO()
    csv.writer(made, delimiter="\t" if path.suffix == ".txt" else ",").writerows(rows)
    path.write_bytes(made.getvalue().encode(encoding))
    return read_import(path, assess(forum))


# --------------------------------------------------------------------------------------- codes, names, totals


def test_codes_that_were_swapped_without_their_names(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Pledges"]
        page["A3"].value, page["A5"].value = "EL", "BE"
        page["B6"].value = "SE"

    found = read(edit)
    assert (found.differences, found.refused) == ((), 3)
    why = "which one counts is not guessed; nothing in the row is read"
    assert notes(found) == [
        f"Pledges row 3: not taken: code EL, name Belgium: {why}",
        f"Pledges row 5: not taken: code BE, name Greece: {why}",
        f"Pledges row 6: not taken: code LV, name SE: {why}",
    ]


def test_codes_that_were_swapped_in_a_csv_file(forum: Forum, tmp_path: Path) -> None:
    def edit(rows: list[list[str]]) -> None:
        rows[1][0], rows[3][0] = rows[3][0], rows[1][0]

    found = csv_edited(forum, tmp_path / "pool.csv", edit)
    assert (found.differences, found.refused) == ((), 2)
    assert "CSV row 2: not taken: code EL, name Belgium: which one counts is not guessed" in notes(found)[0]


def test_names_in_other_words_are_named_and_not_read(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 7
        book["Pledges"]["B3"].value = "België"
        book["Pledges"]["B5"].value = "greece"
        book["Shares"]["B3"].value = "Latvia"

    found = read(edit)
    assert differences(found) == ["Belgium, relocations: 100 → 7"]
    assert notes(found) == [
        "Pledges!B3: ignored: the name “België” is not read: the code BE counts",
        "Shares!B3: ignored: the name “Latvia” is not read: the code BE counts",
    ]


def test_without_the_names_the_last_row_is_still_that_of_totals(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 7
        book["Pledges"].delete_cols(2)

    found = read(edit)
    assert differences(found) == ["Belgium, relocations: 100 → 7"]
    assert notes(found) == []


def test_a_changed_total_is_named(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        book["Pledges"]["F7"].value = 999

    found = read(edit)
    assert found.differences == ()
    assert notes(found) == [f"Pledges!F7: ignored: relocations was changed to “999” and is not read: {ELSEWHERE}"]


# ------------------------------------------------------------------------------------------------ other currencies


@pytest.mark.parametrize(
    "shown",
    [
        '#,##0 "SEK"',
        "#,##0\\ [$SEK]",
        "[$kr-41D] #,##0",
        "[$$-409]#,##0.00",
        "[$£-809]#,##0",
        '#,##0\\ "zł"',
        "$#,##0",
        "£#,##0",
        '_("$"* #,##0.00_)',
        '"$"#,##0_);("$"#,##0)',
        "#,##0 [$Fr.-807]",
        '#,##0 "pounds"',
        r"#,##0\ \K\č",
    ],
)
def test_money_of_another_currency_is_refused(read: Callable[[Edit], Incoming], shown: str) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", FINANCIAL).value = 25_000_000
        at(book["Pledges"], "BE", FINANCIAL).number_format = shown

    found = read(edit)
    assert (found.differences, found.refused) == ((), 1)
    assert notes(found)[0].startswith("Pledges!H3: not taken: this is shown in a currency that is not the euro")


@pytest.mark.parametrize(
    "shown",
    [
        '#,##0.00\\ "€"',
        "#,##0.00\\ [$€-407]",
        "[$EUR] #,##0",
        "[$-409]#,##0",
        '#,##0 "all euros"',
        '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-',
        "[Red]#,##0",
        "[>=100]#,##0;0",
    ],
)
def test_euros_and_plain_numbers_are_read(read: Callable[[Edit], Incoming], shown: str) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", FINANCIAL).value = 25_000_000
        at(book["Pledges"], "BE", FINANCIAL).number_format = shown

    assert differences(read(edit)) == ["Belgium, financial contribution: EUR 20 000 000.50 → EUR 25 000 000"]


# -------------------------------------------------------------------------------------------------- other states


def as_another_state(before: Forum, now: Forum, path: Path) -> Incoming:
    if path.suffix == ".csv":
        path.write_bytes(csv_bytes(assess(before)))
    else:
        books.exported(assess(before), path)
    return read_import(path, assess(now))


@pytest.mark.parametrize("nothing", [None, ABSENT])
@pytest.mark.parametrize("name", ["old.xlsx", "old.csv"])
def test_an_older_state_with_a_pledge_of_nothing_comes_back(
    forum: Forum, tmp_path: Path, nothing: Any, name: str
) -> None:
    older = pledged(forum, "BE", financial_cents=nothing, alternative=nothing)
    found = as_another_state(older, forum, tmp_path / name)
    assert found.refused == 0
    assert found.forum == older
    back = as_another_state(forum, older, tmp_path / "new.xlsx")
    assert back.refused == 0
    assert back.forum == forum


def test_measures_say_more_than_their_sum(forum: Forum, tmp_path: Path) -> None:
    measures = (
        AlternativeMeasure("tents", MeasureKind.EQUIPMENT, 1_234, "list price", False),
        AlternativeMeasure("ships", None, 500),
    )
    newer = pledged(forum, "LV", alternative=measures)
    lacking = pledged(forum, "LV", alternative=None)
    found = as_another_state(newer, lacking, tmp_path / "new.xlsx")
    assert (notes(found, NoteKind.REFUSED), found.forum) == ([], newer)
    # One measure whose value is not known: the sum is empty.
    unknown = pledged(forum, "LV", alternative=(replace(measures[0], value_cents=None),))
    found = as_another_state(unknown, lacking, tmp_path / "new.xlsx")
    assert (notes(found), found.forum) == ([], unknown)


def test_a_sum_that_is_empty_and_that_no_measure_explains(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", MEASURES).value = None

    found = read(edit)
    assert found.differences == ()
    assert notes(found) == [
        "Pledges!I3: not taken: the cell is empty: write a number, “none” or “nothing recorded”",
    ]


# --------------------------------------------------------------------------------------- what is not read is named


def test_what_stands_in_a_new_row_and_is_not_read_is_named(forum: Forum, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book["Said"].append(
            ["LV", "Latvia", "financial", "announced", "Minister", "c", "yes", "n", "SEK", "30000000", "11.2"]
        )
        book["Measures"].append(
            ["BE", "Belgium", 2, "b", "other", 5, "5.00", "m", "yes", "SEK", None, None, date(2026, 1, 2)]
        )
        book["Pledges"].cell(3, 30, "hello")
        book["Pledges"].cell(5, 30, "again")
        book["Pledges"].cell(5, 31, "alone")
        book["Shares"].delete_rows(3)
        book["Readings"].append(["mine", "too"])
        book["Findings"].append(["info", "too"])

    found = books.incoming(forum, tmp_path / "a.xlsx", edit)
    told = notes(found, NoteKind.IGNORED)
    assert "Pledges!AD3: ignored: no header stands above “hello”; it is not read (and 1 more cell below)" in told
    assert "Pledges!AE5: ignored: no header stands above “alone”; it is not read" in told
    assert "Shares: note: the row of Belgium is not there" in notes(found, NoteKind.TOLD)
    assert f"Said!I3: ignored: currency “SEK” is not read: {ELSEWHERE}" in told
    assert f"Said!J3: ignored: amount in it, exact “30000000” is not read: {ELSEWHERE}" in told
    assert f"Said!K3: ignored: rate, units for one EUR “11.2” is not read: {ELSEWHERE}" in told
    assert f"Measures!J4: ignored: currency “SEK” is not read: {ELSEWHERE}" in told
    assert f"Measures!M4: ignored: day of the rate “2026-01-02” is not read: {ELSEWHERE}" in told
    assert "Findings: ignored: 2 cells were changed: findings follow from what is recorded" in told
    assert "Readings row" in " ".join(notes(found, NoteKind.REFUSED))
    assert found.forum.state("LV").pledge.said.financial.by == "Minister"


def test_a_currency_of_another_state_is_named(forum: Forum, tmp_path: Path) -> None:
    said = Said(Certainty.ANNOUNCED, original=OriginalAmount("SEK", 5_600_000_00))
    record = forum.state("BE")
    how = replace(record.pledge.said, financial=said)
    found = as_another_state(pledged(forum, "BE", said=how), forum, tmp_path / "new.xlsx")
    assert [line for line in notes(found) if line.startswith("Said!I3: ignored: currency “SEK”")]


def test_hidden_columns_are_told(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 7
        book["Pledges"].column_dimensions["F"].hidden = True

    found = read(edit)
    assert differences(found) == ["Belgium, relocations: 100 → 7"]
    assert notes(found) == [
        "Pledges column F: note: the column “relocations” is hidden; it is read like any other",
    ]


def test_what_was_changed_in_merged_cells_is_not_lost(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "note").value = "for both"
        last = column(book["Pledges"], "note")
        book["Pledges"].merge_cells(start_row=3, end_row=4, start_column=last, end_column=last)

    found = read(edit)
    assert (found.differences, found.refused) == ((), 1)
    assert "“for both” stands in merged cells, which are not read: part them" in notes(found, NoteKind.REFUSED)[0]


# ---------------------------------------------------------------------------------------------------- other programs


@pytest.mark.parametrize("name", ["pool.csv", "pool.txt"])
def test_the_unicode_text_of_excel_is_read(forum: Forum, tmp_path: Path, name: str) -> None:
    def edit(rows: list[list[str]]) -> None:
        rows[1][rows[0].index("relocations")] = "310"

    found = csv_edited(forum, tmp_path / name, edit, "utf-16")
    assert differences(found) == ["Belgium, relocations: 100 → 310"]


def test_a_table_through_libreoffice(forum: Forum, tmp_path: Path) -> None:
    path = books.edited(books.exported(assess(forum), tmp_path / "pool.xlsx"), lambda _book: None)
    office = shutil.which("soffice")
    if office is None:
        sys.stdout.write("LibreOffice is not installed: its workbooks are not tried\n")
    else:
        home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        made = tmp_path / "made"
        options = [home, "--headless", "--convert-to", "xlsx", "--outdir", str(made), str(path)]
        subprocess.run([office, *options], check=True, capture_output=True, timeout=300)
        path = made / "pool.xlsx"
    found = read_import(path, assess(forum))
    assert (found.differences, notes(found)) == ((), [])
