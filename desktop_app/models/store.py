"""Reading the rows of a forum file, inside the caller's transaction.

Whole tables and single entries are read by the driver itself: there is nothing to build or translate, and
the window is there before SQLAlchemy, which writes, has been loaded.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from desktop_app.calc.sentences import say
from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import COLUMNS, Entry
from desktop_app.models.places import PLACE_TYPES, Records, record_id

_MOST_ROWS: Final = 100_000
"""More rows than the limits of the interchange format allow in any table."""

_COLUMNS: Final = ", ".join(COLUMNS)
_LATER: Final = ("reason", "particulars", "desk")
_MARKS_SINCE: Final = 4
_OLDER_COLUMNS: Final = ", ".join("NULL" if name in _LATER else name for name in COLUMNS)


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
            raise UnreadableError(say("{table}: there are more rows than a forum can have", table=table))
    return records


def _entries(connection: sqlite3.Connection, line: int | None) -> tuple[str, tuple[int, ...]]:
    """Return the beginning of a question about the record's entries, or those of a line beside it, and its values."""
    if line is None:
        is_older = connection.execute("PRAGMA user_version").fetchone()[0] < _MARKS_SINCE
        columns = _OLDER_COLUMNS if is_older else _COLUMNS
        return f"SELECT {columns} FROM journal WHERE TRUE", ()  # noqa: S608 - names of our own columns
    return f"SELECT {_COLUMNS} FROM line_entry WHERE line = ?", (line,)  # noqa: S608 - names of our own columns


def head(connection: sqlite3.Connection, line: int | None = None) -> Entry:
    """Return the last entry of the journal, or of a line beside it.

    Raises:
        UnreadableError: there is none.
    """
    question, values = _entries(connection, line)
    found = connection.execute(f"{question} ORDER BY seq DESC LIMIT 1", values)
    return _only(
        found, say("the journal is empty") if line is None else say("line {line} has no entry", line=str(line))
    )


def head_mark(connection: sqlite3.Connection, line: int | None = None) -> tuple[int, str]:
    """Return number and hash of the last entry; 0 and nothing where there is none."""
    if line is None:
        row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    else:
        question = "SELECT seq, hash FROM line_entry WHERE line = ? ORDER BY seq DESC LIMIT 1"
        row = connection.execute(question, (line,)).fetchone()
    return (0, "") if row is None else (row[0], row[1])


def hash_of(connection: sqlite3.Connection, seq: int) -> str:
    """Return the hash of an entry of the record, which stands for everything before it too; nothing where it is not."""
    row = connection.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()
    return "" if row is None else row[0]


def entry(connection: sqlite3.Connection, seq: int, line: int | None = None) -> Entry:
    """Return one entry.

    Raises:
        UnreadableError: there is none of this number.
    """
    question, values = _entries(connection, line)
    return _only(
        connection.execute(f"{question} AND seq = ?", (*values, seq)),
        say("the journal has no entry {seq}", seq=str(seq)),
    )


def time_of(connection: sqlite3.Connection, seq: int) -> str:
    """Return when an entry of the record was made, as the journal writes it.

    Raises:
        UnreadableError: there is none of this number.
    """
    row = connection.execute("SELECT at FROM journal WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        raise UnreadableError(say("the journal has no entry {seq}", seq=str(seq)))
    return str(row[0])


def entries_after(connection: sqlite3.Connection, seq: int, limit: int, line: int | None = None) -> list[Entry]:
    """Return at most ``limit`` entries that follow entry ``seq`` (0: from the first), in order.

    Raises:
        UnreadableError: a row holds no entry.
    """
    question, values = _entries(connection, line)
    return _all(connection.execute(f"{question} AND seq > ? ORDER BY seq LIMIT ?", (*values, seq, limit)))


def entries_before(connection: sqlite3.Connection, seq: int, limit: int, line: int | None = None) -> list[Entry]:
    """Return at most ``limit`` entries before entry ``seq``, the newest first.

    Raises:
        UnreadableError: a row holds no entry.
    """
    question, values = _entries(connection, line)
    return _all(connection.execute(f"{question} AND seq < ? ORDER BY seq DESC LIMIT ?", (*values, seq, limit)))


def search(
    connection: sqlite3.Connection, conditions: Iterable[tuple[str, Sequence[object]]], before: int, limit: int
) -> list[Entry]:
    """Return entries of the record before entry ``before`` that meet every condition, the newest first.

    Args:
        connection: reads the file.
        conditions: of our own making, each with its values.
        before: only entries before this number.
        limit: at most so many.

    Raises:
        UnreadableError: a row holds no entry.
    """
    question, _values = _entries(connection, None)
    found = [(text, tuple(values)) for text, values in conditions]
    wanted = "".join(f" AND {text}" for text, _values in found)
    held = [value for _text, values in found for value in values]
    return _all(connection.execute(f"{question} AND seq < ?{wanted} ORDER BY seq DESC LIMIT ?", (before, *held, limit)))


def undone_by(connection: sqlite3.Connection, seq: int) -> int | None:
    """Return the entry by which a change of the record is undone; ``None`` where it stands.

    An undo takes it back, the redo of that undo brings it again, and so on; each names the one before as its target.
    """
    by: int | None = None
    question = "SELECT seq FROM journal WHERE target = ? AND seq > ?"
    while row := connection.execute(question, (seq, seq)).fetchone():
        seq = int(row[0])
        by = seq if by is None else None
    return by


def marks(connection: sqlite3.Connection, after: int = 0) -> list[Entry]:
    """Return the marks of the record after an entry, oldest first.

    Raises:
        UnreadableError: a row holds no entry.
    """
    return _telling(connection, "mark", after)


def with_state(connection: sqlite3.Connection, digits: str) -> list[tuple[int | None, Entry]]:
    """Return line (``None``: the record) and entry wherever the state's hash begins with ``digits``, in order.

    Raises:
        UnreadableError: a row holds no entry.
    """
    # All that begins so lies between the digits themselves and the same with a letter behind that no hash has.
    bounds = (digits, f"{digits}g")
    question, _values = _entries(connection, None)
    found: list[tuple[int | None, Entry]] = [
        (None, each)
        for each in _all(
            connection.execute(f"{question} AND state_hash >= ? AND state_hash < ? ORDER BY seq LIMIT 1000", bounds)
        )
    ]
    lines = "SELECT line, seq FROM line_entry WHERE state_hash >= ? AND state_hash < ? ORDER BY line, seq LIMIT 1000"
    for line, seq in connection.execute(lines, bounds).fetchall():
        found.append((line, entry(connection, seq, line)))
    return found


def entries_told(connection: sqlite3.Connection, name: str, after: int = 0) -> list[Entry]:
    """Return the changes of the record after an entry whose particulars hold a name, oldest first.

    Raises:
        UnreadableError: a row holds no entry.
    """
    return [each for each in _telling(connection, "change", after) if name in each.particulars_map]


def _telling(connection: sqlite3.Connection, action: str, after: int) -> list[Entry]:
    question, _values = _entries(connection, None)
    told = f"{question} AND particulars IS NOT NULL AND action = ? AND seq > ? ORDER BY seq"
    return _all(connection.execute(told, (action, after)))


def near(connection: sqlite3.Connection, seq: int) -> tuple[int, str] | None:
    """Return number and rows of the last checkpoint up to entry ``seq``; ``None`` where there is none."""
    question = "SELECT seq, records FROM checkpoint WHERE seq <= ? ORDER BY seq DESC LIMIT 1"
    row = connection.execute(question, (seq,)).fetchone()
    return None if row is None else (row[0], row[1])


def checkpoints(connection: sqlite3.Connection) -> int:
    """Return how many checkpoints there are."""
    return int(connection.execute("SELECT count(*) FROM checkpoint").fetchone()[0])


class LineRow(NamedTuple):
    """A line beside the record, as it stands in its row.

    Attributes:
        number: by which the file knows it.
        kind: ``scenario`` or ``merged``.
        name: what it is called.
        origin: the entry of the record from which it leads away.
        entries: how many it has.
    """

    number: int
    kind: str
    name: str
    origin: int
    entries: int


def lines(connection: sqlite3.Connection) -> list[LineRow]:
    """Return every line beside the record, in order."""
    return [LineRow(*row) for row in connection.execute("SELECT id, kind, name, origin, entries FROM line ORDER BY id")]


def line_rows(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Return number, kind, name, note, origin, place and length of every line, unread, in order."""
    question = "SELECT id, kind, name, note, origin, put_away, entries FROM line ORDER BY id"
    return connection.execute(question).fetchall()


def lines_of(connection: sqlite3.Connection, kind: str) -> int:
    """Return how many lines of a kind there are."""
    return int(connection.execute("SELECT count(*) FROM line WHERE kind = ?", (kind,)).fetchone()[0])


def line_with(connection: sqlite3.Connection, digest: str, state: str) -> bool:
    """Tell whether a line that begins with an entry, named by its hash, has a state."""
    question = (
        "SELECT 1 FROM line_entry AS first JOIN line_entry AS held ON held.line = first.line"
        " WHERE first.seq = 1 AND first.hash = ? AND held.state_hash = ?"
    )
    return connection.execute(question, (digest, state)).fetchone() is not None


def first_hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the hash of the first entry of each line, by its number, written out."""
    found = connection.execute("SELECT line, hash FROM line_entry WHERE seq = 1").fetchall()
    return {str(line): digest for line, digest in found}


def last_base(connection: sqlite3.Connection, line: int | None = None) -> int:
    """Return the last entry that holds the whole forum, as the last entry of the journal or of a line says; else 1."""
    if line is None:
        row = connection.execute("SELECT base FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    else:
        question = "SELECT base FROM line_entry WHERE line = ? ORDER BY seq DESC LIMIT 1"
        row = connection.execute(question, (line,)).fetchone()
    return 1 if row is None else int(row[0])


def merged_lines(connection: sqlite3.Connection, digest: str) -> list[int]:
    """Return the merged lines that hold an entry, named by its hash; each has all that stood before it too."""
    question = (
        "SELECT DISTINCT line.id FROM line_entry JOIN line ON line.id = line_entry.line"
        " WHERE line.kind = 'merged' AND line_entry.hash = ? ORDER BY line.id"
    )
    return [number for (number,) in connection.execute(question, (digest,))]


def column_names(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of one of the forum's tables, its key aside."""
    found = connection.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 - our own table
    return [column[0] for column in found.description][len(PLACE_TYPES[table]) :]


def _all(rows: Iterable[tuple[object, ...]]) -> list[Entry]:
    return [Entry.from_row(row) for row in rows]


def _only(rows: Iterable[tuple[object, ...]], missing: str) -> Entry:
    for row in rows:
        return Entry.from_row(row)
    raise UnreadableError(missing)
