"""The window of the room display: full screen on the projector where there is one, never by itself on the laptop."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QHideEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.calc.room import RoomSheet
from desktop_app.views.capture import SHOWN_TO_THE_ROOM
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.mnemonics import tell_actions_apart
from desktop_app.views.room.projector import Screens
from desktop_app.views.room.screen import RoomScreen
from desktop_app.views.settings import Settings
from desktop_app.views.zoom import larger, smaller

TITLE: Final = marked("Room display – Forum Desk")
_FIRST_SIZE: Final = QSize(960, 600)
_TURNS_EVERY: Final = 15_000
"""How long a page stands before the next one comes by itself, milliseconds."""


class RoomWindow(QWidget):
    """What the projector shows; it is given sheets and knows nothing of the forum.

    Signals:
        hiding_wanted: F12 was pressed here.
        help_wanted: F1 was pressed here.
        shown_or_hidden: it came up, went, or waits for a projector.
        chosen: zoom or colours are others now.
    """

    hiding_wanted = Signal()
    help_wanted = Signal()
    shown_or_hidden = Signal()
    chosen = Signal()

    def __init__(self, name: str, screens: Screens, settings: Settings) -> None:
        """Make a window that shows nothing.

        Args:
            name: what stands there while nothing is shown.
            screens: of the machine.
            settings: remembers zoom and colours.
        """
        # Without a parent: it neither goes with the desk into the task bar nor stays above it.
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setProperty(SHOWN_TO_THE_ROOM, True)
        self.setWindowTitle(shown(TITLE))
        self.setAccessibleName(tr("Room display: what the room sees"))
        self._screens, self._settings = screens, settings
        self._desk: QWidget | None = None
        self._projector: QScreen | None = None
        self._is_waiting = False
        self._follows = True
        self.surface = RoomScreen(name)
        self.surface.set_zoom(settings.room_zoom)
        self.surface.set_dark(dark=settings.room_dark)
        self.surface.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.surface)
        self._turning = QTimer(self)
        self._turning.setInterval(_TURNS_EVERY)
        self._turning.timeout.connect(self._turn_by_itself)
        self._turns = True
        self.surface.turned.connect(self._time_turning)
        self._put_keys()
        screens.added.connect(self._screen_added)
        screens.removed.connect(self._screen_removed)
        self.resize(_FIRST_SIZE)

    # --------------------------------------------------------------------------------------------------- what it shows

    @property
    def is_waiting(self) -> bool:
        """Whether the projector was unplugged, so that it comes up again with the next one."""
        return self._is_waiting

    @property
    def is_open(self) -> bool:
        """Whether the room is shown something, or a blank, or will be once there is a projector again."""
        return self.isVisible() or self._is_waiting

    @property
    def turns_by_itself(self) -> bool:
        """Whether the pages follow each other by themselves."""
        return self._turning.isActive()

    def show_sheet(self, sheet: RoomSheet) -> None:
        """Show what was released; the window itself comes up only by :meth:`open_beside`."""
        self._turns = True
        self.surface.show_sheet(sheet)

    def hide_all(self, name: str = "") -> None:
        """Show nothing, at once."""
        self.surface.blank(name)

    # ----------------------------------------------------------------------------------------------- where it is shown

    def open_beside(self, desk: QWidget) -> None:
        """Come up: full screen on the projector; without one as a window like any other.

        Args:
            desk: the main window, on whose screen it is never shown full size.
        """
        self._desk, self._follows = desk, True
        projector = self._screens.projector(desk)
        if projector is None:
            self._is_waiting = False
            self._place_as_window(desk)
        else:
            self._fill(projector)
        self.shown_or_hidden.emit()

    def leave_full_screen(self) -> None:
        """Become a window like any other, where it is; it follows no projector until it is opened again."""
        if self.isFullScreen():
            self._follows, self._projector = False, None
            self.showNormal()
            self.resize(_FIRST_SIZE.boundedTo(room_on_screen(self)))

    def fill_screen(self) -> None:
        """Fill the screen on which it is, unless that is the desk's own."""
        own = None if self._desk is None else self._desk.screen()
        if self.screen() is not own:
            self._fill(self.screen())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go, and wait for no projector."""
        self._is_waiting, self._projector = False, None
        super().closeEvent(event)
        if not self.isVisible():
            self.shown_or_hidden.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Turn no pages that nobody sees, and say that it went."""
        super().hideEvent(event)
        self._turning.stop()
        if not event.spontaneous():
            self.shown_or_hidden.emit()

    def _place_as_window(self, desk: QWidget) -> None:
        self._projector = None
        self.showNormal()
        self.resize(_FIRST_SIZE.boundedTo(room_on_screen(self)))
        room = desk.screen().availableGeometry()
        self.move(room.center() - self.rect().center())
        self._time_turning()

    def _fill(self, screen: QScreen) -> None:
        self._is_waiting, self._projector = False, screen
        self.setGeometry(screen.geometry())
        self.winId()
        handle = self.windowHandle()
        handle.setScreen(screen)
        handle.screenChanged.connect(self._moved_to, Qt.ConnectionType.UniqueConnection)
        self.showFullScreen()
        self._time_turning()

    def _screen_added(self, screen: QScreen) -> None:
        """Go to a projector that was plugged in, where one was waited for or the person has put it nowhere else."""
        desk = self._desk
        if desk is None or not self.is_open or not self._follows or self._projector is not None:
            return
        if screen is self._screens.projector(desk):
            self._fill(screen)
            self.shown_or_hidden.emit()

    def _screen_removed(self, screen: QScreen) -> None:
        if screen is self._projector:
            self._wait()

    def _moved_to(self, screen: QScreen) -> None:
        """Go away where the system moves a full-size window to another screen than the one it was meant for."""
        if self._projector is not None and screen is not self._projector and self.isFullScreen():
            self._wait()

    def _wait(self) -> None:
        """Disappear until there is a projector again: nothing comes up on the laptop's own screen by itself."""
        self._projector, self._is_waiting = None, True
        self.hide()

    # -------------------------------------------------------------------------------------------------- keys and pages

    def turn(self, by: int) -> None:
        """Turn pages by hand; from then on they no longer turn by themselves."""
        self._turns = False
        self.surface.turn(self.surface.place + by)

    def turn_to(self, place: int) -> None:
        """Go to a page by hand."""
        self.turn(place - self.surface.place)

    def toggle_turning(self) -> None:
        """Let the pages turn by themselves, or no longer."""
        self._turns = not self._turns
        self._time_turning()

    def set_zoom(self, percent: int) -> None:
        """Make the text larger or smaller, for this room display alone."""
        self._settings.room_zoom = percent
        self.surface.set_zoom(percent)
        self.chosen.emit()

    def toggle_dark(self) -> None:
        """Show white on black, or black on white."""
        self._settings.room_dark = not self._settings.room_dark
        self.surface.set_dark(dark=self._settings.room_dark)
        self.chosen.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done here, with the keys."""
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of what can be done here."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        return menu

    def _put_keys(self) -> None:
        surface = self.surface
        commands: tuple[tuple[str, tuple[str, ...], Callable[[], object]], ...] = (
            (tr("&Next page"), ("PgDown", "Right", "Space"), lambda: self.turn(1)),
            (tr("&Previous page"), ("PgUp", "Left", "Backspace"), lambda: self.turn(-1)),
            (tr("&First page"), ("Home",), lambda: self.turn_to(0)),
            (tr("&Last page"), ("End",), lambda: self.turn_to(len(surface.pages) - 1)),
            (tr("Turn pages by &itself"), ("A",), self.toggle_turning),
            (tr("&Zoom in"), ("Ctrl++", "Ctrl+="), lambda: self.set_zoom(larger(surface.zoom))),
            (tr("Zoom &out"), ("Ctrl+-",), lambda: self.set_zoom(smaller(surface.zoom))),
            (tr("&Reset zoom"), ("Ctrl+0",), lambda: self.set_zoom(100)),
            (tr("Light or &dark"), ("D",), self.toggle_dark),
            (tr("F&ull screen"), ("F",), self.fill_screen),
            (tr("Leave full &screen"), ("Esc",), self.leave_full_screen),
            (tr("&Hide everything"), ("F12",), self.hiding_wanted.emit),
            (tr("H&elp"), ("F1",), self.help_wanted.emit),
            (tr("&Close"), ("Ctrl+F11", "Ctrl+W"), self.close),
        )
        for text, keys, does in commands:
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(each) for each in keys])
            action.triggered.connect(lambda _checked=False, does=does: does())
            self.addAction(action)
        tell_actions_apart(self.actions())

    def _turn_by_itself(self) -> None:
        pages = len(self.surface.pages)
        self.surface.turn((self.surface.place + 1) % pages)

    def _time_turning(self) -> None:
        wanted = self._turns and self.isVisible() and len(self.surface.pages) > 1
        if wanted != self._turning.isActive():
            self._turning.start() if wanted else self._turning.stop()
