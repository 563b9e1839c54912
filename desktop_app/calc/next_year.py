"""A forum that begins: that of the following year, and one with nothing but the data of the key."""

from dataclasses import replace
from typing import Final

from desktop_app.calc.forum import Forum, Key, Procedure, StateRecord
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.voluntary import Voluntary

_KEEPS_RECORDS: Final = frozenset({Procedure.ANNUAL_POOL})
"""Procedures that keep a record of each Member State; plans are recorded as they are handed in."""


def next_year(forum: Forum) -> Forum:
    """Return the forum of the following year, ready for its first meeting.

    The key's data, the applications and the readings carry over, to be brought up to date. Everything
    that the Commission and the Council decide anew each year (Art. 9, 11, 12, 57) starts empty:
    reference numbers, acts, classification of the states, adopted shares; so do meetings, pledges and
    deductions; and, of the proposal of 2020, report, plans, act and pools (COM(2020) 610, Art. 47 to 53).
    Support plans carry over, since what they deliver is credited in the following year (Art. 53(4)), with
    rates of incentives and the voluntary mechanism's signatories. The marking is again the strictest.

    Args:
        forum: this year's.
    """
    year = None if forum.year is None else forum.year + 1
    title = forum.title
    if title is not None and year is not None:
        title = title.replace(str(forum.year), str(year))
    return Forum(
        procedure=forum.procedure,
        title=title,
        year=year,
        readings=forum.readings,
        key=replace(forum.key, adopted_shares=()),
        applications=forum.applications,
        applications_source=forum.applications_source,
        states=_records(forum.procedure, forum.codes()),
        voluntary=Voluntary(forum.voluntary.mechanism, forum.voluntary.signatories),
        solidarity=SolidarityRecord(
            support_plans=forum.solidarity.support_plans, incentives=forum.solidarity.incentives
        ),
    )


def empty_forum(procedure: Procedure, key: Key) -> Forum:
    """Return a forum of a procedure in which nothing is recorded but the data of the key.

    Args:
        procedure: which one.
        key: whose population and GDP are taken over; shares that an act adopted are not.
    """
    return Forum(
        procedure=procedure,
        key=replace(key, adopted_shares=()),
        states=_records(procedure, tuple(state.code for state in key.states)),
    )


def _records(procedure: Procedure, codes: tuple[str, ...]) -> tuple[StateRecord, ...]:
    """Return an empty record for each Member State, where the procedure keeps such records."""
    return tuple(map(StateRecord, codes)) if procedure in _KEEPS_RECORDS else ()
