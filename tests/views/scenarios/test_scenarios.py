"""Scenarios by keyboard, on a real file: made, typed in, listed, named, put away, compared, adopted."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.memory import MarkKind
from desktop_app.models.three_way import Side
from desktop_app.paths import resource
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Now
from desktop_app.views.main_window import MainWindow
from desktop_app.views.scenarios.adoption import AdoptDialog, Decided
from desktop_app.views.scenarios.dialogs import NamedDialog
from desktop_app.views.scenarios.lines import columns_of, main_figures
from desktop_app.views.scenarios.window import ScenarioWindow


def _pledge(code: str, value: int) -> RecordPledge:
    return RecordPledge(code, PledgeColumn.RELOCATIONS, value)


def _desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def _answer(monkeypatch: pytest.MonkeyPatch, kind: type[Any], does: Any) -> None:
    monkeypatch.setattr(kind, "asked", does)


def _make(window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str, said: list[str] | None = None) -> None:
    def ask(dialog: NamedDialog) -> None:
        dialog.name.input.setText(name)
        if said is not None:
            said.extend(dialog.origin.input.itemText(place) for place in range(dialog.origin.input.count()))
        dialog.accept()

    _answer(monkeypatch, NamedDialog, ask)
    window.menus.actions["new_scenario"].trigger()


def _list(window: MainWindow, qtbot: QtBot) -> ScenarioWindow:
    window.menus.actions["scenarios"].trigger()
    shown: ScenarioWindow = window.negotiation.part("scenarios.ScenarioCommands").shown  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "…" not in "".join(line.copied for line in shown.list.lines))
    return shown


def test_what_is_typed_in_a_scenario_is_never_in_the_record(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _desk(window)
    desk.apply(_pledge("LV", 10))
    desk.mark(MarkKind.ROUND, "Round 1")
    record = (desk.file.seq, desk.file.state_hash, desk.file.head_hash, desk.file.forum)
    said: list[str] = []
    window.look(lambda shown: shown.look_at(1))
    _make(window, monkeypatch, "From the beginning", said)
    assert [each.split(",")[0] for each in said] == ["the moment shown", "now", "snapshot Round 1"]
    assert isinstance(desk.view, InScenario)
    assert desk.view.scenario.origin.seq == 1
    _make(window, monkeypatch, "Latvia gives more")
    assert desk.apply(_pledge("LV", 99))
    assert desk.apply(_pledge("SE", 7))
    assert window.workspace.header.saved_mark.text.startswith("saved in the scenario ")
    assert window.shown.band.text.startswith("SCENARIO: Latvia gives more (from entry 3, ")
    assert (desk.file.seq, desk.file.state_hash, desk.file.head_hash, desk.file.forum) == record
    window.undo()
    assert desk.shown.forum.state("SE").pledge == desk.file.forum.state("SE").pledge
    assert desk.shown.forum.state("LV").pledge.relocations == 99
    window.redo()
    shown = _list(window, qtbot)
    assert shown.scenario is not None
    assert shown.scenario.name == "Latvia gives more"
    assert [line.cells[0].text for line in shown.list.lines] == [
        "The record, now",
        "Latvia gives more",
        "From the beginning",
    ]
    assert [line.cells[3].text for line in shown.list.lines] == ["", "2", "0"]
    shown.list.setCurrentCell(0, 0)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert isinstance(desk.view, Now)
    assert (desk.file.seq, desk.file.forum) == (record[0], record[3])
    assert window.workspace.header.saved_mark.text.startswith("saved 1") or "scenario" not in (
        window.workspace.header.saved_mark.text
    )


def test_a_scenario_is_named_put_away_and_compared(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _desk(window)
    for name in ("One", "Two"):
        desk.file.branch(name, 1)
    shown = _list(window, qtbot)
    complaints: list[str] = []

    def rename(dialog: NamedDialog) -> None:
        for name in ("two", "", "Three"):
            dialog.name.input.setText(name)
            dialog.accept()
            complaints.append(dialog.name.said)

    _answer(monkeypatch, NamedDialog, rename)
    shown.list.setCurrentCell(2, 0)
    shown.describe_button.click()
    assert complaints[0].startswith("There is one called two already")
    assert complaints[1].startswith("It has no name")
    assert complaints[2] == ""
    assert shown.scenario is not None
    assert shown.scenario.name == "Three"
    shown.put_away_button.click()
    assert [line.cells[0].text for line in shown.list.lines] == ["The record, now", "Two"]
    assert shown.said.text() == "1 put away."
    shown.away.setChecked(True)
    shown.list.setCurrentCell(2, 0)
    assert shown.put_away_button.text() == "Bring &back"
    assert shown.list.lines[2].cells[-1].text == "put away"
    shown.put_away_button.click()
    assert not any(each.put_away for each in desk.file.scenarios())
    compared: list[tuple[str, str]] = []
    part = window.negotiation.part("compare.CompareCommands")
    monkeypatch.setattr(part, "compare_states", lambda *states: compared.append(states))
    shown.compare_button.click()
    assert compared == [("now", "Scenario “Three”")]
    assert shown.help_topic() == ("negotiation", "Scenarios")
    window.set_zoom(125)
    window.show_desk(None)
    assert not shown.isVisible()


def test_adopting_is_one_step_with_a_choice_for_each_conflict(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _desk(window)
    number = desk.file.branch("Compromise", 1).id
    line = desk.file.scenario(number)
    for code, value in (("FR", 1_400), ("DE", 5_000), ("SE", 700)):
        line.apply(_pledge(code, value))
    for code, value in (("FR", 1_000), ("DE", 4_100), ("LV", 10)):
        desk.apply(_pledge(code, value))
    before = desk.file.forum
    lines: list[str] = []

    def decide(dialog: AdoptDialog) -> Decided:
        lines.extend(line.copied for line in (*dialog.taken.lines, *dialog.conflicts.lines))
        assert dialog.focusWidget() is dialog.conflicts
        assert not dialog.accept_button.isEnabled()
        assert dialog.problem.text() == "2 conflicts are not decided yet."
        QTest.keyClick(dialog.conflicts, Qt.Key.Key_S)
        assert dialog.conflicts.currentRow() == 1
        QTest.keyClick(dialog.conflicts, Qt.Key.Key_R)
        assert dialog.accept_button.isEnabled()
        assert dialog.consequences.summary
        dialog.choose_all(Side.OURS)
        dialog.choose_all(Side.THEIRS)
        dialog.conflicts.setCurrentCell(1, 0)
        dialog.choose(Side.OURS)
        dialog.reason.put("agreed at dinner")
        return dialog.answer()

    _answer(monkeypatch, AdoptDialog, decide)
    window.look(lambda shown: shown.look_in(number))
    window.menus.actions["adopt"].trigger()
    assert isinstance(desk.view, Now)
    assert lines[0].startswith("Sweden\trelocations\tnothing recorded\t700")
    assert lines[1].startswith("Germany, relocations\t4\u202f555 → 4\u202f100 Ana Silva, ")
    assert lines[2].startswith("France, relocations\t3\u202f361 → 1\u202f000 Ana Silva, ")
    pledged = {code: desk.file.forum.state(code).pledge.relocations for code in ("FR", "DE", "SE", "LV")}
    assert pledged == {"DE": 5_000, "FR": 1_000, "SE": 700, "LV": 10}
    assert desk.file.steps(1)[0].reason == "agreed at dinner"
    assert desk.file.scenarios()[0].adopted == desk.file.seq
    window.undo()
    assert desk.file.forum == before
    assert desk.file.scenarios()[0].adopted is None


def test_nothing_to_adopt_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = _desk(window)
    number = desk.file.branch("Empty", 1).id
    said: list[str] = []

    def look(dialog: AdoptDialog) -> None:
        said.append(dialog.problem.text())

    _answer(monkeypatch, AdoptDialog, look)
    window.look(lambda shown: shown.look_in(number))
    window.menus.actions["adopt"].trigger()
    assert said == ["Nothing would change: the record holds all of it already."]
    assert isinstance(desk.view, InScenario)


@pytest.mark.parametrize("procedure", Procedure)
def test_every_procedure_has_main_figures(procedure: Procedure) -> None:
    from desktop_app.calc.assess import assess
    from desktop_app.models.interchange import read_document

    names = {Procedure.ANNUAL_POOL: "annual-pool-2026"}
    path = resource("samples", f"{names.get(procedure, procedure.value)}.json")
    forum: Forum = read_document(path.read_bytes())
    assert len(main_figures(assess(forum))) == 3
    assert len(columns_of(procedure)) == 8
