"""Settings are read back; what SQLite reports of the world outside becomes words."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app.models import database as database_module
from desktop_app.models.database import Database, explained
from desktop_app.models.errors import (
    DamagedForumFile,
    ForumFileError,
    ForumFileLocked,
    ForumFileUnwritable,
    NotAForumFile,
)
from desktop_app.models.forum_file import ForumFile, read_forum
from tests.models.desk import FORUM, OPERATOR


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    return path


@pytest.mark.parametrize(
    ("write", "settings"),
    [
        (
            True,
            {
                "synchronous": 3,
                "fullfsync": 1,
                "journal_mode": "delete",
                "foreign_keys": 1,
                "trusted_schema": 0,
                "query_only": 0,
            },
        ),
        (False, {"query_only": 1, "cell_size_check": 1, "trusted_schema": 0, "busy_timeout": 5000}),
    ],
)
def test_settings_are_as_safety_asks(path: Path, *, write: bool, settings: dict[str, object]) -> None:
    database = Database(path, write=write)
    found = {name: database.raw.execute(f"PRAGMA {name}").fetchone()[0] for name in settings}
    assert database.raw.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0
    database.close()
    assert found == settings


@pytest.mark.parametrize("write", [True, False])
def test_a_setting_that_does_not_take_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch, *, write: bool) -> None:
    table = "_WRITING" if write else "_READING"
    monkeypatch.setattr(database_module, table, (("synchronous", "EXTRA", 4),))
    with pytest.raises(ForumFileError, match="does not take the setting synchronous = EXTRA here \\(it says 3\\)"):
        Database(path, write=write)
    monkeypatch.undo()
    assert read_forum(path) == FORUM


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(ForumFileError, match=r"Install SQLite 3\.37\.0 or newer"):
        Database(path, write=False)


def test_a_file_name_with_every_sign_that_means_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1? ü Ελλάδα & 'x'.forum"
    ForumFile.create(path, FORUM, OPERATOR).close()
    assert read_forum(path) == FORUM
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_relative_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert read_forum(Path(path.name)) == FORUM


def test_a_transaction_is_taken_back_as_a_whole_tables_and_all(path: Path) -> None:
    database = Database(path, write=True)

    def half() -> None:
        with database.writing() as connection:
            connection.execute(text("CREATE TABLE half_done (a)"))
            connection.execute(text("UPDATE forum SET title = 'half done'"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    database.close()
    assert read_forum(path) == FORUM


def test_nothing_can_be_written_through_a_reader(path: Path) -> None:
    database = Database(path, write=False)
    with pytest.raises(ForumFileUnwritable, match="read-only"), database.reading() as connection:
        connection.execute("UPDATE forum SET title = 'x'")
    database.close()


def test_a_closed_file_says_so(path: Path) -> None:
    database = Database(path, write=True)
    database.close()
    database.close()
    with pytest.raises(ForumFileError, match="closed"), database.reading():
        pass


def _error(code: int) -> Callable[[], None]:
    def fail() -> None:
        error = sqlite3.OperationalError("whatever")
        error.sqlite_errorcode = code
        raise error

    return fail


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        (sqlite3.SQLITE_BUSY, ForumFileLocked, "another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ForumFileLocked, "another program"),
        (sqlite3.SQLITE_LOCKED, ForumFileLocked, "another program"),
        (sqlite3.SQLITE_FULL, ForumFileUnwritable, "disk is full"),
        (sqlite3.SQLITE_READONLY, ForumFileUnwritable, "read-only"),
        (sqlite3.SQLITE_PERM, ForumFileUnwritable, "may not be written"),
        (sqlite3.SQLITE_CANTOPEN, ForumFileUnwritable, "cannot be opened"),
        (sqlite3.SQLITE_IOERR_FSYNC, ForumFileUnwritable, "disk reports an error"),
        (sqlite3.SQLITE_CORRUPT, DamagedForumFile, "damaged"),
        (sqlite3.SQLITE_TOOBIG, DamagedForumFile, "damaged"),
        (sqlite3.SQLITE_NOTADB, NotAForumFile, "not a forum file"),
    ],
)
def test_what_sqlite_reports_in_words(tmp_path: Path, code: int, kind: type[ForumFileError], says: str) -> None:
    with pytest.raises(ForumFileError, match=says) as raised, explained(tmp_path / "x.forum"):
        _error(code)()
    assert type(raised.value) is kind
    # SQLite does not say who: nobody to take over from.
    assert getattr(raised.value, "holder", None) is None


def test_what_sqlite_cannot_even_say(tmp_path: Path) -> None:
    with pytest.raises(DamagedForumFile), explained(tmp_path / "x.forum"):
        b"\xff".decode()


def test_a_fault_of_the_program_passes_as_it_is(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="whatever"), explained(path):
        _error(sqlite3.SQLITE_MISUSE)()
    database = Database(path, write=True)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database.reading() as connection:
        connection.execute("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database.writing() as writer:
        writer.execute(text("DELETE FROM nowhere"))
    database.close()
