"""The line that is typed into, and the panel under it that says what was understood."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop_app.views.language import shown
from desktop_app.views.theme import Space, legible, theme
from desktop_app.views.typed_table.drawing import Drawing


class Way(Enum):
    """Where the cursor goes after an entry."""

    STAY = auto()
    DOWN = auto()
    UP = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    PREVIOUS = auto()


_ALWAYS: Final = {
    Qt.Key.Key_Return: Way.DOWN,
    Qt.Key.Key_Enter: Way.DOWN,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Up: Way.UP,
}
_WHEN_TYPED_OVER: Final = {Qt.Key.Key_Left: Way.LEFT, Qt.Key.Key_Right: Way.RIGHT}
_RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEPT_ON_FOCUS_OUT: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class EntryEditor(QLineEdit):
    """The line over a cell.

    Signals:
        finished(Way): the typist is done; the table commits and moves, or keeps the editor open.
        cancelled: the typist takes it back.
        left: the keyboard went elsewhere in the window.
        came_back: the keyboard is here again.
    """

    finished = Signal(object)
    cancelled = Signal()
    left = Signal()
    came_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the line, hidden."""
        super().__init__(parent)
        self.typed_over = False
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Take Tab and Shift+Tab as the end of the entry."""
        self.finished.emit(Way.NEXT if next_ else Way.PREVIOUS)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Enter, Escape and arrows; the rest edits the text."""
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _RETURNS and shift:
            self.finished.emit(Way.UP)
        elif key in _ALWAYS:
            self.finished.emit(_ALWAYS[key])
        elif self.typed_over and not shift and key in _WHEN_TYPED_OVER:
            self.finished.emit(_WHEN_TYPED_OVER[key])
        elif key == Qt.Key.Key_F2:
            self.typed_over = False
        else:
            super().keyPressEvent(event)
        # What the line does not know, such as Shift alone, goes no further: the table would send it back.
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the typist is here."""
        super().focusInEvent(event)
        self.came_back.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stay open behind another window or a menu; else say that the typist went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _KEPT_ON_FOCUS_OUT:
            self.left.emit()


class Tone(Enum):
    """How the panel speaks: icon and colour token."""

    UNDERSTOOD = ("ok", "ok")
    DOUBTFUL = ("warn", "warn")
    UNFINISHED = ("next", "muted")
    REFUSED = ("block", "block")
    HINT = ("info", "info")


class UnderstoodPanel(QWidget):
    """A small panel under the editor: an icon, what was understood, and what it would do."""

    def __init__(self, drawing: Callable[[], Drawing], parent: QWidget) -> None:
        """Make the panel, hidden."""
        super().__init__(parent)
        self._drawing, self._table = drawing, parent
        self._tone = Tone.HINT
        self._said = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._outcome = QLabel(self)
        for label in (self._words, self._outcome):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.M, Space.XS)
        layout.setHorizontalSpacing(Space.S)
        layout.setVerticalSpacing(0)
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._words, 0, 1)
        layout.addWidget(self._outcome, 1, 1)
        layout.setColumnStretch(1, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, as one text."""
        return self._said

    @property
    def tone(self) -> Tone:
        """How it says it."""
        return self._tone

    def say(self, tone: Tone, words: str, outcome: str, anchor: QRect) -> None:
        """Show words next to a cell.

        Args:
            tone: whether they refuse.
            words: what was understood, or why not.
            outcome: what it would do; may be empty.
            anchor: the cell, in the parent's coordinates.
        """
        self._tone = tone
        self._said = " · ".join(shown(each) for each in (words, outcome) if each)
        self._words.setText(legible(words))
        self._outcome.setText(legible(outcome))
        self._outcome.setVisible(bool(outcome))
        self.setAccessibleName(self.text)
        self.dress()
        self.stand_by(anchor)
        self.show()
        self.raise_()

    def dress(self) -> None:
        """Take on the fonts and colours of now."""
        drawing = self._drawing()
        icon, tone = self._tone.value
        self._icon.setPixmap(drawing.pixmap(icon, tone, self.devicePixelRatioF()))
        self._icon.setFixedHeight(drawing.strong.height())
        self._words.setFont(drawing.faces.strong)
        self._outcome.setFont(drawing.faces.body)
        refused = self._tone is Tone.REFUSED
        for label, colour in (
            (self._words, drawing.colours.block if refused else drawing.colours.text),
            (self._outcome, drawing.colours.warn if self._tone is Tone.DOUBTFUL else drawing.colours.muted),
        ):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), colour)
            label.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground and outline in the tone's colours."""
        colours = theme().colours
        outline = colours.named(self._tone.value[1])
        ground = colours.block_ground if self._tone is Tone.REFUSED else colours.raised
        painter = QPainter(self)
        painter.setPen(QPen(outline, 1))
        painter.setBrush(ground)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def stand_by(self, anchor: QRect) -> None:
        """Stand under the cell, or above it where there is no room; never outside the parent.

        Args:
            anchor: the cell, in the parent's coordinates.
        """
        parent = self._table.rect()
        drawing = self._drawing()
        widest = min(parent.width() - 2 * Space.S, round(460 * drawing.scale))
        words = max(
            drawing.strong.horizontalAdvance(self._words.text()),
            drawing.measures.horizontalAdvance(self._outcome.text()),
        )
        around = drawing.icon + 2 * Space.S + Space.M + Space.XS
        width = max(anchor.width(), min(widest, words + around))
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        below = anchor.bottom() + 2
        top = below if below + height <= parent.bottom() else max(parent.top(), anchor.top() - height - 1)
        left = max(parent.left(), min(anchor.right() + 1 - width, parent.right() - width))
        self.setGeometry(left, top, width, height)
