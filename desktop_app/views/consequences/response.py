"""What a change of a forum under the proposal of 2020 would do: totals, pools, each Member State, line by line."""

from typing import Final

from desktop_app.calc import shifts
from desktop_app.calc.consequences import ResponseConsequences, ResponseRowConsequence
from desktop_app.calc.response_assessment import PlanStanding, PoolFigures, ResponseRow
from desktop_app.calc.shifts import Shift
from desktop_app.calc.wording import percent, persons
from desktop_app.views.consequences.line import RESPONSE, Line
from desktop_app.views.consequences.rows import both, differing, figure_line, state_and_rest, test_shift
from desktop_app.views.language import marked, shown, state_name, tr

SET_BY_COMMISSION: Final = marked("set by the Commission")
"""What stands in the place of a plan's standing where the act sets size and type (Art. 48(2))."""
BENEFITS: Final = marked("benefits")
"""What stands there for a Member State of disembarkation, which nobody asks."""
SIGNS: Final = {
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
"""Icon and tone of how it stands with a plan."""


def standing_words(row: ResponseRow | None) -> str:
    """Return how it stands with a Member State's plan, in a word or two."""
    if row is None:
        return shifts.ABSENT
    if row.set_by_commission:
        return SET_BY_COMMISSION
    return BENEFITS if row.benefitting else marked(row.standing.value)


# ------------------------------------------------------------------------------------------------- totals and the pools


def total_lines(result: ResponseConsequences) -> list[Line]:
    """Return the figures of the whole procedure."""
    now, then = result.totals_before, result.totals_after
    figures = (
        (tr("Total to be relocated"), shifts.count(now.relocations, then.relocations)),
        (tr("Asked of contributing states"), shifts.count(now.asked, then.asked)),
        (tr("Benefitting states, not asked"), shifts.count(now.not_asked, then.not_asked)),
        (tr("Pledged"), shifts.count(now.pledged, then.pledged)),
        (tr("Coverage of the report"), shifts.ratio(now.coverage, then.coverage)),
        (tr("Coverage of what is asked"), shifts.ratio(now.coverage_of_asked, then.coverage_of_asked)),
        (tr("Fixed: relocations"), shifts.count(now.fixed_relocations, then.fixed_relocations)),
        (tr("Fixed: sponsorship"), shifts.count(now.fixed_sponsorship, then.fixed_sponsorship)),
        (tr("Fixed: measures"), shifts.count(now.fixed_measures, then.fixed_measures)),
        (tr("30 % test, in force"), test_shift(now.shortfall, then.shortfall)),
        (tr("30 % test, reading A"), test_shift(now.shortfall_readings.a, then.shortfall_readings.a)),
        (tr("30 % test, reading B"), test_shift(now.shortfall_readings.b, then.shortfall_readings.b)),
        (tr("30 % test, reading C"), test_shift(now.shortfall_readings.c, then.shortfall_readings.c)),
        (tr("Plans that do not count yet"), shifts.count(len(now.waiting), len(then.waiting))),
    )
    return [figure_line(name, shift, RESPONSE) for name, shift in figures]


def pool_lines(result: ResponseConsequences) -> list[Line]:
    """Return each pool, and what is used of it."""
    before = {pool.benefitting: pool for pool in result.totals_before.pools}
    after = {pool.benefitting: pool for pool in result.totals_after.pools}
    lines = []
    for code in [*after, *(code for code in before if code not in after)]:
        now, then = before.get(code), after.get(code)
        figures = (
            (tr("pool"), shifts.count(*(None if pool is None else pool.pool for pool in (now, then)))),
            (tr("used"), shifts.count(*(None if pool is None else pool.used for pool in (now, then)))),
            (tr("remaining"), shifts.count(*(None if pool is None else pool.remaining for pool in (now, then)))),
            (tr("use"), differing(used_words(now), used_words(then), differs=now != then)),
        )
        lines += [figure_line(f"{state_name(code)}: {what}", shift, RESPONSE) for what, shift in figures]
    return lines


def used_words(pool: PoolFigures | None) -> str:
    """Return how much of a pool is used, with the alarm in words: ``"80.00 %, 80 % reached"``."""
    if pool is None:
        return shifts.ABSENT
    if pool.used_ratio is None:
        return shifts.NOT_KNOWN
    return tr("{percent}, 80 % reached", percent=percent(pool.used_ratio)) if pool.alarm else percent(pool.used_ratio)


# -------------------------------------------------------------------------------------------------------- Member States


def state_lines(row: ResponseRowConsequence) -> list[Line]:
    """Return a Member State's line of figures and, below it, other figures of it that change."""
    held = (
        shifts.count(*both(row, "key_number")),
        shifts.count(*both(row, "pledged")),
        shifts.count(*both(row, "relocations")),
        shifts.count(*both(row, "sponsorship")),
        shifts.count(*both(row, "measures")),
        _standing(row),
    )
    return state_and_rest(row.code, state_name(row.code), held, _other_figures(row), RESPONSE)


def _standing(row: ResponseRowConsequence) -> Shift:
    before, after = standing_words(row.before), standing_words(row.after)
    icon, tone = SIGNS[after]
    return Shift(before, after, is_changed=before != after, icon=icon, tone=tone)


def _other_figures(row: ResponseRowConsequence) -> list[tuple[str, Shift]]:
    """Return the figures that have no column of their own."""
    asked = shifts.count(*both(row, "asked"))
    # What is asked is the key number, but of a state that comes to benefit or no longer does.
    is_told = asked != shifts.count(*both(row, "key_number"))
    return [
        *([(tr("asked"), asked)] if is_told else []),
        (tr("measures claim"), shifts.count(*both(row, "claimed"))),
        (tr("left short by measures"), shifts.count(*both(row, "missing"))),
        (tr("50 % rule adds"), shifts.count(*both(row, "added"))),
        (tr("raised of its own will"), shifts.count(*both(row, "raised"))),
        (tr("share in %"), shifts.share(*both(row, "share"))),
        (tr("plan that counts"), shifts.words(_plan(row.before), _plan(row.after))),
    ]


def _plan(row: ResponseRow | None) -> str:
    if row is None or row.plan is None:
        return tr("none")
    plan = row.plan
    return shown(plan.mark) or tr("{persons} relocations", persons=persons(plan.relocations))
