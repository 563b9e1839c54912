"""What a cell of an annex says as people type it: a figure in the habits of any language, nothing, or not readable.

Thousands are parted by any space, a point, a comma or an apostrophe, decimals by a point or a comma. Where one sign
could be both (``1.299``), a share has decimals and persons and money have thousands; of a figure that may have either,
the language of the table decides, and where that is not known the cell is not readable. Nothing is guessed.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.calc.adopted.values import Column, Meaning, Nothing, Stated, Unreadable
from desktop_app.calc.exact import PER_CENT
from desktop_app.calc.sentences import say
from desktop_app.models.adopted.known import Known
from desktop_app.models.table_reading.cells import SIGNIFICANT, quoted, refuse_kinds
from desktop_app.models.table_reading.grid import GridCell, Kind
from desktop_app.models.table_reading.notes import NotTakenError

_LONGEST: Final = 60
_DIGITS: Final = 20
"""Digits before the point, and after it: more than any figure of an act has."""
_SPACES: Final = dict.fromkeys(
    map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t\n\r"), " "
)
_UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\u2063\u2064\ufeff\u00ad"))
_MARK: Final = re.compile(
    r"\s*(?:[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021]+|[(\[]\s*(?:[*\u2020\u2021]+|[0-9]{1,2}"
    r"|[a-z]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)\s*[)\]])$"
)
"""The mark of a note behind a figure: ``¹``, ``(¹)``, ``( 1 )``, ``(*)``, ``[a]``."""
_MARKS: Final = 6
_UNIT_BEFORE: Final = re.compile(r"^(?:eur|euros?|\u20ac)\s*", re.IGNORECASE)
_UNIT_BEHIND: Final = re.compile(r"\s*(?:eur|euros?|\u20ac|%)$", re.IGNORECASE)
_DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2026./")
_MINUS: Final = re.compile(r"^[-\u2212\u2013]\s*(?=[0-9]|eur|\u20ac)", re.IGNORECASE)
_TYPED: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_PARTED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([ '\u2019.,])[0-9]{3}(?:\1[0-9]{3})*)?|[0-9]+")
_EITHER: Final = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")


def meaning_of(cell: GridCell | None, column: Column, language: str, known: Known) -> Meaning:
    """Return what a cell of an annex says.

    Args:
        cell: of the file; ``None`` where it is empty.
        column: that it stands in.
        language: of the table; empty where that is not known.
        known: the words of every language.
    """
    if cell is None:
        return Nothing.EMPTY
    if cell.kind is Kind.PERCENT and column is Column.SHARE:
        return _typed(cell.text, PER_CENT)
    if cell.kind is Kind.DATE:
        return Unreadable(say("the spreadsheet has made a date of it ({text})", text=quoted(cell.text)))
    try:
        refuse_kinds(cell)
    except NotTakenError as refused:
        return Unreadable(say("{reason}", reason=str(refused)))
    return _typed(cell.text, 1) if cell.kind is Kind.NUMBER else _written(cell.text, column, language, known)


def _typed(text: str, factor: int) -> Meaning:
    """Read a number as a spreadsheet keeps it."""
    if len(text) > _LONGEST or not _TYPED.fullmatch(text.strip()):
        return Unreadable(say("{text} is no number", text=quoted(text)))
    value = Decimal(text.strip()) * factor
    digits = len(value.normalize().as_tuple().digits)
    if digits > SIGNIFICANT:
        # What lies behind is the noise of a binary fraction.
        value = Decimal(f"{value:.{SIGNIFICANT - 1}e}")
    return _stated(Fraction(value), max(0, -_exponent(value)), is_full=digits >= SIGNIFICANT)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _stated(value: Fraction, decimals: int, *, is_full: bool = False) -> Meaning:
    if decimals > _DIGITS or abs(value) >= 10**_DIGITS:
        return Unreadable(say("it has more digits than any figure of an act"))
    return Stated(value, decimals, is_full)


def _written(text: str, column: Column, language: str, known: Known) -> Meaning:
    plain = " ".join(text[: 4 * _LONGEST].translate(_UNSEEN).translate(_SPACES).split())
    word = known.nothing(plain)
    if word is not None and not any(map(str.isdigit, plain)):
        return word
    bare = _without_marks(plain)
    if all(sign in _DASHES for sign in bare.replace(" ", "")):
        return Nothing.EMPTY if bare or not plain else Unreadable(say("a mark of a note stands there alone"))
    digits = _UNIT_BEFORE.sub("", _UNIT_BEHIND.sub("", bare))
    # The mark of a note may stand before the unit, too.
    digits = _without_marks(digits)
    sign = -1 if _MINUS.match(digits) else 1
    digits = _UNIT_BEFORE.sub("", _MINUS.sub("", digits))
    if len(digits) > _LONGEST:
        return Unreadable(say("{text} is no figure", text=quoted(text)))
    return _digits(digits, quoted(text), column, known.decimal_signs.get(language, ""), sign)


def _without_marks(text: str) -> str:
    for _time in range(_MARKS):
        shorter = _MARK.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text


def _digits(digits: str, shown: str, column: Column, decimal_sign: str, sign: int) -> Meaning:
    """Read digits with the signs between them."""
    either = _EITHER.fullmatch(digits)
    if either is not None:
        is_decimal = _is_decimal(either[1], column, decimal_sign)
        if is_decimal is None:
            whole, decimals = digits.split(either[1])
            both = {"whole": f"{whole}\u202f{decimals}", "parted": f"{whole}.{decimals}"}
            return Unreadable(
                say("{text} can be {whole} or {parted}: leave the sign out, or write more", text=shown, **both)
            )
    else:
        is_decimal = _PARTED.fullmatch(digits) is None
    whole, decimals = digits, ""
    if is_decimal:
        point = max(digits.rfind("."), digits.rfind(","))
        whole, decimals = digits[:point], digits[point + 1 :]
        sound = point >= 0 and _is_ascii_number(decimals) and digits[point] not in whole
        if not sound or not (whole == "" or _PARTED.fullmatch(whole)):
            return Unreadable(say("{text} is no figure: write digits such as 8 440 000 or 12.5", text=shown))
    kept = re.sub("[^0-9]", "", whole) + decimals
    return _stated(Fraction(sign * int(kept), 10 ** len(decimals)), len(decimals))


def _is_ascii_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_decimal(sign: str, column: Column, decimal_sign: str) -> bool | None:
    """Tell whether a sign before three digits parts decimals; ``None`` where it can be either."""
    if column is Column.SHARE:
        return True
    if column.is_money or column.is_recorded:
        return False
    return None if not decimal_sign else sign == decimal_sign
