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
    Procedure,
    StateRecord,
)
from desktop_app.calc.next_year import empty_forum, next_year
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import NOTHING_RECORDED, ActPath, DisembarkationAct, SearchAndRescue

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


def test_of_search_and_rescue_only_key_and_readings_carry_over() -> None:
    recorded = SearchAndRescue(
        plans=(ResponsePlan("FR", "FR-SAR-1", relocations=100),), act=DisembarkationAct(ActPath.STILL_SHORT)
    )
    this_year = Forum(
        procedure=Procedure.SEARCH_AND_RESCUE,
        title="Search and rescue 2026",
        year=2026,
        readings=(("shortfall", "B"),),
        key=THIS_YEAR.key,
        search_and_rescue=recorded,
    )
    forum = next_year(this_year)
    assert (forum.procedure, forum.title, forum.year) == (Procedure.SEARCH_AND_RESCUE, "Search and rescue 2027", 2027)
    assert forum.key == Key(states=THIS_YEAR.key.states)
    assert forum.readings == this_year.readings
    assert forum.search_and_rescue == NOTHING_RECORDED
    assert forum.states == ()


@pytest.mark.parametrize(
    ("procedure", "states"), [(Procedure.ANNUAL_POOL, (StateRecord("BE"),)), (Procedure.SEARCH_AND_RESCUE, ())]
)
def test_an_empty_forum_has_the_data_of_the_key_and_nothing_else(
    procedure: Procedure, states: tuple[StateRecord, ...]
) -> None:
    key = Key(states=THIS_YEAR.key.states)
    assert empty_forum(procedure, THIS_YEAR.key) == Forum(procedure=procedure, key=key, states=states)
