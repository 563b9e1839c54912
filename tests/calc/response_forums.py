"""Small forums on search and rescue: built by hand for a test, or drawn cheaply."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    Raise,
    SearchAndRescue,
    TopUp,
)

REPORTED = date(2026, 10, 14)
LAST_DAY = date(2026, 11, 14)
ENDED = date(2026, 11, 20)

Weights = dict[str, int]


def forum(
    weights: Weights,
    needs: Mapping[str, int | None],
    *plans: ResponsePlan,
    path: str | None = "48(2)",
    readings: dict[str, str] | None = None,
    **recorded: Any,
) -> Forum:
    """A forum whose key gives each state its weight over the sum of weights, by population and GDP alike."""
    states = tuple(KeyState(code, weight, weight) for code, weight in weights.items())
    report = ManagementReport("report", REPORTED, tuple(Disembarkation(code, need) for code, need in needs.items()))
    act = DisembarkationAct(None if path is None else ActPath(path))
    held = SearchAndRescue(report=report, plans=plans, forum_ended=ENDED, act=act)
    return Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        key=Key(states=states),
        search_and_rescue=replace(held, **recorded),
        readings=tuple((readings or {}).items()),
    )


def plan(
    code: str,
    relocations: int,
    measures: Fraction | int | None = None,
    cover: tuple[int, int] | None = None,
    *,
    revision: int = 0,
    submitted: date | None = LAST_DAY,
) -> ResponsePlan:
    """A plan; ``measures`` in persons-equivalent, ``cover`` as relocations and sponsorship."""
    one = ResponseMeasure(ResponseMeasureKind.CAPACITY, "a", "b", "c", None if measures is None else Fraction(measures))
    return ResponsePlan(
        code=code,
        reference=f"{code}-SAR-1",
        revision=revision,
        submitted=submitted,
        relocations=relocations,
        measures=() if measures is None else (one,),
        cover=None if cover is None else Cover(*cover),
    )


def assessed(*args: Any, **kwargs: Any) -> SearchAndRescueAssessment:
    """Assess what :func:`forum` builds."""
    return assess(forum(*args, **kwargs))


_CODES = ("BE", "DE", "EL", "FR", "SE")
_DAYS = st.none() | st.integers(-2, 2).map(lambda days: LAST_DAY + timedelta(days))
_READINGS = st.fixed_dictionaries(
    {},
    optional={
        "rounding": st.sampled_from(["up", "nearest", "largest-remainder"]),
        "shortfall": st.sampled_from(["A", "B", "C"]),
        "cover": st.sampled_from(["minimum", "exact"]),
    },
)


@st.composite
def response_forums(draw: st.DrawFn) -> Forum:
    """A few states, one or two of disembarkation, a few plans: all that figures depend on, with small numbers."""
    weights = {code: draw(st.integers(1, 9)) for code in _CODES}
    needs = {code: draw(st.integers(0, 60)) for code in draw(st.sampled_from([("EL",), ("EL", "SE"), ("BE", "EL")]))}
    plans = []
    for code in _CODES:
        shape = draw(st.integers(0, 5))
        measures = None if shape < 2 else Fraction(draw(st.integers(0, 60)), draw(st.sampled_from([1, 2])))
        split = draw(st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)))
        if shape:
            plans.append(plan(code, draw(st.integers(0, 20)), measures, split, submitted=draw(_DAYS)))
        if shape == 5:
            later = ENDED + timedelta(draw(st.integers(-1, 1)))
            plans.append(plan(code, draw(st.integers(0, 20)), measures, split, revision=1, submitted=later))
    path = draw(st.sampled_from([None, "48(1)", "48(2)", "48(2)", "48(2)"]))
    raised = draw(st.none() | st.fractions(1, Fraction(3, 2), max_denominator=4))
    need = needs["EL"]
    return forum(
        weights,
        needs,
        *plans,
        path=path,
        readings=draw(_READINGS),
        use=tuple(PoolUse(code, REPORTED, draw(st.integers(0, 9))) for code in (*needs, "EL")),
        raises=(Raise("FR", "EL", draw(st.integers(0, 5))), Raise("BE", "EL", 1), Raise("DE", "SE", 2)),
        top_up=None if raised is None else TopUp("EL", int(need * raised)),
    )
