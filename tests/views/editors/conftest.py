"""A window with the panel open, and hands that type into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.forum import StateRecord
from desktop_app.models.forum_file import read_forum
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.editors.pages.base import Page
from desktop_app.views.editors.panel import StatePanel
from desktop_app.views.main_window import MainWindow

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Hands:
    """Types into whatever has the keyboard, and reads the panel and the file."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def panel(self) -> StatePanel:
        return self.window.editors.panel

    @property
    def page(self) -> Page:
        return self.panel.page

    @property
    def here(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        QTest.keyClicks(self.here, text)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.here, key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, modifier=Modifier.ControlModifier)

    def go(self, code: str, column: str = "relocations") -> None:
        self.window.table.go_to(code, column)

    def to(self, name: str) -> None:
        """Go to a field by Tab, as far as it takes."""
        field = self.page.fields[name]
        for _ in range(40):
            if field.isAncestorOf(self.here):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name}")

    def recorded(self, code: str) -> StateRecord:
        desk = self.window.desk
        assert desk is not None
        return read_forum(desk.file.path).state(code)

    @property
    def undo(self) -> str:
        return self.window.menus.actions["undo"].text().replace("\xa0", " ")

    @property
    def effect(self) -> str:
        """What the panel says taking would change, with plain spaces."""
        return self.panel.footer.brief.text.replace("\xa0", " ").replace("\u202f", " ")

    @property
    def notice(self) -> str:
        return self.panel.footer.notice.text()


@pytest.fixture
def hands(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Hands:
    monkeypatch.setattr(Message, "confirm", lambda *_: True)
    return Hands(window)
