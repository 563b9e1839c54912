"""The pieces of which a forum is put together.

A piece (a Member State's record, a meeting, the pool) is the smallest value that is read or written as
one. Taking a forum apart and putting it together again are the only two ways between the frozen value
and the tables.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.forum import Acknowledgement, AssociatedContribution, Forum, Holiday, Key, Meeting
from desktop_app.calc.member_states import POSITION
from desktop_app.models import columns, places, rows, state_rows
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.places import Place, Records


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of piece.

    Attributes:
        name: what it is called; the table of its first row.
        tables: the tables in which its rows stand.
        values: every piece of this kind in a forum, by key.
        records: the rows of one piece.
        build: the piece from its rows; raises :class:`UnreadableError`.
        single: whether a forum has exactly one, whose key is empty.
    """

    name: str
    tables: tuple[str, ...]
    values: Callable[[Forum], Iterable[tuple[Place, object]]]
    records: Callable[[Place, Any], Records]
    build: Callable[[Place, Records], Any]
    single: bool = False

    def key_of(self, place: Place) -> Place:
        """Return the key of the piece in which a row stands."""
        return () if self.single else place[:1]


def _single(of: Callable[[Forum], object]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: (((), of(forum)),)


def _by_code(of: Callable[[Forum], Iterable[Any]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: [((each.code,), each) for each in of(forum)]


def _by_first(of: Callable[[Forum], Iterable[tuple[str, Any]]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: [((pair[0],), pair) for pair in of(forum)]


def _by_place(of: Callable[[Forum], Iterable[object]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: [((number,), each) for number, each in enumerate(of(forum))]


KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("forum", ("forum",), _single(lambda forum: forum), *rows.one(rows.FORUM, Forum), single=True),
        Kind(
            "reading", ("reading",), _by_first(lambda f: f.readings), *rows.named_value("reading", "value", rows.NAME)
        ),
        Kind("basis", ("source_act",), _single(lambda f: f.basis), rows.basis_records, rows.build_basis, single=True),
        Kind("reference_key", ("reference_key",), _single(lambda f: f.key), *rows.one(rows.KEY, Key), single=True),
        Kind(
            "key_state",
            ("key_state", "key_state_flag"),
            _by_code(lambda f: f.key.states),
            rows.key_state_records,
            rows.build_key_state,
        ),
        Kind(
            "adopted_share",
            ("adopted_share",),
            _by_first(lambda f: f.key.adopted_shares),
            *rows.named_value("adopted_share", "percent", columns.PERCENT),
        ),
        Kind(
            "pool",
            ("pool", "named_measure"),
            _single(lambda f: f.pool),
            rows.pool_records,
            rows.build_pool,
            single=True,
        ),
        Kind("meeting", ("meeting",), _by_place(lambda f: f.meetings), *rows.one(rows.MEETING, Meeting)),
        Kind(
            "applications",
            ("applications", "applications_year", "applications_population"),
            _by_code(lambda f: f.applications),
            rows.applications_records,
            rows.build_applications,
        ),
        Kind(
            "state",
            ("state", "pledge", "pledge_said", "alternative_measure", "deduction"),
            _by_code(lambda f: f.states),
            state_rows.state_records,
            state_rows.build_state,
        ),
        Kind(
            "associated_contribution",
            ("associated_contribution",),
            _by_place(lambda f: f.associated),
            *rows.one(rows.CONTRIBUTION, AssociatedContribution),
        ),
        Kind(
            "holiday",
            ("holiday",),
            _by_place(lambda f: sorted(f.holidays, key=lambda holiday: holiday.date)),
            *rows.one(rows.HOLIDAY, Holiday),
        ),
        Kind(
            "acknowledgement",
            ("acknowledgement",),
            _by_place(lambda f: in_order(f.acknowledgements)),
            *rows.one(rows.ACKNOWLEDGEMENT, Acknowledgement),
        ),
    )
}
"""Every kind of piece, by name."""

KIND_OF_TABLE: Final = {table: kind for kind in KINDS.values() for table in kind.tables}

PieceId: TypeAlias = tuple[str, Place]
Pieces: TypeAlias = dict[PieceId, Any]


def take_apart(forum: Forum) -> Pieces:
    """Return the pieces of a forum, the very objects it holds.

    Raises:
        BadInput: two pieces have the same key.
    """
    pieces: Pieces = {}
    for kind in KINDS.values():
        for key, value in kind.values(forum):
            if (kind.name, key) in pieces:
                raise BadInput(f"{kind.name}[{key[0]}]", "stands there twice", "keep one of the two")
            pieces[kind.name, key] = value
    for name, entries in (
        ("meeting", forum.meetings),
        ("associated_contribution", forum.associated),
        ("holiday", forum.holidays),
        ("acknowledgement", forum.acknowledgements),
    ):
        places.check_length(name, len(entries), places.MOST_ROWS[name])
    return pieces


def put_together(pieces: Pieces) -> Forum:
    """Return the forum that has these pieces, its lists in protocol order or in order of their places.

    Raises:
        UnreadableError: a piece that every forum has is missing, or a place in a list.
    """
    by_kind: dict[str, dict[Place, Any]] = {name: {} for name in KINDS}
    for (name, key), value in pieces.items():
        by_kind[name][key] = value

    def only(name: str) -> Any:
        try:
            return by_kind[name][()]
        except KeyError as error:
            raise UnreadableError(f"{name}: there is no such row") from error

    def ordered(name: str) -> tuple[Any, ...]:
        # A code that no state has is found by calc.validity, with its name.
        found = by_kind[name]
        return tuple(found[key] for key in sorted(found, key=lambda key: POSITION.get(str(key[0]), len(POSITION))))

    def placed(name: str) -> tuple[Any, ...]:
        found = by_kind[name]
        if sorted(found) != [(number,) for number in range(len(found))]:
            raise UnreadableError(f"{name}: the places of the list do not run from 0")
        return tuple(found[key] for key in sorted(found))

    forum: Forum = only("forum")
    return replace(
        forum,
        readings=tuple(sorted(by_kind["reading"].values())),
        basis=only("basis"),
        key=replace(only("reference_key"), states=ordered("key_state"), adopted_shares=ordered("adopted_share")),
        pool=only("pool"),
        meetings=placed("meeting"),
        applications=ordered("applications"),
        states=ordered("state"),
        associated=placed("associated_contribution"),
        holidays=placed("holiday"),
        acknowledgements=placed("acknowledgement"),
    )
