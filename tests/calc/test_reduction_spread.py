"""The 10 % reduction taken apart: who takes over what adds up to what is taken off, under both readings."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.reduction_spread import RequestStanding, requests_of, spreads_of
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from tests.pressure_small import HUNDRED, applications, assessed, small_pressure, with_plan

INCLUDING = (("reduction-spread", "including-reduced"),)


def standing(assessment: PressureAssessment) -> RequestStanding:
    (request,) = requests_of(assessment)
    return request.standing


def test_who_delivers_persons_takes_over_by_share() -> None:
    (spread,) = spreads_of(assessed())
    # 10 % of Sweden's 100; Germany has 30 % of the key, France 40 %; Greece benefits.
    assert (spread.code, spread.shares) == ("SE", Fraction(7, 10))
    assert spread.exact_key == 100
    assert spread.taken_off == 10
    assert [(part.code, part.share, part.persons) for part in spread.parts] == [
        ("DE", Fraction(3, 10), Fraction(30, 7)),
        ("FR", Fraction(4, 10), Fraction(40, 7)),
    ]
    assert sum(part.persons for part in spread.parts) == spread.taken_off
    assert standing(assessed()) is RequestStanding.GRANTED


def test_two_reduced_states_take_over_from_each_other_under_one_reading_only() -> None:
    forum = small_pressure()
    # Germany too: 27 applications of 30 inhabitants; the Union's 8 + 16 + 9 + 27 = 60 of 100 is no longer half of it.
    counts = applications({"DE": 27, "EL": 0, "FR": 0, "SE": 9})
    plans = with_plan("DE", reduction_requested=True)
    recorded = replace(forum.migratory_pressure, plans=plans)
    both = replace(forum, applications=counts, migratory_pressure=recorded)
    assert [(each.code, [part.code for part in each.parts]) for each in spreads_of(assess(both))] == [
        ("DE", ["FR"]),
        ("SE", ["FR"]),
    ]
    including = spreads_of(assess(replace(both, readings=INCLUDING)))
    assert [(each.code, [part.code for part in each.parts]) for each in including] == [
        ("DE", ["FR", "SE"]),
        ("SE", ["DE", "FR"]),
    ]
    # Germany's 30: France 40 of 50, Sweden 10 of 50. Sweden's 10: Germany 30 of 70, France 40 of 70.
    assert [part.persons for each in including for part in each.parts] == [24, 6, Fraction(30, 7), Fraction(40, 7)]
    rows = assess(replace(both, readings=INCLUDING)).rows
    assert {row.code: row.redistributed for row in rows} == {
        "DE": Fraction(30, 7),
        "EL": 0,
        "FR": 24 + Fraction(40, 7),
        "SE": 6,
    }


@pytest.mark.parametrize(
    ("readings", "changes", "expected"),
    [
        ((("twice", "more-than"),), {}, RequestStanding.NOT_ELIGIBLE),
        ((("union-average", "mean-of-states"),), {}, RequestStanding.NOT_ELIGIBLE),
        ((), {"plans": with_plan("SE", shares=TypeShares(), covered=HUNDRED)}, RequestStanding.NO_PERSONS),
        ((), {"plans": with_plan("SE", covered=HUNDRED)}, RequestStanding.NO_PERSONS),
    ],
)
def test_what_is_not_granted_says_why(
    readings: tuple[tuple[str, str], ...], changes: dict[str, object], expected: RequestStanding
) -> None:
    assert standing(assessed(readings, **changes)) is expected
    assert spreads_of(assessed(readings, **changes)) == ()


def test_with_nobody_to_take_over_nothing_is_taken_off() -> None:
    alone = tuple(plan for plan in with_plan("SE") if plan.code == "SE")
    assessment = assessed(plans=alone, other_benefitting=("DE", "FR"))
    assert standing(assessment) is RequestStanding.NOBODY_ELSE


def test_without_the_figures_it_is_not_known() -> None:
    forum = replace(small_pressure(), applications=())
    assert standing(assess(forum)) is RequestStanding.NOT_KNOWN


def test_of_a_state_that_is_not_asked_no_plan_counts_and_no_request() -> None:
    assert requests_of(assessed(other_benefitting=("SE",))) == ()
