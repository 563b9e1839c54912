"""An exported table that comes back: its differences, and everything that is not taken, with sheet and cell."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    MeasureKind,
    RequestContent,
)
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.said import Certainty, HowSaid, Said
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import fingerprint
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.notes import NoteKind
from desktop_app.models.table_reading.reading import Incoming
from desktop_app.models.tables import csv_bytes
from tests.models.table_reading import books
from tests.models.table_reading.books import at, column, plain
from tests.strategies import forums

Edit = Callable[[Any], None]


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


def test_an_export_that_nobody_touched_changes_nothing(forum: Forum, read: Callable[[Edit], Incoming]) -> None:
    found = read(lambda _book: None)
    assert (found.differences, found.notes, found.same_state) == ((), (), True)
    assert found.origin == "The file shows this forum as it is now."
    assert found.forum == forum


@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(forum=forums())
def test_every_forum_comes_back_as_it_went_out(tmp_path: Path, forum: Forum) -> None:
    found = books.incoming(forum, tmp_path / "any.xlsx", lambda _book: None)
    assert (found.differences, found.notes) == ((), ())
    (tmp_path / "any.csv").write_bytes(csv_bytes(assess(forum)))
    found = read_import(tmp_path / "any.csv", assess(forum))
    assert (found.differences, found.notes) == ((), ())


def test_pledges_of_every_kind(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Pledges"]
        at(page, "BE", "relocations").value = 310
        at(page, "BE", "financial contribution, EUR").value = 20000001.5
        at(page, "BE", "financial contribution, EUR, exact").value = "20000001.50"
        at(page, "BE", "of which beneficiaries").value = 10
        at(page, "BE", "offsets planned").value = 5
        at(page, "BE", "note").value = "=new note"
        at(page, "BE", "note").data_type = "s"
        at(page, "BE", "agreement on beneficiaries").value = "agreement 7"
        at(page, "EL", "relocations").value = "nothing recorded"
        at(page, "LV", "alternative measures, EUR").value = "nothing recorded"

    found = read(edit)
    assert differences(found) == [
        "Belgium, relocations: 100 → 310",
        "Belgium, financial contribution: EUR 20 000 000.50 → EUR 20 000 001.50",
        "Belgium, of which beneficiaries: 0 → 10",
        "Belgium, agreement on beneficiaries: not given → agreement 7",
        "Belgium, offsets planned: 0 → 5",
        "Belgium, note: not given → =new note",
        "Greece, relocations: none → nothing recorded",
        *[line for line in differences(found) if line.startswith("Latvia, alternative")],
    ]
    (note,) = notes(found)
    assert note.startswith("Pledges!I6: note: the figure was changed and counts; the exact text “0.00”")
    assert found.forum.state("EL").pledge.relocations is ABSENT


def test_the_figure_or_its_exact_text_the_one_that_was_changed_counts(read: Callable[[Edit], Incoming]) -> None:
    def shown(book: Any) -> None:
        at(book["Pledges"], "BE", "financial contribution, EUR").value = 5

    found = read(shown)
    assert differences(found) == ["Belgium, financial contribution: EUR 20 000 000.50 → EUR 5"]
    assert notes(found) == [
        "Pledges!H3: note: the figure was changed and counts; the exact text “20000000.50” beside it was not"
    ]

    def exact(book: Any) -> None:
        at(book["Pledges"], "BE", "financial contribution, EUR, exact").value = "9007199254740.93"

    found = read(exact)
    assert differences(found) == ["Belgium, financial contribution: EUR 20 000 000.50 → EUR 9 007 199 254 740.93"]
    assert notes(found) == ["Pledges!R3: note: the exact text was changed and counts; the figure beside it was not"]

    def both(book: Any) -> None:
        at(book["Pledges"], "BE", "financial contribution, EUR").value = 5
        at(book["Pledges"], "BE", "financial contribution, EUR, exact").value = "6.00"

    found = read(both)
    assert (differences(found), found.refused) == ([], 1)
    assert notes(found) == [
        "Pledges!H3: not taken: it disagrees with the exact text in Pledges!R3, and both were changed"
    ]

    def gone(book: Any) -> None:
        at(book["Pledges"], "BE", "financial contribution, EUR, exact").value = None

    found = read(gone)
    assert (differences(found), found.refused) == ([], 0)
    assert notes(found) == ["Pledges!R3: note: the exact text is gone; the figure beside it is as it was"]

    def none(book: Any) -> None:
        at(book["Pledges"], "BE", "financial contribution, EUR").value = "none"
        at(book["Pledges"], "BE", "financial contribution, EUR, exact").value = None

    found = read(none)
    assert differences(found) == ["Belgium, financial contribution: EUR 20 000 000.50 → none"]
    assert notes(found) == []


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("NA", "“NA” is not a number"),
        (12.000000001, "“12.000000001” is no whole number of persons: write 12 or 13"),
        ("=1+1", "this is a formula, and none is run: put its value there"),
        (True, "this is a logical value of the spreadsheet"),
        (date(2026, 10, 15), "the spreadsheet holds a date here (“2026-10-15”)"),
        (None, "the cell is empty: write a number, “none” or “nothing recorded”"),
        ("1.234", "1 234 or 1.234?"),
        (-3, "“-3” is below 0"),
    ],
)
def test_what_is_no_pledge_is_named_with_its_cell(read: Callable[[Edit], Incoming], value: Any, why: str) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = value

    found = read(edit)
    assert (found.differences, found.refused) == ((), 1)
    assert notes(found)[0].startswith(f"Pledges!F3: not taken: {why}")


def test_a_percentage_and_merged_cells(read: Callable[[Edit], Incoming]) -> None:
    def percent(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 0.5
        at(book["Pledges"], "BE", "relocations").number_format = "0.0%"

    assert notes(read(percent))[0].startswith("Pledges!F3: not taken: this is shown as a percentage")

    def merged(book: Any) -> None:
        book["Pledges"].merge_cells("F3:F5")
        book["Pledges"].merge_cells("A1:D1")
        book["Pledges"]["F3"].value = 7
        book["Pledges"].row_dimensions[4].hidden = True
        book["Pledges"].sheet_state = "hidden"

    found = read(merged)
    assert found.differences == ()
    assert notes(found) == [
        "Pledges: note: the sheet is hidden; it is read like any other",
        "Pledges row 4: note: the row is hidden; it is read like any other",
        "Pledges!F3:F5: note: these cells are merged; nothing in them is read",
        "Pledges!F3: not taken: “7” stands in merged cells, which are not read: part them",
    ]


def test_figures_that_were_changed_are_named_and_ignored(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "equivalents").value = 1
        at(book["Shares"], "BE", "population").value = 1
        book["Pool"]["B8"].value = 1
        book["Findings"]["D3"].value = "nothing found"
        book["Readings"]["B3"].value = "nearest"

    found = read(edit)
    assert (found.differences, found.refused) == ((), 0)
    ignored = notes(found, NoteKind.IGNORED)
    assert ignored == notes(found)
    assert [line.partition(":")[0] for line in ignored] == [
        "Pledges!J3",
        "Pool!B8",
        "Shares!D3",
        "Findings",
        "Readings!B3",
    ]
    assert "equivalents was changed to “1” and is not read" in ignored[0]
    assert "Forum ▸ Key" in ignored[2]
    assert "1 cell was changed" in ignored[3]


def test_rows_that_are_missing_unknown_or_there_twice(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Pledges"]
        page.delete_rows(4)  # Denmark
        for code in ("GR", "BE"):
            page.append([code, "x", None, None, None, 5])
        page.append([None] * 5 + [7])
        page.append([None, " "])

    found = read(edit)
    assert found.differences == ()
    assert notes(found) == [
        "Pledges row 7: not taken: “GR” is no row of this table (Greece is EL); nothing in it is read",
        "Pledges row 9: not taken: the row does not say of which state it is; nothing in it is read",
        "Pledges row 3: not taken: Belgium stands there 2 times; none of these rows is read",
        "Pledges row 8: not taken: Belgium stands there 2 times; none of these rows is read",
        "Pledges: note: the row of Denmark is not there; it stays as it is: what is to go is deleted in the program",
    ]


def test_columns_that_are_renamed_added_or_there_twice(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Pledges"]
        page.cell(2, column(page, "note")).value = "remark"
        at(page, "BE", "relocations").value = 1
        page.cell(2, column(page, "flags")).value = "relocations"

    found = read(edit)
    assert found.differences == ()
    assert notes(found)[:5] == [
        "Pledges!C2: not taken: the column “relocations” stands there 2 times; none of them is read",
        "Pledges!F2: not taken: the column “relocations” stands there 2 times; none of them is read",
        "Pledges!Y2: ignored: the column “remark” is none of this table's; nothing in it is read",
        "Pledges row 2: note: the column “relocations” is not there; nothing changes in it",
        "Pledges row 2: note: the column “note” is not there; nothing changes in it",
    ]


def test_a_doubled_key_column_leaves_the_sheet_unread(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        book["Pledges"]["C2"].value = "code"
        at(book["Pledges"], "BE", "relocations").value = 1

    found = read(edit)
    assert (found.differences, found.refused) == ((), 2)


def test_measures_are_changed_and_added(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Measures"]
        at(page, "BE", "value, EUR").value = 1500000
        at(page, "BE", "value, EUR, exact").value = None
        at(page, "BE", "kind").value = "capacity"
        page.append(["BE", "Belgium", 2, "tents", "equipment", None, "12.34", None, "no"])
        page.append(["LV", "Latvia", 1, "ships"])
        page.append(["LV", "Latvia", 3, "planes"])
        page.append(["LV", "Latvia", "x", "planes"])

    found = read(edit)
    assert found.forum.state("BE").pledge.measures == (
        AlternativeMeasure(
            "twenty case officers for six months", MeasureKind.CAPACITY, 150_000_000, "national daily rate", True
        ),
        AlternativeMeasure("tents", MeasureKind.EQUIPMENT, 1_234, None, False),
    )
    assert found.forum.state("LV").pledge.measures == (AlternativeMeasure("ships"),)
    assert [line for line in notes(found) if "not taken" in line] == [
        "Measures row 7: not taken: Latvia x is no row of this table: code and number tell which one it is",
        "Measures row 6: not taken: Latvia 3: number 3 follows 1: number 2 is missing",
    ]


def test_measures_are_changed_in_one_place_only(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "alternative measures, EUR").value = 5
        at(book["Measures"], "BE", "value, EUR").value = 6

    found = read(edit)
    assert differences(found) == ["Belgium, measure 1: value: EUR 1 200 000 → EUR 5"]
    assert notes(found, NoteKind.REFUSED) == [
        "Measures row 3: not taken: Belgium 1: the sheet Pledges changes the same measures: use one of the two"
    ]


def test_one_amount_cannot_replace_several_measures(forum: Forum, tmp_path: Path) -> None:
    record = forum.state("BE")
    several = (*record.pledge.measures, AlternativeMeasure("b", value_cents=5))
    forum = forum.with_state(replace(record, pledge=replace(record.pledge, alternative=several)))

    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "alternative measures, EUR").value = 5

    found = books.incoming(forum, tmp_path / "a.xlsx", edit)
    assert found.differences == ()
    assert "has 2 alternative measures: one amount cannot replace them" in notes(found, NoteKind.REFUSED)[0]


def test_what_contradicts_itself_is_refused_by_row(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 5
        at(book["Pledges"], "BE", "of which beneficiaries").value = 6

    found = read(edit)
    assert (found.differences, found.refused) == ((), 1)
    assert notes(found)[0].startswith("Pledges row 3: not taken: Belgium: 6 is more than the 5 relocations")


def test_deductions_are_changed_and_added(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Deductions"]
        at(page, "LV", "stage").value = "granted"
        at(page, "LV", "decided").value = date(2026, 12, 20)
        at(page, "LV", "contents of the request").value = "reasoning"
        page.append(["LV", "Latvia", 2, 61, "announced", "yes", "full"])
        page.append(["EL", "Greece", 1, "61", "requested", "no", "amounts", 3, 0, None, 0, None])

    found = read(edit)
    first, second = found.forum.state("LV").deductions
    assert (first.stage, first.decided) == (DeductionStage.GRANTED, date(2026, 12, 20))
    assert first.contents == (RequestContent.REASONING,)
    assert second == Deduction(DeductionBasis.ARTICLE_61, DeductionStage.ANNOUNCED, None, self_declared=True)
    (third,) = found.forum.state("EL").deductions
    assert third == Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, DeductionAmounts(3, 0, 0))
    assert notes(found, NoteKind.REFUSED) == []


def test_deductions_that_are_not_whole(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        page = book["Deductions"]
        at(page, "LV", "extent").value = "full"
        page.append(["EL", "Greece", 1, None, "requested"])
        page.append(["BE", "Belgium", 1, "61", "requested", "no", "amounts"])

    found = read(edit)
    assert found.differences == ()
    refused = [line.partition("not taken: ")[2] for line in notes(found, NoteKind.REFUSED)]
    assert "Latvia 1: a full deduction has no amounts: empty them, or write “amounts” as its extent" in refused
    assert "Greece 1: a deduction needs its article, its stage and its extent" in refused
    assert "Belgium 1: an amount is empty: write 0 where nothing of a type is deducted" in refused


def test_how_pledges_are_said(forum: Forum, tmp_path: Path) -> None:
    record = forum.state("BE")
    said = HowSaid(relocations=Said(Certainty.ANNOUNCED, "minister"))
    forum = forum.with_state(replace(record, pledge=replace(record.pledge, said=said)))

    def edit(book: Any) -> None:
        page = book["Said"]
        at(page, "BE", "certainty", "relocations").value = "confirmed"
        page.append(["LV", "Latvia", "financial", None, None, "parliament", "yes"])
        page.append(["LV", "Latvia", "money", "announced"])

    found = books.incoming(forum, tmp_path / "a.xlsx", edit)
    assert differences(found) == [
        "Belgium, relocations as said: certainty: announced → confirmed in writing",
        "Latvia, financial contribution as said: condition: not given → parliament",
        "Latvia, financial contribution as said: a ceiling: no → yes",
    ]
    assert notes(found) == [
        "Said row 5: not taken: Latvia money is no row of this table; nothing in it is read",
    ]


def test_sheets_of_another_state_or_another_forum(forum: Forum, tmp_path: Path) -> None:
    before = assess(forum)
    record = forum.state("BE")
    now = assess(forum.with_state(replace(record, pledge=replace(record.pledge, relocations=150))))
    path = books.exported(before, tmp_path / "old.xlsx")
    found = read_import(path, now)
    assert found.same_state is False
    assert differences(found) == ["Belgium, relocations: 150 → 100"]
    assert found.origin.startswith(
        f"The file shows another state (state {fingerprint(forum)}; this forum is at {fingerprint(now.forum)})"
    )
    assert notes(found) == []
    other = assess(replace(now.forum, title="Another"))
    assert "another forum, “Example: a small annual pool (invented f…”" in read_import(path, other).origin

    def mixed(book: Any) -> None:
        book["Measures"]["A1"].value = "state 0123456789ab"

    found = read_import(books.edited(path, mixed), now)
    assert (found.same_state, "several states" in found.origin) == (False, True)

    def silent(book: Any) -> None:
        for page in book.worksheets:
            page["A1"].value = None

    found = read_import(books.edited(path, silent), now)
    assert (found.same_state, "does not say which forum" in found.origin) == (None, True)


def test_sheets_that_are_none_of_the_programs(read: Callable[[Edit], Incoming]) -> None:
    def edit(book: Any) -> None:
        book.create_sheet("Mine").append(["my", "own"])
        copied = book.copy_worksheet(book["Pledges"])
        copied.title = "Copy"
        at(copied, "BE", "relocations").value = 1

    found = read(edit)
    assert found.differences == ()
    assert notes(found) == [
        "Mine: ignored: this sheet is none of the program's tables, or its headers were changed",
        "Pledges: not taken: several sheets hold the same table (Pledges, Copy); none of them is read",
        "Copy: not taken: several sheets hold the same table (Pledges, Copy); none of them is read",
    ]


def test_a_workbook_without_any_table(forum: Forum, tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    path.write_bytes(books.minimal("<sheetData><row><c><v>1</v></c></row></sheetData>"))
    with pytest.raises(BadInput, match="none of the program's tables"):
        read_import(path, assess(forum))


def test_notes_are_bound(monkeypatch: pytest.MonkeyPatch, read: Callable[[Edit], Incoming]) -> None:
    monkeypatch.setattr(limits, "NOTES", 1)

    def edit(book: Any) -> None:
        for code in ("BE", "EL", "LV"):
            at(book["Pledges"], code, "relocations").value = "NA"

    found = read(edit)
    assert (len(found.notes), found.more_notes, found.refused) == (1, 2, 3)


def csv_of(forum: Forum, edit: Callable[[list[list[str]]], None], separator: str = ",") -> bytes:
    rows = list(csv.reader(io.StringIO(csv_bytes(assess(forum)).decode())))
    edit(rows)
    made = io.StringIO()
    csv.writer(made, delimiter=separator).writerows(rows)
    return made.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_an_edited_csv_file(forum: Forum, tmp_path: Path, separator: str) -> None:
    def edit(rows: list[list[str]]) -> None:
        rows[1][rows[0].index("relocations")] = "310"
        rows[2][rows[0].index("relocations")] = "5"
        rows[3][rows[0].index("financial_eur")] = "1.234"

    path = tmp_path / "pool.csv"
    path.write_bytes(csv_of(forum, edit, separator))
    found = read_import(path, assess(forum))
    assert differences(found)[0] == "Belgium, relocations: 100 → 310"
    assert found.same_state is True
    assert any(line.startswith("CSV!K4: not taken: 1 234 or 1.234?") for line in notes(found))


def test_csv_files_that_are_none(monkeypatch: pytest.MonkeyPatch, forum: Forum, tmp_path: Path) -> None:
    path = tmp_path / "pool.csv"

    def what(data: bytes) -> str:
        path.write_bytes(data)
        with pytest.raises(BadInput) as caught:
            read_import(path, assess(forum))
        return caught.value.what

    assert what(b"caf\xe9,1") == "byte 3 is not UTF-8"
    assert what(b"\xff\xfea") == "byte 2 is not UTF-16"
    assert what(b"a\0b") == "there is a zero byte: this is no text"
    assert what(b'a,"b') == "this is no CSV file (unexpected end of data)"
    assert what(b"") == "none of the program's tables is in it"
    monkeypatch.setattr(limits, "ROWS", 1)
    assert what(b"a\nb\n").startswith("the table has more than 1 rows")
