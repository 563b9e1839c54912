"""What the tests of report, rounds, judgement and 30 % test share: a desk on a real file, a small forum."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    Round,
    RoundKind,
    SearchAndRescue,
)
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    """Of 1 000 persons, Germany and France are asked for 400 each; nobody is asked for Greece's 200.

    Germany pledges 380, France 99 and measures for 290, so that 301 of 1 000 are short: 30.1 %.
    """
    measures = (ResponseMeasure(ResponseMeasureKind.CAPACITY, "1", "units", "2027", Fraction(290)),)
    report = ManagementReport(
        "R 2026", date(2026, 10, 14), (Disembarkation("EL", 1_000),), (ResponseMeasureKind.CAPACITY,)
    )
    return Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        title="Pool for 2027",
        as_of=date(2026, 12, 1),
        key=Key(states=(KeyState("DE", 40, 4_000), KeyState("EL", 20, 2_000), KeyState("FR", 40, 4_000))),
        search_and_rescue=SearchAndRescue(
            report=report,
            requested=date(2026, 10, 20),
            plans=(
                ResponsePlan("DE", "DE-1", 0, date(2026, 11, 2), 380),
                ResponsePlan("FR", "FR-1", 0, date(2026, 11, 2), 99, 0, measures, Cover(60, 20)),
            ),
            rounds=(Round("f1", RoundKind.SHORTFALL, "short", date(2026, 11, 18), date(2026, 11, 20)),),
            forum_ended=date(2026, 11, 20),
            act=DisembarkationAct(ActPath.STILL_SHORT, judgement=Judgement(date(2026, 11, 25), "Commission", "short")),
        ),
    )
