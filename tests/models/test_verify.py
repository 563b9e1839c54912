"""Verification finds every altered byte of the journal, and every table that was edited behind the door."""

import contextlib
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.memory import MarkKind
from desktop_app.models import database as database_module
from desktop_app.models import indexing, store, timeline
from desktop_app.models import verify as verify_module
from desktop_app.models.backup import back_up, restore
from desktop_app.models.copies import opened_beside
from desktop_app.models.database import Database
from desktop_app.models.errors import Cancelled, ForumFileError, NotAForumFile
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Action, Entry, changes_text
from desktop_app.models.merging import merge
from desktop_app.models.records import RowChange, settle
from desktop_app.models.touched import touches
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, Clock, behind_the_door, relocations
from tests.models.told import every_word_is_told

__all__ = ["every_word_is_told"]

LONG_AGO = datetime(2026, 1, 27, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine entries: created, three changes, two undone, one redone, a change, undone."""
    path = tmp_path_factory.mktemp("sound") / "x.forum"
    with ForumFile.create(path, FORUM, OPERATOR, clock=Clock()) as forum_file:
        for value in (1, 2, 3):
            forum_file.apply(relocations("LV", value))
        forum_file.undo()
        forum_file.undo()
        forum_file.redo()
        forum_file.apply(relocations("LV", 4))
        forum_file.undo()
    return path


@pytest.fixture
def path(sound_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sound_file, tmp_path / "x.forum"))


def test_a_sound_file(path: Path) -> None:
    report = verify(path)
    assert report.is_sound
    assert (report.entries, report.first_bad, report.backup) == (9, None, None)
    assert report.lines() == [f"{path}: sound, 9 journal entries checked.", "There is no backup."]
    with ForumFile.open(path, OPERATOR) as forum_file:
        assert verify(path).head_hash == forum_file.head_hash


@pytest.mark.parametrize(
    ("sql", "first_bad", "why"),
    [
        ("UPDATE journal SET operator = 'Bo' WHERE seq = 4", 4, "was altered"),
        ("UPDATE journal SET changes = changes || ' ' WHERE seq = 2", 2, "was altered"),
        ("UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 5", 5, "was altered"),
        ("UPDATE journal SET previous_hash = hash WHERE seq = 5", 5, "was altered"),
        ("DELETE FROM journal WHERE seq = 3", 3, "is missing: entry 4 follows entry 2"),
        ("DELETE FROM journal WHERE seq = 1", 1, "is missing: entry 2 follows entry 0"),
        ("UPDATE journal SET seq = CASE seq WHEN 3 THEN 4 ELSE 3 END WHERE seq IN (3, 4)", 3, "was altered"),
        ("UPDATE journal SET at = 'yesterday' WHERE seq = 6", 6, "is unreadable: Invalid"),
    ],
)
def test_the_first_bad_entry_is_named_with_the_reason(path: Path, sql: str, first_bad: int, why: str) -> None:
    with behind_the_door(path) as connection:
        if "CASE" in sql:
            # Numbers are unique at every moment: over a free one.
            connection.execute("UPDATE journal SET seq = 99 WHERE seq = 3")
            connection.execute("UPDATE journal SET seq = 3 WHERE seq = 4")
            connection.execute("UPDATE journal SET seq = 4 WHERE seq = 99")
        else:
            connection.execute(sql)
    report = verify(path)
    assert report.first_bad == first_bad
    assert report.entries == first_bad - 1
    assert why in report.problems[-1]
    assert report.lines()[0].startswith(f"{path}: damaged")


def test_the_last_entries_cannot_be_cut_off_unseen(path: Path) -> None:
    with behind_the_door(path) as connection:
        connection.execute("DELETE FROM journal WHERE seq = 9")
    report = verify(path)
    assert report.problems == ("Journal entry 9 is missing: the index beside the journal tells of it.",)
    assert (report.first_bad, report.entries) == (9, 8)
    with behind_the_door(path) as connection:
        connection.execute("DELETE FROM touched WHERE seq = 9")
    report = verify(path)
    assert report.problems == ("The tables are not as the journal left them: pledge[LV] differs.",)
    assert report.first_bad is None


def test_an_empty_journal(path: Path) -> None:
    with behind_the_door(path) as connection:
        connection.execute("DELETE FROM journal")
    assert verify(path).problems == ("The journal is empty.",)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE pledge SET relocations = 2 WHERE code = 'BE'", "pledge[BE] differs"),
        ("UPDATE forum SET title = 'Another'", "forum[1] differs"),
        ("DELETE FROM deduction WHERE position = 1", "deduction[BE, 1] differs"),
        ("INSERT INTO reading VALUES ('shortfall-cover', 'relocation-only')", "reading[shortfall-cover] differs"),
        ("INSERT INTO meeting (position, id, kind) VALUES (5000, 'x', 'initial')", "hold what no forum can have"),
    ],
)
def test_tables_edited_behind_the_door(path: Path, sql: str, why: str) -> None:
    with behind_the_door(path) as connection:
        connection.execute(sql)
    report = verify(path)
    assert why in report.problems[-1]
    assert report.entries == 9


def _forge(path: Path, alter: Callable[[Entry], Entry], seq: int) -> None:
    """Alter an entry and seal it and all that follow again, as somebody would who knows how the journal is made."""
    database = Database(path, write=False)
    with database.reading() as connection:
        entries = store.entries_after(connection, 0, 100)
    database.close()
    entries[seq - 1] = alter(entries[seq - 1])
    for number in range(seq - 1, len(entries)):
        previous = entries[number - 1].hash if number else entries[0].previous_hash
        entries[number] = replace(entries[number], previous_hash=previous).sealed()
    marks = ", ".join("?" * len(Entry.__slots__))
    with behind_the_door(path) as connection:
        connection.execute("DELETE FROM journal")
        rows = [[getattr(entry, name) for name in Entry.__slots__] for entry in entries]
        connection.executemany(f"INSERT INTO journal VALUES ({marks})", rows)


@pytest.mark.parametrize(
    ("seq", "values", "why"),
    [
        (1, {"action": "change", "undo_top": 1}, "is not how a forum begins"),
        (1, {"undo_top": 1}, "is not how a forum begins"),
        (3, {"base": 2}, "names another base"),
        (3, {"action": "migrate"}, "names another base"),
        (3, {"action": "migrate", "base": 3, "undo_top": 3}, "loses what could be undone"),
        (3, {"undo_top": 2}, "cannot be undone"),
        (4, {"redo_top": 3}, "cannot be undone"),
        (5, {"target": 3}, "is no undo of what was next to undo"),
        (5, {"target": None}, "is no undo of what was next to undo"),
        (5, {"undo_top": 2}, "names the wrong entries to undo and redo next"),
        (7, {"target": 5}, "is no redo of what was next to redo"),
        (7, {"redo_top": None}, "names the wrong entries to undo and redo next"),
        (5, {"state_hash": "0" * 64}, "does not lead back to the state before entry 4"),
        (3, {"changes": "[]"}, "does not lead to the state that it names"),
        (3, {"changes": "[7]"}, "does not fit what stands before it"),
        (9, {"state_hash": "0" * 64}, "does not lead back"),
        (8, {"state_hash": "0" * 64}, "does not lead to the state that it names"),
        (4, {"at": "2020-01-01T00:00:00.000000Z"}, "is older than the entry before it"),
    ],
)
def test_a_forged_entry_that_is_sealed_again(path: Path, seq: int, values: dict[str, Any], why: str) -> None:
    _forge(path, lambda entry: replace(entry, **values), seq)
    report = verify(path)
    if "fit" in why:
        assert report.first_bad is not None
        assert report.first_bad >= seq
        assert why in report.problems[-1]
    else:
        assert report.first_bad == seq
        assert why in report.problems[-1]


def test_an_entry_of_another_journal_is_found(path: Path) -> None:
    with ForumFile.open(path, OPERATOR) as forum_file:
        entry = forum_file.history(1, before=6)[0]
    other = replace(entry, previous_hash="0" * 64).sealed()
    with behind_the_door(path) as connection:
        sealed = (other.previous_hash, other.hash, other.seq)
        connection.execute("UPDATE journal SET previous_hash = ?, hash = ? WHERE seq = ?", sealed)
    report = verify(path)
    assert report.problems == ("Journal entry 5 does not follow entry 4: an entry was put in, taken out or moved.",)


def test_a_forged_last_state_is_found(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path, OPERATOR) as forum_file:
        forum_file.apply(relocations("LV", 5))
    _forge(path, lambda entry: replace(entry, state_hash="0" * 64), 10)
    assert verify(path).problems == ("Journal entry 10 does not lead to the state that it names.",)


def test_a_whole_forum_in_the_middle_begins_the_replay_again(path: Path) -> None:
    with ForumFile.open(path, OPERATOR) as forum_file:
        forum_file.apply(relocations("LV", 5))
        forum = forum_file.forum

    def as_migration(entry: Entry) -> Entry:
        _forum, changes = settle(None, forum)
        return replace(
            entry,
            action=Action.MIGRATE.value,
            base=10,
            undo_top=7,
            redo_top=9,
            changes=changes_text(changes),
            state_hash=state_hash(forum),
        )

    _forge(path, as_migration, 10)
    with behind_the_door(path) as connection:
        # An entry that holds the whole forum touches nothing in particular.
        connection.execute("DELETE FROM touched WHERE seq = 10")
    report = verify(path)
    assert report.is_sound, report.lines()


def test_a_rewritten_past_is_noted_by_the_last_backup(path: Path) -> None:
    back_up(path)
    assert verify(path).notes == ()
    assert "sound" in verify(path).lines()[-1]
    _forge(path, lambda entry: replace(entry, operator="Somebody else"), 3)
    report = verify(path)
    assert report.is_sound
    assert "does not hold the last entry (9) of the backup" in report.notes[0]


def test_an_older_backup_restored_is_noted_and_no_damage(path: Path) -> None:
    first = back_up(path, now=LONG_AGO)
    with ForumFile.open(path, OPERATOR) as forum_file:
        forum_file.apply(relocations("LV", 9))
    back_up(path)
    restore(first.path, path, OPERATOR)
    report = verify(path)
    assert report.is_sound
    assert len(report.notes) == 1


def test_a_bad_backup_is_named_and_the_file_still_sound(path: Path) -> None:
    backup = back_up(path)
    content = bytearray(backup.path.read_bytes())
    content[-3000:] = bytes(3000)
    backup.path.write_bytes(content)
    report = verify(path)
    assert report.is_sound
    assert report.backup is not None
    assert report.backup.path == backup.path
    assert report.lines()[-1].startswith(f"Last backup: {backup.path}: ")


def test_long_journals_are_walked_in_steps_and_can_be_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_module, "STEP", 4)
    seen: list[tuple[int, int]] = []

    def stop(walked: int, _entries: int) -> None:
        if walked == 8:
            raise Cancelled

    assert verify(path, progress=lambda walked, entries: seen.append((walked, entries))).is_sound
    assert seen == [(4, 9), (8, 9)]
    with pytest.raises(Cancelled):
        verify(path, progress=stop)


def test_a_check_ends_when_asked_to_while_sqlite_is_at_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "_STEPS_BETWEEN_QUESTIONS", 100)
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        verify(path, is_stopping=lambda: True)
    assert verify(path, is_stopping=lambda: False).is_sound
    # The last backup's check ends too.
    back_up(path)
    with pytest.raises(Cancelled):
        verify(path, is_stopping=lambda: True)
    assert path.read_bytes() == before


def test_a_walk_does_not_stop_a_writer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_module, "STEP", 4)
    with ForumFile.open(path, OPERATOR) as forum_file:

        def write(walked: int, _entries: int) -> None:
            forum_file.apply(relocations("LV", walked + 10))

        report = verify(path, progress=write)
        assert report.is_sound
        assert report.entries == forum_file.seq > 9


def _every_fourth(patch: pytest.MonkeyPatch) -> None:
    """Have a checkpoint after each fourth entry."""
    for module in (timeline, indexing, verify_module):
        patch.setattr(module, "EVERY", 4)


@pytest.fixture(scope="module")
def negotiation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven entries with marks and reasons, a checkpoint after the fourth, and two scenarios."""
    path = tmp_path_factory.mktemp("negotiation") / "x.forum"
    with pytest.MonkeyPatch.context() as patch, ForumFile.create(path, FORUM, OPERATOR, clock=Clock()) as forum_file:
        _every_fourth(patch)
        forum_file.apply(relocations("LV", 1), reason="said so")
        forum_file.apply(relocations("LV", 2))
        forum_file.mark(MarkKind.ROUND, "First round", {"round": 1})
        for name in ("More", "Less"):
            line = forum_file.scenario(forum_file.branch(name, 3).id)
            line.apply(relocations("LV", 7))
            line.apply(relocations("LV", 8))
            line.undo()
        forum_file.adopt(1, {}, "agreed")
        forum_file.undo()
        forum_file.mark(MarkKind.RELEASE, "To the room", {"shows": ["table"], "of": 6}, "asked for")
    return path


@pytest.fixture
def negotiated(negotiation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _every_fourth(monkeypatch)
    return Path(shutil.copyfile(negotiation, tmp_path / "x.forum"))


def test_a_negotiation_is_sound(negotiated: Path) -> None:
    report = verify(negotiated)
    assert report.lines()[0] == f"{negotiated}: sound, 7 journal entries checked."


@pytest.mark.parametrize(
    ("sql", "first_bad", "why"),
    [
        ("UPDATE journal SET reason = 'said otherwise' WHERE seq = 2", 2, "was altered"),
        ("UPDATE journal SET reason = NULL WHERE seq = 2", 2, "was altered"),
        ("UPDATE journal SET reason = '' WHERE seq = 3", 3, "was altered"),
        ("UPDATE journal SET particulars = replace(particulars, '1', '2') WHERE seq = 4", 4, "was altered"),
        ("UPDATE journal SET desk = 'forum-9' WHERE seq = 3", 3, "was altered"),
        ("UPDATE journal SET desk = NULL WHERE seq = 3", 3, "was altered"),
        ("UPDATE journal SET meeting = 'm2' WHERE seq = 4", 4, "was altered"),
        ("DELETE FROM journal WHERE seq = 4", 4, "is missing: entry 5 follows entry 3"),
        ("DELETE FROM journal WHERE seq = 7", 7, "is missing: the index beside the journal tells of it"),
        ("DELETE FROM journal WHERE seq > 4", 5, "is missing: the index beside the journal tells of it"),
        ("DELETE FROM touched WHERE seq = 3 AND code = 'LV'", None, "not as entry 3 makes it: pledge."),
        ("DELETE FROM touched WHERE seq = 4", None, "not as entry 4 makes it: mark"),
        ("INSERT INTO touched VALUES ('LV', 'pledge.note', 2)", None, "holds what no entry made"),
        ("DELETE FROM checkpoint", None, "not as entry 4 makes it: checkpoint"),
        ("UPDATE checkpoint SET records = '[]'", None, "not as entry 4 makes it: checkpoint"),
        ("UPDATE checkpoint SET records = 'x'", None, "not as entry 4 makes it: checkpoint"),
        ("UPDATE checkpoint SET seq = 3", None, "not as entry 4 makes it: checkpoint"),
        ("INSERT INTO checkpoint VALUES (5, '[]')", None, "holds what no entry made"),
        ("UPDATE line_entry SET title = 'x' WHERE line = 1 AND seq = 3", None, "line 'More': entry 3 was altered"),
        ("UPDATE line_entry SET reason = 'x' WHERE line = 2 AND seq = 1", None, "line 'Less': entry 1 was altered"),
        ("DELETE FROM line_entry WHERE line = 1 AND seq = 2", None, "line 'More': entry 2 is missing"),
        ("DELETE FROM line_entry WHERE line = 1 AND seq = 4", None, "line 'More': entry 4 is missing"),
        ("DELETE FROM line_entry WHERE line = 1", None, "line 'More': entry 1 is missing"),
        ("UPDATE line_entry SET at = 'x' WHERE line = 1", None, "line 'More': entry 1 "),
        ("UPDATE line SET origin = 2 WHERE id = 2", None, "line 'Less': entry 1 does not follow entry 0"),
        ("UPDATE line SET origin = 99 WHERE id = 2", None, "line 'Less': entry 1 the journal has no entry 99"),
        ("UPDATE line SET kind = 'merged' WHERE id = 2", None, "line 'Less': entry 4 "),
        ("DELETE FROM line_entry WHERE line = 1; DELETE FROM line WHERE id = 1", None, "Line 1 beside the record is"),
        ("UPDATE line SET kind = 'zz' WHERE id = 1", None, "Line 1 beside the record is not as lines are"),
        ("UPDATE line SET name = '' WHERE id = 2", None, "Line 2 beside the record is not as lines are"),
        ("UPDATE line SET name = 'a' || char(0) WHERE id = 2", None, "Line 2 beside the record: "),
        ("UPDATE line SET note = printf('%9999d', 1)", None, "Line 1 beside the record: the text has"),
        ("UPDATE line SET put_away = 7", None, "Line 1 beside the record is not as lines are"),
        ("UPDATE line SET entries = 0, origin = 0", None, "Line 1 beside the record is not as lines are"),
    ],
)
def test_nothing_of_a_negotiation_is_altered_unseen(
    negotiated: Path, sql: str, first_bad: int | None, why: str
) -> None:
    with behind_the_door(negotiated) as connection:
        connection.executescript(sql)
    report = verify(negotiated)
    assert any(why in each for each in report.problems)
    assert report.first_bad == first_bad


@pytest.mark.parametrize(
    ("seq", "values", "why"),
    [
        (4, {"undo_top": 2}, "loses what could be undone"),
        (4, {"redo_top": 2}, "loses what could be undone"),
        (4, {"state_hash": "0" * 64}, "is a mark and changes figures"),
        (4, {"changes": '[["reading",["rounding"],{"value":"up"},null]]'}, "is a mark and changes figures"),
        (4, {"particulars": '{"mark":"unheard of"}'}, "is a mark of a kind that there is not"),
        (4, {"particulars": None}, "is a mark of a kind that there is not"),
    ],
)
def test_a_forged_mark_that_is_sealed_again(negotiated: Path, seq: int, values: dict[str, Any], why: str) -> None:
    _forge(negotiated, lambda entry: replace(entry, **values), seq)
    report = verify(negotiated)
    assert report.first_bad == seq
    assert why in report.problems[-1]


def test_a_forged_scenario_that_is_sealed_again(negotiated: Path) -> None:
    with ForumFile.open(negotiated, OPERATOR) as forum_file, forum_file.reading() as connection:
        last = store.head(connection, 2)
    forged = replace(last, state_hash="0" * 64).sealed()
    with behind_the_door(negotiated) as connection:
        values = (forged.state_hash, forged.hash)
        connection.execute("UPDATE line_entry SET state_hash = ?, hash = ? WHERE line = 2 AND seq = 4", values)
    assert "line 'Less': entry 4 does not lead back" in verify(negotiated).problems[0]
    with behind_the_door(negotiated) as connection:
        connection.execute("DELETE FROM line_entry WHERE line = 2 AND seq = 4")
        connection.execute("UPDATE line SET entries = 3 WHERE id = 2")
        third = connection.execute("SELECT * FROM line_entry WHERE line = 2 AND seq = 3").fetchone()
        entry = replace(Entry.from_row(third[1:]), state_hash="0" * 64).sealed()
        values = (entry.state_hash, entry.hash)
        connection.execute("UPDATE line_entry SET state_hash = ?, hash = ? WHERE line = 2 AND seq = 3", values)
    assert "line 'Less': entry 3 does not lead to the state that it names" in verify(negotiated).problems[0]


def test_scenarios_are_not_sealed_but_what_was_adopted_is_looked_for(
    negotiated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (said,) = verify(negotiated).notes
    assert "not sealed" in said
    with behind_the_door(negotiated) as connection:
        connection.execute("UPDATE line_entry SET line = 9 WHERE line = 1")
        connection.execute("UPDATE line SET id = 9 WHERE id = 1")
        connection.execute("DELETE FROM line_entry WHERE line = 9 AND seq > 1")
        connection.execute("UPDATE line SET entries = 1 WHERE id = 9")
    assert verify(negotiated).notes[1].startswith("Entry 5 adopted a state that no scenario of this file has")
    monkeypatch.setattr(verify_module, "MOST_SCENARIOS", 1)
    assert "There are 2 scenarios beside the record" in verify(negotiated).problems[0]


def test_what_a_merged_line_undoes_is_its_own(path: Path, tmp_path: Path) -> None:
    """Its second entry, undone: what stood before it is the line's first entry, and not the record's of that number."""
    other = Path(shutil.copyfile(path, tmp_path / "other.forum"))
    with ForumFile.open(other, "Bo") as theirs:
        theirs.apply(relocations("LV", 50))
        theirs.apply(relocations("LV", 60))
        theirs.undo()
    with ForumFile.open(path, OPERATOR) as ours:
        ours.apply(relocations("SE", 7))
        with opened_beside(ours, other) as copies:
            merge(copies, {})
        with ours.reading() as connection:
            last = store.head(connection, 1)
    assert verify(path).problems == ()
    forged = replace(last, state_hash="0" * 64).sealed()
    with behind_the_door(path) as connection:
        values = (forged.state_hash, forged.hash, forged.seq)
        connection.execute("UPDATE line_entry SET state_hash = ?, hash = ? WHERE line = 1 AND seq = ?", values)
    with (
        ForumFile.open(path, OPERATOR, read_only=True) as reader,
        pytest.raises(ForumFileError, match="line 1 does not lead to the state"),
    ):
        reader.find("0" * 12)


def test_a_row_that_stays_is_touched_for_its_state() -> None:
    change = RowChange("top_up", (1,), {"places": 3}, {"places": 4})
    assert touches([change], lambda _record: {"state": "LV", "places": 4}) == (("LV", "top_up.places"),)
    assert touches([change], lambda _record: None) == (("", "top_up.places"),)


def test_a_line_is_left_when_asked_to(negotiated: Path) -> None:
    seen: list[int] = []
    assert verify(negotiated, progress=lambda walked, _all: seen.append(walked)).is_sound
    assert seen == [7, 7]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_forum_file_is_not_verified(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.forum"
    path.write_bytes(content)
    with pytest.raises(NotAForumFile):
        verify(path)


def test_a_file_cut_short_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])
    report = verify(path)
    assert not report.is_sound
    assert "cut short" in report.problems[0]


def test_a_row_that_belongs_to_no_other(path: Path) -> None:
    with behind_the_door(path) as connection:
        connection.execute("DELETE FROM state WHERE code = 'LV'")
    assert "a row of pledge belongs to no row of state" in verify(path).problems[0]


@given(data=st.data())
@settings(max_examples=40)
def test_any_byte_of_an_entry_that_changes_is_found(sound_file: Path, data: st.DataObject) -> None:
    """Bytes of the rows' own content; free space on a page belongs to no row."""
    path = sound_file.with_name("altered.forum")
    content = bytearray(sound_file.read_bytes())
    with closing(sqlite3.connect(sound_file)) as connection:
        rows = connection.execute(f"SELECT {', '.join(Entry.__slots__)} FROM journal").fetchall()
    texts = [value.encode() for row in rows for value in row if isinstance(value, str) and len(value) > 6]
    places = [place for text in texts if len(text) < 3000 and (place := content.find(text)) >= 0]
    lengths = {place: len(text) for text in texts if (place := content.find(text)) >= 0}
    place = data.draw(st.sampled_from(sorted(set(places))))
    at = place + data.draw(st.integers(0, lengths[place] - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    report = verify(path)
    assert not report.is_sound


@given(data=st.data())
@settings(max_examples=40)
def test_no_damage_brings_the_program_down(sound_file: Path, data: st.DataObject) -> None:
    """Whatever bytes change, there is a report or an explained refusal, and the file stays as it is."""
    path = sound_file.with_name("random.forum")
    content = bytearray(sound_file.read_bytes())
    for _change in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 9) | st.integers(0, 100))
        value = data.draw(st.sampled_from([0, 1, 0x7FFFFFFF, 0xFFFFFFFF]) | st.integers(0, 2**32 - 1))
        content[at : at + 4] = struct.pack(">I", value)
    path.write_bytes(content)
    for attempt in (verify, read_forum, lambda file: ForumFile.open(file, OPERATOR).close()):
        with contextlib.suppress(ForumFileError):
            attempt(path)
    assert path.read_bytes() == bytes(content)
