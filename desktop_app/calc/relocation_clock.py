"""The steps of a relocation, their time limits, and who can be relocated (COM(2020) 610, Art. 45(1)(c), 57, 65).

The relocating state confirms in one week; where the check is difficult and it says so within that week, later
(reading ``postponement``); silence is acceptance. The transfer decision follows in one week, the transfer in four,
counted from the confirmation or from the final decision on an appeal with suspensive effect.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.periods_2020 import months_after, weeks_after
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_groups import RelocationGroup

CONFIRM_WEEKS: Final = 1
POSTPONED_WEEKS: Final = {"two-weeks": 2, "three-weeks": 3}
"""Weeks in all for a postponed check, by the reading ``postponement``."""
DECIDE_WEEKS: Final = 1
TRANSFER_WEEKS: Final = 4
PROTECTED_MONTHS: Final = 36
"""Months: beneficiaries were granted protection less than three years before the act (Art. 45(1)(c))."""


class RelocationStep(Enum):
    """The next step of a group; the value is the word for it."""

    FILE = say("file to be sent")
    CONFIRMATION = say("confirmation awaited")
    DECISION = say("transfer decision due")
    TRANSFER = say("transfer due")
    DONE = "transferred"
    NOBODY = say("nobody left to relocate")


class Obstacle(Enum):
    """What keeps a whole group from being relocated; the value is its name."""

    NO_CHECK = "no-check"
    NO_CONSENT = "no-consent"
    NO_GRANT = "no-grant"
    GRANTED_EARLY = "granted-early"


@dataclass(frozen=True, slots=True)
class StepDays:
    """One step of a group: until when it is to be done, and when it was.

    Attributes:
        step: which one.
        due: its last day; ``None`` while nothing has started its clock.
        done: the day on which it was done; ``None`` while it was not.
        is_late: whether it was done after its last day, or is not done though that has passed.
    """

    step: RelocationStep
    due: date | None
    done: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class RelocationStanding:
    """How it stands with a group on the day of the check.

    Attributes:
        group: what is recorded.
        is_postponed: a notice of postponement came within the first week and counts.
        confirm_by: last day for the confirmation; ``None`` before the file.
        accepted_on: day of the confirmation, or the last day for it once it passed in silence.
        by_silence: whether it is accepted by silence.
        decide_by: last day for the transfer decision; ``None`` before acceptance.
        transfer_by: last day for the transfer; ``None`` before acceptance.
        today: the day of the check, or ``None``.
    """

    group: RelocationGroup
    is_postponed: bool
    confirm_by: date | None
    accepted_on: date | None
    by_silence: bool
    decide_by: date | None
    transfer_by: date | None
    today: date | None

    @property
    def eligible(self) -> int:
        """Persons who can be relocated: those identified less linked and refused ones (Art. 57(2), (3))."""
        return eligible_of(self.group)

    @property
    def step(self) -> RelocationStep:
        """The next step."""
        if self.group.transferred is not None:
            return RelocationStep.DONE
        if is_emptied(self.group):
            return RelocationStep.NOBODY
        if self.confirm_by is None:
            return RelocationStep.FILE
        if self.accepted_on is None:
            return RelocationStep.CONFIRMATION
        return RelocationStep.DECISION if self.group.decided is None else RelocationStep.TRANSFER

    @property
    def due(self) -> date | None:
        """Last day for the next step; ``None`` where there is none."""
        return {
            RelocationStep.CONFIRMATION: self.confirm_by,
            RelocationStep.DECISION: self.decide_by,
            RelocationStep.TRANSFER: self.transfer_by,
        }.get(self.step)

    @property
    def is_late(self) -> bool:
        """Whether the last day for the next step has passed."""
        return self.due is not None and self.today is not None and self.today > self.due

    @property
    def notice_by(self) -> date | None:
        """Last day for a notice of postponement: that of the first week; ``None`` before the file."""
        return None if self.group.sent is None else weeks_after(self.group.sent, CONFIRM_WEEKS)

    @property
    def is_notice_void(self) -> bool:
        """Whether a notice of postponement is recorded that does not count: it came outside the first week."""
        return self.group.sent is not None and self.group.postponed is not None and not self.is_postponed

    @property
    def steps(self) -> tuple[StepDays, ...]:
        """Confirmation, transfer decision and transfer, each with its last day and the day on which it was done."""
        return (
            self._step(RelocationStep.CONFIRMATION, self.confirm_by, self.accepted_on),
            self._step(RelocationStep.DECISION, self.decide_by, self.group.decided),
            self._step(RelocationStep.TRANSFER, self.transfer_by, self.group.transferred),
        )

    def _step(self, step: RelocationStep, due: date | None, done: date | None) -> StepDays:
        until = done or self.today
        return StepDays(step, due, done, due is not None and until is not None and until > due)


def eligible_of(group: RelocationGroup) -> int:
    """Return the persons who can be relocated: those identified less linked and refused ones (Art. 57(2), (3))."""
    return max(0, group.persons - group.linked - group.refused)


def is_emptied(group: RelocationGroup) -> bool:
    """Tell whether persons were identified of whom none can be relocated: nothing is left to confirm or transfer."""
    return group.persons > 0 and not eligible_of(group)


def standing_of(group: RelocationGroup, reading: str, today: date | None) -> RelocationStanding:
    """Work out how it stands with a group.

    Args:
        group: what is recorded.
        reading: value of the reading ``postponement``.
        today: the day of the check.
    """
    if group.sent is None or is_emptied(group):
        return RelocationStanding(group, False, None, None, False, None, None, today)
    first = weeks_after(group.sent, CONFIRM_WEEKS)
    is_postponed = group.postponed is not None and group.sent <= group.postponed <= first
    confirm_by = weeks_after(group.sent, POSTPONED_WEEKS[reading]) if is_postponed else first
    # Who decides or transfers has been taken to accept, at the latest by silence; a confirmation that comes after the
    # last day finds the group accepted by silence already, and moves no later time limit.
    acted = [day for day in (group.decided, group.transferred) if day is not None]
    in_time = group.confirmed is not None and group.confirmed <= confirm_by
    passed = group.confirmed is not None or (today is not None and today > confirm_by)
    silent = not in_time and (passed or bool(acted))
    accepted = min([confirm_by, *acted]) if silent else group.confirmed
    if accepted is None:
        return RelocationStanding(group, is_postponed, confirm_by, None, False, None, None, today)
    transfer_from = max(accepted, group.appeal_ended) if group.appeal_ended else accepted
    return RelocationStanding(
        group,
        is_postponed,
        confirm_by,
        accepted,
        silent,
        weeks_after(accepted, DECIDE_WEEKS),
        weeks_after(transfer_from, TRANSFER_WEEKS),
        today,
    )


def is_recent(granted: date, act: date) -> bool:
    """Tell whether protection was granted less than three years before the act; exactly three years are too long."""
    return act < months_after(granted, PROTECTED_MONTHS)


def obstacles_of(group: RelocationGroup, act: date | None) -> tuple[Obstacle, ...]:
    """Return what keeps a whole group from being relocated, as far as it is recorded.

    Args:
        group: what is recorded.
        act: adoption of the act; while there is none, no protection was granted too early.
    """
    found = [] if group.security_checked is not None else [Obstacle.NO_CHECK]
    if group.type is ContributionType.BENEFICIARIES:
        if not group.consent:
            found.append(Obstacle.NO_CONSENT)
        if group.granted is None:
            found.append(Obstacle.NO_GRANT)
        elif act is not None and not is_recent(group.granted, act):
            found.append(Obstacle.GRANTED_EARLY)
    return tuple(found)
