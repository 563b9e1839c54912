"""What a forum file tells of its own past: moments, marks, rounds, steps in words, and where a fingerprint belongs."""

import json
import sqlite3
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from desktop_app.calc.differences import Difference, differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Elsewhere, Found, Mark, MarkKind, Moment, Snapshot, Step
from desktop_app.calc.sentences import say
from desktop_app.models import store
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import state_hash
from desktop_app.models.journal import Action, Entry, utc_text
from desktop_app.models.lines import MERGED, moment_of, scenarios_in
from desktop_app.models.places import RecordId
from desktop_app.models.records import patched, row_in
from desktop_app.models.timeline import Timeline
from desktop_app.models.touched import cells_in, entries_that_touch, last_touch, touches_of

_LEAST_DIGITS: Final = 4
_MOST_DIGITS: Final = 64


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries of the history are wanted; nothing given means all.

    Attributes:
        code: touching this Member State.
        cell: touching this cell, ``table.column``.
        meeting: of this meeting.
        action: of this kind (``change``, ``undo``, ``mark`` …).
        words: whose title, operator or reason (also one said later) holds these words, small and capital letters alike.
    """

    code: str | None = None
    cell: str | None = None
    meeting: str | None = None
    action: str | None = None
    words: str | None = None


EVERYTHING: Final = Filter()


class Remembering(ABC):
    """The past of one forum file; :class:`~desktop_app.models.forum_file.ForumFile` is one."""

    _timeline: Timeline
    _kept_rounds: "_Rounds | None" = None

    @property
    @abstractmethod
    def forum(self) -> Forum:
        """The forum of now."""

    @property
    @abstractmethod
    def _head(self) -> Entry: ...

    @abstractmethod
    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give a connection in a transaction that sees one state of the file."""

    def _rounds(self, connection: sqlite3.Connection) -> "_Rounds":
        """Return the marks of the record, reading only those that came since they were asked for last."""
        kept, self._kept_rounds = self._kept_rounds, None
        rounds = kept if kept is not None and kept.is_in(connection) else _Rounds()
        rounds.read_on(connection)
        self._kept_rounds = rounds
        return rounds

    # --------------------------------------------------------------------------------------------------- moments

    def taken_back(self, connection: sqlite3.Connection, seq: int) -> int | None:
        """Return the entry by which a change of the record does not stand; ``None`` where it stands."""
        return self._rounds(connection).taken_back(connection, seq)

    def moment_of_entry(self, connection: sqlite3.Connection, entry: Entry) -> Moment:
        """Return the moment of an entry of the record."""
        return self._rounds(connection).moment(entry)

    def now(self) -> Moment:
        """Return the moment of the last entry.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            return self._rounds(connection).moment(self._head)

    def moment(self, seq: int) -> Moment:
        """Return the moment after an entry.

        Raises:
            BadInput: the record has no such entry.
            ForumFileError: the file cannot be read.
        """
        self.check_entry(seq)
        with self.reading() as connection:
            return self._rounds(connection).moment(store.entry(connection, seq))

    def forum_at(self, seq: int) -> Forum:
        """Return the forum as it stood after an entry, proved by the hash that the entry seals.

        Raises:
            BadInput: the record has no such entry.
            ForumFileError: the file cannot be read, or its past is damaged.
        """
        self.check_entry(seq)
        if seq == self._head.seq:
            return self.forum
        with self.reading() as connection:
            return self._timeline.forum_at(connection, seq, self._head)

    def seq_at(self, moment: datetime) -> int:
        """Return the last entry that was made up to a moment (aware of its time zone).

        Raises:
            BadInput: the record began later.
            ForumFileError: the file cannot be read.
        """
        text = utc_text(moment)
        with self.reading() as connection:
            first, last = 0, self._head.seq
            # The times of the record never go back, so the middle tells in which half to look.
            while first < last:
                middle = (first + last + 1) // 2
                if store.time_of(connection, middle) <= text:
                    first = middle
                else:
                    last = middle - 1
        if first == 0:
            raise BadInput(text, say("the record began later"), say("choose a later moment"))
        return first

    def check_entry(self, seq: int) -> None:
        """Refuse a number that no entry of the record has.

        Raises:
            BadInput: the record has no such entry.
        """
        if not 1 <= seq <= self._head.seq:
            raise BadInput(
                say("entry {seq}", seq=str(seq)),
                say("the record has entries 1 to {seq}", seq=str(self._head.seq)),
                say("choose one of them"),
            )

    # ----------------------------------------------------------------------------------------------------- marks

    def marks(self, *kinds: MarkKind) -> tuple[Mark, ...]:
        """Return the marks of some kinds (none given: of all), the oldest first.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            found = self._rounds(connection).marks()
        return tuple(each for each in found if not kinds or each.kind in kinds)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return the states in which rounds were closed, the oldest first.

        Raises:
            ForumFileError: the file cannot be read.
        """
        return tuple(Snapshot(each.moment.title, each.moment) for each in self.marks(MarkKind.ROUND))

    # ----------------------------------------------------------------------------------------------------- steps

    def steps(self, limit: int, before: int | None = None, wanted: Filter = EVERYTHING) -> list[Step]:
        """Return entries of the record with what they changed in words, the newest first.

        Args:
            limit: at most so many.
            before: only entries before this number.
            wanted: which of them.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            rounds = self._rounds(connection)
            first = self._head.seq + 1 if before is None else before
            # The function is SQLite's own while it searches: entries that are not wanted are not even read.
            connection.create_function("folded", 1, _folded, deterministic=True)
            found = store.search(connection, _conditions(wanted, rounds), first, limit)
            return [self._in_words(connection, entry, rounds) for entry in found]

    def _in_words(self, connection: sqlite3.Connection, entry: Entry, rounds: "_Rounds") -> Step:
        told = entry.particulars_map
        return Step(
            rounds.moment(entry),
            entry.action,
            self._differences(connection, entry),
            rounds.reasons.get(entry.seq, entry.reason),
            entry.desk,
            _number(told.get("reverts")),
            _words(told.get("adopts")),
            _words(told.get("merges")),
            _kind_of(entry) if entry.action == Action.MARK.value else None,
            entry.target if entry.target is not None else _number(told.get("about")),
            rounds.taken_back(connection, entry.seq) if entry.action == Action.CHANGE.value else None,
        )

    def _differences(self, connection: sqlite3.Connection, entry: Entry) -> tuple[Difference, ...]:
        if entry.action == Action.MARK.value or entry.base == entry.seq:
            return ()
        after = self._timeline.forum_at(connection, entry.seq, self._head)
        before = self._timeline.forum_at(connection, entry.seq - 1, self._head)
        if before.procedure is not after.procedure:
            return (Difference("Forum", None, "procedure", before.procedure.value, after.procedure.value),)
        return tuple(differences(before, after))

    def cells(self) -> tuple[str, ...]:
        """Return the cells that any entry touched, ``table.column``, in order.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            return cells_in(connection)

    def last_touch(self, code: str | None, table: str, upto: int) -> Moment | None:
        """Return when a Member State's row of a table was last touched up to an entry; ``None``: never.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            seq = last_touch(connection, code or "", table, upto)
            return None if seq is None else self._rounds(connection).moment(store.entry(connection, seq))

    def later_touches(self, seq: int, limit: int = 20) -> tuple[Moment, ...]:
        """Return later entries that touched what an entry touched, the newest first: what depends on it.

        Raises:
            BadInput: the record has no such entry.
            ForumFileError: the file cannot be read.
        """
        self.check_entry(seq)
        with self.reading() as connection:
            entry = store.entry(connection, seq)
            after = self._timeline.forum_at(connection, seq, self._head)
            rounds = self._rounds(connection)
            later: set[int] = set()
            for code, cell in touches_of(entry, lambda record: row_in(after, record)):
                later.update(entries_that_touch(connection, code, cell, self._head.seq + 1, limit, after=seq))
            newest = sorted(later, reverse=True)[:limit]
            return tuple(rounds.moment(store.entry(connection, each)) for each in newest)

    def dependants(self, entry: Entry, limit: int = 20) -> tuple[Moment, ...]:
        """Return later changes that stand and changed a figure that an entry changed, the newest first.

        A change that was undone or taken back on its own stands no more, and neither it nor what took it back counts.

        Raises:
            ForumFileError: the file cannot be read.
        """
        mine = _cells(entry)
        with self.reading() as connection:
            after = self._timeline.forum_at(connection, entry.seq, self._head)
            rounds = self._rounds(connection)
            later: set[int] = set()
            for code, cell in touches_of(entry, lambda record: row_in(after, record)):
                later.update(
                    entries_that_touch(connection, code, cell, self._head.seq + 1, self._head.seq, after=entry.seq)
                )
            entries = (store.entry(connection, seq) for seq in sorted(later, reverse=True))
            standing = (each for each in entries if rounds.goes_beyond(connection, each, entry.seq))
            return tuple(islice((rounds.moment(each) for each in standing if mine & _cells(each)), limit))

    # ----------------------------------------------------------------------------------------------- fingerprints

    def find(self, fingerprint: str) -> tuple[Found, ...]:
        """Return where a printed fingerprint belongs: moments of the record, then scenarios that had this state.

        States that stood at another desk, whose entries were merged, come last.

        Args:
            fingerprint: 4 to 64 hexadecimal digits; blanks and capital letters do not matter.

        Raises:
            BadInput: it is no fingerprint.
            ForumFileError: the file cannot be read.
        """
        digits = "".join(fingerprint.split()).lower()
        if not (_LEAST_DIGITS <= len(digits) <= _MOST_DIGITS and set(digits) <= set("0123456789abcdef")):
            raise BadInput(
                "fingerprint",
                say("4 to 64 of the digits 0 to 9 and a to f are expected"),
                say("type it as it stands at the foot of the page"),
            )
        with self.reading() as connection:
            rounds = self._rounds(connection)
            found = store.with_state(connection, digits)
            moments = [rounds.moment(entry) for line, entry in found if line is None]
            lines = {line for line, _entry in found if line is not None}
            for line, entry in found:
                self._prove(connection, line, entry)
            known = scenarios_in(connection, rounds.moment, lambda seq: rounds.taken_back(connection, seq))
            branches = [each for each in known if each.id in lines]
            return (*moments, *branches, *_elsewhere(connection, found, rounds))

    def _prove(self, connection: sqlite3.Connection, line: int | None, entry: Entry) -> None:
        """Hold the state that an entry names against what the journal leads to.

        Raises:
            UnreadableError: it is another state.
        """
        if line is None:
            self._timeline.forum_at(connection, entry.seq, self._head)
            return
        (row,) = (each for each in store.lines(connection) if each.number == line)
        if row.kind != MERGED or entry.base > row.origin:
            Timeline(line).forum_at(connection, entry.seq, store.head(connection, line))
            return
        forum = self._timeline.forum_at(connection, row.origin, self._head)
        for each in store.entries_after(connection, row.origin, entry.seq - row.origin, line):
            forum = patched(forum, each.row_changes())
        if state_hash(forum) != entry.state_hash:
            raise UnreadableError(
                say("line {line} does not lead to the state that its entry {seq} names", line=line, seq=str(entry.seq))
            )


class _Rounds:
    """The marks of the record, by which every entry belongs to a round of its meeting.

    The record only grows, and the hash of an entry stands for everything before it: what was read once stays, and only
    what came after it is read.

    Attributes:
        reasons: why earlier entries were made, by their number; the last one said counts.
        reverts: which entries take an earlier one back on its own, by the number of that.
    """

    def __init__(self) -> None:
        self.reasons: dict[int, str] = {}
        self.reverts: dict[int, list[int]] = {}
        self._upto = (0, "")
        self._entries: list[Entry] = []
        self._marks: list[Mark] = []
        self._closed: dict[str | None, list[int]] = {}
        self._taken_back: dict[int, int | None] = {}

    def is_in(self, connection: sqlite3.Connection) -> bool:
        """Tell whether what was read is what the record begins with."""
        seq, digest = self._upto
        return store.hash_of(connection, seq) == digest

    def read_on(self, connection: sqlite3.Connection) -> None:
        """Read what the record has by now."""
        head = store.head_mark(connection)
        if head == self._upto:
            return
        for each in store.marks(connection, self._upto[0]):
            told = each.particulars_map
            about = told.get("about")
            if told.get("mark") == MarkKind.ROUND.value:
                self._closed.setdefault(each.meeting, []).append(each.seq)
            elif told.get("mark") == MarkKind.REASON.value and isinstance(about, int) and each.reason:
                self.reasons[about] = each.reason
            self._entries.append(each)
        for each in store.entries_told(connection, "reverts", self._upto[0]):
            of = each.particulars_map["reverts"]
            if isinstance(of, int) and of < each.seq:
                self.reverts.setdefault(of, []).append(each.seq)
        self._upto = head
        self._taken_back.clear()

    def marks(self) -> Sequence[Mark]:
        """Return every mark, the oldest first."""
        for entry in self._entries[len(self._marks) :]:
            told = {name: value for name, value in entry.particulars_map.items() if name != "mark"}
            self._marks.append(Mark(_kind_of(entry), self.moment(entry), told, entry.reason))
        return self._marks

    def moment(self, entry: Entry) -> Moment:
        """Return the moment of an entry of the record."""
        return moment_of(entry, bisect_left(self._closed.get(entry.meeting, ()), entry.seq) + 1)

    def goes_beyond(self, connection: sqlite3.Connection, entry: Entry, seq: int) -> bool:
        """Tell whether an entry is a change that stands, and no mere taking back of what came after another entry."""
        reverts = _number(entry.particulars_map.get("reverts"))
        is_back = reverts is not None and reverts > seq
        return entry.action == Action.CHANGE.value and not is_back and self.taken_back(connection, entry.seq) is None

    def taken_back(self, connection: sqlite3.Connection, seq: int) -> int | None:
        """Return by which entry a change does not stand any more; ``None`` where it stands."""
        waiting = [seq]
        while waiting:
            each = waiting.pop()
            reverting = self.reverts.get(each, ())
            # Whether it stands is known once it is known of those that take it back; each is later than what it takes.
            if unknown := [later for later in reverting if later not in self._taken_back]:
                waiting += (each, *unknown)
            else:
                by = store.undone_by(connection, each)
                standing = (later for later in reverting if self._taken_back[later] is None)
                self._taken_back[each] = next(standing, None) if by is None else by
        return self._taken_back[seq]


_WORDS_HELD: Final = (
    "(instr(folded(title || char(10) || operator || char(10) || coalesce(reason, '')), ?) > 0"
    " OR seq IN (SELECT value FROM json_each(?)))"
)


def _elsewhere(
    connection: sqlite3.Connection, found: Sequence[tuple[int | None, Entry]], rounds: _Rounds
) -> Iterator[Elsewhere]:
    """Yield what was found in the entries of another desk that were merged."""
    merged = {str(each.particulars_map.get("head")): each for each in store.entries_told(connection, "merges")}
    lines = {line.number: line for line in store.lines(connection) if line.kind == MERGED}
    ends = {number: merged.get(store.head_mark(connection, number)[1]) for number in lines}
    for number, entry in found:
        into = None if number is None else ends.get(number)
        if number is not None and into is not None:
            yield Elsewhere(lines[number].name, moment_of(entry), rounds.moment(into))


def _conditions(wanted: Filter, rounds: _Rounds) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield what an entry must meet, for SQLite."""
    touched = [(name, value) for name, value in (("code", wanted.code), ("cell", wanted.cell)) if value is not None]
    if touched:
        names = " AND ".join(f"{name} = ?" for name, _value in touched)
        question = f"seq IN (SELECT seq FROM touched WHERE {names})"  # noqa: S608 - names of our own columns
        yield question, tuple(value for _name, value in touched)
    for name, value in (("meeting", wanted.meeting), ("action", wanted.action)):
        if value is not None:
            yield f"{name} = ?", (value,)
    if wanted.words is not None:
        words = _folded(wanted.words)
        later = [seq for seq, reason in rounds.reasons.items() if words in _folded(reason)]
        yield _WORDS_HELD, (words, json.dumps(later))


def _folded(text: str) -> str:
    return text.casefold()


def _kind_of(entry: Entry) -> MarkKind:
    try:
        return MarkKind(entry.particulars_map.get("mark"))
    except ValueError as error:
        raise UnreadableError(say("journal entry {seq} is no mark that there is", seq=str(entry.seq))) from error


def _cells(entry: Entry) -> set[tuple[RecordId, str]]:
    """Return row and column of each figure that an entry changed."""
    return {(each.id, name) for each in entry.row_changes() for name in (each.after or each.before or {})}


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
