"""How single values stand in a canonical document, whatever the procedure."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from desktop_app.calc.exact import money_text
from desktop_app.calc.forum import Forum

Document = dict[str, Any]


def said_only(keys: Document) -> Document:
    """Return the keys that say something.

    Keys that the format has been given since its first version, or that stand beside its promises, are left out
    where they are null or empty: a forum that does without them keeps its document, its hash, and the fingerprint
    on printed annexes.
    """
    return {name: value for name, value in keys.items() if value is not None and value != []}


def values_of(kind: type[Enum], chosen: Collection[Enum]) -> list[str]:
    """Return values of an enumeration in its own order."""
    return [each.value for each in kind if each in chosen]


def money_or_none(cents: int | None) -> str | None:
    """Return EUR with two decimals."""
    return None if cents is None else money_text(cents)


def day_text(day: date | None) -> str | None:
    """Return an ISO date."""
    return None if day is None else day.isoformat()


def value_or_none(chosen: Enum | None) -> Any:
    """Return the value of one of an enumeration."""
    return None if chosen is None else chosen.value


def telling(keys: Document, nothing: Document) -> Document:
    """Return the keys that say something other than ``nothing``, which is what they are where nothing is said."""
    return {name: value for name, value in keys.items() if value != nothing[name]}


@dataclass(frozen=True, slots=True)
class GrowingList:
    """A list of a document that may grow long; what an item says is kept as long as the item is there.

    Attributes:
        name: its key.
        values: its items in the order of the document.
        write: writes one item.
        promised: it stands there when it is empty, too, as the format promises.
    """

    name: str
    values: Callable[[Forum], Iterable[Any]]
    write: Callable[[Any], Document]
    promised: bool = False
