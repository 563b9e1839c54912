"""The history by keyboard, on a real file: what it shows, filters, takes back, finds."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.memory import MarkKind
from desktop_app.models.errors import ForumFileError
from desktop_app.views.desk_views import InScenario, Now, Past
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.history.dialogs import FiguresDialog, FindDialog, ReasonDialog, TakeBackDialog
from desktop_app.views.history.model import PAGE
from desktop_app.views.history.window import HistoryWindow
from desktop_app.views.main_window import CLOCK_IS_BEHIND, MainWindow


def _pledge(code: str, value: int) -> RecordPledge:
    return RecordPledge(code, PledgeColumn.RELOCATIONS, value)


@pytest.fixture
def told(window: MainWindow) -> MainWindow:
    """A window whose record has eight entries; the sample's pledge of Germany is 4 555, Latvia's is not recorded."""
    desk = window.desk
    assert desk is not None
    for change in (_pledge("LV", 10), _pledge("LV", 12), _pledge("DE", 4_000)):
        assert desk.apply(change)
    assert desk.undo()
    assert desk.mark(MarkKind.ROUND, "Round 1")
    assert desk.apply(_pledge("FR", 900))
    assert desk.mark(MarkKind.REASON, "Reason for entry 2", {"about": 2}, "as announced")
    return window


def _open(window: MainWindow) -> HistoryWindow:
    window.menus.actions["history"].trigger()
    shown: HistoryWindow = window.negotiation.part("history.HistoryCommands").shown  # type: ignore[attr-defined]
    return shown


def _column(shown: HistoryWindow, place: int) -> list[str]:
    return [shown.model.line(row).cells[place] for row in range(shown.model.rowCount())]


def test_the_history_says_what_was_done_what_stands_and_why(told: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _open(told)
    assert _column(shown, 0) == ["8", "7", "6", "5", "4", "3", "2", "1"]
    assert _column(shown, 4)[:7] == [
        "Reason for entry 2 [on entry 2]",
        "France: relocations 900",
        "Round closed: Round 1",
        "Undone: Germany: relocations 4 000 [undoes entry 4]".replace("4 000", "4\u202f000"),
        "Germany: relocations 4\u202f000 [taken back by entry 5]",
        "Latvia: relocations 12",
        "Latvia: relocations 10",
    ]
    assert _column(shown, 5)[5:7] == ["Latvia, relocations: 10 → 12", "Latvia, relocations: nothing recorded → 10"]
    assert _column(shown, 6)[6] == "as announced"
    undone, mark = (shown.model.index(row, 4) for row in (4, 2))
    assert undone.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert mark.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert shown.model.index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Entry 3, When ")

    def fail(*_arguments: object) -> None:
        raise ForumFileError("Pool.forum", "the disk is gone", "plug it in again")

    assert told.desk is not None
    monkeypatch.setattr(type(told.desk.file), "steps", fail)
    shown.filters.clear()
    assert "the disk is gone" in shown.said.text()

    told.set_zoom(125)
    assert shown.help_topic() == ("negotiation", "History")
    told.show_desk(None)
    assert not shown.isVisible()
    assert shown.model.rowCount() == 0


def test_filters_figures_links_and_moments(told: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told.table.go_to("LV", "relocations")
    shown = _open(told)
    assert shown.filters.here.text() == "Only th&is cell (Latvia: relocations)"
    shown.filters.here.click()
    assert _column(shown, 0) == ["3", "2"]
    shown.filters.all.click()
    shown.filters.kind.input.setCurrentText("marks")
    assert _column(shown, 0) == ["8", "6"]
    shown.filters.all.click()
    QTest.keyClicks(shown.filters.words.input, "ANNOUNCED")
    QTest.keyClick(shown.filters.words.input, Qt.Key.Key_Return)
    assert _column(shown, 0) == ["8", "2"]
    shown.filters.state.input.setCurrentText("Sweden")
    assert shown.said.text().startswith("No entry fits these filters. “Show all” (Alt+A)")

    said: list[str] = []
    _answer(monkeypatch, FiguresDialog, lambda dialog: said.append(dialog.consequences.summary))
    shown.go_to(7)
    shown.figures.click()
    assert len(said) == 1
    shown.go_to(5)
    shown.linked.click()
    assert shown.step is not None
    assert shown.step.moment.seq == 4
    assert not shown.take_back.isEnabled()

    shown.filters.words.input.setText("nowhere")
    shown.close()
    assert not _open(told).filters.words.value
    assert shown.model.rowCount() == 8

    shown.table.go_to(5)
    shown.copy_button.click()
    assert QApplication.clipboard().text().split("\n")[1].startswith("3\t")
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert told.desk is not None
    assert isinstance(told.desk.view, Past)
    assert told.desk.view.moment.seq == 3


def test_new_entries_come_in_on_top_and_old_ones_page_by_page(told: MainWindow, qtbot: QtBot) -> None:
    shown = _open(told)
    desk = told.desk
    assert desk is not None
    shown.table.go_to(5)
    desk.undo()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 9)
    assert shown.step is not None
    assert shown.step.moment.seq == 3
    assert _column(shown, 4)[2] == "France: relocations 900 [taken back by entry 9]"
    desk.redo()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 10)
    assert _column(shown, 4)[:4:3] == [
        "Redone: France: relocations 900 [redoes the undone entry 9]",
        "France: relocations 900",
    ]

    for number in range(PAGE):
        desk.apply(_pledge("SE", number + 1))
    shown.filters.clear()
    assert shown.model.rowCount() == PAGE
    assert not shown.model.is_whole
    shown.go_to(3)
    assert (shown.model.upto, shown.model.line(0).seq) == (3, 3)
    assert shown.said.text() == "The list begins with entry 3; “Show all” begins with the newest."
    shown.filters.all.click()
    shown.model.fetchMore(shown.table.rootIndex())
    assert shown.model.line(shown.model.rowCount() - 1).seq == 1
    assert shown.model.is_whole


def _answer(monkeypatch: pytest.MonkeyPatch, kind: type[Any], does: Callable[[Any], object]) -> None:
    monkeypatch.setattr(kind, "asked", does)


def test_one_past_change_is_taken_back_in_a_step_that_can_be_undone(
    told: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, desk = _open(told), told.desk
    assert desk is not None
    before = desk.file.forum
    summaries: list[str] = []

    def take(dialog: TakeBackDialog) -> str:
        summaries.append(dialog.consequences.summary)
        dialog.reason.put("misheard")
        return dialog.answer()

    _answer(monkeypatch, TakeBackDialog, take)
    shown.go_to(3)
    shown.take_back.click()
    assert len(summaries) == 1
    assert desk.file.forum.state("LV").pledge.relocations == 10
    assert desk.file.forum.state("FR").pledge.relocations == 900
    step = desk.file.steps(1)[0]
    assert (step.reverts, step.reason) == (3, "misheard")
    told.undo()
    assert desk.file.forum == before

    asked: list[tuple[str, tuple[str, ...]]] = []

    def choose(_parent: object, _title: str, text: str, choices: tuple[str, ...]) -> int:
        asked.append((text, tuple(choices)))
        return len(choices) - 1

    monkeypatch.setattr(Message, "choose", choose)
    shown.go_to(2)
    shown.take_back.click()
    assert asked[0][1] == ("Go to entry 10", "Go to entry 9", "Go to entry 3")
    assert " 3 (Latvia: relocations 12): take that back first" in asked[0][0]
    assert shown.step is not None
    assert shown.step.moment.seq == 3


def test_the_last_change_is_given_a_reason_and_a_clock_set_back_is_told_once(
    told: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(dialog: ReasonDialog) -> str:
        assert not dialog.accept_button.isEnabled()
        dialog.reason.input.setPlainText("after a call")
        assert dialog.accept_button.isEnabled()
        return dialog.answer()

    _answer(monkeypatch, ReasonDialog, say)
    told.menus.actions["reason"].trigger()
    assert told.desk is not None
    assert told.desk.file.steps(1, 8)[0].reason == "after a call"
    assert isinstance(told.desk.view, Now)

    desk = told.desk
    assert desk is not None
    monkeypatch.setattr(desk.file, "_clock", lambda: datetime(2020, 1, 1, tzinfo=UTC))
    times: list[str] = []
    desk.clock_is_behind.connect(lambda: times.append(told.background_text))
    for number in (1, 2):
        assert desk.apply(_pledge("SE", number))
    assert told.background_text == CLOCK_IS_BEHIND
    assert len(times) == 1


def test_a_fingerprint_is_found_where_it_belongs(
    told: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = told.desk
    assert desk is not None
    branch = desk.file.branch("What if", 3)
    desk.file.scenario(branch.id).apply(_pledge("SE", 77))
    state = desk.file.scenario(branch.id).state_hash
    wanted = [desk.file.moment(3).fingerprint, state[:20]]

    def find(dialog: FindDialog) -> object:
        dialog.show()
        for typed, said in (("zzzz", "4 to 64"), ("0" * 12, "No moment"), ("12", "4 to 64"), ("xyz", "4 to 64")):
            dialog.digits.input.setText(typed)
            assert dialog.said.text().startswith(said)
            assert not dialog.accept_button.isEnabled()
        assert dialog.said._tone == "block"
        dialog.digits.input.setText(wanted.pop(0))
        QTest.keyClick(dialog.digits.input, Qt.Key.Key_Down)
        assert dialog.focusWidget() is dialog.list
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert dialog.result() == 1
        return dialog.answer()

    _answer(monkeypatch, FindDialog, find)
    told.menus.actions["find_moment"].trigger()
    shown = [desk.view]
    told.menus.actions["find_moment"].trigger()
    shown.append(desk.view)
    assert [type(each) for each in shown] == [Past, InScenario]


def test_columns_share_the_room_by_what_stands_in_them(told: MainWindow) -> None:
    shown = _open(told)
    shown.resize(1320, 700)
    widths = [shown.table.columnWidth(place) for place in (4, 5, 6)]
    fonts = shown.table.fontMetrics()
    for place, width in zip((4, 5, 6), widths, strict=True):
        assert all(fonts.horizontalAdvance(text) < width for text in _column(shown, place)), place
