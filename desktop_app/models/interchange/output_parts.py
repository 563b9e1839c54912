"""How single figures stand in what ``check --json`` says."""

from fractions import Fraction
from typing import Any, Final

from desktop_app.calc.exact import PER_CENT, exact_text, fixed, money_text

SHARE_DECIMALS: Final = 4
COVERAGE_DECIMALS: Final = 2
EUR_DECIMALS: Final = 2

Output = dict[str, Any]


def exact_or_none(value: Fraction | None) -> str | None:
    """Return an integer or a reduced fraction."""
    return None if value is None else exact_text(value)


def percent(ratio: Fraction | None, decimals: int) -> str | None:
    """Return a ratio in percent, half up."""
    return None if ratio is None else fixed(ratio * PER_CENT, decimals)


def eur(value: Fraction | None) -> str | None:
    """Return exact EUR with two decimals, half up."""
    return None if value is None else fixed(value, EUR_DECIMALS)


def cents(value: int | None) -> str | None:
    """Return cents as EUR with two decimals."""
    return None if value is None else money_text(value)
