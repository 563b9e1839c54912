"""Amounts as people type them: digits, thousands, decimals, units and the code EUR, read exactly.

Spaces part thousands; a point or a comma with one or two digits is the decimal sign. What could be meant
in two ways is refused, never guessed: a wrong thousand is a diplomatic incident.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc.sentences import Number, say

LONGEST_ENTRY: Final = 60
"""Characters; no number of this field is longer."""

THOUSAND: Final = 10**3
MILLION: Final = 10**6
BILLION: Final = 10**9

_UNIT_WORDS: Final = {
    THOUSAND: "k tsd tausend thousand mille duizend",
    MILLION: "m mn mio mln mill million millions millionen miljoen miljoenen",
    BILLION: "bn mrd md mld milliard milliards milliarde milliarden miljard miljarden",
}
UNITS: Final = {word: factor for factor, words in _UNIT_WORDS.items() for word in words.split()}
"""Factor by unit, lower case, without a full stop; English, Dutch, French and German habits."""

ENTRIES: Final = say("write for example 310, 8 440 000, 8.44m, 50%, rest, +20, or - for none")
"""What can be typed into a cell of the pledge table, for a refusal."""

_SHAPE: Final = re.compile(r"(?P<digits>[0-9., ]*[0-9.,])\s*(?P<unit>[^0-9.,\s][^0-9,]*)?")
_CURRENCY_BEFORE: Final = re.compile(r"(?:eur(?:os?)?(?![a-z])|€)\s*")
_CURRENCY_AFTER: Final = re.compile(r"\s*(?:(?<![a-z])eur(?:os?)?|€)")
_SPACED: Final = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_MARKED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_MOST_DECIMALS: Final = 2


class UnreadableError(Exception):
    """The text is no amount; the message says what is wrong and what to write.

    Attributes:
        unfinished: whether typing on can still make it one.
    """

    def __init__(self, reason: str, *, unfinished: bool = False) -> None:
        """Keep what is wrong and whether typing on helps."""
        super().__init__(reason)
        self.unfinished = unfinished


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """An amount as it was typed.

    Attributes:
        value: the exact number, units applied: persons or EUR.
        names_money: whether ``EUR`` or ``€`` stands beside it.
    """

    value: Fraction
    names_money: bool


@dataclass(frozen=True, slots=True)
class _Digits:
    """The digits of a number: whole part, decimals, and whether thousands were parted."""

    whole: str
    decimals: str
    parted: bool


def read_amount(text: str) -> TypedAmount:
    """Read an amount such as ``8 440 000``, ``12,9 mio``, ``EUR 280k`` or ``310``.

    Args:
        text: lower case, trimmed, with plain single spaces.

    Raises:
        UnreadableError: it is no amount, or one that can be meant in two ways.
    """
    bare, names_money = _without_currency(text)
    if not bare:
        message = say("A number is missing after EUR.")
        raise UnreadableError(message, unfinished=True)
    shape = _SHAPE.fullmatch(bare)
    if shape is None:
        raise UnreadableError(_unknown(text))
    unit = (shape["unit"] or "").rstrip(". ")
    digits = _digits(shape["digits"])
    factor = _factor(unit, text)
    if factor not in (MILLION, BILLION):
        _check_decimals(digits, unit)
    value = Fraction(int(digits.whole + digits.decimals), 10 ** len(digits.decimals))
    return TypedAmount(value * factor, names_money)


def read_percentage(text: str) -> Fraction:
    """Read the number before a percent sign, such as ``50``, ``33.3`` or ``33,333``.

    Raises:
        UnreadableError: it is no number.
    """
    if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text):
        message = say("“{value} %” is not a percentage: write for example 50% or 33.3%.", value=text)
        raise UnreadableError(message)
    return Fraction(text.replace(",", "."))


def _without_currency(text: str) -> tuple[str, bool]:
    before = _CURRENCY_BEFORE.match(text)
    if before:
        return text[before.end() :], True
    after = _CURRENCY_AFTER.search(text)
    if after and after.end() == len(text):
        return text[: after.start()], True
    return text, False


def _unknown(text: str) -> str:
    return say("“{value}” is not a number: {ENTRIES}.", value=text, ENTRIES=ENTRIES)


def _factor(unit: str, text: str) -> int:
    if not unit:
        return 1
    if unit in ("billion", "billions", "billionen", "biljoen"):
        message = say("A billion is a thousand million in English and a million million elsewhere: write bn or mrd.")
        raise UnreadableError(message)
    if unit not in UNITS:
        unfinished = any(word.startswith(unit) for word in (*UNITS, "billion", "eur"))
        reason = say("“{unit}” is not a unit: write k, m (or mio) or bn (or mrd).", unit=unit)
        raise UnreadableError(reason if unfinished else _unknown(text), unfinished=unfinished)
    return UNITS[unit]


def _digits(text: str) -> _Digits:
    """Part whole and decimals.

    Where both signs stand, the last one is the decimal sign (``12.900,50``); a sign that stands more than
    once parts thousands (``8.440.000``).
    """
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return _Digits(*_whole(text), text.count(" ") > 0)
    sign, head, tail = text[last], text[:last], text[last + 1 :]
    if sign in head:
        return _Digits(*_whole(text), True)
    if not tail:
        message = say("A digit is missing after the “{sign}”.", sign=sign)
        raise UnreadableError(message, unfinished=True)
    if not tail.isdigit():
        message = say(
            "No space belongs among the decimals: write for example {head}{sign}{replace}.",
            head=head,
            sign=sign,
            replace=str(tail.replace(" ", "")[:2]),
        )
        raise UnreadableError(message)
    whole, _ = _whole(head or "0")
    return _Digits(whole, tail, not head.isdigit())


def _whole(text: str) -> tuple[str, str]:
    if text.isdigit():
        return text, ""
    if _SPACED.fullmatch(text) or _MARKED.fullmatch(text):
        return re.sub(r"[ .,]", "", text), ""
    remedy = say("write for example 8 440 000.")
    if re.fullmatch(r"[0-9 ]+", text):
        remedy = say("did you mean {grouped}?", grouped=Number(int(text.replace(" ", "")), 0))
    message = say("“{value}” is not in groups of three digits: {remedy}", value=text, remedy=remedy)
    raise UnreadableError(message, unfinished=True)


def _check_decimals(digits: _Digits, unit: str) -> None:
    if len(digits.decimals) <= _MOST_DECIMALS:
        return
    whole, decimals = digits.whole, digits.decimals
    looks_like_thousands = len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0") and not digits.parted
    if not looks_like_thousands:
        message = say("At most two digits stand after the decimal sign; here are {count}.", count=len(decimals))
        raise UnreadableError(message)
    thousands = _written(whole + decimals, "", unit)
    significant = decimals.rstrip("0")
    fraction = _written(whole, significant, unit)
    remedy = (
        say("write {thousands}", thousands=thousands)
        if len(significant) == 3
        else say("write {thousands} or {decimals}", thousands=thousands, decimals=_written(whole, decimals[:2], unit))
    )
    message = say(
        "{thousands} or {fraction}? This can be meant both ways: {remedy}.",
        thousands=thousands,
        fraction=fraction,
        remedy=remedy,
    )
    raise UnreadableError(message)


def _written(whole: str, decimals: str, unit: str) -> str:
    """Write a number with its unit so that it takes the decimal sign of the language in which it is told."""
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    return say("{number}{unit}", number=Number(value, len(decimals)), unit=unit)
