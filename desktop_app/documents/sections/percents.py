"""A shortfall in print: above 30 % it is never written as 30.00 %, whatever it rounds to."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import fixed
from desktop_app.calc.shortfall_shown import THRESHOLD, is_above
from desktop_app.documents.sections.source import Source

_DECIMALS: Final = 2
_PER_CENT: Final = 100


def percent_text(source: Source, shortfall: Fraction) -> str:
    """Write a shortfall in percent, with as many decimals as show that it stands above 30 %."""
    decimals = _DECIMALS
    while is_above(shortfall) and fixed(shortfall * _PER_CENT, decimals) == fixed(THRESHOLD * _PER_CENT, decimals):
        decimals += 1
    return source.percent(shortfall, decimals)
