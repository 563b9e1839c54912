"""The tour: six steps through the window, each with a frame around what it tells of."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.help.steps import STEPS, WELCOMES
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, theme

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

_CARD_WIDTH: Final = 380
_FRAME: Final = 3
_VEIL: Final = 110
"""How dark everything else becomes, of 255."""


class Tour(QWidget):
    """A veil over the window with a hole for what is told of, and a card with the words.

    Signals:
        ended(): the last step was left, or the person had enough.
    """

    ended = Signal()

    def __init__(self, window: "MainWindow", *, asks_first: bool = False) -> None:
        """Lay the tour over the window.

        Args:
            window: the main window, with a forum open.
            asks_first: whether the first card only offers the tour.
        """
        super().__init__(window)
        self._window = window
        self._at = -1 if asks_first else 0
        procedure = window.desk.assessment.forum.procedure if window.desk else Procedure.ANNUAL_POOL
        self.steps = STEPS[procedure]
        self.card = _Card(self, len(self.steps), WELCOMES[procedure])
        self.card.back.clicked.connect(lambda: self.go(-1))
        self.card.next.clicked.connect(lambda: self.go(1))
        self.card.end.clicked.connect(self.finish)
        window.installEventFilter(self)
        theme().changed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show()
        self.raise_()
        self._show_step()

    @property
    def at(self) -> int:
        """Number of the step that is shown, from 0; -1 while the tour is only offered."""
        return self._at

    def go(self, step: int) -> None:
        """Go on or back; after the last step the tour is over."""
        self._at += step
        if self._at >= len(self.steps):
            self.finish()
        else:
            self._at = max(0, self._at)
            self._show_step()

    def finish(self) -> None:
        """Take the veil away; the keyboard goes to the table."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self._window.workspace.table.setFocus()
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by arrow keys, end by Esc; nothing else reaches the window below."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.finish()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.go(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp) and self._at > 0:
            self.go(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the veil, its hole, and a frame around that."""
        colours = theme().colours
        veil = QColor(0, 0, 0, _VEIL)
        painter = QPainter(self)
        path = QPainterPath()
        path.addRect(self.rect())
        hole = self._hole()
        if not hole.isNull():
            inside = QPainterPath()
            inside.addRect(hole)
            path = path.subtracted(inside)
        painter.fillPath(path, veil)
        if not hole.isNull():
            painter.setPen(QPen(colours.accent, _FRAME))
            painter.drawRect(hole)
        painter.end()

    def _show_step(self) -> None:
        if self._at >= 0:
            step = self.steps[self._at]
            step.prepare(self._window)
            self.card.tell(step.title, step.words, self._at)
        else:
            self.card.offer()
        self._arrange()
        self.card.next.setFocus()

    def _hole(self) -> QRect:
        if self._at < 0:
            return QRect()
        part = self.steps[self._at].part(self._window)
        corner = part.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, part.size()).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME).intersected(self.rect())

    def _arrange(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(_CARD_WIDTH, self.width() - 2 * Space.L)
        self.card.setFixedWidth(width)
        self.card.setFixedHeight(self.card.heightForWidth(width))
        self.card.move(_beside(self._hole(), self.card.rect().size().width(), self.card.height(), self.rect()))
        self.update()


def _beside(hole: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Return where a card stands beside a hole: below, above, at its side, else in the middle of the window."""
    if hole.isNull():
        return QPoint((room.width() - width) // 2, (room.height() - height) // 2)
    x = max(Space.L, min(hole.center().x() - width // 2, room.width() - width - Space.L))
    below, above = hole.bottom() + Space.L, hole.top() - Space.L - height
    if below + height <= room.height() - Space.L:
        return QPoint(x, below)
    if above >= Space.L:
        return QPoint(x, above)
    return QPoint(x, (room.height() - height) // 2)


class _Card(QWidget):
    """The words of a step, and the buttons."""

    def __init__(self, tour: Tour, steps: int, welcome: str) -> None:
        super().__init__(tour)
        self._steps, self._welcome = steps, welcome
        self._count = ToneLabel("", Type.CAPTION, "muted")
        self._title = ToneLabel("", Type.HEADING)
        self._words = ToneLabel("")
        self._words.setWordWrap(True)
        self.back = QPushButton(tr("&Back"))
        self.next = QPushButton(tr("&Next"))
        self.end = QPushButton(tr("&End the tour"))
        for button in (self.back, self.next, self.end):
            button.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.end)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        for part in (self._count, self._title, self._words):
            column.addWidget(part)
        column.addSpacing(Space.S)
        column.addLayout(buttons)

    def offer(self) -> None:
        """Only ask whether the person wants the tour."""
        self._count.setText(tr("{steps} steps, about two minutes", steps=self._steps))
        self._say(tr("Welcome to Forum Desk"), self._welcome)
        self.back.hide()
        self.next.setText(tr("&Take the tour"))
        self.end.setText(tr("&Not now"))

    def tell(self, title: str, words: str, at: int) -> None:
        """Show a step."""
        self._count.setText(tr("Step {number} of {steps}", number=at + 1, steps=self._steps))
        self._say(title, words)
        self.back.setVisible(at > 0)
        self.next.setText(tr("&Next") if at + 1 < self._steps else tr("&Done"))
        self.end.setText(tr("&End the tour"))
        self.end.setVisible(at + 1 < self._steps)

    def _say(self, title: str, words: str) -> None:
        self._title.setText(shown(title))
        self._words.setText(shown(words))
        self.setAccessibleName(shown(title))
        self.setAccessibleDescription(shown(words))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and its outline."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.raised)
        painter.setPen(QPen(colours.accent, 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Space.S, Space.S)
        painter.end()
