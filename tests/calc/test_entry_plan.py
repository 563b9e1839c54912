"""Entries into the table of plans: persons, exactly, or one line that says why not."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.entry import Refused
from desktop_app.calc.entry_plan import (
    PersonsUnderstood,
    PlanContext,
    PlanFigure,
    latest_plan,
    plan_context,
    read_plan_entry,
    with_figure,
)
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import TopUp
from desktop_app.models.interchange import read_document

CONTEXT = PlanContext(current=100, key_number=758, measures=Fraction(1119, 2), relocations=101)
NOTHING_KNOWN = PlanContext()


def said(text: str, context: PlanContext = CONTEXT, figure: PlanFigure = PlanFigure.RELOCATIONS) -> tuple[int, str]:
    """Return the persons understood and the words, with plain spaces."""
    entry = read_plan_entry(text, figure, context)
    assert isinstance(entry, PersonsUnderstood), entry
    return entry.persons, entry.words.replace("\u202f", " ").replace("\u00a0", " ")


def refused(text: str, context: PlanContext = CONTEXT, figure: PlanFigure = PlanFigure.RELOCATIONS) -> Refused:
    """Return the refusal, in one line."""
    entry = read_plan_entry(text, figure, context)
    assert isinstance(entry, Refused), entry
    assert "\n" not in entry.reason
    return entry


@pytest.mark.parametrize(
    ("text", "persons", "words"),
    [
        ("8 440", 8440, "8 440 persons"),
        ("8.44k", 8440, "8 440 persons"),
        ("1", 1, "1 person"),
        ("", 0, "0 persons"),
        ("-", 0, "0 persons"),
        ("none", 0, "0 persons"),
        ("+20", 120, "100 + 20 = 120 persons"),
        ("\u22125", 95, "100 − 5 = 95 persons"),
        # Half of 758 is whole; a third of it is rounded up: a share that is owed is not rounded away.
        ("50%", 379, "50 % of 758 = 379 persons"),
        ("33,3 %", 253, "33.3 % of 758 = 252.41 → 253 persons"),
        # 758 − 559.5 = 198.5
        ("rest", 199, "758 − 559.50 by measures = 198.50 → 199 persons"),
    ],
)
def test_reads_what_people_type(text: str, persons: int, words: str) -> None:
    assert said(text) == (persons, words)


def test_a_part_of_the_vulnerable_is_of_the_plan_s_relocations() -> None:
    assert said("50%", figure=PlanFigure.VULNERABLE) == (51, "50 % of 101 = 50.50 → 51 persons")


def test_nothing_is_left_where_measures_reach_the_key_number() -> None:
    context = replace(CONTEXT, measures=Fraction(758))
    assert said("rest", context) == (0, "nothing is left: 758 − 758 by measures → 0 persons")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("EUR 20", "A plan counts persons, not money"),
        ("2.5", "Relocations are whole persons: write 2 or 3."),
        ("20s", "No sponsorship stands in a plan of Annex I (Art. 47(4))"),
        ("sponsorship", "No sponsorship stands in a plan of Annex I"),
        ("12x", "“12x” is not a number"),
        ("-101", "100 − 101 is below 0"),
        ("+", "A number is missing after the sign"),
        ("+50%", "“+50%” is not understood: write 50% alone"),
        ("2bn", "2\u202f000\u202f000\u202f000 persons are more than the program records"),
        ("re", "Go on: rest, none, or a number."),
        ("1" * 61, "This is too long for a number"),
    ],
)
def test_refuses_in_one_line(text: str, begins: str) -> None:
    assert refused(text).reason.startswith(begins)


def test_typing_on_may_still_make_an_entry_of_it() -> None:
    assert [refused(text).unfinished for text in ("re", "+", "2.5", "12x")] == [True, True, True, False]


@pytest.mark.parametrize("text", ["50%", "rest"])
def test_a_part_needs_the_key_number(text: str) -> None:
    assert refused(text, NOTHING_KNOWN).reason.startswith("The key number of this Member State is not known")


def test_the_rest_is_for_relocations() -> None:
    assert refused("rest", figure=PlanFigure.VULNERABLE).reason.startswith("“rest” is for relocations")


@given(st.integers(0, 10**9))
def test_every_number_of_persons_is_read_as_it_is_shown(persons: int) -> None:
    entry = read_plan_entry(f"{persons:,}".replace(",", "\u202f"), PlanFigure.RELOCATIONS, NOTHING_KNOWN)
    assert isinstance(entry, PersonsUnderstood)
    assert entry.persons == persons


@pytest.fixture(scope="module")
def example() -> SearchAndRescueAssessment:
    """The worked example: Germany, Greece, France, Sweden."""
    folder = Path(__file__).resolve().parents[1] / "examples"
    return assess(read_document((folder / "search-and-rescue.json").read_bytes()))


def test_an_entry_is_about_the_latest_revision(example: SearchAndRescueAssessment) -> None:
    assert latest_plan(example.forum, "DE").revision == 1
    assert latest_plan(example.forum, "SE") == ResponsePlan("SE")
    assert plan_context(example, "FR", PlanFigure.RELOCATIONS) == PlanContext(100, 758, Fraction(560), 100)
    assert plan_context(example, "DE", PlanFigure.VULNERABLE) == PlanContext(20, 1026, Fraction(0), 900)


def test_a_plan_answers_to_the_key_number_before_the_top_up(example: SearchAndRescueAssessment) -> None:
    recorded = replace(example.forum.search_and_rescue, top_up=TopUp("EL", 3000))
    raised = assess(replace(example.forum, search_and_rescue=recorded))
    # 3 000 × 37.8924 % = 1 136.77
    assert raised.row("FR").key_number == 1137
    assert plan_context(raised, "FR", PlanFigure.RELOCATIONS).key_number == 758


def test_a_number_changes_and_the_rest_of_the_plan_stays(example: SearchAndRescueAssessment) -> None:
    plan = latest_plan(example.forum, "FR")
    assert with_figure(plan, PlanFigure.RELOCATIONS, 7) == replace(plan, relocations=7)
    assert with_figure(plan, PlanFigure.VULNERABLE, 7) == replace(plan, vulnerable=7)
