"""What a solver suggests, settled exactly: in whole persons and cents, no less than is needed and not one step more."""

from collections.abc import Mapping
from fractions import Fraction

from desktop_app.calc.gap.problem import Candidate, GapProblem


def settled(problem: GapProblem, suggested: Mapping[str, Fraction]) -> dict[str, Fraction] | None:
    """Return the amounts by state that hold exactly.

    Args:
        problem: the problem.
        suggested: rough amount by state that is asked; 0 where it is asked to say what is not recorded.

    Returns:
        Amounts in the states' own steps, within every limit, that together reach what is needed; ``None`` where the
        suggestion does not lead to any. No amount could be one step smaller with the others as they are.
    """
    amounts = {code: _within(problem.by_code[code], amount) for code, amount in suggested.items()}
    for candidate in problem.candidates:
        if candidate.must:
            amounts.setdefault(candidate.code, candidate.least)
    asked = [candidate for candidate in problem.candidates if candidate.code in amounts]
    if not all(candidate.is_possible for candidate in asked):
        return None
    _raise(problem, asked, amounts)
    if _short(problem, asked, amounts) > 0:
        return None
    _trim(problem, asked, amounts)
    for candidate in tuple(asked):
        if not amounts[candidate.code] and not candidate.must and candidate.bonus <= -_short(problem, asked, amounts):
            asked.remove(candidate)
            del amounts[candidate.code]
    return amounts


def _within(candidate: Candidate, amount: Fraction) -> Fraction:
    most = candidate.most
    rounded = candidate.down(amount) if most is None else min(candidate.down(amount), most)
    return max(candidate.least, rounded)


def _short(problem: GapProblem, asked: list[Candidate], amounts: Mapping[str, Fraction]) -> Fraction:
    return problem.need - sum((each.gain(amounts[each.code]) for each in asked), Fraction(0))


def _by_share(asked: list[Candidate], amounts: Mapping[str, Fraction]) -> list[Candidate]:
    """Return those that are asked, the one whose share is the smallest first."""
    return sorted(asked, key=lambda each: amounts[each.code] / each.share)


def _raise(problem: GapProblem, asked: list[Candidate], amounts: dict[str, Fraction]) -> None:
    """Add what is missing by rounding, step by step where it weighs least."""
    for candidate in _by_share(asked, amounts):
        short = _short(problem, asked, amounts)
        if short <= 0:
            return
        now = amounts[candidate.code]
        gain = candidate.gain(now) - candidate.bonus
        if candidate.useful is None or gain < candidate.useful:
            wanted = candidate.up(now + short if candidate.useful is None else min(now + short, candidate.useful))
            amounts[candidate.code] = wanted if candidate.most is None else min(wanted, candidate.most)


def _trim(problem: GapProblem, asked: list[Candidate], amounts: dict[str, Fraction]) -> None:
    """Take off what is not needed, where it weighs most first."""
    for candidate in reversed(_by_share(asked, amounts)):
        spare = -_short(problem, asked, amounts)
        gain = candidate.gain(amounts[candidate.code])
        enough = candidate.up(max(Fraction(0), gain - spare - candidate.bonus))
        amounts[candidate.code] = min(amounts[candidate.code], max(candidate.least, enough))
