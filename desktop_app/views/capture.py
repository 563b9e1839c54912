"""No capture of the desk's windows, where the system can forbid it: screenshots, recordings, shared screens.

Windows leaves a window out of every capture (SetWindowDisplayAffinity), macOS out of most (NSWindow sharingType, which
captures through ScreenCaptureKit no longer respect since macOS 15), Linux out of none. What a projector shows of the
screen is no capture. Menus and tooltips are windows of their own and are not covered: they hold no table.
"""

import sys
from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.forum import Classification
from desktop_app.views.language import tr
from desktop_app.views.settings import Settings

Forbid: TypeAlias = Callable[[int, bool], bool]
"""Takes the system's number of a window and whether it is left out; tells whether the system does so."""

YES: Final = "yes"
NO: Final = "no"
SHOWN_TO_THE_ROOM: Final = "shown-to-the-room"
"""Property of a window that may be captured: what it shows was released."""

_EXCLUDED, _BLACK, _CAPTURED = 0x11, 0x01, 0x00
"""Windows: not there in a capture (since version 2004), black in it (before), there."""
_REMOTE_SESSION = 0x1000
_SHARED_NOT, _SHARED_READ = 0, 1
"""macOS: NSWindowSharingNone, NSWindowSharingReadOnly."""
_OWN: Final = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet)


class ScreenCapture(QObject):
    """Forbids captures of every window of the desk but the room display, as chosen or as the marking asks."""

    def __init__(self, parent: QObject, settings: Settings, forbid: "Forbid | None") -> None:
        """Forbid nothing yet.

        Args:
            parent: the main window.
            settings: remembers the choice.
            forbid: how the system forbids it; ``None`` where it cannot.
        """
        super().__init__(parent)
        self._settings, self._forbid = settings, forbid
        self._marking: Classification | None = None
        self._is_on = False
        if forbid is not None:
            # A dialog, or a window beside the main one, comes up and has the keyboard.
            application = cast("QGuiApplication", QGuiApplication.instance())
            application.focusWindowChanged.connect(self._cover)

    @property
    def is_possible(self) -> bool:
        """Whether this system can forbid it at all."""
        return self._forbid is not None

    @property
    def is_wanted(self) -> bool:
        """Whether it is to be forbidden: as the person chose, else wherever the forum is not public."""
        if self._settings.capture:
            return self._settings.capture == YES
        return self._marking not in {None, Classification.PUBLIC}

    def follow(self, marking: Classification | None) -> None:
        """Follow the marking of the forum that is shown; ``None`` without one."""
        if marking is not self._marking:
            self._marking = marking
            self._cover()

    def choose(self, *, forbidden: bool) -> None:
        """Take what a person chose, and remember it."""
        self._settings.capture = YES if forbidden else NO
        self._cover()

    def _cover(self, *_window: object) -> None:
        if self._forbid is None or not (self.is_wanted or self._is_on):
            return
        self._is_on = self.is_wanted
        for window in QApplication.topLevelWidgets():
            if _is_desks_own(window):
                self._forbid(int(window.winId()), self._is_on)


def _is_desks_own(window: QWidget) -> bool:
    is_shown = window.isVisible() and window.windowHandle() is not None
    return is_shown and window.windowType() in _OWN and not window.property(SHOWN_TO_THE_ROOM)


def about_captures(platform: str = sys.platform) -> str:
    """Say what this system can do against captures of the desk's windows."""
    if platform == "win32":
        return tr("Windows leaves them out of captures and shared screens (not in a remote session).")
    if platform == "darwin":
        return tr(
            "macOS leaves them out of captures, but since macOS 15 not of all: share one window, never the screen."
        )
    return tr("Linux cannot forbid captures: share one window, never the screen.")


def forbid_here() -> Forbid | None:
    """Return how this system forbids captures; ``None`` where it cannot, or shows no real windows."""
    import ctypes

    shown_by = QGuiApplication.platformName()
    if shown_by == "windows":
        return on_windows(ctypes.CDLL("user32"))
    if shown_by == "cocoa":
        return on_macos(ctypes.CDLL("/usr/lib/libobjc.A.dylib"))
    return None


def on_windows(user32: Any) -> Forbid:
    """Return how Windows does it.

    Args:
        user32: the library of that name.
    """
    import ctypes

    # A window's number is a pointer: as a C int it would be cut.
    user32.SetWindowDisplayAffinity.argtypes = (ctypes.c_void_p, ctypes.c_uint32)

    def forbid(window: int, leave_out: bool) -> bool:
        if leave_out and user32.GetSystemMetrics(_REMOTE_SESSION):
            # There the window would be blank for the person who sits at it, too.
            return False
        wanted = (_EXCLUDED, _BLACK) if leave_out else (_CAPTURED,)
        return any(user32.SetWindowDisplayAffinity(window, affinity) for affinity in wanted)

    return forbid


def on_macos(objc: Any) -> Forbid:
    """Return how macOS does it.

    Args:
        objc: the library of Objective-C's runtime.
    """
    import ctypes

    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = (ctypes.c_char_p,)
    # One function for each shape of a message: asking the library by index gives a new one each time.
    window_of, share = objc["objc_msgSend"], objc["objc_msgSend"]
    window_of.restype, window_of.argtypes = ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_void_p)
    share.restype, share.argtypes = None, (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)

    def forbid(view: int, leave_out: bool) -> bool:
        window = window_of(view, objc.sel_registerName(b"window"))
        if window:
            share(window, objc.sel_registerName(b"setSharingType:"), _SHARED_NOT if leave_out else _SHARED_READ)
        return bool(window)

    return forbid
