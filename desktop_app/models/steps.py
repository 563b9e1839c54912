"""Undo and redo: the forum after the next step, and the journal entry that takes it; one past change on its own."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment
from desktop_app.calc.sentences import say
from desktop_app.models import store
from desktop_app.models.columns import UnreadableError
from desktop_app.models.journal import Action, Author, Entry, next_entry
from desktop_app.models.records import RowChange, patched, settle

_NAMED: Final = 3
"""Later entries that are named one by one."""


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


def next_step(
    connection: sqlite3.Connection, action: Action, forum: Forum, head: Entry, author: Author, line: int | None = None
) -> Step:
    """Return the next step from a forum.

    Args:
        connection: reads the journal.
        action: undo or redo.
        forum: the forum of now.
        head: the last entry of the journal.
        author: who takes the step, and when.
        line: the line beside the record in which it is taken; ``None``: the record itself.

    Raises:
        CannotChangeError: there is nothing to undo, or to redo.
        UnreadableError: the journal does not fit the forum.
        BadInput: the forum would hold what no document could.
    """
    is_undo = action is Action.UNDO
    target = head.undo_top if is_undo else head.redo_top
    if target is None:
        raise CannotChangeError(say("There is nothing to undo.") if is_undo else say("There is nothing to redo."))
    undone, before = (store.entry(connection, seq, line) for seq in (target, target - 1))
    inverse = [each.inverse() for each in reversed(undone.row_changes())]
    settled, changes = settle(forum, patched(forum, inverse))
    entry = next_entry(head, action, undone.change_kind, undone.title, settled, changes, author)
    # Before the base, states were hashed by an older version of the format.
    if before.seq >= head.base and entry.state_hash != before.state_hash:
        raise UnreadableError(say("journal entry {target} does not lead back to where it began", target=target))
    tops = (before.undo_top, entry.seq) if is_undo else (entry.seq, before.redo_top)
    return Step(settled, changes, replace(entry, target=target, undo_top=tops[0], redo_top=tops[1]))


def without(
    forum: Forum, entry: Entry, depending: Callable[[], Sequence[Moment]], later: Callable[[], Sequence[Moment]]
) -> Forum:
    """Return a forum without what one past entry changed.

    Where a later change that stands recorded the same figure anew, even with the very value, it is not taken back:
    it would take that later word back with it.

    Args:
        forum: the forum of now.
        entry: the past entry.
        depending: gives the later changes that stand and changed the same figures, the newest first.
        later: gives all later entries that touched the same, the newest first.

    Raises:
        CannotChangeError: the entry changed nothing that could be taken back, or something later depends on it.
        UnreadableError: the entry cannot be read.
    """
    changes = entry.row_changes()
    if entry.action != Action.CHANGE.value or not changes:
        raise CannotChangeError(
            say(
                "Entry {seq} ({title}) is no change: only a change can be taken back on its own.",
                seq=str(entry.seq),
                title=entry.title,
            )
        )
    standing = depending()
    if standing:
        raise _changed_since(entry, standing)
    try:
        return patched(forum, [each.inverse() for each in reversed(changes)])
    except UnreadableError as error:
        raise _changed_since(entry, later()) from error


def _changed_since(entry: Entry, later: Sequence[Moment]) -> CannotChangeError:
    named = [f"{each.seq} ({each.title})" for each in later]
    return CannotChangeError(
        say(
            "What entry {seq} ({title}) changed was changed again since, by entry {entries}{more}: take that back "
            "first, or record the figure anew."
            if named
            else "What entry {seq} ({title}) changed was changed again since, by a later entry: take that back first, "
            "or record the figure anew.",
            seq=str(entry.seq),
            title=entry.title,
            entries="; ".join(named[:_NAMED]),
            more=say(" and {count} more", count=len(named) - _NAMED) if len(named) > _NAMED else "",
        )
    )
