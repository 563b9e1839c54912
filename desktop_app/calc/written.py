"""How figures, dates and lists are written in English: what every sentence of calc is made with."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

_GROUP: Final = 3
_TWO: Final = 2
NARROW: Final = "\u202f"
HARD: Final = "\u00a0"
MINUS: Final = "\N{MINUS SIGN}"


def grouped(digits: str) -> str:
    """Put narrow no-break spaces between the thousands of a plain number such as ``"8440000.50"``."""
    if len(digits) <= _GROUP:
        return digits
    whole, dot, part = digits.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    head = len(whole) % _GROUP
    groups = [whole[:head]] if head else []
    groups += [whole[place : place + _GROUP] for place in range(head, len(whole), _GROUP)]
    return sign + NARROW.join(groups) + dot + part


def english_day(value: date) -> str:
    """Write a date: ``"22 December 2025"``."""
    return f"{value.day}{HARD}{MONTHS[value.month - 1]}{HARD}{value.year}"


MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def is_one(value: Fraction | int, language: str) -> bool:
    """Return whether a number takes a noun in the singular: 1, and in French all below 2."""
    return -_TWO < value < _TWO if language == "fr" else value == 1


def english_list(words: Sequence[str]) -> str:
    """Join words as in a sentence: ``"relocations, money and alternative measures"``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
