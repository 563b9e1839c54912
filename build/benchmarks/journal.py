"""Forum files with long journals, made quickly: the same entries as the door writes, in one transaction.

What the door writes beside each entry is there too: touched cells and checkpoints, without which every step into the
past would be replayed from the first entry.
"""

import sqlite3
from dataclasses import replace
from pathlib import Path

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.journal import COLUMNS, Entry
from desktop_app.models.records import row_in
from desktop_app.models.timeline import EVERY, checkpoint_text
from desktop_app.models.touched import touches

BATCH = 500
"""Even, so that the tables stand as the last entry leaves them."""


def make(path: Path, forum: Forum, entries: int) -> None:
    """Make a forum file whose journal has at least ``entries`` entries; its chain verifies.

    Two real changes (one pledge to and fro) are recorded through the door; the rest repeats them.
    """
    with ForumFile.create(path, forum, "benchmark") as file:
        for value in (1_000_000_00, 2_000_000_00, 1_000_000_00):
            file.apply(RecordPledge("BE", PledgeColumn.FINANCIAL, value))
        newest = file.history(2)
        # Of the two, each leads to the state in which the other was recorded.
        last, models = newest[0], (newest[1], newest[0])
        states = tuple(file.forum_at(each.seq) for each in models)
    touched = touches(models[0].row_changes(), lambda record: row_in(states[0], record))
    checkpoints = tuple(checkpoint_text(each) for each in states)
    connection = sqlite3.connect(path, isolation_level=None)
    # A file for timing only: nobody needs it after a power failure.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN IMMEDIATE")
    columns = ", ".join(COLUMNS)
    statement = f"INSERT INTO journal ({columns}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - our own names
    while last.seq < entries:
        rows: list[tuple[object, ...]] = []
        for _ in range(BATCH):
            turn = (last.seq + 1 - models[0].seq) % 2
            last = _next(last, models[turn])
            rows.append(tuple(getattr(last, name) for name in COLUMNS))
            if last.seq % EVERY == 0:
                connection.execute("INSERT INTO checkpoint (seq, records) VALUES (?, ?)", (last.seq, checkpoints[turn]))
        connection.executemany(statement, rows)
        beside = [(code, cell, row[0]) for row in rows for code, cell in touched]
        connection.executemany("INSERT INTO touched (code, cell, seq) VALUES (?, ?, ?)", beside)
    connection.execute("COMMIT")
    connection.close()


def _next(last: Entry, model: Entry) -> Entry:
    seq = last.seq + 1
    return replace(model, seq=seq, undo_top=seq, previous_hash=last.hash, hash="").sealed()
