"""Where limits leave no way: which of them conflict, and how far one of them would have to give way.

A deletion filter over exact arithmetic: limits are left out one by one, and one without which there would still be no
way is left out for good. What stays is minimal: drop any one of it, and what the rest says can be kept. Limits can
conflict in several places at once; each place is a conflict of its own, and one limit of each has to give way.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.limits import Limit, LimitKind
from desktop_app.calc.gap.posing import Exceptions, exceptions_of, problem_of
from desktop_app.calc.gap.problem import Ground
from desktop_app.calc.gap.words import amount_words
from desktop_app.calc.sentences import say

NOT_ENOUGH: Final = say("not enough by itself")
_HIGHEST: Final = 1000
"""Per cent of a fair share up to which it is tried how far a limit for everybody would have to give way."""


@dataclass(frozen=True, slots=True)
class Loosening:
    """A limit of a conflict, and what it could say instead.

    Attributes:
        limit: the limit.
        instead: what would do if no other limit changed, in words; tried exactly.
    """

    limit: Limit
    instead: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Limits that cannot be kept together with the target; without any one of them they can.

    Attributes:
        loosenings: the limits, those that a person gave first; empty where the target is out of reach whatever limits.
        missing: what is missing even if everybody gives the most that the limits allow; 0 where single states conflict.
        words: one sentence.
    """

    loosenings: tuple[Loosening, ...]
    missing: Fraction
    words: str

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The limits that conflict."""
        return tuple(each.limit for each in self.loosenings)


def conflicts_of(ground: Ground, limits: tuple[Limit, ...]) -> tuple[Conflict, ...]:
    """Return every conflict; none where the target can be reached.

    Args:
        ground: what the target rests on.
        limits: those that hold.
    """
    return tuple(_conflicts(ground, limits))


def _conflicts(ground: Ground, limits: tuple[Limit, ...]) -> Iterator[Conflict]:
    # What is left out here must not bring the limit for everybody upon a state that had one of its own.
    exceptions = exceptions_of(limits)
    left = limits
    while not problem_of(ground, left, exceptions).is_possible:
        if not problem_of(ground, ()).is_possible:
            missing = problem_of(ground, ()).missing
            yield Conflict(
                (),
                missing,
                say(
                    "Even without any limit, {amount} are missing.",
                    amount=amount_words(missing, ground.unit),
                ),
            )
            return
        minimal = _minimal(ground, left, exceptions)
        yield _described(ground, left, minimal, exceptions)
        left = tuple(limit for limit in left if limit not in minimal)


def remedy_of(ground: Ground, limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """Return limits which, all left out together, leave a way; none of them could be kept, the others as they are.

    Those that were given for single states go first, the one that keeps most from being reached before others. Empty
    where there is a way already, or none without any limit.
    """
    if problem_of(ground, limits).is_possible or not problem_of(ground, ()).is_possible:
        return ()
    left, dropped = limits, list[Limit]()
    while not problem_of(ground, left).is_possible:
        lowest = min(map(_place, left))
        first = min(
            (limit for limit in left if _place(limit) == lowest), key=lambda limit: _distance(ground, _but(left, limit))
        )
        dropped.append(first)
        left = _but(left, first)
    for limit in tuple(dropped):
        if problem_of(ground, (*left, limit)).is_possible:
            left = (*left, limit)
            dropped.remove(limit)
    return tuple(limit for limit in limits if limit in dropped)


def _but(limits: tuple[Limit, ...], without: Limit) -> tuple[Limit, ...]:
    return tuple(limit for limit in limits if limit != without)


def _distance(ground: Ground, limits: tuple[Limit, ...]) -> tuple[int, Fraction]:
    """Return how far limits are from leaving a way: states that conflict, then what is missing."""
    problem = problem_of(ground, limits)
    return sum(not each.is_possible for each in problem.candidates), problem.missing


def _minimal(ground: Ground, limits: tuple[Limit, ...], exceptions: Exceptions) -> tuple[Limit, ...]:
    """Filter by deletion; what holds by default goes first, and what was given last, so that those stay least."""
    kept = list(limits)
    order = list(reversed(limits))
    order.sort(key=lambda each: not each.is_default)
    for limit in order:
        without = _but(tuple(kept), limit)
        if not problem_of(ground, without, exceptions).is_possible:
            kept = list(without)
    return tuple(kept)


def _described(
    ground: Ground, limits: tuple[Limit, ...], minimal: tuple[Limit, ...], exceptions: Exceptions
) -> Conflict:
    # What is missing, and what would do, rests on all limits: others that do not stand in this conflict weigh, too.
    alone = problem_of(ground, minimal, exceptions)
    is_of_single_states = not all(each.is_possible for each in alone.candidates)
    missing = Fraction(0) if is_of_single_states else problem_of(ground, limits, exceptions).missing
    loosenings = tuple(_loosening(ground, limit, limits, missing) for limit in sorted(minimal, key=_place))
    if missing:
        stay = amount_words(missing, ground.unit)
        words = say("With these limits {stay} stay missing, even if everybody gives all that they allow.", stay=stay)
    else:
        words = say("These cannot hold together.")
    return Conflict(loosenings, missing, words)


def _place(limit: Limit) -> int:
    """List what a person gave for one state first, then for everybody, then what holds by default."""
    return 2 if limit.is_default else int(limit.kind is LimitKind.EVERYBODY)


def _loosening(ground: Ground, limit: Limit, limits: tuple[Limit, ...], missing: Fraction) -> Loosening:
    others = _but(limits, limit)
    looser = _looser(ground, limit, others, missing)
    if looser is not None and problem_of(ground, (*others, looser)).is_possible:
        return Loosening(limit, looser.said)
    return Loosening(limit, say("leave it out") if problem_of(ground, others).is_possible else NOT_ENOUGH)


def _looser(ground: Ground, limit: Limit, others: tuple[Limit, ...], missing: Fraction) -> Limit | None:
    """Return the limit with an amount that might do; ``None`` where it has none to change."""
    if limit.kind is LimitKind.EVERYBODY:
        return _higher_for_everybody(ground, limit, others)
    if limit.kind not in {LimitKind.AT_MOST, LimitKind.UP_TO, LimitKind.AT_LEAST}:
        return None
    shortage = missing or _excess(ground, limit.code, (*others, limit))
    # No state must give more than its limit says, so that the amount never falls below 0.
    amount = limit.amount - shortage if limit.kind is LimitKind.AT_LEAST else limit.amount + shortage
    return replace(limit, amount=amount, words=amount_words(amount, ground.unit))


def _excess(ground: Ground, code: str, limits: tuple[Limit, ...]) -> Fraction:
    """Return by how much a state must give more than it may."""
    candidate = problem_of(ground, limits).by_code[code]
    return Fraction(0) if candidate.most is None else max(Fraction(0), candidate.least - candidate.most)


def _higher_for_everybody(ground: Ground, limit: Limit, others: tuple[Limit, ...]) -> Limit | None:
    """Return the lowest whole per cent of the fair share that would do; ``None`` where none does."""

    def raised(percent: int) -> Limit:
        part = Fraction(percent, 100)
        return replace(limit, amount=part, words=wording.percent(part, 0))

    # What a lower one allows, a higher one does, too: halving finds the lowest in ten steps.
    percents = range(round_up(limit.amount * 100) + 1, _HIGHEST + 1)
    place = bisect(percents, 0, key=lambda percent: int(problem_of(ground, (*others, raised(percent))).is_possible))
    return raised(percents[place]) if place < len(percents) else None
