"""A forum on search and rescue of four Member States, whose figures are worked out by hand.

Populations and GDP are 40, 30, 20 and 10 parts of a hundred, so shares are those: of a report on 1 000 persons
DE is asked 400, FR 300, SE 100; the 200 of EL, the Member State of disembarkation, nobody is asked for.
"""

from datetime import date
from fractions import Fraction

from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    Disembarkation,
    ManagementReport,
    Round,
    RoundKind,
    SearchAndRescue,
)

Kind = ResponseMeasureKind
REPORT = ManagementReport(
    "Report 2026", date(2026, 10, 14), (Disembarkation("EL", 1000),), (Kind.CAPACITY, Kind.OPERATIONAL), vulnerable=True
)
"""Plans are due by Saturday 14 November 2026."""
UNITS = ResponseMeasure(
    Kind.CAPACITY, "three units", "modular reception units", "by June 2027", Fraction(290), 1_100_000_000
)
FRANCE = ResponsePlan("FR", "FR-SAR-1", 0, date(2026, 11, 12), 10, 0, (UNITS,))
GERMANY = ResponsePlan("DE", "DE-SAR-1", 0, date(2026, 11, 10), 300, 20)


def key() -> Key:
    parts = {"DE": 40, "EL": 20, "FR": 30, "SE": 10}
    return Key(states=tuple(KeyState(code, part * 1_000_000, part * 100_000) for code, part in parts.items()))


def forum(*plans: ResponsePlan, forum_ended: date | None = None, as_of: date = date(2026, 11, 17)) -> Forum:
    """Return the forum with these plans; its round was opened on 16 November 2026."""
    return Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        title="A pool of four",
        year=2027,
        as_of=as_of,
        key=key(),
        search_and_rescue=SearchAndRescue(
            report=REPORT,
            plans=plans,
            rounds=(Round("f1", RoundKind.SHORTFALL, None, date(2026, 11, 16)),),
            forum_ended=forum_ended,
        ),
    )
