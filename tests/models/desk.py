"""What the tests of the forum file share: a small forum, a file of it, and hands that reach behind the door."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import (
    NO_PLEDGE,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Basis,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Key,
    KeyState,
    MeasureKind,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    PressureBasis,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.recorded import Recorded

OPERATOR = "Ana Silva"

FORUM = Forum(
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
"""Something in every table."""


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
