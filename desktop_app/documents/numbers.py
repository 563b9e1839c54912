"""Numbers in print, as the Interinstitutional Style Guide writes them.

- Section 6.5: whole numbers in blocks of three with a space between them, also numbers of four digits (``1 326``),
  never a point or a comma. Decimals are one block after a comma (``152 231,324567`` in the Dutch edition); English
  may have a point outside the Official Journal, whose own production turns it into a comma.
- Section 7.3.3 of the English edition: the code ``EUR``, a hard space, the amount in figures; never the euro sign
  in a legal text. Section 10.5.2 of the Dutch edition: the amount stands before the code, with a hard space
  between them (``75 EUR``).
- Serial numbers, years and page numbers are not grouped (section 6.5).
- Dates: months in letters, without nought before the day (section 10.5.1 of the Dutch edition: ``1 mei 1997``).

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
        code_first: the code of a currency stands before the amount (English, Irish, Latvian, Maltese).
    """

    decimal_sign: str
    code_first: bool

    def number(self, value: Fraction | int, decimals: int = 0) -> str:
        """Write an exact number with fixed decimals, half up: ``"21 000"``, ``"649.50"``."""
        return grouped(fixed(value, decimals)).replace("-", "\u2212").replace(".", self.decimal_sign)

    def money(self, eur: Fraction | int, decimals: int = 0) -> str:
        """Write exact EUR with fixed decimals, half up: ``"EUR 8 440 000"``."""
        return self.currency("EUR", eur, decimals)

    def currency(self, code: str, amount: Fraction | int, decimals: int = 0) -> str:
        """Write an exact amount of a currency, by its code of ISO 4217: ``"SEK 1 000 000"``, ``"1 000 000 SEK"``."""
        figures = self.number(amount, decimals)
        return f"{code}{HARD}{figures}" if self.code_first else f"{figures}{HARD}{code}"

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


STYLES: Final = MappingProxyType(
    {
        "en": NumberStyle(decimal_sign=".", code_first=True),
        "nl": NumberStyle(decimal_sign=",", code_first=False),
    }
)
"""Number style by language of the annex."""


def common_decimals(values: Sequence[Fraction | int | None]) -> int:
    """Return the decimals that a column needs so that its figures align: 0 where all are whole, else 2."""
    return CENT_DECIMALS if any(value is not None and value.denominator != 1 for value in values) else 0
