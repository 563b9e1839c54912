"""Runs work beside the window while a dialog says how far it is."""

from collections.abc import Callable
from typing import Final, TypeVar, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.views.background import Worker
from desktop_app.views.progress.dialog import ProgressDialog
from desktop_app.views.progress.report import Report

_T = TypeVar("_T")

SHOWN_AFTER: Final = 300
"""Milliseconds after which the dialog comes: work that is over by then needs none."""


def run(parent: QWidget | None, title: str, work: Callable[[Report], _T]) -> _T:
    """Run work on a thread of its own, and come back with its result; meanwhile the window takes no input.

    Args:
        parent: the window that waits.
        title: what is done, as a heading: ``"Exporting Pool.xlsx"``.
        work: opens and closes whatever it needs itself, touches no widget and no open forum file, and asks its report
            often enough: a few times a second. A report is a progress callback as the functions in ``models`` take
            it, ``Callable[[int, int], None]``, and ends the work with ``Cancelled``.

    Returns:
        What the work returned; also where it was asked to stop too late.

    Raises:
        Cancelled: the person has stopped it; nothing is left half done.
        Exception: whatever else the work ended with.
    """
    return cast("_T", _Run(parent, title, work).result())


class _Run:
    """One piece of work with its dialog."""

    def __init__(self, parent: QWidget | None, title: str, work: Callable[[Report], object]) -> None:
        self._report = Report()
        self._dialog = ProgressDialog(parent, title, self._report)
        self._worker = Worker(self._dialog)
        self._worker.done.connect(self._ended)
        self._before_dialog = QEventLoop()
        self._has_ended = False
        self._result: object = None
        report = self._report
        self._worker.start(title, lambda: work(report))

    def result(self) -> object:
        """Wait for the end, with the dialog where it takes longer."""
        try:
            QTimer.singleShot(SHOWN_AFTER, self._before_dialog, self._before_dialog.quit)
            # What is typed meanwhile waits: it is meant for what comes after the work.
            self._before_dialog.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if not self._has_ended:
                self._dialog.exec()
        finally:
            self._dialog.deleteLater()
        if isinstance(self._result, Exception):
            raise self._result
        return self._result

    def _ended(self, _name: str, result: object) -> None:
        self._has_ended = True
        self._result = result
        self._before_dialog.quit()
        self._dialog.accept()
