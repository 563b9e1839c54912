"""What the set-up says while it works: on standard error only, standard output belongs to the program."""

import sys


class SetupError(Exception):
    """The set-up cannot go on; the text says what is wrong and what to do, in one to three lines."""


def say(text: str) -> None:
    """Write one line of progress to standard error."""
    sys.stderr.write(f"forum-desk: {text}\n")
    sys.stderr.flush()


def overwrite(text: str) -> None:
    """Show a passing state: on a terminal in place of the last one, elsewhere not at all."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[2K{text}")
        sys.stderr.flush()
