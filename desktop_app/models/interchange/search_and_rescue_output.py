"""What ``check --json`` says of search and rescue: rows and totals, section 6 of the interchange format.

Names that the format promises come first; what is ours stands beside them.
"""

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import exact_text
from desktop_app.calc.response_assessment import (
    Contribution,
    PoolFigures,
    ResponseRow,
    SearchAndRescueAssessment,
    SearchAndRescueTotals,
)
from desktop_app.models.interchange.output_parts import (
    COVERAGE_DECIMALS,
    NOTHING,
    SHARE_DECIMALS,
    Output,
    exact_or_none,
    percent,
)


def search_and_rescue_figures(assessment: Assessment) -> Output:
    """Return rows and totals, and what the forum says of the act."""
    figures = SearchAndRescueAssessment.of(assessment)
    act = assessment.forum.search_and_rescue.act
    return {
        "adopted": None if act.adopted is None else act.adopted.isoformat(),
        "path": None if act.path is None else act.path.value,
        "states": [_row(row) for row in figures.rows],
        "totals": _totals(figures.totals),
    }


def _row(row: ResponseRow) -> Output:
    return {
        "code": row.code,
        "share": exact_or_none(row.share),
        "share_percent": percent(row.share, SHARE_DECIMALS),
        "key_number": row.key_number,
        # Reduction, its spread, credits and beneficiaries exist under migratory pressure only.
        "reduction": NOTHING,
        "redistributed": NOTHING,
        "credited": NOTHING,
        "relocations": row.relocations,
        "beneficiaries": 0,
        "sponsorship": row.sponsorship,
        "measures": row.measures,
        "set_by_commission": row.set_by_commission,
        "reduction_eligible": None,
        "benefitting": row.benefitting,
        "exact_key": exact_or_none(row.exact_key),
        "asked": row.asked,
        "plan": row.standing.value,
        "revision": None if row.plan is None else row.plan.revision,
        "pledged": row.pledged,
        "claimed": exact_text(row.claimed),
        "missing": exact_or_none(row.missing),
        "half": row.half,
        "added": row.added,
        "added_relocations": row.added_relocations,
        "added_sponsorship": row.added_sponsorship,
        "cut": row.cut,
        "unsaid": row.unsaid,
        "raised": row.raised,
        "before_top_up": None if row.before is None else _contribution(row.before),
    }


def _contribution(fixed: Contribution) -> Output:
    return {
        "key_number": fixed.key_number,
        "relocations": fixed.relocations,
        "sponsorship": fixed.sponsorship,
        "measures": fixed.measures,
    }


def _totals(totals: SearchAndRescueTotals) -> Output:
    shortfalls = totals.shortfall_readings
    return {
        "relocations": totals.relocations,
        "relocations_before_top_up": totals.relocations_before_top_up,
        # Exactly what the format promises of a pool; what is ours stands under "pools".
        "use": [_use(pool) for pool in totals.pools],
        "shortfall_readings": {
            "A": percent(shortfalls.a, COVERAGE_DECIMALS),
            "B": percent(shortfalls.b, COVERAGE_DECIMALS),
            "C": percent(shortfalls.c, COVERAGE_DECIMALS),
        },
        "shortfall_percent": percent(totals.shortfall, COVERAGE_DECIMALS),
        "shortfall_triggered": totals.shortfall_triggered,
        "asked": totals.asked,
        "not_asked": totals.not_asked,
        "pledged": totals.pledged,
        "claimed": exact_text(totals.claimed),
        "coverage_percent": percent(totals.coverage, COVERAGE_DECIMALS),
        "coverage_of_asked_percent": percent(totals.coverage_of_asked, COVERAGE_DECIMALS),
        "fixed_relocations": totals.fixed_relocations,
        "fixed_sponsorship": totals.fixed_sponsorship,
        "fixed_measures": totals.fixed_measures,
        "waiting": list(totals.waiting),
        "pools": [_pool(pool) for pool in totals.pools],
    }


def _use(pool: PoolFigures) -> Output:
    return {
        "benefitting": pool.benefitting,
        "pool": pool.pool,
        "used": pool.used,
        "used_percent": percent(pool.used_ratio, COVERAGE_DECIMALS),
        "alarm": pool.alarm,
    }


def _pool(pool: PoolFigures) -> Output:
    return {
        "benefitting": pool.benefitting,
        "needed": pool.needed,
        "before": pool.before,
        "raised": pool.raised,
        "used_before": pool.used_before,
        "alarm_before": pool.alarm_before,
        "remaining": pool.remaining,
        "draws": pool.draws,
    }
