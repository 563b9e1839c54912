"""What no forum on migratory pressure or voluntary solidarity may hold, and what is a finding and therefore kept."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given, settings

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Applications, Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    TypeRound,
    TypesSet,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import (
    IndicatorFigure,
    PressureIndicator,
    PressureSource,
    Situation,
    SituationReportKind,
    SourceUsed,
)
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS, Problem, problems
from desktop_app.calc.voluntary import Commitment, Need, Signatory, Voluntary, VoluntaryPledge
from tests.pressure_strategies import pressure_forums
from tests.voluntary_strategies import voluntary_forums

TOO_MANY: Final = MAXIMUM_PERSONS + 1
TOO_MUCH: Final = MAXIMUM_CENTS + 1
PLAN: Final = PressurePlan("DE", "DE-1")
BORDER: Final = ContributionType.BORDER_PROCEDURE


def of_pressure(**recorded: Any) -> Forum:
    return Forum(procedure=Procedure.MIGRATORY_PRESSURE, migratory_pressure=MigratoryPressure(**recorded))


def of_voluntary(**recorded: Any) -> Forum:
    return Forum(procedure=Procedure.VOLUNTARY, voluntary=Voluntary(**recorded))


def with_record(**recorded: Any) -> Forum:
    return replace(of_voluntary(), solidarity=SolidarityRecord(**recorded))


def planned(**fields: Any) -> Forum:
    return of_pressure(plans=(replace(PLAN, **fields),))


def assessed(*parts: IndicatorFigure | SourceUsed) -> Forum:
    indicators = tuple(each for each in parts if isinstance(each, IndicatorFigure))
    sources = tuple(each for each in parts if isinstance(each, SourceUsed))
    return of_pressure(situation=Situation(indicators=indicators, sources=sources))


def set_types(*types: TypesSet) -> Forum:
    return of_pressure(act=PressureResponseAct(types_set=types))


def supported(*lines: SupportLine, **fields: Any) -> Forum:
    return with_record(support_plans=(SupportPlan("S", "DE", "EL", lines=lines, **fields),))


def where(found: Iterable[Problem]) -> list[str]:
    return [problem.where for problem in found]


PLACE: Final = "plans[DE, revision 0]"
APPLICATIONS: Final = PressureIndicator.APPLICATIONS


@pytest.mark.parametrize(
    ("forum", "places"),
    [
        (assessed(IndicatorFigure(APPLICATIONS), IndicatorFigure(APPLICATIONS)), ["situation.indicators"]),
        (
            assessed(IndicatorFigure(APPLICATIONS, -1, TOO_MANY, ("sy",))),
            [f"situation.indicators[a].{name}" for name in ("state", "union", "nationalities")],
        ),
        (
            assessed(SourceUsed(PressureSource.BLUEPRINT, kind=SituationReportKind.ISAA)),
            ["situation.sources[0].kind"],
        ),
        (
            of_pressure(report=PressureReport(benefitting="NO", relocations=-1, sponsorship=TOO_MANY)),
            ["report.benefitting", "report.relocations", "report.sponsorship"],
        ),
        (of_pressure(report=PressureReport(nationalities=("AF", "AF"))), ["report.nationalities"]),
        (of_pressure(other_benefitting=("CH", "CH")), ["other_benefitting"] * 3),
        (of_pressure(plans=(PLAN, PLAN)), [PLACE]),
        (planned(code="GR", revision=100), ["plans[GR, revision 100]", "plans[GR, revision 100].revision"]),
        (
            planned(shares=TypeShares(Fraction(-1), Fraction("100.01"), Fraction(100))),
            [f"{PLACE}.shares.applicants", f"{PLACE}.shares.sponsorship"],
        ),
        (
            planned(minors_applicants=-1, minors_beneficiaries=TOO_MANY),
            [f"{PLACE}.minors.applicants", f"{PLACE}.minors.beneficiaries"],
        ),
        (planned(nationalities=("Syria",)), [f"{PLACE}.nationalities"]),
        (planned(covered=Fraction(-1, 2)), [f"{PLACE}.covered_by_measures"]),
        (planned(average_shown=Fraction(TOO_MANY)), [f"{PLACE}.average_shown"]),
        (
            planned(measures=(ResponseMeasure(persons_equivalent=Fraction(-1), value_cents=TOO_MUCH),)),
            [f"{PLACE}.measures[0].persons_equivalent", f"{PLACE}.measures[0].value_eur"],
        ),
        (of_pressure(rounds=(TypeRound("f1"), TypeRound("f1"))), ["rounds"]),
        (
            set_types(TypesSet("SK", TypeShares(Fraction("99.9"))), TypesSet("SK", TypeShares(Fraction(100)))),
            ["act.types_set", "act.types_set[SK].shares"],
        ),
        (
            set_types(TypesSet("NO", TypeShares(Fraction(101), Fraction(-1)))),
            [f"act.types_set[NO]{each}" for each in ("", ".shares.applicants", ".shares.sponsorship")],
        ),
        (of_pressure(credits=(Credit("NO", "GR", persons=-1),)), ["credits[0]", "credits[0]", "credits[0].persons"]),
        (
            replace(of_pressure(), applications=(Applications("BE", ((2025, -1),)),)),
            ["applications[BE].years.2025"],
        ),
    ],
)
def test_what_no_forum_on_migratory_pressure_may_hold(forum: Forum, places: list[str]) -> None:
    assert where(problems(forum)) == places


@pytest.mark.parametrize(
    ("forum", "places"),
    [
        (with_record(requests=(HelpRequest("NO"),)), ["requests[0].benefitting"]),
        (with_record(support_plans=(SupportPlan("S", "DE", "EL"), SupportPlan("S", "FR", "EL"))), ["support_plans"]),
        (with_record(support_plans=(SupportPlan("S", "NO", "EL"),)), ["support_plans[S]"]),
        (with_record(support_plans=(SupportPlan("S", "EL", "EL"),)), ["support_plans[S]"]),
        (
            supported(SupportLine(ContributionType.APPLICANTS), SupportLine(ContributionType.APPLICANTS)),
            ["support_plans[S].lines"],
        ),
        (supported(SupportLine(ContributionType.MEASURES)), ["support_plans[S].lines[measures].type"]),
        (
            supported(SupportLine(ContributionType.APPLICANTS, 5, 6, ("SY",))),
            [f"support_plans[S].lines[applicants].{name}" for name in ("minors", "nationalities")],
        ),
        (
            supported(SupportLine(ContributionType.SPONSORSHIP, -1, -1, (), None, (Delivery(None, -1, 0),))),
            [
                f"support_plans[S].lines[sponsorship].{name}"
                for name in ("persons", "minors", "deliveries[0].persons", "deliveries[0].minors")
            ],
        ),
        (supported(SupportLine(BORDER, 5, 1)), ["support_plans[S].lines[border-procedure].minors"]),
        (
            supported(SupportLine(BORDER, 5, deliveries=(Delivery(None, 5, 1),))),
            ["support_plans[S].lines[border-procedure].minors"],
        ),
        (
            supported(measures=(SupportMeasure(ResponseMeasure(value_cents=-1)),)),
            ["support_plans[S].measures[0].value_eur"],
        ),
        (
            with_record(sponsorship_groups=(SponsorshipGroup("G", "DE"), SponsorshipGroup("G", "FR"))),
            ["sponsorship_groups"],
        ),
        (
            with_record(sponsorship_groups=(SponsorshipGroup("G", "CH", "syr", 10, 11, returned=11),)),
            [f"sponsorship_groups[G].{name}" for name in ("sponsor", "nationality", "minors", "returned")],
        ),
        (
            with_record(sponsorship_groups=(SponsorshipGroup("G", "DE", benefitting="DE"),)),
            ["sponsorship_groups[G]"],
        ),
        (
            with_record(sponsorship_groups=(SponsorshipGroup("G", "DE", benefitting="NO"),)),
            ["sponsorship_groups[G]"],
        ),
        (
            with_record(sponsorship_groups=(SponsorshipGroup("G", "DE", None, 10, 2, returned=4, taken_over=7),)),
            ["sponsorship_groups[G].taken_over"],
        ),
        (
            with_record(
                sponsorship_groups=(SponsorshipGroup("G", "DE", None, 10, 2, taken_over=5, taken_over_minors=3),)
            ),
            ["sponsorship_groups[G].taken_over_minors"],
        ),
        # One person was taken over: of the two minors of the group one at most.
        (
            with_record(
                sponsorship_groups=(SponsorshipGroup("G", "DE", None, 10, 2, taken_over=1, taken_over_minors=2),)
            ),
            ["sponsorship_groups[G].taken_over_minors"],
        ),
        (
            with_record(
                relocation_groups=(RelocationGroup("G", "DE", "EL", BORDER, 10, 3, arrived=1, arrived_minors=2),)
            ),
            ["relocation_groups[G].arrived_minors"],
        ),
        (
            with_record(relocation_groups=(RelocationGroup("G", "DE"), RelocationGroup("G", "FR"))),
            ["relocation_groups"],
        ),
        (with_record(relocation_groups=(RelocationGroup("G", "NO"),)), ["relocation_groups[G].relocating"]),
        (with_record(relocation_groups=(RelocationGroup("G", "DE", "DE"),)), ["relocation_groups[G]"]),
        (
            with_record(relocation_groups=(RelocationGroup("G", "DE", type=ContributionType.SPONSORSHIP),)),
            ["relocation_groups[G].type"],
        ),
        (
            with_record(relocation_groups=(RelocationGroup("G", "DE", "EL", BORDER, 10, 11, linked=11),)),
            ["relocation_groups[G].minors", "relocation_groups[G].linked"],
        ),
        (
            with_record(relocation_groups=(RelocationGroup("G", "DE", "EL", BORDER, 10, 3, linked=2, refused=9),)),
            ["relocation_groups[G].refused"],
        ),
        (
            with_record(
                relocation_groups=(
                    RelocationGroup("G", "DE", "EL", BORDER, 10, 3, linked=2, refused=1, arrived=8, arrived_minors=4),
                )
            ),
            ["relocation_groups[G].arrived", "relocation_groups[G].arrived_minors"],
        ),
        (
            with_record(incentives=(IncentiveRate(None, -1), IncentiveRate(None, 0, TOO_MUCH, -1))),
            ["incentives", "incentives[0].person_eur", "incentives[1].minor_eur", "incentives[1].transfer_eur"],
        ),
        (with_record(log=(LogEntry(None, LogKind.NOTE, "x", "NO", "IS"),)), ["log[0]", "log[0]"]),
    ],
)
def test_what_no_record_of_solidarity_may_hold(forum: Forum, places: list[str]) -> None:
    assert where(problems(forum)) == places
    # The same in the other procedure that has such a record.
    other = replace(of_pressure(), solidarity=forum.solidarity)
    assert where(problems(other)) == places


@pytest.mark.parametrize(
    ("forum", "places"),
    [
        (of_voluntary(signatories=(Signatory("NO"), Signatory("NO"))), ["signatories"]),
        (of_voluntary(signatories=(Signatory("IS"),)), ["signatories[IS]"]),
        (of_voluntary(needs=(Need("EL"), Need("EL"))), ["needs"]),
        (
            of_voluntary(needs=(Need("CH", -1, -1),)),
            ["needs[CH]", "needs[CH].relocations", "needs[CH].financial_eur"],
        ),
        (
            of_voluntary(pledges=(VoluntaryPledge("IS", benefitting="NO", relocations=-1, financial_cents=TOO_MUCH),)),
            [f"pledges[0].{name}" for name in ("code", "benefitting", "relocations", "financial_eur")],
        ),
        (of_voluntary(pledges=(VoluntaryPledge("EL", benefitting="EL"),)), ["pledges[0].benefitting"]),
        (
            of_voluntary(kept=(Commitment("GR", None, "LI", 5, 6, -1),)),
            [f"kept[0].{name}" for name in ("code", "benefitting", "minors", "financial_eur")],
        ),
        (replace(of_voluntary(), key=Key(states=(KeyState("BE"),))), ["key"]),
    ],
)
def test_what_no_forum_on_voluntary_solidarity_may_hold(forum: Forum, places: list[str]) -> None:
    assert where(problems(forum)) == places


def test_findings_that_block_are_no_bad_input() -> None:
    report = PressureReport(benefitting="EL", relocations=10, sponsorship=0, nationalities=("SY",))
    odd = replace(
        PLAN,
        shares=TypeShares(Fraction("59.9"), Fraction(40)),
        nationalities=("AF",),
        minors_applicants=500,
        covered=Fraction(100),
    )
    assert problems(of_pressure(report=report, plans=(odd,))) == []
    assert problems(of_pressure(plans=(replace(PLAN, shares=TypeShares(Fraction(0), Fraction(100))),))) == []
    # A day that contradicts another, a group of nobody, a kind of nothing: the rules speak of these.
    assert problems(with_record(sponsorship_groups=(SponsorshipGroup("G", "DE"),))) == []
    signed = (Signatory("NO", date(2026, 6, 22), date(2026, 6, 1)), Signatory("LI"), Signatory("CH"))
    assert problems(of_voluntary(signatories=signed)) == []


def test_each_procedure_refuses_what_another_records() -> None:
    both = replace(of_pressure(forum_ended=date(2027, 1, 1)), voluntary=Voluntary(kept=(Commitment("DE"),)))
    assert where(problems(both)) == ["voluntary"]
    assert where(problems(replace(both, procedure=Procedure.VOLUNTARY))) == ["migratory_pressure"]
    record = SolidarityRecord(requests=(HelpRequest("EL"),))
    assert where(problems(Forum(solidarity=record, voluntary=both.voluntary))) == ["solidarity", "voluntary"]


@settings(max_examples=12)
@given(pressure_forums())
def test_whatever_a_document_on_migratory_pressure_may_hold_is_no_problem(forum: Forum) -> None:
    assert problems(forum) == []


@settings(max_examples=12)
@given(voluntary_forums())
def test_whatever_a_document_on_voluntary_solidarity_may_hold_is_no_problem(forum: Forum) -> None:
    assert problems(forum) == []
