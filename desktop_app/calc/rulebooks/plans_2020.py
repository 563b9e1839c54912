"""Which revision of a plan counts, and how it stands with it (COM(2020) 610, Art. 47(4), 47(5), 52(3), 52(4))."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from desktop_app.calc.response_assessment import PlanStanding


class Revised(Protocol):
    """One revision of a plan."""

    @property
    def submitted(self) -> date | None:
        """Date of submission."""
        ...


Plan = TypeVar("Plan", bound=Revised)


@dataclass(frozen=True, slots=True)
class PlanTimes:
    """The days by which plans are judged.

    Attributes:
        deadline: last day for the first plan; ``None`` before the report.
        ended: the end of the forum or, without one, the adoption of the act; ``None`` without either.
        today: the day of the check, or ``None``.
    """

    deadline: date | None
    ended: date | None
    today: date | None


def counting_of(revisions: Sequence[Plan], times: PlanTimes) -> tuple[Plan | None, PlanStanding]:
    """Return the revision that counts, and how it stands with the plan of a state that is asked.

    The highest revision counts that was handed in up to the end of the forum (without one, up to the act), if the
    first plan was in time; a plan without a date counts until it has one (the form blocks without it).

    Args:
        revisions: of one state, the first plan first.
        times: see :class:`PlanTimes`.
    """
    if not revisions:
        return None, PlanStanding.MISSING if is_after(times.today, times.deadline) else PlanStanding.AWAITED
    first = revisions[0]
    if is_after(first.submitted, times.deadline):
        return None, PlanStanding.LATE
    in_time = [plan for plan in revisions[1:] if not is_after(plan.submitted, times.ended)]
    counts = in_time[-1] if in_time else first
    is_dated = first.submitted is not None and counts.submitted is not None
    return counts, PlanStanding.IN_TIME if is_dated else PlanStanding.UNDATED


def is_after(day: date | None, last: date | None) -> bool:
    """Tell whether a day is known to be after another."""
    return day is not None and last is not None and day > last
