"""The strip above the pools: what is missing, or what an alarm asks for, with the button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.views.forum_editors.buttons import not_by_enter
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme


class Strip(QWidget):
    """An icon, a sentence, a button; hidden where there is nothing to say.

    Signals:
        pressed(): the button.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._scale = "", 1.0
        self._sign = QLabel()
        self.words = ToneLabel("", Type.STRONG)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        not_by_enter(self.button)
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        theme().changed.connect(self._dress)
        self.hide()

    def say(self, words: str, icon: str, button: str) -> None:
        """Show another sentence.

        Args:
            words: what it says; empty to hide the strip.
            icon: name of its sign, which is its colour token too.
            button: what the button says; empty without one.
        """
        self._icon = icon
        self.words.setText(legible(words))
        self.words.set_tone(icon or "text")
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))
        self._dress()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self.words.set_scale(scale)
        self.button.setFont(theme().font(Type.BODY, scale))
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the quiet ground of the sign's colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colours.named(f"{self._icon}_ground"))
        painter.setPen(theme().colours.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def _dress(self) -> None:
        size = round(self.words.fontMetrics().height() * 1.2)
        icon = theme().icon(self._icon, theme().colours.named(self._icon))
        self._sign.setPixmap(icon.pixmap(size, size))
        self.update()
