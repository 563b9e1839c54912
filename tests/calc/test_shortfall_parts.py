"""Each state's part of the 30 % test: the parts add up to what is tested, under every reading."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import TopUp
from desktop_app.calc.shortfall_parts import parts_of
from desktop_app.models.interchange import read_document
from tests.pressure_small import assessed as assessed_pressure

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "search-and-rescue.json"


def assessed(reading: str = "A", **changes: object) -> SearchAndRescueAssessment:
    """Return the worked example under a reading of the shortfall."""
    forum = read_document(EXAMPLE.read_bytes())
    recorded = replace(forum.search_and_rescue, **changes)  # type: ignore[arg-type]  # fields of the record
    return assess(replace(forum, readings=(("shortfall", reading),), search_and_rescue=recorded))


@pytest.mark.parametrize("reading", ["A", "B", "C"])
def test_the_parts_add_up(reading: str) -> None:
    assessment = assessed(reading)
    assert sum(part for part in parts_of(assessment).values() if part is not None) == assessment.totals.shortfall


def test_under_a_only_states_with_measures_have_a_part() -> None:
    # France: share ½ · 68/172 + ½ · 29/80, of 2 000, less 100 pledged.
    share = Fraction(68, 344) + Fraction(29, 160)
    assert dict(parts_of(assessed())) == {"DE": 0, "EL": 0, "FR": (share * 2000 - 100) / 2000, "SE": 0}


def test_under_b_a_benefitting_state_s_whole_share_is_its_part() -> None:
    parts = parts_of(assessed("B"))
    assert parts["EL"] == Fraction(10, 344) + Fraction(24, 1600)
    assert parts["DE"] == Fraction(84, 344) + Fraction(43, 160) - Fraction(900, 2000)


def test_a_top_up_changes_no_part() -> None:
    assert parts_of(assessed(top_up=TopUp("EL", 3000))) == parts_of(assessed())


def test_without_a_report_no_part_is_known() -> None:
    recorded = assessed().forum.search_and_rescue.report
    report = replace(recorded, benefitting=())
    for reading in ("A", "B", "C"):
        assert set(parts_of(assessed(reading, report=report)).values()) == {None}


@pytest.mark.parametrize("reading", ["A", "C"])
def test_under_pressure_the_parts_add_up_too(reading: str) -> None:
    assessment = assessed_pressure((("shortfall", reading),))
    whole = {"A": 1000, "C": 800}[reading]
    assert dict(parts_of(assessment)) == {"DE": 0, "EL": 0, "FR": Fraction(300, whole), "SE": 0}
    assert assessment.totals.shortfall == Fraction(300, whole)


def test_under_pressure_b_knows_no_part() -> None:
    assert set(parts_of(assessed_pressure((("shortfall", "B"),))).values()) == {None}
