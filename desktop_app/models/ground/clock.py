"""The clock: what is typed carries its time, and the journal is read by it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.ground.verdicts import Verdict, note, remedy, sound

CLOCK: Final = say("Clock")
FAR_AHEAD: Final = timedelta(days=3660)
"""So long after its release, nobody uses a version of the program any more: the clock is wrong."""
_LENIENCE: Final = timedelta(minutes=2)
"""Between two computers with a clock of their own."""
_SET: Final = say("Set date and time of the computer, before anything is typed.")


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock says.

    Attributes:
        now: in the person's own time zone.
        zone_known: whether the system names a time zone.
    """

    now: datetime
    zone_known: bool


def judge_clock(clock: Clock, released: date, last_entry: datetime | None) -> Verdict:
    """Return whether the clock can be right.

    Args:
        clock: what it says.
        released: the day on which this version of the program was released.
        last_entry: when the last entry of the open forum was made; ``None`` without a forum.
    """
    shown = f"{clock.now:%Y-%m-%d %H:%M}"
    if last_entry is not None and clock.now + _LENIENCE < last_entry:
        then = f"{last_entry.astimezone(clock.now.tzinfo):%Y-%m-%d %H:%M}"
        what = say("It says {shown}, but the last entry was made later, at {then}.", shown=shown, then=then)
        return remedy(CLOCK, what, _SET)
    day = clock.now.astimezone(UTC).date()
    if day < released - timedelta(days=1):
        what = say("It says {shown}, before this program was released ({day}).", shown=shown, day=str(released))
        return remedy(CLOCK, what, _SET)
    if day > released + FAR_AHEAD:
        what = say(
            "It says {shown}, ten years after this program was released ({day}).", shown=shown, day=str(released)
        )
        return remedy(CLOCK, what, _SET)
    if not clock.zone_known:
        what = say("It says {shown} UTC; the system names no time zone, so that times are shown in UTC.", shown=shown)
        return note(CLOCK, what)
    return sound(CLOCK, say("It says {shown}, {zone}.", shown=shown, zone=f"{clock.now:%Z}"))
