"""The 10 % reduction under every reading, by hand."""

from dataclasses import replace
from fractions import Fraction

from desktop_app.calc.assess import assess
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Applications, Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import Credit, MigratoryPressure, PressureReport
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import ALL_APPLICANTS, PressurePlan
from desktop_app.calc.reduction_readings import averages_of, spread_under, sums_of, union_years

YEARS = range(2022, 2027)
STATES = ("BE", "BG", "CZ", "EL")


def forum(counts: dict[str, int], *, asking: tuple[str, ...] = ()) -> Forum:
    """Four equal states, Greece under pressure for 400 persons: each has a share of 100."""
    states = tuple(KeyState(code, 1_000_000, 1_000_000) for code in STATES)
    plans = tuple(
        PressurePlan(code, f"{code}-1", shares=ALL_APPLICANTS, reduction_requested=code in asking)
        for code in STATES
        if code != "EL"
    )
    report = PressureReport(benefitting="EL", relocations=400, sponsorship=0)
    given = (Credit("CZ", "EL", ContributionType.APPLICANTS, 5, 2026, on_request=True, delivered=True),)
    return Forum(
        procedure=Procedure.MIGRATORY_PRESSURE,
        year=2027,
        key=Key(states=states),
        applications=tuple(
            Applications(code, tuple((year, counts[code]) for year in YEARS)) for code in STATES if code in counts
        ),
        migratory_pressure=MigratoryPressure(report=report, plans=plans, credits=given),
    )


def assessed(made: Forum) -> PressureAssessment:
    return PressureAssessment.of(assess(made))


def test_each_pair_of_readings_has_its_averages_and_one_is_in_force() -> None:
    found = averages_of(assessed(forum({"BE": 600, "BG": 100, "CZ": 100, "EL": 400})))
    assert [(each.union_average, each.five_years) for each in found] == [
        ("weighted", "mean-of-years"),
        ("weighted", "ratio-of-sums"),
        ("mean-of-states", "mean-of-years"),
        ("mean-of-states", "ratio-of-sums"),
    ]
    assert [each.in_force for each in found] == [True, False, False, False]
    # 600 against (600 + 100 + 100 + 400) / 4 = 300: exactly twice.
    assert {each.times("BE") for each in found} == {Fraction(2)}
    assert found[0].is_eligible("BE", "at-least")
    assert not found[0].is_eligible("BE", "more-than")
    assert not found[0].is_eligible("BG", "at-least")
    assert found[0].times("SE") is None
    assert not found[0].is_eligible("SE", "at-least")


def test_one_above_twice_is_eligible_under_both_readings() -> None:
    (first, *_others) = averages_of(assessed(forum({"BE": 601, "BG": 100, "CZ": 100, "EL": 400})))
    assert first.is_eligible("BE", "more-than")


def test_where_nobody_applied_nobody_is_eligible_and_without_data_nothing_is_known() -> None:
    (first, *_others) = averages_of(assessed(forum(dict.fromkeys(STATES, 0))))
    assert first.times("BE") is None
    assert averages_of(assessed(forum({"BE": 600}))) == ()


def test_the_union_is_added_up_year_by_year() -> None:
    figures = assessed(forum({"BE": 600, "BG": 100, "CZ": 100, "EL": 400})).totals.reduction_figures
    assert figures is not None
    first, *_others, last = union_years(figures)
    assert (first.year, last.year) == (2022, 2026)
    assert (first.applications, first.population) == (1200, 4_000_000)
    assert first.average == Fraction(3, 10_000)


def test_the_spread_under_the_other_reading_lets_the_reduced_take_over_from_each_other() -> None:
    # Belgium and Bulgaria are at twice and above; each loses 10 of its 100.
    made = assessed(forum({"BE": 900, "BG": 900, "CZ": 0, "EL": 0}, asking=("BE", "BG")))
    assert spread_under(made, "excluding-reduced") == {"CZ": Fraction(20)}
    assert spread_under(made, "including-reduced") == {"BE": Fraction(5), "BG": Fraction(5), "CZ": Fraction(10)}


def test_the_sums_stay_until_credits_are_taken_off() -> None:
    sums = sums_of(assessed(forum({"BE": 900, "BG": 900, "CZ": 0, "EL": 0}, asking=("BE", "BG"))))
    exact = (sums.asked, sums.reduced, sums.taken, sums.after, sums.credited, sums.owed)
    assert exact == tuple(Fraction(each) for each in (300, -20, 20, 300, 5, 295))
    assert sums.fixed == 295


def test_sums_of_what_is_not_known_are_not_known() -> None:
    nobody = sums_of(assessed(Forum(procedure=Procedure.MIGRATORY_PRESSURE)))
    assert (nobody.asked, nobody.after, nobody.owed, nobody.fixed) == (None, None, None, None)
    made = forum({"BE": 1})
    no_total = replace(made, migratory_pressure=replace(made.migratory_pressure, report=PressureReport()))
    assert sums_of(assessed(no_total)).asked is None
