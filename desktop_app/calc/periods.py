"""Periods and time limits (Regulation (EU) 2024/1351, Art. 75).

The day of the event is not counted; weeks and months end on the same weekday or date; weekends and
holidays count, but a period that would end on one runs to the next working day.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5
COMMON_HOLIDAYS: Final = ((1, 1), (12, 25))
"""(month, day) of the official holidays that all bound Member States share: New Year and Christmas."""


def next_working_day(day: date) -> date:
    """Return ``day``, or the first working day after it (Art. 75(d))."""
    while day < date.max and (day.weekday() >= SATURDAY or (day.month, day.day) in COMMON_HOLIDAYS):
        day = _later(day, 1)
    return day


def end_of_days(event: date, days: int) -> date:
    """Return the last day of a period of ``days`` that ``event`` starts (Art. 75(a), (d))."""
    return next_working_day(_later(event, days))


def end_of_weeks(event: date, weeks: int) -> date:
    """Return the last day of a period of ``weeks`` that ``event`` starts (Art. 75(b), (d))."""
    return next_working_day(_later(event, 7 * weeks))


def end_of_months(event: date, months: int) -> date:
    """Return the last day of a period of ``months`` that ``event`` starts (Art. 75(b), (d)).

    Where the month has no such date, the period ends on its last day.
    """
    years, month = divmod(event.month - 1 + months, 12)
    year = event.year + years
    if year > date.max.year:
        return date.max
    return next_working_day(date(year, month + 1, min(event.day, monthrange(year, month + 1)[1])))


def _later(day: date, days: int) -> date:
    # The calendar ends in 9999; a document may not crash us with a date next to it.
    return day + timedelta(days=days) if (date.max - day).days > days else date.max
