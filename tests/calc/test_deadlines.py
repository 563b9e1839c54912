"""Deadlines: which date started them, and which days a period does not end on."""

from datetime import date

import pytest

from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage, Forum, Holiday, StateRecord
from desktop_app.calc.rulebooks.annual_pool.book import assess


def _assessment_due(requested: date, *holidays: Holiday) -> Deadline:
    deduction = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.REQUESTED, requested=requested)
    forum = Forum(states=(StateRecord("PL", deductions=(deduction,)),), holidays=holidays)
    (found,) = assess(forum).deadlines
    return found


@pytest.mark.parametrize(
    ("requested", "due", "moved"),
    [
        # Wednesday to Wednesday.
        (date(2026, 12, 2), "2026-12-30", ""),
        # Friday 27 November + 4 weeks is Christmas, then a weekend.
        (
            date(2026, 11, 27),
            "2026-12-28",
            "not on 25 December 2026 (official holiday), 26 December 2026 (Saturday) and 27 December 2026 (Sunday)",
        ),
    ],
)
def test_four_weeks_and_what_moves_their_end(requested: date, due: str, moved: str) -> None:
    found = _assessment_due(requested)
    assert (found.rule, found.due, str(found.moved).replace("\u00a0", " ")) == ("AMMR-62-4", due, moved)


def test_a_holiday_of_the_forum_moves_the_end_and_is_named() -> None:
    named, unnamed = Holiday(date(2026, 12, 30), "closing days"), Holiday(date(2026, 12, 31))
    found = _assessment_due(date(2026, 12, 2), named, unnamed)
    # Then comes New Year, a Friday, and a weekend.
    assert found.due == "2027-01-04"
    moved = str(found.moved).replace("\u00a0", " ")
    assert moved.startswith("not on 30 December 2026 (closing days), 31 December 2026 (official holiday), 1 January")
