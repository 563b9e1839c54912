"""Periods by Article 75: the day of the event does not count, an end on a day off runs on."""

from datetime import date

import pytest

from desktop_app.calc.periods import end_of_days, end_of_months, end_of_weeks, is_working_day, next_working_day


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),  # a Friday
        (date(2026, 11, 21), date(2026, 11, 23)),  # a Saturday
        (date(2026, 11, 22), date(2026, 11, 23)),  # a Sunday
        (date(2026, 12, 25), date(2026, 12, 28)),  # Christmas on a Friday
        (date(2027, 1, 1), date(2027, 1, 4)),  # New Year on a Friday
        (date(2025, 12, 25), date(2025, 12, 26)),  # Christmas on a Thursday
    ],
)
def test_days_off_are_passed_over(day: date, working: date) -> None:
    assert next_working_day(day) == working


def test_days_do_not_count_the_event() -> None:
    # Thursday 15 October 2026 and fifteen days: Friday 30 October.
    assert end_of_days(date(2026, 10, 15), 15) == date(2026, 10, 30)
    # Friday 16 October and fifteen days: Saturday 31 October, so Monday.
    assert end_of_days(date(2026, 10, 16), 15) == date(2026, 11, 2)


def test_weeks_end_on_the_same_weekday() -> None:
    assert end_of_weeks(date(2026, 12, 2), 4) == date(2026, 12, 30)
    assert end_of_weeks(date(2026, 11, 27), 4) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("event", "months", "end"),
    [
        (date(2026, 3, 16), 1, date(2026, 4, 16)),
        (date(2026, 12, 15), 2, date(2027, 2, 15)),
        # February 2027 has no 31st: its last day is a Sunday, so Monday 1 March.
        (date(2026, 12, 31), 2, date(2027, 3, 1)),
        # February 2028 has 29 days, the last a Tuesday.
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 5, 20), 12, date(2027, 5, 20)),
    ],
)
def test_months_end_on_the_same_date_or_the_last(event: date, months: int, end: date) -> None:
    assert end_of_months(event, months) == end


def test_the_calendar_has_an_end() -> None:
    assert end_of_days(date(9999, 12, 20), 15) == date.max
    assert end_of_weeks(date(9999, 12, 20), 4) == date.max
    assert end_of_months(date(9999, 12, 20), 1) == date.max
    # 20 December 9999 is a Monday.
    assert end_of_months(date(9999, 11, 20), 1) == date(9999, 12, 20)
    assert next_working_day(date(9999, 12, 31)) == date.max


def test_a_period_does_not_end_on_a_listed_holiday() -> None:
    # Four weeks from Monday 9 November 2026 end on Monday 7 December; were that a holiday, on Tuesday.
    assert end_of_weeks(date(2026, 11, 9), 4) == date(2026, 12, 7)
    assert end_of_weeks(date(2026, 11, 9), 4, {date(2026, 12, 7)}) == date(2026, 12, 8)
    # A listed holiday on the way changes nothing.
    assert end_of_weeks(date(2026, 11, 9), 4, {date(2026, 12, 1)}) == date(2026, 12, 7)
    assert end_of_months(date(2026, 11, 9), 1, {date(2026, 12, 9), date(2026, 12, 10)}) == date(2026, 12, 11)
    assert not is_working_day(date(2026, 12, 7), {date(2026, 12, 7)})
    assert is_working_day(date(2026, 12, 7))
