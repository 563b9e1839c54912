"""The robot of the kill test: it types a negotiation into the real window, by keys alone, until it is killed.

Pledges as they are announced, corrections, undo and redo, rounds closed, scenarios made, typed into and adopted,
moments of the past looked at, releases to the room. Whatever dialog stands open is answered.
"""

import os
import random
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop_app.calc.member_states import BOUND, name_of
from desktop_app.places import Places
from desktop_app.views.application import make_application
from desktop_app.views.desk_views import InScenario, Now
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings

AMOUNTS: Final = ("120", "+20", "1.2m", "50%", "rest", "-", "0", "3500")
TRIES: Final = 4
"""How often a dialog is asked to accept what stands in it before it is left."""


class Robot:
    """Types into one window; says each tick that the window shows."""

    def __init__(self, window: MainWindow, chance: random.Random, say: Callable[[str], None]) -> None:
        """Tie the robot to a window with a forum open."""
        self._window, self._chance, self._say = window, chance, say
        assert window.desk is not None  # noqa: S101 - the forum was opened
        self._desk = window.desk
        self._record = self._desk.file.seq
        self._answers = 0
        self._names = 0
        # After the window's own: what is said was shown.
        self._desk.saved.connect(self._ticked)
        self._answering = QTimer(window)
        self._answering.timeout.connect(self._answer)
        self._answering.start(5)

    def step(self) -> None:
        """Do one thing, unless a dialog stands open."""
        if QApplication.activeModalWidget() is not None:
            return
        view = self._desk.view
        if not isinstance(view, Now) and self._chance.random() < 0.25:
            self._keys("Shift+F9" if isinstance(view, InScenario) and self._chance.random() < 0.5 else "Ctrl+F8")
            return
        doing = self._chance.choices(
            (self._pledge, self._undo, self._redo, self._round, self._scenario, self._release, self._past),
            (70, 8, 5, 4, 4, 5, 4),
        )[0]
        doing()

    def _pledge(self) -> None:
        table = self._window.workspace.table
        table.go_to(self._chance.choice(BOUND), self._chance.choice(("relocations", "financial")))
        table.setFocus()
        for key in self._chance.choice(AMOUNTS):
            self._key(key)
        self._key(Qt.Key.Key_Return)
        self._key(Qt.Key.Key_Escape)

    def _undo(self) -> None:
        self._keys("Ctrl+Z")

    def _redo(self) -> None:
        self._keys("Ctrl+Y")

    def _round(self) -> None:
        self._keys("Ctrl+F6")

    def _scenario(self) -> None:
        self._keys("Ctrl+F3")

    def _release(self) -> None:
        self._keys("F11")

    def _past(self) -> None:
        seq = self._chance.randrange(1, self._desk.file.seq + 1)
        self._window.look(lambda desk: desk.look_at(seq))

    def _key(self, key: "str | Qt.Key") -> None:
        target = QApplication.focusWidget() or self._window
        QTest.keyClick(target, key)  # type: ignore[arg-type]  # QTest takes characters and keys, its stubs only keys

    def _keys(self, keys: str) -> None:
        """Trigger what a shortcut triggers; the platform without a screen delivers none by itself."""
        wanted = QKeySequence(keys)
        for action in self._window.menus.actions.values():
            if wanted in action.shortcuts() and action.isEnabled() and action.isVisible():
                action.trigger()

    def _answer(self) -> None:
        """Accept the dialog that stands open; leave it where it will not be accepted."""
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            self._answers = 0
            return
        self._answers += 1
        for field in dialog.findChildren(QLineEdit):
            if field.isVisible() and field.isEnabled() and not field.text():
                self._names += 1
                QTest.keyClicks(field, f"{name_of(self._chance.choice(BOUND))} {os.getpid()}-{self._names}")
        if self._answers <= TRIES:
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        elif isinstance(dialog, QDialog):
            dialog.reject()
        else:
            close(dialog)

    def _ticked(self, _when: object) -> None:
        shown = self._window.workspace.header.saved_mark.text
        if "saved" not in shown:
            return
        if self._desk.file.seq != self._record:
            self._record = self._desk.file.seq
            self._say(f"- {self._record} {self._desk.file.state_hash}")
        elif isinstance(self._desk.view, InScenario):
            line = self._desk.view.scenario.id
            self._say(f"{line} {self._desk.shown.seq} {self._desk.shown.state_hash}")


def close(widget: QWidget) -> None:
    """Close a window that is no dialog."""
    widget.close()


def fall(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say what went wrong in the program, and end: a fault that is passed over would test nothing."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def live_in_window(path: Path, chance: random.Random) -> None:
    """Open a forum in the window and negotiate until killed."""
    from build.kill_test import say

    sys.excepthook = fall
    application = make_application(sys.argv[:1])
    settings = Settings(operator=f"robot {os.getpid()}")
    window = MainWindow(settings, Places(path.with_suffix(".json"), path.parent / "Forums"))
    window.files.open_path(path)
    window.show()
    window.activateWindow()
    robot = Robot(window, chance, say)
    going = QTimer(window)
    going.timeout.connect(robot.step)
    going.start(0)
    application.exec()
