"""The mixed integer program of a gap, for HiGHS.

For each candidate: ``y`` is 1 where it is asked; ``k`` is how many whole persons-equivalent it adds; ``w`` is what it
adds below one, where it gives money; ``g`` is how much of that counts. ``t`` is the largest part of a fair share asked
of one state. HiGHS works with inexact numbers, so what comes out is a suggestion and no more.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.limits import Kind
from desktop_app.calc.gap.problem import Candidate, GapProblem

SECONDS: Final = 0.35
"""How long HiGHS may search for one optimum; the best found by then is taken, and said to be no more than that."""
_SLACK: Final = 1e-7
"""By how much an optimum that was found may be missed when the next aim is pursued, as a part of it."""
_FINE: Final = 10**9
"""Parts of a unit to which a fraction that HiGHS returns is read; settling makes it exact."""


@dataclass(frozen=True)
class Suggestion:
    """What HiGHS suggests.

    Attributes:
        amounts: rough amount by state that is asked; 0 where it is asked only to say what is not recorded.
        is_smallest: whether the search came to its end, so that nothing smaller exists.
    """

    amounts: Mapping[str, Fraction]
    is_smallest: bool


@dataclass(frozen=True)
class _Columns:
    """The columns of one candidate."""

    candidate: Candidate
    asked: int
    whole: int
    part: int | None
    has_part: int | None
    gain: int | None

    @property
    def amount(self) -> dict[int, float]:
        """What it adds."""
        return {self.whole: 1.0} | ({} if self.part is None else {self.part: 1.0})


class Program:
    """One model, solved for one aim after the other; found sets can be excluded."""

    def __init__(self, problem: GapProblem, seconds_left: Callable[[], float]) -> None:
        """Build the model.

        Args:
            problem: what is asked.
            seconds_left: how long HiGHS may go on, asked before each search.
        """
        import highspy

        self._problem, self._seconds_left = problem, seconds_left
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 1e-9),
            ("mip_feasibility_tolerance", 1e-8),
            ("primal_feasibility_tolerance", 1e-8),
        ):
            self._highs.setOptionValue(option, value)
        self._count = 0
        self._largest = self._column(0.0, highspy.kHighsInf)
        self._columns = [self._add(each) for each in problem.candidates]
        self._require()

    # ------------------------------------------------------------------------------------------------------- the model

    def _column(self, low: float, high: float, *, whole: bool = False) -> int:
        import highspy

        self._highs.addCol(0.0, low, high, 0, [], [])
        if whole:
            self._highs.changeColIntegrality(self._count, highspy.HighsVarType.kInteger)
        self._count += 1
        return self._count - 1

    def _row(self, low: float, high: float, terms: Mapping[int, float]) -> int:
        self._highs.addRow(low, high, len(terms), list(terms), list(terms.values()))
        return int(self._highs.getNumRow()) - 1

    def _add(self, candidate: Candidate) -> _Columns:
        import highspy

        most = _most(candidate, self._problem.need)
        asked = self._column(1.0 if candidate.must else 0.0, 1.0, whole=True)
        whole = self._column(0.0, float(most.numerator // most.denominator), whole=True)
        part = has_part = gain = None
        if candidate.kind is not Kind.RELOCATIONS:
            part, has_part = self._column(0.0, 1.0), self._column(0.0, 1.0, whole=True)
            self._row(-highspy.kHighsInf, 0.0, {part: 1.0, has_part: -1.0})
        if candidate.useful is not None:
            gain = self._column(0.0, float(candidate.useful))
        made = _Columns(candidate, asked, whole, part, has_part, gain)
        self._row(-highspy.kHighsInf, 0.0, {**made.amount, asked: -float(most)})
        if candidate.least > 0:
            self._row(float(candidate.least), highspy.kHighsInf, made.amount)
        if gain is not None:
            self._row(-highspy.kHighsInf, 0.0, {gain: 1.0, **dict.fromkeys(made.amount, -1.0)})
        self._row(-highspy.kHighsInf, 0.0, {**made.amount, self._largest: -float(candidate.share)})
        return made

    def _require(self) -> None:
        """Together, what counts reaches what is needed."""
        import highspy

        terms: dict[int, float] = {}
        for each in self._columns:
            terms |= each.amount if each.gain is None else {each.gain: 1.0}
            if each.candidate.bonus:
                terms[each.asked] = float(each.candidate.bonus)
        self._row(float(self._problem.need), highspy.kHighsInf, terms)

    # ------------------------------------------------------------------------------------------------------- its aims

    def fewest_first(self) -> Suggestion | None:
        """Fewest states, then fewest units, then the smallest largest share."""
        aims = (self._states(), self._units(), {self._largest: 1.0})
        return self._in_order(aims, whole_from=2) or self._in_order(aims)

    def widest_first(self) -> Suggestion | None:
        """The smallest largest share, then fewest units, then fewest states."""
        aims = ({self._largest: 1.0}, self._units(), self._states())
        return self._in_order(aims, whole_from=0) or self._in_order(aims)

    def exclude(self, codes: Collection[str]) -> bool:
        """Let no later suggestion contain all of these states.

        Returns:
            Whether there is anybody among them who need not be asked.
        """
        import highspy

        free = [each.asked for each in self._columns if each.candidate.code in codes and not each.candidate.must]
        if free:
            self._row(-highspy.kHighsInf, len(free) - 1.0, dict.fromkeys(free, 1.0))
        return bool(free)

    def _states(self) -> dict[int, float]:
        return {each.asked: 1.0 for each in self._columns}

    def _units(self) -> dict[int, float]:
        return {column: 1.0 for each in self._columns for column in each.amount}

    def _in_order(self, aims: tuple[Mapping[int, float], ...], whole_from: int | None = None) -> Suggestion | None:
        """Reach one aim after the other, each without giving up the ones before.

        Args:
            aims: what is made as small as possible, the weightiest first.
            whole_from: the aim from which on amounts are whole persons, one at most having a part of a person in it,
                so that nobody is asked for odd cents without need; ``None`` = nowhere.

        Returns:
            What HiGHS suggests; ``None`` where it finds nothing.
        """
        import highspy

        parts = [each.has_part for each in self._columns if each.has_part is not None]
        rows: list[int] = []
        found, is_smallest = None, True
        for place, terms in enumerate(aims):
            if place == whole_from and parts:
                rows.append(self._row(-highspy.kHighsInf, 1.0, dict.fromkeys(parts, 1.0)))
            found = self._best(terms)
            if found is None:
                break
            is_smallest = is_smallest and self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
            value = self._highs.getObjectiveValue()
            rows.append(self._row(-highspy.kHighsInf, value + _SLACK * max(1.0, value), terms))
        self._highs.deleteRows(len(rows), rows)
        return None if found is None else Suggestion(found, is_smallest)

    def _best(self, terms: Mapping[int, float]) -> dict[str, Fraction] | None:
        # HiGHS holds the limit against the time of all its searches together.
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + min(SECONDS, self._seconds_left()))
        for column in range(self._count):
            self._highs.changeColCost(column, terms.get(column, 0.0))
        self._highs.run()
        solution = self._highs.getSolution()
        return self._read(solution.col_value) if solution.value_valid else None

    def _read(self, values: "list[float]") -> dict[str, Fraction]:
        """Read the states that are asked, with their rough amounts."""
        found = {}
        for each in self._columns:
            if values[each.asked] > 0.5:
                part = 0.0 if each.part is None else values[each.part]
                found[each.candidate.code] = Fraction(round(values[each.whole])) + Fraction(round(part * _FINE), _FINE)
        return found


def _most(candidate: Candidate, need: Fraction) -> Fraction:
    """Return the most that it makes sense to ask of a state: all that is needed, or what it must give in any case."""
    useful = need if candidate.useful is None else min(need, candidate.useful)
    sensible = Fraction(max(0, round_up(max(useful, candidate.least))))
    return sensible if candidate.most is None else min(candidate.most, sensible)
