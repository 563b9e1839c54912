"""The pieces of which a forum is put together.

A piece (a Member State's record, a meeting, the pool) is the smallest value that is read or written as
one. Taking a forum apart and putting it together again are the only two ways between the frozen value
and the tables.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.forum import (
    KEY_NAMES,
    NOT_NUMBERED,
    Acknowledgement,
    AdoptedAct,
    AssociatedContribution,
    Forum,
    Holiday,
    Key,
    Meeting,
    Procedure,
)
from desktop_app.calc.sentences import say
from desktop_app.models import (
    columns,
    places,
    pressure_pieces,
    response_pieces,
    rows,
    solidarity_pieces,
    state_rows,
    voluntary_pieces,
    vote_pieces,
)
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.kinds import Found, Kind, by_code, by_first, by_place, if_any, single
from desktop_app.models.places import Place

_ANNUAL: Final = frozenset({Procedure.ANNUAL_POOL})
_WITH_APPLICATIONS: Final = frozenset({Procedure.ANNUAL_POOL, Procedure.MIGRATORY_PRESSURE})
_WITH_KEY: Final = frozenset(KEY_NAMES)

KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("forum", ("forum",), single(lambda forum: forum), *rows.one(rows.FORUM, Forum), single=True),
        Kind("reading", ("reading",), by_first(lambda f: f.readings), *rows.named_value("reading", "value", rows.NAME)),
        Kind(
            "basis",
            ("source_act",),
            single(lambda f: f.basis),
            rows.basis_records,
            rows.build_basis,
            single=True,
            procedures=_ANNUAL,
        ),
        Kind(
            "reference_key",
            ("reference_key",),
            single(lambda f: f.key),
            *rows.one(rows.KEY, Key),
            procedures=_WITH_KEY,
            single=True,
        ),
        Kind(
            "key_state",
            ("key_state", "key_state_flag"),
            by_code(lambda f: f.key.states),
            rows.key_state_records,
            rows.build_key_state,
            procedures=_WITH_KEY,
        ),
        Kind(
            "adopted_share",
            ("adopted_share",),
            by_first(lambda f: f.key.adopted_shares),
            *rows.named_value("adopted_share", "percent", columns.PERCENT),
            procedures=_WITH_KEY,
        ),
        Kind(
            "pool",
            ("pool", "named_measure"),
            single(lambda f: f.pool),
            rows.pool_records,
            rows.build_pool,
            single=True,
            procedures=_ANNUAL,
        ),
        Kind(
            "meeting",
            ("meeting",),
            by_place(lambda f: f.meetings),
            *rows.one(rows.MEETING, Meeting),
            procedures=_ANNUAL,
        ),
        Kind(
            "applications",
            ("applications", "applications_year", "applications_population"),
            by_code(lambda f: f.applications),
            rows.applications_records,
            rows.build_applications,
            procedures=_WITH_APPLICATIONS,
        ),
        Kind(
            "state",
            ("state", "pledge", "pledge_said", "alternative_measure", "deduction"),
            by_code(lambda f: f.states),
            state_rows.state_records,
            state_rows.build_state,
            procedures=_ANNUAL,
        ),
        Kind(
            "associated_contribution",
            ("associated_contribution",),
            by_place(lambda f: f.associated),
            *rows.one(rows.CONTRIBUTION, AssociatedContribution),
            procedures=_ANNUAL,
        ),
        Kind(
            "holiday",
            ("holiday",),
            by_place(lambda f: sorted(f.holidays, key=lambda holiday: holiday.date)),
            *rows.one(rows.HOLIDAY, Holiday),
            procedures=_ANNUAL,
        ),
        Kind(
            "acknowledgement",
            ("acknowledgement",),
            by_place(lambda f: in_order(f.acknowledgements)),
            *rows.one(rows.ACKNOWLEDGEMENT, Acknowledgement),
        ),
        Kind(
            "adopted_act",
            ("adopted_act",),
            if_any(lambda f: None if f.adopted_act == NOT_NUMBERED else f.adopted_act),
            *rows.one(rows.ADOPTED_ACT, AdoptedAct),
            procedures=_ANNUAL,
            single=True,
        ),
        *response_pieces.KINDS,
        *pressure_pieces.KINDS,
        *solidarity_pieces.KINDS,
        *voluntary_pieces.KINDS,
        *vote_pieces.KINDS,
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
        if not kind.stands_in(forum.procedure):
            continue
        entries = 0
        for key, value in kind.values(forum):
            if (kind.name, key) in pieces:
                raise BadInput(f"{kind.name}[{key[0]}]", say("stands there twice"), say("keep one of the two"))
            pieces[kind.name, key] = value
            entries += 1
        if kind.name in places.MOST_ROWS:
            places.check_length(kind.name, entries, places.MOST_ROWS[kind.name])
    return pieces


def put_together(pieces: Pieces) -> Forum:
    """Return the forum that has these pieces, its lists in protocol order or in order of their places.

    Raises:
        UnreadableError: a piece that every forum has is missing, or a place in a list.
    """
    kinds: dict[str, dict[Place, Any]] = {name: {} for name in KINDS}
    for (name, key), value in pieces.items():
        kinds[name][key] = value
    found = Found(kinds)
    forum: Forum = found.only("forum")
    for name, places_of in kinds.items():
        if places_of and not KINDS[name].stands_in(forum.procedure):
            raise UnreadableError(
                say("{name}: a forum on {value} has no such rows", name=name, value=forum.procedure.value)
            )
    shared = replace(
        forum,
        readings=tuple(sorted(kinds["reading"].values())),
        key=_key(found) if forum.procedure in _WITH_KEY else Key(),
        acknowledgements=found.placed("acknowledgement"),
    )
    return _TOGETHER[forum.procedure](shared, found)


def _key(found: Found) -> Key:
    data: Key = found.only("reference_key")
    return replace(data, states=found.ordered("key_state"), adopted_shares=found.ordered("adopted_share"))


def _annual_pool(shared: Forum, found: Found) -> Forum:
    return replace(
        shared,
        basis=found.only("basis"),
        pool=found.only("pool"),
        meetings=found.placed("meeting"),
        applications=found.ordered("applications"),
        states=found.ordered("state"),
        associated=found.placed("associated_contribution"),
        holidays=found.placed("holiday"),
        vote=vote_pieces.ballot_of(found),
        adopted_act=found.perhaps("adopted_act") or NOT_NUMBERED,
    )


_TOGETHER: Final[Mapping[Procedure, Callable[[Forum, Found], Forum]]] = {
    Procedure.ANNUAL_POOL: _annual_pool,
    Procedure.SEARCH_AND_RESCUE: response_pieces.search_and_rescue,
    Procedure.MIGRATORY_PRESSURE: pressure_pieces.migratory_pressure,
    Procedure.VOLUNTARY: voluntary_pieces.voluntary,
}
