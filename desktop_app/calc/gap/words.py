"""Amounts of a proposal in words."""

from fractions import Fraction

from desktop_app.calc import wording
from desktop_app.calc.gap.problem import Standing, Unit


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
    noun = "person" if unit is Unit.PERSONS and amount == 1 else unit.value
    return f"{_number(amount)} {noun}"


def now_words(standing: Standing, unit: Unit) -> str:
    """Write what is recorded of a state; dots where nothing is, as in the pledge table."""
    return "…" if standing.is_open else amount_words(standing.now, unit, alone=False)


def _number(amount: Fraction) -> str:
    """Write an amount in one style: decimals only where they say something."""
    words = wording.number(amount)
    return words if words in {"0.00", "-0.00"} else words.removesuffix(".00")
