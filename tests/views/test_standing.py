"""The window on the past and on scenarios: unmistakably marked, the past untouchable, the record left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.changes import PledgeColumn, RecordPledge, ReplaceForum
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Now, Past
from desktop_app.views.main_window import MainWindow
from desktop_app.views.standing import FRAME, standing_text


def belgium(persons: int) -> RecordPledge:
    return RecordPledge("BE", PledgeColumn.RELOCATIONS, persons)


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """A desk with two pledges, and a scenario that branches after the first."""
    assert window.desk is not None
    for persons in (100, 200):
        window.apply(belgium(persons))
    window.desk.file.branch("Belgium gives more", 2)
    return window.desk


def relocations(desk: Desk) -> int | None:
    return desk.annual_pool.row("BE").pledged_relocations


def press(*keys: str | Qt.Key) -> None:
    for each in keys:
        for key in each if isinstance(each, str) else (each,):
            wanted: Qt.Key = key  # type: ignore[assignment]
            QTest.keyClick(QApplication.focusWidget() or QWidget(), wanted)


def test_the_past_is_shown_marked_and_read_only(window: MainWindow, desk: Desk) -> None:
    assert window.look(lambda each: each.look_at(2))
    assert isinstance(desk.view, Past)
    assert relocations(desk) == 100
    assert window.shown.band.isVisible()
    assert window.shown.band.text.startswith("THE PAST: ")
    assert "entry 2 (Belgium: relocations 100)" in window.shown.band.text
    assert window.shown.band.accessibleName() == standing_text(desk.view)
    assert window.windowTitle().startswith("THE PAST: ")
    assert window.workspace.header.saved_mark.text.startswith("read-only, as of ")
    assert window.shown.frame.column.contentsMargins().left() == FRAME
    for name in ("undo", "redo", "paste", "import", "close_round", "release"):
        assert not window.menus.actions[name].isEnabled() or name == "release"
    seq = desk.file.seq
    assert not desk.apply(belgium(7))
    assert not desk.undo()
    assert not desk.redo()
    assert (desk.file.seq, relocations(desk)) == (seq, 100)


def test_back_to_now_by_the_button_and_by_the_command(window: MainWindow, desk: Desk) -> None:
    window.look(lambda each: each.look_at(1))
    window.menus.actions["back_to_now"].trigger()
    assert isinstance(desk.view, Now)
    assert relocations(desk) == 200
    assert not window.shown.band.isVisible()
    assert not window.menus.actions["back_to_now"].isEnabled()
    window.look(lambda each: each.look_at(1))
    window.shown.band.back_wanted.emit()
    assert isinstance(desk.view, Now)
    assert window.table.isAncestorOf(QApplication.focusWidget() or QWidget())
    assert window.shown.frame.column.contentsMargins().left() == 0
    assert desk.apply(belgium(300))


def test_the_last_entry_is_now(window: MainWindow, desk: Desk) -> None:
    assert window.look(lambda each: each.look_at(desk.file.seq))
    assert isinstance(desk.view, Now)


def test_a_moment_that_is_none_is_said_and_changes_nothing(window: MainWindow, desk: Desk) -> None:
    said: list[str] = []
    desk.unreadable.connect(said.append)
    assert not window.look(lambda each: each.look_at(99))
    assert not window.look(lambda each: each.look_in(99))
    assert isinstance(desk.view, Now)
    assert said[0].startswith("entry 99: the record has entries 1 to 3.")
    assert said[1].startswith("scenario: there is no scenario 99.")


def test_a_scenario_takes_what_is_typed_and_the_record_nothing(window: MainWindow, desk: Desk) -> None:
    before = (desk.file.seq, desk.file.state_hash)
    assert window.look(lambda each: each.look_in(1))
    assert isinstance(desk.view, InScenario)
    assert relocations(desk) == 100
    assert window.shown.band.text.startswith("SCENARIO: Belgium gives more (from entry 2, ")
    assert window.windowTitle().startswith("SCENARIO: ")
    assert window.menus.actions["adopt"].isEnabled()
    window.table.go_to("BE", "relocations")
    window.table.setFocus()
    press("650", Qt.Key.Key_Return)
    assert relocations(desk) == 650
    assert window.menus.actions["undo"].text().endswith("Belgium: relocations 650")
    assert (desk.file.seq, desk.file.state_hash) == before
    window.undo()
    assert relocations(desk) == 100
    window.redo()
    window.back_to_now()
    assert relocations(desk) == 200
    assert (desk.file.seq, desk.file.state_hash) == before
    assert not window.menus.actions["adopt"].isEnabled()


def test_a_scenario_is_there_after_a_restart(window: MainWindow, desk: Desk, forum_path: Path) -> None:
    window.look(lambda each: each.look_in(1))
    desk.apply(belgium(650))
    window.show_desk(None)
    assert not window.shown.band.isVisible()
    window.files.open_path(forum_path)
    assert window.desk is not None
    assert isinstance(window.desk.view, Now)
    assert relocations(window.desk) == 200
    window.look(lambda each: each.look_in(1))
    assert relocations(window.desk) == 650
    assert window.desk.undo()


def test_the_past_may_be_of_another_procedure(window: MainWindow, desk: Desk) -> None:
    rescue = read_document(resource("samples", "search-and-rescue.json").read_bytes())
    assert desk.apply(ReplaceForum(rescue, "a document"))
    window.look(lambda each: each.look_at(2))
    assert window.table.isVisible()
    window.back_to_now()
    assert not window.table.isVisible()
    assert window.workspace.table.isVisible()


def test_a_reading_desk_looks_at_the_past_too(
    make_window: Callable[[], MainWindow], forum_path: Path, messages: list[object]
) -> None:
    with ForumFile.open(forum_path, "Ana Silva") as held:
        held.apply(belgium(100))
        held.apply(belgium(200))
        window = make_window()
        window.resize(1366, 768)
        window.show()
        window.show_desk(Desk(ForumFile.open(forum_path, "Bo Berg", read_only=True)))
        assert window.desk is not None
        assert window.look(lambda each: each.look_at(2))
        assert relocations(window.desk) == 100
        assert not window.banner.isVisible()
        window.back_to_now()
        assert window.banner.isVisible()
    assert not messages
