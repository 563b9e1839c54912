"""Going through what two forums on migratory pressure record, by natural keys: a point, a revision, a round."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop_app.calc.differences import pressure_fields as fields
from desktop_app.calc.differences.compare import (
    Difference,
    Place,
    by_id,
    by_name,
    by_number,
    compared,
    compared_or_missing,
    numbered,
)
from desktop_app.calc.differences.response_fields import MEASURE
from desktop_app.calc.differences.response_walk import by_revision
from desktop_app.calc.member_states import PROTOCOL_ORDER, name_of
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureResponseAct,
    TypeRound,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import (
    IndicatorFigure,
    PressureIndicator,
    PressureSource,
    Situation,
    SourceUsed,
)
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.sentences import say

_NO_SHARES: Final = TypeShares()


def migratory_pressure(old: MigratoryPressure, new: MigratoryPressure) -> Iterator[Difference]:
    """Yield the differences of two records of the procedure, in the order of the document."""
    yield from compared(Place(say("Procedure")), fields.PROCEDURE, old, new)
    yield from _situation(old.situation, new.situation)
    yield from compared(Place(say("Report")), fields.REPORT, old.report, new.report)
    for place, called, one, other in by_revision(old.plans, new.plans):
        yield from _plan(place, called, one, other)
    rounds = (by_id(old.rounds), by_id(new.rounds))
    yield from by_name(say("Rounds of the forum"), "round", fields.ROUND, rounds, TypeRound(""))
    yield from _act(old.act, new.act)
    credits_ = (_credits(old), _credits(new))
    yield from by_number(Place(say("Earlier contributions")), "contribution", fields.CREDIT, credits_, Credit(""))


def _situation(old: Situation, new: Situation) -> Iterator[Difference]:
    place = Place(say("Assessment"))
    before, after = ({each.indicator: each for each in one.indicators} for one in (old, new))
    for point in PressureIndicator:
        here = place.inside(say("indicator {value}", value=point.value))
        one, other = before.get(point), after.get(point)
        yield from compared_or_missing(here, fields.INDICATOR, one, other, IndicatorFigure(point))
    was, becomes = (numbered(one.sources, lambda used: used.source.value) for one in (old, new))
    for letter, number in sorted({*was, *becomes}):
        here = place.inside(
            say("source {letter}", letter=letter)
            if number == 1
            else say("source {letter} ({number})", letter=letter, number=number)
        )
        used, uses = was.get((letter, number)), becomes.get((letter, number))
        yield from compared_or_missing(here, fields.SOURCE, used, uses, SourceUsed(PressureSource(letter)))
    yield from compared(place.inside(say("Blueprint")), fields.BLUEPRINT, old.blueprint, new.blueprint)
    yield from compared(place.inside(say("needs")), fields.NEEDS, old.needs, new.needs)
    yield from compared(place, fields.SITUATION, old, new)


def _plan(place: Place, called: str, one: PressurePlan | None, other: PressurePlan | None) -> Iterator[Difference]:
    nothing = PressurePlan("")
    yield from compared_or_missing(place, fields.PLAN, one, other, nothing)
    was, becomes = one or nothing, other or nothing
    yield from compared(place.inside(say("{called}: share", called=called)), fields.SHARES, was.shares, becomes.shares)
    measures = (was.measures, becomes.measures)
    yield from by_number(place, say("{called}: measure", called=called), MEASURE, measures, ResponseMeasure())


def _act(old: PressureResponseAct, new: PressureResponseAct) -> Iterator[Difference]:
    yield from compared(Place(say("Act")), fields.ACT, old, new)
    before, after = ({each.code: each.shares for each in act.types_set} for act in (old, new))
    for code in PROTOCOL_ORDER:
        place = Place(name_of(code), code, say("types set by the Commission"))
        yield from compared_or_missing(place, fields.SHARES, before.get(code), after.get(code), _NO_SHARES)


def _credits(recorded: MigratoryPressure) -> tuple[Credit, ...]:
    """Return the ledger with the state that each helped: the one that the report names, unless another is named."""
    named = recorded.report.benefitting
    return tuple(replace(each, benefitting=each.benefitting or named) for each in recorded.credits)
