"""Scenarios of a forum file: branched from any moment, kept in the same file, adopted into the record in one step."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

from desktop_app.calc.changes import CannotChangeError, TakeOver
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment, Scenario
from desktop_app.calc.sentences import say
from desktop_app.models import columns, store
from desktop_app.models.applied import Applied
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import limits
from desktop_app.models.journal import Author, Entry, Told
from desktop_app.models.lines import MOST_SCENARIOS, SCENARIO, ScenarioLine, first_entry, scenarios_in
from desktop_app.models.three_way import Side, ThreeWay, three_way

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NAME: Final = columns.text(200)
_NOTE: Final = columns.optional(columns.text(limits.NOTE))


class Branching(ABC):
    """The scenarios of one forum file; :class:`~desktop_app.models.forum_file.ForumFile` is one."""

    @property
    @abstractmethod
    def is_read_only(self) -> bool:
        """Whether it was opened for reading."""

    @property
    @abstractmethod
    def forum(self) -> Forum:
        """The forum of the record."""

    @abstractmethod
    def author(self) -> Author:
        """Return who writes, and when."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give a connection that reads, in a transaction that sees one state of the file."""

    @abstractmethod
    def writing(self) -> "AbstractContextManager[Connection]":
        """Give SQLAlchemy's connection in a transaction that nobody else can write in."""

    @abstractmethod
    def forum_at(self, seq: int) -> Forum:
        """Return the forum of the record after an entry."""

    @abstractmethod
    def moment_of_entry(self, connection: sqlite3.Connection, entry: Entry) -> Moment:
        """Return the moment of an entry of the record."""

    @abstractmethod
    def taken_back(self, connection: sqlite3.Connection, seq: int) -> int | None:
        """Return the entry by which a change of the record does not stand; ``None`` where it stands."""

    @abstractmethod
    def accept(self, forum: Forum) -> Forum:
        """Return a forum that may stand; raises :class:`BadInput`."""

    @abstractmethod
    def take(self, change: TakeOver, told: Told) -> Applied:
        """Apply a change to the record, with what is told of it."""

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return every scenario, the newest first, those that were put away too.

        Raises:
            ForumFileError: the file cannot be read.
        """
        with self.reading() as connection:
            return tuple(
                scenarios_in(
                    connection,
                    lambda entry: self.moment_of_entry(connection, entry),
                    lambda seq: self.taken_back(connection, seq),
                )
            )

    def branch(self, name: str, seq: int, note: str | None = None) -> Scenario:
        """Make a scenario from a moment of the record.

        Args:
            name: what it is called; no other scenario in the list is called so.
            seq: the entry of the record from which it branches.
            note: what it is for.

        Raises:
            BadInput: the name is taken, empty or too long, or there is no such moment.
            ForumFileError: it could not be saved; nothing was.
        """
        from desktop_app.models import writing

        others = self.scenarios()
        name, note = _named(name, note, others)
        if len(others) >= MOST_SCENARIOS:
            raise BadInput(
                "scenarios",
                say("there are {MOST_SCENARIOS} already", MOST_SCENARIOS=MOST_SCENARIOS),
                say("go on in one of them"),
            )
        forum = self.forum_at(seq)
        with self.reading() as connection:
            origin = store.entry(connection, seq)
        entry, _changes = first_entry(forum, name, origin, self.author())
        with self.writing() as connection:
            number = writing.begin_line(connection, SCENARIO, name, note, seq)
            writing.append(connection, entry, number)
        return self._scenario(number)

    def scenario(self, number: int) -> ScenarioLine:
        """Open a scenario.

        Raises:
            BadInput: there is none of this number.
            ForumFileError: it cannot be read.
        """
        _ = self._scenario(number)
        return ScenarioLine(self, number, self.accept, is_read_only=self.is_read_only)

    def describe_scenario(self, number: int, name: str, note: str | None) -> Scenario:
        """Give a scenario another name and note.

        Raises:
            BadInput: the name is taken, empty or too long, or there is no such scenario.
            ForumFileError: it could not be saved.
        """
        name, note = _named(name, note, [each for each in self.scenarios() if each.id != number])
        return self._changed(number, {"name": name, "note": note})

    def put_away(self, number: int, *, away: bool = True) -> Scenario:
        """Take a scenario out of the list, or bring it back; nothing of it is lost.

        Raises:
            BadInput: there is none of this number, or another one has its name by now.
            ForumFileError: it could not be saved.
        """
        if not away:
            back = self._scenario(number)
            _ = _named(back.name, back.note, [each for each in self.scenarios() if each.id != number])
        return self._changed(number, {"put_away": int(away)})

    def adoption(self, number: int) -> ThreeWay:
        """Return what adopting a scenario would change, and where the record has moved on since.

        Raises:
            BadInput: there is none of this number.
            CannotChangeError: it follows another procedure.
            ForumFileError: it cannot be read.
        """
        line = self.scenario(number)
        return three_way(line.origin(), self.forum, line.forum)

    def adopt(self, number: int, choices: Mapping[int, Side], reason: str | None = None) -> Applied:
        """Take a scenario over into the record, in one step that can be undone.

        Args:
            number: of the scenario.
            choices: whose version is taken where the record has changed the same since, by number of the conflict.
            reason: why.

        Raises:
            CannotChangeError: a conflict is not decided, or nothing would change.
            BadInput: the forum would hold what no forum may, or there is no such scenario.
            ForumFileError: it could not be saved; file and forum are as they were.
        """
        named = self._scenario(number)
        merged = self.adoption(number).merged(choices)
        with self.reading() as connection:
            begun = store.entry(connection, 1, number)
        # The number is this copy's own; the hash of its first entry names the scenario in every copy.
        particulars = {"adopts": named.name, "scenario": number, "line": begun.hash, "state": named.moment.state_hash}
        told = Told(None, reason, particulars)
        applied = self.take(TakeOver(merged, f"Scenario adopted: {named.name}"), told)
        if not applied.recorded:
            raise CannotChangeError(say("The record holds all of this scenario already: there is nothing to adopt."))
        return applied

    def _scenario(self, number: int) -> Scenario:
        for each in self.scenarios():
            if each.id == number:
                return each
        raise BadInput("scenario", say("there is no scenario {number}", number=number), say("choose one from the list"))

    def _changed(self, number: int, values: Mapping[str, str | int | None]) -> Scenario:
        from desktop_app.models import writing

        _ = self._scenario(number)
        with self.writing() as connection:
            writing.change_line(connection, number, values)
        return self._scenario(number)


def _named(name: str, note: str | None, others: "tuple[Scenario, ...] | list[Scenario]") -> tuple[str, str | None]:
    name, note = name.strip(), (note or "").strip() or None
    if not name:
        raise BadInput("scenario", say("it has no name"), say("give it one, such as: France gives 500 more"))
    columns.write("name", _NAME, name)
    columns.write("note", _NOTE, note)
    if any(each.name.casefold() == name.casefold() and not each.put_away for each in others):
        raise BadInput("scenario", say("there is one called {name} already", name=name), say("choose another name"))
    return name, note
