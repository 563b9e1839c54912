"""Numbers, amounts and dates in print, as the Interinstitutional Style Guide writes them in each language.

- Section 6.5: whole numbers in blocks of three with a space between them, also numbers of four digits (``1 326``),
  never a point or a comma. Decimals are one block after a comma (``152 231,324567``). English, Irish and Maltese have
  a point, which in English the production of the Official Journal turns into a comma.
- Section 7.3.3: the code ``EUR``, never the euro sign in a legal text. In English, Irish, Latvian and Maltese it stands
  before the amount, in every other language after it (``75 EUR``), with a hard space between them.
- The sign for per cent has a hard space before it, in the Official Journal of every language.
- Serial numbers, years and page numbers are not grouped (section 6.5).
- Dates: months in letters, without nought before the day (part four of each edition), in the order and with the points
  and words of the language. Month names stand in ``resources/terms``, in the case that a date asks for.

The space between thousands is U+202F, which neither breaks nor stretches.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.exact import CENTS, PER_CENT, fixed
from desktop_app.calc.plain_sheets import Number
from desktop_app.calc.written import HARD, grouped

CENT_DECIMALS: Final = 2
PERCENT: Final = "%"


class Figure(str):
    """A number as it is printed, that still knows what it is: formats with cells for numbers write that.

    Attributes:
        number: what it is.
    """

    __slots__ = ("number",)

    number: Number

    @classmethod
    def of(cls, text: str, number: Number) -> "Figure":
        """Return a text that knows its number."""
        made = cls(text)
        made.number = number
        return made

    def marked(self, mark: str) -> "Figure":
        """Return the same figure with the mark of a note behind it."""
        return Figure.of(f"{self}{mark}", replace(self.number, mark=mark))


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How one language writes numbers.

    Attributes:
        decimal_sign: between whole numbers and decimals.
        code_first: the code of a currency stands before the amount.
    """

    decimal_sign: str
    code_first: bool

    def number(self, value: Fraction | int, decimals: int = 0) -> Figure:
        """Write an exact number with fixed decimals, half up: ``"21 000"``, ``"649.50"``."""
        text = grouped(fixed(value, decimals)).replace("-", "\u2212").replace(".", self.decimal_sign)
        return Figure.of(text, Number(Fraction(value), decimals))

    def money(self, eur: Fraction | int, decimals: int = 0) -> Figure:
        """Write exact EUR with fixed decimals, half up: ``"EUR 8 440 000"``."""
        return self.currency("EUR", eur, decimals)

    def currency(self, code: str, amount: Fraction | int, decimals: int = 0) -> Figure:
        """Write an exact amount of a currency, by its code of ISO 4217: ``"SEK 1 000 000"``, ``"1 000 000 SEK"``."""
        figures = self.number(amount, decimals)
        text = f"{code}{HARD}{figures}" if self.code_first else f"{figures}{HARD}{code}"
        return Figure.of(text, Number(Fraction(amount), decimals, code, unit_first=self.code_first))

    def cents(self, cents: int, decimals: int | None = None) -> Figure:
        """Write integer cents; without ``decimals`` the cents show only where there are any."""
        if decimals is None:
            decimals = CENT_DECIMALS if cents % CENTS else 0
        return self.money(Fraction(cents, CENTS), decimals)

    def percent(self, ratio: Fraction | int, decimals: int) -> Figure:
        """Write a ratio as a percentage with fixed decimals, half up: ``"84.96 %"``."""
        return self.percentage(ratio * PER_CENT, decimals)

    def percentage(self, percent: Fraction | int, decimals: int) -> Figure:
        """Write a number of percent: ``"42 %"``."""
        text = f"{self.number(percent, decimals)}{HARD}{PERCENT}"
        return Figure.of(text, Number(Fraction(percent), decimals, PERCENT))


_COMMA: Final = NumberStyle(decimal_sign=",", code_first=False)
_POINT: Final = NumberStyle(decimal_sign=".", code_first=True)
STYLES: Final = MappingProxyType(
    {
        "bg": _COMMA,
        "cs": _COMMA,
        "da": _COMMA,
        "de": _COMMA,
        "el": _COMMA,
        "en": _POINT,
        "es": _COMMA,
        "et": _COMMA,
        "fi": _COMMA,
        "fr": _COMMA,
        "ga": _POINT,
        "hr": _COMMA,
        "hu": _COMMA,
        "it": _COMMA,
        "lt": _COMMA,
        "lv": NumberStyle(decimal_sign=",", code_first=True),
        "mt": _POINT,
        "nl": _COMMA,
        "pl": _COMMA,
        "pt": _COMMA,
        "ro": _COMMA,
        "sk": _COMMA,
        "sl": _COMMA,
        "sv": _COMMA,
    }
)
"""Number style by language."""


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How one language writes dates.

    Attributes:
        pattern: with the places ``{day}``, ``{month}`` and ``{year}``; no line ends at a space, but for one that is
            written as a line end: long dates may be broken there.
        first: what stands for the day on the first of a month, where that is an ordinal number.
    """

    pattern: str = "{day} {month} {year}"
    first: str = "1"

    @property
    def ends_in_stop(self) -> bool:
        """Whether a date ends in a full stop, so that a sentence that ends in a date has no other."""
        return self.pattern.endswith(".")

    def written(self, value: date, month: str) -> str:
        """Write a date, ``"22 December 2025"`` with hard spaces.

        Args:
            value: the date.
            month: its month in letters.
        """
        day = self.first if value.day == 1 else str(value.day)
        held = self.pattern.replace(" ", HARD).replace("\n", " ")
        return held.format(day=day, month=month, year=value.year)


_PLAIN: Final = DateStyle()
_ORDINAL: Final = DateStyle("{day}. {month} {year}")
_OF: Final = DateStyle("{day} de {month}\nde {year}")
DATES: Final = MappingProxyType(
    {
        "bg": DateStyle("{day} {month}\n{year} г."),
        "cs": _ORDINAL,
        "da": _ORDINAL,
        "de": _ORDINAL,
        "el": DateStyle(first="1η"),
        "en": _PLAIN,
        "es": _OF,
        "et": _ORDINAL,
        "fi": _ORDINAL,
        "fr": DateStyle(first="1er"),
        "ga": _PLAIN,
        "hr": DateStyle("{day}. {month} {year}."),
        "hu": DateStyle("{year}. {month} {day}."),
        "it": DateStyle(first="1º"),
        "lt": DateStyle("{year} m.\n{month} {day} d."),
        "lv": DateStyle("{year}. gada\n{day}. {month}"),
        "mt": DateStyle("{day} ta’ {month} {year}"),
        "nl": _PLAIN,
        "pl": DateStyle("{day} {month} {year} r."),
        "pt": _OF,
        "ro": _PLAIN,
        "sk": _ORDINAL,
        "sl": _ORDINAL,
        "sv": _PLAIN,
    }
)
"""Date style by language."""


def common_decimals(values: Sequence[Fraction | int | None]) -> int:
    """Return the decimals that a column needs so that its figures align: 0 where all are whole, else 2."""
    return CENT_DECIMALS if any(value is not None and value.denominator != 1 for value in values) else 0
