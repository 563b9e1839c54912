"""A forum on search and rescue small enough to be worked out by hand, for the tests of the pools.

Belgium has half of the key, Estonia three tenths, Greece and Italy a tenth each. The report asks for 600 persons from
Greece and 400 from Italy; Belgium pledges its 500, Estonia its 300. The 800 fill a pool of 480 and one of 320.
"""

from datetime import date

from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.response_plans import ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)

ACT = date(2027, 2, 20)
"""Adoption of the act."""
FIRST = PoolUse("EL", date(2027, 3, 1), 300)
"""The draw that is recorded at first."""


def forum(
    path: ActPath | None = ActPath.STILL_SHORT,
    adopted: date | None = ACT,
    use: tuple[PoolUse, ...] = (FIRST,),
    *,
    rounds: tuple[Round, ...] = (),
    calls: tuple[Call, ...] = (),
    raises: tuple[Raise, ...] = (),
    top_up: TopUp | None = None,
    pressure_act: PressureAct | None = None,
    as_of: date | None = None,
) -> Forum:
    """Return the forum."""
    return Forum(
        title="Disembarkation pool 2027",
        procedure=Procedure.SEARCH_AND_RESCUE,
        year=2027,
        as_of=as_of,
        key=Key(
            states=(
                KeyState("BE", 5_000, 500),
                KeyState("EE", 3_000, 300),
                KeyState("EL", 1_000, 100),
                KeyState("IT", 1_000, 100),
            )
        ),
        search_and_rescue=SearchAndRescue(
            report=ManagementReport(
                "Report 2026",
                date(2027, 1, 4),
                (Disembarkation("EL", 600), Disembarkation("IT", 400)),
                (ResponseMeasureKind.CAPACITY,),
            ),
            requested=date(2027, 1, 8),
            plans=(
                ResponsePlan("BE", "BE-1", 0, date(2027, 1, 20), 500),
                ResponsePlan("EE", "EE-1", 0, date(2027, 1, 25), 300),
            ),
            forum_ended=date(2027, 2, 10),
            act=DisembarkationAct(path, adopted, "C(2027) 1"),
            rounds=rounds,
            calls=calls,
            use=use,
            raises=raises,
            top_up=top_up,
            pressure_act=pressure_act,
        ),
    )
