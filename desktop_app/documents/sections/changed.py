"""What was changed, in words: the record's differences in the language of the document.

The record says them in English. Words of ours are looked up; numbers, money and dates are written as the language
writes them; what a person typed stays as it is.
"""

import re
from datetime import date
from typing import Final

from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.wording import NARROW
from desktop_app.documents.sections.source import Source

_JOINT: Final = ": "
_NUMBERED: Final = re.compile(r"(?P<word>.+?) (?P<number>\d+)")
_REVISED: Final = re.compile(r"(?P<word>.+?) \(Rev\) (?P<number>\d+)")
_COUNTED: Final = re.compile(r"(?P<number>\d+) (?P<word>measures?)")
_MONEY: Final = re.compile(rf"EUR\u00a0(?P<whole>-?[\d{NARROW}]+)(?:\.(?P<part>\d\d))?")
_DAY: Final = re.compile(r"(?P<day>\d{1,2})\u00a0(?P<month>[A-Z][a-z]+)\u00a0(?P<year>\d{4})")
_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        1,
    )
}
_CODES: Final = {name: code for code, name in (*NAMES.items(), *ASSOCIATED_NAMES.items())}


def place_words(source: Source, difference: Difference) -> str:
    """Return where something was changed: ``"Latvia"``, ``"Key: France"``."""
    return said_in_parts(source, difference.place)


def what_words(source: Source, difference: Difference) -> str:
    """Return which cell was changed: ``"relocations"``, ``"measure 2: value"``."""
    return said_in_parts(source, difference.what)


def said_in_parts(source: Source, text: str) -> str:
    """Return words that are joined by colons, each looked up alone."""
    return _JOINT.join(_named(source, part) for part in text.split(_JOINT))


def before_words(source: Source, difference: Difference) -> str:
    """Return what stood there."""
    return value_words(source, difference.before)


def after_words(source: Source, difference: Difference) -> str:
    """Return what stands there now."""
    return value_words(source, difference.after)


def value_words(source: Source, value: str) -> str:
    """Return a value of a difference."""
    terms = source.terms
    money = _MONEY.fullmatch(value)
    if money is not None:
        cents = int(money["whole"].replace(NARROW, "")) * 100
        return terms.amount("EUR", cents + int(money["part"] or 0))
    day = _DAY.fullmatch(value)
    if day is not None and day["month"] in _MONTHS:
        return terms.day(date(int(day["year"]), _MONTHS[day["month"]], int(day["day"])))
    counted = _COUNTED.fullmatch(value)
    if counted is not None:
        return f"{counted['number']} {terms.said(counted['word'])}"
    return _named(source, value)


def _named(source: Source, part: str) -> str:
    """Return a word of ours or the name of a state in the language; anything else as it is."""
    terms = source.terms
    if part in _CODES:
        return terms.state(_CODES[part])
    said = terms.said(part)
    for pattern in (_REVISED, _NUMBERED) if said == part else ():
        found = pattern.fullmatch(part)
        if found is not None:
            return part.replace(found["word"], terms.said(found["word"]), 1)
    return said
