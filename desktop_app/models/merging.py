"""Merging two copies that parted: one recorded change, and the other desk's entries kept beside the record."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop_app.calc.changes import TakeOver
from desktop_app.calc.memory import Scenario
from desktop_app.calc.sentences import say
from desktop_app.models import store
from desktop_app.models.applied import Applied
from desktop_app.models.backup import back_up
from desktop_app.models.copies import Copies, Relation
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits
from desktop_app.models.journal import Entry, Told
from desktop_app.models.lines import MERGED, MOST_SCENARIOS, SCENARIO
from desktop_app.models.three_way import Side

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AT_ONCE: Final = 500


def take_over(copies: Copies) -> int:
    """Take the entries by which the other copy is ahead, each as it was written there; a backup is made before.

    Args:
        copies: ours is open for writing; its pen may have been given away.

    Returns:
        How many entries were taken.

    Raises:
        BadInput: the other copy is not just ahead of ours.
        ForumFileError: they could not be written; the file is as it was.
    """
    from desktop_app.models import writing
    from desktop_app.models.indexing import index_entry

    if copies.relation is not Relation.AHEAD:
        raise BadInput(copies.path.name, say("it is not just ahead of this one"), say("compare and merge the two"))
    ours, theirs = copies.ours, copies.theirs
    back_up(ours.path)
    lines = _lines_to_bring(copies, (SCENARIO, MERGED), theirs.seq)
    with ours.writing(takes_pen=True) as connection:
        for entry in _following(copies):
            changes = entry.row_changes()
            writing.write_changes(connection, changes)
            writing.append(connection, entry)
            index_entry(connection, entry, changes, theirs.forum_at(entry.seq))
        for line in lines:
            line.write(connection)
    ours.reload()
    return theirs.seq - copies.common


def merge(copies: Copies, choices: Mapping[int, Side], reason: str | None = None) -> Applied:
    """Merge what the other copy recorded since the two parted, in one change that can be undone.

    It is recorded where no figure changes, too: where ours is kept everywhere, or all of theirs stands here already.
    Otherwise the two would count as parted for ever.

    The entries of the other desk are kept as a line beside the record, their scenarios come along as far as they
    branched from what both hold, and a backup is made before.

    Args:
        copies: ours is open for writing.
        choices: whose version is taken, by number of the conflict.
        reason: why.

    Raises:
        CannotChangeError: a conflict is not decided, or the procedures differ.
        BadInput: the two did not part from one record, or the merged forum would hold what no forum may.
        ForumFileError: it could not be written; file and forum are as they were.
    """
    if copies.relation is not Relation.DIVERGED:
        raise BadInput(copies.path.name, say("the two did not part from one record"), say("there is nothing to merge"))
    forum = copies.difference().merged(choices)
    name, head = copies.name, copies.theirs.head_hash
    told = Told(None, reason, {"merges": name, "head": head, "origin": copies.common, "file": copies.path.name[:200]})
    entries = list(_following(copies))
    with copies.ours.reading() as here:
        # A merge that was taken back has left their entries here.
        is_kept = any(store.head_mark(here, line)[1] == head for line in store.merged_lines(here, head))
    lines = _lines_to_bring(copies, (SCENARIO,), copies.common)

    def beside(connection: "Connection") -> None:
        from desktop_app.models import writing

        if not is_kept:
            number = writing.begin_line(connection, MERGED, name, None, copies.common)
            for entry in entries:
                writing.append(connection, entry, number)
        for line in lines:
            line.write(connection)

    return copies.ours.take(TakeOver(forum, f"Merged: the copy of {name}"), told, beside)


def left_behind(copies: Copies) -> int:
    """Return how many scenarios of the other copy do not come along: they branched later, or there is no room here.

    Raises:
        ForumFileError: the other copy cannot be read.
    """
    late = sum(1 for each in copies.theirs.scenarios() if each.origin.seq > copies.common)
    coming = _lines_to_bring(copies, (SCENARIO,), copies.common, room=len(copies.theirs.scenarios()))
    room = max(0, MOST_SCENARIOS - len(copies.ours.scenarios()))
    return late + max(0, sum(1 for each in coming if each.here is None) - room)


def _following(copies: Copies) -> Iterator[Entry]:
    """Yield the entries of the other copy after the last common one."""
    seq = copies.common
    with copies.theirs.reading() as there:
        while following := store.entries_after(there, seq, _AT_ONCE):
            yield from following
            seq = following[-1].seq


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the other copy that ours does not have, or not all of it.

    Attributes:
        kind: what it is.
        name: what it is called here.
        note: what it is for; of one that is continued, what both desks say.
        put_away: whether it is out of the list.
        origin: the entry of the record from which it leads away.
        entries: those that ours does not have.
        here: number of ours, which is continued; ``None``: it is a new one.
    """

    kind: str
    name: str
    note: str | None
    put_away: bool
    origin: int
    entries: list[Entry]
    here: int | None

    def write(self, connection: "Connection") -> None:
        """Write it into ours."""
        from desktop_app.models import writing

        number = self.here
        if number is None:
            number = writing.begin_line(connection, self.kind, self.name, self.note, self.origin)
        for entry in self.entries:
            writing.append(connection, entry, number)
        writing.change_line(connection, number, {"note": self.note, "put_away": int(self.put_away)})


class _Held(NamedTuple):
    """A line that ours has, and its entries."""

    row: store.LineRow
    entries: list[Entry]


def _lines_to_bring(copies: Copies, kinds: tuple[str, ...], upto: int, room: int | None = None) -> list[_Line]:
    """Return what ours lacks of the other copy's lines that lead away from the record up to an entry.

    A line that both continued differently stays as ours has it, and theirs comes along as a whole beside it.
    """
    with copies.ours.reading() as here:
        ours = [_Held(line, _entries(here, line)) for line in store.lines(here)]
    with copies.theirs.reading() as there:
        theirs = [_Held(line, _entries(there, line)) for line in store.lines(there)]
    names = {each.row.name.casefold() for each in ours}
    room = MOST_SCENARIOS - sum(each.row.kind == SCENARIO for each in ours) if room is None else room
    here_by = {each.id: each for each in copies.ours.scenarios()}
    there_by = {each.id: each for each in copies.theirs.scenarios()}
    found: list[_Line] = []
    for line, entries in theirs:
        if line.kind not in kinds or line.origin > upto:
            continue
        told = there_by.get(line.number)
        same = _same(entries, ours)
        if same is not None:
            following = entries[len(same.entries) :]
            found += _continued(same.row, following, here_by.get(same.row.number), told, copies.name)
        elif told is None:
            found.append(_Line(line.kind, line.name, None, False, line.origin, entries, None))
        elif room > 0:
            room -= 1
            name = _free(line.name, copies.name, names)
            found.append(_Line(line.kind, name, told.note, told.put_away, line.origin, entries, None))
    return found


def _continued(
    ours: store.LineRow, following: list[Entry], mine: Scenario | None, theirs: Scenario | None, desk: str
) -> list[_Line]:
    """Return a line of ours with what theirs says beyond it; nothing where that is nothing."""
    if mine is None or theirs is None:
        return [_Line(ours.kind, ours.name, None, False, ours.origin, following, ours.number)] if following else []
    note = _both_notes(mine, theirs, desk)
    if not following and note == mine.note:
        return []
    return [_Line(ours.kind, ours.name, note, mine.put_away, ours.origin, following, ours.number)]


def _same(entries: list[Entry], ours: list[_Held]) -> _Held | None:
    """Return the line of ours that goes the same way as theirs, as far as the shorter of the two goes."""
    for each in ours:
        if all(mine == other for mine, other in zip(each.entries, entries, strict=False)):
            return each
    return None


def _both_notes(mine: Scenario, theirs: Scenario, desk: str) -> str | None:
    """Return what both desks say of one scenario; who changed it last is on no record."""
    said = [theirs.note] if theirs.note else []
    if not mine.name.startswith(theirs.name):
        said.insert(0, f"called {theirs.name} there")
    note = mine.note or ""
    if theirs.note and note in theirs.note:
        note = ""
    added = [each for each in said if each not in note]
    if not added:
        return mine.note
    if not note and added == [theirs.note]:
        return theirs.note
    both = f"{note}\n{desk}: {'; '.join(added)}".strip()
    return both if len(both) <= limits.NOTE else f"{both[: limits.NOTE - 1]}…"


def _entries(connection: sqlite3.Connection, line: store.LineRow) -> list[Entry]:
    return store.entries_after(connection, 0, line.entries, line.number)


def _free(name: str, desk: str, names: set[str]) -> str:
    """Return a name that no line has: as it is, or with the desk behind it."""
    tried, number = name, 0
    while tried.casefold() in names:
        number += 1
        behind = f" ({desk[:80]}{f' {number}' if number > 1 else ''})"
        tried = f"{name[: 200 - len(behind)]}{behind}"
    names.add(tried.casefold())
    return tried
