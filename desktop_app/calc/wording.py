"""How figures stand in a sentence: narrow no-break spaces between thousands, the code EUR before money."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from desktop_app.calc.exact import fixed, money_text, round_half_up

_GROUP = 3
NARROW = "\u202f"
HARD = "\u00a0"
MINUS = "\N{MINUS SIGN}"


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


def persons(count: int) -> str:
    """Write a number of persons: ``"21 000"``."""
    return grouped(str(count))


def number(value: Fraction | int, decimals: int = 2) -> str:
    """Write an exact number with at most ``decimals`` decimals, whole numbers without any."""
    return grouped(fixed(value, 0 if value.denominator == 1 else decimals))


def relocations(value: Fraction | int, decimals: int = 2) -> str:
    """Write a number of relocations: ``"1 relocation"``, ``"649.78 relocations"``."""
    return f"{number(value, decimals)} relocation{'' if value == 1 else 's'}"


def percent(ratio: Fraction | int, decimals: int = 2) -> str:
    """Write a ratio as a percentage: ``"99.26 %"``."""
    return f"{grouped(fixed(ratio * 100, decimals))}{HARD}%"


def money(cents: int) -> str:
    """Write cents: ``"EUR 8 440 000"``, with two decimals only where there are cents."""
    return f"EUR{HARD}{grouped(money_text(cents).removesuffix('.00'))}"


def money_of(eur: Fraction | int) -> str:
    """Write exact EUR, rounded half up to the cent."""
    return money(round_half_up(eur * 100))


def day(value: date) -> str:
    """Write a date: ``"22 December 2025"``."""
    return f"{value.day}{HARD}{_MONTHS[value.month - 1]}{HARD}{value.year}"


_MONTHS = (
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


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence: ``"relocations, money and alternative measures"``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
