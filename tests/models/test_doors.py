"""Every door of the forum file when the world outside fails: the state after is the one before or the one after.

The doors beside that of a plain change: marks, scenarios, changes taken back, what is adopted and merged, the pen.
"""

import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.memory import MarkKind
from desktop_app.models import pen
from desktop_app.models.copies import Copies, opened_beside
from desktop_app.models.database import Database
from desktop_app.models.errors import ForumFileError, ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.lines import ScenarioLine
from desktop_app.models.merging import merge
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, Clock, relocations

_MONEY = RecordPledge("BE", PledgeColumn.FINANCIAL, 700)
_THEIRS = RecordPledge("EL", PledgeColumn.FINANCIAL, 500)
_BEHIND = 4
"""Number of the entry that a door takes back."""


class Desk:
    """A forum with a past, a scenario that is open, and a copy that went its own way."""

    def __init__(self, file: ForumFile, copies: Copies, line: ScenarioLine) -> None:
        self.file, self.copies, self.line = file, copies, line
        self.clock = file._clock
        self.doors: dict[str, Callable[[], object]] = {
            "mark": lambda: file.mark(MarkKind.ROUND, "Round 1", {"round": 1}, "over"),
            "branch": lambda: file.branch("New", 2),
            "type in a scenario": lambda: line.apply(relocations("EL", 5)),
            "undo in a scenario": line.undo,
            "describe a scenario": lambda: file.describe_scenario(1, "Other", "of that name"),
            "put a scenario away": lambda: file.put_away(1),
            "take one change back": lambda: file.revert(_BEHIND, "misheard"),
            "adopt": lambda: file.adopt(1, {}),
            "undo": file.undo,
            "merge": lambda: merge(copies, {}),
            "give the pen": lambda: pen.give(file, "Bo", file.path.with_name("given.forum"), replace=True),
            "take the pen": lambda: pen.take(file),
        }

    def shows(self) -> object:
        """Return what the open file and the open scenario say."""
        return _told(self.file), self.line.forum, self.line.state_hash, self.line.seq

    def holds(self) -> object:
        """Return what stands in the file, read by somebody else."""
        with ForumFile.open(self.file.path, "Reader", read_only=True) as reader:
            line = reader.scenario(1)
            return _told(reader), line.forum, line.state_hash, line.seq


def _told(file: ForumFile) -> object:
    forums = [file.scenario(each.id).forum for each in file.scenarios()]
    titles = (file.undo_title, file.redo_title)
    return file.head_hash, file.forum, file.state_hash, titles, file.scenarios(), file.marks(), forums


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with ForumFile.create(tmp_path / "x.forum", FORUM, OPERATOR, clock=Clock()) as file:
        file.apply(relocations("LV", 1))
        shutil.copyfile(file.path, tmp_path / "other.forum")
        with ForumFile.open(tmp_path / "other.forum", "Bo") as other:
            other.apply(_THEIRS)
        file.apply(relocations("LV", 2))
        file.apply(_MONEY)
        file.branch("More", 3)
        line = file.scenario(1)
        line.apply(relocations("EL", 4))
        with opened_beside(file, tmp_path / "other.forum") as copies:
            yield Desk(file, copies, line)


def _go_through_all(desk: Desk) -> None:
    """Go through every door, now that it is possible, and let the file be verified."""
    for door in desk.doors.values():
        before = desk.holds()
        door()
        assert desk.shows() == desk.holds() != before
    assert not verify(desk.file.path).problems


def _refused(desk: Desk, why: str) -> None:
    """Let every door be refused with a remedy, and the file and what is shown of it be as they were."""
    before = desk.shows()
    for name, door in desk.doors.items():
        if name == "take the pen":
            # It would be a mark like any other: nobody has given it.
            continue
        with pytest.raises(ForumFileError, match=why) as told:
            door()
        assert len(str(told.value).splitlines()) == 2
        assert desk.shows() == before, name


@contextmanager
def _no_room() -> Iterator[None]:
    """Let no file of this process grow."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)


def test_without_room_on_the_disk(desk: Desk) -> None:
    with _no_room():
        _refused(desk, r"disk reports an error|disk is full|cannot be written|No space|File too large")
    assert desk.holds() == desk.shows()
    _go_through_all(desk)


def test_where_nothing_may_be_written(desk: Desk) -> None:
    database = desk.file._database
    assert database is not None
    database.raw.execute("PRAGMA query_only = ON")
    _refused(desk, "read-only")
    database.raw.execute("PRAGMA query_only = OFF")
    assert desk.holds() == desk.shows()
    _go_through_all(desk)


def test_where_the_file_went_away(desk: Desk) -> None:
    desk.file.path.rename(desk.file.path.with_name("elsewhere.forum"))
    _refused(desk, "moved, deleted or replaced")
    desk.file.path.with_name("elsewhere.forum").rename(desk.file.path)
    assert desk.holds() == desk.shows()


def test_another_program_that_writes_behind_the_lock(desk: Desk) -> None:
    for door in desk.doors.values():
        seq = _written_behind(desk.file.path)
        with pytest.raises(ForumFileUnwritable, match="another program has changed the file") as told:
            door()
        assert "look at what is there now" in told.value.remedy.lower()
        # What is there now is shown, and the next attempt goes on from it.
        assert desk.file.seq == seq
        assert desk.shows() == desk.holds()
        door()
        assert desk.shows() == desk.holds()
    assert not verify(desk.file.path).problems


def _written_behind(path: Path) -> int:
    """Put an entry at the end of the record as a program would that knows of no lock; return its number."""
    twin = path.with_name("twin.forum")
    shutil.copyfile(path, twin)
    with ForumFile.open(twin, "Twin") as other:
        given = pen.given(other) is not None
        other.mark(MarkKind.PEN_TAKEN if given else MarkKind.REASON, "Behind", {"about": 1}, "behind")
        seq = other.seq
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS twin", (str(twin),))
        for table in ("journal", "touched"):
            connection.execute(f"INSERT INTO {table} SELECT * FROM twin.{table} WHERE seq = ?", (seq,))
    return seq


def test_a_commit_that_was_taken_though_the_disk_complained(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = Database.writing

    @contextmanager
    def complaining(database: Database) -> Iterator[Connection]:
        with writing(database) as connection:
            yield connection
        raise ForumFileUnwritable(str(database.path), "the disk reports an error", "save a copy")

    for name, door in desk.doors.items():
        before = desk.holds()
        with monkeypatch.context() as patch:
            patch.setattr(Database, "writing", complaining)
            with pytest.raises(ForumFileUnwritable, match="disk reports an error"):
                door()
        # It stands, though nobody was told so: it is shown, and is not lost under the next change.
        assert desk.shows() == desk.holds() != before, name
    assert not verify(desk.file.path).problems


def test_a_clock_that_was_set_back(desk: Desk) -> None:
    latest = desk.line.saved_at
    desk.file._clock = Clock(datetime(2020, 1, 1, tzinfo=UTC))
    _go_through_all(desk)
    assert [each.time for each in desk.file.history(100)] == sorted(
        (each.time for each in desk.file.history(100)), reverse=True
    )
    assert desk.line.saved_at >= latest
