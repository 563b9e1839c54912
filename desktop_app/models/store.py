"""Reading the rows of a forum file, inside the caller's transaction.

Whole tables and single entries are read by the driver itself: there is nothing to build or translate, and
the window is there before SQLAlchemy, which writes, has been loaded.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import COLUMNS, Entry
from desktop_app.models.places import PLACE_TYPES, Records, record_id

_MOST_ROWS: Final = 100_000
"""More rows than the limits of the interchange format allow in any table."""

_ENTRIES: Final = f"SELECT {', '.join(COLUMNS)} FROM journal"  # noqa: S608 - names of our own columns


def read_records(connection: sqlite3.Connection) -> Records:
    """Return all rows of the forum.

    Raises:
        UnreadableError: there are more than any forum has, or a key is none.
    """
    records: Records = {}
    for table, types in PLACE_TYPES.items():
        keys = len(types)
        found = connection.execute(f"SELECT * FROM {table} LIMIT {_MOST_ROWS + 1}")  # noqa: S608 - our own table
        names = [column[0] for column in found.description][keys:]
        for row in found:
            records[record_id(table, row[:keys])] = dict(zip(names, row[keys:], strict=True))
        if len(records) > _MOST_ROWS:
            raise UnreadableError(f"{table}: there are more rows than a forum can have")
    return records


def head(connection: sqlite3.Connection) -> Entry:
    """Return the last entry of the journal.

    Raises:
        UnreadableError: there is none.
    """
    return _only(connection.execute(f"{_ENTRIES} ORDER BY seq DESC LIMIT 1"), "the journal is empty")


def head_mark(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return number and hash of the last entry; 0 and nothing where there is none."""
    row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, "") if row is None else (row[0], row[1])


def entry(connection: sqlite3.Connection, seq: int) -> Entry:
    """Return one entry of the journal.

    Raises:
        UnreadableError: there is none of this number.
    """
    return _only(connection.execute(f"{_ENTRIES} WHERE seq = ?", (seq,)), f"the journal has no entry {seq}")


def entries_after(connection: sqlite3.Connection, seq: int, limit: int) -> list[Entry]:
    """Return at most ``limit`` entries that follow entry ``seq`` (0: from the first), in order.

    Raises:
        UnreadableError: a row holds no entry.
    """
    return _all(connection.execute(f"{_ENTRIES} WHERE seq > ? ORDER BY seq LIMIT ?", (seq, limit)))


def entries_before(connection: sqlite3.Connection, seq: int, limit: int) -> list[Entry]:
    """Return at most ``limit`` entries before entry ``seq``, the newest first.

    Raises:
        UnreadableError: a row holds no entry.
    """
    return _all(connection.execute(f"{_ENTRIES} WHERE seq < ? ORDER BY seq DESC LIMIT ?", (seq, limit)))


def _all(rows: Iterable[tuple[object, ...]]) -> list[Entry]:
    return [Entry.from_row(row) for row in rows]


def _only(rows: Iterable[tuple[object, ...]], missing: str) -> Entry:
    for row in rows:
        return Entry.from_row(row)
    raise UnreadableError(missing)
