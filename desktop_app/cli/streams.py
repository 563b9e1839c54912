"""Standard output and standard error: UTF-8 everywhere, and nothing in them that a terminal would obey."""

import errno
import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from desktop_app.models.errors import BadInput, ExplainedError, ForumFileError

_LINES_OF_A_REFUSAL = 3


def use_utf_8() -> None:
    """Write UTF-8 with plain line ends, whatever code page or locale the system has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str) -> None:
    """Write lines to standard output.

    Raises:
        BadInput: it is closed, or cannot be written.
    """
    with _explained():
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def finish() -> None:
    """Hand over what was written to standard output.

    Raises:
        BadInput: it cannot be written.
    """
    with _explained():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # Whoever reads has seen enough: no reason to complain.
        raise
    except OSError as error:
        forget_output()
        reason = (error.strerror or "unknown reason").lower()
        raise BadInput("standard output", f"it cannot be written ({reason})", "check where it goes to") from None


def remark(text: str) -> None:
    """Write lines to standard error; where that is closed, the exit status alone tells."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        # What is left in the buffer would fail again at the end, and take the exit status with it.
        _send_nowhere(sys.stderr)


def refuse(error: ExplainedError) -> None:
    """Write on standard error why something is refused: one to three lines."""
    lines = harmless(_words_of(error)).splitlines()
    remark("\n".join(lines[:_LINES_OF_A_REFUSAL]))


def _words_of(error: ExplainedError) -> str:
    """Return what an error says; for a damaged file the backup and how to go back to it, where there is a good one."""
    backup = error.newest_backup if isinstance(error, ForumFileError) else None
    if backup is None:
        return str(error)
    return (
        f"{error.where}: {error.what}.\nNewest good backup: {backup}\n"
        "To go on with it, open the file in the window, which offers it, or copy the backup to a name of your own."
    )


def harmless(text: str) -> str:
    """Return a text without signs that steer a terminal; line ends stay."""
    return "".join("\ufffd" if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n" else sign for sign in text)


def forget_output() -> None:
    """Let the interpreter end quietly when nobody reads standard output any more."""
    if sys.stdout is not None:
        _send_nowhere(sys.stdout)


def _send_nowhere(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
