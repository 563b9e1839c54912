"""Periods and time limits of the proposal of 2020 (COM(2020) 610, Art. 65), and those that more than one part counts.

The day of the event is not counted; weeks and months end on the same weekday or date, where a month has no
such date on its last day; Saturdays, Sundays and holidays count, so that no period is ever moved.
"""

from calendar import monthrange
from datetime import date
from typing import Final

from desktop_app.calc.periods import days_after

WEEKS: Final = 2
"""Weeks of every period of Art. 47 to 53 but that for plans of Art. 47, which is a month, and those of the reports."""


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


def last_day_for_plans(report: date) -> date:
    """Return the last day on which a plan is in time: one month after the adoption of the report (Art. 47(4))."""
    return months_after(report, 1)


def last_day_for_pressure_plans(report: date) -> date:
    """Return the last day on which a plan is in time: two weeks after the adoption of the report (Art. 52(3))."""
    return weeks_after(report, WEEKS)


def act_due(event: date) -> date:
    """Return the last day for the act: two weeks after the forum, or after the last day for plans (Art. 48, 53)."""
    return weeks_after(event, WEEKS)


def last_day_for_calls(act: date) -> date:
    """Return the last day on which the use of a pool is asked for: two weeks after the act (Art. 49(1))."""
    return weeks_after(act, WEEKS)
