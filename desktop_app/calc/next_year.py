"""Next year's forum from this year's: what goes over, and what starts empty.

Over go the states, the key's data, the chosen readings and the series of applications, since they are
where a secretariat starts from. Everything that a new cycle decides anew (acts, reference numbers,
meetings, classification of states, pledges, deductions, adopted shares, credits) starts empty, so that no
figure of an old year can pass for one of the new.
"""

from dataclasses import replace
from typing import Final

from desktop_app.calc.forum import Forum, StateRecord

DEFAULT_TITLE: Final = "Annual Solidarity Pool"


def next_year_of(forum: Forum) -> Forum:
    """Return an empty forum of the following year, made from a copy of ``forum``.

    The year in the title goes up with it; where the title names no year, the new one is added. It is
    marked EU RESTRICTED, as every forum before adoption (Art. 12(6)).
    """
    year = None if forum.year is None else forum.year + 1
    return Forum(
        procedure=forum.procedure,
        title=_title(forum, year),
        year=year,
        readings=forum.readings,
        key=replace(forum.key, adopted_shares=()),
        applications=forum.applications,
        states=tuple(StateRecord(code) for code in forum.codes()),
    )


def _title(forum: Forum, year: int | None) -> str:
    title = forum.title or DEFAULT_TITLE
    # What an old title says in brackets of its sources is not true of the new forum.
    title = title.split(" (")[0]
    if year is None:
        return title
    old = str(forum.year)
    return title.replace(old, str(year)) if old in title else f"{title} {year}"
