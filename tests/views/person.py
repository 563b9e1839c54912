"""A person at the desk, who has a keyboard and nothing else; what stands on screen is read as a screen reader says it.

Each key goes to the widget that has the keyboard, as a keyboard delivers it, so that shortcuts count only where they
are heard. Dialogs are answered by keys too, once they are there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QKeyCombination, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

_PATIENCE_MS = 5000
_MOST_STOPS = 30
_GLANCE_MS = 5


class Person:
    """Works at whatever window has the keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        """Sit down where a window is on screen."""
        self._qtbot = qtbot
        QCoreApplication.processEvents()

    # ------------------------------------------------------------------------------------------------------------ hands

    def press(self, *keys: str) -> None:
        """Press keys and shortcuts one after the other, such as ``"Return"`` and ``"Ctrl+F6"``."""
        for each in keys:
            combination: QKeyCombination = QKeySequence(each)[0]  # type: ignore[index]  # the stubs know no such thing
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            # Another window may have come up, or gone.
            QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Type characters, each to what has the keyboard by then."""
        for character in text:
            # QTest takes characters and keys, its stubs only keys.
            QTest.keyClick(self.focus, character)  # type: ignore[call-overload]

    def tab_to(self, name: str) -> None:
        """Press Tab until what is called so has the keyboard."""
        passed: list[str] = []
        while self.focus.accessibleName() != name:
            passed.append(self.focus.accessibleName())
            assert len(passed) < _MOST_STOPS, f"Tab never stops at {name}, only at {passed}"
            self.press("Tab")

    def enter(self, text: str, *, then: str = "Return") -> None:
        """Type a text and end it."""
        self.type(text)
        self.press(then)

    def scenario(self, name: str) -> None:
        """Branch a scenario from what is shown."""

        def name_it(_dialog: QDialog) -> None:
            self.type(name)
            self.press("Ctrl+Return")

        with self.answering(name_it):
            self.press("Ctrl+F3")

    def wait(self, until: Callable[[], object]) -> None:
        """Wait for what comes a moment later."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=_PATIENCE_MS)

    @contextmanager
    def answering(self, does: "Callable[[Any], object]") -> Iterator[None]:
        """Answer the dialog that comes up next: ``does`` gets it, presses keys in it, and the last one closes it."""
        met: list[AssertionError | None] = []
        waiting = QTimer()

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
                return
            waiting.stop()
            try:
                does(dialog)
                assert not dialog.isVisible(), f"the last key left the dialog open: {dialog.windowTitle()}"
                met.append(None)
            except AssertionError as failure:
                met.append(failure)
                # The test fails instead of waiting for a person.
                dialog.done(0)

        waiting.timeout.connect(answer)
        waiting.start(_GLANCE_MS)
        try:
            yield
            # A button that is pressed by its letter is seen to go down first.
            self.wait(lambda: met)
        finally:
            waiting.stop()
        if met[0] is not None:
            raise met[0]

    # ------------------------------------------------------------------------------------------------------------- eyes

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        if QApplication.focusWidget() is None:
            # A window has closed: the one below it gets the keyboard a moment later.
            QCoreApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        return widget

    @property
    def at(self) -> str:
        """Title of the window that has the keyboard."""
        window = QApplication.activeWindow()
        assert window is not None, "no window has the keyboard"
        return plain(window.windowTitle())

    @property
    def hears(self) -> str:
        """What a screen reader says of the cell that has the keyboard."""
        view = self.focus
        assert isinstance(view, QAbstractItemView), view
        return spoken(view.currentIndex())


def spoken(index: QModelIndex) -> str:
    """Return what a screen reader says of a cell."""
    return plain(index.data(Qt.ItemDataRole.AccessibleTextRole))


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
