"""What would close the gap: the proposals that a solver finds, each settled and proved, or what conflicts."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.books import book_of
from desktop_app.calc.gap.conflicts import conflicts_of, remedy_of
from desktop_app.calc.gap.limits import Limit, in_force
from desktop_app.calc.gap.posing import problem_of
from desktop_app.calc.gap.problem import GapProblem, Ground, NotStated
from desktop_app.calc.gap.proposal import Outcome, Proposal, Way, ignored_of, prove
from desktop_app.calc.gap.settling import settled
from desktop_app.calc.gap.target import Target
from desktop_app.calc.sentences import say
from desktop_app.solver.program import Program, Suggestion

PROPOSALS: Final = 3
"""How many sets of states are proposed, beside the one that asks the smallest share of everybody."""
SECONDS: Final = 0.8
"""How long may be searched for all proposals together."""
_TRIES: Final = 8
"""How many suggestions are looked at for that."""


def close_gap(
    assessment: Assessment,
    target: Target,
    given: tuple[Limit, ...],
    is_stopping: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Answer what would close the gap.

    Args:
        assessment: the forum as it stands.
        target: what is to be reached.
        given: limits that a person gives.
        is_stopping: asked between two steps; the answer is then what was found so far.
    """
    ground = book_of(assessment).ground_of(assessment, target)
    if isinstance(ground, NotStated):
        return Outcome(target, assessment, given, None, ground.words, ground.is_reached)
    limits = in_force(ground.defaults, given)
    ignored = ignored_of(ground, given)
    problem = problem_of(ground, limits)
    if ground.need <= 0 and not any(each.must for each in problem.candidates):
        done = say("Nothing is missing: the target is reached.")
        return Outcome(target, assessment, limits, ground, done, is_reached=True, ignored=ignored)
    if not problem.is_possible:
        conflicts, remedy = conflicts_of(ground, limits), remedy_of(ground, limits)
        return Outcome(target, assessment, limits, ground, conflicts=conflicts, remedy=remedy, ignored=ignored)
    found = _Finding(assessment, ground, limits, problem)
    proposals = tuple(found.proposals(is_stopping))
    words = "" if proposals else say("No proposal could be proved; change a limit and try again.")
    return Outcome(target, assessment, limits, ground, words, proposals=proposals, ignored=ignored)


class _Finding:
    def __init__(self, before: Assessment, ground: Ground, limits: tuple[Limit, ...], problem: GapProblem) -> None:
        self._before, self._ground, self._limits, self._problem = before, ground, limits, problem
        self._found: list[Proposal] = []
        self._ends = time.monotonic() + SECONDS

    def _left(self) -> float:
        return max(0.01, self._ends - time.monotonic())

    def proposals(self, is_stopping: Callable[[], bool]) -> Iterator[Proposal]:
        """Yield distinct proposals, the smallest first."""
        program = Program(self._problem, self._left)
        for number in range(_TRIES):
            if is_stopping() or len(self._found) == PROPOSALS or (self._found and time.monotonic() > self._ends):
                break
            suggested = program.fewest_first()
            if suggested is None:
                break
            yield from self._proved(suggested, Way.OTHERS if number else Way.SMALLEST)
            if not program.exclude(suggested.amounts):
                break
        if not is_stopping():
            yield from self._proved(Program(self._problem, self._left).widest_first(), Way.WIDEST)
        if not self._found and not is_stopping():
            # There is a way, exactly; a solver that finds none must not keep it from the person.
            yield from self._proved(Suggestion(self._everything(), is_smallest=False), Way.SMALLEST)
        if len(self._found) == 1 and not is_stopping():
            yield from self._other_kinds(self._found[0])

    def _everything(self) -> dict[str, Fraction]:
        """Return the most that can be asked of everybody; settling takes off what is too much."""
        need = max(Fraction(0), self._problem.need)
        return {each.code: each.least + need if each.most is None else each.most for each in self._problem.candidates}

    def _other_kinds(self, only: Proposal) -> Iterator[Proposal]:
        """Yield what the only set of states could give instead: whole persons, or money."""
        same = {each.code: each.amount for each in only.asked}
        whole = {code: Fraction(round_up(amount)) for code, amount in same.items()}
        for way, amounts in ((Way.WHOLE, whole), (Way.IN_MONEY, same)):
            yield from self._shown(amounts, way, is_smallest=only.is_smallest)

    def _proved(self, suggested: Suggestion | None, way: Way) -> Iterator[Proposal]:
        """Yield a suggestion that holds exactly and differs from what was found."""
        amounts = None if suggested is None else settled(self._problem, suggested.amounts)
        if suggested is not None and amounts is not None:
            yield from self._shown(amounts, way, is_smallest=suggested.is_smallest)

    def _shown(self, amounts: Mapping[str, Fraction], way: Way, *, is_smallest: bool) -> Iterator[Proposal]:
        proposal = prove(self._before, self._problem, self._ground, self._limits, amounts, way)
        if proposal is not None and not any(_alike(proposal, each) for each in self._found):
            self._found.append(replace(proposal, is_smallest=is_smallest))
            yield self._found[-1]


def _alike(one: Proposal, other: Proposal) -> bool:
    """Tell whether two proposals ask the same states for nearly the same; the tenth part of all makes a difference."""
    if one.codes != other.codes:
        return False
    if one.way in {Way.IN_MONEY, Way.WHOLE}:
        mine, its = ([(each.persons, each.cents) for each in proposal.asked] for proposal in (one, other))
        return mine == its
    apart = sum(abs(mine.amount - its.amount) for mine, its in zip(one.asked, other.asked, strict=True))
    return 10 * apart < one.added
