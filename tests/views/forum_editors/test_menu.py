"""The way to every editor through the Forum menu, and back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.views.help.pages import Topic
from desktop_app.views.help.window import HelpWindow
from desktop_app.views.main_window import MainWindow


class Modal:
    """Does something with the modal dialog that a command shows, and closes it whatever happens."""

    def __init__(self, does: Callable[[QDialog], object]) -> None:
        self.title = ""
        self._does = does
        QTimer.singleShot(0, self._act)

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self.title = dialog.windowTitle()
        try:
            self._does(dialog)
        finally:
            dialog.reject()


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("reference_numbers", "Reference numbers"),
        ("acts", "Acts and adoption"),
        ("meetings", "Meetings"),
        ("holidays", "Official holidays"),
        ("associated", "Associated states"),
        ("describe", "Title and marking"),
    ],
)
def test_every_editor_is_reached_from_the_forum_menu(window: MainWindow, command: str, title: str) -> None:
    modal = Modal(QDialog.isVisible)
    action = window.menus.actions[command]
    assert action in window.menus.bar["F&orum"].actions()
    action.trigger()
    assert modal.title == title


def test_a_change_taken_in_an_editor_is_shown_in_the_window(window: MainWindow) -> None:
    def take(dialog: QDialog) -> None:
        field = dialog.relocations.input  # type: ignore[attr-defined]  # of the editor of reference numbers
        field.selectAll()
        QTest.keyClicks(field, "30000")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    Modal(take)
    window.menus.actions["reference_numbers"].trigger()
    assert window.desk is not None
    assert window.desk.annual_pool.forum.pool.relocations == 30_000
    window.undo()
    assert window.desk.annual_pool.forum.pool.relocations == 21_000


def test_another_title_stands_in_the_title_bar_at_once(window: MainWindow) -> None:
    def take(dialog: QDialog) -> None:
        field = dialog.title.input  # type: ignore[attr-defined]  # of the editor of title and marking
        field.selectAll()
        QTest.keyClicks(field, "Pool for 2031")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    Modal(take)
    window.menus.actions["describe"].trigger()
    assert window.windowTitle() == "Pool for 2031 – Pool.forum – Forum Desk"
    window.undo()
    assert window.windowTitle().startswith("Annual Solidarity Pool for 2026")


@pytest.mark.parametrize(
    ("command", "heading"),
    [
        ("acts", "Reference numbers, acts, adoption"),
        ("meetings", "Title, meetings, associated states"),
        ("holidays", "Deadlines"),
    ],
)
def test_f1_opens_the_manual_where_it_tells_of_the_editor(window: MainWindow, command: str, heading: str) -> None:
    topics: list[Topic] = []

    def ask(dialog: QDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        page = dialog.findChild(HelpWindow)
        assert page is not None
        assert page.isVisible()
        topics.append(page.topic)
        page.close()

    Modal(ask)
    window.menus.actions[command].trigger()
    assert topics == [Topic("editors", heading)]


def test_the_window_has_the_keyboard_again_after_an_editor(qtbot: QtBot, window: MainWindow) -> None:
    Modal(QDialog.isVisible)
    window.menus.actions["acts"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
