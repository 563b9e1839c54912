"""Comparing two values of one kind field by field, also where one of the two is not there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from desktop_app.calc.sentences import joined, ours, say

T = TypeVar("T")

NOT_THERE: Final = say("nothing")
THERE: Final = say("there, with nothing in it")


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that is not the same in two forums.

    Attributes:
        place: where it is, in words: ``"Latvia"``, ``"Key: France"``, ``"Pool"``.
        code: code of the state concerned, or ``None``.
        what: the cell there: ``"relocations"``, ``"measure 2: value"``, ``"deduction 1: stage"``.
        before: what the first forum says, in words.
        after: what the second forum says, in words.
    """

    place: str
    code: str | None
    what: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return one line, such as ``"Latvia, relocations: 10 → 12"``."""
        return say(
            "{place}, {what}: {before} → {after}",
            place=self.place,
            what=ours(self.what),
            before=self.before,
            after=self.after,
        )


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One cell of a value.

    Attributes:
        what: its name in words; empty for the value itself.
        value: reads what is compared; two documents differ here exactly where these differ.
        text: writes the value.
        always: whether it is named even where it is what a missing value would have, such as a stage.
    """

    what: str
    value: Callable[[T], object]
    text: Callable[[T], str]
    always: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where values are compared.

    Attributes:
        words: the place in words.
        code: code of the state concerned, or ``None``.
        prefix: what stands before the name of each cell, such as ``"measure 2"``.
    """

    words: str
    code: str | None = None
    prefix: str = ""

    def inside(self, prefix: str) -> "Place":
        """Return a place in this one."""
        return Place(self.words, self.code, prefix)

    def difference(self, what: str, before: str, after: str) -> Difference:
        """Return a difference here."""
        named = [ours(part) for part in (self.prefix, what) if part]
        return Difference(self.words, self.code, joined(": ", named) if len(named) > 1 else named[0], before, after)


def compared(place: Place, fields: Sequence[Field[T]], before: T, after: T) -> Iterator[Difference]:
    """Yield the fields in which two values differ; the very same value differs in none, and is not looked at."""
    if before is after:
        return
    for field in fields:
        if field.value(before) != field.value(after):
            yield place.difference(field.what, field.text(before), field.text(after))


def compared_or_missing(
    place: Place, fields: Sequence[Field[T]], before: T | None, after: T | None, default: T
) -> Iterator[Difference]:
    """Yield the fields in which two values differ, one of which may be missing.

    Args:
        place: where they stand.
        fields: of the value.
        before: the first value, or ``None`` where it is missing.
        after: the second value, or ``None`` where it is missing.
        default: what a value has of which nothing is said; only what differs from it is named of a missing one.
    """
    if before is not None and after is not None:
        yield from compared(place, fields, before, after)
        return
    there = before if after is None else after
    if there is None:
        return
    named = [field for field in fields if field.always or field.value(there) != field.value(default)]
    lines = [(field.what, field.text(there)) for field in named] or [("", THERE)]
    for what, text in lines:
        yield place.difference(what, *((NOT_THERE, text) if before is None else (text, NOT_THERE)))


def by_number(
    place: Place, name: str, fields: Sequence[Field[T]], lists: tuple[Sequence[T], Sequence[T]], default: T
) -> Iterator[Difference]:
    """Yield the differences of two lists, whose items are told by their number.

    Args:
        place: where they stand.
        name: what one item is called, such as ``"measure"``.
        fields: of an item.
        lists: the two lists.
        default: see :func:`compared_or_missing`.
    """
    before, after = lists
    for number in range(max(len(before), len(after))):
        one, other = (each[number] if number < len(each) else None for each in lists)
        yield from compared_or_missing(place.inside(_named(name, str(number + 1))), fields, one, other, default)


def _named(name: str, which: str) -> str:
    return say("{name} {which}", name=ours(name), which=which)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def by_id(values: Iterable[N]) -> dict[str, N]:
    """Return values by their names."""
    return {each.id: each for each in values}


def numbered(values: Iterable[T], name: Callable[[T], str]) -> dict[tuple[str, int], T]:
    """Return values by their name and, where several have the same, their number among those."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], T] = {}
    for value in values:
        called = name(value)
        seen[called] += 1
        found[called, seen[called]] = value
    return found


def by_name(
    words: str, name: str, fields: Sequence[Field[T]], lists: tuple[Mapping[str, T], Mapping[str, T]], default: T
) -> Iterator[Difference]:
    """Yield the differences of two lists whose items are told by a name of their own, and of their order.

    Args:
        words: the place in words, such as ``"Meetings"``.
        name: what one item is called, such as ``"meeting"``.
        fields: of an item.
        lists: the items of the two lists by name, in their order.
        default: see :func:`compared_or_missing`.
    """
    before, after = lists
    for each in dict.fromkeys((*before, *after)):
        place = Place(words, None, _named(name, each))
        yield from compared_or_missing(place, fields, before.get(each), after.get(each), default)
    order = [[each for each in one if each in before and each in after] for one in lists]
    if order[0] != order[1]:
        yield Place(words).difference(say("order"), *(", ".join(names) for names in order))
