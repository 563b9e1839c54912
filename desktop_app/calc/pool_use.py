"""A pool in use: its movements with what remains after each, the bridge, how far a top-up may go (COM(2020) 610).

Nothing here is a figure of its own: what the assessment says of a pool is told step by step.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath, Call, Day, PressureAct, RoundKind, SearchAndRescue


class MovementKind(Enum):
    """What happens to a pool; the value is the word for it."""

    ACT = "act"
    DRAW = "draw"
    RAISE = "raise"
    TOP_UP = "top-up"


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of a pool's record.

    Attributes:
        kind: see :class:`MovementKind`.
        date: the day, or ``None`` where none is recorded.
        persons: added to the pool, or drawn from it (below 0).
        remaining: what may be drawn after it; ``None`` while the pool is not known.
        place: number of the draw in the forum's list of draws, or of the raise in that of raises; else ``None``.
    """

    kind: MovementKind
    date: Day | None
    persons: int
    remaining: int | None = None
    place: int | None = None


def movements_of(assessment: SearchAndRescueAssessment, code: str) -> tuple[Movement, ...]:
    """Return a pool's record by date: the act that opened it, draws, raises, the top-up; undated ones last.

    On one day draws come before what is added: only a draw can be what let the pool be raised (Art. 48).

    Args:
        assessment: of the forum.
        code: whose pool it is.

    Raises:
        KeyError: the state has no pool.
    """
    pool = assessment.pool(code)
    remaining = pool.before
    found = []
    for each in _in_order(assessment, pool):
        remaining = None if remaining is None else remaining + each.persons
        found.append(replace(each, remaining=remaining))
    opening = Movement(MovementKind.ACT, assessment.forum.search_and_rescue.act.adopted, pool.before or 0, pool.before)
    return (opening, *found)


def _in_order(assessment: SearchAndRescueAssessment, pool: PoolFigures) -> list[Movement]:
    recorded = assessment.forum.search_and_rescue
    contributing = {row.code for row in assessment.rows if not row.benefitting}
    return sorted(
        _added_and_drawn(recorded, pool, contributing),
        key=lambda each: (each.date or date.max, each.kind is not MovementKind.DRAW),
    )


def _added_and_drawn(recorded: SearchAndRescue, pool: PoolFigures, contributing: set[str]) -> Iterator[Movement]:
    for place, use in enumerate(recorded.use):
        if use.benefitting == pool.benefitting:
            yield Movement(MovementKind.DRAW, use.date, -use.persons, place=place)
    if recorded.act.path is ActPath.SUFFICIENT:
        for place, each in enumerate(recorded.raises):
            if each.benefitting == pool.benefitting and each.code in contributing:
                yield Movement(MovementKind.RAISE, each.date, each.relocations, place=place)
    grown = (pool.pool or 0) - pool.raised - (pool.before or 0)
    if recorded.top_up is not None and grown:
        yield Movement(MovementKind.TOP_UP, recorded.top_up.adopted, grown)


# ---------------------------------------------------------------------------------------------------------- the bridge


@dataclass(frozen=True, slots=True)
class Bridge:
    """When a pool may be used beside a procedure of migratory pressure (Art. 49(3)).

    Attributes:
        opens: adoption of the report on migratory pressure; ``None`` while there is none.
        closes: adoption of the act of Art. 53, the last day on which it is drawn upon; ``None`` while there is none.
    """

    opens: date | None = None
    closes: date | None = None

    def is_over(self, day: date) -> bool:
        """Tell whether nothing more is drawn on a day."""
        return self.closes is not None and day > self.closes


def bridge_of(recorded: SearchAndRescue, served: str) -> Bridge:
    """Return the bridge of the state for which a pool is used."""
    pressure = recorded.pressure_act or PressureAct()
    if pressure.benefitting not in {None, served}:
        return Bridge()
    return Bridge(pressure.reported, pressure.adopted)


# ---------------------------------------------------------------------------------------------------- what lets it rise


def most_of_top_up(needed: int) -> int:
    """Return the highest total of a pool after a top-up: one and a half times the report's, in whole persons."""
    return needed * 3 // 2


def is_at_its_height(recorded: SearchAndRescue, code: str) -> bool:
    """Tell whether a state's pool is topped up as far as it goes."""
    raised = recorded.top_up
    if raised is None or raised.benefitting != code or recorded.act.path is not ActPath.STILL_SHORT:
        return False
    needs = {each.code: each.relocations for each in recorded.report.benefitting}
    needed = needs.get(code)
    return needed is not None and raised.relocations >= most_of_top_up(needed)


def convened_for(recorded: SearchAndRescue, code: str) -> bool:
    """Tell whether the forum was convened because 80 % of a state's pool is used (Art. 48)."""
    return any(each.kind is RoundKind.POOL_USED and each.benefitting == code for each in recorded.rounds)


def calls_of(recorded: SearchAndRescue, code: str) -> tuple[Call, ...]:
    """Return a benefitting state's requests for the use of its pool, the latest last (Art. 49(1))."""
    held = [each for each in recorded.calls if each.benefitting == code]
    return tuple(sorted(held, key=lambda each: each.requested or date.max))
