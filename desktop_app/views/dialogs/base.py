"""What every dialog of the program has: a heading, a body, buttons, and an end that frees it."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type

_Answer = TypeVar("_Answer")


class AskingDialog(QDialog, Generic[_Answer]):
    """A dialog that ends with an answer or with none."""

    def __init__(self, parent: QWidget | None, title: str, accept_text: str) -> None:
        """Make an empty dialog.

        Args:
            parent: the window it belongs to.
            title: of the window.
            accept_text: what the accepting button says, with its mnemonic.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.column.setSpacing(Space.M)
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton(accept_text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        without_icons(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def add_words(self, words: str, role: Type = Type.BODY, tone: str = "text") -> ToneLabel:
        """Add a paragraph that wraps."""
        label = ToneLabel(words, role, tone)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumWidth(420)
        self.column.addWidget(label)
        return label

    def add(self, part: QWidget | QLayout) -> None:
        """Add a widget or a layout below what is there."""
        if isinstance(part, QLayout):
            self.column.addLayout(part)
        else:
            self.column.addWidget(part)

    def finish(self) -> None:
        """Add the buttons below everything."""
        self.column.addSpacing(Space.S)
        self.column.addWidget(self.buttons)

    def answer(self) -> _Answer:
        """Return what the person has chosen."""
        raise NotImplementedError

    def asked(self) -> _Answer | None:
        """Show the dialog, wait for its end, free it, and return the answer (``None``: cancelled)."""
        try:
            return self.answer() if self.exec() else None
        finally:
            self.deleteLater()
