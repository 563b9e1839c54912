"""A pressure response small enough to be worked out by hand, for the tests of calc and of the window.

Of 1 000 persons the key asks Germany for 300, France for 400 and Sweden for 100; nobody is asked for Greece's 200.
France covers 300 by measures: exactly 30 %. Sweden asks for the 10 % reduction, with exactly twice the Union's average
(9 applications a year of 10 inhabitants; 45 of 100), so that Germany and France take over 10 persons, 3 : 4.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Applications, Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    Trigger,
    TypeRound,
)
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportPlan

HUNDRED = Fraction(100)
YEARS = range(2022, 2027)
IN_TIME = date(2027, 2, 26)


def applications(counts: dict[str, int]) -> tuple[Applications, ...]:
    """Return the same number of applications in each of five years, by state."""
    return tuple(Applications(code, tuple((year, count) for year in YEARS)) for code, count in counts.items())


@cache
def small_pressure() -> Forum:
    """Return the forum that the module describes."""
    measures = (
        ResponseMeasure(ResponseMeasureKind.CAPACITY, "three teams", "registration", "from May 2027", Fraction(310)),
    )
    activities = (SponsorshipActivity.COUNSELLING,)
    german = PressurePlan(
        "DE", "DE-1", 0, IN_TIME, TypeShares(Fraction(80), Fraction(20)), nationalities=("SY",), activities=activities
    )
    french = PressurePlan("FR", "FR-1", 0, IN_TIME, TypeShares(HUNDRED), covered=Fraction(300), measures=measures)
    swedish = PressurePlan("SE", "SE-1", 0, IN_TIME, TypeShares(HUNDRED), reduction_requested=True)
    report = PressureReport(
        "R 2027/1",
        date(2027, 2, 19),
        benefitting="EL",
        relocations=800,
        sponsorship=200,
        measures_named=(ResponseMeasureKind.CAPACITY,),
        nationalities=("AF", "SY"),
    )
    recorded = MigratoryPressure(
        triggered_by=Trigger.MEMBER_STATE,
        notified=date(2027, 1, 20),
        report=report,
        plans=(german, french, swedish),
        rounds=(TypeRound("f1", "types", date(2027, 3, 8), date(2027, 3, 10)),),
        forum_ended=date(2027, 3, 10),
        act=PressureResponseAct(date(2027, 3, 19)),
        credits=(
            Credit("DE", None, ContributionType.APPLICANTS, 40, 2026, on_request=True, delivered=True),
            Credit("FR", None, ContributionType.APPLICANTS, 10, 2026, delivered=True),
        ),
    )
    support = SupportPlan(
        "SP-1",
        "SE",
        "EL",
        on_request=True,
        consent=date(2026, 5, 1),
        lines=(SupportLine(ContributionType.SPONSORSHIP, 20, deliveries=(Delivery(date(2026, 9, 1), 20),)),),
    )
    states = (
        KeyState("DE", 30, 3_000),
        KeyState("EL", 20, 2_000),
        KeyState("FR", 40, 4_000),
        KeyState("SE", 10, 1_000),
    )
    return Forum(
        procedure=Procedure.MIGRATORY_PRESSURE,
        title="Pressure on Greece 2027",
        year=2027,
        as_of=date(2027, 3, 20),
        key=Key(states=states),
        applications=applications({"DE": 12, "EL": 8, "FR": 16, "SE": 9}),
        migratory_pressure=recorded,
        solidarity=SolidarityRecord((HelpRequest("EL", date(2026, 3, 1)),), (support,)),
    )


def assessed(readings: tuple[tuple[str, str], ...] = (), **changes: object) -> PressureAssessment:
    """Assess the small forum under readings, with other fields of what it records."""
    forum = small_pressure()
    recorded = replace(forum.migratory_pressure, **changes)  # type: ignore[arg-type]  # fields of the record
    return assess(replace(forum, readings=readings, migratory_pressure=recorded))


def with_plan(code: str, **changes: object) -> tuple[PressurePlan, ...]:
    """Return the plans of the small forum, one of them with other fields."""
    plans = small_pressure().migratory_pressure.plans
    return tuple(replace(plan, **changes) if plan.code == code else plan for plan in plans)  # type: ignore[arg-type]
