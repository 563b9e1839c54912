"""Amounts of a proposal in words."""

from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import round_half_up
from desktop_app.calc.gap.problem import Standing, Unit
from desktop_app.calc.sentences import say

_HUNDREDTHS: Final = 100


def amount_words(amount: Fraction, unit: Unit, *, alone: bool = True) -> str:
    """Write an amount in a ground's unit: ``"1 200 persons-equivalent"``, ``"EUR 24 000 000"``.

    Args:
        amount: exact.
        unit: what it counts.
        alone: whether what it counts is said with it; money always has its code.
    """
    if unit is Unit.THOUSANDS:
        return wording.money_of(amount * 1000)
    if not alone:
        return _number(amount)
    if unit is Unit.EQUIVALENTS:
        return say("{count} persons-equivalent", count=_number(amount))
    return say("{count} person" if amount == 1 else "{count} persons", count=_number(amount))


def now_words(standing: Standing, unit: Unit) -> str:
    """Write what is recorded of a state; dots where nothing is, as in the pledge table."""
    return "…" if standing.is_open else amount_words(standing.now, unit, alone=False)


def _number(amount: Fraction) -> str:
    """Write an amount in one style: decimals only where they say something."""
    rounded = Fraction(round_half_up(amount * _HUNDREDTHS), _HUNDREDTHS)
    return wording.number(rounded or amount)
