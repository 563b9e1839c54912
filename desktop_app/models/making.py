"""Giving a file its tables: a new one all of them, an older one what is new since."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.models import migrate, store
from desktop_app.models.database import Database
from desktop_app.models.journal import Action, Author, whole_forum
from desktop_app.models.loading import damaged, sound
from desktop_app.models.records import forum_from, settle

_LONGEST_TITLE: Final = 500
_INDEXED_SINCE: Final = 4
"""The format that brought touched cells and checkpoints."""


def make(made: Path, forum: Forum, author: Author) -> None:
    """Write the tables, the forum and the first journal entry into an empty file.

    Raises:
        BadInput: the forum holds what no document could.
        ForumFileError: the file cannot be written.
    """
    from desktop_app.models import writing

    settled, changes = settle(None, forum)
    database = Database(made, write=True)
    try:
        with database.writing() as connection:
            migrate.run(connection, 0)
            writing.write_changes(connection, changes)
            title = f"Created: {settled.title or 'a forum'}"[:_LONGEST_TITLE]
            writing.append(connection, whole_forum(Action.CREATE, title, settled, author, None))
    finally:
        database.close()


def bring_up_to_date(database: Database, author: Author, is_stopping: Callable[[], bool] | None = None) -> int | None:
    """Bring an older file's tables to the newest version, in one transaction, and say so in its journal.

    The entry holds the whole forum as the new tables have it: replay begins there.

    Args:
        database: the file, open for writing.
        author: of the entry.
        is_stopping: asked until the transaction is about to be committed; ``True`` leaves the file as it was.

    Returns:
        The version that it had, or ``None`` where nothing was to do.

    Raises:
        ForumFileError: it could not be done; the file is as it was.
        Cancelled: ``is_stopping`` said so.
    """
    from desktop_app.models import writing
    from desktop_app.models.indexing import index_entry, index_journal

    path = database.path
    with database.reading() as connection:
        migrate.check_schema(connection, path)
        version = migrate.version_of(connection)
    if version == migrate.newest_version():
        return None
    # A migration may rebuild a table that others refer to; all references are checked at its end.
    database.raw.execute("PRAGMA foreign_keys = OFF")
    try:
        with database.writing() as connection, damaged(path), _stoppable(database, is_stopping):
            migrate.run(connection, version)
            sound(database.raw, path)
            forum = forum_from(store.read_records(database.raw))
            if version < _INDEXED_SINCE:
                index_journal(database.raw, connection)
            title = f"Format {version} brought to format {migrate.newest_version()}"
            head = store.head(database.raw)
            # A laptop whose clock runs behind the record must not make the record run backwards.
            known = replace(author, now=max(author.now, head.time))
            brought = whole_forum(Action.MIGRATE, title, forum, known, head)
            writing.append(connection, brought)
            index_entry(connection, brought, [], forum)
    finally:
        database.raw.execute("PRAGMA foreign_keys = ON")
    return version


@contextmanager
def _stoppable(database: Database, is_stopping: Callable[[], bool] | None) -> Iterator[None]:
    """Let the work inside be stopped; what follows it, the COMMIT above all, is done whole and never called stopped."""
    database.stop_when(is_stopping)
    try:
        yield
    finally:
        database.stop_when(None)
