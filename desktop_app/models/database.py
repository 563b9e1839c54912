"""Opening a forum file with SQLite: what safety rests on is set, read back, and refused if it does not take.

The transactions of ``sqlite3`` itself are switched off, so that a transaction begins where we say and holds
table definitions too.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from desktop_app.calc.sentences import say
from desktop_app.models.errors import (
    Cancelled,
    DamagedForumFile,
    ForumFileError,
    ForumFileLocked,
    ForumFileUnwritable,
    NotAForumFile,
)
from desktop_app.models.header import FileIdentity, identity, registered

if TYPE_CHECKING:
    from sqlalchemy import Connection

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first with STRICT tables."""

BUSY_MILLISECONDS: Final = 5_000
_LARGEST_VALUE: Final = 100_000_000
_STEPS_BETWEEN_QUESTIONS: Final = 10_000
"""Steps of SQLite, about a millisecond, after which it asks whether to go on."""

# Name, what is set, what is read back. Safe whatever the file holds, so set before anything is read from it.
_ALWAYS: Final = (
    ("busy_timeout", BUSY_MILLISECONDS, BUSY_MILLISECONDS),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("temp_store", "MEMORY", 2),
)
_READING: Final = (("query_only", "ON", 1),)
_WRITING: Final = (
    ("synchronous", "EXTRA", 3),
    # On macOS only: there, what is flushed may still be in the disk's own memory.
    ("fullfsync", "ON", 1),
    ("journal_mode", "DELETE", "delete"),
)


class Database:
    """One connection to one forum file.

    ``sqlite3`` reads; SQLAlchemy writes, on the same connection, and is loaded when something is written.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open the file.

        Args:
            path: the file; it exists, and may be empty.
            write: whether it may be changed.

        Raises:
            ForumFileError: it cannot be opened, or a setting did not take.
        """
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            wanted = ".".join(map(str, OLDEST_SQLITE))
            raise ForumFileError(
                str(path),
                say("SQLite {sqlite_version} is too old", sqlite_version=sqlite3.sqlite_version),
                say("install SQLite {wanted} or newer", wanted=wanted),
            )
        self.path = path
        self._is_open = True
        self._writer: Connection | None = None
        self.settings: dict[str, object] = {}
        """What was set and read back, by name."""
        with explained(path), ExitStack() as undo:
            self.identity: FileIdentity | None = undo.enter_context(registered(path))
            self._raw = _connect(path, "rw" if write else "ro")
            undo.callback(self._raw.close)
            for name, value, expected in (*_ALWAYS, *(_WRITING if write else _READING)):
                self._set(name, value, expected)
            self._closing = undo.pop_all()

    def _set(self, name: str, value: object, expected: object) -> None:
        self._raw.execute(f"PRAGMA {name} = {value}")
        found = self._raw.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise ForumFileError(
                str(self.path),
                say(
                    "SQLite does not take the setting {name} = {value} here (it says {found})",
                    name=name,
                    value=str(value),
                    found=str(found),
                ),
                say("keep the file on a local disk"),
            )
        self.settings[name] = value

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection of ``sqlite3``."""
        if not self._is_open:
            raise ForumFileError(str(self.path), say("the file is closed"), say("open it again"))
        return self._raw

    def stop_when(self, is_stopping: Callable[[], bool] | None) -> None:
        """Have whatever SQLite does here end with :class:`Cancelled` once ``is_stopping`` says so (``None``: never)."""
        self.raw.set_progress_handler(is_stopping, _STEPS_BETWEEN_QUESTIONS)

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is open is still the one that has its name."""
        return identity(self.path) == self.identity

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection in a transaction that sees one state of the file.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with explained(self.path):
            self.raw.execute("BEGIN")
            try:
                yield self.raw
            finally:
                self._roll_back()

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """Give SQLAlchemy's connection in a transaction that nobody else can write in; commit at the end.

        Raises:
            ForumFileError: the file cannot be written; nothing was.
        """
        from sqlalchemy.exc import DBAPIError

        writer = self.writer()
        with explained(self.path):
            try:
                with writer.begin():
                    yield writer
            except DBAPIError as error:
                raise error.orig or error from error
            finally:
                # A COMMIT that somebody else's lock kept out leaves the transaction open.
                self._roll_back()

    def _roll_back(self) -> None:
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    def writer(self) -> "Connection":
        """Return SQLAlchemy's connection, over the one that is open."""
        raw = self.raw
        if self._writer is None:
            from sqlalchemy import NullPool, create_engine, event

            engine = create_engine("sqlite://", creator=lambda: raw, poolclass=NullPool)
            event.listen(engine, "begin", _begin)
            with explained(self.path), ExitStack() as undo:
                # SQLAlchemy closes a connection that it cannot look over.
                undo.callback(self.close)
                self._writer = engine.connect()
                undo.pop_all()
            self._closing.callback(self._writer.close)
        return self._writer

    def close(self) -> None:
        """Close the file; again is no error."""
        self._is_open = False
        self._closing.close()


def _begin(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    posix = path.absolute().as_posix()
    uri = f"file://{quote(posix if posix.startswith('/') else f'/{posix}')}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of the world outside into words; a fault of the program passes as it is.

    Raises:
        ForumFileError: the disk, the folder, the file or another program is in the way.
        Cancelled: whoever is asked said so (:meth:`Database.stop_when`).
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(path, error) or error from error
    except UnicodeDecodeError as error:
        # What SQLite wanted to say quotes the file.
        raise _damaged(str(path)) from error


def _in_words(path: Path, error: sqlite3.Error) -> ForumFileError | Cancelled | None:
    where = str(path)
    # An operational error without a code is Python's: text in the file that is not UTF-8.
    without = sqlite3.SQLITE_CORRUPT if isinstance(error, sqlite3.OperationalError) else sqlite3.SQLITE_MISUSE
    code = getattr(error, "sqlite_errorcode", without) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return Cancelled()
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        what = say("another program is using the file")
        return ForumFileLocked(where, what, say("close it there, or wait a moment and try again"))
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_TOOBIG} or str(error) == "unsupported file format":
        return _damaged(where)
    if code == sqlite3.SQLITE_NOTADB:
        return NotAForumFile(
            where, say("this is not a forum file"), say("choose a file that Forum Desk made, or a backup of it")
        )
    reason = {
        sqlite3.SQLITE_FULL: (say("the disk is full"), say("free some space on it, then do it again")),
        sqlite3.SQLITE_READONLY: (
            say("the file or its folder is read-only"),
            say("save a copy elsewhere and go on in the copy"),
        ),
        sqlite3.SQLITE_PERM: (say("the file may not be written"), say("save a copy elsewhere and go on in the copy")),
        sqlite3.SQLITE_CANTOPEN: (
            say("the file or its folder cannot be opened"),
            say("check that the disk is still there"),
        ),
        sqlite3.SQLITE_IOERR: (
            say("the disk reports an error"),
            say("save a copy on another disk and go on in the copy"),
        ),
    }.get(code)
    return None if reason is None else ForumFileUnwritable(where, *reason)


def _damaged(where: str) -> DamagedForumFile:
    return DamagedForumFile(where, say("the file is damaged"), say("restore a backup"))
