"""The slider of the time bar: a line over all entries, with the rounds that were closed and the meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QToolTip, QWidget

from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, theme

_GROOVE: Final = 4
_HANDLE: Final = 8
"""Half the width of the handle, pixels."""
_NEAR: Final = 5
"""Distance in pixels at which the mouse is on a tick."""
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_BACK: Final = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Down))
_FORTH: Final = frozenset((Qt.Key.Key_Right, Qt.Key.Key_Up))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the line.

    Attributes:
        seq: number of the entry.
        label: what stands under it, a few letters.
        name: what it is, in words.
        is_meeting: whether a meeting begins there; else a round was closed there.
    """

    seq: int
    label: str
    name: str
    is_meeting: bool


class Track(QSlider):
    """A slider over the entries of the record; arrows move by one, with Ctrl, and Page keys, to the next tick.

    Signals:
        left: Esc: the person wants to leave the past.
        typed(str): a digit, which begins the number of an entry or a time.
    """

    left = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a line with one entry."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ticks: tuple[Tick, ...] = ()
        self.setRange(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(120)
        self.set_scale(1.0)
        theme().changed.connect(self.update)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The closed rounds and meetings, in order."""
        return self._ticks

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show other ticks."""
        self._ticks = tuple(sorted(ticks, key=lambda tick: tick.seq))
        self.update()

    def put(self, value: int, last: int) -> None:
        """Show a place among so many entries; nobody is told."""
        blocked = self.blockSignals(True)
        self.setRange(1, max(1, last))
        self.setValue(value)
        self.blockSignals(blocked)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(Type.CAPTION, scale))
        self.updateGeometry()

    def step(self, by: int) -> None:
        """Go some ticks forth or back; the first and the last entry count as ticks."""
        here = self.value()
        places = sorted({self.minimum(), self.maximum(), *(tick.seq for tick in self._ticks)})
        beyond = [place for place in places if (place > here if by > 0 else place < here)]
        if beyond:
            self.setValue(beyond[0] if by > 0 else beyond[-1])

    # ------------------------------------------------------------------------------------------------------ by hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by one entry, with Ctrl and Page keys by one round; Home, End, Esc; a digit begins a number."""
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _BACK or key in _FORTH:
            by = -1 if key in _BACK else 1
            if control:
                self.step(by)
            else:
                self.setValue(self.value() + by)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setValue(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isdigit() and not control:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone where the bar has not the keyboard: nobody gets into the past by scrolling over it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is, to the very tick where one is near."""
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self.setSliderDown(True)
            near = self._tick_at(event.position().toPoint())
            self.setValue(near.seq if near else self._value_at(event.position().x()))
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        """Name the tick under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = self._tick_at(event.pos())
            QToolTip.showText(event.globalPos(), near.name if near else self.toolTip(), self)
            return True
        return super().event(event)

    # -------------------------------------------------------------------------------------------------------- looks

    def sizeHint(self) -> QSize:
        """Ask for a line with labels under it."""
        return QSize(400, 2 * _HANDLE + self.fontMetrics().height() + Space.XS)

    def minimumSizeHint(self) -> QSize:
        """Never be cut in height."""
        return QSize(self.minimumWidth(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint line, ticks with their labels, and the handle."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = _HANDLE + 0.5, self._x_of(self.value())
        line = QRectF(_HANDLE, middle - _GROOVE / 2, self._room(), _GROOVE)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.sunken)
        painter.drawRoundedRect(line, _GROOVE / 2, _GROOVE / 2)
        if self.isEnabled():
            passed = QRectF(line)
            passed.setRight(max(line.left() + 1, here))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(passed, _GROOVE / 2, _GROOVE / 2)
        self._paint_ticks(painter, middle)
        self._paint_handle(painter, here, middle)
        painter.end()

    def _paint_ticks(self, painter: QPainter, middle: float) -> None:
        colours = theme().colours
        for tick in self._ticks:
            x = self._x_of(tick.seq)
            if tick.is_meeting:
                # A meeting is a line through, a round a diamond: told apart without colour.
                painter.setPen(QPen(colours.text, 2))
                painter.drawLine(QPointF(x, middle - _HANDLE + 1), QPointF(x, middle + _HANDLE))
            else:
                half = _HANDLE - 2
                painter.setPen(QPen(colours.text, 1))
                painter.setBrush(colours.raised)
                corners = [(x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setFont(self.font())
        painter.setPen(colours.muted)
        for label, left, _right in self._labels():
            painter.drawText(left, 2 * _HANDLE + Space.HAIR + self.fontMetrics().ascent(), label)

    def _labels(self) -> list[tuple[str, int, int]]:
        """Return the labels that have room, with their left and right ends; those of meetings come first."""
        placed: list[tuple[str, int, int]] = []
        for tick in sorted(self._ticks, key=lambda tick: not tick.is_meeting):
            width = self.fontMetrics().horizontalAdvance(tick.label)
            ideal = round(self._x_of(tick.seq)) - width // 2
            left = max(int(Space.XS), min(ideal, self.width() - width - Space.XS))
            right = left + width
            if all(right + Space.S <= begin or left >= end + Space.S for _label, begin, end in placed):
                placed.append((tick.label, left, right))
        return placed

    def _paint_handle(self, painter: QPainter, x: float, middle: float) -> None:
        colours = theme().colours
        enabled = self.isEnabled()
        painter.setPen(QPen(colours.on_accent if enabled else colours.border, 1))
        painter.setBrush(colours.accent if enabled else colours.sunken)
        painter.drawEllipse(QPointF(x, middle), _HANDLE - 1.5, _HANDLE - 1.5)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _room(self) -> int:
        return max(1, self.width() - 2 * _HANDLE)

    def _x_of(self, value: int) -> float:
        place = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, self._room())
        # One entry alone is now, and now is at the right.
        return _HANDLE + (place if self.maximum() > self.minimum() else self._room())

    def _value_at(self, x: float) -> int:
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), round(x) - _HANDLE, self._room())

    def _tick_at(self, place: QPoint) -> Tick | None:
        near = min(self._ticks, key=lambda tick: abs(self._x_of(tick.seq) - place.x()), default=None)
        return near if near is not None and abs(self._x_of(near.seq) - place.x()) <= _NEAR else None
