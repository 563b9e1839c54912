"""What a document is printed of: the record as it is now, a past moment of it, or a scenario beside it.

Everything but the record as it is now says on every page what it is, and is never printed as final. Moments of the
record are in UTC; they are printed in the time of a zone, with its distance from UTC, so that nobody has to guess.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from desktop_app.calc.memory import Moment
from desktop_app.calc.papers import State
from desktop_app.documents.text import Terms

_LONGEST_NAME: Final = 72
"""Signs of a scenario's name that are printed on every page."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a document is printed of; made by :data:`NOW`, :func:`past` and :func:`scenario`.

    Attributes:
        moment: the past moment of the record; ``None`` for now.
        name: of the scenario; empty for the record.
        zone: in whose time moments are printed; ``None`` is the machine's own.
    """

    moment: Moment | None = None
    name: str = ""
    zone: tzinfo | None = UTC

    @property
    def is_now(self) -> bool:
        """Whether it is the record as it is now."""
        return self.moment is None and not self.name

    @property
    def is_scenario(self) -> bool:
        """Whether it is beside the record."""
        return bool(self.name)

    def words(self, terms: Terms) -> str:
        """Return what every page says of it; nothing for now."""
        if self.name:
            return terms.plain("moment.scenario", name=_short(self.name))
        if self.moment is None:
            return ""
        return terms.plain("moment.past", when=when(terms, self.moment.at, self.zone), entry=str(self.moment.seq))

    def strip(self, terms: Terms) -> str:
        """Return what runs up the margin instead of the draft mark; only a scenario is that loud."""
        return terms.plain("moment.strip-scenario") if self.name else ""


NOW: Final = Standing()
"""The record as it is now."""


class FinalRefused(Exception):
    """A past moment or a scenario was to be printed as final."""

    def __init__(self, standing: Standing) -> None:
        """Say what cannot be final."""
        what = "a scenario" if standing.is_scenario else "a past moment of the record"
        super().__init__(f"{what} is never printed as final; print a draft")
        self.standing = standing


def now(zone: tzinfo | None) -> Standing:
    """Return the standing of the record as it is now, with the zone of the moments in it."""
    return Standing(zone=zone)


def past(moment: Moment, zone: tzinfo | None = UTC) -> Standing:
    """Return the standing of a past moment of the record."""
    return Standing(moment, zone=zone)


def scenario(name: str, zone: tzinfo | None = UTC) -> Standing:
    """Return the standing of a scenario."""
    return Standing(name=" ".join(name.split()) or "–", zone=zone)


def standing_of(state: State, zone: tzinfo | None = UTC) -> Standing:
    """Return the standing of a state."""
    if state.scenario:
        return scenario(state.scenario, zone)
    return now(zone) if state.is_now else past(state.moment, zone)


def when(terms: Terms, at: datetime, zone: tzinfo | None) -> str:
    """Write a moment in the time of a zone: ``"27 November 2026, 16:40 UTC+1"``."""
    there = at.astimezone(zone)
    return f"{terms.day(there.date())}, {clock(there)}"


def clock(there: datetime) -> str:
    """Write the time of a day with its distance from UTC: ``"16:40 UTC+1"``."""
    minutes = (there.utcoffset() or timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    ahead = f"{'+' if minutes > 0 else '−'}{hours}" if minutes else ""
    return f"{there:%H:%M}\u00a0UTC{ahead}{f':{rest:02d}' if rest else ''}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
