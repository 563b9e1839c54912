"""What the first bytes of a file tell, before SQLite touches it."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.models import header, migrate
from desktop_app.models.backup import back_up
from desktop_app.models.database import Database
from desktop_app.models.errors import (
    DamagedForumFile,
    ForumFileError,
    NewerForumFile,
    NotAForumFile,
)
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.header import check_header, identity, registered, version_in_header, without_sqlite
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR

NEWEST = migrate.newest_version()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    return path


def _patch(path: Path, at: int, value: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[at : at + len(value)] = value
    path.write_bytes(content)


def test_a_forum_file_passes(path: Path) -> None:
    check_header(path, NEWEST)


@pytest.mark.parametrize(
    ("at", "value", "error", "says"),
    [
        (0, b"SQLite format 4", NotAForumFile, "not a forum file"),
        (68, struct.pack(">I", 0x12345678), NotAForumFile, "another program"),
        (
            60,
            struct.pack(">I", NEWEST + 1),
            NewerForumFile,
            f"format {NEWEST + 1}; this program knows {NEWEST}",
        ),
        (60, struct.pack(">I", 0), DamagedForumFile, "does not say its version"),
        (18, b"\2\2", DamagedForumFile, "journal mode of its own"),
        (28, struct.pack(">I", 10_000), DamagedForumFile, "cut short: .* bytes of 40\u202f960\u202f000"),
        (16, struct.pack(">H", 1), DamagedForumFile, "cut short"),
    ],
)
def test_what_is_refused(path: Path, at: int, value: bytes, error: type[ForumFileError], says: str) -> None:
    _patch(path, at, value)
    with pytest.raises(error, match=says):
        check_header(path, NEWEST)


def test_a_file_that_a_crashed_writer_was_making_longer_is_not_cut_short(path: Path) -> None:
    _patch(path, 28, struct.pack(">I", 10_000))
    header.journal_of(path).write_bytes(b"")
    check_header(path, NEWEST)


def test_no_file_a_folder_an_empty_and_a_short_one(tmp_path: Path) -> None:
    with pytest.raises(NotAForumFile, match="no such file"):
        check_header(tmp_path / "none.forum", NEWEST)
    with pytest.raises(NotAForumFile, match="folder"):
        check_header(tmp_path, NEWEST)
    path = tmp_path / "x.forum"
    path.write_bytes(b"")
    with pytest.raises(NotAForumFile, match="empty"):
        check_header(path, NEWEST)
    path.write_bytes(b"SQLite format 3\0")
    with pytest.raises(NotAForumFile, match="not a forum file"):
        check_header(path, NEWEST)


def test_a_pipe_is_refused_and_not_waited_for(path: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.forum"
    os.mkfifo(pipe)
    with pytest.raises(NotAForumFile, match="no ordinary file"):
        check_header(pipe, NEWEST)
    os.mkfifo(header.journal_of(path))
    with pytest.raises(DamagedForumFile, match="is not one of a forum file"):
        check_header(path, NEWEST)


def test_the_version_of_a_file_is_told_without_opening_it(path: Path, tmp_path: Path) -> None:
    assert version_in_header(path) == NEWEST
    (tmp_path / "short.forum").write_bytes(b"short")
    assert version_in_header(tmp_path / "short.forum") is None
    with registered(path):
        assert version_in_header(path) is None


@pytest.mark.parametrize("content", [b"", b"7\x7f\x06\x82 whatever"])
def test_a_log_beside_the_file_is_not_taken_for_part_of_it(path: Path, content: bytes) -> None:
    """SQLite would read it, whatever mode the file is in, and write a third file beside them."""
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(content)
    with pytest.raises(ForumFileError, match="log of another program") as caught:
        read_forum(path)
    assert caught.value.remedy == f"move {log.name} to another folder, then open the forum again"
    assert {each.name for each in path.parent.iterdir()} == {path.name, log.name}
    log.unlink()
    assert isinstance(read_forum(path), Forum)


def test_a_file_that_cannot_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ForumFileError, match="cannot be read \\(Permission denied\\)"):
        check_header(path, NEWEST)


def test_a_file_that_this_process_has_open_is_not_opened_again(path: Path) -> None:
    """Closing a second descriptor would drop SQLite's locks on POSIX."""
    other_name = path.with_name("other.forum")
    other_name.hardlink_to(path)
    with registered(path), registered(other_name):
        assert without_sqlite(other_name, Path.read_bytes) is None
    assert without_sqlite(path, Path.read_bytes) is not None


def test_the_registry_knows_files_that_are_not_there(tmp_path: Path) -> None:
    with registered(tmp_path / "none") as file:
        assert file is None
    assert identity(tmp_path / "none") is None


_TRY_TO_WRITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
else:
    print("let in")
"""


def test_locks_survive_whatever_this_process_reads(path: Path) -> None:
    """The accident itself: whatever is read beside an open transaction, no other process is let in."""
    database = Database(path, write=True)
    with database.writing():
        read_forum(path)
        verify(path)
        back_up(path)
        said = subprocess.run(
            [sys.executable, "-c", _TRY_TO_WRITE, str(path)], capture_output=True, text=True, check=True
        )
    database.close()
    assert said.stdout.strip() == "database is locked"
