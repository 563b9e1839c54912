"""What dialogs of things that come in have in common: room, a line about refusals, the key that takes all."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from desktop_app.views.dialogs.base import AskingDialog, room_on_screen
from desktop_app.views.language import tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type

if TYPE_CHECKING:
    from desktop_app.calc.changes import Change

_WANTED: Final = QSize(1080, 720)
_LEAST: Final = 220


class StagedDialog(AskingDialog["Change"]):
    """Shows what would be recorded, in tabs; Ctrl+Enter takes it as one step, Esc takes nothing."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        """Make the dialog without its tabs."""
        super().__init__(parent, title, tr("&Take"))
        self._change: Change | None = None
        self.tabs = QTabWidget()
        self.tabs.setMinimumHeight(_LEAST)
        self.refusals = ToneLabel("", Type.BODY, "block")
        self.refusals.setWordWrap(True)
        self.refusals.hide()
        self.add_below(self.refusals)
        for button in self.buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take)
        self.resize(_WANTED.boundedTo(room_on_screen(self)))

    def showEvent(self, event: QShowEvent) -> None:
        """Have no default button: Enter among the cells must not take what somebody has yet to look at."""
        super().showEvent(event)
        # A box of buttons makes the accepting one the default when it is shown.
        self.accept_button.setDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and nothing else; Esc leaves."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()

    def finish(self, change: "Change | None", accept_text: str, refusals: str) -> None:
        """Put the tabs in, and say what the button takes.

        Args:
            change: what would be recorded; ``None`` where nothing would.
            accept_text: what the button says.
            refusals: a line above the buttons; may be empty.
        """
        self.column.addWidget(self.tabs, 1)
        self._change = change
        self.accept_button.setText(accept_text)
        self.accept_button.setEnabled(change is not None)
        self.refusals.setText(refusals)
        self.refusals.setVisible(bool(refusals))

    @property
    def change(self) -> "Change | None":
        """What would be recorded."""
        return self._change

    def answer(self) -> "Change":
        """Return what is recorded; asked only where there is something."""
        if self._change is None:
            message = tr("nothing can be taken")
            raise LookupError(message)
        return self._change

    def _take(self) -> None:
        if self.accept_button.isEnabled():
            self.accept()
