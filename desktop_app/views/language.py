"""The language of the window: every text of the views goes through :func:`tr`.

English stands in the source and is the key of the catalogues (``resources/sentences``). Inside a function a text is
``tr("Close the round")``, with values in its places ``tr("{count} entries", count=5)``: whole sentences, never glued
parts, since other languages order them otherwise. What is made before a language is chosen (constants of a module or
a class) is ``marked("…")``, and goes through ``tr`` where it is shown, as does what calc says.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Final

from desktop_app.calc.sentences import ENGLISH, Sentence, State, Value, Voice, capitalised, say, told
from desktop_app.calc.wording import counted_persons
from desktop_app.calc.written import MONTHS
from desktop_app.documents.entries import title_told
from desktop_app.documents.fonts import SOFT_HYPHEN
from desktop_app.documents.references import reference_told
from desktop_app.documents.sentences import ENGLISH as ENGLISH_CODE
from desktop_app.documents.sentences import catalogue, spoken
from desktop_app.documents.text import Terms, terms


class _Tongue:
    """How a language other than English says what the window says."""

    def __init__(self, words: Terms, sentences: Mapping[str, str]) -> None:
        self._words: Final = words
        self._sentences: Final = sentences

    def template(self, english: str) -> str:
        return self._sentences.get(english) or reference_told(english, self._words.language) or english

    def state(self, code: str) -> str:
        return self._words.state(code).replace(SOFT_HYPHEN, "")

    def listed(self, words: list[str]) -> str:
        return self._words.listed(words)

    def day(self, value: date) -> str:
        return self._words.day(value)

    def exact(self, value: Fraction | int, decimals: int) -> str:
        return self._words.exact(value, decimals)

    def is_one(self, value: Fraction | int) -> bool:
        return self._words.is_one(value)

    def amount(self, currency: str, cents: int) -> str:
        return self._words.amount(currency, cents)


class _Chosen:
    """The language that is spoken now; one for the whole program, as its window is."""

    code = ENGLISH_CODE
    voice: Voice = ENGLISH


def choose(code: str) -> None:
    """Speak a language from now on; what is already shown stays as it is until it is made anew.

    Args:
        code: one of :func:`languages`; any other is English.
    """
    known = code if code in languages() else ENGLISH_CODE
    _Chosen.code = known
    _Chosen.voice = ENGLISH if known == ENGLISH_CODE else _Tongue(terms(known), catalogue(known))


def chosen() -> str:
    """Return the code of the language that is spoken."""
    return _Chosen.code


def voice() -> Voice:
    """Return how the language that is spoken says things."""
    return _Chosen.voice


def languages() -> tuple[str, ...]:
    """Return the languages that the window speaks, by code."""
    return spoken()


def tr(text: str, /, **values: Value) -> str:
    """Return a text of ours in the language that is spoken.

    Args:
        text: English, with names in braces where ``values`` stand; or a sentence that calc made.
        **values: what stands in the places: see :data:`desktop_app.calc.sentences.Value`. A plain string stands as it
            is (what a person typed, or what was told already), and so does an ``int``: a year, a number of an entry, a
            small count; ``wording.persons`` writes in groups.

    Returns:
        The text; English where the catalogue does not have it.
    """
    if values:
        plain = {name: str(value) if type(value) is int else value for name, value in values.items()}
        return told(say(text, **plain), _Chosen.voice)
    return told(text, _Chosen.voice) if _Chosen.voice is not ENGLISH or isinstance(text, Sentence) else text


def marked(text: str, /, **values: Value) -> str:
    """Return a text of ours in English that :func:`tr` can tell where it is shown: for constants.

    Args:
        text: English, with names in braces where ``values`` stand.
        **values: as for :func:`tr`.
    """
    return say(text, **values)


def shown(text: str) -> str:
    """Return a text as it is shown: what is ours in the language that is spoken, what a person typed as it is.

    Args:
        text: a sentence of ours, made by :func:`marked` or by calc; a plain string is told already, or typed.
    """
    return told(text, _Chosen.voice) if isinstance(text, Sentence) else text


def tell_parts(made: object, *names: str) -> None:
    """Replace attributes of a frozen thing, made while a language is spoken, by what :func:`shown` makes of them."""
    for name in names:
        text = getattr(made, name)
        if isinstance(text, Sentence):
            object.__setattr__(made, name, shown(text))


def short_day(value: date) -> str:
    """Return a date with its month cut short, ``"10 Nov 2026"``, in the language that is spoken."""
    month = tr(_MONTHS[value.month - 1])
    return tr("{day}\u00a0{month}\u00a0{year}", day=value.day, month=month, year=value.year)


def counted(count: int) -> str:
    """Write ``"1 person"`` or ``"120 persons"`` in the language that is spoken."""
    return shown(counted_persons(count))


def state_name(code: str) -> str:
    """Return the name of a Member State or associated state in the language that is spoken."""
    return _Chosen.voice.state(code)


def state_with_code(code: str) -> str:
    """Return name and code of a state, ``"Germany (DE)"``, to be told where it is shown: for constants, for choices."""
    return say("{state} ({code})", state=State(code), code=code)


def exact(value: Fraction | int, decimals: int) -> str:
    """Write an exact number with fixed decimals, half up, as the language that is spoken writes it."""
    return _Chosen.voice.exact(value, decimals)


def upper_first(text: str) -> str:
    """Return a text as a sentence begins: what is ours told, with a capital first letter."""
    return shown(capitalised(text))


_THOUSANDS: Final = {"de": ".", "nl": "."}
"""The sign that parts thousands where a language has one of its own.

French has a space, which everybody is understood with; English is typed here by people of every habit, so that
``8,440`` is asked about.
"""


_DECIMAL_SIGN: Final = {"de": ",", "fr": ",", "nl": ","}


def decimal_sign() -> str:
    """Return the sign before decimals in the language that is spoken."""
    return _DECIMAL_SIGN.get(_Chosen.code, ".")


def to_type(plain: str) -> str:
    """Write a plain number such as ``"8440000.50"`` as it is typed in the language that is spoken."""
    return plain.replace(".", decimal_sign())


def typed(text: str) -> str:
    """Return what was typed without the signs between thousands that the language has: ``8.440`` is 8 440 in German.

    A number that could not be meant so stays as it is, and is read, or asked about, as everywhere.
    """
    sign = _THOUSANDS.get(_Chosen.code)
    if sign is None:
        return text
    grouped = re.compile(rf"(?<![\d.,])[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}})+(?![\d.]|,\d{{3}}|\s*%)")
    return grouped.sub(lambda found: found.group().replace(sign, ""), text)


_DAY_ORDER: Final = {
    "de": "{day}.{month}.{year:04d}",
    "fr": "{day}/{month}/{year:04d}",
    "nl": "{day}-{month}-{year:04d}",
}


def day_to_type(value: date) -> str:
    """Write a day as it is typed in the language that is spoken: ``"2.12.2026"``; in English ``"2026-12-02"``."""
    order = _DAY_ORDER.get(_Chosen.code)
    if order is None:
        return value.isoformat()
    return order.format(day=value.day, month=value.month, year=value.year)


def months_called(word: str) -> list[int]:
    """Return the months, 1 to 12, whose name begins with a word, long or short, in any language of the window."""
    begun = _unaccented(word.rstrip("."))
    return [month for month, names in _month_names().items() if any(name.startswith(begun) for name in names)]


@cache
def _month_names() -> dict[int, frozenset[str]]:
    """Return what each month is called, in small letters without accents."""
    names: dict[int, frozenset[str]] = {}
    for month, (long, short) in enumerate(zip(MONTHS, _MONTHS, strict=True), 1):
        told_long = [terms(code).plain(f"month.{month}") for code in languages()]
        told_short = [catalogue(code).get(short, short) for code in languages()]
        names[month] = frozenset(map(_unaccented, (long, short, *told_long, *told_short)))
    return names


def _unaccented(word: str) -> str:
    parted = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).rstrip(".")


def day_comes_first() -> bool:
    """Return whether ``2/12/2026`` is the second of December; in English it can be meant both ways."""
    return _Chosen.code != ENGLISH_CODE


_MONTHS: Final = (
    marked("Jan"),
    marked("Feb"),
    marked("Mar"),
    marked("Apr"),
    marked("May"),
    marked("Jun"),
    marked("Jul"),
    marked("Aug"),
    marked("Sep"),
    marked("Oct"),
    marked("Nov"),
    marked("Dec"),
)


def entry_title(text: str) -> str:
    """Return the title of an entry of the record, which is kept in English, in the language that is spoken."""
    if _Chosen.code == ENGLISH_CODE:
        return text
    return title_told(text, _Chosen.code, _Chosen.voice)
