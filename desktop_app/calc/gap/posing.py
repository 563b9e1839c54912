"""From a ground and limits to the problem that a solver is asked."""

from dataclasses import dataclass, replace
from fractions import Fraction

from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind
from desktop_app.calc.gap.problem import Candidate, GapProblem, Ground, Standing

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Exceptions:
    """States for which something does not hold, because of what else was said of them.

    Attributes:
        bounded: they have an upper limit of their own, so that the one for everybody does not touch them.
        excused: nobody asks them by default, so that the target asks nothing of them either.
    """

    bounded: frozenset[str]
    excused: frozenset[str]


def exceptions_of(limits: tuple[Limit, ...]) -> Exceptions:
    """Return the states for which something does not hold under limits."""
    bounded = frozenset(limit.code for limit in limits if limit.is_of_its_own)
    excused = frozenset(limit.code for limit in limits if limit.kind is LimitKind.FIXED and limit.is_default)
    return Exceptions(bounded, excused)


def problem_of(ground: Ground, limits: tuple[Limit, ...], exceptions: Exceptions | None = None) -> GapProblem:
    """Apply limits.

    Args:
        ground: what the target rests on.
        limits: those that hold (see :func:`desktop_app.calc.gap.limits.in_force`); limits of a state that cannot be
            asked at all say nothing here.
        exceptions: by default those that follow from the limits. Where they stay the same, fewer limits never leave
            less of a way.
    """
    held = exceptions or exceptions_of(limits)
    return GapProblem(ground.need, tuple(_candidate(each, ground, limits, held) for each in ground.states))


def _candidate(standing: Standing, ground: Ground, limits: tuple[Limit, ...], exceptions: Exceptions) -> Candidate:
    code = standing.code
    own = tuple(limit for limit in limits if limit.code == code)
    bounds = [standing.room, *(_most(limit, standing) for limit in own)]
    if code not in exceptions.bounded:
        bounds += [_most(limit, standing) for limit in limits if limit.kind is LimitKind.EVERYBODY]
    is_excused = code in exceptions.excused
    needed = Fraction(0) if is_excused else standing.needed
    least = max([needed, *(limit.amount - standing.now for limit in own if limit.kind is LimitKind.AT_LEAST)])
    kind, counts = _kind(standing, ground, own)
    cent = ground.cent
    grain = _ONE if kind is Kind.RELOCATIONS or cent is None else cent
    is_left = any(limit.kind is LimitKind.FIXED for limit in own)
    known = [bound for bound in bounds if bound is not None]
    rough = Candidate(
        code=code,
        share=standing.share,
        least=max(Fraction(0), least),
        most=min(known) if known else None,
        useful=standing.useful if counts else Fraction(0),
        bonus=Fraction(0) if is_left else standing.bonus,
        must=(standing.must and not is_excused) or least > 0,
        kind=kind,
        grain=grain,
    )
    return replace(rough, least=rough.up(rough.least), most=None if rough.most is None else rough.down(rough.most))


def _most(limit: Limit, standing: Standing) -> Fraction | None:
    """Return how much a limit lets a state add; ``None`` where it bounds nothing from above."""
    if limit.kind is LimitKind.FIXED:
        return Fraction(0)
    if limit.kind is LimitKind.AT_MOST:
        return max(Fraction(0), limit.amount - standing.now)
    if limit.kind is LimitKind.UP_TO:
        return limit.amount
    if limit.kind is LimitKind.EVERYBODY:
        # The whole fair share ends where it does in print, rounded up; no whole person would else reach it.
        whole = standing.whole_share if limit.amount == 1 else round_up(limit.amount * standing.share)
        return max(Fraction(0), whole - standing.now)
    return None


def _kind(standing: Standing, ground: Ground, own: tuple[Limit, ...]) -> tuple[Kind, bool]:
    """Return in what a state gives, and whether that counts for the target."""
    said = next((limit.only for limit in own if limit.kind is LimitKind.IN_KIND), Kind.EITHER)
    kind = standing.kind if said is Kind.EITHER else said
    if ground.rate is None:
        # Nothing can be given in money here; who gives only money gives nothing that counts.
        return Kind.RELOCATIONS, kind is not Kind.MONEY
    if not ground.counts_money:
        return (Kind.MONEY, False) if kind is Kind.MONEY else (Kind.RELOCATIONS, True)
    return kind, True
