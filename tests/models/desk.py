"""What the tests of the forum file share: a small forum, a file of it, and hands that reach behind the door."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import (
    NO_PLEDGE,
    Acknowledgement,
    AdoptedAct,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Basis,
    DataFlag,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Holiday,
    Key,
    KeyState,
    MeasureKind,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    PressureBasis,
    Procedure,
    RequestContent,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.recorded import Recorded
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
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
from desktop_app.calc.vote import Ballot, BallotLine, Vote

OPERATOR = "Ana Silva"

FORUM_1 = Forum(
    title="Annual pool 2027",
    year=2027,
    as_of=date(2026, 12, 7),
    readings=(("rounding", "up"), ("twice", "at-least")),
    basis=Basis(report=SourceAct("COM(2026) 000", date(2026, 10, 15))),
    key=Key(
        population_date=date(2025, 1, 1),
        gdp_year=2024,
        states=(KeyState("BE", 12_000_000, 60_000_000), KeyState("DK", None, None, participates=False)),
        adopted_shares=(("BE", Fraction("3.0942")),),
    ),
    pool=Pool(3_000, 6_000_000_000, sar_percent=Fraction("42.5"), named_measures=("staff", "boats")),
    meetings=(Meeting("m1", MeetingKind.INITIAL, date(2026, 10, 28)),),
    applications=(Applications("BE", ((2024, 39_000), (2025, 38_000)), ((2025, 12_000_000),)),),
    states=(
        StateRecord(
            "BE",
            flags=(Flag.UNDER_PRESSURE, Flag.AT_RISK),
            pressure_basis=(PressureBasis.ARRIVALS,),
            pledge=Pledge(
                100,
                2_000_000_050,
                (AlternativeMeasure("twenty case officers", MeasureKind.STAFF, 120_000_000), AlternativeMeasure()),
                of_which_beneficiaries=10,
            ),
            deductions=(
                Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, DeductionAmounts(1, 2, 3)),
                Deduction(DeductionBasis.ARTICLE_62, DeductionStage.ANNOUNCED, announced=date(2026, 10, 28)),
            ),
        ),
        StateRecord("EL", pledge=NO_PLEDGE),
        StateRecord("LV"),
    ),
    associated=(AssociatedContribution("NO", "ad hoc", 100_000_000),),
)
"""Something in every table of a file of format 1."""

FORUM_4 = replace(
    FORUM_1,
    applications_source="migr_asyappctza, extracted 2026-11-20",
    key=replace(
        FORUM_1.key,
        population_extracted=date(2026, 11, 20),
        gdp_extracted=date(2026, 11, 21),
        states=(
            KeyState(
                "BE",
                12_000_000,
                60_000_000,
                population_flags=(DataFlag.PROVISIONAL, DataFlag.BREAK),
                gdp_flags=(DataFlag.ESTIMATED,),
            ),
            KeyState("DK", None, None, participates=False, remark="without Greenland and the Faroes"),
        ),
    ),
    states=(
        replace(
            FORUM_1.states[0],
            pledge=replace(
                FORUM_1.states[0].pledge,
                alternative=(
                    AlternativeMeasure(
                        "twenty case officers",
                        MeasureKind.STAFF,
                        120_000_000,
                        original=OriginalAmount("SEK", 1_348_140_000, Fraction("11.2345"), date(2026, 11, 20), "ECB"),
                    ),
                    AlternativeMeasure(),
                ),
                said=HowSaid(
                    relocations=Said(Certainty.CONFIRMED, "Permanent Representation"),
                    financial=Said(
                        Certainty.ANNOUNCED,
                        condition="subject to parliament",
                        at_most=True,
                        original=OriginalAmount("PLN", 8_500_000_000),
                    ),
                    alternative=Said(note="kind still open"),
                ),
            ),
            deductions=(
                replace(FORUM_1.states[0].deductions[0], contents=(RequestContent.STABILISE, RequestContent.REASONING)),
                replace(FORUM_1.states[0].deductions[1], contents=()),
            ),
            crisis_credit=5,
            crisis_credit_act="C(2026) 100",
        ),
        *FORUM_1.states[1:],
    ),
    holidays=(Holiday(date(2027, 3, 29), "Easter Monday"), Holiday(date(2027, 5, 6))),
    vote=Ballot(
        date(2026, 12, 5),
        "ST 16999/26",
        "voting figures 2027",
        date(2026, 11, 1),
        (BallotLine("BE", Vote.YES, 11_900_000), BallotLine("LV", Vote.ABSTAIN), BallotLine("SE", None, 10_600_000)),
    ),
    acknowledgements=(
        Acknowledgement("AMMR-12-2", None, "The proposal is small.", "As agreed.", "Ana Silva", date(2026, 12, 1)),
        Acknowledgement("AMMR-57-3b", "LV", "Latvia has pledged nothing.", "It will."),
    ),
)
"""Something in every table, and in every column that format 2 brought."""

FORUM = replace(FORUM_4, adopted=date(2026, 12, 7), adopted_act=AdoptedAct("2026/2511", "OJ L, 2026/2511, 21.12.2026"))
"""The same after the act was adopted, with what format 5 brought."""


RESCUE = Forum(
    procedure=Procedure.SEARCH_AND_RESCUE,
    title="Disembarkations 2027",
    year=2027,
    as_of=date(2027, 3, 1),
    readings=(("rounding", "up"), ("shortfall", "C")),
    key=Key(
        states=(KeyState("DE", 84_000_000, 430_000_000), KeyState("EL", 10_000_000, 24_000_000)),
        adopted_shares=(("DE", Fraction("90.25")),),
    ),
    acknowledgements=(Acknowledgement("P610-47-4c", "DE", "Germany offers what is not named.", "It will be."),),
    search_and_rescue=SearchAndRescue(
        report=ManagementReport(
            "report 2026",
            date(2026, 10, 14),
            (Disembarkation("EL", 2_000), Disembarkation("MT")),
            (ResponseMeasureKind.CAPACITY, ResponseMeasureKind.THIRD_COUNTRY),
            vulnerable=True,
            note="Needs in words.",
        ),
        requested=date(2026, 10, 20),
        plans=(
            ResponsePlan("DE", "DE-1", 0, date(2026, 11, 10), 500, 20, note="first"),
            ResponsePlan(
                "DE",
                "DE-1",
                1,
                date(2026, 11, 19),
                900,
                20,
                (
                    ResponseMeasure(
                        ResponseMeasureKind.CAPACITY, "two units", "reception", "by June", Fraction("12.5"), 1_100_050
                    ),
                    ResponseMeasure(ResponseMeasureKind.OPERATIONAL),
                    ResponseMeasure(description="on none of the lines"),
                ),
                Cover(10, 5),
            ),
            ResponsePlan("SE"),
        ),
        rounds=(
            Round("f1", RoundKind.SHORTFALL, "short", date(2026, 11, 17), date(2026, 11, 20)),
            Round("f2", RoundKind.POOL_USED, benefitting="EL"),
        ),
        forum_ended=date(2026, 11, 20),
        act=DisembarkationAct(
            ActPath.STILL_SHORT,
            date(2026, 12, 4),
            "C(2026) 1",
            Judgement(date(2026, 11, 27), "the Commission", "as said"),
        ),
        pressure_act=PressureAct("EL", date(2027, 2, 1), date(2027, 3, 1)),
        calls=(Call("EL", date(2026, 12, 10), "beds"), Call("MT")),
        use=(
            PoolUse("EL", date(2027, 1, 10), 120, "MT", "enough is left", "DE", "Syria", "two ships"),
            PoolUse("MT"),
        ),
        raises=(Raise("SE", "EL", 30, date(2027, 1, 20), "gladly"), Raise("DE", "EL")),
        top_up=TopUp("EL", 3_000, date(2027, 2, 10), "C(2027) 2"),
    ),
)
"""Something in every table and column of a forum on search and rescue."""


def relocations(code: str, value: Recorded[int]) -> RecordPledge:
    return RecordPledge(code, PledgeColumn.RELOCATIONS, value)


@dataclass
class Clock:
    """A clock that goes on by one second each time it is asked."""

    now: datetime = datetime(2026, 11, 27, 16, 40, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@contextmanager
def behind_the_door(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that minds no rule: no foreign keys, no checks, the journal's triggers away for a while."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        for _name, sql in triggers:
            connection.execute(sql)


def untouched(path: Path) -> Callable[[], bool]:
    """Return a function that tells whether the file is byte for byte as it is now, and nothing lies beside it."""
    before, names = path.read_bytes(), sorted(each.name for each in path.parent.iterdir())
    return lambda: path.read_bytes() == before and sorted(each.name for each in path.parent.iterdir()) == names
