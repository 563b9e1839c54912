"""How the numbers of a derivation stand on screen, by what they count."""

from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.derivation import Exact, Unit
from desktop_app.calc.exact import fixed
from desktop_app.views.language import exact, shown, tr

_DECIMALS: Final = {
    Unit.EUR: 2,
    Unit.EUR_MILLION: 2,
    Unit.EUR_PER_RELOCATION: 2,
    Unit.PERCENT: 6,
    Unit.RATIO: 6,
    Unit.APPLICATIONS_PER_HEAD: 8,
}
"""Two more than the table shows, so that one sees what was rounded."""
_MONEY: Final = (Unit.EUR, Unit.EUR_PER_RELOCATION)
_SHARES: Final = ("share", "share_percent")
_NEVER_ROUNDED: Final = ("shortfall_percent",)
"""30.00 % where the 30 % rule is triggered would read as its opposite."""


def decimal(value: Fraction | int, decimals: int) -> str:
    """Write an exact number with at most ``decimals`` decimals, cut with ``…`` where more would follow."""
    scaled = abs(value) * 10**decimals
    cut = Fraction(scaled.numerator // scaled.denominator, 10**decimals)
    text = exact(cut if value >= 0 else -cut, decimals)
    if cut != abs(value):
        return f"{text}…"
    return text.rstrip("0").rstrip(".,") if "." in text or "," in text else text


def _amount(value: Exact) -> str:
    """Write an amount without decimals or with both: never EUR 8.5."""
    text = decimal(value, 2)
    return f"{text}0" if text[-2:-1] in {".", ","} else text


def value_text(value: Exact, unit: Unit) -> str:
    """Write a number in its unit: ``EUR 8 440 000``, ``3.0942… %``, ``yes``."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if unit is Unit.DATE:
        return tr(wording.day(date.fromordinal(int(value))))
    if unit is Unit.RATIO:
        return f"{shown(decimal(value * 100, _DECIMALS[unit]))}{wording.HARD}%"
    if unit in _MONEY:
        return tr("EUR\u00a0{amount}", amount=_amount(value))
    text = decimal(value, _DECIMALS.get(unit, 4))
    if unit is Unit.EUR_MILLION:
        return tr("EUR\u00a0{number}\u00a0million", number=text)
    return f"{text}{wording.HARD}%" if unit is Unit.PERCENT else text


def result_text(figure: str, value: Exact, unit: Unit) -> str:
    """Write the value of a figure as the table shows it, rounded half up, with the name of its unit."""
    exact = isinstance(value, bool) or figure in _NEVER_ROUNDED or unit is Unit.APPLICATIONS_PER_HEAD
    text = value_text(value if exact else _as_in_table(figure, value, unit), unit)
    named = {
        Unit.PERSONS: tr("persons"),
        Unit.RELOCATION_EQUIVALENTS: tr("relocations"),
        Unit.EUR_PER_RELOCATION: tr("per relocation"),
        Unit.MEMBER_STATES: tr("Member States"),
        Unit.DAYS: tr("days"),
        Unit.APPLICATIONS_PER_HEAD: tr("applications per head"),
    }.get(unit, "")
    return f"{text}{wording.HARD}{shown(named)}" if named else text


def _as_in_table(figure: str, value: Exact, unit: Unit) -> Fraction:
    decimals = (4 if figure in _SHARES else 2) + (2 if unit is Unit.RATIO else 0)
    return Fraction(fixed(value, decimals))
