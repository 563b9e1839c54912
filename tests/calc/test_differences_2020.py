"""Differences of forums on migratory pressure and voluntary solidarity, cell by cell and in words."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.calc.differences import differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import Credit
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.models.interchange import write_document
from tests.calc.test_differences import plain
from tests.models.proposal_2020 import PRESSURE, SOLIDARITY, VOLUNTARY, changed_once

RECORDED = PRESSURE.migratory_pressure


def of_pressure(**keys: Any) -> list[str]:
    return plain(differences(PRESSURE, replace(PRESSURE, migratory_pressure=replace(RECORDED, **keys))))


def of_solidarity(**keys: Any) -> list[str]:
    return plain(differences(PRESSURE, replace(PRESSURE, solidarity=replace(SOLIDARITY, **keys))))


def of_voluntary(**keys: Any) -> list[str]:
    return plain(differences(VOLUNTARY, replace(VOLUNTARY, voluntary=replace(VOLUNTARY.voluntary, **keys))))


@pytest.mark.parametrize("forum", [PRESSURE, VOLUNTARY], ids=["migratory-pressure", "voluntary"])
def test_one_change_anywhere_is_told_exactly_where_the_documents_differ(forum: Forum) -> None:
    written = write_document(forum)
    own = "voluntary" if forum is VOLUNTARY else "migratory_pressure"
    for name in (own, "solidarity"):
        for other in changed_once(getattr(forum, name)):
            changed = replace(forum, **{name: other})
            there, back = differences(forum, changed), differences(changed, forum)
            assert bool(there) == (write_document(changed) != written)
            assert [(each.place, each.what, each.before, each.after) for each in there] == [
                (each.place, each.what, each.after, each.before) for each in back
            ]
            assert all(each.before != each.after for each in there)


def test_plans_and_types_are_told_by_state() -> None:
    first, second, third = RECORDED.plans
    changed = replace(first, shares=TypeShares(Fraction(100)), nationalities=(), average_shown=None, activities=())
    assert of_pressure(plans=(changed, second, third)) == [
        "Germany, plan: nationalities: SY → none",
        "Germany, plan: activities: a, e → none",
        "Germany, plan: average shown: 1/700 → not given",
        "Germany, plan: share: applicants: 80 % → 100 %",
        "Germany, plan: share: return sponsorship: 19.5 % → 0 %",
        "Germany, plan: share: beneficiaries: 0.5 % → 0 %",
    ]
    assert of_pressure(plans=(first, second)) == ["Sweden, plan: there, with nothing in it → nothing"]
    assert of_pressure(act=replace(RECORDED.act, types_set=RECORDED.act.types_set[:1])) == [
        "Sweden, types set by the Commission: applicants: 100 % → nothing",
        "Sweden, types set by the Commission: return sponsorship: 0 % → nothing",
        "Sweden, types set by the Commission: beneficiaries: 0 % → nothing",
    ]


def test_assessment_report_rounds_and_ledger_are_told() -> None:
    situation = RECORDED.situation
    sources = (*situation.sources[:2], replace(situation.sources[2], reference="MISAA 5"))
    assert of_pressure(situation=replace(situation, indicators=situation.indicators[1:], sources=sources)) == [
        "Assessment, indicator a: in the Member State: 12 000 → nothing",
        "Assessment, indicator a: in the Union: 300 000 → nothing",
        "Assessment, indicator a: nationalities: AF, SY → nothing",
        "Assessment, indicator a: note: six months → nothing",
        "Assessment, source g (2): reference: MISAA 4 → MISAA 5",
    ]
    assert of_pressure(report=replace(RECORDED.report, measures_named=(), relocations=801)) == [
        "Report, relocations: 800 → 801",
        "Report, measures named: capacity, operational → none",
    ]
    assert of_pressure(rounds=RECORDED.rounds[::-1], other_benefitting=("IT",)) == [
        "Procedure, benefitting from another procedure: IT, MT → IT",
        "Rounds of the forum, order: f1, f2 → f2, f1",
    ]
    # Whom the second helped was said by the report alone: it says the same.
    assert of_pressure(credits=(RECORDED.credits[0], Credit("SE"))) == []
    assert of_pressure(credits=RECORDED.credits[:1]) == [
        "Earlier contributions, contribution 2: Member State: SE → nothing",
        "Earlier contributions, contribution 2: helped: EL → nothing",
        "Earlier contributions, contribution 2: type: applicants → nothing",
        "Earlier contributions, contribution 2: persons: 0 → nothing",
    ]


def test_support_plans_groups_and_incentives_are_told() -> None:
    first, second = SOLIDARITY.support_plans
    applicants, staying = first.lines
    line = replace(applicants, deliveries=applicants.deliveries[:1], persons=41)
    assert of_solidarity(support_plans=(replace(first, lines=(line, staying), consent=None), second)) == [
        "Support plans, plan SP-1: consent of the one helped: 9 May 2026 → not given",
        "Support plans, plan SP-1: applicants: persons: 40 → 41",
        "Support plans, plan SP-1: applicants: delivery 2: persons: 10 → nothing",
    ]
    measures = (replace(first.measures[0], delivered=None), first.measures[1])
    assert of_solidarity(support_plans=(replace(first, measures=measures, lines=first.lines[::-1]), second)) == [
        "Support plans, plan SP-1: measure 1: delivered: 1 October 2026 → not given",
    ]
    group = replace(SOLIDARITY.sponsorship_groups[0], returned=11)
    assert of_solidarity(sponsorship_groups=(group, *SOLIDARITY.sponsorship_groups[1:])) == [
        "Return sponsorship, group S-1: returned: 10 → 11",
    ]
    assert of_solidarity(incentives=SOLIDARITY.incentives[:1], log=SOLIDARITY.log[:1]) == [
        "Incentives, rate 2: since: 1 January 2027 → nothing",
        "Log, entry 2: text: Call. → nothing",
    ]


def test_voluntary_pledges_are_told_by_signatory_and_number() -> None:
    pledges = VOLUNTARY.voluntary.pledges
    assert of_voluntary(pledges=(*pledges[:1], VoluntaryPledge("DE", financial_cents=100), pledges[2])) == [
        "Germany, pledge 2: financial contribution: EUR 0 → EUR 1",
    ]
    assert of_voluntary(signatories=VOLUNTARY.voluntary.signatories[:3], kept=VOLUNTARY.voluntary.kept[:1]) == [
        "Signatories, Switzerland: there, with nothing in it → nothing",
        "Commitments kept, entry 2: state: CH → nothing",
    ]
