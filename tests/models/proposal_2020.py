"""Forums on migratory pressure and voluntary solidarity with something in every table and column; all invented."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Acknowledgement, Applications, Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    Trigger,
    TypeRound,
    TypesSet,
)
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
from desktop_app.calc.readings import in_force, readings_of
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge

MEASURE = ResponseMeasure(
    ResponseMeasureKind.OPERATIONAL, "two teams", "registration", "from May", Fraction("60.5"), 1_100_050
)

SOLIDARITY = SolidarityRecord(
    requests=(HelpRequest("EL", date(2027, 1, 5), "beds"), HelpRequest("CY")),
    support_plans=(
        SupportPlan(
            "SP-1",
            "FR",
            "EL",
            "FR/1",
            date(2026, 5, 1),
            on_request=True,
            consent=date(2026, 5, 9),
            lines=(
                SupportLine(
                    ContributionType.APPLICANTS,
                    40,
                    5,
                    (),
                    "by autumn",
                    (Delivery(date(2026, 9, 1), 20, 2), Delivery(persons=10)),
                ),
                SupportLine(ContributionType.ILLEGALLY_STAYING, 7, nationalities=("DZ", "MA")),
            ),
            measures=(SupportMeasure(MEASURE, date(2026, 10, 1)), SupportMeasure(ResponseMeasure())),
            fits_fund=True,
            note="gladly",
        ),
        SupportPlan("SP-2", "SE", "CY"),
    ),
    sponsorship_groups=(
        SponsorshipGroup(
            "S-1",
            "DE",
            "SY",
            30,
            4,
            (SponsorshipActivity.COUNSELLING, SponsorshipActivity.TRAVEL_DOCUMENT),
            ClockStart.RETURN_DECISION,
            date(2027, 4, 2),
            10,
            date(2027, 12, 5),
            12,
            2,
            "by air",
            "EL",
            date(2027, 12, 20),
        ),
        SponsorshipGroup("S-2", "SE"),
    ),
    relocation_groups=(
        RelocationGroup(
            "R-1",
            "FR",
            "EL",
            ContributionType.BENEFICIARIES,
            50,
            6,
            date(2027, 4, 1),
            consent=True,
            granted=date(2026, 2, 1),
            linked=2,
            sent=date(2027, 4, 5),
            postponed=date(2027, 4, 9),
            confirmed=date(2027, 4, 12),
            refused=1,
            decided=date(2027, 4, 15),
            appeal_ended=date(2027, 5, 1),
            transferred=date(2027, 5, 9),
            arrived=40,
            arrived_minors=5,
            note="two flights",
        ),
        RelocationGroup("R-2", "SE"),
    ),
    incentives=(IncentiveRate(None, 1, 2, 3, "C(2026) 1"), IncentiveRate(date(2027, 1, 1))),
    log=(
        LogEntry(date(2027, 3, 3), LogKind.BILATERAL, "Guards lent.", "BG", "RO"),
        LogEntry(None, LogKind.COORDINATION, "Call."),
    ),
)

PRESSURE = Forum(
    procedure=Procedure.MIGRATORY_PRESSURE,
    title="Pressure 2027",
    year=2027,
    as_of=date(2027, 4, 15),
    readings=tuple(
        sorted({**in_force(readings_of(Procedure.MIGRATORY_PRESSURE), {}), "credit": "any-voluntary"}.items())
    ),
    key=Key(
        states=(KeyState("DE", 84_000_000, 430_000_000), KeyState("EL", 10_000_000, 24_000_000)),
        adopted_shares=(("DE", Fraction("90.25")),),
    ),
    applications=(Applications("DE", ((2025, 200_000), (2026, 210_000)), ((2026, 84_000_000),)),),
    applications_source="migr_asyappctza",
    acknowledgements=(Acknowledgement("P610-52-2", "DE", "Germany offers what is not named.", "It will be."),),
    migratory_pressure=MigratoryPressure(
        triggered_by=Trigger.COMMISSION,
        notified=date(2027, 1, 20),
        rapid=True,
        situation=Situation(
            indicators=(
                IndicatorFigure(PressureIndicator.APPLICATIONS, 12_000, 300_000, ("AF", "SY"), "six months"),
                IndicatorFigure(PressureIndicator.UNACCOMPANIED_MINORS),
            ),
            sources=(
                SourceUsed(PressureSource.MEMBER_STATE, "letter", date(2027, 1, 12), note="first"),
                SourceUsed(PressureSource.SITUATIONAL_AWARENESS, "MISAA 3", kind=SituationReportKind.MISAA),
                SourceUsed(PressureSource.SITUATIONAL_AWARENESS, "MISAA 4"),
            ),
            blueprint=Blueprint(
                stage_two=True,
                since=date(2026, 12, 1),
                ended=date(2027, 6, 1),
                crisis_response=True,
                last_network_meeting=date(2027, 1, 8),
                note="on request",
            ),
            needs=NeedsAnalysis("tents", "guards", "places", "a tenth"),
            note="as seen",
        ),
        report=PressureReport(
            "report 1",
            date(2027, 2, 19),
            under_pressure=False,
            benefitting="EL",
            relocations=800,
            sponsorship=300,
            measures_named=(ResponseMeasureKind.CAPACITY, ResponseMeasureKind.OPERATIONAL),
            nationalities=("AF", "SY"),
            capacity="full",
            own_measures="more beds",
            timetable="a year",
            note="see annex",
        ),
        other_benefitting=("IT", "MT"),
        plans=(
            PressurePlan(
                "DE",
                "DE-1",
                0,
                date(2027, 3, 1),
                TypeShares(Fraction(80), Fraction("19.5"), Fraction("0.5")),
                25,
                1,
                ("SY",),
                (SponsorshipActivity.COUNSELLING, SponsorshipActivity.PRACTICAL_ARRANGEMENTS),
                Fraction("12.5"),
                (MEASURE, ResponseMeasure()),
                reduction_requested=True,
                average_shown=Fraction(1, 700),
                note="first",
            ),
            PressurePlan("DE", "DE-1", 1, shares=TypeShares(Fraction(100))),
            PressurePlan("SE"),
        ),
        rounds=(
            TypeRound("f1", "types do not match", date(2027, 3, 8), date(2027, 3, 12)),
            TypeRound("f2"),
        ),
        forum_ended=date(2027, 3, 12),
        act=PressureResponseAct(
            date(2027, 3, 19),
            "C(2027) 1",
            urgent=True,
            ends=date(2027, 12, 31),
            timetable="monthly",
            types_set=(
                TypesSet("FR", TypeShares(Fraction(70), Fraction(20), Fraction(10))),
                TypesSet("SE", TypeShares(Fraction(100))),
            ),
            reported=date(2027, 10, 1),
        ),
        credits=(
            Credit(
                "DE",
                "CY",
                ContributionType.SPONSORSHIP,
                40,
                2026,
                date(2026, 7, 1),
                on_request=True,
                delivered=True,
                note="ledger",
            ),
            Credit("SE", "EL"),
        ),
    ),
    solidarity=SOLIDARITY,
)

VOLUNTARY = Forum(
    procedure=Procedure.VOLUNTARY,
    title="Declaration",
    adopted=date(2022, 6, 22),
    readings=(("postponement", "three-weeks"),),
    voluntary=Voluntary(
        mechanism=Mechanism(
            "declaration",
            date(2022, 6, 22),
            date(2023, 12, 31),
            "Solidarity Platform",
            ("Commission", "Presidency"),
            "see report",
        ),
        signatories=(
            Signatory("DE", date(2022, 6, 22), date(2023, 1, 1)),
            Signatory("EL"),
            Signatory("NO", date(2022, 6, 22)),
            Signatory("CH"),
        ),
        needs=(Need("EL", 500, 1_000_000_050, "as told"), Need("CY")),
        pledges=(
            VoluntaryPledge(
                "DE", "DE/1", date(2022, 7, 1), "EL", 350, True, 500_000_000, "reception", "Tunisia", "in two steps"
            ),
            VoluntaryPledge("DE"),
            VoluntaryPledge("NO", relocations=20),
        ),
        kept=(Commitment("DE", date(2022, 9, 1), "EL", 74, 8, 100, "flight"), Commitment("CH")),
    ),
    solidarity=SOLIDARITY,
)


def changed_once(value: Any) -> Iterator[Any]:
    """Yield the value with one thing in it changed: each cell emptied, each list turned round or without one item."""
    if is_dataclass(value) and not isinstance(value, type):
        for cell in fields(value):
            held = getattr(value, cell.name)
            yield from (replace(value, **{cell.name: other}) for other in _others(cell, held))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield (*value[:number], *value[number + 1 :])
            if is_dataclass(each):
                yield from ((*value[:number], other, *value[number + 1 :]) for other in changed_once(each))
        if len(value) > 1:
            yield value[::-1]


def _others(cell: Field[Any], held: Any) -> Iterator[Any]:
    nothing = cell.default
    if nothing is not MISSING and nothing != held:
        yield nothing
    yield from changed_once(held)
