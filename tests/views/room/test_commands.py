"""Release, hide, show again: with the real window and a real file, by the menu and by F12 in any window."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes.pledges import PledgeColumn, RecordPledge
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.room import Choice, Content
from desktop_app.models.errors import ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.main_window import MainWindow
from desktop_app.views.room import RoomCommands, record
from desktop_app.views.room.commands import CANNOT_AGAIN, NOTHING_RELEASED, READS, WAITS
from desktop_app.views.room.dialog import Released, ReleaseDialog

Choose = Callable[[ReleaseDialog], Released | None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[ReleaseDialog]:
    """Show no dialog: whatever stands in it when it comes up is taken."""
    shown: list[ReleaseDialog] = []

    def answer(dialog: ReleaseDialog) -> Released | None:
        shown.append(dialog)
        return dialog.answer()

    monkeypatch.setattr(ReleaseDialog, "asked", answer)
    return shown


def commands(window: MainWindow) -> RoomCommands:
    part = window.negotiation.part("room.RoomCommands")
    assert isinstance(part, RoomCommands)
    return part


def trigger(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()
    QCoreApplication.processEvents()


def words(window: MainWindow) -> str:
    return commands(window).room.surface.page.words.replace("\u00a0", " ")


def marks(window: MainWindow) -> list[str]:
    assert window.desk is not None
    return [mark.kind.value for mark in window.desk.file.marks()]


def pledge(window: MainWindow, persons: int) -> None:
    window.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, persons))


def test_the_room_sees_what_was_released_until_it_is_hidden_and_never_what_is_typed(
    qtbot: QtBot, window: MainWindow, asked: list[ReleaseDialog]
) -> None:
    trigger(window, "release")
    part, room = commands(window), commands(window).room
    assert (room.isVisible(), room.isFullScreen(), marks(window)) == (True, False, ["release"])
    assert window.menus.actions["room"].isChecked()
    assert "24 Member States" in words(window)
    mark = record.last_release(window.desk.file)  # type: ignore[union-attr]
    assert mark is not None
    assert dict(mark.particulars) == {"shows": ["totals"], "of": 1}
    shown_at = record.local(mark.moment.at)
    assert f"as released at {shown_at:%H:%M} on " in words(window)
    assert part.standing.endswith("; nothing is other since")

    before = words(window)
    pledge(window, 7)
    pledge(window, 8)
    part._tell()
    assert words(window) == before
    assert part.standing == f"The room sees what was released at {shown_at:%H:%M}; 2 changes since"
    assert window.status.room.full_text == part.standing
    trigger(window, "undo")
    trigger(window, "undo")
    part._tell()
    assert part.standing.endswith("; nothing is other since")


def test_f12_hides_everything_in_whatever_window_it_is_pressed(
    qtbot: QtBot, window: MainWindow, asked: list[ReleaseDialog], speak: Callable[[str], None]
) -> None:
    trigger(window, "release")
    part, room = commands(window), commands(window).room
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    QTest.keyClick(room, Qt.Key.Key_F12)
    assert words(window) == "High-Level EU Solidarity Forum"
    QCoreApplication.processEvents()
    assert marks(window) == ["release", "withdrawal"]
    assert part.standing == "The room sees nothing"
    trigger(window, "hide_room")
    assert marks(window) == ["release", "withdrawal"]

    pledge(window, 9)
    asked.clear()
    trigger(window, "release")
    offered = [offer.words for offer in asked[0]._offers]
    assert offered[0] == "The state of now"
    assert offered[1].startswith("Again what was released at ")
    assert "24 Member States" in words(window)
    # A dialog keeps every other window from being used, and every shortcut of theirs.
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F11)
    assert "24 Member States" in words(window)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
    assert words(window) == "High-Level EU Solidarity Forum"
    dialog.close()

    # Closed and opened by hand: what was hidden stays so.
    trigger(window, "room")
    assert not room.isVisible()
    assert part.standing == ""
    trigger(window, "room")
    assert words(window) == "High-Level EU Solidarity Forum"
    assert window.statusBar().currentMessage() == NOTHING_RELEASED
    speak("de")
    window.remark(NOTHING_RELEASED)
    assert window.statusBar().currentMessage() == "Die Saalanzeige ist offen und zeigt nichts: F11 zeigt etwas."
    window.close()
    QCoreApplication.processEvents()
    assert not room.isVisible()


def test_the_last_release_comes_back_by_hand_after_a_restart_and_a_scenario_as_such(
    qtbot: QtBot, window: MainWindow, asked: list[ReleaseDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    assert desk is not None
    desk.mark(MarkKind.ROUND, "Round 1")
    pledge(window, 100)
    desk.mark(MarkKind.ROUND, "Round 2")
    pledge(window, 200)
    choose_all(monkeypatch, Content.TOTALS, Content.COMPARISON)
    desk.look_at(3)
    trigger(window, "release")
    assert "as it stood at" in words(window)
    released = record.last_release(desk.file)
    assert released is not None
    assert dict(released.particulars) == {"shows": ["totals", "comparison"], "of": 3, "before": 2}
    assert "the state of" in commands(window).standing
    sheet = commands(window).room.surface.sheet
    assert sheet is not None
    assert [row[0].replace("\u00a0", " ") for row in sheet.panels[2].rows] == ["Hungary, relocations"]  # type: ignore[union-attr]
    start_again(window)
    assert not commands(window).room.isVisible()
    trigger(window, "room")
    assert commands(window).room.surface.sheet == sheet

    desk = window.desk
    assert desk is not None
    desk.look_in(desk.file.branch("Sweden gives more", 4).id)
    pledge(window, 300)
    trigger(window, "release")
    assert words(window).startswith("SCENARIO: not the state of the record")
    assert commands(window).standing.endswith(": a scenario")
    start_again(window)
    trigger(window, "room")
    assert words(window).startswith("SCENARIO")
    trigger(window, "room")
    desk = window.desk
    assert desk is not None
    desk.look_in(desk.file.scenarios()[0].id)
    pledge(window, 301)
    trigger(window, "room")
    assert (words(window), window.statusBar().currentMessage()) == ("High-Level EU Solidarity Forum", CANNOT_AGAIN)
    # It names nothing that could be shown.
    desk.mark(MarkKind.RELEASE, "Of a newer version", {"shows": ["a film"], "of": 1})
    desk.mark(MarkKind.RELEASE, "Of nothing", {"shows": ["totals"]})
    for mark in desk.file.marks(MarkKind.RELEASE)[-2:]:
        assert record.sheet_of(desk.file, mark) is None


def start_again(window: MainWindow) -> None:
    """Close the forum and open it again."""
    assert window.desk is not None
    path = window.desk.file.path
    window.show_desk(None)
    window.files.open_path(path)


def choose_all(monkeypatch: pytest.MonkeyPatch, *contents: Content) -> None:
    """Tick these contents, and the box for a scenario, in the dialogs that come up."""

    def answer(dialog: ReleaseDialog) -> Released:
        for content, box in dialog.contents.items():
            box.setChecked(content in contents)
        dialog.scenario.setChecked(dialog.scenario.isVisibleTo(dialog))
        assert dialog.accept_button.isEnabled()
        return dialog.answer()

    monkeypatch.setattr(ReleaseDialog, "asked", answer)


def test_what_fails_leaves_the_screen_blank_and_a_reading_desk_shows_without_writing(
    qtbot: QtBot,
    window: MainWindow,
    asked: list[ReleaseDialog],
    make_window: Callable[[], MainWindow],
    forum_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = window.desk
    assert desk is not None
    trigger(window, "release")
    part = commands(window)

    def refuse(*_arguments: object, **_named: object) -> None:
        raise ForumFileUnwritable("Pool.forum", "the disk is full", "make room")

    with monkeypatch.context() as patch:
        patch.setattr(desk.file, "mark", refuse)
        trigger(window, "hide_room")
        assert words(window) == "High-Level EU Solidarity Forum"
        # Nor does the release that could not be withdrawn come back by itself, or by opening the window again.
        trigger(window, "room")
        trigger(window, "room")
        assert words(window) == "High-Level EU Solidarity Forum"
        trigger(window, "release")
        assert words(window) == "High-Level EU Solidarity Forum"
    assert marks(window) == ["release"]

    other = make_window()
    other.show_desk(Desk(ForumFile.open(forum_path, "Ben", read_only=True)))
    other.show()
    trigger(other, "release")
    assert other.statusBar().currentMessage() == READS
    trigger(other, "room")
    assert "24 Member States" in words(other)
    trigger(other, "hide_room")
    assert words(other) == "High-Level EU Solidarity Forum"
    assert marks(other) == ["release"]
    # It follows what the desk that types releases and hides.
    trigger(window, "release")
    other.refresh()
    assert "24 Member States" in words(other)
    trigger(window, "hide_room")
    other.refresh()
    assert words(other) == "High-Level EU Solidarity Forum"
    assert marks(other) == ["release", "release", "withdrawal"]

    part.room._wait()
    assert part.standing == WAITS
    assert window.menus.actions["room"].isChecked()
    monkeypatch.setattr(desk.file, "marks", refuse)
    trigger(window, "release")
    assert "the disk is full" in window.statusBar().currentMessage()
    window.show_desk(None)
    part.release()
    part.hide()
    QCoreApplication.processEvents()
    assert part.standing == ""


def test_nobody_is_shown_anything_when_the_dialog_is_left(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReleaseDialog, "asked", lambda _dialog: None)
    trigger(window, "release")
    part = commands(window)
    assert (marks(window), part._room, part.standing, part.may_close()) == ([], None, "", True)
    part.set_zoom(150)
    # F1 in the room's window opens the manual beside the desk, not on the projector.
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr("desktop_app.views.room.commands.show_help", lambda *told: shown.append(told))
    part.room.help_wanted.emit()
    assert shown == [(window, "negotiation", "The room display")]
    window.capture._forbid = lambda _window, _out: True
    answers = [Released(0, Choice("Pool", (Content.TABLE,)), keep_out=True)]
    monkeypatch.setattr(ReleaseDialog, "asked", lambda _dialog: answers.pop())
    trigger(window, "release")
    assert (window.settings.capture, window.settings.room_contents) == ("yes", ["table"])
    assert part._first_choice(window.desk).contents == (Content.TABLE,)  # type: ignore[arg-type]
    assert record.last_release(window.desk.file).moment.at <= datetime.now(UTC)  # type: ignore[union-attr]
    assert isinstance(window.desk.file, ForumFile)  # type: ignore[union-attr]
