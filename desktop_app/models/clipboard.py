"""Tables on the clipboard: what spreadsheets put there, read exactly, and what they read as numbers.

Spreadsheets put text, as it was shown, and HTML beside it. LibreOffice (``sdval``) and Excel (``x:num``) say
in the HTML which number a cell holds; where it stands there, it counts, and no sign for thousands is guessed.
"""

import csv
import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from desktop_app.models.errors import BadInput

MOST_CHARACTERS: Final = 2_000_000
MOST_CELLS: Final = 10_000

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_EXACT: Final = ("sdval", "x:num")
_RUN: Final = tuple("=+-@")
_WHERE: Final = "clipboard"


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of the clipboard.

    Attributes:
        text: as it was shown.
        number: digits of the number that the spreadsheet holds; empty where it does not say.
    """

    text: str
    number: str = ""


Pieces = tuple[tuple[Piece, ...], ...]


def read_clipboard(text: str, markup: str = "") -> Pieces:
    """Return the table on the clipboard, row by row; rows may have different lengths.

    Args:
        text: the plain text: tabs between columns, lines between rows.
        markup: the HTML beside it, or nothing.

    Raises:
        BadInput: there is nothing, or more than fits into the table many times over.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadInput(_WHERE, f"it holds more than {MOST_CHARACTERS // 1_000_000} million characters", "copy less")
    rows = _rows(text)
    if sum(map(len, rows)) > MOST_CELLS:
        raise BadInput(_WHERE, f"it holds more than {MOST_CELLS} cells", "copy the block that is wanted")
    if not rows:
        raise BadInput(_WHERE, "it holds no text", "copy a block of cells, or a number")
    numbers = _numbers(markup) if len(markup) <= 10 * MOST_CHARACTERS else []
    # Only where both tell of the same cells can a number be put beside its text.
    if [len(row) for row in numbers] != [len(row) for row in rows]:
        numbers = [[""] * len(row) for row in rows]
    return tuple(
        tuple(Piece(cell.strip(), number) for cell, number in zip(row, beside, strict=True))
        for row, beside in zip(rows, numbers, strict=True)
    )


def _rows(text: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not lines.strip():
        return []
    # Spreadsheets put a cell with a line break in quotes.
    read = csv.reader(io.StringIO(lines, newline=""), delimiter="\t")
    try:
        return [row or [""] for row in read]
    except csv.Error as error:
        raise BadInput(_WHERE, f"it is no table ({error})", "copy a block of cells") from None


class _Numbers(HTMLParser):
    """Takes the numbers out of the cells of a table; cells that span others make it no plain block."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            held = dict(attrs)
            exact = next((held[name] or "" for name in _EXACT if name in held), "")
            self.rows[-1].append(exact if _NUMBER.fullmatch(exact) else "")
            self.rows[-1] += [""] * (_span(held.get("colspan")) - 1)


def _span(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 4 else 1


def _numbers(markup: str) -> list[list[str]]:
    parser = _Numbers()
    parser.feed(markup)
    return parser.rows


def block_text(rows: Sequence[Sequence[str]]) -> str:
    """Return a block of cells as spreadsheets take it: tabs between columns, a line for each row.

    Text that a spreadsheet would run gets an apostrophe before it: plain text cannot say that it is text.
    """
    return "\n".join("\t".join(_harmless(_one_line(cell)) for cell in row) for row in rows)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_RUN) and not _NUMBER.fullmatch(text) else text


def block_html(rows: Sequence[Sequence[str]], *, has_headers: bool) -> str:
    """Return a block as an HTML table in which plain numbers are numbers for LibreOffice and Excel alike.

    Text stays text: a cell that begins with a sign which spreadsheets run is marked as text.
    """
    lines = []
    for number, row in enumerate(rows):
        tag = "th" if has_headers and not number else "td"
        lines.append("<tr>" + "".join(_html_cell(tag, cell) for cell in row) + "</tr>")
    head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
    return f"{head}<body><table>{''.join(lines)}</table></body></html>"


def _html_cell(tag: str, text: str) -> str:
    if tag == "td" and _NUMBER.fullmatch(text):
        return f'<td align="right" sdval="{text}" x:num="{text}">{text}</td>'
    # LibreOffice knows text by `sdnum`, Excel by its style.
    return f'<{tag} sdnum="0;0;@" style="mso-number-format:\'\\@\'" x:str>{html.escape(_one_line(text))}</{tag}>'


def _one_line(text: str) -> str:
    return " ".join(text.split())
