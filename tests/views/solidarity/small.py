"""A forum on migratory pressure small enough to be worked out by hand, with groups on either side of their clocks.

The act is of 19 March 2027: eight months end on 19 November 2027; the day of the check is 25 November, six days later.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport, PressureResponseAct, Trigger
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import LogEntry, LogKind, SolidarityRecord

ACT = date(2027, 3, 19)
"""Adoption of the act."""
TODAY = date(2027, 11, 25)
"""Day of the check."""
COUNSELLING = (SponsorshipActivity.COUNSELLING,)
LAPSED = SponsorshipGroup("S-1", "DE", "SY", 40, 3, COUNSELLING, returned=25)
"""15 are left, and to relocate."""
NEAR = SponsorshipGroup(
    "S-2", "FR", "AF", 60, 0, COUNSELLING, ClockStart.RETURN_DECISION, date(2027, 4, 10), returned=12, note="Charter"
)
"""Ends on 10 December 2027, in 15 days; 48 are left."""
NOT_STARTED = SponsorshipGroup("S-3", "SE", "AF", 20, start=ClockStart.END_OF_RIGHT)
"""Without its day, and without an activity."""
ARRIVED = RelocationGroup(
    "R-1",
    "FR",
    persons=30,
    minors=4,
    linked=2,
    refused=1,
    security_checked=date(2027, 3, 28),
    sent=date(2027, 4, 1),
    postponed=date(2027, 4, 8),
    confirmed=date(2027, 4, 14),
    decided=date(2027, 4, 20),
    appeal_ended=date(2027, 4, 30),
    transferred=date(2027, 5, 10),
    arrived=25,
    arrived_minors=4,
)
SILENT = RelocationGroup(
    "R-2", "SE", persons=50, security_checked=date(2027, 11, 1), sent=date(2027, 11, 8), postponed=date(2027, 11, 15)
)
"""Two weeks in all end on 22 November, three on 29 November: accepted by silence under one reading alone."""
NO_CONSENT = RelocationGroup(
    "R-3", "DE", type=ContributionType.BENEFICIARIES, persons=12, granted=date(2024, 3, 20), note="Families"
)
RECORD = SolidarityRecord(
    sponsorship_groups=(LAPSED, NEAR, NOT_STARTED),
    relocation_groups=(ARRIVED, SILENT, NO_CONSENT),
    log=(
        LogEntry(None, LogKind.NOTE, "Call of the chair"),
        LogEntry(date(2027, 4, 2), LogKind.BILATERAL, "Twelve officers for registration", "EL", "DE"),
    ),
)


def forum(record: SolidarityRecord = RECORD, *, act: date | None = ACT, today: date | None = TODAY) -> Forum:
    """Return the forum."""
    return Forum(
        title="Pressure response 2027",
        procedure=Procedure.MIGRATORY_PRESSURE,
        year=2027,
        as_of=today,
        key=Key(
            states=(
                KeyState("DE", 84_000_000, 430_000_000),
                KeyState("EL", 10_000_000, 24_000_000),
                KeyState("FR", 68_000_000, 290_000_000),
                KeyState("SE", 10_000_000, 56_000_000),
            )
        ),
        migratory_pressure=MigratoryPressure(
            Trigger.MEMBER_STATE,
            date(2027, 1, 20),
            report=PressureReport("r", date(2027, 2, 19), True, "EL", 800, 300, nationalities=("AF", "SY")),
            act=PressureResponseAct(act),
            plans=(
                PressurePlan("DE", "DE-1", 0, date(2027, 3, 1), TypeShares(Fraction(80), Fraction(20))),
                PressurePlan("FR", "FR-1", 0, date(2027, 3, 1), TypeShares(Fraction(100))),
            ),
        ),
        solidarity=record,
    )


def voluntary(record: SolidarityRecord = RECORD) -> Forum:
    """Return the same record in a forum of the voluntary mechanism, which has neither act nor report."""
    return replace(Forum(title="Platform", procedure=Procedure.VOLUNTARY, year=2027, as_of=TODAY), solidarity=record)
