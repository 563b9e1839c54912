"""Periods and time limits of the proposal of 2020 (COM(2020) 610, Art. 65).

The day of the event is not counted; weeks and months end on the same weekday or date, where a month has no
such date on its last day; Saturdays, Sundays and holidays count, so that no period is ever moved.
"""

from calendar import monthrange
from datetime import date

from desktop_app.calc.periods import days_after


def weeks_after(event: date, weeks: int) -> date:
    """Return the last day of a period of ``weeks`` that ``event`` starts (Art. 65(a), (b))."""
    return days_after(event, 7 * weeks)


def months_after(event: date, months: int) -> date:
    """Return the last day of a period of ``months`` that ``event`` starts (Art. 65(a), (b))."""
    years, month = divmod(event.month - 1 + months, 12)
    year = event.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))
