"""What carries over into the following year."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.forum import (
    NO_PLEDGE,
    Applications,
    Classification,
    Flag,
    Forum,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pool,
    StateRecord,
)
from desktop_app.calc.next_year import next_year

THIS_YEAR = Forum(
    title="Annual Solidarity Pool for 2026",
    note="public sources",
    year=2026,
    classification=Classification.PUBLIC,
    adopted=date(2025, 12, 22),
    readings=(("rounding", "nearest"),),
    key=Key(states=(KeyState("BE", 11_883_495, 62_027_180),), adopted_shares=(("BE", Fraction("3.1")),)),
    pool=Pool(21_000, 42_000_000_000),
    meetings=(Meeting("1", MeetingKind.INITIAL),),
    states=(StateRecord("BE", (Flag.AT_RISK,), pledge=NO_PLEDGE),),
)


def test_key_data_and_readings_carry_over() -> None:
    forum = next_year(THIS_YEAR)
    assert forum.key == Key(states=THIS_YEAR.key.states)
    assert forum.readings == THIS_YEAR.readings
    assert (forum.title, forum.year) == ("Annual Solidarity Pool for 2027", 2027)


def test_what_is_decided_each_year_starts_empty() -> None:
    forum = next_year(THIS_YEAR)
    assert (forum.pool, forum.meetings, forum.adopted, forum.note) == (Pool(), (), None, None)
    assert forum.states == (StateRecord("BE"),)
    assert forum.classification is Classification.EU_RESTRICTED


@pytest.mark.parametrize(("title", "year"), [("A forum", None), (None, 2026), (None, None)])
def test_a_forum_without_year_or_title_keeps_what_it_has(title: str | None, year: int | None) -> None:
    forum = next_year(Forum(title=title, year=year))
    assert (forum.title, forum.year) == (title, None if year is None else year + 1)


def test_applications_carry_over_with_their_source() -> None:
    applications = (Applications("BE", ((2024, 39_000),)),)
    forum = next_year(replace(THIS_YEAR, applications=applications, applications_source="Eurostat migr_asyappctza"))
    assert forum.applications == applications
    assert forum.applications_source == "Eurostat migr_asyappctza"
