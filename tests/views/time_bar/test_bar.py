"""The time bar over a real file: every step shows its moment, read-only, and the keyboard stays in the bar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk_views import InScenario, Now, Past
from desktop_app.views.main_window import MainWindow
from desktop_app.views.time_bar import TimeBar

WRITING = ("close_round", "paste", "acknowledge", "import", "restore", "undo", "redo")


@pytest.fixture
def forum_path(tmp_path: Path, sample: Forum) -> Path:
    """Entries 2 to 5 and 7 are Belgium's relocations 2 to 5 and 7; 6 closes a round."""
    path = tmp_path / "Pool.forum"
    with ForumFile.create(path, sample, "Ana Silva") as file:
        for persons in (2, 3, 4, 5):
            file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, persons))
        file.mark(MarkKind.ROUND, "Before lunch", {"round": 1})
        file.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 7))
        file.branch("Half", 3)
    return path


@pytest.fixture
def bar(window: MainWindow, qtbot: QtBot) -> TimeBar:
    window.menus.actions["time_bar"].trigger()
    found = window.findChild(TimeBar)
    assert isinstance(found, TimeBar)
    qtbot.waitUntil(found.track.hasFocus)
    return found


def shows(window: MainWindow, seq: int, relocations: Recorded[int]) -> Callable[[], None]:
    """Return what asserts that a moment is shown with its figures."""

    def check() -> None:
        assert window.desk is not None
        assert isinstance(window.desk.view, Past)
        assert window.desk.view.moment.seq == seq
        belgium = next(row for row in window.desk.assessment.forum.states if row.code == "BE")
        assert belgium.pledge.relocations == relocations

    return check


def test_it_is_in_one_language(window: MainWindow, bar: TimeBar, speak: Callable[[str], None]) -> None:
    speak("de")
    again = TimeBar(window)
    again.show_desk(window.desk)
    assert again.words.full_text.startswith("Jetzt: Tagung 2, Runde\u00a02 · Eintrag 7 von 7 · ")
    assert [tick.label for tick in again.track.ticks] == ["Tagung 2", "R1"]
    again.deleteLater()


def test_keys_step_through_the_record_and_stay_in_the_bar(window: MainWindow, bar: TimeBar, qtbot: QtBot) -> None:
    assert bar.words.full_text.startswith("Now: meeting 2, round\u00a02 · entry 7 of 7 · ")
    assert [(tick.seq, tick.label, tick.is_meeting) for tick in bar.track.ticks] == [
        (1, "meeting 2", True),
        (6, "R1", False),
    ]
    QTest.keyClick(bar.track, Qt.Key.Key_PageUp)
    qtbot.waitUntil(shows(window, 6, 5))
    QTest.keyClick(bar.track, Qt.Key.Key_Left)
    QTest.keyClick(bar.track, Qt.Key.Key_Left)
    qtbot.waitUntil(shows(window, 4, 4))
    assert bar.track.hasFocus()
    assert "entry 4 of 7" in bar.words.full_text
    assert bar.words.full_text.endswith("Belgium: relocations 4 · Ana Silva")
    # What a screen reader says of the slider is the moment, not a bare number.
    assert bar.track.accessibleName() == f"Time bar: {bar.words.full_text}"
    assert "▸ meeting 2 (resumed), round\u00a01, " in window.header.heading
    QTest.keyClick(bar.track, Qt.Key.Key_Home)
    qtbot.waitUntil(shows(window, 1, ABSENT))
    QTest.keyClick(bar.track, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(shows(window, 6, 5))
    QTest.keyClick(bar.track, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.desk is not None and isinstance(window.desk.view, Now))
    assert bar.track.hasFocus()
    # The entry before is the one that closed round 1: what stands now belongs to the next.
    assert "▸ meeting 2 (resumed), round\u00a02, " in window.header.heading


def test_the_past_takes_no_writing_and_prints_and_copies_its_own_figures(
    window: MainWindow, bar: TimeBar, qtbot: QtBot
) -> None:
    QTest.keyClick(bar.track, Qt.Key.Key_3)
    assert bar.place.hasFocus()
    QTest.keyClick(bar.place, Qt.Key.Key_Return)
    qtbot.waitUntil(shows(window, 3, 3))
    assert bar.track.hasFocus()
    assert not [name for name in WRITING if window.menus.actions[name].isEnabled()]
    assert all(window.menus.actions[name].isEnabled() for name in ("copy", "export", "print_table", "preview", "find"))
    window.table.go_to("BE", "relocations")
    window.table.copy(with_headers=False)
    assert QApplication.clipboard().text() == "3"
    # Another operator, and the same file once more, while the past is shown.
    window.files.open_path(window.desk.file.path)  # type: ignore[union-attr]  # it is there
    shows(window, 3, 3)()
    window.files.change_operator("Ben Maes")
    assert window.desk is not None
    assert window.desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 8))
    assert (window.desk.file.now().operator, bar.track.maximum(), bar.track.value()) == ("Ben Maes", 8, 8)


def test_what_was_typed_is_read_or_refused_in_one_line(window: MainWindow, bar: TimeBar) -> None:
    QTest.keyClicks(bar.place, "1 Jan 2020")
    QTest.keyClick(bar.place, Qt.Key.Key_Return)
    assert bar.words.full_text.startswith("The record begins later, at ")
    QTest.keyClicks(bar.place, "99")
    QTest.keyClick(bar.place, Qt.Key.Key_Return)
    assert bar.words.full_text == "The record has entries 1 to 7."
    assert window.desk is not None
    assert isinstance(window.desk.view, Now)
    QTest.keyClick(bar.place, Qt.Key.Key_Escape)
    assert not bar.place.hasFocus()
    assert not bar.track.hasFocus()
    # From the table, Shift+F6 comes to the bar; its key puts it away and gives the keyboard back to the table.
    window.menus.actions["previous_panel"].trigger()
    assert bar.track.hasFocus()
    window.menus.actions["time_bar"].trigger()
    assert bar.isHidden()
    assert window.table.isAncestorOf(window.focusWidget())


def test_only_the_newest_place_of_a_drag_is_loaded(
    window: MainWindow, bar: TimeBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    assert desk is not None
    loaded: list[int] = []
    forum_at = desk.file.forum_at

    def counted(seq: int) -> Forum:
        loaded.append(seq)
        return forum_at(seq)

    monkeypatch.setattr(desk.file, "forum_at", counted)
    middle = bar.track.height() // 4
    QTest.mousePress(bar.track, Qt.MouseButton.LeftButton, pos=QPoint(bar.track.width() - 9, middle))
    for part in (9, 7, 5, 3):
        QTest.mouseMove(bar.track, QPoint(bar.track.width() * part // 10, middle))
    QTest.mouseRelease(bar.track, Qt.MouseButton.LeftButton, pos=QPoint(bar.track.width() // 3, middle))
    qtbot.waitUntil(lambda: bool(loaded))
    assert loaded == [bar.track.value()]
    assert loaded[0] < 5


def test_a_scenario_shows_the_record_and_moving_leaves_it(window: MainWindow, bar: TimeBar, qtbot: QtBot) -> None:
    assert window.look(lambda desk: desk.look_in(1))
    assert bar.words.full_text == (
        "The record, not the scenario: it has 7 entries; “Half” branched from entry 3. "
        "Moving the bar leaves the scenario."
    )
    assert bar.track.value() == 3
    desk = window.desk
    assert desk is not None
    assert isinstance(desk.view, InScenario)
    assert desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 50))
    assert (desk.file.seq, bar.track.value()) == (7, 3)
    bar.track.setFocus()
    QTest.keyClick(bar.track, Qt.Key.Key_Right)
    qtbot.waitUntil(shows(window, 4, 4))
    QTest.keyClick(bar.track, Qt.Key.Key_Escape)
    assert isinstance(desk.view, Now)


def test_a_record_of_one_entry_has_no_past_yet(window: MainWindow, bar: TimeBar, tmp_path: Path, sample: Forum) -> None:
    path = tmp_path / "New.forum"
    ForumFile.create(path, sample, "Ana Silva").close()
    window.files.open_path(path)
    assert bar.words.full_text == "The record has one entry: there is no past to go to yet."
    assert not bar.track.isEnabled()
    assert window.desk is not None
    assert window.desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 1))
    assert bar.track.isEnabled()
    assert bar.track.maximum() == 2
