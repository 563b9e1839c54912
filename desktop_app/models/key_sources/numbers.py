"""Exact numbers out of text; what could be meant in two ways is refused, never guessed."""

import re
from fractions import Fraction
from typing import Final

from desktop_app.calc.forum import GDP_UNITS_PER_MILLION
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS

LONGEST: Final = 40
"""Characters; no number of this field is longer."""

_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " ")
_POINTED: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PLAIN: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_TWO_WAYS: Final = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_SPACED: Final = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_MARKED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?!\1)[.,][0-9]+")
_TWICE_MARKED: Final = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})+")
_MOST_PERCENT_DECIMALS: Final = 10


class UnreadableNumberError(Exception):
    """The text is no such number; the message says why, a clause without a full stop."""


def persons(text: str, *, pointed: bool) -> int:
    """Read a number of persons.

    Args:
        text: as it stands in the file, or as a typed cell of a workbook gives it.
        pointed: whether a point can be nothing but a decimal sign, as in Eurostat's files and in typed cells.

    Raises:
        UnreadableNumberError: it is no whole number of persons that the program records.
    """
    value = _number(text, pointed=pointed, thousands=True)
    if value.denominator != 1:
        raise UnreadableNumberError(say("persons are whole numbers"))
    if value > MAXIMUM_PERSONS:
        raise UnreadableNumberError(say("this is more than 1 000 000 000 persons"))
    return value.numerator


def million_eur(text: str, *, pointed: bool) -> int:
    """Read a gross domestic product in million EUR, as units of EUR 10 000; arguments as for :func:`persons`."""
    units = _number(text, pointed=pointed, thousands=True) * GDP_UNITS_PER_MILLION
    if units.denominator != 1:
        raise UnreadableNumberError(say("more than two decimals of a million EUR: round it to two"))
    if units > MAXIMUM_CENTS:
        raise UnreadableNumberError(say("this is more than the gross domestic product of any state"))
    return units.numerator


def percent(text: str, *, pointed: bool) -> Fraction:
    """Read a share in percent, with or without the sign; arguments as for :func:`persons`."""
    value = _number(text.strip().removesuffix("%"), pointed=pointed, thousands=False)
    if value > 100:
        raise UnreadableNumberError(say("a share is not above 100 %"))
    if (value * 10**_MOST_PERCENT_DECIMALS).denominator != 1:
        raise UnreadableNumberError(say("a share has at most ten decimals"))
    return value


def _number(text: str, *, pointed: bool, thousands: bool) -> Fraction:
    plain = text.translate(_SPACES).strip()
    if len(plain) > LONGEST:
        raise UnreadableNumberError(say("this is too long for a number"))
    if plain.startswith(("-", "−")) and any(sign.isdigit() for sign in plain):
        raise UnreadableNumberError(say("a figure is not below 0"))
    if not plain.isascii():
        raise UnreadableNumberError(say("this is no number"))
    if pointed:
        if not _POINTED.fullmatch(plain):
            raise UnreadableNumberError(_no_number(plain))
        return Fraction(plain)
    return Fraction(_without_thousands(plain, thousands=thousands))


def _without_thousands(plain: str, *, thousands: bool) -> str:
    """Return a number as digits with a decimal point."""
    if thousands and _TWO_WAYS.fullmatch(plain):
        whole, part = re.split("[.,]", plain)
        raise UnreadableNumberError(
            say(
                "this can be {whole}{part} or {whole_2}.{part_2}: write it without thousands",
                whole=whole,
                part=part,
                whole_2=whole,
                part_2=part,
            )
        )
    if _PLAIN.fullmatch(plain):
        return plain.replace(",", ".")
    if _SPACED.fullmatch(plain):
        return plain.replace(" ", "").replace(",", ".")
    if _TWICE_MARKED.fullmatch(plain):
        return re.sub("[.,]", "", plain)
    if _MARKED.fullmatch(plain):
        cut = max(plain.rfind("."), plain.rfind(","))
        return f"{re.sub('[.,]', '', plain[:cut])}.{plain[cut + 1 :]}"
    raise UnreadableNumberError(_no_number(plain))


def _no_number(plain: str) -> str:
    if plain.casefold() in {"na", "n/a", "n.a.", "nan", "-", "null", "none"}:
        return say("this is no number; leave the cell empty where nothing is known")
    if plain.startswith("="):
        return say("this is a formula, and none is run: put its value there")
    return say("this is no number")
