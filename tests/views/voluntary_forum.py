"""A forum on voluntary solidarity worked out by hand, which the tests of its views share.

Needed are 4 000 persons (Italy 3 000, Greece 1 000) and EUR 50 million (Italy). Pledged are 3 700 persons: Germany
2 000 and France 1 500 for Italy, Norway 200 for Greece; and EUR 4 million, of it 3 for a project. Kept are 500
persons and EUR 500 000.
"""

from datetime import date

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge

_SIGNED = date(2022, 6, 22)

SUPPORT_PLAN = SupportPlan(
    "SP-1",
    "DE",
    "IT",
    "DE-IT-1",
    date(2026, 3, 9),
    True,
    date(2026, 3, 20),
    (
        SupportLine(ContributionType.APPLICANTS, 120, 20, (), "until June", (Delivery(date(2026, 4, 2), 40, 5),)),
        SupportLine(ContributionType.SPONSORSHIP, 30, 0, ("AF", "SY"), "in eight months"),
    ),
    (
        SupportMeasure(
            ResponseMeasure(ResponseMeasureKind.CAPACITY, "2", "units", "June", None, 50_000_000), date(2026, 6, 1)
        ),
    ),
    True,
)
"""150 persons, 40 of them delivered in 2026, and a measure that was delivered."""
REQUEST = HelpRequest("IT", date(2026, 3, 2), "places")


def voluntary_forum() -> Forum:
    """Return the forum."""
    signed = tuple(Signatory(code, _SIGNED) for code in ("DE", "FR", "LU", "NO"))
    left = Signatory("LI", _SIGNED, date(2022, 12, 1))
    pledges = (
        VoluntaryPledge("DE", "DE-1", date(2022, 7, 1), "IT", 2_000, True),
        VoluntaryPledge("DE", "DE-2", date(2022, 7, 1), None, 0, False, 300_000_000, "Reception centre", "NE"),
        VoluntaryPledge("FR", "FR-1", date(2022, 7, 4), "IT", 1_500),
        VoluntaryPledge("NO", "NO-1", date(2022, 7, 4), "EL", 200, False, 100_000_000),
    )
    kept = (
        Commitment("DE", date(2022, 10, 1), "IT", 400, 30),
        Commitment("FR", date(2022, 11, 1), "IT", 100),
        Commitment("NO", date(2022, 11, 9), "EL", 0, 0, 50_000_000),
    )
    return Forum(
        procedure=Procedure.VOLUNTARY,
        title="Voluntary solidarity 2022",
        note="INVENTED. Every figure.",
        year=2022,
        as_of=date(2022, 12, 1),
        voluntary=Voluntary(
            Mechanism("D", _SIGNED, None, "Solidarity Platform", ("Commission", "Presidency")),
            (*signed[:3], left, signed[3]),
            (Need("EL", 1_000), Need("IT", 3_000, 5_000_000_000)),
            pledges,
            kept,
        ),
    )


def pressure_forum() -> Forum:
    """Return a forum on migratory pressure on Italy in 2027, in which nothing was given before."""
    states = (KeyState("DE", 40, 4_000), KeyState("FR", 40, 4_000), KeyState("IT", 20, 2_000))
    report = PressureReport("R", date(2027, 2, 1), benefitting="IT", relocations=800, sponsorship=200)
    return Forum(
        procedure=Procedure.MIGRATORY_PRESSURE,
        title="Italy 2027",
        year=2027,
        as_of=date(2027, 2, 10),
        key=Key(states=states),
        migratory_pressure=MigratoryPressure(notified=date(2027, 1, 10), report=report),
        solidarity=SolidarityRecord(),
    )
