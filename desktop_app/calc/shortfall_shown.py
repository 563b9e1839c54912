"""How a shortfall is shown: two decimals, and never 30.00 where it stands above 30 % (COM(2020) 610, Art. 48(2))."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import fixed
from desktop_app.calc.sentences import Percent, Sentence, say

THRESHOLD: Final = Fraction(30, 100)
"""The shortfall that the proposal of 2020 still allows."""


def is_above(shortfall: Fraction) -> bool:
    """Tell whether a shortfall stands strictly above 30 %, exactly."""
    return shortfall > THRESHOLD


def is_triggered(shortfall: Fraction | None) -> bool:
    """Tell whether a shortfall is known and stands strictly above 30 %, exactly."""
    return shortfall is not None and is_above(shortfall)


def percent_shown(shortfall: Fraction) -> Sentence | Percent:
    """Return the shortfall as a percentage; "> 30 %" where it stands above 30 but would round to it."""
    rounds_to_threshold = fixed(shortfall * 100, 2) == fixed(THRESHOLD * 100, 2)
    return say(">\u00a030\u00a0%") if is_above(shortfall) and rounds_to_threshold else Percent(shortfall)


def percent_words(shortfall: Fraction) -> Sentence:
    """Write what :func:`percent_shown` returns."""
    return say("{percent}", percent=percent_shown(shortfall))
