"""Going through what two forums on search and rescue record, by natural keys: a state, a revision, a round."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from desktop_app.calc.differences import response_fields as fields
from desktop_app.calc.differences.compare import (
    Difference,
    Place,
    by_id,
    by_name,
    by_number,
    compared,
    compared_or_missing,
)
from desktop_app.calc.member_states import POSITION, PROTOCOL_ORDER, name_of
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    Call,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.sentences import say

_NO_MEASURE: Final = ResponseMeasure()
_POOLS: Final = Place(say("Pools"))


def search_and_rescue(old: SearchAndRescue, new: SearchAndRescue) -> Iterator[Difference]:
    """Yield the differences of two records of the procedure, in the order of the document."""
    yield from compared(Place(say("Procedure")), fields.PROCEDURE, old, new)
    yield from _report(old.report, new.report)
    yield from _plans(old.plans, new.plans)
    rounds = (by_id(old.rounds), by_id(new.rounds))
    yield from by_name(say("Rounds of the forum"), "round", fields.ROUND, rounds, Round(""))
    yield from _act(old.act, new.act)
    pressure = Place(say("Migratory pressure beside"))
    yield from compared_or_missing(pressure, fields.PRESSURE_ACT, old.pressure_act, new.pressure_act, PressureAct())
    yield from by_number(_POOLS, "call", fields.CALL, (old.calls, new.calls), Call(""))
    yield from by_number(_POOLS, "draw", fields.DRAW, (old.use, new.use), PoolUse(""))
    yield from by_number(_POOLS, "raise", fields.RAISE, (old.raises, new.raises), Raise("", ""))
    yield from compared_or_missing(Place(say("Top-up")), fields.TOP_UP, old.top_up, new.top_up, TopUp("", 0))


def _report(old: ManagementReport, new: ManagementReport) -> Iterator[Difference]:
    yield from compared(Place(say("Report")), fields.REPORT, old, new)
    before, after = ({each.code: each for each in report.benefitting} for report in (old, new))
    for code in PROTOCOL_ORDER:
        place = Place(say("Report: {state}", state=name_of(code)), code)
        one, other = before.get(code), after.get(code)
        yield from compared_or_missing(place, fields.DISEMBARKATION, one, other, Disembarkation(code))


class _Plan(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def revision(self) -> int: ...


P = TypeVar("P", bound=_Plan)


def by_revision(old: Iterable[P], new: Iterable[P]) -> Iterator[tuple[Place, str, P | None, P | None]]:
    """Yield every revision of every plan: its place, what it is called, and the two of it, one of which may be missing.

    Args:
        old: the plans as they were.
        new: the plans as they would be.
    """
    before, after = ({(plan.code, plan.revision): plan for plan in plans} for plans in (old, new))
    for code, revision in sorted({*before, *after}, key=lambda key: (POSITION[key[0]], key[1])):
        called = say("plan (Rev) {revision}", revision=str(revision)) if revision else say("plan")
        place = Place(name_of(code), code, called)
        yield place, called, before.get((code, revision)), after.get((code, revision))


def _plans(old: Sequence[ResponsePlan], new: Sequence[ResponsePlan]) -> Iterator[Difference]:
    nothing = ResponsePlan("")
    for place, called, one, other in by_revision(old, new):
        yield from compared_or_missing(place, fields.PLAN, one, other, nothing)
        was, becomes = one or nothing, other or nothing
        measures = (was.measures, becomes.measures)
        yield from by_number(place, say("{called}: measure", called=called), fields.MEASURE, measures, _NO_MEASURE)
        split = place.inside(say("{called}: what the 50 % adds", called=called))
        yield from compared_or_missing(split, fields.COVER, was.cover, becomes.cover, Cover())


def _act(old: DisembarkationAct, new: DisembarkationAct) -> Iterator[Difference]:
    place = Place(say("Act"))
    yield from compared(place, fields.ACT, old, new)
    nobody = Judgement()
    judged = (old.judgement or nobody, new.judgement or nobody)
    yield from compared(place.inside("judgement"), fields.JUDGEMENT, *judged)
