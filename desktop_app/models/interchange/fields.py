"""Typed access to plain JSON values, with the key path in every refusal.

A converter is a function ``(value, where) -> typed value`` that raises :class:`BadInput`. :class:`Fields`
hands the keys of one object to converters and refuses what nobody asked for.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final, NoReturn, Self, TypeVar

from desktop_app.calc.exact import CENTS
from desktop_app.calc.said import CURRENCIES
from desktop_app.calc.sentences import ours, say
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange.strict_json import Odd, Repeating

T = TypeVar("T")
A = TypeVar("A")
E = TypeVar("E", bound=Enum)

_MONEY: Final = re.compile(r"([0-9]+)(?:\.([0-9]{1,2}))?")
_PERCENT: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,10})?")
_EXACT_PERSONS: Final = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,10})?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR: Final = re.compile(r"[0-9]{4}")
_LEADING_ZERO: Final = re.compile(r"0[0-9]")
# Control characters but newline and tab, halves of surrogate pairs, and the two code points that are never characters.
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the direction of what follows: a name or an amount would be read otherwise than it is written.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST_QUOTE: Final = 40
_MOST_NAMED: Final = 6
"""Keys that a refusal names: more would not be read."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the document.

    Attributes:
        path: key path, such as ``"states[2].pledge.relocations"``; empty for the document itself.
        state: code of the state concerned, where known.
    """

    path: str = ""
    state: str | None = None

    def key(self, name: str) -> "Where":
        """Return the place of a key in the object here."""
        is_plain = len(name) <= _LONGEST_QUOTE and (name.isidentifier() or name.replace("-", "").isalnum())
        shown = name if is_plain else quoted(name)
        return Where(f"{self.path}.{shown}" if self.path else shown, self.state)

    def item(self, index: int) -> "Where":
        """Return the place of an item, counted from 0, in the list here."""
        return Where(f"{self.path}[{index}]", self.state)

    def of(self, code: str) -> "Where":
        """Return the same place, known to be about a state."""
        return Where(self.path, code)

    def __str__(self) -> str:
        path = self.path or say("document")
        return f"{path} ({self.state})" if self.state else path

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raise the refusal of what stands here."""
        raise BadInput(str(self), what, remedy)


Converter = Callable[[Any, Where], T]


def quoted(text: str) -> str:
    """Return a text for a message: one line, not long, and printable in any encoding."""
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    plain = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in shown)
    return f'"{plain}"'


def shown(value: Any) -> str:
    """Return a JSON value for a message."""
    if isinstance(value, dict):
        return say("an object")
    if isinstance(value, list):
        return say("a list")
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Odd):
        return (
            value.text
            if len(value.text) <= _LONGEST_QUOTE
            else say("a number of {count} signs", count=str(len(value.text)))
        )
    if value is None:
        return "null"
    return str(value).lower()


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass
class Fields:
    """The keys of one JSON object, each asked for once.

    Use as a context: at its end, keys that nobody asked for are refused.

    Attributes:
        value: the object.
        where: its place.
    """

    value: Any
    where: Where
    _asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not isinstance(self.value, dict):
            self.where.refuse(
                say("{value} is not an object", value=shown(self.value)), say("write an object in braces here")
            )
        if isinstance(self.value, Repeating):
            self.where.key(self.value.name).refuse(
                say("this key stands twice in one object"), say("keep one of the two")
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is None:
            self.refuse_others()

    def refuse_others(self) -> None:
        """Refuse the first key that was not asked for."""
        for name in self.value:
            if name not in self._asked:
                near = difflib.get_close_matches(name, self._asked, n=1)
                named = ", ".join(self._asked[:_MOST_NAMED])
                more = " …" if len(self._asked) > _MOST_NAMED else ""
                remedy = (
                    say("remove it, or did you mean {near}", near=near[0])
                    if near
                    else say("remove it, or use {named}", named=f"{named}{more}")
                )
                self.where.key(name).refuse(say("this key is unknown here"), remedy)

    def forbid(self, name: str, what: str, remedy: str) -> None:
        """Refuse a key that a person may well write here, with the reason why nothing of the kind can stand here."""
        if name in self.value:
            self.where.key(name).refuse(what, remedy)

    def take(self, name: str, convert: Converter[T], default: A) -> T | A:
        """Return the value of a key; ``default`` where it is absent or null."""
        self._asked.append(name)
        value = self.value.get(name)
        return default if value is None else convert(value, self.where.key(name))

    def recorded(self, name: str, convert: Converter[T], absent: A) -> T | A | None:
        """Return the value of a key for which null is an answer of its own; ``absent`` where it is absent."""
        self._asked.append(name)
        if name not in self.value:
            return absent
        value = self.value[name]
        return None if value is None else convert(value, self.where.key(name))

    def need(self, name: str, convert: Converter[T], remedy: str) -> T:
        """Return the value of a key that must be there."""
        self._asked.append(name)
        if self.value.get(name) is None:
            self.where.key(name).refuse(say("this key is missing"), remedy)
        return convert(self.value[name], self.where.key(name))


def whole(what: str, lowest: int, highest: int) -> Converter[int]:
    """Return the converter of an integer in a range.

    Args:
        what: what it counts, such as ``say("a number of persons")``.
        lowest: smallest allowed.
        highest: largest allowed.
    """

    def convert(value: Any, where: Where) -> int:
        is_long = isinstance(value, Odd) and value.text.lstrip("-").isdigit()
        if not is_long and not _is_integer(value):
            where.refuse(
                say("{value} is not {what}", value=shown(value), what=ours(what)),
                say("write an integer such as 10, without point, exponent or quotes"),
            )
        if is_long or not lowest <= value <= highest:
            outside = say(
                "{value} is outside {lowest} to {highest}",
                value=shown(value),
                lowest=str(lowest),
                highest=str(highest),
            )
            where.refuse(outside, say("give {what} in that range", what=ours(what)))
        return int(value)

    return convert


persons: Final = whole(say("a number of persons"), 0, MAXIMUM_PERSONS)
year: Final = whole(say("a year"), 1, 9999)


def boolean(value: Any, where: Where) -> bool:
    """Convert ``true`` or ``false``."""
    if not isinstance(value, bool):
        where.refuse(
            say("{value} is neither true nor false", value=shown(value)), say("write true or false, without quotes")
        )
    return value


def string(value: Any, where: Where, example: str) -> str:
    """Convert any string; ``example`` shows the writer what is wanted."""
    if not isinstance(value, str):
        where.refuse(
            say("{value} is not a string", value=shown(value)),
            say("write a string in quotes such as {example}", example=example),
        )
    return value


def text(longest: int) -> Converter[str]:
    """Return the converter of a text of at most ``longest`` characters, in one or more lines."""
    convert_stored = stored_text(longest)

    def convert(value: Any, where: Where) -> str:
        written = convert_stored(value, where)
        why = turned(written)
        if why:
            where.refuse(why, say("remove that sign"))
        return written

    return convert


def turned(written: str) -> str:
    """Return which sign of a text turns the direction in which it is read, in a clause; empty where none does."""
    found = _TURNING.search(written)
    if found is None:
        return ""
    return say(
        "the text holds {sign} at character {place}, which turns the direction of what follows", **_sign_at(found)
    )


def _sign_at(found: re.Match[str]) -> dict[str, str]:
    return {"sign": f"U+{ord(found[0]):04X}", "place": str(found.start() + 1)}


def stored_text(longest: int) -> Converter[str]:
    """Return the converter of a text of a forum file; files of before may hold signs that turn its direction."""

    def convert(value: Any, where: Where) -> str:
        written = string(value, where, '"text"')
        if len(written) > longest:
            where.refuse(
                say("the text has {count} characters, more than {most}", count=str(len(written)), most=str(longest)),
                say("shorten it"),
            )
        found = _NOT_TEXT.search(written)
        if found:
            where.refuse(
                say("the text holds {sign} at character {place}, which is no printable sign", **_sign_at(found)),
                say("remove that sign (newline and tab are allowed)"),
            )
        return written

    return convert


def money(value: Any, where: Where) -> int:
    """Convert EUR in a string to cents."""
    written = string(value, where, '"8440000" or "8440000.50"')
    match = _MONEY.fullmatch(written)
    if match is None or _LEADING_ZERO.match(written):
        negative = written.startswith("-") and _MONEY.fullmatch(written[1:])
        where.refuse(
            say("{value} is negative", value=quoted(written))
            if negative
            else say("{value} is not an amount", value=quoted(written)),
            say('write digits and at most two decimals after a point, such as "8440000.50"'),
        )
    cents = int(match[1]) * CENTS + int((match[2] or "").ljust(2, "0")) if len(match[1]) <= 14 else MAXIMUM_CENTS + 1
    if cents > MAXIMUM_CENTS:
        where.refuse(
            say("{value} is more than {most}", value=quoted(written), most=str(MAXIMUM_CENTS // CENTS)),
            say("give an amount in EUR up to that"),
        )
    return cents


def percent(value: Any, where: Where) -> Fraction:
    """Convert a percentage in a string, at most ten decimals."""
    written = string(value, where, '"21.6890"')
    if _PERCENT.fullmatch(written) is None or _LEADING_ZERO.match(written):
        where.refuse(
            say("{value} is not a percentage", value=quoted(written)),
            say("write digits and at most ten decimals after a point, such as {example}", example='"21.6890"'),
        )
    return Fraction(written)


def exact_persons(value: Any, where: Where) -> Fraction:
    """Convert persons that need not be whole, in a string, at most ten decimals."""
    written = string(value, where, '"560" or "12.5"')
    if _EXACT_PERSONS.fullmatch(written) is None or _LEADING_ZERO.match(written):
        where.refuse(
            say("{value} is not a number of persons", value=quoted(written)),
            say("write digits and at most ten decimals after a point, such as {example}", example='"12.5"'),
        )
    exact = Fraction(written)
    if exact > MAXIMUM_PERSONS:
        where.refuse(
            say("{value} is more than {most}", value=quoted(written), most=str(MAXIMUM_PERSONS)),
            say("give a number of persons up to that"),
        )
    return exact


def share(value: Any, where: Where) -> Fraction:
    """Convert a share in percent, 0 to 100."""
    exact = percent(value, where)
    if exact > 100:
        where.refuse(say("a share of {value} % is more than the whole", value=value), say("give a share from 0 to 100"))
    return exact


def rate(value: Any, where: Where) -> Fraction:
    """Convert a rate of exchange in a string: more than 0, at most ten decimals."""
    written = string(value, where, '"11.2345"')
    if _PERCENT.fullmatch(written) is None or _LEADING_ZERO.match(written) or Fraction(written) == 0:
        where.refuse(
            say("{value} is not a rate of exchange", value=quoted(written)),
            say('write a number above 0 with at most ten decimals after a point, such as "11.2345"'),
        )
    return Fraction(written)


def currency(value: Any, where: Where) -> str:
    """Convert the code of a currency in which a pledge may be said, beside the euro."""
    written = string(value, where, '"SEK"')
    if written not in CURRENCIES:
        where.refuse(
            say("{value} is not a currency that can stand here", value=quoted(written)),
            say("use one of {join}", join=", ".join(CURRENCIES)),
        )
    return written


def day(value: Any, where: Where) -> date:
    """Convert an ISO date that exists."""
    written = string(value, where, '"2026-10-15"')
    if _DATE.fullmatch(written) is None:
        where.refuse(
            say("{value} is not a date", value=quoted(written)), say('write year, month and day such as "2026-10-15"')
        )
    try:
        return date.fromisoformat(written)
    except ValueError:
        where.refuse(say("{quoted} is a day that does not exist", quoted=written), say("correct the day"))


def choice(kind: type[E]) -> Converter[E]:
    """Return the converter of one of the values of an enumeration."""
    by_value = {member.value: member for member in kind}

    def convert(value: Any, where: Where) -> E:
        if not isinstance(value, str) or value not in by_value:
            refuse_choice(value, where, by_value)
        return by_value[value]

    return convert


def refuse_choice(value: Any, where: Where, allowed: Iterable[str]) -> NoReturn:
    """Refuse what is none of the values that can stand in a place."""
    what = say("{value} is not one of the values", value=shown(value))
    where.refuse(what, say("use {allowed}", allowed=", ".join(allowed)))


def choices(kind: type[E]) -> Converter[tuple[E, ...]]:
    """Return the converter of a list of different values of an enumeration, put in the enumeration's order."""
    one = choice(kind)

    def convert(value: Any, where: Where) -> tuple[E, ...]:
        found: set[E] = set()
        for each, place in items(value, where, len(kind)):
            member = one(each, place)
            if member in found:
                place.refuse(say("{value} stands there twice", value=str(member.value)), say("keep one of the two"))
            found.add(member)
        return tuple(member for member in kind if member in found)

    return convert


def items(value: Any, where: Where, most: int) -> Iterator[tuple[Any, Where]]:
    """Yield the items of a list of at most ``most``, each with its place."""
    if not isinstance(value, list):
        where.refuse(say("{value} is not a list", value=shown(value)), say("write a list in square brackets"))
    if len(value) > most:
        what = say("the list has {count} entries, more than {most}", count=str(len(value)), most=str(most))
        where.refuse(what, say("shorten it"))
    for index, each in enumerate(value):
        yield each, where.item(index)


def many(convert: Converter[T], most: int) -> Converter[tuple[T, ...]]:
    """Return the converter of a list of at most ``most`` items, order kept."""

    def convert_all(value: Any, where: Where) -> tuple[T, ...]:
        return tuple(convert(each, place) for each, place in items(value, where, most))

    return convert_all


def by_year(most: int) -> Converter[tuple[tuple[int, int | None], ...]]:
    """Return the converter of an object with persons by calendar year; a year that is null is left out."""

    def convert(value: Any, where: Where) -> tuple[tuple[int, int | None], ...]:
        entries = Fields(value, where)
        if len(value) > most:
            what = say("the object has {count} years, more than {most}", count=str(len(value)), most=str(most))
            where.refuse(what, say("shorten it"))
        found: list[tuple[int, int | None]] = []
        for name in value:
            if _YEAR.fullmatch(name) is None or name == "0000":
                where.key(name).refuse(
                    say("{value} is not a year", value=quoted(name)), say('write four digits such as "2025"')
                )
            count = entries.take(name, persons, None)
            if count is not None:
                found.append((int(name), count))
        return tuple(sorted(found))

    return convert
