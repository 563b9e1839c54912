"""Why nothing can be typed into a table, where the whole of it is only read."""

from typing import Final

READS: Final = "This forum is open for reading only."
PAST: Final = "This is the past: Ctrl+F8 goes back to now."
