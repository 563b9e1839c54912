"""Numbers in print, as the Interinstitutional Style Guide writes them.

- Section 6.5: a space between thousands, also in numbers of four digits (``1 326``), never a comma; in
  English a decimal point. (The Official Journal's own production turns it into a comma.)
- Section 7.3.3: the code ``EUR``, a hard space, the amount in figures; never the euro sign in a legal text.
- Serial numbers, years and page numbers are not grouped (section 6.5).

The space between thousands is U+202F, which neither breaks nor stretches.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.exact import CENTS, PER_CENT, fixed
from desktop_app.calc.wording import HARD, grouped

CENT_DECIMALS: Final = 2


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How one language writes numbers.

    Attributes:
        decimal_sign: between whole numbers and decimals.
        code_first: the code EUR stands before the amount (English, Irish, Latvian, Maltese, Dutch).
    """

    decimal_sign: str
    code_first: bool

    def number(self, value: Fraction | int, decimals: int = 0) -> str:
        """Write an exact number with fixed decimals, half up: ``"21 000"``, ``"649.50"``."""
        return grouped(fixed(value, decimals)).replace("-", "\u2212").replace(".", self.decimal_sign)

    def money(self, eur: Fraction | int, decimals: int = 0) -> str:
        """Write exact EUR with fixed decimals, half up: ``"EUR 8 440 000"``."""
        amount = self.number(eur, decimals)
        return f"EUR{HARD}{amount}" if self.code_first else f"{amount}{HARD}EUR"

    def cents(self, cents: int, decimals: int | None = None) -> str:
        """Write integer cents; without ``decimals`` the cents show only where there are any."""
        if decimals is None:
            decimals = CENT_DECIMALS if cents % CENTS else 0
        return self.money(Fraction(cents, CENTS), decimals)

    def percent(self, ratio: Fraction | int, decimals: int) -> str:
        """Write a ratio as a percentage with fixed decimals, half up: ``"84.96 %"``."""
        return self.percentage(ratio * PER_CENT, decimals)

    def percentage(self, percent: Fraction | int, decimals: int) -> str:
        """Write a number of percent: ``"42 %"``."""
        return f"{self.number(percent, decimals)}{HARD}%"


STYLES: Final = MappingProxyType({"en": NumberStyle(decimal_sign=".", code_first=True)})
"""Number style by language of the annex."""


def common_decimals(values: Sequence[Fraction | int | None]) -> int:
    """Return the decimals that a column needs so that its figures align: 0 where all are whole, else 2."""
    return CENT_DECIMALS if any(value is not None and value.denominator != 1 for value in values) else 0
