"""The pieces of which a forum is put together.

A piece (a Member State's record, a meeting, the pool) is the smallest value that is read or written as
one. Taking a forum apart and putting it together again are the only two ways between the frozen value
and the tables.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.forum import Acknowledgement, AssociatedContribution, Forum, Holiday, Key, Meeting, Procedure
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.search_and_rescue import (
    Call,
    Disembarkation,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)
from desktop_app.models import columns, places, response_rows, rows, state_rows
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
        procedure: the only procedure whose forums have such pieces; ``None`` where all have.
        single: whether a forum has at most one, whose key is empty.
        key_parts: how much of a row's key is the piece's.
    """

    name: str
    tables: tuple[str, ...]
    values: Callable[[Forum], Iterable[tuple[Place, object]]]
    records: Callable[[Place, Any], Records]
    build: Callable[[Place, Records], Any]
    procedure: Procedure | None = None
    single: bool = False
    key_parts: int = 1

    def key_of(self, place: Place) -> Place:
        """Return the key of the piece in which a row stands."""
        return () if self.single else place[: self.key_parts]

    def stands_in(self, procedure: Procedure) -> bool:
        """Tell whether forums of a procedure have such pieces."""
        return self.procedure in {None, procedure}


def _single(of: Callable[[Forum], object]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: (((), of(forum)),)


def _if_any(of: Callable[[Forum], object]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: () if of(forum) is None else (((), of(forum)),)


def _by_code(of: Callable[[Forum], Iterable[Any]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: [((each.code,), each) for each in of(forum)]


def _by_first(of: Callable[[Forum], Iterable[tuple[str, Any]]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: [((pair[0],), pair) for pair in of(forum)]


def _by_place(of: Callable[[Forum], Iterable[object]]) -> Callable[[Forum], Iterable[tuple[Place, object]]]:
    return lambda forum: [((number,), each) for number, each in enumerate(of(forum))]


_ANNUAL: Final = Procedure.ANNUAL_POOL
_RESCUE: Final = Procedure.SEARCH_AND_RESCUE

KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("forum", ("forum",), _single(lambda forum: forum), *rows.one(rows.FORUM, Forum), single=True),
        Kind(
            "reading", ("reading",), _by_first(lambda f: f.readings), *rows.named_value("reading", "value", rows.NAME)
        ),
        Kind(
            "basis",
            ("source_act",),
            _single(lambda f: f.basis),
            rows.basis_records,
            rows.build_basis,
            single=True,
            procedure=_ANNUAL,
        ),
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
            procedure=_ANNUAL,
        ),
        Kind(
            "meeting",
            ("meeting",),
            _by_place(lambda f: f.meetings),
            *rows.one(rows.MEETING, Meeting),
            procedure=_ANNUAL,
        ),
        Kind(
            "applications",
            ("applications", "applications_year", "applications_population"),
            _by_code(lambda f: f.applications),
            rows.applications_records,
            rows.build_applications,
            procedure=_ANNUAL,
        ),
        Kind(
            "state",
            ("state", "pledge", "pledge_said", "alternative_measure", "deduction"),
            _by_code(lambda f: f.states),
            state_rows.state_records,
            state_rows.build_state,
            procedure=_ANNUAL,
        ),
        Kind(
            "associated_contribution",
            ("associated_contribution",),
            _by_place(lambda f: f.associated),
            *rows.one(rows.CONTRIBUTION, AssociatedContribution),
            procedure=_ANNUAL,
        ),
        Kind(
            "holiday",
            ("holiday",),
            _by_place(lambda f: sorted(f.holidays, key=lambda holiday: holiday.date)),
            *rows.one(rows.HOLIDAY, Holiday),
            procedure=_ANNUAL,
        ),
        Kind(
            "acknowledgement",
            ("acknowledgement",),
            _by_place(lambda f: in_order(f.acknowledgements)),
            *rows.one(rows.ACKNOWLEDGEMENT, Acknowledgement),
        ),
        Kind(
            "search_and_rescue",
            ("search_and_rescue",),
            _single(lambda f: f.search_and_rescue),
            *rows.one(response_rows.PARTICULARS, SearchAndRescue),
            procedure=_RESCUE,
            single=True,
        ),
        Kind(
            "management_report",
            ("management_report",),
            _single(lambda f: f.search_and_rescue.report),
            response_rows.report_records,
            response_rows.build_report,
            procedure=_RESCUE,
            single=True,
        ),
        Kind(
            "disembarkation",
            ("disembarkation",),
            _by_code(lambda f: f.search_and_rescue.report.benefitting),
            *rows.of_a_state(response_rows.DISEMBARKATION, Disembarkation),
            procedure=_RESCUE,
        ),
        Kind(
            "response_plan",
            ("response_plan", "response_measure"),
            lambda f: [((plan.code, plan.revision), plan) for plan in f.search_and_rescue.plans],
            response_rows.plan_records,
            response_rows.build_plan,
            procedure=_RESCUE,
            key_parts=2,
        ),
        Kind(
            "forum_round",
            ("forum_round",),
            _by_place(lambda f: f.search_and_rescue.rounds),
            *rows.one(response_rows.ROUND, Round),
            procedure=_RESCUE,
        ),
        Kind(
            "disembarkation_act",
            ("disembarkation_act",),
            _single(lambda f: f.search_and_rescue.act),
            response_rows.act_records,
            response_rows.build_act,
            procedure=_RESCUE,
            single=True,
        ),
        Kind(
            "pressure_act",
            ("pressure_act",),
            _if_any(lambda f: f.search_and_rescue.pressure_act),
            *rows.one(response_rows.PRESSURE_ACT, PressureAct),
            procedure=_RESCUE,
            single=True,
        ),
        Kind(
            "pool_call",
            ("pool_call",),
            _by_place(lambda f: f.search_and_rescue.calls),
            *rows.one(response_rows.CALL, Call),
            procedure=_RESCUE,
        ),
        Kind(
            "pool_use",
            ("pool_use",),
            _by_place(lambda f: f.search_and_rescue.use),
            *rows.one(response_rows.USE, PoolUse),
            procedure=_RESCUE,
        ),
        Kind(
            "voluntary_raise",
            ("voluntary_raise",),
            _by_place(lambda f: f.search_and_rescue.raises),
            *rows.one(response_rows.RAISE, Raise),
            procedure=_RESCUE,
        ),
        Kind(
            "top_up",
            ("top_up",),
            _if_any(lambda f: f.search_and_rescue.top_up),
            *rows.one(response_rows.TOP_UP, TopUp),
            procedure=_RESCUE,
            single=True,
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
        if not kind.stands_in(forum.procedure):
            continue
        entries = 0
        for key, value in kind.values(forum):
            if (kind.name, key) in pieces:
                raise BadInput(f"{kind.name}[{key[0]}]", "stands there twice", "keep one of the two")
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
    found = _Found(kinds)
    forum: Forum = found.only("forum")
    for name, places_of in kinds.items():
        if places_of and not KINDS[name].stands_in(forum.procedure):
            raise UnreadableError(f"{name}: a forum on {forum.procedure.value} has no such rows")
    key_data = found.only("reference_key")
    shared = replace(
        forum,
        readings=tuple(sorted(kinds["reading"].values())),
        key=replace(key_data, states=found.ordered("key_state"), adopted_shares=found.ordered("adopted_share")),
        acknowledgements=found.placed("acknowledgement"),
    )
    return _TOGETHER[forum.procedure](shared, found)


@dataclass(frozen=True, slots=True)
class _Found:
    """Pieces by kind, from which lists and single values are taken."""

    kinds: Mapping[str, Mapping[Place, Any]]

    def only(self, name: str) -> Any:
        """Return the one piece of a kind that every forum has."""
        try:
            return self.kinds[name][()]
        except KeyError as error:
            raise UnreadableError(f"{name}: there is no such row") from error

    def perhaps(self, name: str) -> Any:
        """Return the one piece of a kind that a forum may have; ``None`` where it has none."""
        return self.kinds[name].get(())

    def ordered(self, name: str) -> tuple[Any, ...]:
        """Return the pieces of a kind in protocol order."""
        # A code that no state has is found by calc.validity, with its name.
        found = self.kinds[name]
        order = sorted(found, key=lambda key: (POSITION.get(str(key[0]), len(POSITION)), key[1:]))
        return tuple(found[key] for key in order)

    def placed(self, name: str) -> tuple[Any, ...]:
        """Return the pieces of a kind in the order of their places, which run from 0."""
        found = self.kinds[name]
        if sorted(found) != [(number,) for number in range(len(found))]:
            raise UnreadableError(f"{name}: the places of the list do not run from 0")
        return tuple(found[key] for key in sorted(found))


def _annual_pool(shared: Forum, found: _Found) -> Forum:
    return replace(
        shared,
        basis=found.only("basis"),
        pool=found.only("pool"),
        meetings=found.placed("meeting"),
        applications=found.ordered("applications"),
        states=found.ordered("state"),
        associated=found.placed("associated_contribution"),
        holidays=found.placed("holiday"),
    )


def _search_and_rescue(shared: Forum, found: _Found) -> Forum:
    report = replace(found.only("management_report"), benefitting=found.ordered("disembarkation"))
    recorded = replace(
        found.only("search_and_rescue"),
        report=report,
        plans=found.ordered("response_plan"),
        rounds=found.placed("forum_round"),
        act=found.only("disembarkation_act"),
        pressure_act=found.perhaps("pressure_act"),
        calls=found.placed("pool_call"),
        use=found.placed("pool_use"),
        raises=found.placed("voluntary_raise"),
        top_up=found.perhaps("top_up"),
    )
    return replace(shared, search_and_rescue=recorded)


_TOGETHER: Final[Mapping[Procedure, Callable[[Forum, _Found], Forum]]] = {
    Procedure.ANNUAL_POOL: _annual_pool,
    Procedure.SEARCH_AND_RESCUE: _search_and_rescue,
}
