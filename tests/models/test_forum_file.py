"""The one door: what it records, refuses, undoes, and what it does when the world outside is in the way."""

import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop_app.calc.changes import (
    CannotChangeError,
    Change,
    ChangeKind,
    ChooseReading,
    Describe,
    PledgeColumn,
    RecordPledge,
    ReplaceForum,
)
from desktop_app.calc.forum import Classification, Forum, Meeting, MeetingKind, Pledge, StateRecord
from desktop_app.calc.recorded import ABSENT
from desktop_app.models import store, writing
from desktop_app.models.backup import back_up, backups_of
from desktop_app.models.errors import (
    BadInput,
    Cancelled,
    DamagedForumFile,
    ForumFileError,
    ForumFileExists,
    ForumFileLocked,
    ForumFileUnwritable,
    NotAForumFile,
)
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Entry
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, Clock, behind_the_door, relocations, untouched

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Annual pool.forum"


@pytest.fixture
def forum_file(path: Path) -> Iterator[ForumFile]:
    with ForumFile.create(path, FORUM, OPERATOR, clock=Clock()) as opened:
        yield opened


def test_a_new_file_holds_the_forum_and_says_who_made_it(path: Path, forum_file: ForumFile) -> None:
    assert forum_file.forum == FORUM
    assert not forum_file.is_read_only
    assert (forum_file.seq, forum_file.undo_title, forum_file.redo_title) == (1, None, None)
    assert forum_file.state_hash == state_hash(FORUM)
    (entry,) = forum_file.history(10)
    assert (entry.action, entry.kind, entry.title) == ("create", "replace", "Created: Annual pool 2027")
    assert (entry.operator, entry.meeting, entry.sqlite) == (OPERATOR, "m1", sqlite3.sqlite_version)
    assert read_forum(path) == FORUM
    forum_file.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_change_is_recorded_with_before_after_when_who_and_where(forum_file: ForumFile) -> None:
    applied = forum_file.apply(relocations("LV", 7))
    assert (applied.kind, applied.title, applied.seq) == (ChangeKind.PLEDGE, "Latvia: relocations 7", 2)
    assert applied.recorded
    assert applied.committed_at == datetime(2026, 11, 27, 16, 40, 14, tzinfo=UTC) == forum_file.saved_at
    assert applied.state_hash == state_hash(forum_file.forum) == forum_file.state_hash
    assert forum_file.forum == relocations("LV", 7).apply_to(FORUM)
    entry = forum_file.history(1)[0]
    assert entry.at == "2026-11-27T16:40:14.000000Z"
    assert entry.hash == forum_file.head_hash
    assert entry.changes == (
        '[["pledge",["LV"],{"relocations":null,"relocations_status":"absent"},'
        '{"relocations":7,"relocations_status":"given"}]]'
    )


def test_a_change_that_changes_nothing_is_not_recorded(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 7))
    again = forum_file.apply(relocations("LV", 7))
    assert (again.recorded, again.seq, again.title) == (False, 2, "Latvia: relocations 7")


def test_the_three_states_of_a_cell_come_back(path: Path, forum_file: ForumFile) -> None:
    for value in (0, None, ABSENT):
        forum_file.apply(relocations("BE", 5000))
        forum_file.apply(RecordPledge("LV", PledgeColumn.FINANCIAL, value))
        assert read_forum(path).state("LV").pledge == Pledge(financial_cents=value)


def test_undo_to_the_first_entry_and_redo_to_the_last_over_restarts(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    changes: list[Change] = [
        relocations("LV", 1),
        ChooseReading("rounding", "nearest"),
        Describe("T", 2028, Classification.LIMITE, "N"),
    ]
    states, hashes = [FORUM], [state_hash(FORUM)]
    for change in changes:
        with ForumFile.open(path, OPERATOR) as opened:
            hashes.append(opened.apply(change).state_hash)
            states.append(opened.forum)
    titles = [change.title(FORUM) for change in changes]
    for step in (2, 1, 0):
        with ForumFile.open(path, OPERATOR) as opened:
            assert opened.undo_title == titles[step]
            undone = opened.undo()
            assert (undone.title, undone.kind) == (titles[step], changes[step].kind)
            assert opened.redo_title == titles[step]
            assert (opened.forum, opened.state_hash) == (states[step], hashes[step])
    for step in (1, 2, 3):
        with ForumFile.open(path, OPERATOR) as opened:
            assert opened.redo_title == titles[step - 1]
            opened.redo()
            assert opened.undo_title == titles[step - 1]
            assert (opened.forum, opened.state_hash) == (states[step], hashes[step])
    with ForumFile.open(path, OPERATOR) as opened:
        assert opened.redo_title is None
        assert [entry.action for entry in opened.history(20)] == ["redo"] * 3 + ["undo"] * 3 + ["change"] * 3 + [
            "create"
        ]
    assert verify(path).is_sound


def test_a_new_change_ends_what_could_be_redone(forum_file: ForumFile) -> None:
    forum_file.apply(relocations("LV", 1))
    forum_file.apply(relocations("LV", 2))
    forum_file.undo()
    forum_file.apply(relocations("LV", 3))
    assert forum_file.redo_title is None
    with pytest.raises(CannotChangeError, match="nothing to redo"):
        forum_file.redo()
    forum_file.undo()
    forum_file.undo()
    assert forum_file.forum == FORUM
    with pytest.raises(CannotChangeError, match="nothing to undo"):
        forum_file.undo()


def test_history_comes_in_pages(forum_file: ForumFile) -> None:
    for value in range(1, 8):
        forum_file.apply(relocations("LV", value))
    assert [entry.seq for entry in forum_file.history(3)] == [8, 7, 6]
    assert [entry.seq for entry in forum_file.history(3, before=6)] == [5, 4, 3]
    assert [entry.seq for entry in forum_file.history(9, before=3)] == [2, 1]


def test_the_meeting_is_the_latest_unless_given(path: Path) -> None:
    meetings = (
        Meeting("second", MeetingKind.RESUMED, date(2026, 11, 27)),
        Meeting("first", MeetingKind.INITIAL, date(2026, 11, 18)),
        Meeting("some day", MeetingKind.RESUMED),
    )
    with ForumFile.create(path, replace(FORUM, meetings=meetings), OPERATOR) as opened:
        opened.apply(relocations("LV", 1))
        assert opened.history(1)[0].meeting == "second"
        opened.apply(relocations("LV", 2), meeting="first")
        assert opened.history(1)[0].meeting == "first"
        opened.apply(ReplaceForum(Forum(), "empty.json"))
        assert opened.history(1)[0].meeting is None


def test_an_import_is_backed_up_first_and_can_be_undone(path: Path, forum_file: ForumFile) -> None:
    other = Forum(title="Other", states=(StateRecord("SE", pledge=Pledge(1)),))
    applied = forum_file.apply(ReplaceForum(other, "other.json"))
    assert (applied.kind, applied.title) == (ChangeKind.REPLACE, "Import of other.json")
    (backup,) = backups_of(path)
    assert read_forum(backup.path) == FORUM
    assert read_forum(path) == other
    forum_file.undo()
    assert read_forum(path) == FORUM


def test_without_room_for_the_backup_there_is_no_import(path: Path, forum_file: ForumFile) -> None:
    (path.parent / "Annual pool backups").write_text("in the way")
    with pytest.raises(ForumFileUnwritable):
        forum_file.apply(ReplaceForum(Forum(), "other.json"))
    assert forum_file.forum == FORUM == read_forum(path)


@dataclass(frozen=True)
class _Wild:
    """A change that makes whatever forum the test wants."""

    forum: Forum
    kind: ChangeKind = ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:
        return "Wild"

    def apply_to(self, forum: Forum) -> Forum:
        return self.forum


@pytest.mark.parametrize(
    ("forum", "where"),
    [
        (replace(FORUM, states=(StateRecord("BE"), StateRecord("BE"))), "states"),
        (replace(FORUM, states=(StateRecord("BE", pledge=Pledge(5, of_which_beneficiaries=6)),)), "states[BE].pledge"),
        (replace(FORUM, title="x" * 501), "forum.title"),
    ],
)
def test_what_no_forum_may_hold_is_refused_and_nothing_written(
    path: Path, forum_file: ForumFile, forum: Forum, where: str
) -> None:
    is_untouched = untouched(path)
    with pytest.raises(BadInput) as refused:
        forum_file.apply(_Wild(forum))
    assert refused.value.where.startswith(where)
    assert forum_file.forum == FORUM
    assert forum_file.seq == 1
    assert is_untouched()


def test_a_change_that_makes_no_sense_is_refused(path: Path, forum_file: ForumFile) -> None:
    is_untouched = untouched(path)
    with pytest.raises(CannotChangeError):
        forum_file.apply(RecordPledge("BE", PledgeColumn.ALTERNATIVE, 5))
    assert is_untouched()


@pytest.mark.parametrize("operator", ["x" * 201, "a\0b"])
def test_an_operator_has_a_name_that_can_be_written(path: Path, operator: str) -> None:
    with pytest.raises(BadInput, match="operator"):
        ForumFile.create(path, FORUM, operator)
    assert not path.exists()


def test_a_file_that_exists_is_never_replaced(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    before = path.read_bytes()
    with pytest.raises(ForumFileExists):
        ForumFile.create(path, Forum(), OPERATOR)
    assert path.read_bytes() == before


def test_a_forum_that_may_not_be_leaves_no_file(path: Path) -> None:
    with pytest.raises(BadInput):
        ForumFile.create(path, replace(FORUM, states=(StateRecord("BE"), StateRecord("BE"))), OPERATOR)
    with pytest.raises(BadInput):
        ForumFile.create(path, replace(FORUM, title="x" * 501), OPERATOR)
    assert list(path.parent.iterdir()) == []


def test_no_folder_no_file(tmp_path: Path) -> None:
    with pytest.raises(ForumFileUnwritable, match="the folder is not there"):
        ForumFile.create(tmp_path / "nowhere" / "x.forum", FORUM, OPERATOR)


def test_a_second_writer_is_told_who_holds_the_file_and_may_read(path: Path, forum_file: ForumFile) -> None:
    back_up(path)
    with pytest.raises(ForumFileLocked, match=f"{OPERATOR} on .* has the file open for writing") as refused:
        ForumFile.open(path, "Bo")
    assert refused.value.holder is not None
    assert refused.value.holder.operator == OPERATOR
    # Nothing is wrong with the file.
    assert refused.value.newest_backup is None
    with ForumFile.open(path, "Bo", read_only=True) as reader:
        assert reader.is_read_only
        assert not reader.refresh()
        forum_file.apply(relocations("LV", 1))
        assert reader.forum == FORUM
        assert reader.refresh()
        assert reader.forum == forum_file.forum
        assert (reader.undo_title, reader.seq) == ("Latvia: relocations 1", 2)
        assert [entry.seq for entry in reader.history(5)] == [2, 1]
        assert not reader.refresh()
        with pytest.raises(ForumFileUnwritable, match="reading only"):
            reader.apply(relocations("LV", 2))
        with pytest.raises(ForumFileUnwritable, match="reading only"):
            reader.undo()
    assert not forum_file.refresh()


def test_a_reader_whose_file_goes_keeps_what_it_has(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    reader = ForumFile.open(path, "Bo", read_only=True)
    path.unlink()
    with pytest.raises(NotAForumFile, match="no such file"):
        reader.refresh()
    assert reader.forum == FORUM


def test_a_touched_file_is_read_again_but_is_no_other_forum(path: Path, forum_file: ForumFile) -> None:
    reader = ForumFile.open(path, "Bo", read_only=True)
    os.utime(path, (0, 0))
    assert not reader.refresh()


def test_reading_leaves_everything_as_it_is(path: Path, forum_file: ForumFile) -> None:
    is_untouched = untouched(path)
    read_forum(path)
    ForumFile.open(path, "Bo", read_only=True).close()
    assert is_untouched()


def test_after_closing_nothing_is_saved_and_nothing_claimed(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    forum_file.close()
    with pytest.raises(ForumFileError, match="closed"):
        forum_file.apply(relocations("LV", 1))
    assert read_forum(path) == FORUM


@pytest.mark.parametrize("accident", ["moved", "deleted", "replaced"])
def test_a_file_that_is_not_in_its_place_any_more_takes_no_change(
    path: Path, forum_file: ForumFile, accident: str
) -> None:
    copy = path.with_name("copy.forum")
    shutil.copyfile(path, copy)
    if accident == "moved":
        path.rename(path.with_name("elsewhere.forum"))
    elif accident == "deleted":
        path.unlink()
    else:
        copy.replace(path)
    with pytest.raises(ForumFileUnwritable, match="moved, deleted or replaced"):
        forum_file.apply(relocations("LV", 1))
    assert forum_file.forum == FORUM


def test_another_program_that_writes_behind_the_lock_is_noticed(path: Path, forum_file: ForumFile) -> None:
    twin = path.with_name("twin.forum")
    shutil.copyfile(path, twin)
    with ForumFile.open(twin, "Twin") as other:
        other.apply(relocations("LV", 9))
        entry = other.history(1)[0]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE pledge SET relocations = 9, relocations_status = 'given' WHERE code = 'LV'")
        marks = ", ".join("?" * len(Entry.__slots__))
        connection.execute(f"INSERT INTO journal VALUES ({marks})", [getattr(entry, name) for name in Entry.__slots__])
    with pytest.raises(ForumFileUnwritable, match="another program has changed the file"):
        forum_file.apply(relocations("LV", 1))
    # What is there now was read; the next change goes on from it.
    assert forum_file.forum == relocations("LV", 9).apply_to(FORUM)
    assert forum_file.undo_title == "Latvia: relocations 9"
    forum_file.apply(relocations("LV", 1))
    forum_file.undo()
    assert forum_file.forum == relocations("LV", 9).apply_to(FORUM)


def _run_sql(forum_file: ForumFile, sql: str) -> None:
    database = forum_file._database
    assert database is not None
    database.raw.execute(sql)


def test_a_full_disk_leaves_everything_as_it_was(path: Path, forum_file: ForumFile) -> None:
    pages = path.stat().st_size // 4096
    _run_sql(forum_file, f"PRAGMA max_page_count = {pages}")
    before = path.read_bytes()
    note = "x" * 5000
    forum = FORUM

    def fill() -> None:
        nonlocal before, forum
        for number in range(20):
            before, forum = path.read_bytes(), forum_file.forum
            forum_file.apply(_Wild(replace(FORUM, note=note, year=2030 + number)))

    with pytest.raises(ForumFileUnwritable, match="disk is full"):
        fill()
    assert path.read_bytes() == before
    assert forum_file.forum == forum == read_forum(path)
    _run_sql(forum_file, "PRAGMA max_page_count = 100000")
    forum_file.apply(relocations("LV", 1))
    forum_file.close()
    assert verify(path).is_sound


def test_a_read_only_file_leaves_everything_as_it_was(path: Path, forum_file: ForumFile) -> None:
    _run_sql(forum_file, "PRAGMA query_only = ON")
    is_untouched = untouched(path)
    with pytest.raises(ForumFileUnwritable, match="read-only"):
        forum_file.apply(relocations("LV", 1))
    assert forum_file.forum == FORUM
    assert is_untouched()


_ON_A_DISK_THAT_ENDS = """
import resource, sys
from pathlib import Path
from desktop_app.models.errors import ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from tests.models.desk import relocations
path = Path(sys.argv[1])
with ForumFile.open(path, "Ana") as forum_file:
    forum_file.apply(relocations("LV", 1))
    # No file of this process can grow any more: the journal of SQLite neither.
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for value in range(2, 1000):
            forum_file.apply(relocations("LV", value))
    except ForumFileUnwritable as error:
        print(forum_file.seq, forum_file.forum.state("LV").pledge.relocations, error.what)
"""


@pytest.mark.parametrize("room", [0, 512, 5000, 110_000])
def test_a_disk_that_takes_no_more_leaves_everything_as_it_was(path: Path, forum_file: ForumFile, room: int) -> None:
    forum_file.close()
    seq, value, what = _said_by(_ON_A_DISK_THAT_ENDS, path, room).split(maxsplit=2)
    assert what.strip() in {"the disk reports an error", "the disk is full"}
    with ForumFile.open(path, OPERATOR) as opened:
        assert (opened.seq, opened.forum) == (int(seq), relocations("LV", int(value)).apply_to(FORUM))
    assert verify(path).is_sound


_IN_A_FOLDER_OF_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from desktop_app.models.errors import ForumFileError
from desktop_app.models.forum_file import ForumFile, read_forum
path = Path(sys.argv[1])
with ForumFile.open(path, "Ana"):
    pass  # everything is loaded before the rights go
if os.geteuid() == 0:
    os.seteuid(65534)
for attempt in (
    lambda: ForumFile.open(path, "Ana"),
    lambda: ForumFile.create(path.with_name("new.forum"), read_forum(path), "Ana"),
    lambda: print(ForumFile.open(path, "Ana", read_only=True).forum.title),
):
    try:
        attempt()
    except ForumFileError as error:
        print(type(error).__name__)
"""


def test_a_folder_that_must_not_be_written_can_be_read() -> None:
    folder = Path(tempfile.mkdtemp(prefix="forum-desk-shared-"))
    path = folder / "x.forum"
    try:
        ForumFile.create(path, FORUM, OPERATOR).close()
        folder.chmod(0o555)
        said = _said_by(_IN_A_FOLDER_OF_SOMEBODY_ELSE, path).splitlines()
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert said == ["ForumFileUnwritable", "ForumFileUnwritable", "Annual pool 2027"]


def _said_by(code: str, path: Path, *arguments: object) -> str:
    """Run code in a process of its own, on a file, and return what it prints."""
    command = [sys.executable, "-c", code, str(path), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_a_reader_that_stays_too_long_is_named_as_the_reason(path: Path, forum_file: ForumFile) -> None:
    _run_sql(forum_file, "PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM forum").fetchall()
        with pytest.raises(ForumFileLocked, match="another program is using the file"):
            forum_file.apply(relocations("LV", 1))
        assert forum_file.forum == FORUM
        reader.execute("COMMIT")
    forum_file.apply(relocations("LV", 1))
    assert forum_file.undo_title == "Latvia: relocations 1"


@pytest.mark.parametrize("steps", [1, 100, 1000, 3000])
def test_an_interrupted_statement_leaves_everything_as_it_was(path: Path, forum_file: ForumFile, steps: int) -> None:
    database = forum_file._database
    assert database is not None
    forum_file.get_ready()
    database.raw.set_progress_handler(lambda: 1, steps)
    with contextlib.suppress(Cancelled):
        for value in range(1, 1_000):
            forum_file.apply(relocations("LV", value))
    database.raw.set_progress_handler(None, 1)
    assert read_forum(path) == forum_file.forum
    forum_file.apply(relocations("LV", 99_999))
    forum_file.close()
    assert verify(path).is_sound


def test_where_sqlalchemy_cannot_begin_the_file_is_closed(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    opened = ForumFile.open(path, OPERATOR)
    database = opened._database
    assert database is not None
    database.raw.set_progress_handler(lambda: 1, 1)
    with pytest.raises(Exception, match="interrupted"):
        opened.apply(relocations("LV", 1))
    with pytest.raises(ForumFileError, match="closed"):
        opened.apply(relocations("LV", 1))
    opened.close()
    assert read_forum(path) == FORUM


def test_a_commit_that_was_taken_though_the_disk_complained(
    path: Path, forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal file went, the folder could not be written through: the change stands, but was never acknowledged."""
    database = forum_file._database
    assert database is not None
    append = writing.append

    def append_and_commit(connection: object, entry: Entry) -> None:
        append(connection, entry)  # type: ignore[arg-type]
        database.raw.execute("COMMIT")
        raise ForumFileUnwritable(str(path), "the disk reports an error", "save a copy")

    monkeypatch.setattr(writing, "append", append_and_commit)
    with pytest.raises(ForumFileUnwritable, match="reports an error"):
        forum_file.apply(relocations("LV", 1))
    assert forum_file.forum == relocations("LV", 1).apply_to(FORUM)
    assert forum_file.undo_title == "Latvia: relocations 1"


def test_what_cannot_be_read_back_is_not_acknowledged(forum_file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    head = store.head
    monkeypatch.setattr(store, "head", lambda connection: replace(head(connection), operator="Nobody"))
    with pytest.raises(DamagedForumFile, match="read back"):
        forum_file.apply(relocations("LV", 1))
    assert forum_file.forum == FORUM


def test_rows_that_went_behind_the_door_stop_the_change(path: Path, forum_file: ForumFile) -> None:
    with behind_the_door(path) as connection:
        connection.execute("DELETE FROM pledge WHERE code = 'LV'")
    with pytest.raises(DamagedForumFile, match="not in its table"):
        forum_file.apply(relocations("LV", 1))
    assert forum_file.forum == FORUM


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE journal SET changes = replace(changes, ':7', ':8') WHERE seq = 2", "not as the journal says"),
        ("UPDATE journal SET changes = '[]' WHERE seq = 2", "does not lead back"),
        ("UPDATE journal SET changes = '[1]' WHERE seq = 2", "cannot be read"),
        ("DELETE FROM journal WHERE seq = 1", "no entry 1"),
    ],
)
def test_undo_trusts_no_journal_that_does_not_fit(path: Path, forum_file: ForumFile, sql: str, why: str) -> None:
    forum_file.apply(relocations("LV", 7))
    forum_file.apply(relocations("BE", 5000))
    forum_file.undo()
    forum_file.close()
    with behind_the_door(path) as connection:
        connection.execute(sql)
    # Opening looks at the tables and the last entry only, which are as they were.
    with ForumFile.open(path, OPERATOR) as opened:
        is_untouched = untouched(path)
        with pytest.raises(DamagedForumFile, match=why):
            opened.undo()
        assert opened.forum == relocations("LV", 7).apply_to(FORUM)
        assert is_untouched()
    assert not verify(path).is_sound


def test_getting_ready_changes_nothing(path: Path, forum_file: ForumFile) -> None:
    before = path.read_bytes()
    forum_file.get_ready()
    with ForumFile.open(path, OPERATOR, read_only=True) as reader:
        reader.get_ready()
    assert path.read_bytes() == before


_WHAT_IS_LOADED = """
import sys
from pathlib import Path
from desktop_app.models.forum_file import ForumFile, read_forum
read_forum(Path(sys.argv[1]))
print("PySide6" in sys.modules)
with ForumFile.open(Path(sys.argv[1]), "Ana"):
    print("sqlalchemy" in sys.modules)
"""


def test_opening_waits_for_nothing_that_only_writing_needs(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    assert _said_by(_WHAT_IS_LOADED, path).split() == ["False", "False"]


def test_two_names_of_one_file_are_one_file(path: Path, forum_file: ForumFile) -> None:
    link = path.with_name("link.forum")
    link.symlink_to(path)
    with pytest.raises(ForumFileLocked):
        ForumFile.open(link, "Bo")
    assert ForumFile.open(link, "Bo", read_only=True).path == path
    assert back_up(link).path.parent.name == "Annual pool backups"
    assert verify(link).backup is not None


def test_a_file_made_by_one_desk_can_be_read_by_another(path: Path, forum_file: ForumFile) -> None:
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE pledge SET relocations = 101 WHERE code = 'BE'",
        "UPDATE pledge SET relocations = -1 WHERE code = 'BE'",
        "UPDATE pledge SET of_which_beneficiaries = 101 WHERE code = 'BE'",
        "UPDATE forum SET title = 'Another'",
        "UPDATE forum SET title = CAST(x'ff' AS TEXT)",
        "UPDATE forum SET classification = 'SECRET'",
        "DELETE FROM pool",
        "DELETE FROM journal",
        "UPDATE journal SET operator = 'Nobody'",
        "UPDATE journal SET kind = 'unheard of'",
        "UPDATE journal SET seq = 7",
        "INSERT INTO key_state (code, participates) VALUES ('XX', 1)",
        "INSERT INTO reading VALUES ('rounding down', 'yes')",
    ],
)
def test_tables_and_head_changed_behind_the_door_are_refused_and_the_backup_named(
    path: Path, forum_file: ForumFile, sql: str
) -> None:
    forum_file.close()
    backup = back_up(path)
    with behind_the_door(path) as connection:
        connection.execute(sql)
    before = path.read_bytes()
    for attempt in (lambda: ForumFile.open(path, OPERATOR), lambda: read_forum(path)):
        with pytest.raises(DamagedForumFile) as refused:
            attempt()
        assert refused.value.newest_backup == backup.path
        assert str(refused.value).count("\n") == 2
    assert path.read_bytes() == before
    assert not verify(path).is_sound


def test_a_huge_table_is_refused(path: Path, forum_file: ForumFile) -> None:
    forum_file.close()
    with behind_the_door(path) as connection:
        connection.execute(
            "INSERT INTO reading WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100001) "
            "SELECT 'r' || i, 'x' FROM n"
        )
    with pytest.raises(DamagedForumFile, match="more rows than a forum can have"):
        read_forum(path)
