"""The eight months of return sponsorship (COM(2020) 610, Art. 55(2), (3), 57(4)).

Whoever is not returned in eight months is transferred to the sponsoring Member State. The clock starts with the
adoption of the act; where there was no return decision then, with that decision, or with the end of the right to
remain.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.calc.periods import days_after
from desktop_app.calc.periods_2020 import months_after
from desktop_app.calc.solidarity_groups import ClockStart, SponsorshipGroup

MONTHS: Final = 8
"""Months in which a sponsored person returns or is removed (Art. 55(2))."""
ALARM_DAYS: Final = 30
"""Days before expiry from which the desk warns; the text knows no such warning."""


@dataclass(frozen=True, slots=True)
class SponsorshipStanding:
    """How it stands with a group on the day of the check.

    Attributes:
        group: what is recorded.
        started: the day that started the clock; ``None`` while it has not started.
        due: last day of the eight months; ``None`` likewise.
        today: the day of the check, or ``None``.
    """

    group: SponsorshipGroup
    started: date | None
    due: date | None
    today: date | None

    @property
    def has_lapsed(self) -> bool:
        """Whether the eight months are over."""
        return self.due is not None and self.today is not None and self.today > self.due

    @property
    def to_relocate(self) -> int:
        """Persons left whom the sponsor must now take over: those left once the eight months are over."""
        return max(0, self.group.left) if self.has_lapsed else 0

    @property
    def is_untold(self) -> bool:
        """Whether the sponsor is still to be told that the eight months are over (Art. 57(4): at once)."""
        return bool(self.to_relocate) and self.group.told is None

    @property
    def days_left(self) -> int | None:
        """Days until the last day, below 0 after it; ``None`` while the clock has not started."""
        return None if self.due is None or self.today is None else (self.due - self.today).days

    @property
    def is_near(self) -> bool:
        """Whether expiry is near and persons are left: time for an alarm."""
        days = self.days_left
        return days is not None and 0 <= days <= ALARM_DAYS and self.group.left > 0

    @property
    def alarm_from(self) -> date | None:
        """First day of the alarm before expiry."""
        return None if self.due is None else days_after(self.due, -ALARM_DAYS)


def standing_of(group: SponsorshipGroup, act: date | None, today: date | None) -> SponsorshipStanding:
    """Work out how it stands with a group.

    Args:
        group: what is recorded.
        act: adoption of the act; it starts the clock unless the group names another start.
        today: the day of the check.
    """
    started = act if group.start is ClockStart.ACT else group.started
    if started is not None and act is not None:
        # Art. 55(3) is of persons without a return decision when the act was adopted; of all others the act counts.
        started = max(started, act)
    return SponsorshipStanding(group, started, None if started is None else months_after(started, MONTHS), today)
