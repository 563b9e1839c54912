"""What must hold for every derivation of search and rescue: it evaluates to its value, which is the figure shown."""

from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import explain
from desktop_app.calc.findings import Status
from desktop_app.calc.response_assessment import (
    PoolFigures,
    ResponseRow,
    SearchAndRescueAssessment,
    SearchAndRescueTotals,
)
from tests.calc.derivations import check_one, percent

ROW_VALUES: dict[str, Callable[[ResponseRow], Any]] = {
    "share": lambda row: row.share,
    "share_percent": lambda row: percent(row.share),
    "exact_key": lambda row: row.exact_key,
    "key_number": lambda row: row.fixed.key_number,
    "asked": lambda row: 0 if row.benefitting else (row.before or row.fixed).key_number,
    "pledged": lambda row: row.pledged,
    "vulnerable": lambda row: row.plan.vulnerable if row.plan else 0,
    "claimed": lambda row: row.claimed,
    "missing": lambda row: row.missing,
    "half": lambda row: row.half,
    "added": lambda row: row.added,
    "relocations": lambda row: row.fixed.relocations,
    "sponsorship": lambda row: row.fixed.sponsorship,
    "measures": lambda row: row.fixed.measures,
}
POOL_VALUES: dict[str, Callable[[PoolFigures], Any]] = {
    "pool": lambda pool: pool.pool,
    "used": lambda pool: pool.used,
    "used_percent": lambda pool: percent(pool.used_ratio),
    "remaining": lambda pool: pool.remaining,
}
TOTAL_VALUES: dict[str, Callable[[SearchAndRescueTotals], Any]] = {
    "relocations": lambda totals: totals.relocations,
    "asked": lambda totals: totals.asked,
    "not_asked": lambda totals: totals.not_asked,
    "pledged": lambda totals: totals.pledged,
    "claimed": lambda totals: totals.claimed,
    "coverage_percent": lambda totals: percent(totals.coverage),
    "coverage_of_asked_percent": lambda totals: percent(totals.coverage_of_asked),
    "fixed_relocations": lambda totals: totals.fixed_relocations,
    "fixed_sponsorship": lambda totals: totals.fixed_sponsorship,
    "fixed_measures": lambda totals: totals.fixed_measures,
    "shortfall_percent": lambda totals: percent(totals.shortfall),
    "shortfall_a": lambda totals: percent(totals.shortfall_readings.a),
    "shortfall_b": lambda totals: percent(totals.shortfall_readings.b),
    "shortfall_c": lambda totals: percent(totals.shortfall_readings.c),
    "shortfall_triggered": lambda totals: None if totals.shortfall is None else totals.shortfall_triggered,
}


def everything(assessment: SearchAndRescueAssessment) -> Iterator[tuple[Derivation, Any]]:
    """Each derivation with the value that it must have."""
    for row in assessment.rows:
        for figure, value in ROW_VALUES.items():
            yield explain(assessment, figure, row.code), value(row)
    for pool in assessment.totals.pools:
        for figure, held in POOL_VALUES.items():
            yield explain(assessment, figure, pool.benefitting), held(pool)
    for figure, total in TOTAL_VALUES.items():
        yield explain(assessment, figure), total(assessment.totals)


def check(assessment: SearchAndRescueAssessment) -> None:
    for derivation, value in everything(assessment):
        assert derivation.status is Status.PROPOSAL_2020
        assert "COM(2020) 610" in derivation.reference
        assert set(derivation.readings) <= set(assessment.readings)
        check_one(assessment, derivation, value)
