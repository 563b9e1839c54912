"""The day a check is for: what the forum says, else the latest date in it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.forum import (
    Basis,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    Meeting,
    MeetingKind,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.moments import as_of
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import (
    Call,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)

EARLY, LATE = date(2026, 1, 1), date(2026, 12, 1)
ASKED = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED)


def test_without_any_date_there_is_no_day() -> None:
    assert as_of(Forum(year=2026, readings=(("general-application", "2026-06-12"),))) is None


@pytest.mark.parametrize(
    "forum",
    [
        Forum(adopted=LATE),
        Forum(key=Key(population_date=LATE)),
        Forum(basis=Basis(report=SourceAct(date=LATE))),
        Forum(basis=Basis(decision=SourceAct(date=LATE))),
        Forum(basis=Basis(proposal=SourceAct(date=LATE))),
        Forum(meetings=(Meeting("m1", MeetingKind.INITIAL, LATE),)),
        Forum(states=(StateRecord("BE", benefitting_since=LATE),)),
        *(
            Forum(states=(StateRecord("BE", deductions=(replace(ASKED, **{step: LATE}),)),))  # type: ignore[arg-type]
            for step in ("announced", "requested", "assessed", "decided")
        ),
    ],
)
def test_the_latest_date_counts_wherever_it_stands(forum: Forum) -> None:
    early = StateRecord("SE", benefitting_since=EARLY)
    assert as_of(forum.with_state(early)) == LATE
    assert as_of(replace(forum, as_of=EARLY)) == EARLY


OF_SEARCH_AND_RESCUE = [
    SearchAndRescue(report=ManagementReport(adopted=LATE)),
    SearchAndRescue(requested=LATE),
    SearchAndRescue(forum_ended=LATE),
    SearchAndRescue(act=DisembarkationAct(adopted=LATE)),
    SearchAndRescue(act=DisembarkationAct(judgement=Judgement(on=LATE))),
    SearchAndRescue(pressure_act=PressureAct(reported=LATE)),
    SearchAndRescue(pressure_act=PressureAct(adopted=LATE)),
    SearchAndRescue(top_up=TopUp("EL", 1, adopted=LATE)),
    SearchAndRescue(rounds=(Round("f1", opened=LATE),)),
    SearchAndRescue(rounds=(Round("f1", ended=LATE),)),
    SearchAndRescue(plans=(ResponsePlan("BE", submitted=LATE),)),
    SearchAndRescue(calls=(Call("EL", requested=LATE),)),
    SearchAndRescue(use=(PoolUse("EL", date=LATE),)),
    SearchAndRescue(raises=(Raise("BE", "EL", date=LATE),)),
]


@pytest.mark.parametrize("recorded", OF_SEARCH_AND_RESCUE)
def test_the_latest_date_counts_in_search_and_rescue(recorded: SearchAndRescue) -> None:
    assert as_of(Forum(key=Key(population_date=EARLY), search_and_rescue=recorded)) == LATE
