"""What the panels beside the table have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.views.parts import FOCUS_WIDTH, ElidedLabel
from desktop_app.views.theme import Space, Type, theme


class TitledPanel(QWidget):
    """A panel under a title, with a frame around it while the keyboard is inside."""

    def __init__(self, title: str) -> None:
        """Make the panel; :meth:`fill` puts its content in."""
        super().__init__()
        self._active = False
        self._title = ElidedLabel(title, Type.STRONG, cut=Qt.TextElideMode.ElideRight)
        self._title.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)

    @property
    def title(self) -> str:
        """What stands above the content."""
        return self._title.full_text

    @property
    def title_colour(self) -> QColor:
        """The colour of the title."""
        return self._title.colour

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.set_full_text(title)

    def fill(self, content: QWidget, *beside_title: QWidget) -> None:
        """Put the content under the title, and widgets at the right of it."""
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        for widget in beside_title:
            first.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(FOCUS_WIDTH, FOCUS_WIDTH, FOCUS_WIDTH, FOCUS_WIDTH)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(content, 1)

    def mark_active(self, active: bool) -> None:
        """Show in title and frame whether the keyboard is here."""
        self._title.set_tone("accent" if active else "text")
        self._active = active
        self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._title.set_scale(scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame where the keyboard is inside."""
        super().paintEvent(event)
        if self._active:
            painter = QPainter(self)
            painter.setPen(QPen(theme().colours.accent, FOCUS_WIDTH))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()
