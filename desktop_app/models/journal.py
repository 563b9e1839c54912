"""The journal: one entry a change, each sealed with the hash of the one before it.

An entry says what was done, by whom, when and at which meeting, and holds the rows it changed, before and
after. Replaying the journal from its base (the last entry that holds the whole forum) gives the tables.

Undo and redo are lists through the journal itself: every entry names the entry that would be undone next
and the one that would be redone next, so that each step costs the same, however long the journal is.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final, Self, cast

import desktop_app
from desktop_app.calc.changes import ChangeKind
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.migratory_pressure import TypeRound
from desktop_app.calc.search_and_rescue import Round
from desktop_app.calc.sentences import say
from desktop_app.models.columns import Row, UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits, state_hash
from desktop_app.models.interchange.fields import Where, text
from desktop_app.models.places import record_id
from desktop_app.models.records import RowChange, settle

NO_HASH: Final = "0" * 64
"""Stands as previous hash in the first entry."""

PROGRAM: Final = f"forum-desk {desktop_app.__version__}"


_WORDS: Final = text(2_000)
"""All that people read of an entry but its reason, together; each part is shorter where it is written."""
_REASON: Final = text(limits.NOTE)


class Action(Enum):
    """How an entry came about.

    ``CREATE`` and ``MIGRATE`` hold the whole forum; ``UNDO`` and ``REDO`` name the entry they undo or redo; a ``MARK``
    changes nothing, and says something of the record itself.
    """

    CREATE = "create"
    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"
    MIGRATE = "migrate"
    MARK = "mark"


class UnreadableEntryError(UnreadableError):
    """An entry of the journal that cannot be read.

    Attributes:
        seq: its number, as it stands there.
        words: what is wrong with it, a clause.
    """

    def __init__(self, seq: object, words: str) -> None:
        """Keep the parts; ``str()`` of the error puts them together."""
        super().__init__(say("journal entry {seq}: {words}", seq=repr(seq), words=words))
        self.seq = seq
        self.words = words


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal, as it stands in its row.

    Attributes:
        seq: number of the entry, from 1 without gaps.
        action: value of :class:`Action`.
        kind: what the change touches, as :class:`~desktop_app.calc.changes.ChangeKind` names it.
        title: name of the change; an undo and a redo carry the name of what they undo or redo.
        changes: the rows, as JSON (see :func:`changes_text`).
        at: when, in UTC, ISO 8601 with microseconds.
        operator: who.
        meeting: id of the meeting, or ``None``.
        target: the entry that is undone or redone.
        undo_top: the entry that would be undone next after this one.
        redo_top: the entry that would be redone next after this one.
        base: the last entry that holds the whole forum; replay begins there.
        previous_hash: hash of the entry before.
        state_hash: hash of the forum's state after this entry.
        program: program and version that wrote it.
        sqlite: version of SQLite that wrote it.
        reason: why it was done, or ``None``.
        particulars: what belongs to it beside the rows, as JSON (a mark's kind above all), or ``None``.
        desk: the laptop that wrote it, or ``None`` in entries older than format 4.
        hash: SHA-256 of all the above.
    """

    seq: int
    action: str
    kind: str
    title: str
    changes: str
    at: str
    operator: str
    meeting: str | None
    target: int | None
    undo_top: int | None
    redo_top: int | None
    base: int
    previous_hash: str
    state_hash: str
    program: str = PROGRAM
    sqlite: str = sqlite3.sqlite_version
    reason: str | None = None
    particulars: str | None = None
    desk: str | None = None
    hash: str = ""

    @classmethod
    def from_row(cls, row: Sequence[object]) -> Self:
        """Return the entry that stands in a row.

        Raises:
            UnreadableError: a column holds neither number nor text where it should.
        """
        for (name, types), value in zip(_TYPES.items(), row, strict=True):
            if type(value) not in types:
                raise UnreadableEntryError(row[0], say("{name} is of the wrong type", name=name))
        entry = cls(*cast("tuple[Any, ...]", row))
        try:
            _ = Action(entry.action), entry.change_kind, entry.time
            where = Where(f"journal entry {entry.seq}")
            said = (entry.title, entry.operator, entry.meeting, entry.program, entry.sqlite, entry.desk)
            _WORDS("".join(filter(None, said)), where)
            _REASON(entry.reason or "none", where)
            for words in _texts(entry.particulars_map):
                _REASON(words, where)
        except BadInput as error:
            raise UnreadableEntryError(entry.seq, error.what) from error
        except (ValueError, OverflowError) as error:
            raise UnreadableEntryError(entry.seq, str(error).splitlines()[0]) from error
        return entry

    def sealed(self) -> "Entry":
        """Return the entry with its hash."""
        return replace(self, hash=self.digest())

    def digest(self) -> str:
        """Return the hash that the entry must have: SHA-256 of its canonical JSON, the hash itself aside.

        What format 4 added is left out where nothing stands in it: older entries keep the hash they have.
        """
        content = {name: getattr(self, name) for name in COLUMNS if name != "hash"}
        content = {name: value for name, value in content.items() if value is not None or name not in _ADDED}
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def row_changes(self) -> list[RowChange]:
        """Return the rows that the entry changed.

        Raises:
            UnreadableError: the text is not what :func:`changes_text` writes.
        """
        return changes_from(self.changes)

    @property
    def change_kind(self) -> ChangeKind:
        """What the change touches."""
        return ChangeKind(self.kind)

    @property
    def particulars_map(self) -> Mapping[str, object]:
        """What belongs to it beside the rows, by name.

        Raises:
            ValueError: no JSON object stands there.
        """
        try:
            found: object = {} if self.particulars is None else json.loads(self.particulars)
        except RecursionError as error:
            raise ValueError("the particulars cannot be read") from error
        if not isinstance(found, dict):
            raise ValueError("the particulars are no object")  # noqa: TRY004 - a value that was read, not an argument
        return found

    @property
    def time(self) -> datetime:
        """When, in UTC."""
        return datetime.fromisoformat(self.at).astimezone(UTC)


COLUMNS: Final = tuple(each.name for each in fields(Entry))
"""The columns of the journal."""

_ADDED: Final = frozenset({"reason", "particulars", "desk"})

_NUMBER: Final = (int,)
_TEXT: Final = (str,)
_NUMBER_OR_NONE: Final = (int, type(None))
_TEXT_OR_NONE: Final = (str, type(None))
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "seq": _NUMBER,
    "action": _TEXT,
    "kind": _TEXT,
    "title": _TEXT,
    "changes": _TEXT,
    "at": _TEXT,
    "operator": _TEXT,
    "meeting": _TEXT_OR_NONE,
    "target": _NUMBER_OR_NONE,
    "undo_top": _NUMBER_OR_NONE,
    "redo_top": _NUMBER_OR_NONE,
    "base": _NUMBER,
    "previous_hash": _TEXT,
    "state_hash": _TEXT,
    "program": _TEXT,
    "sqlite": _TEXT,
    "reason": _TEXT_OR_NONE,
    "particulars": _TEXT_OR_NONE,
    "desk": _TEXT_OR_NONE,
    "hash": _TEXT,
}
"""What may stand in each column, in order; whoever made the file, SQLite may hand over anything."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes an entry, when, and at which laptop."""

    operator: str
    now: datetime
    desk: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a change beside what it changes.

    Attributes:
        meeting: id of the meeting at which it is done; the one that is held now unless given.
        reason: why.
        particulars: what else belongs to it.
    """

    meeting: str | None = None
    reason: str | None = None
    particulars: Mapping[str, object] | None = None


NOTHING_TOLD: Final = Told()


def whole_forum(action: Action, title: str, forum: Forum, author: Author, head: Entry | None) -> Entry:
    """Return an entry that holds the whole forum, after ``head`` (``None``: the first entry of all)."""
    _forum, changes = settle(None, forum)
    entry = next_entry(head, action, ChangeKind.REPLACE, title, forum, changes, author)
    tops = (head.undo_top, head.redo_top) if head else (None, None)
    return replace(entry, base=entry.seq, undo_top=tops[0], redo_top=tops[1]).sealed()


def next_entry(
    head: Entry | None,
    action: Action,
    kind: ChangeKind,
    title: str,
    forum: Forum,
    changes: Iterable[RowChange],
    author: Author,
) -> Entry:
    """Return the entry that follows ``head``, not sealed yet, without target, undo and redo.

    It belongs to the meeting of ``head``, unless that meeting is gone or the change itself names a later one.
    """
    seq = head.seq + 1 if head else 1
    written = list(changes)
    return Entry(
        seq=seq,
        action=action.value,
        kind=kind.value,
        title=title,
        changes=changes_text(written),
        at=utc_text(author.now),
        operator=author.operator,
        meeting=_meeting_now(head, forum, written),
        target=None,
        undo_top=None,
        redo_top=None,
        base=head.base if head else seq,
        previous_hash=head.hash if head else NO_HASH,
        state_hash=state_hash(forum),
        desk=author.desk,
    )


def mark_entry(head: Entry, kind: MarkKind, title: str, told: Told, author: Author) -> Entry:
    """Return the sealed entry that puts a mark on the record after ``head``; no row and no figure changes."""
    return Entry(
        seq=head.seq + 1,
        action=Action.MARK.value,
        kind=ChangeKind.DETAILS.value,
        title=title,
        changes=changes_text(()),
        at=utc_text(author.now),
        operator=author.operator,
        meeting=told.meeting or head.meeting,
        target=None,
        undo_top=head.undo_top,
        redo_top=head.redo_top,
        base=head.base,
        previous_hash=head.hash,
        state_hash=head.state_hash,
        reason=told.reason,
        particulars=particulars_text({**(told.particulars or {}), "mark": kind.value}),
        desk=author.desk,
    ).sealed()


def _texts(value: object) -> Iterator[str]:
    """Yield every text in what JSON gave, names included: people read them, as they read a title."""
    found = [value]
    while found:
        each = found.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            found += (*each, *each.values())
        elif isinstance(each, list):
            found += each


def particulars_text(particulars: Mapping[str, object] | None) -> str | None:
    """Write particulars as the journal does; nothing at all is ``None``."""
    if not particulars:
        return None
    return json.dumps(particulars, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


_MEETINGS_STAND_IN: Final = frozenset({"meeting", "forum_round", "type_round"})


def _meeting_now(head: Entry | None, forum: Forum, changes: Iterable[RowChange]) -> str | None:
    names = meeting_names(forum)
    renewed = any(each.table in _MEETINGS_STAND_IN for each in changes)
    if head is None or renewed or head.meeting not in names:
        return latest_meeting(forum)
    return head.meeting


def meeting_names(forum: Forum) -> tuple[str, ...]:
    """Return the ids of the meetings, or of the rounds that are the meetings of the Solidarity Forum, as recorded."""
    rounds: tuple[Round | TypeRound, ...] = forum.search_and_rescue.rounds + forum.migratory_pressure.rounds
    return tuple(each.id for each in (*forum.meetings, *rounds))


def latest_meeting(forum: Forum) -> str | None:
    """Return the id of the meeting with the latest date, the last recorded of several; ``None`` without meetings.

    Under the proposal of 2020 the rounds of the Solidarity Forum are its meetings.
    """
    dated = [(meeting.date or date.min, number, meeting.id) for number, meeting in enumerate(forum.meetings)]
    rounds: tuple[Round | TypeRound, ...] = forum.search_and_rescue.rounds + forum.migratory_pressure.rounds
    for number, held in enumerate(rounds):
        dated.append((held.opened or held.ended or date.min, number, held.id))
    return max(dated)[2] if dated else None


def utc_text(moment: datetime) -> str:
    """Write a moment as the journal does: ``2026-11-27T16:40:12.123456Z``."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def changes_text(changes: Iterable[RowChange]) -> str:
    """Write changed rows as JSON: a list of ``[table, key, before, after]``."""
    return json.dumps(
        [[each.table, each.place, each.before, each.after] for each in changes],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def changes_from(text: str) -> list[RowChange]:
    """Read what :func:`changes_text` wrote.

    Raises:
        UnreadableError: something else stands there.
    """
    try:
        return [_row_change(*each) for each in json.loads(text)]
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableError(say("the changes of the entry cannot be read")) from error


def _row_change(table: Any, place: Any, before: Any, after: Any) -> RowChange:
    name, key = record_id(table, place)
    if before is None and after is None:
        raise ValueError("nothing changes")
    return RowChange(name, key, _row(before), _row(after))


def _row(columns: Any) -> Row | None:
    if columns is None:
        return None
    row: Row = dict(columns.items()) if isinstance(columns, dict) else {}
    if row != columns or not all(value is None or type(value) in {int, str} for value in row.values()):
        raise ValueError("no row")
    return row
