"""Tables on the clipboard: what spreadsheets put there, read exactly, and what they read as numbers.

Spreadsheets put text, as it was shown, and HTML beside it, which says what a cell holds. A number that stands there
counts, and no sign for thousands is guessed: but only where the text shows that very number. A percentage is taken
as it is shown, like a typed one.
"""

import csv
import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.clipboard_markup import Held, held_in
from desktop_app.models.clipboard_shown import is_shown_as
from desktop_app.models.errors import BadInput
from desktop_app.models.table_reading.grid import Kind

MOST_CHARACTERS: Final = 2_000_000
MOST_CELLS: Final = 10_000

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_ERROR: Final = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]{3}")
_RUN: Final = tuple("=+-@")
_WHERE: Final = "clipboard"


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of the clipboard.

    Attributes:
        text: as it was shown.
        number: digits of the number that the spreadsheet holds; empty where it does not say, or where that is
            not what the text shows.
        kind: date, logical value or error, where the spreadsheet says that it is one; else ``None``.
        refusal: why the cell cannot be taken, where number and text do not say the same.
    """

    text: str
    number: str = ""
    kind: Kind | None = None
    refusal: str = ""


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
        raise BadInput(
            _WHERE,
            say("it holds more than {number} million characters", number=MOST_CHARACTERS // 1000000),
            say("copy less"),
        )
    rows = _rows(text)
    if sum(map(len, rows)) > MOST_CELLS:
        raise BadInput(
            _WHERE,
            say("it holds more than {MOST_CELLS} cells", MOST_CELLS=MOST_CELLS),
            say("copy the block that is wanted"),
        )
    if not rows:
        raise BadInput(_WHERE, say("it holds no text"), say("copy a block of cells, or a number"))
    held = held_in(markup, MOST_CELLS)
    # Only where both tell of the same cells can a number be put beside its text.
    if [len(row) for row in held] != [len(row) for row in rows]:
        held = [[Held()] * len(row) for row in rows]
    return tuple(
        tuple(_piece(cell.strip(), beside) for cell, beside in zip(row, besides, strict=True))
        for row, besides in zip(rows, held, strict=True)
    )


def _piece(text: str, held: Held) -> Piece:
    if held.number and _ERROR.fullmatch(text):
        return Piece(text, kind=Kind.ERROR)
    if held.kind not in (None, Kind.PERCENT):
        return Piece(text, kind=held.kind)
    # What is below 0 is refused as such, however it is shown.
    if text and held.number and not held.number.startswith("-") and not is_shown_as(held.number, text):
        refusal = say(
            "the spreadsheet holds {held} here and shows “{shown}”: write the number itself, in full",
            held=held.number,
            shown=text,
        )
        return Piece(text, refusal=refusal)
    return Piece(text, "" if held.kind is Kind.PERCENT else held.number)


def _rows(text: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not lines.strip():
        return []
    # Spreadsheets put a cell with a line break in quotes.
    read = csv.reader(io.StringIO(lines, newline=""), delimiter="\t")
    try:
        return [row or [""] for row in read]
    except csv.Error as error:
        raise BadInput(
            _WHERE, say("it is no table ({error})", error=str(error)), say("copy a block of cells")
        ) from None


def block_text(rows: Sequence[Sequence[str]], decimal_sign: str = ".") -> str:
    """Return a block of cells as spreadsheets take it: tabs between columns, a line for each row.

    Text that a spreadsheet would run gets an apostrophe before it: plain text cannot say that it is text.

    Args:
        rows: the cells, numbers with a point before decimals.
        decimal_sign: what stands there for a spreadsheet in the language that is spoken.
    """
    return "\n".join("\t".join(_harmless(_one_line(cell), decimal_sign) for cell in row) for row in rows)


def _harmless(text: str, decimal_sign: str) -> str:
    if _NUMBER.fullmatch(text):
        return text.replace(".", decimal_sign)
    return f"'{text}" if text.startswith(_RUN) else text


def block_html(rows: Sequence[Sequence[str]], *, has_headers: bool, decimal_sign: str = ".") -> str:
    """Return a block as an HTML table in which plain numbers are numbers for LibreOffice and Excel alike.

    Text stays text: a cell that begins with a sign which spreadsheets run is marked as text.

    Args:
        rows: the cells, numbers with a point before decimals.
        has_headers: whether the first row is of headings.
        decimal_sign: as for :func:`block_text`; what holds the number says it with a point in every language.
    """
    lines = []
    for number, row in enumerate(rows):
        tag = "th" if has_headers and not number else "td"
        lines.append("<tr>" + "".join(_html_cell(tag, cell, decimal_sign) for cell in row) + "</tr>")
    head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
    return f"{head}<body><table>{''.join(lines)}</table></body></html>"


def _html_cell(tag: str, text: str, decimal_sign: str) -> str:
    if tag == "td" and _NUMBER.fullmatch(text):
        shown = text.replace(".", decimal_sign)
        return f'<td align="right" sdval="{text}" x:num="{text}">{shown}</td>'
    # LibreOffice knows text by `sdnum`, Excel by its style.
    return f'<{tag} sdnum="0;0;@" style="mso-number-format:\'\\@\'" x:str>{html.escape(_one_line(text))}</{tag}>'


def _one_line(text: str) -> str:
    return " ".join(text.split())
