"""How large a file of key data may be. Eurostat's largest whole dataset of these stays below; bombs do not."""

from typing import Final

FILE_BYTES: Final = 150_000_000
"""As it lies on the disk."""
UNPACKED_BYTES: Final = 150_000_000
"""What a gzip archive may unpack to."""
LINES: Final = 800_000
"""Twice those of the largest of the datasets, with every citizenship, age and sex."""
LINE_BYTES: Final = 1_000_000
COLUMNS: Final = 2_000
FIELDS: Final = 20_000_000
"""Fields of all lines of a CSV file together."""
FIELD_CHARACTERS: Final = 100_000

WORKBOOK_BYTES: Final = 60_000_000
"""What the parts of an Excel workbook may unpack to, all together."""
WORKBOOK_PARTS: Final = 2_000
SHEETS: Final = 100
CELLS: Final = 1_000_000
"""Cells of one sheet, and of the wanted rows of a text."""
ROWS: Final = 100_000
"""Rows of one sheet, empty ones between others included, and of a plain table in text."""

PARSED: Final = 1_000_000
"""Elements of all parts of a workbook together."""
HELD: Final = 100_000
"""Elements that a reader of workbooks may hold at once: those of one row, of one text, of one part that is no sheet."""
VALUES: Final = 100_000
"""Values of Member States in one file: every year and every kind of applicant there can be, and some to spare."""

HEADER_ROWS: Final = 20
"""Rows in which the names of the columns are looked for."""
UNREAD_NAMED: Final = 500
"""Values not understood that are named one by one; more are counted."""
FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2100
SERIES: Final = 20
"""Kinds of applicants in one file."""
