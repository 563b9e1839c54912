"""Undo and redo: the forum after the next step, and the journal entry that takes it."""

import sqlite3
from dataclasses import dataclass, replace

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.forum import Forum
from desktop_app.models import store
from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import Action, Author, Entry, next_entry
from desktop_app.models.records import RowChange, patched, settle


@dataclass(frozen=True, slots=True)
class Step:
    """One step back or forth.

    Attributes:
        forum: the forum after it.
        changes: the rows that change.
        entry: what the journal says of it, not sealed yet.
    """

    forum: Forum
    changes: list[RowChange]
    entry: Entry


def next_step(connection: sqlite3.Connection, action: Action, forum: Forum, head: Entry, author: Author) -> Step:
    """Return the next step from a forum.

    Args:
        connection: reads the journal.
        action: undo or redo.
        forum: the forum of now.
        head: the last entry of the journal.
        author: who takes the step, and when.

    Raises:
        CannotChangeError: there is nothing to undo, or to redo.
        UnreadableError: the journal does not fit the forum.
        BadInput: the forum would hold what no document could.
    """
    is_undo = action is Action.UNDO
    target = head.undo_top if is_undo else head.redo_top
    if target is None:
        raise CannotChangeError(f"There is nothing to {action.value}.")
    undone, before = store.entry(connection, target), store.entry(connection, target - 1)
    inverse = [each.inverse() for each in reversed(undone.row_changes())]
    settled, changes = settle(forum, patched(forum, inverse))
    entry = next_entry(head, action, undone.change_kind, undone.title, settled, changes, author)
    # Before the base, states were hashed by an older version of the format.
    if before.seq >= head.base and entry.state_hash != before.state_hash:
        raise UnreadableError(f"journal entry {target} does not lead back to where it began")
    tops = (before.undo_top, entry.seq) if is_undo else (entry.seq, before.redo_top)
    return Step(settled, changes, replace(entry, target=target, undo_top=tops[0], redo_top=tops[1]))
