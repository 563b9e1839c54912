"""Whether a number and the text that a spreadsheet shows for it are the same number, in the notation of any country."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.calc.entry_amount import UnreadableError, read_amount
from desktop_app.calc.exact import PER_CENT

_LONGEST: Final = 60
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_BESIDE: Final = re.compile(r"(?:eur|euros?|€)?\s*([-0-9.,' \u2019e+\u2013]+?)\s*(?:eur|euros?|€)?")
_EURO: Final = re.compile(r"€|\beuros?\b|\beur\b")
_SCIENTIFIC: Final = re.compile(r"([0-9])(?:[.,]([0-9]+))?e([+-]?[0-9]{1,2})")
_WHOLE: Final = re.compile(r"[0-9]+|[0-9]{1,3}([., '\u2019])(?:[0-9]{2,3}\1)*[0-9]{3}")
_NOISE: Final = Fraction(1, 10**9)
_NONE: Final = ("-", "\u2013")
"""What formats of bookkeepers show for 0."""


def is_shown_as(number: str, text: str) -> bool:
    """Tell whether a text shows a number, alone or as EUR, be it rounded to the decimals that it shows.

    Args:
        number: digits such as ``"8440000.5"``, not below 0.
        text: such as ``"€ 8.440.000,50"``, ``"8 440 001"``, ``"8.44E+06"``, or ``"12.5 %"`` of ``"0.125"``.
    """
    if number == text:
        return True
    value, plain = Fraction(Decimal(number)), " ".join(text.translate(_SPACES).split()).casefold()
    if len(plain) > _LONGEST:
        return False
    if plain.endswith("%"):
        # A percentage is taken as it is shown, so it may not be rounded, beyond the noise of a binary fraction.
        return any(_is_close(value * PER_CENT, shown, _NOISE) for shown, _last in _meanings(plain[:-1].strip()))
    beside = _BESIDE.fullmatch(plain)
    if beside is not None:
        digits = beside[1].strip()
        return (digits in _NONE and not value) or any(_is_close(value, *shown) for shown in _meanings(digits))
    try:
        return read_amount(plain).value == value
    except UnreadableError:
        return False


def names_euro(text: str) -> bool:
    """Tell whether a text shows its number as EUR; what shows another currency is no number of ours at all."""
    return _EURO.search(text.casefold()) is not None


def _is_close(value: Fraction, shown: Fraction, last_digit: Fraction) -> bool:
    return abs(value - shown) * 2 <= last_digit


def _meanings(digits: str) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield each number that digits can mean, with the worth of its last digit."""
    scientific = _SCIENTIFIC.fullmatch(digits)
    if scientific is not None:
        decimals = scientific[2] or ""
        last = Fraction(10) ** (int(scientific[3]) - len(decimals))
        yield int(scientific[1] + decimals) * last, last
    if _WHOLE.fullmatch(digits):
        yield Fraction(_only_digits(digits)), Fraction(1)
    whole, point, decimals = digits.rpartition("," if digits.rfind(",") > digits.rfind(".") else ".")
    # A sign that parts thousands is no decimal sign as well.
    if point and decimals.isdigit() and point not in whole and (not whole or _WHOLE.fullmatch(whole)):
        last = Fraction(1, 10 ** len(decimals))
        yield int(f"{_only_digits(whole)}{decimals}") * last, last


def _only_digits(text: str) -> int:
    return int(re.sub(r"[^0-9]", "", text) or "0")
