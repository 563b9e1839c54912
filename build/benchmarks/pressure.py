"""A forum on migratory pressure as large as one may become: 27 states, all that changes a number, 100 groups."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from desktop_app.calc.contribution_types import PLAN_TYPES, SUPPORT_TYPES, WITH_NATIONALITIES, SponsorshipActivity
from desktop_app.calc.forum import Applications, Forum
from desktop_app.calc.migratory_pressure import Credit, PressureResponseAct
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportPlan

BENEFITTING = "IT"
REVISIONS = 3
CREDITS = 60
GROUPS = 50
REPORTED = date(2027, 2, 19)
ADOPTED = date(2027, 3, 24)


def large(sample: Forum) -> Forum:
    """Return the sample with every state in the key, every plan revised twice, a reduction, credits and many groups."""
    states = tuple(replace(state, participates=True) for state in sample.key.states)
    codes = [state.code for state in states if state.code != BENEFITTING]
    recorded = sample.migratory_pressure
    report = replace(
        recorded.report,
        adopted=REPORTED,
        benefitting=BENEFITTING,
        relocations=60_000,
        sponsorship=20_000,
        nationalities=("AF", "SY"),
    )
    recorded = replace(
        recorded,
        report=report,
        other_benefitting=(),
        plans=tuple(_plan(code, place, number) for place, code in enumerate(codes) for number in range(REVISIONS)),
        rounds=(),
        forum_ended=date(2027, 3, 10),
        act=PressureResponseAct(ADOPTED, "C(2027) 1", urgent=True),
        credits=tuple(_credit(codes[number % len(codes)], number) for number in range(CREDITS)),
    )
    record = SolidarityRecord(
        requests=(HelpRequest(BENEFITTING, date(2026, 4, 1), "relocation"),),
        support_plans=tuple(_support(code, number) for number, code in enumerate(codes)),
        sponsorship_groups=tuple(_sponsored(codes[number % len(codes)], number) for number in range(GROUPS)),
        relocation_groups=tuple(_relocated(codes[number % len(codes)], number) for number in range(GROUPS)),
    )
    return replace(
        sample,
        key=replace(sample.key, states=states),
        applications=tuple(_applications(state.code, state.population or 0) for state in states),
        as_of=date(2027, 12, 1),
        migratory_pressure=recorded,
        solidarity=record,
    )


def retyped(forum: Forum, number: int) -> Forum:
    """Return the forum with another part of one state's share covered, as one cell of the table changes it."""
    plans = list(forum.migratory_pressure.plans)
    plans[REVISIONS - 1] = replace(plans[REVISIONS - 1], covered=Fraction(number))
    return replace(forum, migratory_pressure=replace(forum.migratory_pressure, plans=tuple(plans)))


def _plan(code: str, place: int, revision: int) -> PressurePlan:
    measure = ResponseMeasure(ResponseMeasureKind.CAPACITY, "three teams", "registration", "by June", Fraction(300))
    return PressurePlan(
        code,
        f"{code}-1",
        revision,
        date(2027, 3, 1) + timedelta(revision),
        TypeShares(Fraction("33.3"), Fraction("33.3"), Fraction("33.4")),
        nationalities=("AF", "SY"),
        activities=(SponsorshipActivity.COUNSELLING,),
        covered=Fraction(200 + revision) if place % 3 == 0 else Fraction(0),
        measures=(measure,) if place % 3 == 0 else (),
        reduction_requested=place % 2 == 0,
    )


def _credit(code: str, number: int) -> Credit:
    kind = PLAN_TYPES[number % len(PLAN_TYPES)]
    return Credit(code, None, kind, number % 9, 2026, on_request=True, delivered=True)


def _support(code: str, number: int) -> SupportPlan:
    delivered = tuple(Delivery(date(2026, 6, 1) + timedelta(day), 4) for day in range(5))
    lines = tuple(
        SupportLine(kind, 20, 0, ("SY",) if kind in WITH_NATIONALITIES else (), "by July 2026", delivered)
        for kind in SUPPORT_TYPES
        if kind in PLAN_TYPES
    )
    return SupportPlan(
        f"S-{number}",
        code,
        BENEFITTING,
        f"{code}-S-1",
        date(2026, 5, 2),
        on_request=True,
        consent=date(2026, 5, 1),
        lines=lines,
        fits_fund=True,
    )


def _sponsored(code: str, number: int) -> SponsorshipGroup:
    activities = (SponsorshipActivity.COUNSELLING,)
    return SponsorshipGroup(f"G-{number}", code, "SY", 20, activities=activities, returned=number % 21)


def _relocated(code: str, number: int) -> RelocationGroup:
    """Return a group; four of five have arrived."""
    sent = date(2027, 4, 1) + timedelta(number % 30)
    days = [sent + timedelta(each) for each in (5, 8, 20)]
    confirmed, decided, transferred = days if number % 5 else (None, None, None)
    return RelocationGroup(
        f"R-{number}",
        code,
        persons=10,
        security_checked=sent,
        sent=sent,
        confirmed=confirmed,
        decided=decided,
        transferred=transferred,
        arrived=10 if transferred else 0,
    )


def _applications(code: str, population: int) -> Applications:
    each = population // (200 if code in {"CY", "MT"} else 900)
    return Applications(code, tuple((year, each + 7 * (year - 2021)) for year in range(2021, 2026)))
