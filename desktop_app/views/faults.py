"""A fault of the program itself: told once, in plain words, and never hidden."""

import sys
from collections.abc import Callable
from types import TracebackType

from desktop_app.views.dialogs.messages import Message

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Faults:
    """Takes what no part of the program expected; for ``sys.excepthook``.

    Qt calls it for an error in a slot, and the window goes on: what was to be done may be half shown, but
    nothing is in the forum file that was not committed as a whole.
    """

    def __init__(self, usual: Hook) -> None:
        """Keep the hook that writes the details to standard error."""
        self._usual = usual
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the details to standard error, and tell the person; one message at a time."""
        self._usual(kind, error, trace)
        sys.stderr.flush()
        if self._telling or not issubclass(kind, Exception):
            return
        self._telling = True
        try:
            Message.show(
                None,
                "A fault of the program",
                f"Something went wrong that should not ({kind.__name__}). Everything up to the time beside the saved "
                "tick is in the forum file. Close the window and start again; the details stand in the terminal.",
            )
        finally:
            self._telling = False
