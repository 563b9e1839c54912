"""What a change of a forum under the proposal of 2020 would do: totals, pools, each Member State, line by line."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

from desktop_app.calc.consequences import ResponseConsequences, ResponseRowConsequence
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import PlanStanding, PoolFigures, ResponseRow, SearchAndRescueTotals
from desktop_app.calc.shortfall_shown import is_triggered, percent_words
from desktop_app.calc.wording import percent, persons
from desktop_app.views.consequences import shifts
from desktop_app.views.consequences.line import RESPONSE, Kind, Line
from desktop_app.views.consequences.shifts import Shift

SET_BY_COMMISSION: Final = "set by the Commission"
"""What stands in the place of a plan's standing where the act sets size and type (Art. 48(2))."""
BENEFITS: Final = "benefits"
"""What stands there for a Member State of disembarkation, which nobody asks."""
_SIGNS: Final = {
    SET_BY_COMMISSION: ("info", "info"),
    BENEFITS: ("", "muted"),
    PlanStanding.IN_TIME.value: ("ok", "ok"),
    PlanStanding.UNDATED.value: ("warn", "warn"),
    PlanStanding.LATE.value: ("warn", "warn"),
    PlanStanding.AWAITED.value: ("unknown", "unknown"),
    PlanStanding.MISSING.value: ("warn", "warn"),
    PlanStanding.NOT_ASKED.value: ("", "muted"),
    shifts.ABSENT: ("", "muted"),
}


def standing_words(row: ResponseRow | None) -> str:
    """Return how it stands with a Member State's plan, in a word or two."""
    if row is None:
        return shifts.ABSENT
    if row.set_by_commission:
        return SET_BY_COMMISSION
    return BENEFITS if row.benefitting else row.standing.value


# ------------------------------------------------------------------------------------------------- totals and the pools


def total_lines(result: ResponseConsequences) -> list[Line]:
    """Return the figures of the whole procedure."""
    now, then = result.totals_before, result.totals_after
    figures = (
        ("Total to be relocated", shifts.count(now.relocations, then.relocations)),
        ("Asked of contributing states", shifts.count(now.asked, then.asked)),
        ("Benefitting states, not asked", shifts.count(now.not_asked, then.not_asked)),
        ("Pledged", shifts.count(now.pledged, then.pledged)),
        ("Coverage of the report", shifts.ratio(now.coverage, then.coverage)),
        ("Coverage of what is asked", shifts.ratio(now.coverage_of_asked, then.coverage_of_asked)),
        ("Fixed: relocations", shifts.count(now.fixed_relocations, then.fixed_relocations)),
        ("Fixed: sponsorship", shifts.count(now.fixed_sponsorship, then.fixed_sponsorship)),
        ("Fixed: measures", shifts.count(now.fixed_measures, then.fixed_measures)),
        ("30 % test, in force", _test(now, then, lambda totals: totals.shortfall)),
        ("30 % test, reading A", _test(now, then, lambda totals: totals.shortfall_readings.a)),
        ("30 % test, reading B", _test(now, then, lambda totals: totals.shortfall_readings.b)),
        ("30 % test, reading C", _test(now, then, lambda totals: totals.shortfall_readings.c)),
        ("Plans that do not count yet", shifts.count(len(now.waiting), len(then.waiting))),
    )
    return [_figure(name, shift) for name, shift in figures]


def pool_lines(result: ResponseConsequences) -> list[Line]:
    """Return each pool, and what is used of it."""
    before = {pool.benefitting: pool for pool in result.totals_before.pools}
    after = {pool.benefitting: pool for pool in result.totals_after.pools}
    lines = []
    for code in [*after, *(code for code in before if code not in after)]:
        now, then = before.get(code), after.get(code)
        figures = (
            ("pool", shifts.count(*(None if pool is None else pool.pool for pool in (now, then)))),
            ("used", shifts.count(*(None if pool is None else pool.used for pool in (now, then)))),
            ("remaining", shifts.count(*(None if pool is None else pool.remaining for pool in (now, then)))),
            ("use", _words(used_words(now), used_words(then), now != then)),
        )
        lines += [_figure(f"{name_of(code)}: {what}", shift) for what, shift in figures]
    return lines


def used_words(pool: PoolFigures | None) -> str:
    """Return how much of a pool is used, with the alarm in words: ``"80.00 %, 80 % reached"``."""
    if pool is None:
        return shifts.ABSENT
    if pool.used_ratio is None:
        return shifts.NOT_KNOWN
    return f"{percent(pool.used_ratio)}, 80 % reached" if pool.alarm else percent(pool.used_ratio)


def _test(
    now: SearchAndRescueTotals, then: SearchAndRescueTotals, ratio: Callable[[SearchAndRescueTotals], Fraction | None]
) -> Shift:
    before, after = ratio(now), ratio(then)
    return _words(_test_words(before), _test_words(after), before != after)


def _test_words(ratio: Fraction | None) -> str:
    if ratio is None:
        return shifts.NOT_KNOWN
    words = str(percent_words(ratio))
    return f"{words} triggered" if is_triggered(ratio) else words


def _words(before: str, after: str, differs: bool) -> Shift:
    return Shift(before, after, is_changed=differs and before != after)


def _figure(name: str, shift: Shift) -> Line:
    return Line(Kind.FIGURE, name, (shift,), is_changed=shift.is_changed, weight=2, columns=RESPONSE)


# -------------------------------------------------------------------------------------------------------- Member States


def state_lines(row: ResponseRowConsequence) -> list[Line]:
    """Return a Member State's line of figures and, below it, other figures of it that change."""
    name = name_of(row.code)
    now, then = row.before, row.after
    held = (
        shifts.count(*_both(now, then, "key_number")),
        shifts.count(*_both(now, then, "pledged")),
        shifts.count(*_both(now, then, "relocations")),
        shifts.count(*_both(now, then, "sponsorship")),
        shifts.count(*_both(now, then, "measures")),
        _standing(now, then),
    )
    changed = any(shift.is_changed for shift in held)
    lines = [Line(Kind.STATE, name, held, is_changed=changed, code=row.code, weight=3, columns=RESPONSE)]
    told = [f"{what} {shift.words}" for what, shift in _other_figures(now, then) if shift.is_changed]
    if told:
        # Below the line of figures, or in its place where that is filtered away.
        beside = "" if changed else name
        words = "; ".join(told)
        lines.append(Line(Kind.WORDS, beside, words=words, tone="muted", code=row.code, weight=3, columns=RESPONSE))
    return lines


def _standing(now: ResponseRow | None, then: ResponseRow | None) -> Shift:
    before, after = standing_words(now), standing_words(then)
    icon, tone = _SIGNS[after]
    return Shift(before, after, is_changed=before != after, icon=icon, tone=tone)


def _other_figures(now: ResponseRow | None, then: ResponseRow | None) -> list[tuple[str, Shift]]:
    """Return the figures that have no column of their own."""
    asked = shifts.count(*_both(now, then, "asked"))
    # What is asked is the key number, but of a state that comes to benefit or no longer does.
    is_told = asked != shifts.count(*_both(now, then, "key_number"))
    return [
        *([("asked", asked)] if is_told else []),
        ("measures claim", shifts.count(*_both(now, then, "claimed"))),
        ("left short by measures", shifts.count(*_both(now, then, "missing"))),
        ("50 % rule adds", shifts.count(*_both(now, then, "added"))),
        ("raised of its own will", shifts.count(*_both(now, then, "raised"))),
        ("share in %", shifts.share(*_both(now, then, "share"))),
        ("plan that counts", shifts.words(_plan(now), _plan(then))),
    ]


def _plan(row: ResponseRow | None) -> str:
    if row is None or row.plan is None:
        return "none"
    plan = row.plan
    return plan.mark or f"{persons(plan.relocations)} relocations"


def _both(now: ResponseRow | None, then: ResponseRow | None, name: str) -> tuple[Any, Any]:
    """Return a figure before and after; ``None`` where it or the row is not there."""
    return None if now is None else getattr(now, name), None if then is None else getattr(then, name)
