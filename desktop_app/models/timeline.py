"""The forum at any moment of its record: from the nearest checkpoint, and proved by the hash that the journal seals.

A checkpoint holds all rows after every :data:`EVERY` entries; what follows it is replayed. Each step of a slider
costs the same, however long the journal is. A checkpoint is never trusted: the state that comes of it must have the
hash of its entry. Where no hash can be proved, before the last base, the replay begins with the base.
"""

import sqlite3
from collections import OrderedDict
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say
from desktop_app.models import store
from desktop_app.models.columns import UnreadableError
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Entry, changes_from, changes_text
from desktop_app.models.places import Records
from desktop_app.models.records import RowChange, all_records, forum_from, patched, replay

EVERY: Final = 256
"""Entries from one checkpoint to the next."""

_KEPT: Final = 12
"""States that are kept in memory: the two that are compared, and those beside the slider."""
_STEPS: Final = 24
"""Entries by which a state that is kept is brought forth or back, instead of one from a checkpoint."""


def checkpoint_text(forum: Forum) -> str:
    """Write all rows of a forum as a checkpoint holds them."""
    return records_text(all_records(forum))


def records_text(records: Records) -> str:
    """Write rows as a checkpoint holds them."""
    return changes_text(RowChange(table, place, None, row) for (table, place), row in records.items())


class Timeline:
    """The states of one chain: the record, or a line beside it."""

    def __init__(self, line: int | None = None) -> None:
        """Begin with nothing in memory.

        Args:
            line: the line beside the record; ``None``: the record itself.
        """
        self._line = line
        self._kept: OrderedDict[int, tuple[str, Forum]] = OrderedDict()

    def forum_at(self, connection: sqlite3.Connection, seq: int, last: Entry) -> Forum:
        """Return the forum as it stood after an entry.

        Args:
            connection: reads the journal.
            seq: number of the entry.
            last: the last entry of the chain.

        Raises:
            UnreadableError: there is no such entry, or the journal does not lead to the state that it names.
        """
        entry = store.entry(connection, seq, self._line)
        kept = self._kept.get(seq)
        if kept is not None and kept[0] == entry.hash:
            self._kept.move_to_end(seq)
            return kept[1]
        # States before the last base were hashed as an older version of the format had it: nothing proves a checkpoint.
        is_proved = entry.base >= last.base
        forum = self._from_beside(connection, entry)
        if forum is None:
            forum = self._from_rows(connection, entry, by_checkpoint=is_proved)
        if is_proved and state_hash(forum) != entry.state_hash:
            raise UnreadableError(say("the journal does not lead to the state that entry {seq} names", seq=str(seq)))
        self.keep(entry, forum)
        return forum

    def keep(self, entry: Entry, forum: Forum) -> None:
        """Keep a state in memory."""
        self._kept[entry.seq] = (entry.hash, forum)
        self._kept.move_to_end(entry.seq)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _from_beside(self, connection: sqlite3.Connection, entry: Entry) -> Forum | None:
        """Return the state, brought forth or back from one in memory that is near; ``None`` where none is."""
        near = min(self._kept, key=lambda seq: abs(seq - entry.seq), default=None)
        if near is None or abs(near - entry.seq) > _STEPS:
            return None
        digest, forum = self._kept[near]
        first, last = sorted((near, entry.seq))
        between = store.entries_after(connection, first - 1, last - first + 1, self._line)
        ends = {each.seq: each for each in between}
        is_ours = near in ends and ends[near].hash == digest
        if not is_ours or any(each.base == each.seq for each in between):
            return None
        steps = [each.row_changes() for each in between[1:]]
        if near > entry.seq:
            steps = [[each.inverse() for each in reversed(changes)] for changes in reversed(steps)]
        for changes in filter(None, steps):
            forum = patched(forum, changes)
        return forum

    def _from_rows(self, connection: sqlite3.Connection, entry: Entry, *, by_checkpoint: bool) -> Forum:
        """Return the state from the last checkpoint before it, or from the entry that holds the whole forum."""
        near = store.near(connection, entry.seq) if self._line is None and by_checkpoint else None
        records: Records = {}
        begin = entry.base - 1
        if near is not None and near[0] >= entry.base:
            replay(records, changes_from(near[1]))
            begin = near[0]
        while begin < entry.seq:
            following = store.entries_after(connection, begin, min(EVERY, entry.seq - begin), self._line)
            for each in following:
                replay(records, each.row_changes())
            begin = following[-1].seq
        _fill(connection, records)
        return forum_from(records)


def _fill(connection: sqlite3.Connection, records: Records) -> None:
    """Give rows of an older format the columns that came later: nothing stood in them."""
    names: dict[str, dict[str, None]] = {}
    for (table, _place), row in records.items():
        if table not in names:
            names[table] = dict.fromkeys(store.column_names(connection, table))
        if len(row) < len(names[table]):
            row |= {name: None for name in names[table] if name not in row}
