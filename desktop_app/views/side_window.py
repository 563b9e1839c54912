"""A window beside the main one, which stays open: keys that close it, help, and one kind that follows the desk."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.dialogs.help_beside import show_help
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import tr
from desktop_app.views.mnemonics import keep_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk


class SideWindow(QMainWindow):
    """A window of its own that belongs to the main one: Esc, Ctrl+W and the key that opened it close it, F1 helps."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        """Make the window without content; :meth:`finish` puts it in.

        Args:
            parent: the main window.
            title: what is shown.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self._has_place = False
        self.setWindowTitle(tr("{title} – Forum Desk", title=title))

    def finish(self, middle: QWidget, size: QSize, opening_key: str) -> None:
        """Put the content in, as large as the screen lets it be.

        Args:
            middle: the content.
            size: what it would like.
            opening_key: the key of the command that shows the window.
        """
        self.setCentralWidget(middle)
        for keys in ("Esc", "Ctrl+W", opening_key):
            closing = QAction(tr("Close"), self)
            closing.setShortcut(QKeySequence(keys))
            closing.triggered.connect(lambda _checked=False: self.close())
            self.addAction(closing)
        self.resize(size.boundedTo(room_on_screen(self)))

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 opens the manual."""
        if event.key() == Qt.Key.Key_F1:
            show_help(self, *self.help_topic())
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand over the middle of the main window at first; after that, wherever the person has put it."""
        if not event.spontaneous():
            keep_apart(self)
        parent = self.parentWidget()
        if not event.spontaneous() and not self._has_place and parent is not None:
            self._has_place = True
            self.move(_over(parent, self))
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keyboard back to the main window, which some desktops forget."""
        super().closeEvent(event)
        give_keyboard_back(self)


def give_keyboard_back(window: QWidget) -> None:
    """Give the keyboard to the window to which one that closes belongs."""
    parent = window.parentWidget()
    if parent is not None and window.isActiveWindow():
        parent.activateWindow()


def _over(parent: QWidget, window: QWidget) -> QPoint:
    """Return where a window stands over the middle of another one, whole on its screen."""
    room, inside = parent.screen().availableGeometry(), parent.frameGeometry()
    place = inside.center() - QPoint(window.width() // 2, window.height() // 2)
    most = room.bottomRight() - QPoint(window.width(), window.height())
    return QPoint(max(room.left(), min(place.x(), most.x())), max(room.top(), min(place.y(), most.y())))


class FollowingWindow(SideWindow):
    """Words and a list that follow the desk while the window is open; to be printed and copied.

    Signals:
        print_wanted(): the person wants it on paper.
    """

    print_wanted = Signal()
    low: ClassVar[int] = 0
    """Height below which the window says less, so that its list has room, device-independent pixels at 100 %."""

    def __init__(self, parent: QWidget | None, title: str, figures: FigureList, hint: str) -> None:
        """Make what every such window has.

        Args:
            parent: the main window.
            title: what is shown.
            figures: the list.
            hint: which keys there are.
        """
        super().__init__(parent, title)
        self._desk: Desk | None = None
        self._scale = 1.0
        self.list = figures
        self.refusal = ToneLabel("", Type.BODY, "block")
        self.refusal.hide()
        self._labels = [self.refusal, ToneLabel(hint, Type.CAPTION, "muted")]
        self.print_button, self.copy_button, self.close_button = (
            QPushButton(tr("&Print…")),
            QPushButton(tr("Cop&y")),
            QPushButton(tr("Clos&e")),
        )
        self._buttons = [self.print_button, self.copy_button, self.close_button]
        for button in self._buttons:
            button.setAutoDefault(False)
        self.print_button.clicked.connect(lambda _checked=False: self.print_wanted.emit())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self._last = QHBoxLayout()
        self._last.addWidget(self._labels[1], 1)
        for button in self._buttons:
            self._last.addWidget(button)

    def add_labels(self, labels: Iterable[ToneLabel]) -> None:
        """Let labels wrap, and follow the zoom."""
        self._labels += labels
        for label in self._labels:
            label.setWordWrap(True)

    def follow(self, desk: "Desk") -> None:
        """Show the figures of a desk whenever they are others, and what it refuses."""
        if desk is not self._desk:
            self._desk = desk
            desk.assessed.connect(self._show_while_open)
            desk.refused.connect(self._say_refusal)
            desk.failed.connect(self._say_refusal)

    def show_desk(self, desk: "Desk") -> None:
        """Follow a desk: its figures now, and whenever they are others."""
        self.follow(desk)
        self.show_assessment(desk.assessment)
        self.list.setFocus()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the figures of now."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put what is shown on the clipboard."""
        raise NotImplementedError

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in self._labels:
            label.set_scale(scale)
        for button in self._buttons:
            button.setFont(theme().font(Type.BODY, scale))
        self.list.set_scale(scale)
        self._scale = scale
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the list."""
        super().resizeEvent(event)
        self._share_height()

    def say_less(self, less: bool) -> None:
        """Leave words out where the window is low, or show all of them; by default all are shown."""

    def _share_height(self) -> None:
        self.say_less(self.height() < round(self.low * self._scale))

    def _show_while_open(self, assessment: Assessment) -> None:
        if self.isVisible():
            self.show_assessment(assessment)

    def _say_refusal(self, reason: str) -> None:
        self.refusal.setText(legible(reason))
        self.refusal.show()
