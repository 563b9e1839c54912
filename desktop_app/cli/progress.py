"""How far a command is, in one line of a terminal that is wiped at the end; nothing where nobody looks."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from desktop_app.cli import streams

_FIRST_AFTER: Final = 0.5
"""Seconds: a command that is over by then has said nothing."""
_EVERY: Final = 0.1
_WIPE: Final = "\r\x1b[K"
"""Back to the beginning of the line, and empty it."""


@contextmanager
def shown(words: str, clock: Callable[[], float] = time.monotonic) -> Iterator[Callable[[int, int], None]]:
    """Give a callback that says how far the work is, on standard error where that is a terminal.

    Args:
        words: what is done: ``"Verifying pool.forum"``.
        clock: seconds that only go on.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    next_at = clock() + _FIRST_AFTER
    has_said = False

    def tell(done: int, total: int) -> None:
        nonlocal next_at, has_said
        if clock() < next_at:
            return
        next_at, has_said = clock() + _EVERY, True
        part = f"{min(done, total) * 100 // total} %" if total else f"{done}"
        room = shutil.get_terminal_size().columns - 1
        _write(f"{_WIPE}{streams.harmless(f'{words}: {part}')[:room]}")

    try:
        yield tell
    finally:
        if has_said:
            _write(_WIPE)


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        # Nobody can look any more; the work goes on.
        return
