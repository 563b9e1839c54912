"""How single figures stand in what ``check --json`` says."""

from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from desktop_app.calc.exact import PER_CENT, exact_text, fixed, money_text

SHARE_DECIMALS: Final = 4
COVERAGE_DECIMALS: Final = 2
EUR_DECIMALS: Final = 2

NOTHING: Final = "0"
"""An exact figure of nothing."""

DEADLINES: Final = MappingProxyType(
    {
        "P610-47-3": "request",
        "P610-47-4a": "plans",
        "P610-48-1": "act",
        "P610-48-2a": "act",
        "P610-49-1": "request of the benefitting state",
        "P610-51-1": "report",
        "P610-51-4": "report",
        "P610-52-3a": "plans",
        "P610-53-1": "act",
        "P610-53-5": "end of the act",
        "P610-53-6": "report on the implementation",
        "P610-55-2": "sponsorship",
        "P610-57-7": "confirmation",
        "P610-57-8": "transfer decision",
        "P610-57-9": "transfer",
        "R002-2": "end of the mechanism",
    }
)
"""The word for what each time limit of the format is for; the sentence stands beside it."""

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
