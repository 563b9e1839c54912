"""Lines beside the record: scenarios, and what another desk wrote until its copy was merged.

A line has entries of its own, sealed like those of the record and undone like them; the forum's tables know nothing
of it. The first entry of a scenario holds the whole forum, and its previous hash is that of the entry of the record
from which it branched.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol, cast

from desktop_app.calc.changes import Change, ChangeKind
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment, Scenario
from desktop_app.calc.sentences import say
from desktop_app.models import columns, store
from desktop_app.models.applied import Applied
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput, DamagedForumFile, ForumFileError, ForumFileUnwritable
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import Where
from desktop_app.models.journal import Action, Author, Entry, next_entry
from desktop_app.models.records import RowChange, settle
from desktop_app.models.steps import next_step
from desktop_app.models.timeline import Timeline

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

SCENARIO: Final = "scenario"
MERGED: Final = "merged"
MOST_SCENARIOS: Final = 500
"""Scenarios in one file; a negotiation has a dozen."""

_NAME: Final = columns.text(200)
_NOTE: Final = columns.optional(columns.text(limits.NOTE))


def moment_of(entry: Entry, round_number: int = 1) -> Moment:
    """Return the moment of an entry."""
    return Moment(entry.seq, entry.time, entry.title, entry.operator, entry.meeting, round_number, entry.state_hash)


def wrong_row(row: Sequence[object]) -> str | None:
    """Return what no line's row can hold, in a clause; SQLite itself asks no more when a file is read.

    Args:
        row: number, kind, name, note, origin, place and length, as they stand there.
    """
    number, kind, name, note, origin, put_away, entries = row
    try:
        _NAME.convert(cast("columns.Value", name), Where())
        _NOTE.convert(cast("columns.Value", note), Where())
    except BadInput as error:
        return say("Line {number} beside the record: {what}", number=repr(number), what=error.what)
    fits = (
        kind in {SCENARIO, MERGED}
        and bool(name)
        and put_away in {0, 1}
        and all(isinstance(each, int) and each >= 1 for each in (number, origin, entries))
    )
    altered = say("Line {number} beside the record is not as lines are: its row was altered", number=repr(number))
    return None if fits else altered


def scenarios_in(
    connection: sqlite3.Connection,
    origin_of: Callable[[Entry], Moment],
    taken_back: Callable[[int], int | None],
) -> list[Scenario]:
    """Return all scenarios, the newest first, those that were put away too.

    Args:
        connection: reads the file.
        origin_of: gives the moment of an entry of the record.
        taken_back: gives the entry by which a change of the record does not stand; ``None`` where it stands.

    Raises:
        UnreadableError: an entry cannot be read, a row is none, or there are more than any file has.
    """
    many = store.lines_of(connection, SCENARIO)
    if many > MOST_SCENARIOS:
        raise UnreadableError(
            say(
                "there are {many} scenarios, and no file has more than {MOST_SCENARIOS}",
                many=many,
                MOST_SCENARIOS=MOST_SCENARIOS,
            )
        )
    adopted = _adopted(connection, taken_back)
    rows = store.line_rows(connection)
    for wrong in filter(None, map(wrong_row, rows)):
        raise UnreadableError(wrong)
    question = "SELECT id, name, note, origin, put_away FROM line WHERE kind = 'scenario' ORDER BY id DESC"
    return [
        Scenario(
            number,
            name,
            note,
            origin_of(store.entry(connection, origin)),
            moment_of(store.head(connection, number)),
            bool(put_away),
            adopted.get(number),
        )
        for number, name, note, origin, put_away in connection.execute(question).fetchall()
    ]


def _adopted(connection: sqlite3.Connection, taken_back: Callable[[int], int | None]) -> dict[int, int]:
    """Return by which entry of the record each scenario was adopted, as far as that stands."""
    told = store.entries_told(connection, "scenario")
    standing = [each for each in told if taken_back(each.seq) is None]
    if not standing:
        return {}
    begins = store.first_hashes(connection)
    by: dict[object, int] = {}
    for entry in standing:
        said = entry.particulars_map
        # The number is that of the copy in which it was adopted; the hash is the same in each.
        by[str(said.get("line") or begins.get(str(said["scenario"])))] = entry.seq
    return {int(number): by[digest] for number, digest in begins.items() if digest in by}


class Owner(Protocol):
    """The forum file to which a line belongs."""

    def author(self) -> Author:
        """Return who writes, and when."""
        ...

    def writing(self) -> "AbstractContextManager[Connection]":
        """Give SQLAlchemy's connection in a transaction."""
        ...

    def reading(self) -> "AbstractContextManager[sqlite3.Connection]":
        """Give a connection that reads."""
        ...


class ScenarioLine:
    """One scenario, open for typing: it has the face of a forum file, and takes changes into its own line."""

    def __init__(self, owner: "Owner", number: int, checked: Callable[[Forum], Forum], *, is_read_only: bool) -> None:
        """Read the line.

        Args:
            owner: the file in which it stands.
            number: of the line.
            checked: returns a forum that may stand, or raises :class:`BadInput`.
            is_read_only: whether the file is open for reading only.

        Raises:
            ForumFileError: the line cannot be read.
        """
        self.id: Final = number
        self.called: Final = f"scenario {number}"
        self._owner = owner
        self._checked = checked
        self.is_read_only: Final = is_read_only
        self._timeline = Timeline(number)
        with owner.reading() as connection:
            self._head = store.head(connection, number)
            self._forum = self._timeline.forum_at(connection, self._head.seq, self._head)
            self._name_steps(connection)

    def _name_steps(self, connection: sqlite3.Connection) -> None:
        tops = (self._head.undo_top, self._head.redo_top)
        titles = [None if seq is None else store.entry(connection, seq, self.id).title for seq in tops]
        self.undo_title, self.redo_title = titles

    @property
    def forum(self) -> Forum:
        """The forum of the scenario."""
        return self._forum

    @property
    def saved_at(self) -> datetime:
        """When its last entry was committed, in UTC."""
        return self._head.time

    @property
    def state_hash(self) -> str:
        """Hash of its state."""
        return self._head.state_hash

    @property
    def seq(self) -> int:
        """Number of its last entry."""
        return self._head.seq

    def origin(self) -> Forum:
        """Return the forum from which it branched.

        Raises:
            ForumFileError: the line cannot be read.
        """
        with self._owner.reading() as connection:
            return self._timeline.forum_at(connection, 1, self._head)

    def apply(self, change: Change) -> Applied:
        """Apply a change to the scenario; the record knows nothing of it.

        Raises:
            CannotChangeError: the change makes no sense here.
            BadInput: the forum would hold what no forum may.
            ForumFileError: it could not be saved; the scenario is as it was.
        """
        forum, changes = settle(self._forum, self._checked(change.apply_to(self._forum)))
        if not changes:
            return self._applied(recorded=False)
        author = self._author()
        title = change.title(self._forum)[:500]
        entry = next_entry(self._head, Action.CHANGE, change.kind, title, forum, changes, author)
        return self._record(forum, replace(entry, undo_top=entry.seq))

    def undo(self) -> Applied:
        """Undo its last change that stands.

        Raises:
            CannotChangeError: there is nothing to undo.
            ForumFileError: it could not be saved; the scenario is as it was.
        """
        return self._step(Action.UNDO)

    def redo(self) -> Applied:
        """Redo what was undone last.

        Raises:
            CannotChangeError: there is nothing to redo.
            ForumFileError: it could not be saved; the scenario is as it was.
        """
        return self._step(Action.REDO)

    def _step(self, action: Action) -> Applied:
        author = self._author()
        with self._owner.reading() as connection:
            step = next_step(connection, action, self._forum, self._head, author, self.id)
        return self._record(self._checked(step.forum), step.entry)

    def _author(self) -> Author:
        """Return who writes, and when; its times never go back, and it may have been typed in later than the record."""
        author = self._owner.author()
        return replace(author, now=max(author.now, self._head.time))

    def _record(self, forum: Forum, entry: Entry) -> Applied:
        from desktop_app.models import writing

        entry = entry.sealed()
        try:
            with self._owner.writing() as connection:
                if writing.head_of_line(connection, self.id) != (self._head.seq, self._head.hash):
                    raise ForumFileUnwritable(
                        self.called,
                        say("it was changed elsewhere meanwhile"),
                        say("look at what is there now, then do it again"),
                    )
                writing.append(connection, entry, self.id)
        except ForumFileError:
            self._reload()
            raise
        with self._owner.reading() as connection:
            stored = store.head(connection, self.id)
            if stored != entry:
                raise DamagedForumFile(self.called, say("what was saved cannot be read back"), say("restore a backup"))
            self._head = stored
            self._name_steps(connection)
        self._forum = forum
        self._timeline.keep(entry, forum)
        return self._applied()

    def _reload(self) -> None:
        """Go by what stands in the file, where it can be read: a disk that fails may have taken the entry or not."""
        with suppress(ForumFileError), self._owner.reading() as connection:
            head = store.head(connection, self.id)
            if (head.seq, head.hash) != (self._head.seq, self._head.hash):
                self._forum = self._timeline.forum_at(connection, head.seq, head)
                self._head = head
                self._name_steps(connection)

    def _applied(self, *, recorded: bool = True) -> Applied:
        head = self._head
        return Applied(head.change_kind, head.title, head.seq, head.time, head.state_hash, recorded)


def first_entry(forum: Forum, name: str, origin: Entry, author: Author) -> tuple[Entry, list[RowChange]]:
    """Return the sealed first entry of a scenario: the whole forum, bound to the entry from which it branches."""
    settled, changes = settle(None, forum)
    entry = next_entry(None, Action.CREATE, ChangeKind.REPLACE, f"Scenario: {name}", settled, changes, author)
    return replace(entry, meeting=origin.meeting, previous_hash=origin.hash).sealed(), changes
