"""The forum as rows: there and back, differences, patches, and rows that no forum can have."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    Applications,
    Flag,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    PressureBasis,
    StateRecord,
)
from desktop_app.calc.said import HowSaid, OriginalAmount, Said
from desktop_app.calc.sentences import State, say
from desktop_app.models import schema
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.places import PLACE_TYPES, Records, record_id
from desktop_app.models.records import RowChange, all_records, forum_from, patched, replay, settle
from tests.models.desk import FORUM, RESCUE, relocations
from tests.models.proposal_2020 import PRESSURE, VOLUNTARY
from tests.strategies import forums


@given(forums())
def test_there_and_back(forum: Forum) -> None:
    assert forum_from(all_records(forum)) == forum


@given(forums(), forums())
@settings(max_examples=15)
def test_differences_lead_from_one_forum_to_the_other_and_back(old: Forum, new: Forum) -> None:
    settled, changes = settle(old, new)
    assert settled == new
    records = all_records(old)
    replay(records, changes)
    assert records == all_records(new)
    assert patched(old, changes) == new
    assert patched(new, [change.inverse() for change in reversed(changes)]) == old


def test_the_small_forums_have_a_row_in_every_table() -> None:
    filled = {table for forum in (FORUM, RESCUE, PRESSURE, VOLUNTARY) for table, _place in all_records(forum)}
    assert filled == set(schema.FORUM_TABLES)


def test_keys_are_as_in_the_schema() -> None:
    of_sql = {"INTEGER": int, "TEXT": str}
    keys = {
        name: tuple(of_sql[str(column.type)] for column in table.primary_key)
        for name, table in schema.FORUM_TABLES.items()
    }
    assert keys == PLACE_TYPES
    columns = {name: [column.name for column in table.columns] for name, table in schema.FORUM_TABLES.items()}
    rows = [row for forum in (FORUM, RESCUE, PRESSURE, VOLUNTARY) for row in all_records(forum).items()]
    for (table, place), row in rows:
        assert set(row) == set(columns[table][len(place) :])


def test_a_change_of_one_cell_is_one_row_and_only_its_columns() -> None:
    new = relocations("LV", 7).apply_to(FORUM)
    settled, changes = settle(FORUM, new)
    assert changes == [
        RowChange(
            "pledge",
            ("LV",),
            {"relocations_status": "absent", "relocations": None},
            {"relocations_status": "given", "relocations": 7},
        )
    ]
    assert settled.states[0] is FORUM.states[0]
    assert settled.key.states[0] is FORUM.key.states[0]
    assert patched(FORUM, changes).pool is FORUM.pool


def test_nothing_changes_where_a_value_is_equal_but_another_object() -> None:
    settled, changes = settle(FORUM, replace(FORUM, pool=replace(FORUM.pool), states=tuple(map(replace, FORUM.states))))
    assert changes == []
    assert settled.pool is FORUM.pool


def test_lists_come_in_order_and_an_empty_list_of_measures_is_none() -> None:
    mixed = Forum(
        readings=(("twice", "at-least"), ("rounding", "up")),
        states=(
            StateRecord(
                "LV",
                flags=(Flag.AT_RISK, Flag.UNDER_PRESSURE),
                pressure_basis=(PressureBasis.SEARCH_AND_RESCUE, PressureBasis.ARRIVALS),
                pledge=Pledge(alternative=()),
            ),
            StateRecord("BE"),
        ),
        applications=(Applications("SE", years=((2025, 1), (2024, None))),),
    )
    settled, _changes = settle(None, mixed)
    assert settled.readings == (("rounding", "up"), ("twice", "at-least"))
    assert [record.code for record in settled.states] == ["BE", "LV"]
    assert settled.states[1].flags == (Flag.UNDER_PRESSURE, Flag.AT_RISK)
    assert settled.states[1].pressure_basis == (PressureBasis.ARRIVALS, PressureBasis.SEARCH_AND_RESCUE)
    assert settled.states[1].pledge.alternative is None
    assert settled.applications[0].years == ((2024, None), (2025, 1))
    assert forum_from(all_records(mixed)) == settled


def test_a_sentence_of_ours_is_kept_as_its_words() -> None:
    said = say("{state}: nothing is recorded.", state=State("BE"))
    settled, _changes = settle(None, Forum(acknowledgements=(Acknowledgement("AMMR-57-1", "BE", said, "As agreed."),)))
    (answer,) = settled.acknowledgements
    assert (type(answer.message), answer.message) == (str, "Belgium: nothing is recorded.")


def test_a_row_of_a_list_that_goes_takes_its_place_from_the_last() -> None:
    three = replace(FORUM, meetings=tuple(Meeting(name, MeetingKind.RESUMED) for name in "abc"))
    _settled, changes = settle(three, replace(three, meetings=three.meetings[1:]))
    assert [(change.place, change.before, change.after) for change in changes] == [
        ((0,), {"id": "a"}, {"id": "b"}),
        ((1,), {"id": "b"}, {"id": "c"}),
        ((2,), {"id": "c", "kind": "resumed", "dated": None}, None),
    ]


def _with_original(**changed: Any) -> Forum:
    amount = replace(OriginalAmount("SEK", 1), **changed)
    return Forum(states=(StateRecord("BE", pledge=Pledge(said=HowSaid(financial=Said(original=amount)))),))


@pytest.mark.parametrize(
    ("forum", "where"),
    [
        (Forum(states=(StateRecord("BE"), StateRecord("BE"))), "state[BE]"),
        (Forum(applications=(Applications("BE", years=((2024, 1), (2024, 2))),)), "applications_year[BE]"),
        (Forum(applications=(Applications("BE", years=((0, 1),)),)), "applications_year[BE]"),
        (Forum(title="x" * 501), "forum.title"),
        (Forum(applications_source="x" * 501), "forum.applications_source"),
        (Forum(holidays=tuple(Holiday(date.fromordinal(n)) for n in range(1, 1002))), "holiday"),
        (Forum(acknowledgements=(Acknowledgement("R", None, "m", "r"),) * 2001), "acknowledgement"),
        (Forum(acknowledgements=(Acknowledgement("x" * 101, None, "m", "r"),)), "acknowledgement.rule"),
        (Forum(key=Key(states=(KeyState("FR", remark="x" * 2001),))), "key_state.remark"),
        (_with_original(currency="EUR"), "original.original_currency"),
        (_with_original(amount_hundredths=-1), "original.original_hundredths"),
        (_with_original(rate=Fraction(1, 3)), "original.original_rate"),
        (_with_original(rate=Fraction(0)), "original.original_rate"),
        (_with_original(rate_source="a\0b"), "original.original_rate_source"),
        (Forum(note="a\0b"), "forum.note"),
        (Forum(note="\ud800"), "forum.note"),
        (Forum(note="a\u202eb"), "forum.note"),
        (Forum(year=10_000), "forum.year"),
        (replace(FORUM, key=replace(FORUM.key, adopted_shares=(("BE", Fraction(1, 3)),))), "adopted_share.percent"),
        (replace(FORUM, pool=replace(FORUM.pool, named_measures=("x" * 501,))), "named_measure.name"),
        (replace(FORUM, pool=replace(FORUM.pool, named_measures=("x",) * 101)), "named_measure"),
        (replace(FORUM, meetings=tuple(Meeting(f"m{n}", MeetingKind.RESUMED) for n in range(1001))), "meeting"),
        (
            Forum(applications=(Applications("BE", years=tuple((n, 1) for n in range(1, 202))),)),
            "applications_year[BE]",
        ),
        (Forum(states=(StateRecord("BE", pledge=Pledge(relocations=10**10)),)), "pledge.relocations"),
        (
            Forum(states=(StateRecord("BE", pledge=Pledge(alternative=(AlternativeMeasure("x" * 2001),))),)),
            "alternative",
        ),
    ],
)
def test_what_no_document_could_hold_is_refused(forum: Forum, where: str) -> None:
    with pytest.raises(BadInput) as refused:
        settle(None, forum)
    assert refused.value.where.startswith(where)


def test_what_turns_the_direction_is_read_from_a_file_of_before() -> None:
    records = all_records(Forum(note="ab"))
    place = next(place for place, row in records.items() if row.get("note") == "ab")
    records[place] = {**records[place], "note": "a\u202eb"}
    assert forum_from(records).note == "a\u202eb"


def _without(table: str, *place: int | str) -> Callable[[Records], None]:
    def spoil(records: Records) -> None:
        del records[table, place]

    return spoil


def _with(value: Any, table: str, column: str, *place: int | str) -> Callable[[Records], None]:
    def spoil(records: Records) -> None:
        records[table, place] = {**records.get((table, place), {}), column: value}

    return spoil


def _with_flag(word: str) -> Callable[[Records], None]:
    def spoil(records: Records) -> None:
        records["key_state_flag", ("BE", "gdp", word)] = {}

    return spoil


def _moved(table: str, place: int, to: int) -> Callable[[Records], None]:
    def spoil(records: Records) -> None:
        records[table, (to,)] = records.pop((table, (place,)))

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        _without("forum", 1),
        _without("reference_key", 1),
        _without("pool", 1),
        _without("source_act", "report"),
        _without("pledge", "BE"),
        _without("state", "LV"),
        _without("alternative_measure", "BE", 0),
        _without("deduction", "BE", 0),
        _without("named_measure", 0),
        _without("applications", "BE"),
        _with("m2", "meeting", "id", 7),
        _moved("meeting", 0, 3),
        _with("given", "pledge", "alternative_status", "LV"),
        _with("none", "pledge", "alternative_status", "BE"),
        _with("perhaps", "pledge", "relocations_status", "LV"),
        _with("given", "pledge", "relocations_status", "LV"),
        _with("2026-02-30", "meeting", "dated", 0),
        _with("20261028", "meeting", "dated", 0),
        _with(2, "pool", "exceptional", 1),
        _with(True, "pool", "relocations", 1),
        _with("12", "pool", "relocations", 1),
        _with(b"12", "forum", "title", 1),
        _with(None, "forum", "classification", 1),
        _with("SECRET", "forum", "classification", 1),
        _with("1e3", "adopted_share", "percent", "BE"),
        _with(-1, "key_state", "population", "BE"),
        _with(10**15 + 1, "key_state", "gdp", "BE"),
        _with(0, "deduction", "full_extent", "BE", 1),
        _with(1, "applications_year", "persons", "BE", 0),
        _with(None, "pledge_said", "at_most", "BE", "relocations"),
        _with("sure", "pledge_said", "certainty", "BE", "relocations"),
        # A row that says nothing.
        _with(0, "pledge_said", "at_most", "LV", "relocations"),
        _with("EUR", "pledge_said", "original_currency", "BE", "financial"),
        _with("0", "pledge_said", "original_rate", "BE", "financial"),
        _with(None, "pledge_said", "original_hundredths", "BE", "financial"),
        _with(None, "alternative_measure", "original_currency", "BE", 0),
        _with("ECB", "alternative_measure", "original_rate_source", "BE", 1),
        _with(None, "deduction", "contains_significance", "BE", 0),
        _with(2, "deduction", "contains_significance", "BE", 1),
        _with("", "key_state_flag", "flag", "LV", "gdp", "estimated"),
        _with_flag("certain"),
        _moved("holiday", 0, 3),
        _moved("acknowledgement", 1, 2),
        _with(None, "holiday", "dated", 0),
        _with(None, "acknowledgement", "reason", 0),
    ],
)
def test_rows_that_no_forum_can_have(spoil: Callable[[Records], None]) -> None:
    records = all_records(FORUM)
    spoil(records)
    with pytest.raises(UnreadableError):
        forum_from(records)


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("sqlite_schema", (1,)),
        ("forum", ("1",)),
        ("pool", (2,)),
        ("source_act", ("opinion",)),
        ("state", ("BE", 1)),
        ("meeting", (True,)),
        ("meeting", (1000,)),
        ("holiday", (1000,)),
        ("acknowledgement", (2000,)),
        ("pledge_said", ("BE", "offsets")),
        ("key_state_flag", ("BE", "area", "estimated")),
        ("deduction", ("BE", 100)),
        ("deduction", ("BE", -1)),
        (None, ()),
    ],
)
def test_keys_that_no_forum_can_have(table: Any, place: tuple[Any, ...]) -> None:
    with pytest.raises(UnreadableError):
        record_id(table, place)


@pytest.mark.parametrize(
    "change",
    [
        RowChange("pledge", ("LV",), {"relocations": 1}, {"relocations": 2}),
        RowChange("pledge", ("LV",), None, {"relocations": 2}),
        RowChange("pledge", ("SE",), {"relocations": None}, {"relocations": 2}),
        RowChange("meeting", (0,), {"id": "m1"}, None),
        RowChange("unheard_of", (0,), None, {"id": "m1"}),
    ],
)
def test_changes_that_do_not_fit_are_refused(change: RowChange) -> None:
    with pytest.raises(UnreadableError):
        patched(FORUM, [change])


def test_a_row_told_before_a_column_was_there_goes_where_the_column_holds_nothing() -> None:
    """What the journal of an older file says of whole rows."""
    records = all_records(FORUM)
    place = ("alternative_measure", ("BE", 1))
    row = records[place]
    told = {name: value for name, value in row.items() if not name.startswith("original_")}
    replay(records, [RowChange(*place, told, None)])
    assert place not in records
    records[place] = {**row, "original_rate_source": "ECB"}
    with pytest.raises(UnreadableError):
        replay(records, [RowChange(*place, told, None)])


def test_a_state_can_come_and_go() -> None:
    new = FORUM.with_state(StateRecord("SE", benefitting_since=date(2026, 1, 1)))
    _settled, changes = settle(FORUM, new)
    assert patched(FORUM, changes) == new
    assert patched(new, [change.inverse() for change in changes]) == FORUM
