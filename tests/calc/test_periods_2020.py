"""Periods of the proposal of 2020 (Art. 65): the day of the event is not counted, and nothing is ever moved."""

from datetime import date

import pytest

from desktop_app.calc.periods_2020 import months_after, weeks_after


@pytest.mark.parametrize(
    ("event", "weeks", "last"),
    [
        (date(2026, 10, 14), 2, date(2026, 10, 28)),
        # A Saturday stays a Saturday, and 25 December a last day.
        (date(2026, 10, 17), 2, date(2026, 10, 31)),
        (date(2026, 12, 11), 2, date(2026, 12, 25)),
        (date(2028, 2, 22), 1, date(2028, 2, 29)),
        (date(9999, 12, 25), 2, date.max),
    ],
)
def test_weeks_end_on_the_same_weekday(event: date, weeks: int, last: date) -> None:
    assert weeks_after(event, weeks) == last


@pytest.mark.parametrize(
    ("event", "months", "last"),
    [
        (date(2026, 10, 14), 1, date(2026, 11, 14)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        # The last of a short month is a date, not a month's end.
        (date(2027, 2, 28), 1, date(2027, 3, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 6, 30), 8, date(2027, 2, 28)),
        (date(2027, 6, 30), 8, date(2028, 2, 29)),
        (date(2026, 12, 4), 8, date(2027, 8, 4)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2100, 1, 31), 1, date(2100, 2, 28)),
        (date(9999, 12, 31), 1, date.max),
    ],
)
def test_months_end_on_the_same_date_or_the_months_last(event: date, months: int, last: date) -> None:
    assert months_after(event, months) == last
