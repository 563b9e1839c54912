"""How large a table may be that is read back: many times what the program hands out, far below what fills a memory."""

from typing import Final

FILE_BYTES: Final = 20_000_000
UNPACKED_BYTES: Final = 40_000_000
"""All parts of a workbook together, and the text of a CSV file."""
PARTS: Final = 1_000
SHEETS: Final = 100
NAME: Final = 255
"""Characters of the name of a sheet; Excel allows 31."""
CELLS: Final = 200_000
"""Cells with something in them, of all sheets together."""
ROWS: Final = 10_000
COLUMNS: Final = 500
TEXT: Final = 32_767
"""Characters of one cell, as in Excel."""
ELEMENTS: Final = 1_500_000
"""Elements of all parts of a workbook together, however often a part is read."""
TELL_EVERY: Final = 2_000
"""Elements between two reports of how far it is."""
HELD: Final = 100_000
"""Elements that are in memory at once: those of one row, or of one list of styles."""
DEPTH: Final = 100
TAG_BYTES: Final = 500_000
"""Bytes from the beginning of one element to the beginning of the next."""
STRINGS: Final = 200_000
MERGED: Final = 1_000
"""Merged ranges of all sheets together."""
NOTES: Final = 500
"""Things that are named one by one; more are counted."""
