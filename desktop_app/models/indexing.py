"""What is written beside each entry of the record so that the past is found at once: touched cells and checkpoints."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.calc.forum import Forum
from desktop_app.models import store
from desktop_app.models.columns import Row
from desktop_app.models.journal import Entry
from desktop_app.models.places import RecordId, Records
from desktop_app.models.records import RowChange, replay, row_in
from desktop_app.models.timeline import EVERY, checkpoint_text, records_text
from desktop_app.models.touched import touches_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


def index_entry(connection: "Connection", entry: Entry, changes: list[RowChange], forum: Forum) -> None:
    """Write beside a new entry of the record what it touched, and where it is due a checkpoint."""
    from desktop_app.models import writing

    writing.touch(connection, entry.seq, touches_of(entry, _rows_of(forum), changes))
    if entry.seq % EVERY == 0:
        writing.checkpoint(connection, entry.seq, checkpoint_text(forum))


def index_journal(raw: sqlite3.Connection, connection: "Connection") -> None:
    """Write the same beside every entry of a journal that was made before format 4.

    Args:
        raw: reads the journal.
        connection: writes, in the caller's transaction.

    Raises:
        UnreadableError: the journal cannot be replayed.
    """
    from desktop_app.models import writing

    records: Records = {}
    seq = 0
    while following := store.entries_after(raw, seq, EVERY):
        for entry in following:
            if entry.base == entry.seq:
                records = {}
            replay(records, entry.row_changes())
            writing.touch(connection, entry.seq, touches_of(entry, records.get))
            if entry.seq % EVERY == 0:
                writing.checkpoint(connection, entry.seq, records_text(records))
        seq = following[-1].seq


def _rows_of(forum: Forum) -> Callable[[RecordId], Row | None]:
    return lambda record: row_in(forum, record)
