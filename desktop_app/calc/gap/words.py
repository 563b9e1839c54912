"""Amounts of a proposal in words."""

from fractions import Fraction

from desktop_app.calc import wording
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
        return wording.number(amount)
    noun = "person" if unit is Unit.PERSONS and amount == 1 else unit.value
    return f"{wording.number(amount)} {noun}"
