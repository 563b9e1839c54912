"""From Enter to the painted verdict, in the real window over a real file: typed, committed, re-assessed, repainted."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_app.views.main_window import MainWindow

WARM_UP = 5


def _focused(application: "QApplication") -> "QWidget":
    widget = application.focusWidget()
    if widget is None:
        raise SystemExit("nothing has the focus")
    return widget


def _journal_length(window: "MainWindow") -> int:
    if window.desk is None:
        raise SystemExit("no forum is open")
    return window.desk.file.seq


def window_on(file: Path, folder: Path) -> "tuple[QApplication, MainWindow]":
    """Return the program with a file open and idle, drawn off screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop_app.places import Places
    from desktop_app.views.application import make_application
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.settings import Settings

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else make_application(["benchmark"])
    places = Places(folder / "settings.json", folder / "forums")
    window = MainWindow(Settings(operator="benchmark"), places)
    window.files.start(file)
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    wait_until_idle(application, window)
    return application, window


def wait_until_idle(application: "QApplication", window: "MainWindow") -> None:
    """Let what runs beside the window come to its end, so that it is not measured with the rest."""
    while not window.worker.is_idle:
        application.processEvents()
        time.sleep(0.01)


def milliseconds(file: Path, folder: Path, count: int) -> list[float]:
    """Type ``count`` pledges into the pledge table and return the milliseconds from each Enter to the repaint."""
    application, window = window_on(file, folder)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    found: list[float] = []
    for number in range(count + WARM_UP):
        window.table.go_to("BE", "financial")
        application.processEvents()
        QTest.keyClicks(_focused(application), f"{12_000_000 + number}")
        application.processEvents()
        editor = _focused(application)
        before = _journal_length(window)
        started = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        application.processEvents()
        found.append(1000 * (time.perf_counter() - started))
        if _journal_length(window) != before + 1:
            raise SystemExit("a pledge that was entered is not in the journal")
    window.close()
    application.processEvents()
    return found[WARM_UP:]
