"""Periods and time limits (Regulation (EU) 2024/1351, Art. 75).

The day of the event is not counted; weeks and months end on the same weekday or date; weekends and
holidays count, but a period that would end on one runs to the next working day.
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5
COMMON_HOLIDAYS: Final = ((1, 1), (12, 25))
"""(month, day) of the official holidays that all bound Member States share: New Year and Christmas."""


def is_working_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Tell whether a period may end on ``day``: no weekend, no common holiday, none of ``holidays``."""
    return day.weekday() < SATURDAY and (day.month, day.day) not in COMMON_HOLIDAYS and day not in holidays


def next_working_day(day: date, holidays: Collection[date] = ()) -> date:
    """Return ``day``, or the first working day after it (Art. 75(d))."""
    while day < date.max and not is_working_day(day, holidays):
        day = _later(day, 1)
    return day


def end_of_days(event: date, days: int, holidays: Collection[date] = ()) -> date:
    """Return the last day of a period of ``days`` that ``event`` starts (Art. 75(a), (d))."""
    return next_working_day(days_after(event, days), holidays)


def end_of_weeks(event: date, weeks: int, holidays: Collection[date] = ()) -> date:
    """Return the last day of a period of ``weeks`` that ``event`` starts (Art. 75(b), (d))."""
    return end_of_days(event, 7 * weeks, holidays)


def end_of_months(event: date, months: int, holidays: Collection[date] = ()) -> date:
    """Return the last day of a period of ``months`` that ``event`` starts (Art. 75(b), (d)).

    Where the month has no such date, the period ends on its last day.
    """
    years, month = divmod(event.month - 1 + months, 12)
    year = event.year + years
    if year > date.max.year:
        return date.max
    return next_working_day(date(year, month + 1, min(event.day, monthrange(year, month + 1)[1])), holidays)


def days_after(event: date, days: int) -> date:
    """Return the day on which a period of ``days`` would end if every day were a working day (Art. 75(a))."""
    return _later(event, days)


def _later(day: date, days: int) -> date:
    # The calendar ends in 9999; a document may not crash us with a date next to it.
    return day + timedelta(days=days) if (date.max - day).days > days else date.max
