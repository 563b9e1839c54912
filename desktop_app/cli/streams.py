"""Standard output and standard error: UTF-8 everywhere, and nothing in them that a terminal would obey."""

import io
import os
import sys
import unicodedata

_LINES_OF_A_REFUSAL = 3


def use_utf_8() -> None:
    """Write UTF-8 with plain line ends, whatever code page or locale the system has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str) -> None:
    """Write lines to standard output."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def remark(text: str) -> None:
    """Write lines to standard error."""
    sys.stderr.write(f"{text}\n")


def refuse(error: Exception) -> None:
    """Write on standard error why something is refused: one to three lines."""
    lines = harmless(str(error)).splitlines()
    remark("\n".join(lines[:_LINES_OF_A_REFUSAL]))


def harmless(text: str) -> str:
    """Return a text without signs that steer a terminal; line ends stay."""
    return "".join("\ufffd" if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n" else sign for sign in text)


def forget_output() -> None:
    """Let the interpreter end quietly when nobody reads standard output any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
