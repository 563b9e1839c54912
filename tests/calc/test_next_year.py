"""Next year's forum keeps where one starts from and nothing that the new cycle decides."""

from datetime import date
from fractions import Fraction

from desktop_app.calc.forum import (
    Applications,
    Classification,
    Forum,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    StateRecord,
)
from desktop_app.calc.next_year import next_year_of

KEY = Key(
    population_date=date(2025, 1, 1),
    states=(KeyState("BE", 11_883_495, 62_027_180), KeyState("DK", 5_992_734, 39_240_070, participates=False)),
    adopted_shares=(("BE", Fraction(31, 10)),),
)
THIS_YEAR = Forum(
    title="Annual Solidarity Pool for 2026 (public sources)",
    note="public sources",
    year=2026,
    classification=Classification.PUBLIC,
    adopted=date(2025, 12, 22),
    readings=(("rounding", "nearest"),),
    key=KEY,
    pool=Pool(relocations=21_000, financial_cents=420_000_000_00),
    meetings=(Meeting("m1", MeetingKind.INITIAL, date(2025, 11, 18)),),
    applications=(Applications("BE", ((2024, 30_984),)),),
    states=(StateRecord("BE", crisis_credit=5, pledge=Pledge(relocations=100)),),
)


def test_what_goes_over() -> None:
    new = next_year_of(THIS_YEAR)
    assert new.year == 2027
    assert new.title == "Annual Solidarity Pool for 2027"
    assert new.key.states == KEY.states
    assert new.readings == (("rounding", "nearest"),)
    assert new.applications == THIS_YEAR.applications
    assert new.codes() == ("BE", "DK")


def test_what_starts_empty() -> None:
    new = next_year_of(THIS_YEAR)
    assert new.note is None
    assert new.adopted is None
    assert new.classification is Classification.EU_RESTRICTED
    assert new.key.adopted_shares == ()
    assert new.pool == Pool()
    assert new.meetings == ()
    assert new.states == (StateRecord("BE"), StateRecord("DK"))


def test_titles_without_a_year_get_one() -> None:
    assert next_year_of(Forum(title="Our pool", year=2026)).title == "Our pool 2027"
    assert next_year_of(Forum(year=2026)).title == "Annual Solidarity Pool 2027"
    assert next_year_of(Forum(title="Our pool")).title == "Our pool"
    assert next_year_of(Forum(title="Our pool")).year is None
