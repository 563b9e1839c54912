"""The eight months of return sponsorship, counted by hand (COM(2020) 610, Art. 55(2), (3), 57(4), 65)."""

from datetime import date

import pytest

from desktop_app.calc.solidarity_groups import ClockStart, SponsorshipGroup
from desktop_app.calc.sponsorship_clock import standing_of

ACT = date(2027, 3, 19)
GROUP = SponsorshipGroup("S-1", "DE", "SY", persons=40, returned=25)


@pytest.mark.parametrize(
    ("start", "started", "act", "due"),
    [
        (ClockStart.ACT, None, ACT, date(2027, 11, 19)),
        # 30 September has no 31st; nor have 29 and 28 February, where the month before had more days.
        (ClockStart.ACT, None, date(2027, 1, 31), date(2027, 9, 30)),
        (ClockStart.ACT, None, date(2027, 6, 30), date(2028, 2, 29)),
        (ClockStart.ACT, None, date(2026, 6, 29), date(2027, 2, 28)),
        # 19 December 2027 is a Sunday: it stays the last day (Art. 65(c)).
        (ClockStart.RETURN_DECISION, date(2027, 4, 19), ACT, date(2027, 12, 19)),
        (ClockStart.END_OF_RIGHT, date(2027, 5, 31), ACT, date(2028, 1, 31)),
        # The day of the act starts nothing where a later decision does, and nothing starts without its day.
        (ClockStart.RETURN_DECISION, None, ACT, None),
        (ClockStart.ACT, date(2027, 4, 19), None, None),
    ],
)
def test_each_start_ends_eight_months_later(
    start: ClockStart, started: date | None, act: date | None, due: date | None
) -> None:
    group = SponsorshipGroup("S-1", "DE", start=start, started=started)
    assert standing_of(group, act, None).due == due


@pytest.mark.parametrize(
    ("today", "days", "near", "lapsed"),
    [
        (date(2027, 10, 19), 31, False, False),
        (date(2027, 10, 20), 30, True, False),
        (date(2027, 11, 18), 1, True, False),
        # The last day itself still counts; the day after it does not.
        (date(2027, 11, 19), 0, True, False),
        (date(2027, 11, 20), -1, False, True),
    ],
)
def test_the_alarm_comes_thirty_days_before_and_who_is_left_is_relocated_after(
    today: date, days: int, near: bool, lapsed: bool
) -> None:
    standing = standing_of(GROUP, ACT, today)
    assert standing.alarm_from == date(2027, 10, 20)
    assert (standing.days_left, standing.is_near, standing.has_lapsed) == (days, near, lapsed)
    # 40 - 25 returned.
    assert standing.to_relocate == (15 if lapsed else 0)
    assert standing.is_untold is lapsed


def test_whoever_was_taken_over_is_left_no_more() -> None:
    after = date(2028, 1, 1)
    told = SponsorshipGroup("S-1", "DE", persons=40, returned=25, told=date(2027, 11, 22), taken_over=10)
    assert (standing_of(told, ACT, after).to_relocate, standing_of(told, ACT, after).is_untold) == (5, False)
    done = SponsorshipGroup("S-1", "DE", persons=40, returned=25, taken_over=15)
    standing = standing_of(done, ACT, after)
    assert (standing.to_relocate, standing.is_untold) == (0, False)
    assert not standing_of(done, ACT, date(2027, 11, 1)).is_near
    # More than there are, as an import may bring: nobody is left, and nobody less than that.
    assert standing_of(SponsorshipGroup("S-1", "DE", persons=4, returned=5), ACT, after).to_relocate == 0


def test_a_clock_that_has_not_started_says_nothing() -> None:
    standing = standing_of(GROUP, None, ACT)
    assert (standing.started, standing.due, standing.days_left, standing.alarm_from) == (None, None, None, None)
    assert (standing.has_lapsed, standing.is_near, standing.to_relocate) == (False, False, 0)
    without_a_day = standing_of(GROUP, ACT, None)
    assert (without_a_day.days_left, without_a_day.has_lapsed, without_a_day.is_near) == (None, False, False)
