"""How far a procedure has come."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.phase import Phase, phase_of
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    Round,
    RoundKind,
    SearchAndRescue,
)

DAY = date(2026, 10, 14)
NOTHING = SearchAndRescue()


@pytest.mark.parametrize(
    ("recorded", "phase"),
    [
        (NOTHING, Phase.REPORT),
        (replace(NOTHING, report=ManagementReport(adopted=DAY)), Phase.REQUESTS),
        (replace(NOTHING, report=ManagementReport(benefitting=(Disembarkation("EL"),))), Phase.REQUESTS),
        (replace(NOTHING, requested=DAY), Phase.PLANS),
        (replace(NOTHING, plans=(ResponsePlan("DE"),)), Phase.PLANS),
        (replace(NOTHING, rounds=(Round("f1", RoundKind.SHORTFALL),)), Phase.FORUM),
        (replace(NOTHING, rounds=(Round("f2", RoundKind.POOL_USED),)), Phase.REPORT),
        (replace(NOTHING, forum_ended=DAY), Phase.ACT),
        (replace(NOTHING, act=DisembarkationAct(ActPath.SUFFICIENT)), Phase.ACT),
        (replace(NOTHING, act=DisembarkationAct(ActPath.STILL_SHORT, DAY)), Phase.POOLS),
        (replace(NOTHING, use=(PoolUse("EL", DAY, 1),)), Phase.POOLS),
    ],
)
def test_the_furthest_phase_that_has_begun(recorded: SearchAndRescue, phase: Phase) -> None:
    assert phase_of(recorded) is phase


def test_phases_stand_in_their_order() -> None:
    assert [phase.place for phase in Phase] == [0, 1, 2, 3, 4, 5]
