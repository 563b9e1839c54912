"""Reading and writing the rows of a forum file, inside the caller's transaction."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Delete, Insert, Select, Update, bindparam, delete, insert, select, update

from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import COLUMNS, Entry
from desktop_app.models.records import RowChange
from desktop_app.models.rows import Place, Records, record_id
from desktop_app.models.schema import FORUM_TABLES, JOURNAL

_MOST_ROWS: Final = 100_000
"""More rows than the limits of the interchange format allow in any table."""

_KEY: Final = "key_"
"""Stands before the names of the key's columns in statements that find a row."""


def read_records(connection: Connection) -> Records:
    """Return all rows of the forum.

    Raises:
        UnreadableError: there are more than any forum has, or a key is none.
    """
    records: Records = {}
    for name, table in FORUM_TABLES.items():
        keys = len(table.primary_key)
        names = [column.name for column in table.columns][keys:]
        for row in connection.execute(_select_all(name)):
            records[record_id(name, row[:keys])] = dict(zip(names, row[keys:], strict=True))
        if len(records) > _MOST_ROWS:
            raise UnreadableError(f"{name}: there are more rows than a forum can have")
    return records


def write_changes(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Change rows.

    Raises:
        UnreadableError: a row that shall be changed is not there.
    """
    alike: dict[Insert | Update | Delete, list[dict[str, Any]]] = {}
    for change in changes:
        statement, values = _statement(change)
        alike.setdefault(statement, []).append(values)
    for statement, rows in alike.items():
        result = connection.execute(statement, rows if len(rows) > 1 else rows[0])
        if result.rowcount != len(rows):
            raise UnreadableError("a row that should be changed is not in its table")


def head(connection: Connection) -> Entry:
    """Return the last entry of the journal.

    Raises:
        UnreadableError: there is none.
    """
    return _entry_of(connection.execute(_HEAD).first(), "the journal is empty")


def head_mark(connection: Connection) -> tuple[int, str]:
    """Return number and hash of the last entry; 0 and nothing where there is none."""
    row = connection.execute(_HEAD_MARK).first()
    return (0, "") if row is None else (row[0], row[1])


def entry(connection: Connection, seq: int) -> Entry:
    """Return one entry of the journal.

    Raises:
        UnreadableError: there is none of this number.
    """
    return _entry_of(connection.execute(_ENTRY, {"seq": seq}).first(), f"the journal has no entry {seq}")


def append(connection: Connection, new: Entry) -> None:
    """Write an entry at the end of the journal."""
    connection.execute(_APPEND, {name: getattr(new, name) for name in COLUMNS})


def entries_after(connection: Connection, seq: int, limit: int) -> list[Entry]:
    """Return at most ``limit`` entries that follow entry ``seq`` (0: from the first), in order.

    Raises:
        UnreadableError: a row holds no entry.
    """
    return [Entry.from_row(tuple(row)) for row in connection.execute(_AFTER, {"seq": seq, "limit": limit})]


def entries_before(connection: Connection, seq: int, limit: int) -> list[Entry]:
    """Return at most ``limit`` entries before entry ``seq``, the newest first.

    Raises:
        UnreadableError: a row holds no entry.
    """
    return [Entry.from_row(tuple(row)) for row in connection.execute(_BEFORE, {"seq": seq, "limit": limit})]


_ROWS: Final = select(*(JOURNAL.c[name] for name in COLUMNS))
_HEAD: Final = _ROWS.order_by(JOURNAL.c.seq.desc()).limit(1)
_HEAD_MARK: Final = select(JOURNAL.c.seq, JOURNAL.c.hash).order_by(JOURNAL.c.seq.desc()).limit(1)
_ENTRY: Final = _ROWS.where(JOURNAL.c.seq == bindparam("seq"))
_AFTER: Final = _ROWS.where(JOURNAL.c.seq > bindparam("seq")).order_by(JOURNAL.c.seq).limit(bindparam("limit"))
_BEFORE: Final = _ROWS.where(JOURNAL.c.seq < bindparam("seq")).order_by(JOURNAL.c.seq.desc()).limit(bindparam("limit"))
_APPEND: Final = insert(JOURNAL)


def _entry_of(row: Any, missing: str) -> Entry:
    if row is None:
        raise UnreadableError(missing)
    return Entry.from_row(tuple(row))


@lru_cache
def _select_all(table: str) -> Select[Any]:
    return select(FORUM_TABLES[table]).limit(_MOST_ROWS + 1)


def _statement(change: RowChange) -> tuple[Insert | Update | Delete, dict[str, Any]]:
    if change.after is None:
        return _delete(change.table), dict(_key_values(change.table, change.place, _KEY))
    if change.before is None:
        return _insert(change.table), {**dict(_key_values(change.table, change.place)), **change.after}
    names = tuple(sorted(change.after))
    return _update(change.table, names), {**dict(_key_values(change.table, change.place, _KEY)), **change.after}


def _key_values(table: str, place: Place, before: str = "") -> Iterator[tuple[str, int | str]]:
    for column, value in zip(FORUM_TABLES[table].primary_key, place, strict=True):
        yield f"{before}{column.name}", value


@lru_cache
def _insert(table: str) -> Insert:
    return insert(FORUM_TABLES[table])


@lru_cache
def _delete(table: str) -> Delete:
    return delete(FORUM_TABLES[table]).where(*_is_row(table))


@lru_cache
def _update(table: str, names: tuple[str, ...]) -> Update:
    return update(FORUM_TABLES[table]).where(*_is_row(table)).values({name: bindparam(name) for name in names})


def _is_row(table: str) -> list[Any]:
    return [column == bindparam(f"{_KEY}{column.name}") for column in FORUM_TABLES[table].primary_key]
