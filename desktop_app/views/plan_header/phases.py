"""The phases of the procedure in a row, the one of now marked."""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space, Type, theme

_ARROW: Final = "→"


class PhaseRow(QWidget):
    """Report → Requests → … → Act; in short where there is no room for all."""

    def __init__(self, phases: Iterable[Enum]) -> None:
        """Begin with the first phase.

        Args:
            phases: in their order; the value of each is the word for it.
        """
        super().__init__()
        self._phases = tuple(phases)
        self._phase = self._phases[0]
        self._in_short = False
        self._plain, self._strong = QFont(), QFont()
        self.set_scale(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    @property
    def phase(self) -> Enum:
        """The phase of now."""
        return self._phase

    def show_phase(self, phase: Enum) -> None:
        """Mark another phase."""
        self._phase = phase
        words = tr(
            "Phase {number} of {count}: {value}", number=self._place + 1, count=len(self._phases), value=phase.value
        )
        self.setAccessibleName(shown(words))
        self.setToolTip(f"{shown(words)} ({f' {shown(_ARROW)} '.join(shown(each.value) for each in self._phases)})")
        self.updateGeometry()
        self.update()

    def set_in_short(self, in_short: bool) -> None:
        """Show only the phase of now with its number, or all of them."""
        if in_short != self._in_short:
            self._in_short = in_short
            self.updateGeometry()
            self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._plain, self._strong = theme().font(Type.BODY, scale), theme().font(Type.STRONG, scale)
        self.updateGeometry()

    @property
    def full_width(self) -> int:
        """Room for all phases, pixels."""
        metrics, strong = QFontMetrics(self._plain), QFontMetrics(self._strong)
        words = sum(
            (strong if each is self._phase else metrics).horizontalAdvance(shown(each.value)) + 2 * Space.XS
            for each in self._phases
        )
        return words + (len(self._phases) - 1) * (metrics.horizontalAdvance(_ARROW) + 2 * Space.XS)

    @property
    def short_width(self) -> int:
        """Room for the phase of now, pixels."""
        return QFontMetrics(self._strong).horizontalAdvance(self._short()) + 2 * Space.XS

    def sizeHint(self) -> QSize:
        """Ask for the room it needs."""
        width = self.short_width if self._in_short else self.full_width
        return QSize(width, QFontMetrics(self._strong).height() + Space.XS)

    def minimumSizeHint(self) -> QSize:
        """Be content with the phase of now."""
        return QSize(self.short_width, self.sizeHint().height())

    def _short(self) -> str:
        return f"{self._place + 1}/{len(self._phases)} {shown(self._phase.value)}"

    @property
    def _place(self) -> int:
        return self._phases.index(self._phase)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the phases: what has passed and what comes quiet, the one of now on a ground of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._in_short or self.width() < self.full_width:
            self._word(painter, 0, self._short(), is_now=True)
        else:
            left = 0
            for phase in self._phases:
                left = self._word(painter, left, shown(phase.value), is_now=phase is self._phase)
                if phase is not self._phases[-1]:
                    left = self._arrow(painter, left)
        painter.end()

    def _word(self, painter: QPainter, left: int, word: str, *, is_now: bool) -> int:
        colours = theme().colours
        font = self._strong if is_now else self._plain
        width = QFontMetrics(font).horizontalAdvance(word) + 2 * Space.XS
        place = QRect(left, 0, width, self.height())
        if is_now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), Space.XS, Space.XS)
        painter.setFont(font)
        painter.setPen(colours.on_accent if is_now else colours.muted)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown(word))
        return left + width

    def _arrow(self, painter: QPainter, left: int) -> int:
        painter.setFont(self._plain)
        painter.setPen(theme().colours.muted)
        width = QFontMetrics(self._plain).horizontalAdvance(_ARROW) + 2 * Space.XS
        painter.drawText(QRect(left, 0, width, self.height()), Qt.AlignmentFlag.AlignCenter, _ARROW)
        return left + width
