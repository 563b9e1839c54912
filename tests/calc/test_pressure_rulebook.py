"""The rulebook of migratory pressure where no case file reaches: what was kept, what is reused, what is not known."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.deadline_standing import standings
from desktop_app.calc.exact import telling_apart
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import Credit, PressureReport, PressureResponseAct
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.readings import TWICE
from desktop_app.calc.rulebooks.migratory_pressure.frame import frame_of
from desktop_app.calc.rulebooks.migratory_pressure.rules_situation import window_of
from desktop_app.calc.rulebooks.migratory_pressure.steps import planned
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from tests.pressure_small import assessed, small_pressure


def test_each_time_limit_finds_the_day_on_which_it_was_kept() -> None:
    act = PressureResponseAct(date(2027, 3, 19), ends=date(2027, 9, 30), reported=date(2027, 10, 15))
    kept = {each.deadline.rule: (each.deadline.due, each.done) for each in standings(assessed(act=act))}
    assert kept == {
        "P610-51-1": ("2027-02-20", date(2027, 2, 19)),
        "P610-52-3a": ("2027-03-05", date(2027, 2, 26)),
        "P610-53-1": ("2027-03-24", date(2027, 3, 19)),
        "P610-53-6": ("2027-10-30", date(2027, 10, 15)),
        # Nobody is in any group under sponsorship yet.
        "P610-55-2": ("2027-11-19", None),
    }


def test_averages_are_reused_only_where_they_cannot_differ() -> None:
    before = assessed()
    forum = small_pressure()
    assert frame_of(replace(forum, title="Another"), before).reduction is before.totals.reduction_figures
    strict = frame_of(replace(forum, readings=((TWICE.name, "more-than"),)), before).reduction
    assert strict is not None
    # Sweden is at exactly twice the average.
    assert not strict.eligible["SE"]
    assert before.row("SE").reduction_eligible
    states = tuple(replace(each, population=(each.population or 0) + 1) for each in forum.key.states)
    for changed in (
        replace(forum, key=replace(forum.key, states=states)),
        replace(forum, applications=tuple(replace(each, population=()) for each in forum.applications)),
    ):
        assert frame_of(changed, before).reduction == frame_of(changed).reduction
        assert assess(changed, before) == assess(changed)


def test_what_a_credit_beyond_leaves_is_nothing() -> None:
    forum = small_pressure()
    beyond = Credit("DE", None, ContributionType.APPLICANTS, 900, 2026, on_request=True, delivered=True)
    recorded = replace(forum.migratory_pressure, credits=(beyond,))
    row = PressureAssessment.of(assess(replace(forum, migratory_pressure=recorded))).row("DE")
    assert row.relocations == 0
    assert row.exact[ContributionType.APPLICANTS] == 0


def test_of_a_share_that_is_not_known_nothing_is_owed() -> None:
    forum = small_pressure()
    recorded = replace(forum.migratory_pressure, report=PressureReport("R", benefitting="EL", relocations=800))
    frame = frame_of(replace(forum, migratory_pressure=recorded))
    step = planned("DE", frame)
    assert (step.key, step.persons, step.owed()) == (None, None, {})


def test_six_months_are_compared_up_to_the_day_of_the_notification() -> None:
    # August has a 31st, February has not.
    assert window_of(date(2027, 8, 31)) == (date(2027, 2, 28), date(2027, 8, 31))


@pytest.mark.parametrize("narrowed", [PressureAssessment, VoluntaryAssessment])
def test_an_assessment_of_another_procedure_is_refused(
    narrowed: type[PressureAssessment] | type[VoluntaryAssessment],
) -> None:
    with pytest.raises(TypeError, match="annual-pool"):
        narrowed.of(assess(Forum()))


@pytest.mark.parametrize(
    ("value", "other", "places"), [("99.9", "100", 2), ("99.996", "100", 3), ("100.0000000001", "100", 10)]
)
def test_numbers_are_written_with_as_many_decimals_as_tell_them_apart(value: str, other: str, places: int) -> None:
    assert telling_apart(Fraction(value), Fraction(other)) == places
