"""The band above the header that says something lasting: another desk types, the file is not writable."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.views.language import shown
from desktop_app.views.parts import ElidedLabel, ToneLabel
from desktop_app.views.theme import Space, Type, theme


class Banner(QWidget):
    """One line on a coloured ground with its buttons; hidden while there is nothing to say."""

    def __init__(self, icon: str = "lock") -> None:
        """Make a hidden band.

        Args:
            icon: name of the icon at its left.
        """
        super().__init__()
        self._icon_name = icon
        self._icon = ToneLabel()
        self._text = ElidedLabel("", Type.STRONG)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._row.setSpacing(Space.S)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        theme().changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.full_text

    def say(self, text: str) -> None:
        """Show the band."""
        self._text.set_full_text(text)
        self.show()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._text.set_scale(scale)
        for button in self._buttons:
            button.setFont(theme().font(Type.BODY, scale))
        self._restyle()

    def add_button(self, text: str, does: Callable[[], object]) -> QPushButton:
        """Add a button on the right."""
        button = QPushButton(shown(text))
        button.clicked.connect(lambda _checked=False: does())
        self._row.addWidget(button)
        self._buttons.append(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colours.warn_ground)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colours.warn)
        painter.end()

    def _restyle(self) -> None:
        size = self._text.fontMetrics().height()
        self._icon.setPixmap(theme().icon(self._icon_name, theme().colours.warn).pixmap(size, size))
