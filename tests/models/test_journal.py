"""Entries of the journal: their hash, their text, and what no entry can be."""

import hashlib
from dataclasses import astuple, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, cast

import pytest
from hypothesis import given, settings

from desktop_app.calc.changes import ChangeKind
from desktop_app.calc.forum import Forum, Meeting, MeetingKind
from desktop_app.calc.memory import MarkKind
from desktop_app.models import journal, schema
from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import (
    NO_HASH,
    Action,
    Author,
    Entry,
    Told,
    changes_from,
    changes_text,
    latest_meeting,
    mark_entry,
    meeting_names,
    next_entry,
    particulars_text,
    utc_text,
    whole_forum,
)
from desktop_app.models.records import settle
from tests.models.desk import FORUM, RESCUE
from tests.strategies import forums

ENTRY = replace(
    whole_forum(Action.CREATE, "Created", Forum(), Author("Ana", datetime(2026, 11, 27, 16, 40, tzinfo=UTC)), None),
    changes="[]",
    state_hash="ab" * 32,
    program="forum-desk 0.1.0",
    sqlite="3.40.1",
).sealed()


def test_the_hash_is_that_of_the_canonical_json() -> None:
    text = (
        '{"action":"create","at":"2026-11-27T16:40:00.000000Z","base":1,"changes":"[]","kind":"replace",'
        f'"meeting":null,"operator":"Ana","previous_hash":"{NO_HASH}","program":"forum-desk 0.1.0","redo_top":null,'
        f'"seq":1,"sqlite":"3.40.1","state_hash":"{"ab" * 32}","target":null,"title":"Created","undo_top":null}}'
    )
    # The digest as sha256sum gives it for this text.
    assert (
        hashlib.sha256(text.encode()).hexdigest() == "1d8ac10cd7cda1032c0b91761c2668704f4e6077091632e9ea96888f75c19e52"
    )
    assert ENTRY.hash == "1d8ac10cd7cda1032c0b91761c2668704f4e6077091632e9ea96888f75c19e52"


@pytest.mark.parametrize("name", [name for name in Entry.__slots__ if name != "hash"])
def test_every_column_is_in_the_hash(name: str) -> None:
    value = getattr(ENTRY, name)
    other = value + 1 if isinstance(value, int) else f"{value}x" if value is not None else 1
    assert replace(ENTRY, **{name: cast("Any", other)}).digest() != ENTRY.hash


@given(forums())
@settings(max_examples=30)
def test_changes_are_read_as_they_were_written(forum: Forum) -> None:
    _settled, changes = settle(FORUM, forum)
    assert changes_from(changes_text(changes)) == changes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "[7]",
        "[[]]",
        '[["pledge",["BE"],null,null]]',
        '[["pledge",["BE"],null,[]]]',
        '[["pledge",["BE"],null,{"note":1.5}]]',
        '[["pledge",["BE"],null,{"note":true}]]',
        '[["pledge",["BE"],null,{"note":{}}]]',
        '[["pledge",7,null,{}]]',
        '[["pledge",[7],null,{}]]',
        '[["evil",["BE"],null,{}]]',
        "[" * 100_000,
    ],
)
def test_what_no_entry_can_have_changed(text: str) -> None:
    with pytest.raises(UnreadableError):
        changes_from(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seq", "1"),
        ("title", b"Created"),
        ("meeting", 7),
        ("target", "1"),
        ("base", None),
        ("hash", None),
        ("action", "destroy"),
        ("kind", "unheard of"),
        ("at", "yesterday"),
        ("title", "a\x1b[2Jb"),
        ("operator", "x" * 2001),
        ("at", "0001-01-01T00:00:00+23:59"),
        ("reason", 7),
        ("reason", "x" * 5001),
        ("reason", "a\x1b[2Jb"),
        ("desk", "a\x1b[2Jb"),
        ("particulars", 7),
        ("particulars", ""),
        ("particulars", "[]"),
        ("particulars", "{"),
        ("particulars", "[" * 100_000),
        ("particulars", '{"adopts":"a\\u001b[2Jb"}'),
        ("particulars", '{"shows":[{"a\\u202eb":1}]}'),
    ],
)
def test_what_no_entry_can_be(name: str, value: object) -> None:
    row = [value if each == name else getattr(ENTRY, each) for each in Entry.__slots__]
    with pytest.raises(UnreadableError):
        Entry.from_row(row)
    assert Entry.from_row(astuple(ENTRY)) == ENTRY


def test_the_types_of_all_columns_are_those_of_the_table() -> None:
    of_sql = {"INTEGER": int, "TEXT": str}
    assert {
        column.name: (of_sql[str(column.type)], *((type(None),) if column.nullable else ()))
        for column in schema.JOURNAL.columns
    } == journal._TYPES
    assert tuple(journal._TYPES) == journal.COLUMNS


def test_moments_are_written_in_utc_with_microseconds() -> None:
    in_brussels = datetime(2026, 11, 27, 17, 40, 12, 5, timezone(timedelta(hours=1)))
    assert utc_text(in_brussels) == "2026-11-27T16:40:12.000005Z"
    assert replace(ENTRY, at=utc_text(in_brussels)).time == in_brussels


def test_what_format_4_added_leaves_older_hashes_as_they_are() -> None:
    """The hash of an entry without reason, particulars and desk is the one it had (first test); each of them counts."""
    assert (ENTRY.reason, ENTRY.particulars, ENTRY.desk) == (None, None, None)
    told: list[dict[str, Any]] = [{}, {"reason": "x"}, {"particulars": '{"a":1}'}, {"desk": "x"}, {"reason": ""}]
    hashes = {replace(ENTRY, **values).digest() for values in (*told, {"desk": ""})}
    assert len(hashes) == 6


def test_a_mark_follows_and_changes_nothing() -> None:
    now = datetime(2026, 11, 27, 17, tzinfo=UTC)
    head = replace(ENTRY, undo_top=1, redo_top=1, meeting="m1").sealed()
    told = Told(None, "asked for", {"shows": ["table"], "mark": "forged"})
    mark = mark_entry(head, MarkKind.RELEASE, "To the room", told, Author("Bo", now, "forum-2"))
    assert (mark.seq, mark.action, mark.changes, mark.previous_hash, mark.state_hash) == (
        2,
        "mark",
        "[]",
        head.hash,
        head.state_hash,
    )
    assert (mark.undo_top, mark.redo_top, mark.base, mark.target) == (1, 1, 1, None)
    assert (mark.meeting, mark.reason, mark.desk, mark.operator) == ("m1", "asked for", "forum-2", "Bo")
    # What kind it is, nobody else says.
    assert mark.particulars_map == {"shows": ["table"], "mark": "release"}
    assert mark.digest() == mark.hash
    assert Entry.from_row(astuple(mark)) == mark
    assert mark_entry(head, MarkKind.MEETING, "Next", Told("m2"), Author("Bo", now)).meeting == "m2"


def test_nothing_particular_is_nothing() -> None:
    assert particulars_text(None) is None
    assert particulars_text({}) is None
    assert particulars_text({"b": 1, "a": "\u0119"}) == '{"a":"\u0119","b":1}'
    assert ENTRY.particulars_map == {}


def test_the_meeting_that_is_held() -> None:
    first, second = Meeting("m1", MeetingKind.INITIAL, date(2026, 10, 28)), Meeting("m2", MeetingKind.RESUMED)
    forum = Forum(meetings=(first, second))
    assert latest_meeting(Forum()) is None
    assert latest_meeting(forum) == "m1"
    assert latest_meeting(Forum(meetings=(replace(first, date=None), second))) == "m2"
    assert meeting_names(forum) == ("m1", "m2")
    assert meeting_names(RESCUE) == ("f1", "f2")
    assert latest_meeting(RESCUE) == "f1"
    author = Author("Ana", datetime(2026, 11, 27, 17, tzinfo=UTC))

    def meeting_after(head: Entry, before: Forum, after: Forum) -> str | None:
        settled, changes = settle(before, after)
        return next_entry(head, Action.CHANGE, ChangeKind.DETAILS, "x", settled, changes, author).meeting

    at_second = replace(ENTRY, meeting="m2")
    assert meeting_after(at_second, forum, replace(forum, title="x")) == "m2"
    assert meeting_after(replace(ENTRY, meeting="gone"), forum, replace(forum, title="x")) == "m1"
    dated = replace(second, date=date(2026, 12, 1))
    assert meeting_after(replace(ENTRY, meeting="m1"), forum, replace(forum, meetings=(first, dated))) == "m2"
