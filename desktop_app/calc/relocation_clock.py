"""The steps of a relocation and their time limits (COM(2020) 610, Art. 57(7) to (9), 65).

The relocating state confirms in one week; where the check is difficult and it says so within that week, later
(reading ``postponement``); silence is acceptance. The transfer decision follows in one week, the transfer in four,
counted from the confirmation or from the final decision on an appeal with suspensive effect.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.calc.periods_2020 import weeks_after
from desktop_app.calc.solidarity_groups import RelocationGroup

CONFIRM_WEEKS: Final = 1
POSTPONED_WEEKS: Final = {"two-weeks": 2, "three-weeks": 3}
"""Weeks in all for a postponed check, by the reading ``postponement``."""
DECIDE_WEEKS: Final = 1
TRANSFER_WEEKS: Final = 4


class RelocationStep(Enum):
    """The next step of a group; the value is the word for it."""

    FILE = "file to be sent"
    CONFIRMATION = "confirmation awaited"
    DECISION = "transfer decision due"
    TRANSFER = "transfer due"
    DONE = "transferred"


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
        return max(0, self.group.persons - self.group.linked - self.group.refused)

    @property
    def step(self) -> RelocationStep:
        """The next step."""
        if self.group.transferred is not None:
            return RelocationStep.DONE
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


def standing_of(group: RelocationGroup, reading: str, today: date | None) -> RelocationStanding:
    """Work out how it stands with a group.

    Args:
        group: what is recorded.
        reading: value of the reading ``postponement``.
        today: the day of the check.
    """
    if group.sent is None:
        return RelocationStanding(group, False, None, None, False, None, None, today)
    first = weeks_after(group.sent, CONFIRM_WEEKS)
    is_postponed = group.postponed is not None and group.postponed <= first
    confirm_by = weeks_after(group.sent, POSTPONED_WEEKS[reading]) if is_postponed else first
    # Who decides or transfers has been taken to accept, at the latest by silence.
    acted = [day for day in (group.decided, group.transferred) if day is not None]
    passed = today is not None and today > confirm_by
    silent = group.confirmed is None and (passed or bool(acted))
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
