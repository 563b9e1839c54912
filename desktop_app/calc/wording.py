"""How figures stand in a sentence: narrow no-break spaces between thousands, the code EUR before money.

What is written here keeps the value it was written from (see :mod:`desktop_app.calc.sentences`): it reads as English,
and is written anew where the sentence it stands in is told in another language. So it is put into a place of a
sentence, never glued to one.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from desktop_app.calc.exact import decimals_of, round_half_up
from desktop_app.calc.sentences import ONE_RELOCATION, RELOCATIONS, Counted, Money, Number, say
from desktop_app.calc.written import HARD, MINUS, NARROW

__all__ = (
    "HARD",
    "MINUS",
    "NARROW",
    "counted_persons",
    "day",
    "decimal",
    "grouped",
    "listed",
    "money",
    "money_of",
    "number",
    "percent",
    "percentage",
    "persons",
    "relocations",
)


def persons(count: int) -> str:
    """Write a number of persons: ``"21 000"``."""
    return say("{number}", number=Number(count, 0))


def counted_persons(count: int) -> str:
    """Write a number of persons with its noun: ``"1 person"``, ``"21 000 persons"``."""
    return say("{counted}", counted=Counted(count, say("{count} person"), say("{count} persons")))


def number(value: Fraction | int, decimals: int = 2) -> str:
    """Write an exact number with at most ``decimals`` decimals, whole numbers without any."""
    return say("{number}", number=Number(value, 0 if value.denominator == 1 else decimals))


def relocations(value: Fraction | int, decimals: int = 2) -> str:
    """Write a number of relocations: ``"1 relocation"``, ``"649.78 relocations"``."""
    return say("{counted}", counted=Counted(value, ONE_RELOCATION, RELOCATIONS, decimals))


def percent(ratio: Fraction | int, decimals: int = 2) -> str:
    """Write a ratio as a percentage: ``"99.26 %"``."""
    return say("{number}\u00a0%", number=Number(ratio * 100, decimals))


def grouped(digits: str) -> str:
    """Write a plain number such as ``"8440000.50"`` with all its digits."""
    return say("{number}", number=Number(Fraction(digits), len(digits.partition(".")[2])))


def decimal(value: Fraction) -> str:
    """Write a terminating decimal in full: ``"11.2345"``.

    Raises:
        ValueError: it has no finite decimals.
    """
    return say("{number}", number=Number(value, decimals_of(value)))


def percentage(percent: Fraction) -> str:
    """Write a number of percent in full: ``"33.3 %"``.

    Raises:
        ValueError: it has no finite decimals.
    """
    return say("{number}\u00a0%", number=Number(percent, decimals_of(percent)))


def money(cents: int) -> str:
    """Write cents: ``"EUR 8 440 000"``, with two decimals only where there are cents."""
    return say("{money}", money=Money(cents))


def money_of(eur: Fraction | int) -> str:
    """Write exact EUR, rounded half up to the cent."""
    return money(round_half_up(eur * 100))


def day(value: date) -> str:
    """Write a date: ``"22 December 2025"``."""
    return say("{day}", day=value)


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence: ``"relocations, money and alternative measures"``."""
    return say("{words}", words=tuple(words))
