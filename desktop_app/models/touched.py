"""Which cells an entry of the journal touched: the index by which the history is filtered and the last touch found.

A cell is named ``table.column`` (``pledge.relocations``); its Member State is the code in the key of its row.
The index is made from the journal and can be made anew from it; verification compares the two.
"""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from desktop_app.models.columns import Row
from desktop_app.models.journal import Entry
from desktop_app.models.places import PLACE_TYPES, RecordId
from desktop_app.models.records import RowChange

Touch: TypeAlias = tuple[str, str]
"""Code of the Member State, or nothing, and the cell."""

_STATUS: Final = "_status"
_STATE_COLUMNS: Final = ("code", "state", "sponsor")
_ENTRY: Final = ("", "")
"""What a mark touches: nothing, and yet the index tells of it, so that it cannot be cut off unseen."""
_NOT_STATES: Final = frozenset({"reading", "source_act"})
"""Tables whose key is a text that names no state."""

_LAST_TOUCH: Final = """
WITH RECURSIVE held (cell) AS (
    SELECT min(cell) FROM touched WHERE code = :code AND cell >= :first AND cell < :end
    UNION ALL
    SELECT (SELECT min(cell) FROM touched WHERE code = :code AND cell > held.cell AND cell < :end)
    FROM held WHERE held.cell IS NOT NULL
)
SELECT max((SELECT max(seq) FROM touched WHERE code = :code AND cell = held.cell AND seq <= :upto)) FROM held
"""
"""Goes from cell to cell by the index, however often each was touched."""


def touches(changes: Iterable[RowChange], row_of: Callable[[RecordId], Row | None]) -> tuple[Touch, ...]:
    """Return what changes of rows touch, each once, in order.

    Args:
        changes: of one entry.
        row_of: gives a row as it stands after the entry, where it still stands.
    """
    found: dict[Touch, None] = {}
    for change in changes:
        code = _code(change, row_of)
        for column in change.after or change.before or {}:
            found[code, f"{change.table}.{column_of(column)}"] = None
    return tuple(found)


def column_of(name: str) -> str:
    """Return the column of a cell: a value and whether it is known are one."""
    return name.removesuffix(_STATUS)


def touches_of(
    entry: Entry, row_of: Callable[[RecordId], Row | None], changes: Iterable[RowChange] | None = None
) -> tuple[Touch, ...]:
    """Return what an entry touches; one that holds the whole forum touches nothing in particular.

    Args:
        entry: of the record.
        row_of: gives a row as it stands after the entry, where it still stands.
        changes: the rows that it changes, where they are at hand.

    Raises:
        UnreadableError: the entry cannot be read.
    """
    if entry.base == entry.seq:
        return ()
    return touches(entry.row_changes() if changes is None else changes, row_of) or (_ENTRY,)


def _code(change: RowChange, row_of: Callable[[RecordId], Row | None]) -> str:
    if PLACE_TYPES[change.table][0] is str:
        return "" if change.table in _NOT_STATES else str(change.place[0])
    # A row that stays names only what differs; the state to which it belongs seldom does.
    row = change.before if change.after is None else {**(row_of(change.id) or {}), **change.after}
    return next((str(row[name]) for name in _STATE_COLUMNS if row and row.get(name)), "")


def last_touch(connection: sqlite3.Connection, code: str, table: str, upto: int) -> int | None:
    """Return the last entry up to ``upto`` that touched any cell of a state in a table; ``None``: none did."""
    row = connection.execute(
        _LAST_TOUCH, {"code": code, "first": f"{table}.", "end": f"{table}/", "upto": upto}
    ).fetchone()
    return None if row[0] is None else int(row[0])


def entries_that_touch(
    connection: sqlite3.Connection, code: str, cell: str, before: int, limit: int, *, after: int = 0
) -> list[int]:
    """Return entries that touched a cell of a state between two entries, the newest first."""
    question = "SELECT seq FROM touched WHERE code = ? AND cell = ? AND seq < ? AND seq > ? ORDER BY seq DESC LIMIT ?"
    return [seq for (seq,) in connection.execute(question, (code, cell, before, after, limit))]


def cells_in(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the cells that any entry touched, in order."""
    question = "SELECT DISTINCT cell FROM touched WHERE cell <> '' ORDER BY cell"
    return tuple(cell for (cell,) in connection.execute(question))


def is_touched(connection: sqlite3.Connection, code: str, cell: str, seq: int) -> bool:
    """Tell whether the index holds that an entry touched a cell."""
    question = "SELECT 1 FROM touched WHERE code = ? AND cell = ? AND seq = ?"
    return connection.execute(question, (code, cell, seq)).fetchone() is not None


def last_touched(connection: sqlite3.Connection) -> int:
    """Return the last entry that the index tells of; 0 where it is empty."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM touched").fetchone()[0])


def touched_rows(connection: sqlite3.Connection) -> int:
    """Return how many touches the index holds."""
    return int(connection.execute("SELECT count(*) FROM touched").fetchone()[0])
