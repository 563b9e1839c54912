"""Reading a CSV file as a grid of texts: which sign parts its cells is seen in its headers, never guessed from data."""

import csv
import io
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.key_sources.opening import UTF_16_MARKS
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.grid import Grid, GridCell, Kind

_MARK: Final = b"\xef\xbb\xbf"
SEPARATORS: Final = ",;\t"
_HEAD: Final = 8_192


def read_csv(name: str, data: bytes, separator: str = "") -> Grid:
    """Return the table of a CSV file.

    Args:
        name: of the file, for messages.
        data: the file, in UTF-8 with or without a byte order mark, or in UTF-16 with one.
        separator: the sign between its cells; by default the one that its head has most of.

    Raises:
        BadInput: it is no such file, or larger than allowed.
    """
    encoding = "utf-16" if data.startswith(UTF_16_MARKS) else "utf-8"
    try:
        text = data.removeprefix(_MARK).decode(encoding)
    except UnicodeDecodeError as error:
        remedy = say("save it as CSV in UTF-8 (in Excel: CSV UTF-8)")
        raise BadInput(
            name, say("byte {place} is not {encoding}", place=error.start, encoding=encoding.upper()), remedy
        ) from None
    if "\0" in text:
        raise BadInput(name, say("there is a zero byte: this is no text"), say("save it as CSV in UTF-8"))
    head = text[:_HEAD]
    separator = separator or max(SEPARATORS, key=head.count)
    cells: dict[tuple[int, int], GridCell] = {}
    try:
        for row, line in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            _take(name, row, line, cells)
    except csv.Error as error:
        raise BadInput(
            name,
            say("this is no CSV file ({error})", error=str(error)),
            say("export the table again, or save it as CSV"),
        ) from None
    return Grid("CSV", cells, is_typed=False)


def _take(name: str, row: int, line: list[str], cells: dict[tuple[int, int], GridCell]) -> None:
    if row > limits.ROWS or len(line) > limits.COLUMNS or len(cells) > limits.CELLS:
        raise BadInput(
            name,
            say(
                "the table has more than {rows} rows, {columns} columns or {cells} cells",
                rows=limits.ROWS,
                columns=limits.COLUMNS,
                cells=limits.CELLS,
            ),
            say("import a table that the program has exported"),
        )
    for column, text in enumerate(line, 1):
        if text:
            cells[row, column] = GridCell(Kind.TEXT, text)
