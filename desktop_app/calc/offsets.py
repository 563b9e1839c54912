"""Responsibility offsets of the annual pool (Art. 63): who may offer them, and when they are mandatory.

A contributing Member State takes responsibility for applications that a benefitting state would have to examine,
instead of relocating persons; nobody moves. Offsets are no type of pledge (Art. 56(2)). First on request and by
offer (63(1), 63(2)); then, and only after a meeting reconvened under Art. 13(4), mandatory (63(3), 63(4)), never
beyond the fair share (63(7)). None of it applies before the day of general application (Art. 85). How the mandatory
ones are spread over the contributing states is not regulated: nothing here allocates anything.

Exact throughout: pledges are persons, thresholds and caps are fractions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.forum import DeductionStage, Forum, Meeting, MeetingKind, StateRecord
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import GENERAL_APPLICATION, OFFSET_CAP, OFFSET_MEETING, OFFSET_NUMBER, OFFSET_VOLUME
from desktop_app.calc.rulebooks.annual_pool.frame import reference_relocations_of
from desktop_app.calc.rulebooks.annual_pool.rules_proposal import MINIMUM_RELOCATIONS
from desktop_app.calc.sentences import say

HALF: Final = Fraction(1, 2)
"""Of the proposal's number (Art. 63(1), 63(2)(a)); of the own fair share (Art. 63(2)(b))."""
SIXTY: Final = Fraction(3, 5)
"""Of the reference number of the act (Art. 63(3)(b))."""


class Exempt(Enum):
    """Why a state takes over no applications: it benefits, or its whole contribution is deducted (Art. 60(3))."""

    BENEFITTING = "benefitting"
    FULL_DEDUCTION = say("full deduction")


@dataclass(frozen=True, slots=True)
class StateOffsets:
    """What Art. 63 says of one Member State of the key.

    Attributes:
        code: Union code.
        option: ``"no"``, ``"a"``, ``"b"`` or ``"ab"`` (Art. 63(2)).
        pledged: relocations pledged, persons; ``None`` while nothing is recorded.
        own_threshold: half of its exact fair share; ``None`` while that is not known.
        exempt: why it takes over nothing, or ``None`` for a contributing state.
        cap_relocations: fair share less relocations pledged (Art. 63(7)); ``None`` where exempt or not known.
        cap_all_types: fair share less the whole pledge in equivalents; ``None`` likewise.
        lost: relocations pledged that it need not implement: deducted by an act, or all while it benefits.
    """

    code: str
    option: str
    pledged: int | None
    own_threshold: Fraction | None
    exempt: Exempt | None
    cap_relocations: Fraction | None
    cap_all_types: Fraction | None
    lost: int

    def most(self, *, on_relocations: bool) -> Fraction | None:
        """Return the most that could be asked of it: its cap, or what is recorded leaves of its fair share."""
        share = None if self.own_threshold is None else self.own_threshold / HALF
        caps = (None if on_relocations else self.cap_all_types, self.cap_relocations, share)
        return next((cap for cap in caps if cap is not None), None)


@dataclass(frozen=True, slots=True)
class Offsets:
    """What Art. 63 says of the pool.

    Attributes:
        relocations: relocations pledged by all, those that are recorded.
        unknown: states whose relocations are not recorded, in protocol order.
        lost_to_deductions: of these, what acts on deductions take away.
        lost_to_benefitting: of these, what benefitting states need not implement.
        proposal: relocations of the Commission's proposal, or ``None``.
        reference: reference number of relocations of the act, or ``None``.
        least: the number of Art. 63(3)(a) under the reading ``offset-number``, or ``None`` where not known.
        meeting: the meeting under Art. 13(4) that was held, or ``None``.
        readings: those in force.
        states: one entry for each state of the key, in protocol order.
        today: the day of the check, or ``None`` where the forum names no date.
    """

    relocations: int
    unknown: tuple[str, ...]
    lost_to_deductions: int
    lost_to_benefitting: int
    proposal: int | None
    reference: int | None
    least: int | None
    meeting: Meeting | None
    readings: Mapping[str, str]
    states: tuple[StateOffsets, ...]
    today: date | None

    @property
    def applies(self) -> date:
        """The day from which Art. 63 applies (Art. 85), under the reading ``general-application``."""
        return date.fromisoformat(self.readings[GENERAL_APPLICATION.name])

    @property
    def applied(self) -> bool:
        """Art. 63 applies on the day of the check; without any date nothing says that it does not."""
        return self.today is None or self.today >= self.applies

    @property
    def effective(self) -> int:
        """The relocations that are to be implemented (Art. 63(4))."""
        return self.relocations - self.lost_to_deductions - self.lost_to_benefitting

    @property
    def request_threshold(self) -> Fraction | None:
        """Half of the proposal's number (Art. 63(1)); ``None`` where that is not known or 0."""
        return HALF * self.proposal if self.proposal else None

    @property
    def on_request(self) -> bool | None:
        """Benefitting states may ask for offsets (Art. 63(1))."""
        if self.request_threshold is None:
            return None
        return self.applied and self.relocations >= self.request_threshold

    @property
    def sixty(self) -> Fraction | None:
        """60 % of the reference number of the act (Art. 63(3)(b))."""
        return None if self.reference is None else SIXTY * self.reference

    @property
    def below_least(self) -> bool | None:
        """Relocation pledges are below the number of Art. 63(3)(a)."""
        return None if self.least is None else self.relocations < self.least

    @property
    def below_sixty(self) -> bool | None:
        """Relocation pledges are below 60 % of the reference number (Art. 63(3)(b))."""
        return None if self.sixty is None else self.relocations < self.sixty

    @property
    def target(self) -> Fraction | None:
        """The higher of the two numbers (Art. 63(3)); ``None`` while one of them is not known."""
        return None if self.least is None or self.sixty is None else max(Fraction(self.least), self.sixty)

    @property
    def mandatory(self) -> bool:
        """Offsets are mandatory (Art. 63(3)): after a meeting under Art. 13(4), with (a) or (b) met."""
        return self.applied and self.meeting is not None and bool(self.below_least or self.below_sixty)

    @property
    def eroded(self) -> bool:
        """What is to be implemented has fallen below the higher number by deductions or benefitting (Art. 63(4))."""
        return self.target is not None and self.effective < self.target and self.effective < self.relocations

    @property
    def mandatory_by_erosion(self) -> bool:
        """Offsets are mandatory by erosion (Art. 63(4)), under the reading ``offset-meeting``."""
        met = self.meeting is not None or self.readings[OFFSET_MEETING.name] == "not-needed"
        return self.applied and self.eroded and met

    @property
    def volume_gap(self) -> Fraction | None:
        """What relocation pledges lack of the higher number."""
        return None if self.target is None else max(Fraction(0), self.target - self.relocations)

    @property
    def volume_eroded(self) -> Fraction | None:
        """What the relocations to be implemented lack of the higher number."""
        return None if self.target is None else max(Fraction(0), self.target - self.effective)

    @property
    def volume(self) -> Fraction | None:
        """How many applications, at most, under the reading ``offset-volume``; by erosion where that asks for more."""
        if self.readings[OFFSET_VOLUME.name] == "target":
            return self.target
        return self.volume_eroded if self.mandatory_by_erosion else self.volume_gap

    @property
    def cap_relocations(self) -> Fraction | None:
        """The caps of all contributing states on relocations alone."""
        return _sum([each.cap_relocations for each in self.contributing])

    @property
    def cap_all_types(self) -> Fraction | None:
        """The caps of all contributing states on the whole pledge."""
        return _sum([each.cap_all_types for each in self.contributing])

    @property
    def cap(self) -> Fraction | None:
        """The caps of all contributing states under the reading ``offset-cap``."""
        return self.cap_relocations if self._on_relocations else self.cap_all_types

    @property
    def most(self) -> Fraction | None:
        """How many applications can be asked at most: no more than the caps leave (Art. 63(7)).

        While a pledge is not recorded, its fair share counts less what is; where a fair share is not known,
        the volume alone.
        """
        left = [each.most(on_relocations=self._on_relocations) for each in self.contributing]
        known = [each for each in left if each is not None]
        if self.volume is None or len(known) < len(left):
            return self.volume
        return min(self.volume, sum(known, Fraction(0)))

    @property
    def _on_relocations(self) -> bool:
        """The cap counts relocations alone, under the reading ``offset-cap``."""
        return self.readings[OFFSET_CAP.name] == "relocations"

    @property
    def contributing(self) -> tuple[StateOffsets, ...]:
        """The states that would take applications over."""
        return tuple(each for each in self.states if each.exempt is None)

    def state(self, code: str) -> StateOffsets | None:
        """Return the entry of a state; ``None`` for one outside the key."""
        return next((each for each in self.states if each.code == code), None)


def offsets_of(assessment: AnnualPoolAssessment) -> Offsets:
    """Return what Art. 63 says of an assessed pool."""
    return work_out(assessment.forum, assessment.rows, assessment.readings)


def work_out(forum: Forum, rows: Sequence[Row], readings: Mapping[str, str]) -> Offsets:
    """Return what Art. 63 says of a pool.

    Args:
        forum: what is recorded.
        rows: the figures of its states.
        readings: those in force.
    """
    members = [row for row in rows if row.in_key]
    states = tuple(_state(row, forum.state(row.code)) for row in members)
    proposal = forum.pool.proposal_relocations
    return Offsets(
        relocations=sum(row.pledged_relocations or 0 for row in members),
        unknown=tuple(row.code for row in members if row.pledged_relocations is None),
        lost_to_deductions=sum(each.lost for each in states if each.exempt is not Exempt.BENEFITTING),
        lost_to_benefitting=sum(each.lost for each in states if each.exempt is Exempt.BENEFITTING),
        proposal=proposal,
        reference=reference_relocations_of(forum.pool),
        least=proposal if readings[OFFSET_NUMBER.name] == "proposal" else MINIMUM_RELOCATIONS,
        meeting=reconvened(forum),
        readings=readings,
        states=states,
        today=as_of(forum),
    )


def reconvened(forum: Forum) -> Meeting | None:
    """Return the first meeting under Art. 13(4) that was held by the day of the check; ``None`` where there was none.

    A resumed sitting of the initial forum is none.
    """
    today = as_of(forum)
    for meeting in forum.meetings:
        held = meeting.date is None or today is None or meeting.date <= today
        if meeting.kind is MeetingKind.RECONVENED and held:
            return meeting
    return None


def _state(row: Row, record: StateRecord) -> StateOffsets:
    share, pledged = row.exact_fair_share, row.pledged_relocations
    exempt = _exempt(row, record)
    open_people = exempt is None and share is not None and pledged is not None
    open_types = exempt is None and share is not None and row.equivalents is not None
    nothing = Fraction(0)
    return StateOffsets(
        code=row.code,
        option=row.offset_option,
        pledged=pledged,
        own_threshold=None if share is None else HALF * share,
        exempt=exempt,
        cap_relocations=max(nothing, (share or nothing) - (pledged or 0)) if open_people else None,
        cap_all_types=max(nothing, (share or nothing) - (row.equivalents or nothing)) if open_types else None,
        lost=(pledged if exempt is Exempt.BENEFITTING else row.deducted_relocations) or 0,
    )


def _exempt(row: Row, record: StateRecord) -> Exempt | None:
    if row.benefitting:
        return Exempt.BENEFITTING
    granted = [each for each in record.deductions if each.stage is DeductionStage.GRANTED]
    return Exempt.FULL_DEDUCTION if any(each.extent is None for each in granted) else None


def _sum(caps: Sequence[Fraction | None]) -> Fraction | None:
    """Return the sum of the caps that are known; ``None`` where none is."""
    known = [cap for cap in caps if cap is not None]
    return sum(known, Fraction(0)) if known else None
