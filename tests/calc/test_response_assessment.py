"""What an assessment of search and rescue answers when asked."""

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import Contribution, SearchAndRescueAssessment
from desktop_app.calc.rulebooks.annual_pool.book import assess as assess_annual_pool
from tests.calc.response_forums import assessed, plan


def test_an_assessment_is_narrowed_to_its_procedure() -> None:
    assessment = assessed({"BE": 1, "EL": 1}, {"EL": 10})
    assert SearchAndRescueAssessment.of(assessment) is assessment
    with pytest.raises(TypeError, match="annual-pool"):
        SearchAndRescueAssessment.of(assess_annual_pool(Forum()))


def test_persons_are_relocation_and_sponsorship() -> None:
    assert Contribution(10, 4, 3, 3).persons == 7
    assert Contribution(None, None, None, None).persons is None


def test_a_row_and_a_pool_are_found_by_code() -> None:
    assessment = assessed({"BE": 1, "EL": 1}, {"EL": 10}, plan("BE", 4), path="48(1)")
    assert assessment.row("BE").relocations == 4
    assert assessment.pool("EL").pool == 4
    for missing in (assessment.row, assessment.pool):
        with pytest.raises(KeyError):
            missing("SE")
