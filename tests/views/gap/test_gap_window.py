"""The window that asks what would close the gap, by keyboard on real widgets and a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum, Pledge
from desktop_app.calc.gap.target import Target
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario
from desktop_app.views.gap import GapCommands
from desktop_app.views.gap.limits import LIMIT
from desktop_app.views.gap.window import GapWindow
from desktop_app.views.main_window import MainWindow
from tests.calc.gap.pools import pledged, pool

SHARES = {"BE": 50, "DE": 30, "FR": 20}


def small() -> Forum:
    return pool(1000, SHARES, {"BE": pledged(400), "DE": pledged(100), "FR": Pledge(100)}, proposal=1500)


def desk_on(path: Path, forum: Forum) -> Desk:
    return Desk(ForumFile.create(path, forum, "Ana Silva"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    held = desk_on(tmp_path / "Pool.forum", small())
    yield held
    held.close()


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[GapWindow]:
    window = GapWindow(None)
    window._soon.setInterval(0)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_desk(desk)
    found(qtbot, window)
    yield window
    window.worker.stop()
    window.close()


def found(qtbot: QtBot, window: GapWindow) -> None:
    """Wait for the answer."""
    qtbot.waitUntil(lambda: window.worker.is_idle and not window._soon.isActive(), timeout=10_000)


def type_limit(qtbot: QtBot, window: GapWindow, code: str, text: str) -> None:
    assert window.limits.grid is not None
    window.limits.grid.go_to((code, LIMIT))
    QTest.keyClicks(window.limits.grid, text[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    found(qtbot, window)


def cells(window: GapWindow) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in window.states.lines]


def test_it_proposes_as_soon_as_it_is_open(shown: GapWindow) -> None:
    assert "500 persons-equivalent" in shown.said.text()
    first = shown.proposals.lines[0].cells
    assert [cell.text for cell in first[1:3]] == ["3", "400 persons-equivalent"]
    assert cells(shown)[2][0] == "FR  France"
    assert shown.consequences.summary
    assert "supposed to be none" in shown.why.toPlainText()
    assert shown.open_button.isEnabled()
    assert not shown.stop_button.isEnabled()


def test_limits_typed_by_keyboard_change_the_answer(qtbot: QtBot, shown: GapWindow) -> None:
    shown.everybody.put("")
    shown.pose()
    type_limit(qtbot, shown, "BE", "up to EUR 4m")
    assert shown.limits.cells.index(0, 4).data().startswith("willing to add up to EUR")
    assert [line.cells[1].text for line in shown.proposals.lines[:2]] == ["1", "1"]
    type_limit(qtbot, shown, "DE", "fixed")
    type_limit(qtbot, shown, "FR", "at most 150")
    # 200 of Belgium and 50 of France, whose 100 count then, leave 150 of 500 missing.
    assert shown.found.currentWidget() is shown.conflicts
    lines = [line.cells[0].text for line in shown.conflicts.lines]
    # What would be enough stands first.
    assert lines[0].startswith("Enough: to leave out")
    assert lines[1].startswith("With these limits 150 persons-equivalent stay missing")
    assert not shown.open_button.isEnabled()
    shown.conflicts.entered.emit(lines.index("Germany: fixed"))
    assert shown.limits.grid is not None
    assert shown.limits.grid.currentIndex() == shown.limits.cells.index_of(("DE", LIMIT))
    shown.copy()
    assert "Germany: fixed" in QApplication.clipboard().text()


def test_a_limit_that_is_none_is_said_at_its_cell_and_nothing_is_searched(qtbot: QtBot, shown: GapWindow) -> None:
    type_limit(qtbot, shown, "DE", "500")
    assert shown.said.text().startswith("Correct the limits first. Germany: At most 500, at least 500")
    assert "At most 500" in shown.limits.cells.problem("DE", LIMIT)
    assert shown.outcome is None
    assert not shown.open_button.isEnabled()
    shown.everybody.put("lots")
    type_limit(qtbot, shown, "DE", "fixed")
    assert "is not a percentage" in shown.said.text()


def test_targets_change_the_question(qtbot: QtBot, shown: GapWindow) -> None:
    shown.target.put(Target.NO_SHORTFALL)
    shown.pose()
    assert shown.said.text().startswith("Not known yet: 1 Member State is open")
    # What is recorded stands there all the same.
    assert shown.limits.cells.index(0, 1).data() == "400"
    assert shown.marking.isHidden()
    shown.target.put(Target.OFFSETS)
    shown.pose()
    found(qtbot, shown)
    assert "RESTREINT" in shown.marking.text
    assert not shown.marking.isHidden()
    shown.copy()
    assert QApplication.clipboard().text().startswith("RESTREINT UE/EU RESTRICTED")
    assert "150 persons" in shown.said.text()
    assert "63(1)" in shown.about.text()


def test_a_proposal_opens_as_a_scenario_of_its_own(qtbot: QtBot, shown: GapWindow, desk: Desk) -> None:
    before = desk.file.state_hash
    shown.proposals.setCurrentCell(1, 0)
    shown.open_scenario()
    assert isinstance(desk.view, InScenario)
    assert desk.view.scenario.name.startswith("Towards the reference number: BE, DE, FR")
    assert desk.annual_pool.totals.gap == 0
    assert desk.file.state_hash == before
    assert not shown.isVisible()
    desk.back_to_now()
    shown.show()
    shown.show_desk(desk)
    found(qtbot, shown)
    shown.open_scenario()
    assert isinstance(desk.view, InScenario)
    assert desk.view.scenario.name.endswith("(2)")
    # In a scenario, the next proposal is a step of it.
    shown.show()
    shown.target.put(Target.OFFSETS)
    shown.pose()
    found(qtbot, shown)
    if shown.chosen is not None:
        shown.open_scenario()
    assert len(desk.file.scenarios()) == 2


def test_a_scenario_that_aims_at_the_classified_number_says_so(qtbot: QtBot, shown: GapWindow, desk: Desk) -> None:
    shown.target.put(Target.OFFSETS)
    shown.pose()
    found(qtbot, shown)
    shown.open_scenario()
    assert isinstance(desk.view, InScenario)
    assert "RESTREINT" in (desk.view.scenario.note or "")


def test_the_window_follows_the_forum_and_another_one(qtbot: QtBot, shown: GapWindow, tmp_path: Path) -> None:
    from desktop_app.calc.changes import PledgeColumn, RecordPledge

    assert shown.desk is not None
    assert shown.desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 1000))
    found(qtbot, shown)
    assert shown.said.text().endswith("already.")
    sample = read_document(resource("samples", "voluntary.json").read_bytes())
    other = desk_on(tmp_path / "Voluntary.forum", sample)
    shown.show_desk(other)
    found(qtbot, shown)
    assert shown.everybody.isHidden()
    assert "NO" in shown.limits.cells.codes
    assert shown.limits.cells.columnCount() == 4
    assert [line.cells[1].text for line in shown.proposals.lines] == ["1", "1", "1", "19"]
    shown.show_desk(None)
    other.close()


def test_a_search_can_be_stopped(qtbot: QtBot, shown: GapWindow) -> None:
    shown.pose()
    shown.stop()
    assert "stopped" in shown.said.text()
    found(qtbot, shown)
    assert shown.outcome is None


def test_it_grows_and_fits_a_small_screen(shown: GapWindow) -> None:
    shown.set_scale(1.5)
    assert shown.minimumSizeHint().width() <= 1366
    assert shown.minimumSizeHint().height() <= 768
    shown.set_scale(1.0)


def test_the_command_shows_it_and_puts_it_away_with_the_forum(qtbot: QtBot, window: MainWindow) -> None:
    commands = GapCommands(window)
    commands.close_gap()
    assert commands.shown is not None
    assert commands.shown.isVisible()
    assert commands.shown.focusWidget() is commands.shown.target.input
    commands.set_zoom(125)
    commands.show_desk(window.desk)
    assert commands.shown.isVisible()
    assert commands.may_close()
    commands.shown.worker.stop()
    commands.show_desk(None)
    assert not commands.shown.isVisible()
