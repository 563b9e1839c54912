"""Small widgets that several windows share: labels in a tone, chips, the bar of the pledges, a flowing row."""

from fractions import Fraction

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop_app.views.theme import Space, Type, legible, theme

MARKED = Fraction(1)
"""The ratio at which a bar is full."""


class ToneLabel(QLabel):
    """A label in one step of the type scale and one colour token, kept through a change of theme."""

    def __init__(self, text: str = "", role: Type = Type.BODY, tone: str = "text") -> None:
        """Make the label; the text is plain, never markup."""
        super().__init__(text)
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
    """A label that gives way: a long text is cut in the middle, and the tooltip shows all of it."""

    def __init__(self, text: str = "", role: Type = Type.BODY, tone: str = "text") -> None:
        """Make the label; it may shrink to a few characters."""
        super().__init__("", role, tone)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_full_text(text)

    @property
    def full_text(self) -> str:
        """The text before it was cut."""
        return self._full

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + Space.HAIR, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with about ten characters."""
        least = self.fontMetrics().averageCharWidth() * min(10, len(self._full))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideMiddle, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class Chip(QWidget):
    """A short word on a quiet ground with an outline: the marking, a status."""

    def __init__(self, *, gives_way: bool = False) -> None:
        """Make an empty chip.

        Args:
            gives_way: whether it may be cut where room is short.
        """
        super().__init__()
        self._text, self._tone, self._ground = "", "muted", "sunken"
        self._gives_way = gives_way
        self.setFont(theme().font(Type.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, tone: str, ground: str) -> None:
        """Show another text in other colours."""
        self._text, self._tone, self._ground = text, tone, ground
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the text and its margins."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2 * Space.S, metrics.height() + Space.XS)

    def minimumSizeHint(self) -> QSize:
        """Be content with a few characters where it gives way."""
        hint = self.sizeHint()
        least = 12 * self.fontMetrics().averageCharWidth() if self._gives_way else hint.width()
        return QSize(min(hint.width(), least), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, outline and text in the colours of now."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.named(self._tone), 1))
        painter.setBrush(colours.named(self._ground))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, Space.XS, Space.XS)
        inside = self.rect().adjusted(Space.S - 1, 0, 1 - Space.S, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


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
        self.setFont(theme().font(role))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

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
        return QSize(metrics.horizontalAdvance(self.text()) + icon + 1, metrics.height() + Space.XS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint icon, text, and where the keyboard is."""
        colours = theme().colours
        colour = colours.named(self._tone)
        painter = QPainter(self)
        inside, size = self.rect(), self.fontMetrics().height()
        if self._icon:
            theme().icon(self._icon, colour).paint(painter, 0, (self.height() - size) // 2, size, size)
            inside.setLeft(size + Space.XS)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.fillRect(0, self.height() - 2, self.width(), 2, colours.accent)
        painter.end()


class FlowLayout(QLayout):
    """A row that goes on in the next line where the window is too narrow, so that nothing overlaps."""

    def __init__(self, parent: QWidget | None = None, gap: int = Space.L, line_gap: int = Space.XS) -> None:
        """Make an empty flow.

        Args:
            parent: the widget laid out.
            gap: room between two neighbours.
            line_gap: room between two lines.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, ``None`` past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, ``None`` past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Expand in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for the least that shows each item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        x, y, line_height = inside.x(), inside.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > inside.x() and x + hint.width() > inside.right() + 1:
                x, y, line_height = inside.x(), y + line_height + self._line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(hint.width(), inside.width()), hint.height())))
            x += hint.width() + self._gap
            line_height = max(line_height, hint.height())
        return y + line_height - rect.y() + self.contentsMargins().bottom()
