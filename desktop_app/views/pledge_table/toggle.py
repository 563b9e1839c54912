"""A word that is on or off: a chip with a tick, so that colour is never the only sign."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.views.language import shown
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, theme


class ToggleChip(QAbstractButton):
    """A chip that Space or a click turns on and off; room for the tick is kept while it is off."""

    def __init__(self, word: str, about: str) -> None:
        """Make the chip, off.

        Args:
            word: what it says.
            about: its tooltip, also spoken.
        """
        super().__init__()
        self.setText(shown(word))
        self.setAccessibleName(shown(word))
        self.setAccessibleDescription(shown(about))
        self.setToolTip(shown(about))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)
        theme().changed.connect(self.update)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(Type.BODY, scale))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for tick and word."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text()) + self._tick + Space.XS + 2 * Space.S, metrics.height() + Space.S
        )

    @property
    def _tick(self) -> int:
        return self.fontMetrics().ascent()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, outline, tick, word, and where the keyboard is."""
        colours = theme().colours
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if on or self.hasFocus() else colours.border, FOCUS_WIDTH if on else 1))
        painter.setBrush(colours.selection if on else colours.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Space.XS, Space.XS)
        side = self._tick - 2
        box = QRectF(Space.S + 0.5, (self.height() - side) / 2 + 0.5, side, side)
        painter.setPen(QPen(colours.text if on else colours.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        if on:
            unit, middle = self._tick / 8, self.height() / 2
            tick = [(1.5, 0.0), (3.2, 1.8), (6.8, -2.2)]
            painter.setPen(QPen(colours.text, max(1.5, unit)))
            painter.drawPolyline([QPointF(Space.S + x * unit, middle + y * unit) for x, y in tick])
        words = self.rect().adjusted(Space.S + self._tick + Space.XS, 0, -Space.S, 0)
        painter.setPen(colours.text)
        painter.setFont(self.font())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(4, 4, -5, -5))
        painter.end()
