"""Small forums on migratory pressure, drawn cheaply: all that figures depend on, with small numbers."""

from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.forum import Applications, Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    TypesSet,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import Delivery, SupportLine, SupportMeasure, SupportPlan

REPORTED = date(2027, 2, 19)
LAST_DAY = date(2027, 3, 5)
ENDED = date(2027, 3, 10)
ADOPTED = date(2027, 3, 24)
CODES = ("BE", "DE", "EL", "FR", "SE")
_YEARS = range(2020, 2025)
_SPLITS = ("100 0 0", "0 100 0", "60 40 0", "50 25 25", "33.3 33.3 33.4")
_DAYS = st.none() | st.integers(-2, 1).map(lambda days: LAST_DAY + timedelta(days))


@cache
def _shares() -> st.SearchStrategy[TypeShares]:
    whole = st.sampled_from(_SPLITS).map(lambda split: TypeShares(*(Fraction(part) for part in split.split())))
    # Without types, and with some that do not total 100: both are found, and reckoned with.
    return whole | st.sampled_from([TypeShares(), TypeShares(Fraction(40), Fraction(30), Fraction(10))])


@cache
def _plans() -> st.SearchStrategy[tuple[PressurePlan, ...]]:
    one = st.builds(
        PressurePlan,
        code=st.sampled_from(CODES),
        reference=st.none() | st.just("P-1"),
        revision=st.integers(0, 2),
        submitted=_DAYS | st.integers(-1, 1).map(lambda days: ENDED + timedelta(days)),
        shares=_shares(),
        minors_applicants=st.integers(0, 3),
        minors_beneficiaries=st.integers(0, 3),
        covered=st.just(Fraction(0)) | st.fractions(0, 40, max_denominator=4),
        measures=st.lists(
            st.builds(ResponseMeasure, persons_equivalent=st.none() | st.integers(0, 40).map(Fraction)), max_size=2
        ).map(tuple),
        reduction_requested=st.booleans(),
    )
    return st.lists(one, max_size=8, unique_by=lambda plan: (plan.code, plan.revision)).map(tuple)


@cache
def _credits() -> st.SearchStrategy[tuple[Credit, ...]]:
    given = st.sampled_from([None, date(2026, 3, 23), date(2026, 3, 24), date(2026, 12, 31), date(2027, 1, 1), ADOPTED])
    one = st.builds(
        Credit,
        st.sampled_from(CODES),
        st.sampled_from([None, "EL", "SE"]),
        st.sampled_from([*PLAN_TYPES, ContributionType.MEASURES, ContributionType.BORDER_PROCEDURE]),
        st.integers(0, 12),
        st.sampled_from([2025, 2026, 2026, 2026, None]),
        given,
        on_request=st.sampled_from([True, True, False]),
        delivered=st.sampled_from([True, True, False]),
    )
    return st.lists(one, max_size=5).map(tuple)


@cache
def _support() -> st.SearchStrategy[tuple[SupportPlan, ...]]:
    delivery = st.builds(Delivery, st.sampled_from([None, date(2026, 5, 5), date(2025, 5, 5)]), st.integers(0, 8))
    line = st.builds(SupportLine, st.sampled_from(PLAN_TYPES), deliveries=st.lists(delivery, max_size=2).map(tuple))
    measure = st.builds(
        SupportMeasure,
        st.builds(ResponseMeasure, persons_equivalent=st.none() | st.fractions(0, 9, max_denominator=3)),
        st.sampled_from([None, date(2026, 6, 6)]),
    )
    plan = st.builds(
        SupportPlan,
        st.just("SP-1"),
        st.sampled_from(CODES),
        st.sampled_from(["EL", "SE"]),
        on_request=st.booleans(),
        consent=st.sampled_from([None, date(2026, 1, 1)]),
        lines=st.lists(line, max_size=2, unique_by=lambda each: each.type).map(tuple),
        measures=st.lists(measure, max_size=1).map(tuple),
    )
    return st.lists(plan, max_size=1).map(tuple)


_READINGS = st.fixed_dictionaries(
    {},
    optional={
        "rounding": st.sampled_from(["up", "nearest", "largest-remainder"]),
        "shortfall": st.sampled_from(["A", "B", "C"]),
        "cover": st.sampled_from(["minimum", "exact"]),
        "reduction-spread": st.sampled_from(["excluding-reduced", "including-reduced"]),
        "credit": st.sampled_from(["on-request", "any-voluntary"]),
        "credit-year": st.sampled_from(["calendar-year", "twelve-months"]),
        "credit-state": st.sampled_from(["same", "any"]),
        "twice": st.sampled_from(["at-least", "more-than"]),
        "union-average": st.sampled_from(["weighted", "mean-of-states"]),
        "five-years": st.sampled_from(["mean-of-years", "ratio-of-sums"]),
    },
)


@st.composite
def pressure_forums(draw: st.DrawFn) -> Forum:
    """Five states, one that benefits, a few plans and credits."""
    weights = {code: (draw(st.integers(1, 9)), draw(st.integers(1, 9))) for code in CODES}
    counts = {code: draw(st.lists(st.integers(0, 30), min_size=5, max_size=5)) for code in CODES}
    if draw(st.integers(0, 4)) == 0:
        counts.pop("FR")
    types = draw(st.lists(st.tuples(st.sampled_from(CODES), _shares()), max_size=2, unique_by=lambda each: each[0]))
    recorded = MigratoryPressure(
        report=PressureReport(
            "R",
            REPORTED,
            benefitting="EL",
            relocations=draw(st.integers(0, 120)),
            sponsorship=draw(st.integers(0, 60)),
        ),
        other_benefitting=draw(st.sampled_from([(), (), (), ("BE",)])),
        plans=draw(_plans()),
        forum_ended=draw(st.sampled_from([ENDED, None])),
        act=PressureResponseAct(
            draw(st.sampled_from([ADOPTED, ADOPTED, None])),
            types_set=tuple(TypesSet(code, shares) for code, shares in types if shares.total == 100),
        ),
        credits=draw(_credits()),
    )
    return Forum(
        procedure=Procedure.MIGRATORY_PRESSURE,
        year=2027,
        as_of=draw(st.sampled_from([LAST_DAY, date(2027, 4, 1)])),
        key=Key(states=tuple(KeyState(code, people, wealth) for code, (people, wealth) in weights.items())),
        applications=tuple(Applications(code, tuple(zip(_YEARS, each, strict=True))) for code, each in counts.items()),
        readings=tuple(draw(_READINGS).items()),
        migratory_pressure=recorded,
        solidarity=SolidarityRecord(support_plans=draw(_support())),
    )
