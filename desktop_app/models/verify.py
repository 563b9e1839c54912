"""Whether a forum file is sound: pages, references, the chain of its journal, its tables, its last backup.

The journal is walked in small steps, so that a desk that has the file open can go on writing.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.sentences import Sentence, full_sentence, say
from desktop_app.models import backup, migrate, store
from desktop_app.models.columns import UnreadableError
from desktop_app.models.database import Database
from desktop_app.models.errors import DamagedForumFile, ForumFileError
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import NO_HASH, Action, Entry, UnreadableEntryError, changes_from
from desktop_app.models.lines import MERGED, MOST_SCENARIOS, SCENARIO, wrong_row
from desktop_app.models.loading import check, open_for_reading, sound
from desktop_app.models.places import Records
from desktop_app.models.records import RowChange, all_records, forum_from, patched, replay
from desktop_app.models.timeline import EVERY, Timeline
from desktop_app.models.touched import is_touched, last_touched, touched_rows, touches_of

_MARKS: Final = tuple(each.value for each in MarkKind)

MOST_ENTRIES: Final = 100_000
"""Entries of a line beside the record; none comes near it."""

STEP: Final = 500
"""Journal entries read at once."""


@dataclass(frozen=True, slots=True)
class Report:
    """What verification found.

    Attributes:
        path: the file.
        entries: journal entries that are sound.
        problems: what is wrong, one sentence each; empty when the file is sound.
        first_bad: number of the first bad journal entry, or ``None``.
        head_hash: hash of the last sound entry.
        backup: the newest backup, or ``None``.
        backup_problem: what is wrong with it, or ``None``.
        notes: what is worth knowing and no damage.
    """

    path: Path
    entries: int
    problems: tuple[str, ...]
    first_bad: int | None
    head_hash: str
    backup: backup.Backup | None
    backup_problem: str | None
    notes: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with the file itself."""
        return not self.problems

    def lines(self) -> list[str]:
        """Return the report as lines of text."""
        some = say("{count} journal entries", count=str(self.entries))
        entries = say("1 journal entry") if self.entries == 1 else some
        sound = say("{path}: sound, {entries} checked.", path=str(self.path), entries=entries)
        damaged = say("{path}: damaged, {entries} checked.", path=str(self.path), entries=entries)
        said = [sound if self.is_sound else damaged, *self.problems, *self.notes]
        if self.backup is None:
            said.append(say("There is no backup."))
        elif self.backup_problem is None:
            said.append(say("Last backup: sound, {path}", path=str(self.backup.path)))
        else:
            said.append(say("Last backup: {problem}", problem=self.backup_problem))
        return said


@dataclass
class _Walk:
    """How far a chain was walked, and what its replay gives.

    Attributes:
        records: the rows as they stand after the last entry.
        forum: the forum of these rows; ``None`` before the last base, where states were hashed as older formats had it.
        proves_from: number of the last base.
        last: the last sound entry.
        line: the line beside the record; ``None``: the record itself.
        first: number of the first entry.
        begins_at: hash of the entry before the first.
        touches: touched cells that the index should hold.
        index: what is wrong with the index beside the journal, or ``None``.
    """

    records: Records = field(default_factory=dict)
    forum: Forum | None = None
    proves_from: int = 1
    last: Entry | None = None
    line: int | None = None
    first: int = 1
    begins_at: str = NO_HASH
    touches: int = 0
    index: str | None = None

    @property
    def seq(self) -> int:
        return self.first - 1 if self.last is None else self.last.seq

    @property
    def hash(self) -> str:
        return self.begins_at if self.last is None else self.last.hash


class _BadEntry(Exception):
    """The entry that follows is bad; the message says why."""


def verify(
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    is_stopping: Callable[[], bool] | None = None,
) -> Report:
    """Check a forum file as a whole.

    Args:
        path: the file; it is never written, and may be open elsewhere.
        progress: called with journal entries walked and in all; may end the work with ``Cancelled``.
        is_stopping: asked while SQLite works; ``True`` stops.

    Raises:
        NotAForumFile: it is none.
        NewerForumFile: a newer program wrote it.
        Cancelled: one of the two wanted it.
    """
    problems: list[str] = []
    first_bad: int | None = None
    walk = _Walk()
    newest, backup_head, backup_problem = _last_backup(path, is_stopping)
    notes: tuple[str, ...] = ()
    report = progress or (lambda _walked, _all: None)
    try:
        with open_for_reading(path, is_stopping=is_stopping) as database:
            with database.reading() as connection:
                migrate.check_schema(connection, path)
                problems += _unsound(connection, path)
            problems += _walk_journal(database, walk, report)
            with database.reading() as connection:
                notes = _missing_history(connection, newest, backup_head) + _told_of_scenarios(connection)
            problems += _wrong_lines(database, lambda: report(walk.seq, walk.seq))
    except _BadEntry as bad:
        first_bad = walk.seq + 1
        problems.append(say("Journal entry {seq} {why}.", seq=str(first_bad), why=str(bad)))
    except DamagedForumFile as error:
        problems.append(full_sentence(error.what))
    return Report(path, walk.seq, tuple(problems), first_bad, walk.hash, newest, backup_problem, notes)


def _unsound(connection: sqlite3.Connection, path: Path) -> list[str]:
    try:
        sound(connection, path)
    except DamagedForumFile as error:
        return [full_sentence(error.what)]
    return []


def _walk_journal(database: Database, walk: _Walk, progress: Callable[[int, int], None]) -> list[str]:
    """Walk to the end of the journal, and compare the tables with it; each step is a short transaction.

    Raises:
        _BadEntry: the entry after ``walk.last`` is bad.
    """
    while True:
        with database.reading() as connection:
            walk.proves_from = store.last_base(connection)
            if _judge_next(walk, connection, STEP) < STEP:
                if 0 < walk.seq < last_touched(connection):
                    raise _BadEntry(say("is missing: the index beside the journal tells of it"))
                # In the same moment: a desk that is writing may add to both right afterwards.
                return _wrong_tables(connection, walk) or _wrong_index(connection, walk)
            last = store.head_mark(connection)[0]
        progress(walk.seq, last)


def _judge_next(walk: _Walk, connection: sqlite3.Connection, most: int) -> int:
    """Judge at most so many entries that follow, and return how many there were."""
    entries = _read(walk, connection, most)
    for entry in entries:
        _judge(entry, walk, connection)
        if walk.line is None:
            _judge_index(entry, walk, connection)
    return len(entries)


def _read(walk: _Walk, connection: sqlite3.Connection, most: int) -> list[Entry]:
    """Read what follows; where one of it cannot be read, judge one by one until the first bad entry."""
    try:
        return store.entries_after(connection, walk.seq, most, walk.line)
    except UnreadableError as error:
        if most == 1:
            words = error.words if isinstance(error, UnreadableEntryError) and error.seq == walk.seq + 1 else str(error)
            raise _BadEntry(say("is unreadable: {words}", words=words)) from error
    while True:
        _judge_next(walk, connection, 1)


def _judge(entry: Entry, walk: _Walk, connection: sqlite3.Connection) -> None:
    """Judge the entry that follows, and replay it."""
    if entry.seq != walk.seq + 1:
        raise _BadEntry(say("is missing: entry {seq} follows entry {seq_2}", seq=str(entry.seq), seq_2=walk.seq))
    if entry.digest() != entry.hash:
        raise _BadEntry(say("was altered: its content does not have its hash"))
    if entry.previous_hash != walk.hash:
        raise _BadEntry(say("does not follow entry {seq}: an entry was put in, taken out or moved", seq=str(walk.seq)))
    # Before format 4, which names the desk, nothing was said of the times of two entries.
    if walk.last is not None and entry.desk and walk.last.desk and entry.time < walk.last.time:
        raise _BadEntry(say("is older than the entry before it"))
    try:
        wrong = _wrong_links(entry, walk, connection)
        if wrong is not None:
            raise _BadEntry(wrong)
        if entry.base == entry.seq:
            walk.records = {}
        changes = entry.row_changes()
        replay(walk.records, changes)
        _prove(entry, changes, walk)
    except UnreadableError as error:
        raise _BadEntry(say("does not fit what stands before it: {error}", error=str(error))) from error
    walk.last = entry


def _prove(entry: Entry, changes: list[RowChange], walk: _Walk) -> None:
    """Hold the state that an entry names against what the rows give; pieces that it does not change stay as they are.

    Raises:
        _BadEntry: it is another state.
        UnreadableError: no forum stands in the rows.
    """
    if entry.base < walk.proves_from:
        return
    if walk.forum is None or entry.base == entry.seq:
        walk.forum = forum_from(walk.records)
    elif changes:
        walk.forum = patched(walk.forum, changes)
    if state_hash(walk.forum) != entry.state_hash:
        raise _BadEntry(say("does not lead to the state that it names"))


def _wrong_links(entry: Entry, walk: _Walk, connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with action, base, undo and redo of an entry whose hash is right."""
    last = walk.last
    tops = (entry.undo_top, entry.redo_top)
    if last is None:
        is_first = entry.action == Action.CREATE.value and entry.base == entry.seq and tops == (None, None)
        return None if is_first else say("is not how a forum begins")
    if entry.base != (entry.seq if entry.action == Action.MIGRATE.value else last.base):
        return say("names another base than the entry before")
    if entry.action == Action.MIGRATE.value:
        return None if tops == (last.undo_top, last.redo_top) else say("loses what could be undone")
    if entry.action == Action.MARK.value:
        return _wrong_mark(entry, last)
    if entry.action == Action.CHANGE.value:
        return None if tops == (entry.seq, None) else say("cannot be undone")
    return _wrong_step(entry, last, connection, walk)


def _wrong_mark(entry: Entry, last: Entry) -> str | None:
    """Return what is wrong with an entry that puts a mark on the record."""
    if (entry.undo_top, entry.redo_top) != (last.undo_top, last.redo_top):
        return say("loses what could be undone")
    if entry.row_changes() or entry.state_hash != last.state_hash:
        return say("is a mark and changes figures")
    return None if entry.particulars_map.get("mark") in _MARKS else say("is a mark of a kind that there is not")


def _wrong_step(entry: Entry, last: Entry, connection: sqlite3.Connection, walk: _Walk) -> str | None:
    """Return what is wrong with an entry that undoes or redoes another."""
    is_undo = entry.action == Action.UNDO.value
    target = last.undo_top if is_undo else last.redo_top
    if target is None or entry.target != target:
        no_undo, no_redo = say("is no undo of what was next to undo"), say("is no redo of what was next to redo")
        return no_undo if is_undo else no_redo
    # What another desk's line undoes may have been done before it left the record.
    before = store.entry(connection, target - 1, walk.line if target > walk.first else None)
    tops = (before.undo_top, entry.seq) if is_undo else (entry.seq, before.redo_top)
    if (entry.undo_top, entry.redo_top) != tops:
        return say("names the wrong entries to undo and redo next")
    if before.seq >= entry.base and entry.state_hash != before.state_hash:
        return say("does not lead back to the state before entry {target}", target=str(target))
    return None


def _judge_index(entry: Entry, walk: _Walk, connection: sqlite3.Connection) -> None:
    """Look whether touched cells and checkpoint stand beside an entry as the journal makes them."""
    wanted = touches_of(entry, walk.records.get)
    walk.touches += len(wanted)
    missing = [each for each in wanted if not is_touched(connection, *each, entry.seq)]
    is_due = entry.seq % EVERY == 0
    if is_due and not missing:
        missing = [] if _checkpoint(connection, entry.seq) == walk.records else [("", say("checkpoint"))]
    if missing and walk.index is None:
        walk.index = say(
            "The index beside the journal is not as entry {seq} makes it: {cell}.",
            seq=str(entry.seq),
            cell=missing[0][1] or say("mark"),
        )


def _checkpoint(connection: sqlite3.Connection, seq: int) -> Records | None:
    """Return the rows that the checkpoint beside an entry holds; ``None`` where none can be read."""
    held = store.near(connection, seq)
    if held is None or held[0] != seq:
        return None
    records: Records = {}
    try:
        replay(records, changes_from(held[1]))
    except UnreadableError:
        return None
    return records


def _wrong_index(connection: sqlite3.Connection, walk: _Walk) -> list[str]:
    """Return what is wrong with the index beside the journal, what it holds too much included."""
    if walk.index is not None:
        return [walk.index]
    held = (touched_rows(connection), store.checkpoints(connection))
    if held != (walk.touches, walk.seq // EVERY):
        return [say("The index beside the journal holds what no entry made.")]
    return []


def _wrong_lines(database: Database, step: Callable[[], None]) -> list[str]:
    """Return what is wrong with the lines beside the record, one sentence for each that is.

    Each is walked in a transaction of its own, with a step before it.
    """
    with database.reading() as connection:
        many = store.lines_of(connection, SCENARIO)
        if many > MOST_SCENARIOS:
            words = "There are {many} scenarios beside the record, and no file has more than {most}."
            return [say(words, many=str(many), most=str(MOST_SCENARIOS))]
        found: list[str] = [full_sentence(wrong) for row in store.line_rows(connection) if (wrong := wrong_row(row))]
        if found:
            return found
        lines = store.lines(connection)
        missing = set(range(1, len(lines) + 1)) - {line.number for line in lines}
        found = [say("Line {number} beside the record is missing.", number=str(each)) for each in sorted(missing)]
        found += _wrong_merges(connection, lines)
    for number in (line.number for line in lines):
        step()
        with database.reading() as connection:
            # As it is by now: a desk that is writing may have gone on with it.
            found += [
                wrong
                for line in store.lines(connection)
                if line.number == number and (wrong := _wrong_line(connection, line))
            ]
    return found


def _wrong_merges(connection: sqlite3.Connection, lines: list[store.LineRow]) -> list[str]:
    """Return what is wrong between the entries that merged another desk's, and those lines."""
    told = {str(each.particulars_map.get("head")): each.seq for each in store.entries_told(connection, "merges")}
    merged = {store.head_mark(connection, line.number)[1]: line.name for line in lines if line.kind == MERGED}
    lost, untold = told.keys() - merged.keys(), merged.keys() - told.keys()
    return [
        *(say("The entries that entry {seq} merged are missing.", seq=str(told[head])) for head in lost),
        *(say("No entry tells of the merged line {name}.", name=repr(merged[head])) for head in untold),
    ]


def _wrong_line(connection: sqlite3.Connection, line: store.LineRow) -> str | None:
    """Return what is wrong with one line beside the record."""
    walk = _Walk(line=line.number)
    called = _called(line)
    try:
        start = store.entry(connection, line.origin)
        walk.begins_at = start.hash
        if line.kind == MERGED:
            walk.first = line.origin + 1
            walk.forum = Timeline().forum_at(connection, line.origin, store.head(connection))
            walk.records = all_records(walk.forum)
            walk.last = start
        walk.proves_from = store.last_base(connection, line.number)
        if _judge_next(walk, connection, MOST_ENTRIES) != line.entries:
            return say(
                "{called}: entry {seq} is missing or too many: the line has {count}.",
                called=called,
                seq=str(walk.seq + 1),
                count=str(line.entries),
            )
    except (_BadEntry, UnreadableError) as error:
        return say("{called}: entry {seq} {why}.", called=called, seq=str(walk.seq + 1), why=str(error))
    return None


def _called(line: store.LineRow) -> Sentence:
    name = repr(line.name)
    return (
        say("The merged line {name}", name=name) if line.kind == MERGED else say("The scenario line {name}", name=name)
    )


def _wrong_tables(connection: sqlite3.Connection, walk: _Walk) -> list[str]:
    """Compare the tables with what the journal gives, and their state with the hash that the journal names."""
    if walk.last is None:
        return [say("The journal is empty.")]
    try:
        records = store.read_records(connection)
        differing = [each for each in {*records, *walk.records} if records.get(each) != walk.records.get(each)]
        if differing:
            table, place = min(differing, key=str)
            row = f"{table}[{', '.join(map(str, place))}]"
            return [say("The tables are not as the journal left them: {row} differs.", row=row)]
    except UnreadableError as error:
        return [say("The tables hold what no forum can have: {error}.", error=str(error))]
    return []


def _last_backup(
    path: Path, is_stopping: Callable[[], bool] | None
) -> tuple[backup.Backup | None, tuple[int, str], str | None]:
    """Return the newest backup, number and hash of its last entry, and what is wrong with it."""
    newest = backup.newest_backup(path)
    if newest is not None:
        try:
            head = check(newest.path, is_stopping=is_stopping)
        except ForumFileError as error:
            return newest, (0, ""), say("{where}: {what}", where=error.where, what=error.what)
        return newest, (head.seq, head.hash), None
    return None, (0, ""), None


def _told_of_scenarios(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Say what of the scenarios no chain holds, and which adopted states this file does not have."""
    if not store.lines_of(connection, SCENARIO):
        return ()
    said = [
        say("How many scenarios there are, their names, notes and last entries are not sealed; what was adopted is.")
    ]
    for entry in store.entries_told(connection, "adopts"):
        told = entry.particulars_map
        digest, state = str(told.get("line")), str(told.get("state"))
        if "line" in told and not store.line_with(connection, digest, state):
            said.append(
                say(
                    "Entry {seq} adopted a state that no scenario of this file has: it was cut or left behind.",
                    seq=str(entry.seq),
                )
            )
    return tuple(said)


def _missing_history(
    connection: sqlite3.Connection, newest: backup.Backup | None, backup_head: tuple[int, str]
) -> tuple[str, ...]:
    """Say so where the journal lacks the backup's last entry: an older backup was restored, or the past rewritten."""
    seq, digest = backup_head
    if newest is None or seq == 0:
        return ()
    found = store.entries_after(connection, seq - 1, 1)
    if found and (found[0].seq, found[0].hash) == (seq, digest):
        return ()
    words = "The journal does not hold the last entry ({seq}) of the backup {path}."
    return (say(words, seq=str(seq), path=str(newest.path)),)
