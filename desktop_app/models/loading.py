"""Reading a forum file: what stands in it, judged from the schema to the hash of its state."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import problems
from desktop_app.models import migrate, store
from desktop_app.models.columns import UnreadableError
from desktop_app.models.database import Database
from desktop_app.models.errors import DamagedForumFile, ForumFileUnwritable
from desktop_app.models.header import check_header, journal_of, stamp, without_sqlite
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Author, Entry
from desktop_app.models.records import forum_from

_ATTEMPTS: Final = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """What stands in a forum file.

    Attributes:
        forum: the forum.
        head: the last entry of the journal.
        undo_title: name of what would be undone next, or ``None``.
        redo_title: name of what would be redone next, or ``None``.
    """

    forum: Forum
    head: Entry
    undo_title: str | None
    redo_title: str | None


def load_file(path: Path) -> Loaded:
    """Read the forum in a file that may be open elsewhere, without ever writing to it.

    Raises:
        ForumFileError: no forum stands there.
    """
    with open_for_reading(path) as database, database.reading() as connection:
        return load(connection, path)


def load(connection: sqlite3.Connection, path: Path) -> Loaded:
    """Read the forum, inside the caller's transaction.

    Raises:
        DamagedForumFile: the schema, the rows, the head of the journal or the state's hash is not right.
    """
    migrate.check_schema(connection, path)
    with damaged(path):
        forum = forum_from(store.read_records(connection))
        for problem in problems(forum):
            raise UnreadableError(say("{where}: {what}", where=problem.where, what=problem.what))
        head = _sound_head(connection)
        if state_hash(forum) != head.state_hash:
            raise UnreadableError(say("the tables are not as journal entry {seq} left them", seq=str(head.seq)))
        return with_titles(connection, forum, head)


def with_titles(connection: sqlite3.Connection, forum: Forum, head: Entry) -> Loaded:
    """Add what would be undone and redone.

    Raises:
        UnreadableError: the journal has no such entry.
    """

    def title(seq: int | None) -> str | None:
        if seq is None or seq == head.seq:
            return None if seq is None else head.title
        return store.entry(connection, seq).title

    return Loaded(forum, head, title(head.undo_top), title(head.redo_top))


@contextmanager
def damaged(path: Path) -> Iterator[None]:
    """Turn rows that no forum can have into an explained error.

    Raises:
        DamagedForumFile: such rows were met.
    """
    try:
        yield
    except UnreadableError as error:
        raise DamagedForumFile(
            str(path), say("the file is damaged ({error})", error=str(error)), say("restore a backup")
        ) from error


@contextmanager
def open_for_reading(
    path: Path, *, as_it_is: bool = False, is_stopping: Callable[[], bool] | None = None
) -> Iterator[Database]:
    """Open a forum file without ever writing to it, whoever else has it open.

    What a crashed writer left half done, and the tables of an older version, are set right in a private
    copy, which is thrown away.

    Args:
        path: the file.
        as_it_is: leave an older version's tables as they are.
        is_stopping: asked while SQLite works; ``True`` ends it with :class:`Cancelled`.

    Raises:
        ForumFileError: it cannot be read, or is no forum file.
    """
    check_header(path, migrate.newest_version())
    with ExitStack() as closing:
        database = _without_copy(path, any_version=as_it_is)
        if database is None:
            database = Database(closing.enter_context(_private_copy(path)), write=True)
            closing.callback(database.close)
            if not as_it_is:
                # Making looks at what it made with what stands here.
                from desktop_app.models.making import bring_up_to_date

                bring_up_to_date(database, Author("a reader", datetime.now(UTC)))
        closing.callback(database.close)
        if is_stopping is not None:
            database.stop_when(is_stopping)
        yield database


def _without_copy(path: Path, *, any_version: bool) -> Database | None:
    """Open a file if it can be read without writing anything, and is of the newest version."""
    with ExitStack() as closing:
        try:
            database = Database(path, write=False)
            closing.callback(database.close)
            with database.reading() as connection:
                version = migrate.version_of(connection)
        except ForumFileUnwritable:
            # What a crashed writer began has to be taken back first.
            if not journal_of(path).exists():
                raise
            return None
        if any_version or version == migrate.newest_version():
            closing.pop_all()
            return database
    return None


@contextmanager
def _private_copy(path: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="forum-desk-") as folder:
        copy = Path(folder) / "copy.forum"
        without_sqlite(path, lambda source: _copy_with_journal(source, copy))
        yield copy


def _copy_with_journal(source: Path, copy: Path) -> None:
    """Copy a file and the journal of a crashed writer, both of one moment."""
    for _attempt in range(_ATTEMPTS):
        before = stamp(source), stamp(journal_of(source))
        journal = journal_of(source)
        if journal.exists():
            shutil.copyfile(journal, journal_of(copy))
        shutil.copyfile(source, copy)
        if (stamp(source), stamp(journal_of(source))) == before:
            return
    raise ForumFileUnwritable(
        str(source), say("another program keeps changing the file"), say("close it there, then try again")
    )


def check(path: Path, *, is_stopping: Callable[[], bool] | None = None) -> Entry:
    """Check a forum file as a whole, the chain of its journal aside.

    Of an older version, pages, schema and the last journal entry are checked.

    Args:
        path: the file.
        is_stopping: asked in between; ``True`` stops.

    Returns:
        Its last journal entry.

    Raises:
        ForumFileError: it is not sound.
        Cancelled: ``is_stopping`` said so.
    """
    with (
        open_for_reading(path, as_it_is=True, is_stopping=is_stopping) as database,
        database.reading() as connection,
    ):
        migrate.check_schema(connection, path)
        sound(connection, path)
        if migrate.version_of(connection) == migrate.newest_version():
            head = load(connection, path).head
        else:
            with damaged(path):
                head = _sound_head(connection)
    return head


def peek(path: Path) -> Entry:
    """Return the last journal entry of a forum file, of which nothing else is checked.

    Raises:
        ForumFileError: there is no such entry.
    """
    with open_for_reading(path, as_it_is=True) as database, database.reading() as connection, damaged(path):
        migrate.check_schema(connection, path)
        return _sound_head(connection)


def _sound_head(connection: sqlite3.Connection) -> Entry:
    head = store.head(connection)
    if head.digest() != head.hash:
        raise UnreadableError(say("journal entry {seq} was altered", seq=str(head.seq)))
    return head


def sound(connection: sqlite3.Connection, path: Path) -> None:
    """Check the pages of a file and the references between its rows.

    Raises:
        DamagedForumFile: SQLite finds something.
    """
    for (found,) in connection.execute("PRAGMA integrity_check(1)"):
        if found != "ok":
            raise DamagedForumFile(
                str(path), say("the file is damaged ({found})", found=found), say("restore a backup")
            )
    for row in connection.execute("PRAGMA foreign_key_check"):
        raise DamagedForumFile(
            str(path),
            say("the file is damaged (a row of {row} belongs to no row of {row_2})", row=row[0], row_2=row[2]),
            say("restore a backup"),
        )
