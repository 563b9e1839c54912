"""How the main window lay on the screen when it was closed, and at the next start."""

import base64
import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

FIRST_SIZE: Final = (1440, 900)
_FRAME: Final = (16, 48)
"""Room for the frame that the desktop puts around a window, pixels."""


def restore_look(window: "MainWindow") -> None:
    """Give the window its size, place and shares as they were; at first as large as the screen allows."""
    settings = window.settings
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(FIRST_SIZE[0], screen.width() - _FRAME[0]), min(FIRST_SIZE[1], screen.height() - _FRAME[1]))
    for name, splitter in (("upper", window.rows), ("lower", window.lower_row)):
        if name in settings.splitters:
            splitter.setSizes(settings.splitters[name])
    # Whatever the settings file holds: no start fails on it.
    with contextlib.suppress(ValueError):
        window.restoreGeometry(QByteArray(base64.b64decode(settings.geometry)))


def keep_look(window: "MainWindow") -> None:
    """Remember size, place and shares."""
    window.settings.geometry = base64.b64encode(window.saveGeometry().data()).decode()
    window.settings.splitters = {
        "upper": window.rows.sizes(),
        "lower": window.lower_row.sizes(),
        "sides": window.editors.place.sizes,
    }
