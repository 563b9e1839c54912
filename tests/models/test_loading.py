"""Reading a file that a crashed writer left half done, without writing to it."""

import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.models import header, loading
from desktop_app.models.backup import save_copy
from desktop_app.models.errors import DamagedForumFile, ForumFileError, ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.header import journal_of
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, untouched


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A file with half a transaction in it, and the journal that takes it back."""
    live, path = tmp_path / "live.forum", tmp_path / "x.forum"
    ForumFile.create(live, FORUM, OPERATOR).close()
    with closing(sqlite3.connect(live, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        for table in ("forum", "pledge", "state", "meeting"):
            writer.execute(f"DELETE FROM {table}")
        writer.execute("CREATE TABLE padding AS SELECT randomblob(4096 * 50) AS a")
        # As a crash would leave them.
        shutil.copyfile(live, path)
        shutil.copyfile(journal_of(live), journal_of(path))
        writer.execute("ROLLBACK")
    live.unlink()
    return path


def test_a_half_done_transaction_is_never_seen_and_reading_leaves_it_there(crashed: Path) -> None:
    is_untouched = untouched(crashed)
    assert read_forum(crashed) == FORUM
    assert verify(crashed).is_sound
    assert ForumFile.open(crashed, OPERATOR, read_only=True).forum == FORUM
    assert is_untouched()


def test_a_file_that_was_never_closed_can_be_backed_up(crashed: Path) -> None:
    is_untouched = untouched(crashed)
    copy = crashed.with_name("copy.forum")
    save_copy(crashed, copy)
    assert read_forum(copy) == FORUM
    copy.unlink()
    assert is_untouched()


def test_opening_for_writing_takes_it_back(crashed: Path) -> None:
    with ForumFile.open(crashed, OPERATOR) as forum_file:
        assert forum_file.forum == FORUM
    assert not journal_of(crashed).exists()


def test_a_journal_that_would_have_another_file_deleted_is_refused(crashed: Path) -> None:
    """SQLite deletes the file that a journal names as its super-journal; ours never names one."""
    victim = crashed.with_name("important.txt")
    victim.write_text("do not lose this")
    name = str(victim).encode()
    with journal_of(crashed).open("ab") as journal:
        locking_page = 2**30 // 4096 + 1
        journal.write(struct.pack(">I", locking_page) + name + struct.pack(">II", len(name), sum(name)))
        journal.write(bytes.fromhex("d9d505f920a163d7"))
    is_untouched = untouched(crashed)
    for attempt in (
        lambda: ForumFile.open(crashed, OPERATOR),
        lambda: ForumFile.open(crashed, OPERATOR, read_only=True),
        lambda: read_forum(crashed),
    ):
        with pytest.raises(DamagedForumFile, match="is not one of a forum file"):
            attempt()
    assert not verify(crashed).is_sound
    assert victim.read_text() == "do not lose this"
    assert is_untouched()


def test_a_file_that_another_program_keeps_changing_is_given_up(crashed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copyfile

    def copy_and_change(source: Path, target: Path) -> None:
        copy(source, target)
        with source.open("ab") as file:
            file.write(bytes(4096))

    monkeypatch.setattr(shutil, "copyfile", copy_and_change)
    with pytest.raises(ForumFileUnwritable, match="keeps changing"):
        read_forum(crashed)


def test_a_file_that_cannot_be_opened_and_has_no_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()

    def refuse(where: Path, *, write: bool) -> None:
        raise ForumFileUnwritable(str(where), "the file or its folder cannot be opened", "check the disk")

    monkeypatch.setattr(loading, "Database", refuse)
    with pytest.raises(ForumFileError, match="cannot be opened"):
        read_forum(path)
    assert not any(header._open_files.values())
