"""A pressure response of four Member States, whose figures are worked out by hand.

Populations and GDP are 40, 30, 20 and 10 parts of a hundred, so shares are those: of a report on 800 relocations and
200 sponsorships DE is asked 400, FR 300, SE 100; the 200 of EL, which is under pressure, nobody is asked for.
"""

from datetime import date
from fractions import Fraction

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.forum import Applications, Forum, Procedure
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport, Trigger, TypeRound
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from tests.views.plan_form.forums import key

Kind = ResponseMeasureKind
REPORT = PressureReport(
    "Pressure report 2027/1",
    date(2027, 2, 19),
    benefitting="EL",
    relocations=800,
    sponsorship=200,
    measures_named=(Kind.CAPACITY, Kind.OPERATIONAL),
    nationalities=("AF", "SY"),
)
"""Plans are due by Friday 5 March 2027."""
TEAMS = ResponseMeasure(Kind.OPERATIONAL, "two teams", "registration", "from May 2027", Fraction(60))
FRANCE = PressurePlan(
    "FR", "FR-1", 0, date(2027, 3, 4), TypeShares(Fraction(100)), covered=Fraction(60), measures=(TEAMS,)
)
GERMANY = PressurePlan(
    "DE",
    "DE-1",
    0,
    date(2027, 3, 1),
    TypeShares(Fraction(80), Fraction(20)),
    minors_applicants=25,
    nationalities=("SY",),
    activities=(SponsorshipActivity.COUNSELLING,),
)
YEARS = range(2022, 2027)


def applications() -> tuple[Applications, ...]:
    """Return 1 application per 1 000 heads each year everywhere, and 4 in Sweden: 1.3 of them in the Union.

    Twice that is 2.6, so Sweden alone is eligible for the reduction.
    """
    heads = {state.code: state.population or 0 for state in key().states}
    return tuple(
        Applications(code, tuple((year, head * (4 if code == "SE" else 1) // 1000) for year in YEARS), ())
        for code, head in heads.items()
    )


def forum(
    *plans: PressurePlan,
    forum_ended: date | None = None,
    as_of: date | None = date(2027, 3, 9),
    report: PressureReport = REPORT,
) -> Forum:
    """Return the forum with these plans; its round was opened on 8 March 2027."""
    return Forum(
        procedure=Procedure.MIGRATORY_PRESSURE,
        title="A response of four",
        year=2027,
        as_of=as_of,
        key=key(),
        applications=applications(),
        migratory_pressure=MigratoryPressure(
            triggered_by=Trigger.MEMBER_STATE,
            notified=date(2027, 1, 20),
            report=report,
            plans=plans,
            rounds=(TypeRound("f1", None, date(2027, 3, 8)),),
            forum_ended=forum_ended,
        ),
    )
