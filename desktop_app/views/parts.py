"""Small widgets that several windows share: labels, chips, the bar of the pledges, figures that can be asked about."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from desktop_app.views.language import shown
from desktop_app.views.theme import Space, Type, legible, theme

MARKED = Fraction(1)
"""The ratio at which a bar is full."""
FOCUS_WIDTH = 2
"""Thickness of the frame around what has the keyboard, pixels."""


class ToneLabel(QLabel):
    """A label in one step of the type scale and one colour token, kept through a change of theme."""

    def __init__(self, text: str = "", role: Type = Type.BODY, tone: str = "text") -> None:
        """Make the label; the text is plain, never markup."""
        super().__init__(shown(text))
        self._tone = tone
        self._role = role
        self._scale = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._restyle()
        theme().changed.connect(self._restyle)

    @property
    def colour(self) -> QColor:
        """The colour of the text."""
        return self.palette().color(self.foregroundRole())

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(shown(text))

    def set_tone(self, tone: str) -> None:
        """Show the text in another colour token."""
        if tone != self._tone:
            self._tone = tone
            self._restyle()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self._restyle()

    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme().colours.named(self._tone))
        self.setPalette(palette)
        self.setFont(theme().font(self._role, self._scale))


class ElidedLabel(ToneLabel):
    """A label that gives way: a long text is cut, and the tooltip shows all of it."""

    def __init__(
        self,
        text: str = "",
        role: Type = Type.BODY,
        tone: str = "text",
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        """Make the label; it may shrink to a few characters.

        Args:
            text: what it says.
            role: step of the type scale.
            tone: colour token.
            cut: where a text that is too long is cut.
        """
        super().__init__("", role, tone)
        self._full = ""
        self._cut = cut
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_full_text(text)

    @property
    def full_text(self) -> str:
        """The text before it was cut."""
        return self._full

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.updateGeometry()
        self._elide()

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        text = shown(text)
        if text == self._full:
            return
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        margins = self.contentsMargins().left() + self.contentsMargins().right()
        width = self.fontMetrics().horizontalAdvance(self._full) + Space.HAIR + margins + max(0, self.indent())
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with about ten characters."""
        least = self.fontMetrics().averageCharWidth() * min(10, len(self._full))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._elide()

    def cut_to(self, room: int) -> str:
        """Return what is shown of the text in a room, device-independent pixels."""
        return self.fontMetrics().elidedText(self._full, self._cut, room)

    def _elide(self) -> None:
        room = self.contentsRect().width() - max(0, self.indent())
        cut = self.cut_to(max(room, 0))
        self.setText(cut)
        self.setToolTip(self._full if cut != self._full else "")


class Chip(QWidget):
    """A short word on a quiet ground with an outline: the marking, a status."""

    def __init__(self) -> None:
        """Make an empty chip."""
        super().__init__()
        self._text, self._tone, self._ground = "", "muted", "sunken"
        self.set_scale(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, tone: str, ground: str) -> None:
        """Show another text in other colours."""
        text = shown(text)
        self._text, self._tone, self._ground = text, tone, ground
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(Type.CAPTION, scale))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the text and its margins."""
        return _chip_size(self, self._text)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, outline and text in the colours of now."""
        painter = QPainter(self)
        _paint_chip(painter, self, self._text, (self._tone, self._ground))
        painter.end()


class ChipButton(QAbstractButton):
    """A chip that can be asked to say more, by mouse and keyboard; it is cut where room is short."""

    def __init__(self, tone: str = "info", ground: str = "info_ground") -> None:
        """Make an empty chip in two colour tokens."""
        super().__init__()
        self._colours = tone, ground
        self.set_scale(1.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str, about: str) -> None:
        """Show another text, and ``about`` as its tooltip."""
        text = shown(text)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(shown(about))
        self.updateGeometry()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(Type.CAPTION, scale))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the text and its margins."""
        return _chip_size(self, self.text())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few characters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 12 * self.fontMetrics().averageCharWidth()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it, underlined under the mouse, with a frame where the keyboard is."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        _paint_chip(painter, self, self.text(), self._colours)
        if self.hasFocus():
            painter.setPen(QPen(theme().colours.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Space.XS, Space.XS)
        painter.end()


def _chip_size(chip: QWidget, text: str) -> QSize:
    metrics = chip.fontMetrics()
    return QSize(metrics.horizontalAdvance(text) + 2 * Space.S, metrics.height() + Space.XS)


def _paint_chip(painter: QPainter, chip: QWidget, text: str, tokens: tuple[str, str]) -> None:
    tone, ground = (theme().colours.named(token) for token in tokens)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tone, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(chip.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Space.XS, Space.XS)
    inside = chip.rect().adjusted(Space.S - 1, 0, 1 - Space.S, 0)
    cut = chip.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, cut)


class Bar(QWidget):
    """A painted bar from nothing to the whole; the number always stands beside it."""

    def __init__(self) -> None:
        """Make an empty bar."""
        super().__init__()
        self._ratio: Fraction | None = None
        self.setFixedHeight(10)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ratio(self, ratio: Fraction | None) -> None:
        """Fill the bar to ``ratio`` (1 = full, more stays full); ``None`` greys it out."""
        self._ratio = ratio
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for enough to be read."""
        return QSize(120, 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint track and filling."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(frame, 3, 3)
        if self._ratio is None:
            painter.fillRect(frame.adjusted(2, 2, -2, -2), colours.line)
        elif self._ratio > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.ok if self._ratio >= MARKED else colours.accent)
            inside = frame.adjusted(1, 1, -1, -1)
            # Tenths of a percent are finer than a pixel: an int keeps the exact ratio out of a float until here.
            inside.setWidth(inside.width() * int(min(self._ratio, MARKED) * 1000) / 1000)
            painter.drawRoundedRect(inside, 2, 2)
        painter.end()


class FigureButton(QAbstractButton):
    """A figure that can be asked "why?": text with an icon, underlined under the mouse, reachable by keyboard."""

    def __init__(self, role: Type = Type.STRONG) -> None:
        """Make the button with an empty text."""
        super().__init__()
        self._tone = "text"
        self._icon = ""
        self._role = role
        self.set_scale(1.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFont(theme().font(self._role, scale))
        self.updateGeometry()

    def say(self, text: str, tone: str = "text", icon: str = "") -> None:
        """Show ``text`` in a colour token, with an icon of that token where one is named."""
        text = legible(text)
        if (text, tone, icon) != (self.text(), self._tone, self._icon):
            self._tone, self._icon = tone, icon
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for icon and text."""
        metrics = self.fontMetrics()
        icon = metrics.height() + Space.XS if self._icon else 0
        return QSize(metrics.horizontalAdvance(self.text()) + icon + 1 + 2 * Space.XS, metrics.height() + Space.XS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint icon, text, and where the keyboard is."""
        colours = theme().colours
        colour = colours.named(self._tone)
        painter = QPainter(self)
        inside, size = self.rect().adjusted(Space.XS, 0, -Space.XS, 0), self.fontMetrics().height()
        if self._icon:
            theme().icon(self._icon, colour).paint(painter, Space.XS, (self.height() - size) // 2, size, size)
            inside.setLeft(size + 2 * Space.XS)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
