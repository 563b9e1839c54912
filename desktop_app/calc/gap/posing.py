"""From a ground and limits to the problem that a solver is asked."""

from fractions import Fraction

from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind, has_its_own
from desktop_app.calc.gap.problem import Candidate, GapProblem, Ground, Standing

_ONE = Fraction(1)


def problem_of(ground: Ground, limits: tuple[Limit, ...]) -> GapProblem:
    """Apply limits.

    Args:
        ground: what the target rests on.
        limits: those that hold (see :func:`desktop_app.calc.gap.limits.in_force`); limits of a state that cannot be
            asked at all say nothing here.
    """
    return GapProblem(ground.need, tuple(_candidate(each, ground, limits) for each in ground.states))


def _candidate(standing: Standing, ground: Ground, limits: tuple[Limit, ...]) -> Candidate:
    own = tuple(limit for limit in limits if limit.code == standing.code)
    bounds = [standing.room, *(_most(limit, standing) for limit in own)]
    if not has_its_own(own, standing.code):
        bounds += [_most(limit, standing) for limit in limits if limit.kind is LimitKind.EVERYBODY]
    # What a target asks of everybody is not asked of a state that nobody asks, as long as nobody says otherwise.
    is_excused = any(limit.kind is LimitKind.FIXED and limit.is_default for limit in own)
    needed = Fraction(0) if is_excused else standing.needed
    least = max([needed, *(limit.amount - standing.now for limit in own if limit.kind is LimitKind.AT_LEAST)])
    kind, counts = _kind(standing, ground, own)
    cent = ground.cent
    grain = _ONE if kind is Kind.RELOCATIONS or cent is None else cent
    is_left = any(limit.kind is LimitKind.FIXED for limit in own)
    known = [bound for bound in bounds if bound is not None]
    rough = Candidate(
        code=standing.code,
        share=standing.share,
        least=max(Fraction(0), least),
        most=min(known) if known else None,
        useful=standing.useful if counts else Fraction(0),
        bonus=Fraction(0) if is_left else standing.bonus,
        must=(standing.must and not is_excused) or least > 0,
        kind=kind,
        grain=grain,
    )
    return _in_grains(rough)


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


def _in_grains(rough: Candidate) -> Candidate:
    """Return a candidate whose bounds are amounts that it can give."""
    return Candidate(
        code=rough.code,
        share=rough.share,
        least=rough.up(rough.least),
        most=None if rough.most is None else rough.down(rough.most),
        useful=rough.useful,
        bonus=rough.bonus,
        must=rough.must,
        kind=rough.kind,
        grain=rough.grain,
    )
