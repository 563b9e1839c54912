"""Changes: what a person can do to a forum, each a pure function from forum to forum.

A change knows its kind (views refresh by it), its name (the undo menu and the journal show it) and how
to make the new forum. The forum file's one door applies it; nothing else does.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from desktop_app.calc import wording
from desktop_app.calc.forum import AlternativeMeasure, Classification, Forum, Pledge, StateRecord
from desktop_app.calc.member_states import name_of
from desktop_app.calc.recorded import ABSENT, Recorded


class ChangeKind(Enum):
    """What a change touches."""

    PLEDGE = "pledge"
    READING = "reading"
    DETAILS = "details"
    REPLACE = "replace"


class PledgeColumn(Enum):
    """The three types of Art. 56(2), each a column of the pledge table."""

    RELOCATIONS = "relocations"
    FINANCIAL = "financial"
    ALTERNATIVE = "alternative"

    @property
    def title(self) -> str:
        """The column's name in a sentence."""
        return {
            PledgeColumn.RELOCATIONS: "relocations",
            PledgeColumn.FINANCIAL: "financial contribution",
            PledgeColumn.ALTERNATIVE: "alternative measures",
        }[self]


class CannotChangeError(Exception):
    """The change makes no sense here; the message says why and what to do."""


class Change(Protocol):
    """Anything that the forum file's door takes."""

    @property
    def kind(self) -> ChangeKind:
        """What the change touches."""
        ...

    def title(self, forum: Forum) -> str:
        """Return the name of the change, such as ``"Belgium: relocations 100"``."""
        ...

    def apply_to(self, forum: Forum) -> Forum:
        """Return the changed forum.

        Raises:
            CannotChangeError: the change makes no sense on this forum.
        """
        ...


@dataclass(frozen=True, slots=True)
class RecordPledge:
    """Record one type of a Member State's pledge: a value, explicitly none, or nothing again.

    Attributes:
        code: Union code.
        column: the type.
        value: persons for relocations, cents for the others. For alternative measures the amount is
            the value of the only measure (made where there is none).
    """

    code: str
    column: PledgeColumn
    value: Recorded[int]

    @property
    def kind(self) -> ChangeKind:
        """A pledge."""
        return ChangeKind.PLEDGE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Belgium: financial contribution EUR 12 900 000"``."""
        return f"{name_of(self.code)}: {self.column.title} {self._value_text()}"

    def _value_text(self) -> str:
        if self.value is ABSENT:
            return "nothing recorded"
        if self.value is None:
            return "none"
        if self.column is PledgeColumn.RELOCATIONS:
            return wording.persons(self.value)
        return wording.money(self.value)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this pledge recorded.

        Raises:
            CannotChangeError: several alternative measures stand there, so that one amount cannot replace them.
        """
        record = forum.state(self.code)
        return forum.with_state(replace(record, pledge=self._pledge(record)))

    def _pledge(self, record: StateRecord) -> Pledge:
        if self.column is PledgeColumn.RELOCATIONS:
            return replace(record.pledge, relocations=self.value)
        if self.column is PledgeColumn.FINANCIAL:
            return replace(record.pledge, financial_cents=self.value)
        if self.value is ABSENT or self.value is None:
            return replace(record.pledge, alternative=self.value)
        return replace(record.pledge, alternative=(self._only_measure(record.pledge, self.value),))

    def _only_measure(self, pledge: Pledge, cents: int) -> AlternativeMeasure:
        measures = pledge.measures
        if len(measures) > 1:
            message = (
                f"{name_of(self.code)} has {len(measures)} alternative measures: one amount cannot replace them. "
                "Change the value of each measure, or delete them first."
            )
            raise CannotChangeError(message)
        return replace(measures[0] if measures else AlternativeMeasure(), value_cents=cents)


@dataclass(frozen=True, slots=True)
class ChooseReading:
    """Choose one reading of an unclear text."""

    name: str
    value: str

    @property
    def kind(self) -> ChangeKind:
        """A reading."""
        return ChangeKind.READING

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Reading rounding: nearest"``."""
        return f"Reading {self.name}: {self.value}"

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum under this reading."""
        chosen = dict(forum.readings)
        chosen[self.name] = self.value
        return replace(forum, readings=tuple(sorted(chosen.items())))


@dataclass(frozen=True, slots=True)
class Describe:
    """Change the title, year and marking of the forum."""

    forum_title: str | None
    year: int | None
    classification: Classification

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Title, year and classification"``."""
        return "Title, year and classification"

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these particulars."""
        return replace(forum, title=self.forum_title, year=self.year, classification=self.classification)


@dataclass(frozen=True, slots=True)
class ReplaceForum:
    """Replace everything, as an import does.

    Attributes:
        forum: the new forum.
        source: where it comes from, for the name of the change.
    """

    forum: Forum
    source: str

    @property
    def kind(self) -> ChangeKind:
        """Everything."""
        return ChangeKind.REPLACE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Import of forum.json"``."""
        return f"Import of {self.source}"

    def apply_to(self, forum: Forum) -> Forum:  # noqa: ARG002 - nothing of the old forum stays
        """Return the new forum."""
        return self.forum
