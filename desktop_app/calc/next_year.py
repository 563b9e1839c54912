"""The forum of the following year: what carries over from this year's and what starts empty."""

from dataclasses import replace

from desktop_app.calc.forum import Forum, StateRecord


def next_year(forum: Forum) -> Forum:
    """Return the forum of the following year, ready for its first meeting.

    The key's data, the applications and the readings carry over, to be brought up to date. Everything
    that the Commission and the Council decide anew each year (Art. 9, 11, 12, 57) starts empty:
    reference numbers, acts, classification of the states, adopted shares; so do meetings, pledges and
    deductions. The marking is again the strictest.

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
        states=tuple(StateRecord(code) for code in forum.codes()),
    )
