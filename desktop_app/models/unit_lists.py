"""In which items two lists differ, one by one, and the list in which some of them are as in the second already."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias, TypeVar

from desktop_app.models.unit_words import code_of, named

T = TypeVar("T")

Run: TypeAlias = tuple[int, int, int, int]
"""Items of the first list, from and to, and what stands in their place in the second, from and to; one at most."""


def runs_between(old: Sequence[object], new: Sequence[object]) -> Iterator[Run]:
    """Yield the items in which two lists differ, in their order; items of one name stand for each other."""
    for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            parts = old[first:last], new[new_first:new_last]
            for begin, end, new_begin, new_end in _by_name(*parts):
                yield begin + first, end + first, new_begin + new_first, new_end + new_first


def _by_name(old: Sequence[object], new: Sequence[object]) -> Iterator[Run]:
    was, is_ = ([(named(each), code_of(each)) for each in items] for items in (old, new))
    for tag, first, last, new_first, new_last in SequenceMatcher(None, was, is_, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(range(first, last), range(new_first, new_last), strict=True)
            yield from ((place, place + 1, other, other + 1) for place, other in pairs)
        else:
            yield from ((place, place + 1, new_last, new_last) for place in range(first, last))
            yield from ((last, last, place, place + 1) for place in range(new_first, new_last))


def spliced(old: Sequence[T], new: Sequence[T], runs: Iterable[Run]) -> list[T]:
    """Return the first list with these of its runs as the second has them."""
    found: list[T] = []
    done = 0
    for first, last, new_first, new_last in sorted(runs):
        found += [*old[done:first], *new[new_first:new_last]]
        done = last
    return [*found, *old[done:]]
