"""The editor of the applications: five years, the 10 % indicator before and after, taken in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop_app.calc.changes import ReplaceForum
from desktop_app.calc.forum import Applications, Forum
from desktop_app.models.key_sources import Datum, KeyKind
from desktop_app.paths import resource
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.files import Files
from desktop_app.views.key.applications_editor import RATE, TWICE, ApplicationsEditor, last_year
from desktop_app.views.key.import_dialog import ImportDialog
from desktop_app.views.key.importing import Imported
from desktop_app.views.theme import legible
from tests.views.key.typing_keys import press, type_in

CONTROL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[QDialog], QDialog]


def shown_text(editor: ApplicationsEditor, code: str, name: str) -> object:
    return editor.cells.index_of((code, name)).data()


def test_five_years_stand_there_with_the_indicator(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)

    assert editor.years == (2020, 2021, 2022, 2023, 2024)
    assert shown_text(editor, "BE", "applications.2024") == "10"
    assert shown_text(editor, "EE", "population.2024") == "50"
    # Belgium: 10 of 60 each year. The Union: four years 11 of 100, one year 11 of 110: (4 · 0.11 + 0.1) / 5 = 0.108.
    assert shown_text(editor, "BE", RATE) == legible("16\u202f666.67")
    assert shown_text(editor, "BE", TWICE) == "1.54 ×"
    assert editor.sums.text() == (
        "2020 to 2024: the Union's average is 10\u202f800.00 per 100 000 inhabitants; eligible: no state."
    )


def test_typed_figures_change_the_indicator_and_are_taken(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.cells.put({("EE", f"applications.{year}"): "100" for year in range(2020, 2025)})
    type_in("1")
    press(Qt.Key.Key_Return)

    assert str(shown_text(editor, "EE", TWICE)).endswith("× eligible")
    assert editor.sums.text().endswith("eligible: Estonia.")
    assert editor.consequences.summary.startswith("Applications of 2 states")
    press(Qt.Key.Key_Return, CONTROL)

    assert not editor.isVisible()
    belgium, estonia = desk.assessment.forum.applications
    assert belgium.years[-1] == (2024, 1)
    assert estonia == Applications(
        "EE", ((2019, 7), (2020, 100), (2021, 100), (2022, 100), (2023, 100), (2024, 100)), ((2024, 50),)
    )
    assert desk.file.undo_title == "Applications of five years"


def test_other_years_can_be_looked_at_and_keep_what_was_typed(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.cells.put({("BE", "applications.2024"): "12"})
    editor.last.input.setFocus()
    editor.last.input.selectAll()
    type_in("2023")

    assert editor.years == (2019, 2020, 2021, 2022, 2023)
    assert shown_text(editor, "EE", "applications.2019") == "7"
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.applications[0].years[-1] == (2024, 12)


def test_a_mistake_out_of_sight_is_told_all_the_same(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.cells.put({("BE", "applications.2024"): "many"})
    editor.last.input.setFocus()
    editor.last.input.selectAll()
    type_in("2020")

    assert "Correct this first: Belgium, applications 2024" in editor.consequences.summary
    assert not editor.accept_button.isEnabled()


def test_without_all_years_the_indicator_is_not_known(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.grid.go_to(("EE", "applications.2024"))
    press(Qt.Key.Key_Delete)

    assert editor.sums.text().endswith("it is not known yet.")
    assert shown_text(editor, "EE", RATE) == ""


def test_nobody_applied_anywhere(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.cells.put({(code, f"applications.{year}"): "0" for code in ("BE", "EE") for year in range(2020, 2025)})

    assert shown_text(editor, "BE", TWICE) == "…"


def test_only_the_source_changes(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.source.input.setFocus()
    type_in("Eurostat")
    assert editor.consequences.summary.startswith("Source of the applications")
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.assessment.forum.applications_source == "Eurostat"


def test_a_forum_without_applications_begins_with_the_latest_known_year(desk: Desk, shown: Show) -> None:
    assert last_year(Forum()) == 2024
    assert desk.apply(ReplaceForum(Forum(), "nothing"))
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    assert editor.years[-1] == 2024


def test_five_years_of_eurostat_are_taken_in(desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(__file__).parents[2] / "models/key_sources/files/migr_asyappctza.tsv"
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: file)
    monkeypatch.setattr(ImportDialog, "asked", lambda dialog: dialog.answer())
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.import_button.click()

    assert shown_text(editor, "BE", "applications.2020") == legible("13\u202f089")
    assert editor.source.raw == "Eurostat, migr_asyappctza (PER, TOTAL, T, TOTAL), first-time applicants"
    press(Qt.Key.Key_Return, CONTROL)
    assert len(desk.assessment.forum.applications) == 27


def test_populations_are_proposed_for_the_years_that_are_shown(
    desk: Desk, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: resource("data", "population.csv"))
    monkeypatch.setattr(ImportDialog, "asked", lambda dialog: dialog.answer())
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    editor.import_file()

    assert shown_text(editor, "BE", "population.2024") == legible("11\u202f817\u202f096")
    assert ("BE", "population.2025") not in editor.cells.raw


def test_own_populations_are_taken_in_and_the_source_stays(desk: Desk, shown: Show) -> None:
    editor = ApplicationsEditor(None, desk)
    shown(editor)
    values = {("BE", 2024): Datum(61), ("BE", 2023): Datum(None), ("EE", None): Datum(5)}
    editor.take_in(Imported(KeyKind.POPULATION, 2024, values, "Eurostat", None))

    assert editor.cells.raw["BE", "population.2024"] == "61"
    assert ("BE", "population.2023") not in editor.cells.raw
    assert editor.source.raw == ""
    assert editor._now(KeyKind.POPULATION, "BE", None) == ("", "")
