"""What the panels beside the table have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.views.parts import FOCUS_WIDTH, ElidedLabel
from desktop_app.views.theme import Space, Type, theme

Count = tuple[str, str, str]
"""Name of an icon, its colour token, and the number beside it."""


class _Title(ElidedLabel):
    """A title that keeps its counts where its words have no room."""

    counts: tuple[Count, ...] = ()

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Show other counts."""
        self.counts = tuple(counts)
        self.updateGeometry()
        self.update()

    @property
    def shows_counts(self) -> bool:
        """Whether icons with counts stand there, for want of room."""
        return bool(self.counts) and self.text() != self.full_text

    def minimumSizeHint(self) -> QSize:
        """Keep room for the counts."""
        least = super().minimumSizeHint()
        margins = self.contentsMargins()
        return least.expandedTo(QSize(self._places()[-1] + margins.left() + margins.right(), 0))

    def _places(self) -> list[int]:
        """Return where each count begins, and where the last one ends."""
        places, side = [0], self.fontMetrics().ascent()
        for _icon, _tone, number in self.counts:
            places.append(places[-1] + side + Space.XS + self.fontMetrics().horizontalAdvance(number) + Space.S)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or the counts instead."""
        if not self.shows_counts:
            super().paintEvent(event)
            return
        painter, room, side = QPainter(self), self.contentsRect(), self.fontMetrics().ascent()
        painter.setPen(self.colour)
        for (icon, tone, number), place in zip(self.counts, self._places(), strict=False):
            left, top = room.left() + place, room.top() + (room.height() - side) // 2
            theme().icon(icon, theme().colours.named(tone)).paint(painter, left, top, side, side)
            words = room.adjusted(place + side + Space.XS, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), number)
        painter.end()


class TitledPanel(QWidget):
    """A panel under a title, with a frame around it while the keyboard is inside."""

    def __init__(self, title: str) -> None:
        """Make the panel; :meth:`fill` puts its content in."""
        super().__init__()
        self._active = False
        self._title = _Title(title, Type.STRONG, cut=Qt.TextElideMode.ElideRight)
        self._title.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)

    @property
    def title(self) -> str:
        """What stands above the content."""
        return self._title.full_text

    @property
    def title_colour(self) -> QColor:
        """The colour of the title."""
        return self._title.colour

    def set_title(self, title: str, counts: Sequence[Count] = ()) -> None:
        """Show another title.

        Args:
            title: in words.
            counts: what it counts, which is shown instead where the words have no room.
        """
        self._title.show_counts(counts)
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
