"""The past of a forum file: moments, marks, any forum proved, steps in words, fingerprints, one change taken back."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.calc.changes import CannotChangeError, ChangeKind, PledgeColumn, RecordPledge, ReplaceForum, TakeOver
from desktop_app.calc.forum import Forum, Meeting, MeetingKind
from desktop_app.calc.memory import MarkKind, Moment, Scenario
from desktop_app.calc.recorded import ABSENT
from desktop_app.models import indexing, store, timeline
from desktop_app.models import verify as verify_module
from desktop_app.models.errors import BadInput, DamagedForumFile, ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Entry, Told
from desktop_app.models.remembering import Filter, _Rounds
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, RESCUE, Clock, behind_the_door, relocations

MONEY = RecordPledge("BE", PledgeColumn.FINANCIAL, 500)


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkpoint after every third entry."""
    for module in (timeline, indexing, verify_module):
        monkeypatch.setattr(module, "EVERY", 3)


@pytest.fixture
def forum_file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.create(tmp_path / "x.forum", FORUM, OPERATOR, clock=Clock()) as opened:
        yield opened


def test_marks_change_no_figure_and_undo_passes_over_them(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    state = forum_file.state_hash
    applied = forum_file.mark(MarkKind.RELEASE, "Table at 16:40", {"shows": ["table"], "of": 2}, "asked for")
    assert (applied.seq, applied.state_hash, applied.recorded) == (3, state, True)
    assert forum_file.forum == relocations("LV", 1).apply_to(FORUM)
    assert (forum_file.undo_title, forum_file.redo_title) == ("Latvia: relocations 1", None)
    assert forum_file.undo().title == "Latvia: relocations 1"
    forum_file.mark(MarkKind.WITHDRAWAL, "Nothing is shown")
    assert forum_file.redo().title == "Latvia: relocations 1"
    release, withdrawal = forum_file.marks()
    assert (release.kind, release.particulars, release.reason) == (
        MarkKind.RELEASE,
        {"shows": ["table"], "of": 2},
        "asked for",
    )
    assert (release.moment.title, release.moment.meeting, release.moment.fingerprint) == (
        "Table at 16:40",
        "m1",
        state[:12],
    )
    assert forum_file.marks(MarkKind.WITHDRAWAL) == (withdrawal,)
    assert verify(forum_file.path).is_sound


def test_rounds_of_a_meeting_are_counted_by_what_was_closed(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.mark(MarkKind.ROUND, "First round", {"round": 1})
    forum_file.apply(relocations("LV", 2))
    forum_file.mark(MarkKind.MEETING, "Resumed", {"round": 1}, meeting="m2")
    forum_file.mark(MarkKind.ROUND, "Second meeting", {"round": 1})
    # A meeting that is in no list is one no longer, once something is changed.
    forum_file.apply(relocations("LV", 3))
    first, second = forum_file.snapshots()
    assert (first.name, first.moment.seq, first.moment.meeting, first.moment.round) == ("First round", 3, "m1", 1)
    assert (second.name, second.moment.meeting, second.moment.round) == ("Second meeting", "m2", 1)
    assert [(forum_file.moment(seq).meeting, forum_file.moment(seq).round) for seq in range(1, 8)] == [
        ("m1", 1),
        ("m1", 1),
        ("m1", 1),
        ("m1", 2),
        ("m2", 1),
        ("m2", 1),
        ("m1", 2),
    ][: forum_file.seq]
    assert forum_file.now() == forum_file.moment(forum_file.seq)
    assert forum_file.forum_at(first.moment.seq) == relocations("LV", 1).apply_to(FORUM)


def test_a_change_belongs_to_the_meeting_that_is_held_or_named(forum_file: ForumFile) -> None:
    meetings = (*FORUM.meetings, Meeting("m2", MeetingKind.RESUMED, None))
    forum_file.apply(TakeOver(replace(FORUM, meetings=meetings), "Another meeting", ChangeKind.DETAILS))
    # The list of meetings was touched: the one with the latest date is held.
    assert forum_file.now().meeting == "m1"
    forum_file.mark(MarkKind.MEETING, "Resumed", meeting="m2")
    forum_file.apply(relocations("LV", 1))
    assert forum_file.now().meeting == "m2"
    forum_file.apply(relocations("LV", 2), meeting="m1", reason="said in the first meeting")
    assert (forum_file.now().meeting, forum_file.history(1)[0].reason) == ("m1", "said in the first meeting")


@pytest.mark.parametrize("told", [Told(reason="x" * 5001), Told(reason="a\x1bb"), Told(meeting="m" * 501)])
def test_what_is_told_is_judged(forum_file: ForumFile, told: Told) -> None:
    with pytest.raises(BadInput):
        forum_file.take(relocations("LV", 1), told)
    with pytest.raises(BadInput):
        forum_file.mark(MarkKind.REASON, "Why", {}, told.reason, meeting=told.meeting)
    assert forum_file.seq == 1


@pytest.mark.usefixtures("often")
def test_the_forum_at_any_moment_from_memory_and_from_checkpoints(forum_file: ForumFile) -> None:
    states = [FORUM]
    for value in range(1, 12):
        forum_file.apply(relocations("LV", value))
        states.append(forum_file.forum)
    forum_file.undo()
    states.append(states[-2])
    forum_file.mark(MarkKind.ROUND, "Closed")
    states.append(states[-1])
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as cold:
        for seq in (*range(1, 15), *range(14, 0, -1), 7, 2, 13, 3):
            assert cold.forum_at(seq) == states[seq - 1]
    for seq in (9, 1, 14):
        with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as cold:
            assert cold.forum_at(seq) == states[seq - 1]
    assert verify(forum_file.path).is_sound
    for seq in (0, 15):
        with pytest.raises(BadInput, match="the record has entries 1 to 14"):
            forum_file.forum_at(seq)


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize(
    ("sql", "seq"),
    [
        ("UPDATE checkpoint SET records = replace(records, 'Annual pool', 'Another') WHERE seq = 6", 7),
        ("UPDATE checkpoint SET records = '[7]' WHERE seq = 6", 7),
        ("UPDATE journal SET state_hash = replace(state_hash, substr(state_hash, 1, 1), 'x') WHERE seq = 7", 7),
        ("DELETE FROM journal WHERE seq = 7", 8),
        ("DELETE FROM journal WHERE seq = 7", 7),
    ],
)
def test_a_moment_is_proved_and_never_believed(forum_file: ForumFile, sql: str, seq: int) -> None:
    for value in range(1, 9):
        forum_file.apply(relocations("LV", value))
    with behind_the_door(forum_file.path) as connection:
        connection.execute(sql)
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as cold, pytest.raises(DamagedForumFile):
        cold.forum_at(seq)


def test_states_in_memory_are_not_those_of_another_journal(forum_file: ForumFile, tmp_path: Path) -> None:
    """A file that is read beside a writer, and replaced by another one of that name."""
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("LV", 2))
    beside = ForumFile.open(forum_file.path, OPERATOR, read_only=True)
    assert beside.forum_at(1) == FORUM
    other = replace(FORUM, title="Another")
    forum_file.close()
    with ForumFile.create(tmp_path / "y.forum", other, OPERATOR) as made:
        for value in (7, 8, 9):
            made.apply(relocations("LV", value))
    (tmp_path / "y.forum").replace(forum_file.path)
    assert beside.refresh()
    assert beside.forum_at(1) == other
    assert beside.forum_at(2) == relocations("LV", 7).apply_to(other)


def test_which_entry_stood_at_a_moment(forum_file: ForumFile) -> None:
    for value in (1, 2, 3):
        forum_file.apply(relocations("LV", value))
    times = [forum_file.moment(seq).at for seq in range(1, 5)]
    assert [forum_file.seq_at(at) for at in times] == [1, 2, 3, 4]
    assert forum_file.seq_at(times[2] + timedelta(milliseconds=1)) == 3
    assert forum_file.seq_at(times[3] + timedelta(days=9)) == 4
    with pytest.raises(BadInput, match="the record began later"):
        forum_file.seq_at(times[0] - timedelta(microseconds=1))


def test_a_gap_in_the_record_is_damage_and_no_moment(forum_file: ForumFile) -> None:
    for value in (1, 2, 3):
        forum_file.apply(relocations("LV", value))
    at = forum_file.moment(4).at
    with behind_the_door(forum_file.path) as connection:
        connection.execute("DELETE FROM journal WHERE seq = 3")
    reader = ForumFile.open(forum_file.path, OPERATOR, read_only=True)
    with pytest.raises(DamagedForumFile, match="no entry 3"):
        reader.seq_at(at)


def test_a_hostile_record_of_what_takes_back_what(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("LV", 2))
    forum_file.apply(relocations("LV", 3))
    with behind_the_door(forum_file.path) as connection:
        connection.execute("UPDATE journal SET particulars = '{\"reverts\":3}' WHERE seq = 2")
        connection.execute('UPDATE journal SET particulars = \'{"reverts":"x"}\' WHERE seq = 3')
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader:
        assert [step.moment.seq for step in reader.steps(5)] == [4, 3, 2, 1]


def test_a_clock_set_back_leaves_the_times_in_order(forum_file: ForumFile) -> None:
    clock = forum_file._clock
    assert isinstance(clock, Clock)
    forum_file.apply(relocations("LV", 1))
    clock.now -= timedelta(days=1)
    forum_file.apply(relocations("LV", 2))
    assert forum_file.moment(3).at == forum_file.moment(2).at
    assert forum_file.seq_at(forum_file.moment(2).at) == 3


def test_steps_in_words_and_what_is_wanted_of_them(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1), reason="by telephone")
    forum_file.apply(MONEY)
    forum_file.mark(MarkKind.REASON, "Reason", {"about": 3}, "a slip of the pen")
    forum_file.apply(RecordPledge("LV", PledgeColumn.RELOCATIONS, ABSENT))
    newest, reason, money, first, created = forum_file.steps(10)
    (difference,) = first.differences
    assert (difference.before, difference.after) == ("nothing recorded", "1")
    assert created.differences == reason.differences == ()
    assert (first.reason, money.reason, newest.reason) == ("by telephone", "a slip of the pen", None)
    assert {each.action for each in (newest, money, first)} == {"change"}
    assert (reason.action, created.action) == ("mark", "create")
    assert len({each.desk for each in (newest, created)}) == 1

    def found(**wanted: str) -> list[int]:
        return [step.moment.seq for step in forum_file.steps(10, None, Filter(**wanted))]

    assert found(code="LV") == [5, 2]
    assert found(cell="pledge.relocations") == [5, 2]
    assert found(code="BE", cell="pledge.financial_cents") == [3]
    assert found(code="BE", cell="pledge.relocations") == []
    assert found(action="mark") == [4]
    assert found(meeting="m1") == [5, 4, 3, 2, 1]
    assert found(meeting="m9") == []
    assert found(words="TELEPHONE") == [2]
    assert found(words="slip of") == [4, 3]
    assert [step.moment.seq for step in forum_file.steps(2)] == [5, 4]
    assert [step.moment.seq for step in forum_file.steps(2, before=3)] == [2, 1]
    cells = forum_file.cells()
    assert "pledge.relocations" in cells
    assert "" not in cells


def test_a_step_into_another_procedure_is_told_in_one_line(forum_file: ForumFile) -> None:
    forum_file.apply(ReplaceForum(RESCUE, "rescue.json"))
    (difference,) = forum_file.steps(1)[0].differences
    assert (difference.before, difference.after) == ("annual-pool", "search-and-rescue")


def test_when_a_row_was_last_touched(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("EL", 2))
    forum_file.apply(relocations("LV", 3))

    def last(code: str | None, table: str, upto: int) -> int | None:
        moment = forum_file.last_touch(code, table, upto)
        return None if moment is None else moment.seq

    assert (last("LV", "pledge", 4), last("LV", "pledge", 3), last("LV", "pledge", 1)) == (4, 2, None)
    assert last("EL", "pledge", 4) == 3
    # Not the table whose name begins alike, and no state at all.
    assert last("LV", "pledge_said", 4) is None
    assert last(None, "pool", 4) is None


def test_one_past_change_is_taken_back_on_its_own(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(MONEY)
    assert forum_file.reverting(2) == MONEY.apply_to(FORUM)
    applied = forum_file.revert(2, "withdrawn")
    assert (applied.title, applied.seq) == ("Taken back: Latvia: relocations 1", 4)
    assert forum_file.forum == MONEY.apply_to(FORUM)
    (step,) = forum_file.steps(1)
    assert (step.reverts, step.reason) == (2, "withdrawn")
    # It is a change like any other: undone, redone, and taken back itself.
    forum_file.undo()
    assert forum_file.forum == MONEY.apply_to(relocations("LV", 1).apply_to(FORUM))
    forum_file.redo()
    forum_file.revert(4)
    assert forum_file.forum == MONEY.apply_to(relocations("LV", 1).apply_to(FORUM))
    assert verify(forum_file.path).is_sound


def test_what_something_later_depends_on_is_not_taken_back(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    for value in (2, 3, 4, 5):
        forum_file.apply(relocations("LV", value))
    before = forum_file.seq
    with pytest.raises(CannotChangeError, match=r"entry 6 \(Latvia: relocations 5\); 5 .*; 4 .* and 1 more"):
        forum_file.revert(2)
    assert [each.seq for each in forum_file.later_touches(2)] == [6, 5, 4, 3]
    assert [each.seq for each in forum_file.later_touches(2, limit=2)] == [6, 5]
    forum_file.mark(MarkKind.ROUND, "Closed")
    for seq in (1, forum_file.seq):
        with pytest.raises(CannotChangeError, match="is no change"):
            forum_file.reverting(seq)
    with pytest.raises(BadInput):
        forum_file.reverting(99)
    assert forum_file.seq == before + 1


def test_a_change_that_was_undone_is_not_taken_back_again(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.undo()
    with pytest.raises(CannotChangeError, match="changed again since, by entry 3"):
        forum_file.revert(2)


def test_what_is_taken_back_may_not_leave_what_no_forum_may_hold(forum_file: ForumFile) -> None:
    meetings = (Meeting("m0", MeetingKind.INITIAL, None),)
    forum_file.apply(TakeOver(replace(FORUM, meetings=meetings), "Renamed", ChangeKind.DETAILS))
    forum_file.apply(TakeOver(replace(FORUM, meetings=(*meetings, Meeting("m1", MeetingKind.RESUMED, None))), "Second"))
    with pytest.raises((BadInput, CannotChangeError)):
        forum_file.revert(2)


def test_a_printed_fingerprint_leads_to_its_moment(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("LV", 2))
    forum_file.undo()
    scenario = forum_file.branch("More", 2)
    forum_file.scenario(scenario.id).apply(MONEY)
    print_of_two = forum_file.moment(2).fingerprint
    spaced = " ".join((print_of_two[:4], print_of_two[4:8].upper(), print_of_two[8:]))
    found = forum_file.find(spaced)
    # The state stood there twice, and a scenario began with it.
    assert [each.seq for each in found if isinstance(each, Moment)] == [2, 4]
    assert [each.name for each in found if isinstance(each, Scenario)] == ["More"]
    in_scenario = state_hash(MONEY.apply_to(relocations("LV", 1).apply_to(FORUM)))
    (only,) = forum_file.find(in_scenario)
    assert isinstance(only, Scenario)
    assert only.moment.state_hash == in_scenario
    assert forum_file.find("0123456789ab") == ()
    for bad in ("abc", "x" * 12, "a" * 65, ""):
        with pytest.raises(BadInput, match="4 to 64"):
            forum_file.find(bad)


def test_a_hostile_mark_is_no_mark(forum_file: ForumFile) -> None:
    forum_file.mark(MarkKind.ROUND, "Closed")
    with behind_the_door(forum_file.path) as connection:
        connection.execute("UPDATE journal SET particulars = '{\"mark\":[7]}' WHERE seq = 2")
    with pytest.raises(DamagedForumFile, match="no mark"):
        forum_file.marks()


def test_a_reader_marks_nothing(forum_file: ForumFile) -> None:
    forum_file.mark(MarkKind.ROUND, "Closed")
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader:
        assert [each.name for each in reader.snapshots()] == ["Closed"]
        with pytest.raises(ForumFileUnwritable):
            reader.mark(MarkKind.ROUND, "Again")
        with pytest.raises(ForumFileUnwritable):
            reader.branch("More", 1)


def test_an_empty_forum_has_a_past_too(tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "e.forum", Forum(), OPERATOR) as made:
        assert made.forum_at(1) == Forum()
        assert (made.marks(), made.snapshots(), made.cells()) == ((), (), ())
        assert made.now().meeting is None


def test_marks_of_another_record_are_not_kept(tmp_path: Path) -> None:
    """A reader whose file is replaced, by a longer record and by a shorter one: what was read of the first is gone."""
    path, longer, shorter = (tmp_path / f"{name}.forum" for name in ("x", "longer", "shorter"))
    for each, titles in ((path, ("A", "B")), (longer, ("C", "D", "E")), (shorter, ())):
        with ForumFile.create(each, FORUM, OPERATOR, clock=Clock()) as made:
            for title in titles:
                made.mark(MarkKind.ROUND, title)
    with ForumFile.open(path, "Bo", read_only=True) as reader:
        for replacing, names in ((None, ["A", "B"]), (longer, ["C", "D", "E"]), (shorter, [])):
            if replacing is not None:
                replacing.replace(path)
                assert reader.refresh()
            assert [each.name for each in reader.snapshots()] == names
            assert reader.now().round == max(1, len(names))


def test_a_figure_recorded_again_since_is_not_taken_back(forum_file: ForumFile) -> None:
    """From 2 to 1 to 5 to 1: whoever takes the first back would take back what was said last."""
    for value in (1, 5, 1):
        forum_file.apply(relocations("LV", value))
    with pytest.raises(CannotChangeError, match=r"changed again since, by entry 4 .*; 3 "):
        forum_file.revert(2)
    # What was undone, or taken back on its own, stands no more, and nor does what took it back.
    forum_file.undo()
    forum_file.revert(3)
    assert forum_file.reverting(2) == FORUM
    # Another figure of the same state does not depend on it; the change itself, redone, does.
    forum_file.apply(RecordPledge("LV", PledgeColumn.FINANCIAL, 7))
    forum_file.revert(2)
    with pytest.raises(CannotChangeError, match=f"by entry {forum_file.seq} "):
        forum_file.revert(2)


def test_a_long_chain_of_what_was_taken_back_is_followed(forum_file: ForumFile) -> None:
    rounds = _Rounds()
    rounds.reverts = {seq: [seq + 1] for seq in range(2, 3_000)}
    with forum_file.reading() as connection:
        assert (rounds.taken_back(connection, 2), rounds.taken_back(connection, 3)) == (None, 4)


def test_a_state_that_never_was_has_no_moment(forum_file: ForumFile) -> None:
    for value in (1, 5):
        forum_file.apply(relocations("LV", value))
    with behind_the_door(forum_file.path) as connection:
        connection.execute("UPDATE journal SET state_hash = ? WHERE seq = 2", ("0" * 64,))
    with (
        ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader,
        pytest.raises(DamagedForumFile, match="does not lead to the state that entry 2 names"),
    ):
        reader.find("0" * 12)


@pytest.mark.usefixtures("often")
def test_where_no_hash_proves_a_checkpoint_the_replay_begins_with_the_base(forum_file: ForumFile) -> None:
    for value in range(1, 9):
        forum_file.apply(relocations("LV", value))
    wanted = forum_file.forum_at(7)
    with forum_file.reading() as connection:
        later = replace(store.head(connection), base=9)
    with behind_the_door(forum_file.path) as connection:
        connection.execute("UPDATE checkpoint SET records = replace(records, 'Annual pool', 'Another')")
    with ForumFile.open(forum_file.path, OPERATOR, read_only=True) as reader, reader.reading() as connection:
        assert timeline.Timeline().forum_at(connection, 7, later) == wanted


@pytest.mark.usefixtures("often")
def test_a_checkpoint_after_the_base_itself_is_used(forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "EVERY", 1)
    forum_file.apply(relocations("LV", 1))
    with forum_file.reading() as connection:
        base, head = store.entry(connection, 1), store.head(connection)
        monkeypatch.setattr(store, "near", lambda *_args: (1, base.changes))
        begins: list[int] = []
        after = store.entries_after

        def seen(connection: sqlite3.Connection, seq: int, limit: int, line: int | None = None) -> list[Entry]:
            begins.append(seq)
            return after(connection, seq, limit, line)

        monkeypatch.setattr(store, "entries_after", seen)
        assert timeline.Timeline().forum_at(connection, 2, head) == forum_file.forum
    assert begins == [1]
