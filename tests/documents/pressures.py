"""Forums on migratory pressure and on the voluntary mechanism to print: the worked example, and as bad as they come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop_app.calc.assess import assess
from desktop_app.calc.contribution_types import SUPPORT_TYPES, ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Applications, Classification, Forum, Key, KeyState, Procedure
from desktop_app.calc.member_states import BOUND
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    Trigger,
    TypeRound,
    TypesSet,
)
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import (
    Blueprint,
    IndicatorFigure,
    NeedsAnalysis,
    PressureIndicator,
    PressureSource,
    Situation,
    SituationReportKind,
    SourceUsed,
)
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.models.interchange import read_document
from tests.documents.rescues import LONG, measures

ROOT = Path(__file__).resolve().parent.parent.parent
MINISTRY = "Ministry of the Interior and Administrative Reform"
ACTIVITIES = tuple(SponsorshipActivity)


def assessed(forum: Forum) -> PressureAssessment:
    """Assess a forum on migratory pressure."""
    return PressureAssessment.of(assess(forum))


def weighed(forum: Forum) -> VoluntaryAssessment:
    """Assess a forum on the voluntary mechanism."""
    return VoluntaryAssessment.of(assess(forum))


def example(**changes: Any) -> Forum:
    """The worked example of the exchange format: Germany credited, Greece benefits, France with measures."""
    forum = read_document((ROOT / "tests" / "examples" / "migratory-pressure.json").read_bytes())
    return replace(forum, migratory_pressure=replace(forum.migratory_pressure, **changes))


def triggered() -> Forum:
    """The worked example with measures for 380 of France's 416.82 persons: 34.54 % of the total, above 30 %."""
    germany, france = example().migratory_pressure.plans
    return example(plans=(germany, replace(france, covered=Fraction(380))))


def variants() -> Iterator[Forum]:
    """Forums that say what the crowded one does not."""
    germany, france = example().migratory_pressure.plans
    yield example()
    yield triggered()
    # Nobody under pressure, plans awaited, nothing said of who set it going; the act without an end.
    report = replace(example().migratory_pressure.report, under_pressure=False)
    quiet = example(report=report, plans=(), credits=(), triggered_by=None, act=PressureResponseAct())
    yield replace(quiet, as_of=date(2027, 2, 20))
    # Exactly twice the average: 240 a year per million of 1 million, against 120 of 2 million.
    pair = (KeyState("BE", 1_000_000, 1_000_000), KeyState("BG", 1_000_000, 1_000_000))
    counts = (_applications("BE", 240), _applications("BG", 0))
    asking = replace(germany, code="BE", reduction_requested=True, average_shown=None, minors_applicants=0)
    only = replace(example(plans=(asking,)), key=replace(_key(), states=pair), applications=counts)
    yield only
    # Two that give persons, one of them reduced: the spread is the same under both readings.
    three = (*pair, KeyState("CZ", 1_000_000, 1_000_000))
    spread = replace(only, key=replace(_key(), states=three), applications=(*counts, _applications("CZ", 0)))
    yield spread
    # A revision that does not count, one of a state that benefits, one of a state outside the key.
    late = replace(france, code="SE", submitted=date(2027, 6, 1))
    plans = (germany, replace(germany, code="EL"), france, replace(germany, code="IT"), late)
    yield example(plans=plans)
    yield example(situation=replace(situation(), blueprint=Blueprint(crisis_response=True)))
    unknown = example(plans=(replace(germany, reduction_requested=True),))
    yield replace(unknown, solidarity=replace(record(), support_plans=(support_plan(fits_fund=False, lines=()),)))
    yield example(plans=(replace(germany, activities=()), replace(france, measures=(), covered=Fraction(0))))
    yield more_than_half()
    yield replace(more_than_half(), readings=(("cover", "exact"),))
    yield replace(more_than_half(), readings=(("shortfall", "B"),))
    recorded = replace(spread.applications[0], population=tuple((year, 1_000_000) for year in range(2022, 2027)))
    yield replace(spread, applications=(recorded, *spread.applications[1:]), applications_source="A register")
    yield replace(unknown, solidarity=small_support())


def more_than_half() -> Forum:
    """France with measures for nearly all of its share, so that the test is triggered; Germany for little."""
    germany, france = example().migratory_pressure.plans
    offered = france.measures
    return example(
        plans=(replace(germany, covered=Fraction(40), measures=offered), replace(france, covered=Fraction(380)))
    )


def small_support() -> SolidarityRecord:
    """Support plans of one person and of one measure, delivered and not."""
    line = SupportLine(ContributionType.APPLICANTS, 1, 0, (), "in May")
    done, open_ = (SupportMeasure(measures()[0], day) for day in (date(2026, 12, 1), None))
    plans = (
        support_plan(lines=(line,), measures=(done,)),
        support_plan("LU", id="S2", lines=(line,), measures=(open_,)),
    )
    return SolidarityRecord(support_plans=plans)


def quiet_mechanism() -> Forum:
    """The voluntary mechanism as it stands in a final overview: nothing extended, nothing recorded beside it."""
    forum = mechanism()
    recorded = replace(forum.voluntary, mechanism=replace(forum.voluntary.mechanism, extended_until=None))
    pledges = tuple(each for each in recorded.pledges if each.code != "RO" and not each.project)
    recorded = replace(recorded, pledges=pledges, kept=())
    return replace(forum, voluntary=recorded, solidarity=SolidarityRecord())


def _key() -> Key:
    states = tuple(KeyState(code, 1_000_000 + 7 * place, 5_000_000) for place, code in enumerate(BOUND))
    return Key(date(2025, 1, 1), "invented", 2024, "invented", states)


def _applications(code: str, per_year: int) -> Applications:
    return Applications(code, tuple((year, per_year) for year in range(2022, 2027)))


def plan(code: str, place: int) -> PressurePlan:
    """A plan of every kind, by its place: persons of all types, with measures, measures alone, with gaps."""
    reference = f"{code}-MP-2027/{MINISTRY}"
    whole = TypeShares(Fraction(50), Fraction(30), Fraction(20))
    made = PressurePlan(
        code, reference, 0, date(2027, 3, 1), whole, 12, 3, ("AF", "SY"), ACTIVITIES, note="Subject to parliament."
    )
    if place % 4 == 1:
        return replace(made, covered=Fraction(11), measures=measures())
    if place % 4 == 2:
        of_measures = replace(made, shares=TypeShares(), nationalities=(), activities=(), covered=Fraction(40))
        return replace(of_measures, measures=measures()[:1], minors_applicants=0, minors_beneficiaries=0)
    return replace(made, reduction_requested=place % 4 == 3, average_shown=Fraction(1, 125) if place == 3 else None)


def crowded() -> Forum:
    """All 26 bound states, long texts, every kind of plan, everything recorded that can be."""
    asked = [code for code in BOUND if code not in {"EL", "IT", "CY"}]
    plans = [plan(code, place) for place, code in enumerate(asked) if place % 7 != 5]
    plans.append(replace(plans[0], revision=1, submitted=date(2027, 3, 12)))
    plans.append(PressurePlan("SE", None, 0, date(2027, 6, 1), TypeShares(Fraction(999, 10))))
    credits_given = (
        Credit("BE", "EL", ContributionType.APPLICANTS, 7, 2026, date(2026, 5, 4), on_request=True, delivered=True),
        Credit("BG", "EL", ContributionType.MEASURES, 3, 2026, None, on_request=True, delivered=True),
        Credit("CZ", "EL", ContributionType.APPLICANTS, 7, 2026, None, delivered=True),
        Credit("DE", "MT", ContributionType.SPONSORSHIP, 4, None, None, on_request=True, delivered=True),
        Credit("FR", None, ContributionType.BENEFICIARIES, 9, 2026, None, on_request=True),
    )
    recorded = MigratoryPressure(
        Trigger.COMMISSION,
        date(2027, 1, 20),
        rapid=True,
        situation=situation(),
        report=PressureReport(
            "Report on migratory pressure, Greece, 2027/1",
            date(2027, 2, 19),
            benefitting="EL",
            relocations=1800,
            sponsorship=700,
            measures_named=tuple(ResponseMeasureKind),
            nationalities=("AF", "BD", "SY"),
            capacity="Reception for 40 000 persons; asylum offices on five islands.",
            own_measures="A second registration centre.",
            timetable="From May 2027 over twelve months.",
            note="Needs are largest from May to September.",
        ),
        other_benefitting=("IT", "CY"),
        plans=tuple(sorted(plans, key=lambda each: (BOUND.index(each.code), each.revision))),
        rounds=(TypeRound("f1", "Sponsorship is short of its total", date(2027, 3, 10), date(2027, 3, 12)),),
        forum_ended=date(2027, 3, 12),
        act=PressureResponseAct(
            date(2027, 3, 19),
            "C(2027) 1999",
            urgent=True,
            timetable="Relocation from May 2027 in monthly groups, sponsorship at once; done by March 2028.",
            types_set=(TypesSet("IE", TypeShares(Fraction(60), Fraction(40))),),
            reported=date(2028, 4, 3),
        ),
        credits=credits_given,
    )
    per_year = {"DE": 8000, "FR": 5000, "EL": 9000, "CZ": 1200}
    return Forum(
        procedure=Procedure.MIGRATORY_PRESSURE,
        title="Migratory pressure 2027: the eastern Mediterranean and the islands, with a long title",
        note="A note.\nIts second line.",
        year=2027,
        classification=Classification.EU_RESTRICTED,
        as_of=date(2027, 12, 30),
        readings=(("shortfall", "C"),),
        key=_key(),
        applications=tuple(_applications(code, per_year.get(code, 1000)) for code in BOUND),
        applications_source="Eurostat migr_asyappctza, invented figures",
        migratory_pressure=recorded,
        solidarity=record(),
    )


def situation() -> Situation:
    """All eleven indicators, all ten sources, stage 2, all four parts of the needs."""
    indicators = tuple(
        IndicatorFigure(each, 41_000 + place, 410_000, ("AF", "SY") if each.asks_nationalities else (), "six months")
        for place, each in enumerate(PressureIndicator)
    )
    sources = tuple(
        SourceUsed(
            each,
            f"document {each.value}",
            date(2027, 1, 31),
            SituationReportKind.MISAA if each is PressureSource.SITUATIONAL_AWARENESS else None,
        )
        for each in PressureSource
    )
    return Situation(
        indicators,
        sources,
        Blueprint(
            stage_two=True,
            since=date(2027, 1, 5),
            ended=date(2027, 11, 1),
            last_network_meeting=date(2027, 1, 12),
            note="At the request of Greece.",
        ),
        NeedsAnalysis("Blankets and beds", "Forty interpreters", "Families first", "Ten per cent of the costs"),
        "Compared in February.",
    )


def support_plan(code: str = "PT", **changes: Any) -> SupportPlan:
    """A support plan with every line of Annex IV, in part delivered."""
    lines = tuple(
        SupportLine(
            each,
            20 + place,
            0 if each is ContributionType.BORDER_PROCEDURE else 2,
            ("AF", "PK") if each in {ContributionType.SPONSORSHIP, ContributionType.ILLEGALLY_STAYING} else (),
            "from October 2026",
            (Delivery(date(2026, 11, 3), 9, 1),) if place < 2 else (),
        )
        for place, each in enumerate(SUPPORT_TYPES)
    )
    offered = tuple(SupportMeasure(each, date(2026, 12, 1) if not n else None) for n, each in enumerate(measures()))
    made = SupportPlan(
        "S1",
        code,
        "EL",
        f"{code}-SUP-2026/{MINISTRY}",
        date(2026, 9, 14),
        True,
        date(2026, 9, 20),
        lines,
        offered,
        True,
        "A note on the plan.",
    )
    return replace(made, **changes)


def record() -> SolidarityRecord:
    """Groups at every step, support plans, requests, rates and the log."""
    groups = (
        SponsorshipGroup("G1", "DE", "AF", 30, 2, ACTIVITIES[:2], returned=11),
        SponsorshipGroup("G2", "FR", "SY", 12, 0, ACTIVITIES[4:], ClockStart.RETURN_DECISION, date(2027, 5, 20)),
        SponsorshipGroup("G3", "AT", None, 9, 0, (), ClockStart.END_OF_RIGHT, None),
        SponsorshipGroup(
            *("G4", "NL", "BD", 5, 0, ACTIVITIES[:1]),
            returned=2,
            told=date(2027, 11, 21),
            taken_over=3,
            benefitting="CY",
            taken_over_on=date(2027, 11, 29),
        ),
        SponsorshipGroup("G5", "BE", "BD", 5, 0, ACTIVITIES[:1], ClockStart.END_OF_RIGHT, date(2027, 12, 1)),
    )
    start = RelocationGroup("R1", "DE", None, ContributionType.APPLICANTS, 40, 3)
    sent = replace(start, id="R2", sent=date(2027, 12, 27))
    silent = replace(sent, id="R3", sent=date(2027, 12, 10))
    late = replace(sent, id="R4", relocating="FR", sent=date(2027, 8, 2), confirmed=date(2027, 8, 6))
    decided = replace(late, id="R5", decided=date(2027, 8, 10), appeal_ended=date(2027, 12, 20), linked=2, refused=1)
    done = replace(decided, id="R6", transferred=date(2027, 9, 1), arrived=36, arrived_minors=3)
    return SolidarityRecord(
        (HelpRequest("EL", date(2026, 8, 1), "Reception on the islands"), HelpRequest("MT")),
        (support_plan(), support_plan("LU", id="S2", on_request=False, consent=None, measures=(), note=None)),
        groups,
        (start, sent, silent, late, decided, done),
        (IncentiveRate(date(2027, 1, 1), 1_050_000, 1_250_000, 60_000, "C(2026) 12"),),
        (
            LogEntry(date(2027, 6, 2), LogKind.BILATERAL, "Two buses lent.", "AT", "EL"),
            LogEntry(None, LogKind.NOTE, LONG),
            LogEntry(date(2027, 6, 9), LogKind.COORDINATION, "Flights put together.", "DE"),
        ),
    )


def mechanism() -> Forum:
    """The voluntary mechanism with everything recorded that can be, by 18 Member States and three associated states."""
    signed = (*BOUND[:18], "NO", "LI", "CH")
    signatories = [Signatory(code, date(2022, 6, 22)) for code in signed]
    signatories[3] = Signatory(signed[3], date(2022, 6, 22), date(2022, 12, 1))
    helped = ("EL", "IT", None)
    pledges = [
        VoluntaryPledge(
            code,
            f"{code}-V/{MINISTRY}",
            date(2022, 7, 1),
            helped[place % 3] if helped[place % 3] != code else None,
            50 + place if place % 2 == 0 else 0,
            vulnerable_first=place % 4 == 0,
            financial_cents=120_000_000 + place if place % 2 else 0,
            project="Return and reintegration programme" if place % 4 == 1 else None,
            partner_country="Tunisia" if place % 8 == 1 else None,
            note="Subject to the budget." if place % 3 == 0 else None,
        )
        for place, code in enumerate((*signed, "RO"))
    ]
    kept = (
        Commitment("BE", date(2022, 10, 3), "EL", 21, 2, 0, "first flight"),
        Commitment("NO", date(2022, 11, 4), "IT", 5, 0, 0),
        Commitment("BG", None, None, 0, 0, 60_000_000),
    )
    recorded = Voluntary(
        Mechanism(
            "Declaration of Solidarity, Luxembourg",
            date(2022, 6, 22),
            date(2023, 12, 31),
            "Solidarity Platform",
            ("Commission", "Presidency of the Council"),
            "Started in the summer.",
        ),
        tuple(signatories),
        (Need("EL", 900, 500_000_000, "islands"), Need("ES", 100, None), Need("IT", None, 90_000_000_000)),
        tuple(pledges),
        kept,
    )
    return Forum(
        procedure=Procedure.VOLUNTARY,
        title="Voluntary solidarity mechanism of 2022 (invented figures)",
        note="A note.",
        year=2022,
        classification=Classification.LIMITE,
        as_of=date(2023, 1, 31),
        adopted=date(2022, 6, 22),
        voluntary=recorded,
        solidarity=record(),
    )
