"""Lists whose items have a name of their own, and what the procedures of COM(2020) 610 write alike."""

import itertools
from collections.abc import Callable
from typing import Any, Final, TypeVar

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.sentences import say
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import (
    Converter,
    Fields,
    Where,
    choice,
    exact_persons,
    items,
    money,
    quoted,
    text,
)
from desktop_app.models.interchange.written import Document, money_or_none

T = TypeVar("T")

_description: Final = text(limits.DESCRIPTION)
_name: Final = text(limits.MEETING_NAME)
ROUND_AGAIN: Final = (say("a round {name} stands there twice"), say("give each round an id of its own"))


def named(
    again: tuple[str, str], mark: str, most: int, convert: Callable[[Fields], Callable[[str], T]]
) -> Converter[tuple[T, ...]]:
    """Return the converter of a list whose items have an ``id``, order kept; one without gets a free one.

    Args:
        again: what is said where one ``{name}`` stands there twice, and what to do.
        mark: stands before the number of an id that is given here.
        most: how many there may be.
        convert: what makes an item of its name, from its other keys.
    """

    def convert_all(value: Any, where: Where) -> tuple[T, ...]:
        found: list[tuple[str | None, Callable[[str], T]]] = []
        taken: set[str] = set()
        for each, place in items(value, where, most):
            with Fields(each, place) as keys:
                name = keys.take("id", _name, None)
                found.append((name, convert(keys)))
            if name in taken:
                place.refuse(say(again[0], name=quoted(name)), again[1])
            if name is not None:
                taken.add(name)
        free = (f"{mark}{number}" for number in itertools.count(1) if f"{mark}{number}" not in taken)
        return tuple(make(next(free) if name is None else name) for name, make in found)

    return convert_all


def different(convert: Converter[str], most: int) -> Converter[frozenset[str]]:
    """Return the converter of a list of at most ``most`` different words."""

    def convert_all(value: Any, where: Where) -> frozenset[str]:
        found: set[str] = set()
        for each, place in items(value, where, most):
            word = convert(each, place)
            if word in found:
                place.refuse(say("{value} stands there twice", value=word), say("keep one of the two"))
            found.add(word)
        return frozenset(found)

    return convert_all


def read_measure(keys: Fields) -> ResponseMeasure:
    """Return the measure of Art. 45(1)(d) that the keys of an object tell."""
    return ResponseMeasure(
        kind=keys.take("kind", choice(ResponseMeasureKind), None),
        amount=keys.take("amount", _description, None),
        description=keys.take("description", _description, None),
        timetable=keys.take("timetable", _description, None),
        persons_equivalent=keys.take("persons_equivalent", exact_persons, None),
        value_cents=keys.take("value_eur", money, None),
    )


def response_measure(value: Any, where: Where) -> ResponseMeasure:
    """Convert a measure on the form of a plan."""
    with Fields(value, where) as keys:
        return read_measure(keys)


def written_measure(measure: ResponseMeasure) -> Document:
    """Return a measure of Art. 45(1)(d)."""
    stands_for = measure.persons_equivalent
    return {
        "kind": None if measure.kind is None else measure.kind.value,
        "amount": measure.amount,
        "description": measure.description,
        "timetable": measure.timetable,
        "persons_equivalent": None if stands_for is None else decimal_text(stands_for),
        "value_eur": money_or_none(measure.value_cents),
    }
