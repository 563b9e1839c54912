"""Proposals: who would add what, proved by assessing the forum as it would then be."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.gap.amounts import Asked, asked_of
from desktop_app.calc.gap.books import book_of
from desktop_app.calc.gap.conflicts import Conflict
from desktop_app.calc.gap.limits import Limit, LimitKind
from desktop_app.calc.gap.problem import Barred, GapProblem, Ground
from desktop_app.calc.gap.target import Target
from desktop_app.calc.sentences import say
from desktop_app.calc.validity import problems


class Way(Enum):
    """What a proposal puts first; the value is said of it.

    ``SMALLEST``: fewest states, then fewest persons-equivalent, then the smallest largest share asked of one state.
    ``OTHERS``: the same among sets of states that no earlier proposal contains. ``WIDEST``: the smallest largest share
    first, whatever the number of states. ``WHOLE``: the states of the only one, each amount rounded up to whole
    persons. ``IN_MONEY``: its states and amounts, in money wherever a state may choose.
    """

    SMALLEST = say("fewest Member States")
    OTHERS = say("fewest Member States, others than before")
    WIDEST = say("smallest share asked of one Member State")
    WHOLE = say("the same Member States, in whole persons")
    IN_MONEY = say("the same amounts, in money")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One set of changes that reaches the target; every figure of it is taken from an assessment.

    Attributes:
        way: what it puts first.
        asked: what each state adds, in the order in which states are listed.
        change: the one step that records it.
        after: the forum as it would be, assessed.
        is_smallest: whether the search for it came to its end; else a smaller one may exist.
    """

    way: Way
    asked: tuple[Asked, ...]
    change: Change
    after: Assessment
    is_smallest: bool = True

    @property
    def codes(self) -> frozenset[str]:
        """The states that are asked."""
        return frozenset(each.code for each in self.asked)

    @property
    def added(self) -> Fraction:
        """What is added in all, in the ground's unit, exact."""
        return sum((each.amount for each in self.asked), Fraction(0))

    @property
    def largest(self) -> Asked:
        """The state of which the largest part of its fair share is asked; the first of several."""
        return max(self.asked, key=lambda each: each.part)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to what would close the gap.

    Attributes:
        target: what is to be reached.
        before: the forum that was asked about, assessed.
        limits: every limit that held, those by default included.
        ground: what the target rests on; ``None`` where the question cannot be put.
        words: why there is no proposal and no conflict, such as that the target is reached; else empty.
        is_reached: the target is reached without any change.
        proposals: the best first.
        conflicts: which limits conflict, where nothing reaches the target.
        remedy: limits which, all left out together, would leave a way; none where there are no conflicts.
        ignored: limits of states that cannot be asked at all, with the reason.
    """

    target: Target
    before: Assessment
    limits: tuple[Limit, ...]
    ground: Ground | None
    words: str = ""
    is_reached: bool = False
    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    remedy: tuple[Limit, ...] = ()
    ignored: tuple[Barred, ...] = ()


def prove(
    before: Assessment,
    problem: GapProblem,
    ground: Ground,
    limits: tuple[Limit, ...],
    amounts: Mapping[str, Fraction],
    way: Way,
) -> Proposal | None:
    """Make settled amounts into a proposal, and assess the forum with it exactly.

    Returns:
        The proposal; ``None`` where a limit does not hold, the change cannot be recorded, or the assessment does not
        say that the target is reached.
    """
    in_money = [each.code for each in ground.states if each.prefers_money or way is Way.IN_MONEY]
    asked = tuple(
        asked_of(each, amounts[each.code], ground, in_money=each.code in in_money)
        for each in problem.candidates
        if each.code in amounts
    )
    if not all(_keeps(problem, each) for each in asked):
        return None
    book = book_of(before)
    change = book.change_of(before, ground.target, asked, say("What would close the gap"))
    try:
        forum = change.apply_to(before.forum)
    except CannotChangeError:
        return None
    if next(iter(problems(forum)), None) is not None:
        return None
    after = assess(forum, before)
    if not book.is_reached(after, ground.target, may_be_asked(ground, limits)):
        return None
    return Proposal(way, asked, change, after)


def may_be_asked(ground: Ground, limits: tuple[Limit, ...]) -> frozenset[str]:
    """Return the states that can be asked and that no default keeps from it."""
    kept = {limit.code for limit in limits if limit.kind is LimitKind.FIXED and limit.is_default}
    return frozenset(each.code for each in ground.states if each.code not in kept)


def ignored_of(ground: Ground, limits: tuple[Limit, ...]) -> tuple[Barred, ...]:
    """Return the states that have a limit which cannot do anything, because they cannot be asked at all."""
    limited = {limit.code for limit in limits if limit.kind is not LimitKind.FIXED}
    return tuple(each for each in ground.barred if each.code in limited)


def _keeps(problem: GapProblem, asked: Asked) -> bool:
    candidate = problem.by_code[asked.code]
    return candidate.least <= asked.amount and (candidate.most is None or asked.amount <= candidate.most)
