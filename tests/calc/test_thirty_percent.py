"""The 30 % test taken apart: each reading in numbers, and how many persons from the boundary it stands."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.response_assessment import SearchAndRescueAssessment, Shortfall
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.thirty_percent import PressureTest, ReadingOfTest, thirty_percent_of, under
from tests.pressure_small import assessed as assessed_pressure
from tests.pressure_small import with_plan

BACK = "with measures, up to its share, and it is no longer exceeded."
EACH_BACK = BACK.replace("up to", "each up to")


def assessed(pledged_by_france: int, path: ActPath | None = None, **more: object) -> SearchAndRescueAssessment:
    """Germany and France have 40 % of the key each, Greece 20 %; 1 000 persons: 400, 400 and 200."""
    measures = (ResponseMeasure(ResponseMeasureKind.CAPACITY, "1", "units", "2027", Fraction(290)),)
    recorded = SearchAndRescue(
        report=ManagementReport("R", date(2026, 10, 14), (Disembarkation("EL", 1_000),)),
        plans=(
            ResponsePlan("DE", "DE-1", 0, date(2026, 11, 2), 400),
            ResponsePlan("FR", "FR-1", 0, date(2026, 11, 2), pledged_by_france, 0, measures),
        ),
        forum_ended=date(2026, 11, 20),
        act=DisembarkationAct(path),
    )
    key = Key(states=(KeyState("DE", 40, 4_000), KeyState("EL", 20, 2_000), KeyState("FR", 40, 4_000)))
    return assess(
        Forum(procedure=Procedure.SEARCH_AND_RESCUE, key=key, search_and_rescue=replace(recorded, **more))  # type: ignore[arg-type]
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def reading(assessment: SearchAndRescueAssessment, name: str) -> ReadingOfTest:
    return next(each for each in thirty_percent_of(assessment).readings if each.name == name)


@pytest.mark.parametrize(
    ("pledged", "ratio", "triggered", "boundary", "words"),
    [
        # France leaves 400 − 100 = 300 of 1 000 short: exactly 30 %, still allowed.
        (100, Fraction(3, 10), False, 1, "Exactly 30 %, 300 persons: still allowed. The next person short exceeds it."),
        (99, Fraction(301, 1000), True, 1, f"30 % are 300 persons: 1 more person pledged by a state {BACK}"),
        (
            90,
            Fraction(31, 100),
            True,
            10,
            f"30 % are 300 persons: 10 more persons pledged by states {EACH_BACK}",
        ),
        (101, Fraction(299, 1000), False, 2, "30 % are 300 persons: 2 more persons short and it is exceeded."),
    ],
)
def test_both_sides_of_the_boundary(pledged: int, ratio: Fraction, triggered: bool, boundary: int, words: str) -> None:
    found = reading(assessed(pledged), "A")
    assert (found.ratio, found.triggered, found.boundary) == (ratio, triggered, boundary)
    assert plain(found.boundary_words) == words
    assert found.in_force


def test_each_reading_has_its_own_parts_formula_and_reason() -> None:
    test = thirty_percent_of(assessed(100))
    assert [(each.name, int(each.short or 0), int(each.whole or 0)) for each in test.readings] == [
        ("A", 300, 1_000),
        # 400 + 100 of 1 000 are pledged.
        ("B", 500, 1_000),
        # Germany and France are asked for 800.
        ("C", 300, 800),
    ]
    assert [plain(each.numbers) for each in test.readings] == [
        "300 / 1 000 = 30.00 %",
        "500 / 1 000 = 50.00 %",
        "300 / 800 = 37.50 %",
    ]
    assert len({each.formula for each in test.readings}) == 3
    assert len({each.reason for each in test.readings}) == 3
    assert len({each.meaning for each in test.readings}) == 3
    assert test.in_force.name == "A"


def test_under_b_whoever_pledges_counts() -> None:
    # 400 + 90 of 1 000 are pledged: 510 short, 210 above 300; one state's 211th would do, whatever its share.
    assert plain(reading(assessed(90), "B").boundary_words) == (
        "30 % are 300 persons: 210 more persons pledged and it is no longer exceeded."
    )


def test_with_nobody_in_the_key_the_test_and_the_totals_agree() -> None:
    empty = assess(replace(assessed(90).forum, key=Key()))
    readings = thirty_percent_of(empty).readings
    assert [each.ratio for each in readings] == [empty.totals.shortfall_readings.of(name) for name in "ABC"]
    assert [each.ratio for each in readings] == [None, None, None]


def test_one_person_below_the_boundary_of_a_fraction() -> None:
    # 30 % of 799 are 239.7: 239 short are allowed, and the next one exceeds.
    found = ReadingOfTest("A", Shortfall(Fraction(239), Fraction(799)), in_force=False)
    assert found.boundary == 1
    assert plain(found.boundary_words) == "30 % are 239.70 persons: 1 more person short and it is exceeded."


def test_what_is_not_known_is_said() -> None:
    empty = thirty_percent_of(assess(Forum(procedure=Procedure.SEARCH_AND_RESCUE)))
    for each in empty.readings:
        assert (each.ratio, each.triggered, each.boundary_words) == (None, False, "")
        assert each.numbers.startswith("not known yet")
    without_gdp = assessed(100)
    key = replace(without_gdp.forum.key, states=(KeyState("DE", 40), *without_gdp.forum.key.states[1:]))
    open_test = thirty_percent_of(assess(replace(without_gdp.forum, key=key)))
    assert [each.short for each in open_test.readings] == [None, 500, None]
    assert [each.whole for each in open_test.readings] == [1_000, 1_000, None]


def test_the_states_with_measures_are_those_of_an_act_under_48_2() -> None:
    # Before the judgement nothing is asked; the test shows what the act would fix: half of 400 are 200.
    would = thirty_percent_of(assessed(99))
    assert not would.is_act
    assert [(row.code, row.half, row.added) for row in would.with_measures] == [("FR", 200, 101)]
    assert would.set_by_commission == ()
    act = assessed(99, ActPath.STILL_SHORT)
    assert thirty_percent_of(act).is_act
    assert under(act, ActPath.STILL_SHORT) is act
    assert under(act, ActPath.SUFFICIENT).row("FR").added == 0
    without_a_plan = assessed(99, plans=())
    assert [row.code for row in thirty_percent_of(without_a_plan).set_by_commission] == ["DE", "FR"]


def test_a_top_up_does_not_change_the_test() -> None:
    topped = assessed(99, ActPath.STILL_SHORT, top_up=TopUp("EL", 1_500))
    assert topped.totals.relocations == 1_500
    assert reading(topped, "A").ratio == Fraction(301, 1000)
    assert reading(topped, "B").whole == 1_000


# -------------------------------------------------------------------------------------------------- migratory pressure


def under_pressure(covered: int, reading: str = "A") -> PressureTest:
    plans = with_plan("FR", covered=Fraction(covered))
    return thirty_percent_of(assessed_pressure((("shortfall", reading),), plans=plans))


@pytest.mark.parametrize(
    ("covered", "ratio", "triggered", "words"),
    [
        (299, Fraction(299, 1000), False, "30 % are 300 persons: 2 more persons short and it is exceeded."),
        (300, Fraction(3, 10), False, "Exactly 30 %, 300 persons: still allowed. The next person short exceeds it."),
        (
            301,
            Fraction(301, 1000),
            True,
            "30 % are 300 persons: 1 person fewer covered by measures and it is no longer exceeded.",
        ),
        (
            310,
            Fraction(31, 100),
            True,
            "30 % are 300 persons: 10 persons fewer covered by measures and it is no longer exceeded.",
        ),
    ],
)
def test_under_pressure_the_boundary_is_what_measures_cover(
    covered: int, ratio: Fraction, triggered: bool, words: str
) -> None:
    test = under_pressure(covered)
    found = test.in_force
    assert (found.ratio, found.triggered, plain(found.boundary_words)) == (ratio, triggered, words)
    assert [row.code for row in test.with_measures] == ["FR"]


def test_under_pressure_a_and_c_stand_side_by_side() -> None:
    readings = under_pressure(300).readings
    assert [(each.name, plain(each.numbers)) for each in readings] == [
        ("A", "300 / 1 000 = 30.00 %"),
        # Nobody is asked for Greece's 200.
        ("C", "300 / 800 = 37.50 %"),
    ]
    assert [each.formula for each in readings] == [
        "Σ d of states with measures / T",
        "Σ d of states with measures / Σ a of the contributing states",
    ]
    assert "benefitting states is left out" in readings[1].reason


def test_under_pressure_b_gives_no_result_where_it_is_chosen() -> None:
    test = under_pressure(301, "B")
    assert [each.name for each in test.readings] == ["A", "B", "C"]
    found = test.in_force
    assert (found.name, found.ratio, found.triggered, found.boundary_words) == ("B", None, False, "")
    assert found.numbers == "no result under migratory pressure"


def test_under_pressure_who_has_no_plan_is_set_by_the_commission() -> None:
    assessment = assessed_pressure(plans=with_plan("FR")[:2])
    assert [row.code for row in thirty_percent_of(assessment).set_by_commission] == ["SE"]
