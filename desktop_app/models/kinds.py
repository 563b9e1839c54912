"""Kinds of pieces of which a forum is put together, and how those of a forum are told and found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER
from desktop_app.calc.sentences import say
from desktop_app.models.columns import UnreadableError
from desktop_app.models.places import Place, Records

_ORDER: Final = {code: place for place, code in enumerate((*PROTOCOL_ORDER, *ASSOCIATED_NAMES))}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of piece.

    Attributes:
        name: what it is called; the table of its first row.
        tables: the tables in which its rows stand.
        values: every piece of this kind in a forum, by key.
        records: the rows of one piece.
        build: the piece from its rows; raises :class:`UnreadableError`.
        procedures: those whose forums have such pieces.
        single: whether a forum has at most one, whose key is empty.
        key_parts: how much of a row's key is the piece's.
    """

    name: str
    tables: tuple[str, ...]
    values: Callable[[Forum], Iterable[tuple[Place, object]]]
    records: Callable[[Place, Any], Records]
    build: Callable[[Place, Records], Any]
    procedures: frozenset[Procedure] = frozenset(Procedure)
    single: bool = False
    key_parts: int = 1

    def key_of(self, place: Place) -> Place:
        """Return the key of the piece in which a row stands."""
        return () if self.single else place[: self.key_parts]

    def stands_in(self, procedure: Procedure) -> bool:
        """Tell whether forums of a procedure have such pieces."""
        return procedure in self.procedures


def single(of: Callable[[Forum], object]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    """Return what tells the one piece that every forum has."""
    return lambda forum: (((), of(forum)),)


def if_any(of: Callable[[Forum], object]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    """Return what tells the piece that a forum has or not."""
    return lambda forum: () if of(forum) is None else (((), of(forum)),)


def by_code(of: Callable[[Forum], Iterable[Any]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    """Return what tells pieces by the code of the state that each is about."""
    return lambda forum: [((each.code,), each) for each in of(forum)]


def by_first(of: Callable[[Forum], Iterable[tuple[str, Any]]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    """Return what tells pairs by their first half."""
    return lambda forum: [((pair[0],), pair) for pair in of(forum)]


def by_place(of: Callable[[Forum], Iterable[object]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    """Return what tells pieces by their place in a list."""
    return lambda forum: [((number,), each) for number, each in enumerate(of(forum))]


@dataclass(frozen=True, slots=True)
class Found:
    """Pieces by kind, from which lists and single values are taken."""

    kinds: Mapping[str, Mapping[Place, Any]]

    def only(self, name: str) -> Any:
        """Return the one piece of a kind that every forum has."""
        try:
            return self.kinds[name][()]
        except KeyError as error:
            raise UnreadableError(say("{name}: there is no such row", name=name)) from error

    def perhaps(self, name: str) -> Any:
        """Return the one piece of a kind that a forum may have; ``None`` where it has none."""
        return self.kinds[name].get(())

    def ordered(self, name: str) -> tuple[Any, ...]:
        """Return the pieces of a kind in protocol order, associated states after the Member States."""
        # A code that no state has is found by calc.validity, with its name.
        found = self.kinds[name]
        order = sorted(found, key=lambda key: (_ORDER.get(str(key[0]), len(_ORDER)), key[1:]))
        return tuple(found[key] for key in order)

    def placed(self, name: str) -> tuple[Any, ...]:
        """Return the pieces of a kind in the order of their places, which run from 0."""
        found = self.kinds[name]
        if sorted(found) != [(number,) for number in range(len(found))]:
            raise UnreadableError(say("{name}: the places of the list do not run from 0", name=name))
        return tuple(found[key] for key in sorted(found))
