"""The form of Annex I as typed, and the plan that it means."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponsePlan
from desktop_app.views.plan_form.forms import (
    MORE_VULNERABLE,
    NO_REDUCTION,
    REFUSED,
    Elsewhere,
    PlanForm,
    plan_form,
    read_plan,
    revised,
)
from desktop_app.views.plan_form.measures import MeasureForm, read_equivalent
from tests.views.plan_form.forums import FRANCE, UNITS, Kind

FULL = replace(FRANCE, vulnerable=5, cover=Cover(0, 7), note="as said", revision=2)


@pytest.mark.parametrize("plan", [FRANCE, FULL, ResponsePlan("FR"), replace(FRANCE, note="  spaced  ")])
def test_a_form_nobody_touched_means_what_is_recorded_to_the_letter(plan: ResponsePlan) -> None:
    assert read_plan(plan_form(plan), "FR", plan.revision, plan).value == plan


def test_measures_out_of_the_forms_order_stay_so_until_one_is_edited() -> None:
    third = ResponseMeasure(Kind.THIRD_COUNTRY, "a project")
    plan = replace(FRANCE, measures=(third, UNITS))
    form = plan_form(plan)
    assert [each.kind for each in form.measures] == [Kind.CAPACITY, Kind.THIRD_COUNTRY]
    assert read_plan(replace(form, note="x"), "FR", 0, plan).value == replace(plan, note="x")
    edited = replace(form, measures=(replace(form.measures[0], amount="four units"), form.measures[1]))
    read = read_plan(edited, "FR", 0, plan).value
    assert read is not None
    assert read.measures == (replace(UNITS, amount="four units"), third)


def test_a_typed_form_is_read_exactly() -> None:
    measure = MeasureForm(Kind.OPERATIONAL, " ten officers ", "", "spring", "12,5", "1.2m")
    form = PlanForm(" SE-1 ", "2026-11-13", "1 200", "", (measure,), "", "80", "")
    assert read_plan(form, "SE", 0, None).value == ResponsePlan(
        "SE",
        "SE-1",
        0,
        date(2026, 11, 13),
        1200,
        0,
        (ResponseMeasure(Kind.OPERATIONAL, "ten officers", None, "spring", Fraction(25, 2), 120_000_000),),
        Cover(0, 80),
    )


def test_a_cover_of_nothing_is_not_the_same_as_none_said() -> None:
    said = read_plan(PlanForm(cover_relocations="0"), "SE", 0, None).value
    silent = read_plan(PlanForm(), "SE", 0, None).value
    assert said is not None
    assert silent is not None
    assert (said.cover, silent.cover) == (Cover(0, 0), None)


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        (PlanForm(relocations="12.5"), "relocations", "Relocations are whole persons: write 12 or 13."),
        (PlanForm(relocations="10", vulnerable="11"), "vulnerable", MORE_VULNERABLE),
        (PlanForm(submitted="31.2.2026"), "submitted", "There is no day 31.2.2026: write 2026-12-02 or 2.12.2026."),
        (PlanForm(cover_sponsorship="1.5"), "cover_sponsorship", "Relocations are whole persons: write 1 or 2."),
        (PlanForm(other=Elsewhere.SPONSORSHIP), "other", REFUSED[Elsewhere.SPONSORSHIP]),
        (PlanForm(other=Elsewhere.BORDER), "other", REFUSED[Elsewhere.BORDER]),
        (PlanForm(reduction=True), "reduction", NO_REDUCTION),
        (
            PlanForm(measures=(MeasureForm(Kind.CAPACITY), MeasureForm(Kind.CAPACITY, persons_equivalent="many"))),
            "1.persons_equivalent",
            "“many” is not a number: write for example 560 or 12.5.",
        ),
    ],
)
def test_what_a_form_may_not_hold_is_refused_at_its_field(form: PlanForm, field: str, words: str) -> None:
    outcome = read_plan(form, "SE", 0, None)
    assert outcome.value is None
    assert outcome.problems == {field: words}


def test_every_refused_contribution_names_its_article() -> None:
    assert set(REFUSED) == set(Elsewhere)
    assert all("Art. " in words for words in REFUSED.values())
    assert "Art. 47(4)" in REFUSED[Elsewhere.SPONSORSHIP]
    assert "Art. 52(5)" in NO_REDUCTION


def test_persons_that_a_measure_stands_for_need_not_be_whole() -> None:
    assert read_equivalent("1 560").value == 1560
    assert read_equivalent("1").words == "stands for 1 relocation"
    assert read_equivalent("12.").unfinished
    assert read_equivalent("-5").problem
    assert "at most 10 decimals" in read_equivalent("0.12345678901").problem
    assert "at most" in read_equivalent("1000000001").problem


def test_a_revision_begins_as_the_latest_one_without_its_day() -> None:
    form = revised(FULL, "2026-11-17")
    plan = read_plan(form, "FR", 3, None).value
    assert plan == replace(FULL, revision=3, submitted=date(2026, 11, 17))
