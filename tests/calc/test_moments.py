"""The day a check is for: what the forum says, else the latest date in it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.contribution_types import ContributionType
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
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport, PressureResponseAct, TypeRound
from desktop_app.calc.moments import as_of
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.response_plans import ResponseMeasure, ResponsePlan
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
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.calc.voluntary import Commitment, Mechanism, Signatory, Voluntary, VoluntaryPledge

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


OF_MIGRATORY_PRESSURE = [
    MigratoryPressure(notified=LATE),
    MigratoryPressure(report=PressureReport(adopted=LATE)),
    MigratoryPressure(forum_ended=LATE),
    MigratoryPressure(act=PressureResponseAct(adopted=LATE)),
    MigratoryPressure(act=PressureResponseAct(reported=LATE)),
    MigratoryPressure(rounds=(TypeRound("f1", opened=LATE),)),
    MigratoryPressure(rounds=(TypeRound("f1", ended=LATE),)),
    MigratoryPressure(plans=(PressurePlan("BE", submitted=LATE),)),
]
OF_THE_MECHANISM = [
    Voluntary(Mechanism(started=LATE)),
    Voluntary(signatories=(Signatory("NO", signed=LATE),)),
    Voluntary(signatories=(Signatory("NO", signed=EARLY, withdrawn=LATE),)),
    Voluntary(pledges=(VoluntaryPledge("NO", submitted=LATE),)),
    Voluntary(kept=(Commitment("NO", on=LATE),)),
]
PLAN = SupportPlan("p1", "BE", "EL")
OF_SOLIDARITY = [
    SolidarityRecord(requests=(HelpRequest("EL", LATE),)),
    SolidarityRecord(support_plans=(replace(PLAN, submitted=LATE),)),
    SolidarityRecord(support_plans=(replace(PLAN, consent=LATE),)),
    SolidarityRecord(support_plans=(replace(PLAN, measures=(SupportMeasure(ResponseMeasure(), LATE),)),)),
    SolidarityRecord(
        support_plans=(
            replace(PLAN, lines=(SupportLine(ContributionType.APPLICANTS, deliveries=(Delivery(LATE, 1),)),)),
        )
    ),
    *(
        SolidarityRecord(sponsorship_groups=(SponsorshipGroup("s1", "BE", **{day: LATE}),))  # type: ignore[arg-type]
        for day in ("started", "told", "taken_over_on")
    ),
    *(
        SolidarityRecord(relocation_groups=(RelocationGroup("r1", "BE", **{day: LATE}),))  # type: ignore[arg-type]
        for day in ("security_checked", "sent", "postponed", "confirmed", "decided", "appeal_ended", "transferred")
    ),
    SolidarityRecord(log=(LogEntry(LATE, LogKind.COORDINATION, "a word"),)),
]


@pytest.mark.parametrize("recorded", OF_MIGRATORY_PRESSURE)
def test_the_latest_date_counts_under_migratory_pressure(recorded: MigratoryPressure) -> None:
    assert as_of(Forum(key=Key(population_date=EARLY), migratory_pressure=recorded)) == LATE


@pytest.mark.parametrize("recorded", OF_THE_MECHANISM)
def test_the_latest_date_counts_of_the_mechanism(recorded: Voluntary) -> None:
    assert as_of(Forum(key=Key(population_date=EARLY), voluntary=recorded)) == LATE


@pytest.mark.parametrize("recorded", OF_SOLIDARITY)
def test_the_latest_date_counts_of_support_and_groups(recorded: SolidarityRecord) -> None:
    assert as_of(Forum(key=Key(population_date=EARLY), solidarity=recorded)) == LATE


def test_ends_that_lie_ahead_and_days_of_grants_count_for_nothing() -> None:
    pressure = MigratoryPressure(act=PressureResponseAct(adopted=EARLY, ends=LATE))
    assert as_of(Forum(migratory_pressure=pressure)) == EARLY
    mechanism = Voluntary(Mechanism(started=EARLY, extended_until=LATE))
    assert as_of(Forum(voluntary=mechanism)) == EARLY
    groups = SolidarityRecord(relocation_groups=(RelocationGroup("r1", "BE", sent=EARLY, granted=LATE),))
    assert as_of(Forum(solidarity=groups)) == EARLY
