"""Forums on search and rescue to print: worked by hand, invented, and as bad as they come."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Classification, Forum, Key, KeyState, Procedure
from desktop_app.calc.member_states import BOUND
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    RoundKind,
    SearchAndRescue,
    TopUp,
)
from desktop_app.models.interchange import read_document

ROOT = Path(__file__).resolve().parent.parent.parent
KINDS = ResponseMeasureKind
LONG = "Modular reception units for families, delivered, installed and maintained for two years. " * 9


def example(**changes: Any) -> Forum:
    """The worked example of the exchange format: Germany, Greece (benefits), France with measures, Sweden without."""
    forum = read_document((ROOT / "tests" / "examples" / "search-and-rescue.json").read_bytes())
    return replace(forum, search_and_rescue=replace(forum.search_and_rescue, **changes))


def sample() -> Forum:
    """The invented forum that comes with the program."""
    return read_document((ROOT / "resources" / "samples" / "search-and-rescue.json").read_bytes())


def assessed(forum: Forum) -> SearchAndRescueAssessment:
    """Assess a forum on search and rescue."""
    return SearchAndRescueAssessment.of(assess(forum))


def measures() -> tuple[ResponseMeasure, ...]:
    """One of each line: complete, with gaps, with a fraction of a person."""
    return (
        ResponseMeasure(KINDS.CAPACITY, "three units", LONG, "by June 2027", Fraction(600), 1_100_000_000),
        ResponseMeasure(KINDS.OPERATIONAL, None, "forty experts", None),
        ResponseMeasure(KINDS.THIRD_COUNTRY, "one programme", "Return programme", "2027-2029", Fraction(181, 2)),
    )


def crowded(path: ActPath | None = ActPath.STILL_SHORT) -> Forum:
    """All 26 bound states, ten of disembarkation, long texts, every kind of plan, everything recorded that can be."""
    benefitting = BOUND[3:13]
    plans: list[ResponsePlan] = []
    for place, code in enumerate(code for code in BOUND if code not in benefitting):
        if place % 5 == 4:
            continue
        offered = measures() if place % 2 else ()
        reference = f"{code}-SAR-2026/Ministry of the Interior and Administrative Reform"
        cover = Cover(12, 8) if place == 1 else None
        note = "Subject to approval by parliament." if place % 2 else None
        plan = ResponsePlan(code, reference, 0, date(2026, 11, 10), 20 + place, 3, offered, cover, note)
        plans += [plan, replace(plan, revision=1, submitted=date(2026, 11, 18))] if place % 3 == 0 else [plan]
    plans.append(ResponsePlan("SE", None, 0, date(2026, 12, 1), 44))
    plans.append(ResponsePlan(benefitting[0], "X-1", 0, None, 5))
    wholly_short = path is ActPath.STILL_SHORT
    recorded = SearchAndRescue(
        ManagementReport(
            "Migration Management Report 2026, with the situational report of 3 November",
            date(2026, 10, 14),
            tuple(Disembarkation(code, 300 + 10 * place) for place, code in enumerate(benefitting)),
            (KINDS.CAPACITY,),
            vulnerable=True,
            note="Needs are largest from May to September.",
        ),
        requested=date(2026, 10, 20),
        plans=tuple(sorted(plans, key=lambda plan: (BOUND.index(plan.code), plan.revision))),
        rounds=(
            Round("f1", RoundKind.SHORTFALL, "types to be adapted", date(2026, 11, 17), date(2026, 11, 20)),
            Round("f2", RoundKind.POOL_USED, None, None, date(2027, 3, 3), benefitting[0]),
        ),
        forum_ended=date(2026, 11, 20),
        act=DisembarkationAct(path, date(2026, 12, 4), "C(2026) 9999", Judgement(date(2026, 11, 24), "A. Smith", "so")),
        pressure_act=PressureAct(benefitting[0], date(2027, 4, 1)),
        use=tuple(PoolUse(code, date(2027, 1, 10), 400) for code in benefitting[:3]),
        raises=(Raise(BOUND[0], benefitting[0], 10, date(2027, 3, 4), "said so"),),
        top_up=TopUp(benefitting[0], 400, date(2027, 3, 10), "C(2027) 123") if wholly_short else None,
    )
    states = tuple(KeyState(code, 1_000_000 + 7 * place, 5_000_000) for place, code in enumerate(BOUND))
    return Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        title="Search and rescue 2027: the pools of the central and the eastern Mediterranean, with a long title",
        note="A note.\nIts second line.",
        year=2027,
        classification=Classification.EU_RESTRICTED,
        as_of=date(2027, 4, 30),
        readings=(("shortfall", "C"),),
        key=Key(date(2025, 1, 1), "invented", 2024, "invented", states),
        search_and_rescue=recorded,
    )


def empty() -> Forum:
    """Nothing recorded at all."""
    return Forum(procedure=Procedure.SEARCH_AND_RESCUE)


def expected() -> Any:
    """What the exchange format promises of the worked example."""
    return json.loads((ROOT / "tests" / "examples" / "search-and-rescue.expected.json").read_bytes())
