"""Writing the rows of a forum file through SQLAlchemy, inside the caller's transaction."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Delete, Insert, Update, bindparam, delete, func, insert, select, update

from desktop_app.calc.sentences import say
from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import COLUMNS, Entry
from desktop_app.models.places import Place
from desktop_app.models.records import RowChange
from desktop_app.models.schema import CHECKPOINT, FORUM_TABLES, JOURNAL, LINE, LINE_ENTRY, TOUCHED
from desktop_app.models.touched import Touch

_KEY: Final = "key_"
"""Stands before the names of the key's columns in statements that find a row."""

_APPEND: Final = insert(JOURNAL)
_APPEND_TO_LINE: Final = insert(LINE_ENTRY)
_TOUCH: Final = insert(TOUCHED)
_CHECKPOINT: Final = insert(CHECKPOINT)


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
            raise UnreadableError(say("a row that should be changed is not in its table"))


def append(connection: Connection, new: Entry, line: int | None = None) -> None:
    """Write an entry at the end of the journal, or of a line beside it."""
    columns: dict[str, object] = {name: getattr(new, name) for name in COLUMNS}
    if line is None:
        connection.execute(_APPEND, columns)
    else:
        connection.execute(_APPEND_TO_LINE, {**columns, "line": line})
        connection.execute(update(LINE).where(LINE.c.id == line).values(entries=LINE.c.entries + 1))


def touch(connection: Connection, seq: int, touches: Iterable[Touch]) -> None:
    """Write down what an entry of the record touched."""
    rows = [{"code": code, "cell": cell, "seq": seq} for code, cell in touches]
    if rows:
        connection.execute(_TOUCH, rows)


def checkpoint(connection: Connection, seq: int, records: str) -> None:
    """Write down all rows as they stand after an entry of the record, as the journal writes rows."""
    connection.execute(_CHECKPOINT, {"seq": seq, "records": records})


def begin_line(connection: Connection, kind: str, name: str, note: str | None, origin: int) -> int:
    """Begin a line beside the record, and return its number."""
    last = connection.execute(select(func.max(LINE.c.id))).scalar()
    number = (last or 0) + 1
    values = {"id": number, "kind": kind, "name": name, "note": note, "origin": origin, "put_away": 0, "entries": 0}
    connection.execute(insert(LINE), values)
    return number


def head_of_line(connection: Connection, line: int) -> tuple[int, str]:
    """Return number and hash of the last entry of a line beside the record."""
    entry = LINE_ENTRY.c
    found = select(entry.seq, entry.hash).where(entry.line == line).order_by(entry.seq.desc()).limit(1)
    seq, digest = connection.execute(found).one()
    return seq, digest


def change_line(connection: Connection, line: int, values: Mapping[str, str | int | None]) -> None:
    """Change name, note or place of a line."""
    connection.execute(update(LINE).where(LINE.c.id == line).values(dict(values)))


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
