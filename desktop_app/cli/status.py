"""The exit statuses of the program."""

from typing import Final

FINE: Final = 0
BLOCKED: Final = 1
"""``check``: something blocks. ``annex``: refused as final. ``verify``: a damaged forum file."""
BAD_INPUT: Final = 2
FAULT: Final = 70
"""A fault of the program itself (EX_SOFTWARE of the BSD conventions)."""
INTERRUPTED: Final = 130
"""Ctrl-C, as shells count it."""
PIPE_CLOSED: Final = 141
"""Nobody reads the output any more, as shells count it."""
