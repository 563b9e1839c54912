"""Meetings and rounds over a real file, by keyboard: listed, closed, opened, shown, compared, backed up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum, Meeting, MeetingKind
from desktop_app.calc.memory import MarkKind
from desktop_app.models.backup import backups_of
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import read_document
from desktop_app.models.verify import verify
from desktop_app.paths import resource
from desktop_app.views.desk_views import Now, Past
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.window import Preview
from desktop_app.views.rounds import RoundCommands
from desktop_app.views.rounds.close_dialog import CloseRoundDialog
from desktop_app.views.rounds.open_dialog import OpenMeetingDialog
from desktop_app.views.rounds.window import RoundsWindow

RETURN = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def forum_path(tmp_path: Path, sample: Forum) -> Path:
    """One meeting, with a closed round of two changes and one change after it."""
    path = tmp_path / "Pool.forum"
    first = replace(sample, meetings=(Meeting("m1", MeetingKind.INITIAL, date(2026, 11, 18)),))
    with ForumFile.create(path, first, "Ana Silva") as file:
        for persons in (2, 3):
            file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, persons))
        file.mark(MarkKind.ROUND, "Before lunch", {"round": 1})
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 4))
    return path


def part_of(window: MainWindow) -> RoundCommands:
    part = window.negotiation.part("rounds.RoundCommands")
    assert isinstance(part, RoundCommands)
    return part


def listed(window: MainWindow) -> RoundsWindow:
    window.menus.actions["meetings_and_rounds"].trigger()
    shown = part_of(window).window
    assert shown is not None
    return shown


def answering(does: Callable[[CloseRoundDialog | OpenMeetingDialog], None]) -> None:
    """Do something in the next modal dialog, once it is there."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CloseRoundDialog | OpenMeetingDialog) and dialog.isActiveWindow():
            try:
                does(dialog)
            finally:
                # Where something was not as expected, the test fails instead of waiting for a person.
                dialog.done(dialog.result())
        else:
            QTimer.singleShot(10, answer)

    QTimer.singleShot(0, answer)


def cells(shown: RoundsWindow) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in shown.list.lines]


def test_closing_a_round_freezes_a_named_snapshot_and_backs_the_file_up(
    window: MainWindow, qtbot: QtBot, forum_path: Path
) -> None:
    desk = window.desk
    assert desk is not None
    state = desk.file.state_hash
    told: list[str] = []

    def answer(dialog: CloseRoundDialog | OpenMeetingDialog) -> None:
        assert isinstance(dialog, CloseRoundDialog)
        told.extend([dialog.name.raw, dialog.frozen.text(), dialog.blocking.text().splitlines()[0]])
        assert dialog.name.input.hasFocus()
        # A name that another snapshot has is refused at the field, and Enter does nothing.
        QTest.keyClicks(dialog.name.input, "before LUNCH")
        assert "Another snapshot is called" in dialog.name.said
        assert not dialog.accept_button.isEnabled()
        dialog.name.input.selectAll()
        QTest.keyClicks(dialog.name.input, "After lunch")
        QTest.keyClicks(dialog.note.input, "As agreed")
        QTest.keyClick(dialog, RETURN, CONTROL)

    answering(answer)
    window.menus.actions["close_round"].trigger()
    assert told[0].startswith("Round 2 of the first meeting, ")
    assert told[1].startswith("Pledged so far, in relocations: 0 · Gap so far: 21")
    assert told[1].endswith("24 Member States · 1 change in this round")
    assert told[2].endswith(" block a final document; the round can be closed all the same:")
    mark = desk.file.marks(MarkKind.ROUND)[-1]
    assert (mark.moment.title, mark.moment.round, mark.reason, mark.particulars) == (
        "After lunch",
        2,
        "As agreed",
        {"round": 2},
    )
    assert mark.moment.state_hash == state
    assert mark.moment.fingerprint in window.statusBar().currentMessage()
    assert "▸ meeting 1, round\u00a03, 18" in window.header.heading
    qtbot.waitUntil(lambda: bool(backups_of(forum_path)))
    # It cannot be undone: what would be undone is the change before it.
    assert desk.file.undo_title == "Belgium: relocations 4"
    assert verify(forum_path).is_sound


def test_the_list_shows_each_round_opens_snapshots_and_hands_them_to_be_compared_and_printed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    assert desk is not None
    shown = listed(window)
    snapshot = desk.file.snapshots()[0].moment
    assert shown.now.text() == "Round 2 of meeting 1 is open: 1 change in it."
    lines = cells(shown)
    assert lines[0] == ["Meeting 1, first meeting, 18\u00a0November\u00a02026"]
    assert (lines[1][:2], lines[1][3:]) == (
        ["Round 1", "Before lunch"],
        ["Ana Silva", "2", "4", snapshot.fingerprint],
    )
    assert lines[2] == ["Round 2", "open", "", "", "1", "5", desk.file.now().fingerprint]
    assert shown.focusWidget() is shown.list
    assert not shown.now_button.isEnabled()
    QTest.keyClick(shown.list, Qt.Key.Key_Up)
    assert not shown.previous_button.isEnabled()
    compared: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "desktop_app.views.compare.CompareCommands.compare_states", lambda _self, *sides: compared.append(sides)
    )
    shown.now_button.click()
    shown.list.setCurrentCell(2, 0)
    shown.previous_button.click()
    assert compared == [("Before lunch", "now"), ("Before lunch", "now")]
    shown.list.setCurrentCell(1, 0)
    shown.copy()
    assert QApplication.clipboard().text().splitlines()[2].startswith("Round 1\tBefore lunch\t")
    QTest.keyClick(shown.list, RETURN)
    assert isinstance(desk.view, Past)
    assert desk.view.moment == snapshot
    assert not shown.isVisible()
    # In the past nothing is closed and nothing opened; the rounds can be looked at.
    shown = listed(window)
    assert not shown.close_round_button.isEnabled()
    assert not shown.meeting_button.isEnabled()
    shown.list.setCurrentCell(2, 0)
    shown.open_button.click()
    assert isinstance(desk.view, Now)
    shown = listed(window)
    shown.list.setCurrentCell(1, 0)
    shown.print_button.click()
    # On paper it says what it is of, and the window stays at now.
    (preview,) = window.findChildren(Preview)
    assert preview.windowTitle().startswith("Table of “Before lunch”")
    assert f"entry {snapshot.seq}" in preview.windowTitle()
    assert snapshot.fingerprint in preview.windowTitle()
    assert isinstance(desk.view, Now)


def test_the_next_meeting_is_added_and_opened_from_a_scenario_too(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    desk.file.branch("Half", 2)
    assert window.look(lambda desk: desk.look_in(1))

    def answer(dialog: CloseRoundDialog | OpenMeetingDialog) -> None:
        assert isinstance(dialog, OpenMeetingDialog)
        assert (dialog.which.raw, dialog.kind.raw, dialog.id.raw) == ("new", MeetingKind.RESUMED, "m2")
        dialog.id.input.selectAll()
        QTest.keyClicks(dialog.id.input, "m1")
        assert "is taken" in dialog.id.said
        assert not dialog.accept_button.isEnabled()
        dialog.id.input.selectAll()
        QTest.keyClicks(dialog.id.input, "m2")
        dialog.kind.put(MeetingKind.RECONVENED)
        QTest.keyClick(dialog, RETURN, CONTROL)

    shown = listed(window)
    answering(answer)
    shown.meeting_button.click()
    assert isinstance(desk.view, Now)
    assert desk.file.forum.meetings[1:] == (Meeting("m2", MeetingKind.RECONVENED),)
    now = desk.file.now()
    assert (now.meeting, now.round, now.title) == ("m2", 1, "Opened: Meeting 2, meeting reconvened under Art. 13(4)")
    qtbot.waitUntil(lambda: len(shown.list.lines) == 5)
    assert cells(shown)[2][:2] == ["Round 2", "left open when another meeting began"]
    # The round that is open is current, never a heading at which nothing can be done.
    assert shown.list.currentRow() == 4
    assert shown.open_button.isEnabled()
    # Back at the first meeting, which is chosen from those that are recorded.

    def back(dialog: CloseRoundDialog | OpenMeetingDialog) -> None:
        assert isinstance(dialog, OpenMeetingDialog)
        dialog.which.put("m1")
        QTest.keyClick(dialog, RETURN, CONTROL)

    answering(back)
    part_of(window).open_meeting()
    assert (desk.file.now().meeting, desk.file.now().round) == ("m1", 2)
    assert desk.file.marks(MarkKind.MEETING)[-1].particulars == {"round": 2}


def test_where_sessions_are_recorded_elsewhere_and_where_there_are_none(
    window: MainWindow, tmp_path: Path, messages: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    for name, is_voluntary in (("search-and-rescue", False), ("voluntary-solidarity", True)):
        document = next(resource("samples", ".").glob(f"{name.partition('-')[0]}*.json"))
        forum = read_document(document.read_bytes())
        path = tmp_path / f"{name}.forum"
        ForumFile.create(path, forum, "Ana Silva").close()
        window.files.open_path(path)
        shown = listed(window)
        assert shown.meeting_button.isEnabled() is not is_voluntary
        assert shown.about.isVisible() is is_voluntary
        assert window.desk is not None
        assert "▸" in window.workspace.header.heading
        if not is_voluntary and len(forum.search_and_rescue.rounds) < 2:
            shown.meeting_button.click()
            assert messages[-1][0] == "No other session is recorded"
