"""How the numbers of a derivation stand on screen, by what they count."""

from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.derivation import Exact, Unit
from desktop_app.calc.exact import fixed

_DECIMALS: Final = {
    Unit.EUR: 2,
    Unit.EUR_MILLION: 2,
    Unit.EUR_PER_RELOCATION: 2,
    Unit.PERCENT: 4,
    Unit.RATIO: 4,
    Unit.APPLICATIONS_PER_HEAD: 6,
}
_MONEY: Final = (Unit.EUR, Unit.EUR_PER_RELOCATION)


def decimal(value: Fraction | int, decimals: int) -> str:
    """Write an exact number with at most ``decimals`` decimals; ``…`` says that more would follow."""
    shown = fixed(value, decimals)
    text = wording.grouped(shown)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if Fraction(shown) == value else f"{text}…"


def value_text(value: Exact, unit: Unit) -> str:
    """Write a number in its unit: ``EUR 8 440 000``, ``3.0942… %``, ``yes``."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if unit is Unit.RATIO:
        return f"{decimal(value * 100, _DECIMALS[unit])}{wording.HARD}%"
    text = decimal(value, _DECIMALS.get(unit, 4))
    if unit in _MONEY:
        return f"EUR{wording.HARD}{text}"
    if unit is Unit.EUR_MILLION:
        return f"EUR{wording.HARD}{text}{wording.HARD}million"
    return f"{text}{wording.HARD}%" if unit is Unit.PERCENT else text


def result_text(value: Exact, unit: Unit) -> str:
    """Write the value of a figure with its unit's name where that is a word."""
    text = value_text(value, unit)
    named = {
        Unit.PERSONS: "persons",
        Unit.RELOCATION_EQUIVALENTS: "relocations",
        Unit.EUR_PER_RELOCATION: "per relocation",
        Unit.MEMBER_STATES: "Member States",
        Unit.APPLICATIONS_PER_HEAD: "applications per head",
    }.get(unit, "")
    return f"{text}{wording.HARD}{named}" if named else text
