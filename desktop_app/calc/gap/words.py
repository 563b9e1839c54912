"""Amounts of a proposal in words."""

from fractions import Fraction

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.gap.problem import Unit


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
        return number_words(amount)
    noun = "person" if unit is Unit.PERSONS and amount == 1 else unit.value
    return f"{number_words(amount)} {noun}"


def number_words(amount: Fraction) -> str:
    """Write an amount with as many decimals as it needs, four at most."""
    decimals = next((places for places in range(4) if (amount * 10**places).denominator == 1), 4)
    return wording.grouped(fixed(amount, decimals))
