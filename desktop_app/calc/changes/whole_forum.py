"""Changes of the forum as a whole: numbers, acts, meetings, particulars, readings, an import."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.calc.changes.base import CannotChangeError, ChangeKind
from desktop_app.calc.forum import (
    NOT_NUMBERED,
    AdoptedAct,
    AssociatedContribution,
    Basis,
    Classification,
    Forum,
    Holiday,
    Meeting,
    Pool,
    SharesStatus,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES
from desktop_app.calc.sentences import say


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
        return say("Reading {name}: {value}", name=self.name, value=self.value)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum under this reading."""
        chosen = dict(forum.readings)
        chosen[self.name] = self.value
        return replace(forum, readings=tuple(sorted(chosen.items())))


@dataclass(frozen=True, slots=True)
class SetPool:
    """Replace the reference numbers and the proposal's numbers (Art. 12, 57).

    Attributes:
        pool: the new numbers.
        shares_status: whether the shares are computed for the act or an estimate.
    """

    pool: Pool
    shares_status: SharesStatus

    @property
    def kind(self) -> ChangeKind:
        """The pool."""
        return ChangeKind.POOL

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Reference numbers and proposal"``."""
        return say("Reference numbers and proposal")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these numbers."""
        return replace(forum, pool=self.pool, shares_status=self.shares_status)


@dataclass(frozen=True, slots=True)
class SetActs:
    """Record the acts that the Council act rests on, its adoption, and the day the check is for.

    Attributes:
        basis: report, decision and proposal.
        adopted: date of the Council act, or ``None`` before adoption.
        as_of: day of the check; ``None`` = the latest date in the forum.
        adopted_act: number and publication of the Council act; nothing of an act that is not adopted.
    """

    basis: Basis
    adopted: date | None
    as_of: date | None
    adopted_act: AdoptedAct = NOT_NUMBERED

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:
        """Return ``"Acts and dates"``; ``"Adoption"`` or ``"Adoption taken back"`` where that changes."""
        if (self.adopted is None) == (forum.adopted is None):
            return say("Acts and dates")
        return say("Adoption taken back") if self.adopted is None else say("Adoption")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these acts and dates."""
        return replace(forum, basis=self.basis, adopted=self.adopted, as_of=self.as_of, adopted_act=self.adopted_act)


@dataclass(frozen=True, slots=True)
class SetDayOfCheck:
    """Say which day the check is for; ``None`` = the latest date in the forum."""

    as_of: date | None

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Day of the check"``."""
        return say("Day of the check")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this day."""
        return replace(forum, as_of=self.as_of)


@dataclass(frozen=True, slots=True)
class Describe:
    """Change the title, year, marking and note of the forum."""

    forum_title: str | None
    year: int | None
    classification: Classification
    note: str | None

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Title, year and marking"``."""
        return say("Title, year and marking")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these particulars."""
        return replace(
            forum, title=self.forum_title, year=self.year, classification=self.classification, note=self.note
        )


@dataclass(frozen=True, slots=True)
class SetMeetings:
    """Replace the list of meetings of the High-Level Forum (Art. 13)."""

    meetings: tuple[Meeting, ...]

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Meetings"``."""
        return say("Meetings")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these meetings."""
        return replace(forum, meetings=self.meetings)


@dataclass(frozen=True, slots=True)
class SetHolidays:
    """Replace the list of official holidays on which no period ends (Art. 75(d))."""

    holidays: tuple[Holiday, ...]

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Official holidays"``."""
        return say("Official holidays")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these holidays, by date."""
        return replace(forum, holidays=tuple(sorted(self.holidays, key=lambda holiday: holiday.date)))


@dataclass(frozen=True, slots=True)
class SetAssociated:
    """Replace the ad hoc contributions of associated states (Art. 13(1) second subparagraph)."""

    associated: tuple[AssociatedContribution, ...]

    @property
    def kind(self) -> ChangeKind:
        """The forum's particulars."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Contributions of associated states"``."""
        return say("Contributions of associated states")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these contributions, by state."""
        places = {code: place for place, code in enumerate(ASSOCIATED_NAMES)}
        return replace(forum, associated=tuple(sorted(self.associated, key=lambda each: places[each.code])))


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
        return say("Import of {source}", source=self.source)

    def apply_to(self, forum: Forum) -> Forum:  # noqa: ARG002 - nothing of the old forum stays
        """Return the new forum."""
        return self.forum


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take over what was worked out elsewhere: a scenario, another desk's copy, one earlier change taken back.

    Attributes:
        forum: what the forum becomes.
        named: the name of the change.
        kind: what it touches.
    """

    forum: Forum
    named: str
    kind: ChangeKind = ChangeKind.REPLACE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - it was named where it was worked out
        """Return its name."""
        return self.named

    def apply_to(self, forum: Forum) -> Forum:
        """Return the new forum.

        Raises:
            CannotChangeError: it was worked out for another procedure.
        """
        if forum.procedure is not self.forum.procedure:
            raise CannotChangeError(say("This was worked out for another procedure: it cannot be taken over here."))
        return self.forum
