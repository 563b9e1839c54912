"""The forum file: one door for every change, saved before it is shown.

A change is applied to the frozen forum, judged, and written to the tables and to the journal in one
transaction. Only what was committed and read back is the forum that the file gives out.
"""

import socket
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from desktop_app.calc.changes import Change, ChangeKind
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import problems
from desktop_app.models import columns, migrate, store, whole_file
from desktop_app.models.applied import Applied
from desktop_app.models.backup import back_up, naming_backup
from desktop_app.models.branching import Branching
from desktop_app.models.database import Database
from desktop_app.models.errors import (
    BadInput,
    DamagedForumFile,
    ForumFileError,
    ForumFileExists,
    ForumFileUnwritable,
)
from desktop_app.models.header import check_header, real_path, stamp
from desktop_app.models.interchange import limits
from desktop_app.models.journal import Action, Author, Entry, Told, mark_entry, next_entry, particulars_text
from desktop_app.models.loading import Loaded, damaged, load, load_file, open_for_reading, with_titles
from desktop_app.models.making import bring_up_to_date, make
from desktop_app.models.pen import refuse_where_given
from desktop_app.models.records import RowChange, settle
from desktop_app.models.remembering import Remembering
from desktop_app.models.reverting import LONGEST_TITLE, Reverting
from desktop_app.models.steps import next_step
from desktop_app.models.timeline import Timeline
from desktop_app.models.writer_lock import WriterLock

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OPERATOR: Final = columns.text(200)
_TITLE: Final = columns.text(500)
_REASON: Final = columns.text(limits.NOTE)
_SET_BACK: Final = timedelta(minutes=1)
"""What a clock may be behind the record before it is told: two laptops are seldom alike to the second."""
_DESK: Final = socket.gethostname()[:200] or None


def _now() -> datetime:
    return datetime.now(UTC)


def read_forum(path: Path) -> Forum:
    """Read the forum in a file; never writes, and works while the file is open elsewhere.

    Raises:
        ForumFileError: no forum stands there.
    """
    path = real_path(path)
    with naming_backup(path):
        return load_file(path).forum


class ForumFile(Remembering, Branching, Reverting):
    """A forum file that is open, for writing or for reading only.

    Use :meth:`create` or :meth:`open`, and close it (or use it as a context).
    """

    def __init__(self, path: Path, loaded: Loaded, operator: str, *, clock: Callable[[], datetime] = _now) -> None:
        """Keep what was read; use :meth:`create` or :meth:`open`."""
        self.path: Final = path
        self._operator = operator
        self._clock = clock
        self._loaded = loaded
        self._database: Database | None = None
        self._closing = ExitStack()
        self._stamp: object = None
        self._timeline = Timeline()
        self._is_behind = False

    @classmethod
    def create(cls, path: Path, forum: Forum, operator: str, *, clock: Callable[[], datetime] = _now) -> Self:
        """Make a forum file and open it for writing.

        Args:
            path: the new file; its folder exists.
            forum: what it begins with.
            operator: who works here.
            clock: gives the moment of each entry.

        Raises:
            ForumFileExists: a file of that name exists.
            ForumFileError: it cannot be made; nothing is left behind.
            BadInput: the forum holds what no forum may.
        """
        path = real_path(path)
        if path.exists():
            raise ForumFileExists(str(path), say("a file of that name exists"), say("choose another name, or open it"))
        operator = _checked("operator", _OPERATOR, operator)
        with ExitStack() as undo:
            lock = undo.enter_context(WriterLock.take(path, operator))
            with whole_file.new_file(path.parent) as made:
                make(made, _valid(forum), Author(operator, clock(), _DESK))
                whole_file.publish(made, path)
            opened = cls._for_writing(path, operator, lock, clock)
            undo.pop_all()
            return opened

    @classmethod
    def open(
        cls,
        path: Path,
        operator: str,
        *,
        read_only: bool = False,
        break_lock: bool = False,
        clock: Callable[[], datetime] = _now,
        is_stopping: Callable[[], bool] | None = None,
    ) -> Self:
        """Open a forum file; an older one is backed up and brought to the newest version first.

        Args:
            path: the file.
            operator: who works here.
            read_only: look at it, also while another desk has it open; see :meth:`refresh`.
            break_lock: take over the lock of another machine that crashed; the user has said so.
            clock: gives the moment of each entry.
            is_stopping: asked while an older file is brought to the newest version; ``True`` leaves it as it was.

        Raises:
            ForumFileLocked: another desk has it open for writing; it may be opened for reading.
            ForumFileError: it cannot be opened; it was not touched, and ``newest_backup`` names a good backup.
            Cancelled: ``is_stopping`` said so; the file is as it was.
        """
        operator = _checked("operator", _OPERATOR, operator)
        path = real_path(path)
        with naming_backup(path):
            check_header(path, migrate.newest_version())
            if read_only:
                return cls._for_reading(path, operator, clock)
            with ExitStack() as undo:
                lock = undo.enter_context(WriterLock.take(path, operator, break_lock=break_lock))
                opened = cls._for_writing(path, operator, lock, clock, is_stopping)
                undo.pop_all()
                return opened

    @classmethod
    def _for_writing(
        cls,
        path: Path,
        operator: str,
        lock: WriterLock,
        clock: Callable[[], datetime],
        is_stopping: Callable[[], bool] | None = None,
    ) -> Self:
        with ExitStack() as undo:
            database = Database(path, write=True)
            undo.callback(database.close)
            with database.reading() as connection:
                migrate.check_schema(connection, path)
                is_older = migrate.version_of(connection) < migrate.newest_version()
            if is_older:
                back_up(path, now=clock(), is_stopping=is_stopping)
                bring_up_to_date(database, Author(operator, clock(), _DESK), is_stopping)
            with database.reading() as connection:
                loaded = load(connection, path)
            opened = cls(path, loaded, operator, clock=clock)
            opened._database = database
            opened._closing.callback(lock.release)
            opened._closing.push(undo.pop_all())
            return opened

    @classmethod
    def _for_reading(cls, path: Path, operator: str, clock: Callable[[], datetime]) -> Self:
        seen = stamp(path)
        opened = cls(path, load_file(path), operator, clock=clock)
        opened._stamp = seen
        return opened

    @property
    def forum(self) -> Forum:
        """The forum as it was committed and read back."""
        return self._loaded.forum

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened for reading."""
        return self._database is None

    @property
    def saved_at(self) -> datetime:
        """When the last entry was committed, in UTC."""
        return self._head.time

    @property
    def state_hash(self) -> str:
        """Hash of the forum's state."""
        return self._head.state_hash

    @property
    def seq(self) -> int:
        """Number of the last journal entry."""
        return self._head.seq

    @property
    def head_hash(self) -> str:
        """Hash of the last journal entry, which stands for everything before it too."""
        return self._head.hash

    @property
    def undo_title(self) -> str | None:
        """Name of what :meth:`undo` would undo, or ``None``."""
        return self._loaded.undo_title

    @property
    def redo_title(self) -> str | None:
        """Name of what :meth:`redo` would redo, or ``None``."""
        return self._loaded.redo_title

    @property
    def _head(self) -> Entry:
        return self._loaded.head

    def apply(self, change: Change, *, meeting: str | None = None, reason: str | None = None) -> Applied:
        """Apply a change: judge it, write it, commit it, read it back.

        Args:
            change: what to do.
            meeting: id of the meeting at which it is done; the one that is held now unless given.
            reason: why it is done.

        Raises:
            CannotChangeError: the change makes no sense here.
            BadInput: the forum would hold what no forum may.
            ForumFileError: it could not be saved.
                After each of these, file and forum are as they were.
        """
        return self.take(change, Told(meeting, reason))

    def take(self, change: Change, told: Told, beside: "Callable[[Connection], object] | None" = None) -> Applied:
        """Apply a change as :meth:`apply` does, with what is told of it; raises the same.

        Args:
            change: what to do.
            told: of it.
            beside: writes what belongs to it in lines beside the record, in the same transaction; with it the change
                is recorded even where no figure changes.
        """
        database = self._writable()
        if change.kind is ChangeKind.REPLACE:
            back_up(self.path, now=self._clock())
        forum, changes = settle(self.forum, _valid(change.apply_to(self.forum)))
        if not changes and beside is None:
            return self._applied(recorded=False)
        seq = self._head.seq + 1
        title = _checked("title", _TITLE, change.title(self.forum)[:LONGEST_TITLE])
        told = _told(told)
        entry = next_entry(self._head, Action.CHANGE, change.kind, title, forum, changes, self.author())
        entry = replace(
            entry,
            undo_top=seq,
            meeting=told.meeting or entry.meeting,
            reason=told.reason,
            particulars=particulars_text(told.particulars),
        )
        return self._record(database, forum, changes, entry, beside)

    def mark(
        self,
        kind: MarkKind,
        title: str,
        particulars: Mapping[str, object] | None = None,
        reason: str | None = None,
        *,
        meeting: str | None = None,
    ) -> Applied:
        """Put a mark on the record: no figure changes, and undo passes over it.

        Args:
            kind: what it is.
            title: its name: of the snapshot, of what is released.
            particulars: what belongs to it, by name.
            reason: why.
            meeting: id of the meeting that it opens, or at which it is put; the one that is held now unless given.

        Raises:
            BadInput: a text is too long, or holds what no text may.
            ForumFileError: it could not be saved; the file is as it was.
        """
        database = self._writable(takes_pen=kind is MarkKind.PEN_TAKEN)
        told = _told(Told(meeting, reason, particulars))
        entry = mark_entry(self._head, kind, _checked("title", _TITLE, title), told, self.author())
        return self._record(database, self.forum, [], entry)

    def undo(self) -> Applied:
        """Undo the last change that stands; a restart makes no difference.

        Raises:
            CannotChangeError: there is nothing to undo.
            ForumFileError: it could not be saved; file and forum are as they were.
        """
        return self._step(Action.UNDO)

    def redo(self) -> Applied:
        """Redo what was undone last, unless something was changed since.

        Raises:
            CannotChangeError: there is nothing to redo.
            ForumFileError: it could not be saved; file and forum are as they were.
        """
        return self._step(Action.REDO)

    def _step(self, action: Action) -> Applied:
        database = self._writable()
        with database.reading() as connection, damaged(self.path):
            step = next_step(connection, action, self.forum, self._head, self.author())
        return self._record(database, _valid(step.forum), step.changes, step.entry)

    def author(self) -> Author:
        """Return who writes, when and at which laptop; the record's times never go back, whatever the clock does."""
        now = self._clock()
        self._is_behind = self._head.time - now > _SET_BACK
        return Author(self._operator, max(now, self._head.time), _DESK)

    def accept(self, forum: Forum) -> Forum:
        """Return a forum that may stand in the file.

        Raises:
            BadInput: it holds what no forum may.
        """
        return _valid(forum)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that reads, in a transaction that sees one state of the file.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with ExitStack() as closing:
            database = self._database or closing.enter_context(open_for_reading(self.path))
            with damaged(self.path), database.reading() as connection:
                yield connection

    @contextmanager
    def writing(self, *, takes_pen: bool = False) -> Iterator["Connection"]:
        """Give SQLAlchemy's connection in a transaction that nobody else can write in.

        Args:
            takes_pen: whether what is written tells that the pen was taken, where it was given away.

        Raises:
            ForumFileError: the file is open for reading only, or cannot be written; nothing was.
        """
        with self._transaction(self._writable(takes_pen=takes_pen)) as connection:
            yield connection

    @contextmanager
    def _transaction(self, database: Database) -> Iterator["Connection"]:
        """Give SQLAlchemy's connection as :meth:`writing` does; after a failure go by what stands in the file."""
        try:
            with database.writing() as connection, damaged(self.path):
                self._refuse_other_writers(store.head_mark(database.raw))
                yield connection
        except ForumFileError:
            self._reload(database)
            raise

    def _record(
        self,
        database: Database,
        forum: Forum,
        changes: list[RowChange],
        entry: Entry,
        beside: "Callable[[Connection], object] | None" = None,
    ) -> Applied:
        from desktop_app.models import writing
        from desktop_app.models.indexing import index_entry

        entry = entry.sealed()
        with self._transaction(database) as connection:
            writing.write_changes(connection, changes)
            writing.append(connection, entry)
            index_entry(connection, entry, changes, forum)
            if beside is not None:
                beside(connection)
        with database.reading() as connection, damaged(self.path):
            stored = store.head(connection)
            if stored != entry:
                raise DamagedForumFile(
                    str(self.path), say("what was saved cannot be read back"), say("restore a backup")
                )
            self._loaded = with_titles(connection, forum, stored)
        return self._applied()

    def _refuse_other_writers(self, mark: tuple[int, str]) -> None:
        if mark != (self._head.seq, self._head.hash):
            raise ForumFileUnwritable(
                str(self.path),
                say("another program has changed the file meanwhile"),
                say("look at what is there now, then do it again"),
            )

    def _reload(self, database: Database) -> None:
        """Go by what stands in the file, where it can be read: a disk that fails may have taken the entry or not."""
        with suppress(ForumFileError), database.reading() as connection:
            if store.head_mark(connection) != (self._head.seq, self._head.hash):
                self._loaded = load(connection, self.path)

    def _applied(self, *, recorded: bool = True) -> Applied:
        head = self._head
        return Applied(
            head.change_kind, head.title, head.seq, head.time, head.state_hash, recorded, recorded and self._is_behind
        )

    def _writable(self, *, takes_pen: bool = False) -> Database:
        if self._database is None:
            raise ForumFileUnwritable(
                str(self.path), say("the file is open for reading only"), say("open it for writing, or save a copy")
            )
        if not self._database.is_in_place:
            raise ForumFileUnwritable(
                str(self.path),
                say("the file was moved, deleted or replaced while it was open"),
                say("save a copy, then open it"),
            )
        if not takes_pen:
            refuse_where_given(self.path, self._head)
        return self._database

    def refresh(self) -> bool:
        """Read again what another desk has written since; for a file that is open for reading.

        Returns:
            Whether the forum is another one now.

        Raises:
            ForumFileError: the file cannot be read any more; the forum stays as it was.
        """
        if self._database is not None or stamp(self.path) == self._stamp:
            return False
        seen = stamp(self.path)
        was = self._head.hash
        self._loaded = load_file(self.path)
        self._stamp = seen
        return self._head.hash != was

    def reload(self) -> None:
        """Go by what stands in the file, after the entries of another copy were written into it.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            self._loaded = load(connection, self.path)

    def history(self, limit: int, before: int | None = None) -> list[Entry]:
        """Return journal entries, the newest first.

        Args:
            limit: at most so many.
            before: only entries before this number.

        Raises:
            ForumFileError: the file cannot be read.
        """
        last = self._head.seq + 1 if before is None else before
        with self.reading() as connection:
            return store.entries_before(connection, last, limit)

    def get_ready(self) -> None:
        """Load what the first change needs; for the moment after the window is there."""
        if self._database is not None:
            from desktop_app.models import writing  # noqa: F401 - loads SQLAlchemy and the tables

            self._database.writer()

    def close(self) -> None:
        """Close the file and give it free for other desks; again is no error."""
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _checked(where: str, codec: columns.Codec, text: str) -> str:
    columns.write(where, codec, text)
    return text


def _told(told: Told) -> Told:
    """Return what is told of an entry, judged.

    Raises:
        BadInput: a text is too long, or holds what no text may.
    """
    for name, codec, words in (("meeting", _TITLE, told.meeting), ("reason", _REASON, told.reason)):
        if words is not None:
            _checked(name, codec, words)
    return told


def _valid(forum: Forum) -> Forum:
    for problem in problems(forum):
        raise BadInput(problem.where, problem.what, problem.remedy)
    return forum
