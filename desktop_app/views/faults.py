"""A fault of the program itself: told once, in plain words, and never hidden."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import tr, upper_first

Report = Callable[[BaseException], str]
"""Writes a fault down, and returns the line that says so."""


def to_standard_error(error: BaseException) -> str:
    """Write a fault to standard error."""
    traceback.print_exception(error)
    sys.stderr.flush()
    return tr("internal error ({name}); the details stand in the terminal", name=type(error).__name__)


class Faults:
    """Takes what no part of the program expected; for ``sys.excepthook``.

    Qt calls it for an error in a slot, and the window goes on: what was to be done may be half shown, but
    nothing is in the forum file that was not committed as a whole.
    """

    def __init__(self, report: Report) -> None:
        """Report faults by ``report``."""
        self._report = report
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report it, and tell the person; one message at a time."""
        line = self._report(error.with_traceback(trace))
        if self._telling or not issubclass(kind, Exception):
            return
        self._telling = True
        try:
            Message.show(
                None,
                tr("A fault of the program"),
                tr(
                    "{fault}.\nEverything up to the time beside the saved tick is in the forum file. Close the "
                    "window and start again.",
                    fault=upper_first(line),
                ),
            )
        finally:
            self._telling = False
