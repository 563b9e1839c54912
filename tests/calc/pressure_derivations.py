"""What must hold for every derivation of migratory pressure: it evaluates to its value, which is the figure shown."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import explain
from desktop_app.calc.findings import Status
from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, PressureTotals
from tests.calc.derivations import check_one, percent

ROW_VALUES: dict[str, Callable[[PressureRow], Any]] = {
    "share": lambda row: row.share,
    "share_percent": lambda row: percent(row.share),
    "exact_key": lambda row: row.exact_key,
    "key_number": lambda row: row.key_number,
    "asked": lambda row: row.asked,
    "covered": lambda row: row.covered,
    "claimed": lambda row: row.claimed,
    "missing": lambda row: row.missing,
    "half": lambda row: row.half,
    "persons": lambda row: row.persons,
    "added": lambda row: row.added,
    "adjusted": lambda row: row.adjusted,
    "reduction": lambda row: row.reduction,
    "redistributed": lambda row: row.redistributed,
    "reduction_eligible": lambda row: row.reduction_eligible,
    "credited": lambda row: row.credited,
    "relocations": lambda row: row.fixed.relocations,
    "sponsorship": lambda row: row.fixed.sponsorship,
    "beneficiaries": lambda row: row.fixed.beneficiaries,
    "measures": lambda row: row.fixed.measures,
    "plan_counts": lambda row: row.plan is not None,
    "set_by_commission": lambda row: row.set_by_commission,
}
TOTAL_VALUES: dict[str, Callable[[PressureTotals], Any]] = {
    "relocations": lambda totals: totals.relocations,
    "sponsorship": lambda totals: totals.sponsorship,
    "total": lambda totals: totals.total,
    "asked": lambda totals: totals.asked,
    "not_asked": lambda totals: totals.not_asked,
    "covered": lambda totals: totals.covered,
    "claimed": lambda totals: totals.claimed,
    "planned": lambda totals: totals.planned,
    "match_relocations": lambda totals: totals.matches[0].difference,
    "match_sponsorship": lambda totals: totals.matches[1].difference,
    "reduction": lambda totals: totals.reduction,
    "credited": lambda totals: totals.credited,
    "union_average": lambda totals: totals.reduction_figures.union if totals.reduction_figures else None,
    "minors": lambda totals: totals.minors,
    "fixed_relocations": lambda totals: totals.fixed_relocations,
    "fixed_sponsorship": lambda totals: totals.fixed_sponsorship,
    "fixed_beneficiaries": lambda totals: totals.fixed_beneficiaries,
    "fixed_measures": lambda totals: totals.fixed_measures,
    "shortfall_percent": lambda totals: percent(totals.shortfall),
    "shortfall_a": lambda totals: percent(totals.shortfall_readings.a),
    "shortfall_c": lambda totals: percent(totals.shortfall_readings.c),
    "shortfall_triggered": lambda totals: None if totals.shortfall is None else totals.shortfall_triggered,
}


def everything(assessment: PressureAssessment) -> Iterator[tuple[Derivation, Any]]:
    """Each derivation with the value that it must have."""
    figures = assessment.totals.reduction_figures
    for row in assessment.rows:
        for figure, value in ROW_VALUES.items():
            yield explain(assessment, figure, row.code), value(row)
        yield explain(assessment, "average", row.code), figures.averages[row.code] if figures else None
    for figure, total in TOTAL_VALUES.items():
        yield explain(assessment, figure), total(assessment.totals)
    for paid in incentives_of(assessment.forum):
        yield explain(assessment, "incentive", paid.code), Fraction(paid.total_cents, 100)


def check(assessment: PressureAssessment) -> None:
    for derivation, value in everything(assessment):
        assert derivation.status is Status.PROPOSAL_2020
        assert "COM(2020) 610" in derivation.reference
        assert set(derivation.readings) <= set(assessment.readings)
        check_one(assessment, derivation, value)
