"""What was typed into a field, read exactly: days, amounts, persons, rates. Nothing ambiguous is guessed.

Each function takes a text as typed and returns a :class:`Read`: the value and how it was understood, or the
problem in one line. An empty text is no value and no problem.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Generic, TypeAlias, TypeVar

from desktop_app.calc import wording
from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.entry import EntryContext, Refused, read_entry
from desktop_app.calc.exact import decimal_text, money_text
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.validity import MAXIMUM_RATE
from desktop_app.views.language import (
    day_comes_first,
    day_to_type,
    decimal_sign,
    marked,
    months_called,
    shown,
    to_type,
    tr,
    typed,
)

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Read(Generic[_Value]):
    """What a text means.

    Attributes:
        value: what was understood; ``None`` for an empty text and for one that is not understood.
        words: how it was understood; may be empty.
        problem: what is wrong and what to write; empty where all is well.
        unfinished: whether typing on can still make it right.
    """

    value: _Value | None = None
    words: str = ""
    problem: str = ""
    unfinished: bool = False


Reader: TypeAlias = Callable[[str], Read[_Value]]
"""Reads one kind of text."""

_DAY_EXAMPLE: Final = marked("write 2026-12-02 or 2.12.2026")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTS: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_SLASHES: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_NAMED: Final = re.compile(r"(\d{1,2})(?:\.|er|th|st|nd|rd)? ?([^\W\d_]{3,}\.?) ?(\d{4})", re.IGNORECASE)
_NAMED_BEGUN: Final = re.compile(r"\d{1,2}(?:\.|er|th|st|nd|rd)? ?([^\W\d_]+\.?) ?\d{0,3}", re.IGNORECASE)
_BEGUN: Final = re.compile(
    r"\d{0,4}|\d{4}-\d{0,2}(-\d{0,1})?|\d{1,2}\.( ?\d{0,2}(\. ?\d{0,3})?)?|\d{1,2}([/-])(\d{0,2}(\4\d{0,3})?)?"
)
_DECIMAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_THOUSANDS_OR_DECIMALS: Final = re.compile(r"([1-9]\d{0,2})([.,])(\d{3})")
_BEGUN_DECIMAL: Final = re.compile(r"[0-9]+[.,]")
_MOST_RATE_DECIMALS: Final = 10
WEEKDAYS: Final = (
    marked("Monday"),
    marked("Tuesday"),
    marked("Wednesday"),
    marked("Thursday"),
    marked("Friday"),
    marked("Saturday"),
    marked("Sunday"),
)
_YEARS: Final = range(1900, 2200)
"""Years that nobody is asked about."""


def read_day(text: str) -> Read[date]:
    """Read a day: ``2026-12-02``, ``2.12.2026``, ``2 dec 2026``, and ``2/12/2026`` where the day comes first.

    In English the last, and ``2-12-2026``, are taken where only one order is possible. The month may be named in any
    language of the window, long or short.
    """
    plain = " ".join(text.split())
    if not plain:
        return Read()
    numbers = _year_month_day(plain)
    if isinstance(numbers, str):
        return Read(problem=numbers, unfinished=bool(_BEGUN.fullmatch(plain)) or _begins_named(plain))
    year, month, day = numbers
    try:
        value = date(year, month, day)
    except ValueError:
        return Read(problem=tr("There is no day {plain}: {day_example}.", plain=plain, day_example=_DAY_EXAMPLE))
    return Read(value, f"{shown(WEEKDAYS[value.weekday()])}, {shown(wording.day(value))}{shown(_doubt(year))}")


def _named(plain: str) -> tuple[int, int, int] | None:
    """Read a day whose month is named."""
    found = _NAMED.fullmatch(plain)
    months = months_called(found[2]) if found else []
    return (int(found[3]), months[0], int(found[1])) if found and len(months) == 1 else None


def _begins_named(plain: str) -> bool:
    """Return whether a day with the name of its month is being typed."""
    begun = _NAMED_BEGUN.fullmatch(plain)
    return begun is not None and bool(months_called(begun[1]))


def _doubt(year: int) -> str:
    """Ask about a year that the format allows, and that is hardly meant."""
    return "" if year in _YEARS else tr(" (is the year {year} meant?)", year=year)


def _year_month_day(plain: str) -> tuple[int, int, int] | str:
    iso, points, slashes = _ISO.fullmatch(plain), _POINTS.fullmatch(plain), _SLASHES.fullmatch(plain)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    if points:
        return int(points[3]), int(points[2]), int(points[1])
    if slashes is None:
        return _named(plain) or tr("“{plain}” is not a day: {day_example}.", plain=plain, day_example=_DAY_EXAMPLE)
    first, second, year = int(slashes[1]), int(slashes[3]), int(slashes[4])
    if day_comes_first() and second <= 12:
        return year, second, first
    if first <= 12 and second <= 12 and first != second:
        return tr(
            "“{plain}” can be meant both ways: write {first}.{second}.{year} or {second_2}.{first_2}.{year_2}.",
            plain=plain,
            first=first,
            second=second,
            year=year,
            second_2=second,
            first_2=first,
            year_2=year,
        )
    return (year, second, first) if second <= 12 else (year, first, second)


def read_money(text: str) -> Read[int]:
    """Read an amount of EUR into cents: ``8.44m``, ``12,9 mio``, ``8 440 000``."""
    return _amount(text, PledgeColumn.FINANCIAL)


def read_persons(text: str) -> Read[int]:
    """Read a number of persons."""
    return _amount(text, PledgeColumn.RELOCATIONS)


def _amount(text: str, column: PledgeColumn) -> Read[int]:
    if not text.strip():
        return Read()
    entry = read_entry(typed(text), column, EntryContext())
    if isinstance(entry, Refused):
        return Read(problem=entry.reason, unfinished=entry.unfinished)
    if entry.value is None or entry.value is ABSENT or text.strip()[0] in "+-":
        return Read(problem=tr("“{value}” is not an amount: write a number, or leave it empty.", value=text.strip()))
    return Read(entry.value, entry.words)


def read_foreign(text: str) -> Read[int]:
    """Read an amount of another currency into its hundredths; the field beside it names the currency."""
    read = _amount(text, PledgeColumn.FINANCIAL)
    if re.search(r"eur|€", text.casefold()):
        return Read(problem=tr("This is in the other currency: write the number alone."))
    if read.value is None:
        return read
    return Read(read.value, shown(wording.grouped(money_text(read.value).removesuffix(".00"))))


def read_rate(text: str) -> Read[Fraction]:
    """Read units of a currency for one euro: ``11.2345`` or ``11,2345``; more than 0."""
    plain = text.strip()
    if not plain:
        return Read()
    two_ways = meant_both_ways(plain)
    if two_ways:
        return Read(problem=two_ways, unfinished=True)
    if not _DECIMAL.fullmatch(plain):
        unfinished = bool(_BEGUN_DECIMAL.fullmatch(plain))
        return Read(
            problem=tr("“{plain}” is not a rate: write for example 11.2345.", plain=plain), unfinished=unfinished
        )
    _whole, _sign, decimals = plain.replace(",", ".").partition(".")
    value = Fraction(plain.replace(",", "."))
    if len(decimals) > _MOST_RATE_DECIMALS or value >= MAXIMUM_RATE:
        return Read(
            problem=tr(
                "A rate has at most {most_rate_decimals} decimals, and is below one thousand million.",
                most_rate_decimals=_MOST_RATE_DECIMALS,
            )
        )
    if not value:
        return Read(problem=tr("A rate is more than 0."), unfinished=True)
    return Read(value)


def meant_both_ways(plain: str) -> str:
    """Say that a number can be one of thousands or one with three decimals: its sign is not the language's own."""
    found = _THOUSANDS_OR_DECIMALS.fullmatch(plain)
    if found is None or found[2] == decimal_sign():
        return ""
    return tr(
        "“{plain}” can be meant both ways: write {thousands} or {decimals}.",
        plain=plain,
        thousands=found[1] + found[3],
        decimals=f"{found[1]}{decimal_sign()}{found[3]}",
    )


def read_percent(text: str) -> Read[Fraction]:
    """Read a percentage, the sign being optional: ``42``, ``33,3 %``; above 100 it is read, and asked about."""
    plain = text.strip().removesuffix("%").rstrip()
    if not plain:
        return Read()
    if not _DECIMAL.fullmatch(plain):
        unfinished = bool(_BEGUN_DECIMAL.fullmatch(plain))
        return Read(
            problem=tr("“{plain}” is not a percentage: write for example 42 or 33.3.", plain=plain),
            unfinished=unfinished,
        )
    _whole, _sign, decimals = plain.replace(",", ".").partition(".")
    if len(decimals) > _MOST_RATE_DECIMALS:
        return Read(
            problem=tr(
                "A percentage has at most {most_rate_decimals} decimals.", most_rate_decimals=_MOST_RATE_DECIMALS
            )
        )
    value = Fraction(plain.replace(",", "."))
    return Read(value, "" if value <= 100 else tr("More than 100 %: is that meant?"))


def read_year(text: str) -> Read[int]:
    """Read a calendar year."""
    plain = text.strip()
    if not plain:
        return Read()
    if not re.fullmatch(r"[0-9]{1,4}", plain) or plain == "0000":
        return Read(problem=tr("“{plain}” is not a year: write four digits such as 2027.", plain=plain))
    if len(plain) < 4:
        return Read(problem=tr("A year has four digits."), unfinished=True)
    year = int(plain)
    return Read(year, _doubt(year).strip(" ()").capitalize())


def year_entry(year: int | None) -> str:
    """Write a calendar year as :func:`read_year` reads it."""
    return "" if year is None else f"{year:04d}"


def day_text(value: date | None) -> str:
    """Write a day as :func:`read_day` reads it, in the order of the language that is spoken."""
    return "" if value is None else day_to_type(value)


def money_entry(cents: int | None) -> str:
    """Write cents as :func:`read_money` reads them: ``"8440000"``, ``"8440000.50"``."""
    return "" if cents is None else to_type(money_text(cents).removesuffix(".00"))


def persons_entry(count: int | None) -> str:
    """Write persons as :func:`read_persons` reads them."""
    return "" if count is None else str(count)


def decimal_entry(value: Fraction | None) -> str:
    """Write a rate or a percentage as :func:`read_rate` and :func:`read_percent` read it."""
    return "" if value is None else to_type(decimal_text(value))
