"""The preview of an import: what changes from what to what, what stays, what was not understood, what was left out."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QDialog, QTreeWidget

from desktop_app.calc.forum import DataFlag
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.models.errors import Cancelled
from desktop_app.models.key_sources import Datum, KeyKind, KeySource, Series
from desktop_app.paths import resource
from desktop_app.views import progress
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.files import Files
from desktop_app.views.key.drafts import ADOPTED, GDP, GDP_FLAGS, POPULATION
from desktop_app.views.key.import_dialog import ImportDialog, _day_of
from desktop_app.views.key.importing import left_out, lines, proposed_source, summary
from desktop_app.views.key.key_editor import KeyEditor
from desktop_app.views.theme import legible

Show = Callable[[QDialog], QDialog]
FILES: Final = Path(__file__).parents[2] / "models/key_sources/files"
KINDS: Final = (KeyKind.POPULATION, KeyKind.GDP, KeyKind.SHARES)


def nothing(_kind: KeyKind, _code: str, _year: int | None) -> tuple[str, str]:
    return "", ""


def rows(found: QTreeWidget) -> list[list[str]]:
    items = [found.topLevelItem(row) for row in range(found.topLevelItemCount())]
    return [[item.text(column) for column in range(found.columnCount())] for item in items if item is not None]


def written(folder: Path, text: str, name: str = "figures.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_population_of_eurostat_is_previewed_and_taken_into_the_editor(
    desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: FILES / "demo_pjan.tsv")
    seen: list[list[list[str]]] = []

    def asked(dialog: ImportDialog) -> object:
        seen.append(rows(dialog.values))
        assert dialog.summary.text() == "27 values would change, 0 the same."
        assert dialog.year.value == 2025
        assert dialog.left_out.text().startswith("Eurostat TSV. Left out: aggregates such as EU27_2020 and EA20 (2);")
        assert not dialog.unread.isVisibleTo(dialog)
        return dialog.answer()

    monkeypatch.setattr(ImportDialog, "asked", asked)
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.import_button.click()

    assert seen[0][0] == ["BE  Belgium", "2025", "60", legible("11\u202f883\u202f495"), ""]
    assert seen[0][9] == ["FR  France", "2025", "nothing", legible("68\u202f882\u202f600 p"), "provisional"]
    assert editor.cells.value("FR", POPULATION) == 68_882_600
    assert editor.cells.value("FR", "population_flags") == (DataFlag.PROVISIONAL,)
    assert editor.cells.value("EE", "population_flags") == ()
    assert editor.population_date.value == date(2025, 1, 1)
    assert editor.population_source.raw == "Eurostat, demo_pjan (NR, TOTAL, T)"
    assert editor.population_extracted.value == _day_of(FILES / "demo_pjan.tsv")
    assert editor.staged is not None
    assert desk.file.seq == 1


def test_gdp_with_its_release_goes_into_the_fields(desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: FILES / "nama_10_gdp.csv")
    monkeypatch.setattr(ImportDialog, "asked", lambda dialog: dialog.answer())
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.import_file()

    assert editor.cells.value("EL", GDP) == 23_673_600
    assert editor.cells.value("EL", GDP_FLAGS) == (DataFlag.PROVISIONAL,)
    assert editor.gdp_year.value == 2024
    assert editor.gdp_source.raw == legible(
        "Eurostat, nama_10_gdp (CP_MEUR, B1GQ), release of 21\u00a0October\u00a02025"
    )


def test_adopted_shares_change_nothing_but_the_shares(
    desk: Desk, shown: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "code,share_percent\nDE,21.6890\nEE,:\n")
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: path)
    monkeypatch.setattr(ImportDialog, "asked", lambda dialog: dialog.answer())
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.import_file()

    assert editor.cells.text("DE", ADOPTED) == "21.689"
    assert editor.cells.text("EE", ADOPTED) == "40"
    assert editor.population_source.raw == "Eurostat"


def test_a_file_without_years_empties_the_day_that_was_of_other_figures(
    desk: Desk, shown: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: written(tmp_path, "code,persons\nBE,70\n"))

    def asked(dialog: ImportDialog) -> object:
        said.append(dialog.summary.text())
        return dialog.answer()

    monkeypatch.setattr(ImportDialog, "asked", asked)
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.import_file()

    assert said[0].endswith("The file names no year: type it in the editor.")
    assert editor.population_date.raw == ""
    assert editor.cells.value("BE", POPULATION) == 70


def test_nothing_chosen_changes_nothing(desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: None)
    editor = KeyEditor(None, desk)
    shown(editor)
    editor.import_file()

    assert editor.staged is None


def test_what_was_not_understood_is_listed_and_stays_as_it_is(desk: Desk, shown: Show, tmp_path: Path) -> None:
    editor = KeyEditor(None, desk)
    path = written(tmp_path, "code,year,persons\nBE,2024,60\nEE,2024,NA\nFR,2024,68669303\nFR,2023,1\n")
    dialog = ImportDialog(editor, path, KINDS, editor._now)
    assert dialog.read()
    shown(dialog)

    assert (
        dialog.summary.text()
        == "1 value would change, 1 the same, 25 without a value in the file: they stay as they are."
    )
    assert rows(dialog.unread) == [
        ["line 3, column persons", '"NA"', "this is no number; leave the cell empty where nothing is known"]
    ]
    shown_codes = [row[0][:2] for row in rows(dialog.values)]
    assert "BE" not in shown_codes
    estonia = next(row for row in rows(dialog.values) if row[0].startswith("EE"))
    assert estonia[2:] == ["40 p", "", "no value in the file: stays as it is"]
    dialog.only_changes.click()
    assert len(rows(dialog.values)) == 27
    assert dialog.left_out.text() == "CSV table. Nothing in the file was left out."
    answer = dialog.answer()
    assert dict(answer.values) == {("BE", 2024): Datum(60), ("FR", 2024): Datum(68_669_303)}


def test_another_year_shows_other_figures(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    dialog = ImportDialog(editor, resource("data", "population.csv"), KINDS, editor._now)
    assert dialog.read()
    shown(dialog)
    assert dialog.year.raw == 2026
    dialog.year.input.setFocus()
    dialog.year.input.setCurrentIndex(2)

    assert rows(dialog.values)[0][1] == "2024"
    assert dialog.answer().year == 2024
    dialog.extracted.input.setFocus()
    dialog.extracted.input.setText("soon")
    assert not dialog.accept_button.isEnabled()


def test_series_are_chosen_and_named(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    dialog = ImportDialog(editor, FILES / "migr_asyappctza.tsv", (KeyKind.APPLICATIONS,), nothing, 5)
    assert dialog.read()
    shown(dialog)
    assert dialog.series.isVisible()
    assert dialog.series.input.currentText() == "first-time applicants"
    assert len(rows(dialog.values)) == 27 * 5
    dialog.series.input.setCurrentIndex(1)

    assert dialog.source.raw.endswith("all applicants")
    assert dialog.answer().values["BE", 2020] == Datum(16_881)
    dialog.source.input.setText("My own words")
    dialog.series.input.setCurrentIndex(0)
    assert dialog.source.raw == "My own words"


def test_a_table_that_does_not_tell_asks_what_it_holds(desk: Desk, shown: Show, tmp_path: Path) -> None:
    editor = KeyEditor(None, desk)
    path = written(tmp_path, "code,2024,note\nBE,61,x\n")
    dialog = ImportDialog(editor, path, KINDS, editor._now)
    assert dialog.read()
    shown(dialog)
    assert dialog.summary.text().endswith("Choose what it holds.")
    assert not dialog.accept_button.isEnabled()
    with pytest.raises(ValueError, match="nothing has been read"):
        dialog.answer()
    dialog.kind.input.setCurrentIndex(1)

    assert dialog.accept_button.isEnabled()
    assert rows(dialog.values)[0][:4] == ["BE  Belgium", "2024", "60", "61"]
    dialog.kind.input.setCurrentIndex(1)
    assert dialog.answer().kind is KeyKind.GDP
    dialog.kind.put(KeyKind.GDP)
    dialog._kind_chosen()
    assert dialog.answer().kind is KeyKind.GDP


def test_a_file_that_is_something_else_is_said_at_the_kind(desk: Desk, shown: Show) -> None:
    editor = KeyEditor(None, desk)
    dialog = ImportDialog(editor, FILES / "demo_pjan.tsv", KINDS, editor._now)
    assert dialog.read()
    shown(dialog)
    dialog.kind.input.setCurrentIndex(1)

    assert "this file holds the population, not the gross domestic product" in dialog.summary.text()
    assert not dialog.accept_button.isEnabled()


def test_years_without_a_name_have_no_place_among_five(desk: Desk, shown: Show, tmp_path: Path) -> None:
    path = written(tmp_path, "code,applications\nBE,5\n")
    dialog = ImportDialog(None, path, (KeyKind.APPLICATIONS,), nothing, 5)
    assert dialog.read()
    shown(dialog)

    assert dialog.summary.text().startswith("The file names no years")
    assert not dialog.accept_button.isEnabled()


def test_nothing_would_change_is_said(shown: Show, tmp_path: Path) -> None:
    text = "code,persons\n" + "".join(f"{code},5\n" for code in PROTOCOL_ORDER)
    dialog = ImportDialog(None, written(tmp_path, text), KINDS, lambda *_place: ("5", ""))
    assert dialog.read()
    shown(dialog)

    assert rows(dialog.values)[0][0] == "Nothing would change"
    assert dialog.year.input.currentText() == "the file names none"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("words", "This file cannot be imported here"),
        ("code,year,applications\nBE,2024,5\n", "This file belongs elsewhere"),
    ],
)
def test_other_files_are_refused_in_words(
    desk: Desk, shown: Show, tmp_path: Path, shown_messages: list[tuple[str, str]], text: str, title: str
) -> None:
    editor = KeyEditor(None, desk)
    shown(editor)

    assert ImportDialog.ask_about(editor, written(tmp_path, text), KINDS, editor._now) is None
    assert [each for each, _text in shown_messages] == [title]


def test_stopping_the_reading_leaves_everything(
    desk: Desk, shown: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_arguments: object) -> None:
        raise Cancelled

    editor = KeyEditor(None, desk)
    shown(editor)
    dialog = ImportDialog(editor, FILES / "demo_pjan.tsv", KINDS, editor._now)
    assert dialog.read()
    monkeypatch.setattr(progress, "run", stopped)
    dialog.kind.put(KeyKind.GDP)
    dialog._kind_chosen()
    assert dialog.answer().kind is KeyKind.POPULATION
    assert ImportDialog.ask_about(editor, FILES / "demo_pjan.tsv", KINDS, editor._now) is None


def test_lines_say_why_a_value_stays() -> None:
    values: dict[tuple[str, int | None], Datum] = {
        ("BE", 2024): Datum(None, (), ("confidential",)),
        ("BG", 2024): Datum(None),
    }
    values["CZ", 2024] = Datum(5)
    series = Series("", "population", values)
    typed = {"CZ": ("5", ""), "BE": ("x", "")}
    found = lines(KeyKind.POPULATION, series, (2024,), lambda _kind, code, _year: typed.get(code, ("", "")))

    assert [(line.before, line.after, line.note) for line in found[:4]] == [
        ("x", "", "not available in the source (confidential): stays as it is"),
        ("nothing", "", "not available in the source: stays as it is"),
        ("5", "5", ""),
        ("nothing", "", "no value in the file: stays as it is"),
    ]
    assert summary(found[2:4]) == "0 values would change, 1 the same, 1 without a value in the file: it stays as it is"


def test_the_source_is_proposed_from_what_the_file_tells() -> None:
    series = Series("FRST", "first-time applicants", {})
    source = KeySource(KeyKind.APPLICATIONS, "a.tsv", "Eurostat TSV", None, date(2026, 11, 1), (series,))

    assert proposed_source(source, series) == "File a.tsv, first-time applicants, release of 1\u00a0November\u00a02026"
    assert left_out(source) == "Nothing in the file was left out."


def test_the_day_of_a_file_is_when_it_was_written(tmp_path: Path) -> None:
    path = written(tmp_path, "x")
    noon = datetime(2026, 11, 3, 12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))

    assert _day_of(path) == date(2026, 11, 3)
    assert _day_of(tmp_path / "nothing") is None
