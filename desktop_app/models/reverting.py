"""One past change of a forum file taken back on its own, where nothing later depends on it."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Final

from desktop_app.calc.changes import TakeOver
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment
from desktop_app.models import store
from desktop_app.models.applied import Applied
from desktop_app.models.journal import Entry, Told
from desktop_app.models.steps import without

LONGEST_TITLE: Final = 500
"""Characters in the name of an entry."""


class Reverting(ABC):
    """The past changes of one forum file; :class:`~desktop_app.models.forum_file.ForumFile` is one."""

    @property
    @abstractmethod
    def forum(self) -> Forum:
        """The forum of the record."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give a connection that reads, in a transaction that sees one state of the file."""

    @abstractmethod
    def check_entry(self, seq: int) -> None:
        """Refuse a number that no entry of the record has; raises :class:`BadInput`."""

    @abstractmethod
    def dependants(self, entry: Entry) -> Sequence[Moment]:
        """Return later changes that stand and changed a figure that an entry changed, the newest first."""

    @abstractmethod
    def later_touches(self, seq: int) -> Sequence[Moment]:
        """Return later entries that touched what an entry touched, the newest first."""

    @abstractmethod
    def accept(self, forum: Forum) -> Forum:
        """Return a forum that may stand; raises :class:`BadInput`."""

    @abstractmethod
    def take(self, change: TakeOver, told: Told) -> Applied:
        """Apply a change to the record, with what is told of it."""

    def reverting(self, seq: int) -> Forum:
        """Return what the forum would be without one past change, whatever was done after it.

        Raises:
            CannotChangeError: the entry changed nothing that could be taken back, or something later depends on it.
            BadInput: there is no such entry, or the forum would hold what no forum may.
            ForumFileError: the file cannot be read.
        """
        return self._without(self._entry(seq))

    def revert(self, seq: int, reason: str | None = None) -> Applied:
        """Take one past change back on its own, in one step that can be undone.

        Raises:
            CannotChangeError: see :meth:`reverting`.
            BadInput: see :meth:`reverting`.
            ForumFileError: it could not be saved; file and forum are as they were.
        """
        entry = self._entry(seq)
        change = TakeOver(self._without(entry), f"Taken back: {entry.title}"[:LONGEST_TITLE], entry.change_kind)
        return self.take(change, Told(None, reason, {"reverts": seq}))

    def _entry(self, seq: int) -> Entry:
        self.check_entry(seq)
        with self.reading() as connection:
            return store.entry(connection, seq)

    def _without(self, entry: Entry) -> Forum:
        depending, later = (lambda: self.dependants(entry)), (lambda: self.later_touches(entry.seq))
        return self.accept(without(self.forum, entry, depending, later))
