"""Entries into the table of a pressure response: percent and persons, exactly, or one line that says why not."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.entry import Refused
from desktop_app.calc.entry_plan_pressure import (
    PlanUnderstood,
    PressureContext,
    PressureFigure,
    latest_pressure_plan,
    percentage,
    pressure_context,
    read_pressure_entry,
    value_of,
    with_value,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from tests.views.pressure_form.forums import FRANCE, GERMANY, REPORT, forum

Figure = PressureFigure
PLAN = PressurePlan(
    "DE",
    shares=TypeShares(Fraction(60), Fraction(10)),
    covered=Fraction(40),
    nationalities=("SY",),
    activities=(SponsorshipActivity.COUNSELLING,),
)
CONTEXT = PressureContext(PLAN, Fraction(1000, 3))


def said(text: str, figure: Figure = Figure.APPLICANTS, context: PressureContext = CONTEXT) -> tuple[Fraction, str]:
    entry = read_pressure_entry(text, figure, context)
    assert isinstance(entry, PlanUnderstood), entry
    return entry.value, entry.words.replace("\u202f", " ").replace("\u00a0", " ")


def refused(text: str, figure: Figure = Figure.APPLICANTS, context: PressureContext = CONTEXT) -> str:
    entry = read_pressure_entry(text, figure, context)
    assert isinstance(entry, Refused), entry
    assert "\n" not in entry.reason
    return entry.reason.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("80", 80, "80 %"),
        ("33,3 %", Fraction("33.3"), "33.3 %"),
        ("0.123456", Fraction("0.123456"), "0.123456 %"),
        ("", 0, "0 %"),
        ("none", 0, "0 %"),
        ("+5", 65, "60 + 5 = 65 %"),
        ("\u22125%", 55, "60 − 5 = 55 %"),
        # 60 and 10 are recorded: beside its own 60, the other 10 leave 90.
        ("rest", 90, "100 − 10 % of the others = 90 %"),
    ],
)
def test_reads_shares(text: str, value: Fraction, words: str) -> None:
    assert said(text) == (value, words)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("60", 60, "60 persons"),
        ("1", 1, "1 person"),
        ("12.5", Fraction("12.5"), "12.50 persons"),
        ("-", 0, "0 persons"),
        ("+20", 60, "40 + 20 = 60 persons"),
        # Half of 333.33… is 166.66…: never more than the part that is meant.
        ("50%", Fraction("166.66"), "50 % of the share of 333.33 = 166.66 persons, rounded down"),
        ("30 %", 100, "30 % of the share of 333.33 = 100 persons"),
        ("100%", Fraction("333.33"), "100 % of the share of 333.33 = 333.33 persons, rounded down"),
    ],
)
def test_reads_the_part_covered(text: str, value: Fraction, words: str) -> None:
    assert said(text, Figure.COVERED) == (value, words)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("100.1", "A share is at most 100 % (Annex II); 100.10 is more."),
        ("90.1", "The types would total 100.1 %, not 100 %: lower another one first (Art. 52(3), Annex II)."),
        ("1.1234567", "A share has at most 6 decimals"),
        ("-61", "60 − 61 is below 0"),
        ("+", "A number is missing after the sign, such as +20."),
        ("re", "Go on: rest, none, or a number."),
        ("eighty", "“eighty %” is not a percentage"),
        ("1" * 61, "This is too long for a number"),
    ],
)
def test_refuses_what_is_no_share(text: str, begins: str) -> None:
    assert refused(text).startswith(begins)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("rest", "“rest” is for the shares of the types"),
        ("333.34", "333.34 are more than the Member State's whole share, 333.33 persons (Art. 52(2))"),
        ("EUR 5", "A plan counts persons, not money"),
        ("2bn", "2 000 000 000 persons are more than the program records"),
        ("+50%", "“+50%” is not understood"),
        ("re", "Go on"),
    ],
)
def test_refuses_what_measures_cannot_cover(text: str, begins: str) -> None:
    assert refused(text, Figure.COVERED).startswith(begins)


def test_a_part_needs_the_share_and_a_number_does_not() -> None:
    unknown = replace(CONTEXT, exact_key=None)
    assert refused("50%", Figure.COVERED, unknown).startswith("The share of this Member State is not known")
    assert said("5000", Figure.COVERED, unknown)[0] == 5000


def test_measures_that_the_report_does_not_name_cover_nothing() -> None:
    unnamed = replace(CONTEXT, names_measures=False)
    assert "Art. 52(2), 51(3)(b)(iii)" in refused("1", Figure.COVERED, unnamed)
    assert said("0", Figure.COVERED, unnamed)[0] == 0


def test_sponsorship_needs_nationalities_and_an_activity() -> None:
    bare = replace(PLAN, nationalities=())
    assert "footnote 3" in refused("20", Figure.SPONSORSHIP, replace(CONTEXT, plan=bare))
    idle = replace(PLAN, activities=())
    assert "Art. 55(4)" in refused("20", Figure.SPONSORSHIP, replace(CONTEXT, plan=idle))
    assert said("5", Figure.SPONSORSHIP, replace(CONTEXT, plan=idle))[0] == 5
    assert said("40", Figure.SPONSORSHIP)[0] == 40


def test_a_total_that_is_too_high_may_be_lowered() -> None:
    above = replace(CONTEXT, plan=replace(PLAN, shares=TypeShares(Fraction(80), Fraction(40))))
    assert said("70", context=above)[0] == 70
    assert said("rest", Figure.BENEFICIARIES, above)[0] == 0


def test_a_share_without_end_is_written_with_two_decimals() -> None:
    assert percentage(Fraction(100, 3)).replace("\u00a0", " ") == "33.33 %"


def test_what_an_entry_refers_to_is_the_latest_revision() -> None:
    later = replace(GERMANY, revision=1, shares=TypeShares(Fraction(50), Fraction(50)))
    now = assess(forum(GERMANY, later, FRANCE))
    assert pressure_context(now, "DE") == PressureContext(later, Fraction(400), names_measures=True)
    assert latest_pressure_plan(now.forum, "SE") == PressurePlan("SE")
    unnamed = assess(forum(GERMANY, report=replace(REPORT, measures_named=())))
    assert not pressure_context(unnamed, "DE").names_measures


def test_every_figure_is_put_and_found_again() -> None:
    for figure in PressureFigure:
        changed = with_value(PLAN, figure, Fraction(7))
        assert value_of(changed, figure) == 7
        assert [each for each in PressureFigure if value_of(changed, each) != value_of(PLAN, each)] == [figure]
