"""Small values of migratory pressure, and consequences between any two assessments."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import SetPressureReport, SetPressureResponseAct
from desktop_app.calc.consequences import Consequences, ResponseConsequences, consequences
from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import PressureReport, PressureResponseAct, TypesSet
from desktop_app.calc.pressure_plans import ALL_APPLICANTS, PressurePlan
from desktop_app.calc.pressure_situation import IndicatorFigure, PressureIndicator, Situation
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import Sentence
from desktop_app.models.any_forum import sample


def test_states_stand_in_protocol_order() -> None:
    forum = SetPressureReport(PressureReport(), ("SE", "BE", "EL")).apply_to(Forum())
    assert forum.migratory_pressure.other_benefitting == ("BE", "EL", "SE")
    types = (TypesSet("SE", ALL_APPLICANTS), TypesSet("BE", ALL_APPLICANTS))
    forum = SetPressureResponseAct(PressureResponseAct(types_set=types)).apply_to(forum)
    assert [each.code for each in forum.migratory_pressure.act.types_set] == ["BE", "SE"]


@pytest.mark.parametrize("kind", [PressurePlan, ResponsePlan])
def test_the_mark_of_a_revision_is_said(kind: type[PressurePlan] | type[ResponsePlan]) -> None:
    marks = [kind("DE", reference=name, revision=revision).mark for revision in (0, 2) for name in (None, "DE-1")]
    assert marks == ["", "DE-1", "(Rev) 2", "DE-1 (Rev) 2"]
    # Said, so that another language has its own word; the reference is what somebody typed.
    assert [isinstance(mark, Sentence) for mark in marks] == [False, False, True, True]


def test_types_and_activities_say_their_point() -> None:
    assert ContributionType.BENEFICIARIES.article == "45(1)(c)"
    assert ContributionType.SPONSORSHIP.words == "return sponsorship"
    assert SponsorshipActivity.POLICY_DIALOGUE.words.startswith("leading or supporting")


def test_an_indicator_without_a_record_is_empty() -> None:
    figure = IndicatorFigure(PressureIndicator.TRANSFERS, 10, 40)
    situation = Situation((figure,))
    assert situation.figure(PressureIndicator.TRANSFERS).part_of_union == Fraction(1, 4)
    assert situation.figure(PressureIndicator.ADMITTED) == IndicatorFigure(PressureIndicator.ADMITTED)


def test_two_indicators_ask_for_nationalities() -> None:
    asking = [each for each in PressureIndicator if each.asks_nationalities]
    assert asking == [PressureIndicator.APPLICATIONS, PressureIndicator.DISEMBARKED]
    assert all("nationalities" in each.words for each in asking)


def test_consequences_of_another_act_and_of_another_procedure() -> None:
    forum = sample(Procedure.SEARCH_AND_RESCUE)
    recorded = forum.search_and_rescue
    act = replace(recorded.act, path=ActPath.SUFFICIENT)
    before, after = assess(forum), assess(replace(forum, search_and_rescue=replace(recorded, act=act)))
    found = consequences(before, after)
    assert isinstance(found, ResponseConsequences)
    assert any(row.contribution_changes for row in found.rows)
    other = consequences(before, assess(Forum(procedure=Procedure.VOLUNTARY)))
    assert type(other) is Consequences
