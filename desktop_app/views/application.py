"""Starts the program with its window."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import desktop_app
from desktop_app.paths import resource
from desktop_app.places import Places, places_of_user
from desktop_app.views.faults import Faults, Report, to_standard_error
from desktop_app.views.language import tr
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings
from desktop_app.views.stage import Stage
from desktop_app.views.theme import theme


def make_application(arguments: list[str]) -> QApplication:
    """Make the one QApplication with the program's names, style, fonts and icon."""
    application = QApplication(arguments)
    application.setApplicationName(tr("Forum Desk"))
    application.setApplicationDisplayName(tr("Forum Desk"))
    application.setApplicationVersion(desktop_app.__version__)
    application.setDesktopFileName("forum-desk")
    theme()
    application.setWindowIcon(QIcon(str(resource("icons", "app-256.png"))))
    return application


def run(path: Path | None = None, places: Places | None = None, report: Report = to_standard_error) -> int:
    """Open the window and stay until it is closed.

    Args:
        path: the forum to open; by default the one open last, the first time a copy of the built-in one.
        places: where settings and forums are kept; by default the person's own folders.
        report: writes down a fault of the program.

    Returns:
        The exit status.
    """
    application = make_application(sys.argv[:1])
    places = places or places_of_user()
    sys.excepthook = Faults(report)
    settings = Settings.load(places.settings)
    # Who opens a forum of her own has come to work, not to be shown around.
    is_new = path is None and not settings.last_forum
    stage = Stage(settings, places)
    window = stage.window
    window.files.start(path)
    window.show()
    QTimer.singleShot(0, window, lambda: _welcome(window, is_new=is_new))
    # What is loaded by the end of the first work beside the window stays; to go through it time and again is felt.
    window.worker.done.connect(lambda *_done: gc.freeze(), Qt.ConnectionType.SingleShotConnection)
    status = application.exec()
    stage.window.deleteLater()
    return status


def _welcome(window: MainWindow, *, is_new: bool) -> None:
    """Ask who is there, where nobody knows; then offer the tour to somebody new."""
    window.files.ask_operator_once()
    if is_new:
        window.help.offer_tour_once()
