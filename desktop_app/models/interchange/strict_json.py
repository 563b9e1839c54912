"""From bytes to plain values, refusing what Python's own JSON reader lets through.

That is: another encoding than UTF-8, a name twice in one object, ``NaN``, numbers that are no integers
(they stay text, so that nothing becomes a float), integers of any length, deep nesting. What can be told
only with the key path, such as a name that stands twice, is marked here and refused where it is read.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits

LONGEST_INTEGER: Final = 30
"""Digits of an integer that is worth turning into one; Python itself refuses above 4 300."""

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_NOT_UTF_8: Final = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"\x1f\x8b": say("a gzip archive"),
    b"PK": say("a zip archive or an Excel workbook"),
    b"%PDF": say("a PDF"),
}
_SAVE_AS_UTF_8: Final = say("save it as JSON text in UTF-8")
_FAULTS: Final = {
    "Expecting value": say("expecting value"),
    "Expecting ',' delimiter": say("expecting ',' delimiter"),
    "Expecting ':' delimiter": say("expecting ':' delimiter"),
    "Expecting property name enclosed in double quotes": say("expecting property name enclosed in double quotes"),
    "Unterminated string starting at": say("unterminated string starting at"),
    "Invalid control character at": say("invalid control character at"),
    "Extra data": say("extra data"),
}
"""What Python's reader says is wrong; what it may say besides stays as it says it."""

# A string, whole or cut off, one bracket or one comma. The quantifiers never give back, so that time stays linear.
_STRING_OR_SIGN: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Odd:
    """A JSON value that is no value of the format: a number with a point, a huge one, ``NaN``.

    Attributes:
        text: as it stands in the document.
    """

    text: str


class Repeating(dict[str, Any]):
    """A JSON object in which a name stands twice.

    Attributes:
        name: such a name.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Take the names and values in the order of the document."""
        super().__init__(pairs)
        counts = Counter(name for name, _value in pairs)
        self.name: Final = next(name for name, count in counts.items() if count > 1)


def parse(data: bytes) -> Any:
    """Return the JSON value that ``data`` holds; an object with a name twice is :class:`Repeating`.

    Raises:
        BadInput: too long, not UTF-8, nested too deeply, too many values, or not JSON.
    """
    if len(data) > limits.DOCUMENT_BYTES:
        raise BadInput(
            say("document"),
            say("it is larger than {number} million bytes", number=limits.DOCUMENT_BYTES // 1000000),
            say("give the document of one forum"),
        )
    text = _decoded(data)
    _refuse_deep_and_many(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_integer, parse_float=Odd, parse_constant=Odd)
    except json.JSONDecodeError as error:
        raise BadInput(
            say("line {lineno}, column {colno}", lineno=error.lineno, colno=error.colno),
            say("this is not JSON ({fault})", fault=_FAULTS.get(error.msg, error.msg))
            if text.strip()
            else say("the document is empty"),
            say("correct it there, or export the document again"),
        ) from None


def _decoded(data: bytes) -> str:
    for start, kind in _NOT_UTF_8.items():
        if data.startswith(start):
            raise BadInput(
                say("byte 0"), say("this is {kind}, not a JSON document in UTF-8", kind=kind), _SAVE_AS_UTF_8
            )
    # Some editors begin UTF-8 with a byte order mark; it says nothing and is passed over (RFC 8259, section 8.1).
    skipped = len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0
    try:
        return data[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        position = error.start + skipped
        raise BadInput(
            say("byte {position}", position=position),
            say("byte 0x{data} is not UTF-8 here", data=f"{data[position]:02x}"),
            _SAVE_AS_UTF_8,
        ) from None


def _refuse_deep_and_many(text: str) -> None:
    depth = values = 0
    for match in _STRING_OR_SIGN.finditer(text):
        sign = match[0]
        if sign in "[{,":
            # Each begins a value, or follows one.
            values += 1
            if values > limits.VALUES:
                raise BadInput(
                    say("document"),
                    say("it holds more than {VALUES} values", VALUES=f"{limits.VALUES:,}".replace(",", " ")),
                    say("give one forum"),
                )
        if sign in "[{":
            depth += 1
            if depth > limits.NESTING:
                line = text.count("\n", 0, match.start()) + 1
                raise BadInput(
                    say("line {line}", line=line),
                    say("it nests deeper than {NESTING} levels", NESTING=limits.NESTING),
                    say("no forum needs more than eight"),
                )
        elif sign in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Repeating(pairs)


def _integer(text: str) -> int | Odd:
    return int(text) if len(text) <= LONGEST_INTEGER else Odd(text)
