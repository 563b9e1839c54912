"""A forum on search and rescue as large as one may become: 10 states of disembarkation, 1 000 draws on their pools."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath, Disembarkation, DisembarkationAct, PoolUse, TopUp

BENEFITTING = ("BG", "EL", "ES", "FR", "HR", "IT", "CY", "MT", "PT", "SI")
DRAWS = 1_000
REVISIONS = 3
REPORTED = date(2026, 10, 14)


def large(sample: Forum) -> Forum:
    """Return the sample with every state in the key, every plan revised twice, a topped-up pool and many draws."""
    states = tuple(replace(state, participates=True) for state in sample.key.states)
    contributing = [state.code for state in states if state.code not in BENEFITTING]
    recorded = sample.search_and_rescue
    report = replace(
        recorded.report,
        adopted=REPORTED,
        benefitting=tuple(Disembarkation(code, 1_000 + 37 * number) for number, code in enumerate(BENEFITTING)),
    )
    recorded = replace(
        recorded,
        report=report,
        plans=tuple(_plan(code, number) for code in contributing for number in range(REVISIONS)),
        forum_ended=date(2026, 11, 20),
        act=DisembarkationAct(ActPath.STILL_SHORT, date(2026, 12, 4)),
        use=tuple(_draw(number) for number in range(DRAWS)),
        raises=(),
        calls=(),
        rounds=(),
        top_up=TopUp(BENEFITTING[0], 1_400, date(2027, 3, 1)),
    )
    return replace(sample, key=replace(sample.key, states=states), as_of=None, search_and_rescue=recorded)


def _plan(code: str, revision: int) -> ResponsePlan:
    measure = ResponseMeasure(ResponseMeasureKind.CAPACITY, "three units", "modular", "by June", Fraction(300))
    submitted = date(2026, 11, 10) + timedelta(revision)
    return ResponsePlan(code, f"{code}-SAR-1", revision, submitted, 30 + revision, 0, (measure,), Cover(3, 4))


def _draw(number: int) -> PoolUse:
    return PoolUse(BENEFITTING[number % len(BENEFITTING)], date(2027, 1, 1) + timedelta(number // 4), number % 7)
