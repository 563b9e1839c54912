"""What ``check --json`` says of migratory pressure: rows and totals, section 6 of the interchange format.

Names that the format promises come first; what is ours stands beside them.
"""

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import exact_text
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, PressureTotals, TypeMatch
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import end_of
from desktop_app.models.interchange.output_parts import (
    COVERAGE_DECIMALS,
    SHARE_DECIMALS,
    Output,
    exact_or_none,
    percent,
)
from desktop_app.models.interchange.solidarity_output import solidarity_figures


def migratory_pressure_figures(assessment: Assessment) -> Output:
    """Return rows and totals, what the forum says of the act, and groups under way."""
    figures = PressureAssessment.of(assessment)
    recorded = assessment.forum.migratory_pressure
    act, ends = recorded.act, end_of(recorded.act)
    return {
        "adopted": None if act.adopted is None else act.adopted.isoformat(),
        "ends": None if ends is None else ends.isoformat(),
        "benefitting": recorded.report.benefitting,
        "states": [_row(figures, row) for row in figures.rows],
        "totals": _totals(figures.totals),
        **solidarity_figures(assessment),
    }


def _row(assessment: PressureAssessment, row: PressureRow) -> Output:
    return {
        "code": row.code,
        "share": exact_or_none(row.share),
        "share_percent": percent(row.share, SHARE_DECIMALS),
        "key_number": row.key_number,
        "reduction": exact_text(row.reduction),
        "redistributed": exact_text(row.redistributed),
        "credited": exact_text(row.credited),
        "relocations": row.relocations,
        "sponsorship": row.sponsorship,
        "beneficiaries": row.beneficiaries,
        "measures": row.measures,
        "set_by_commission": row.set_by_commission,
        "reduction_eligible": row.reduction_eligible,
        "benefitting": row.benefitting,
        "benefits_elsewhere": row.benefits_elsewhere,
        "exact_key": exact_or_none(row.exact_key),
        "asked": row.asked,
        "plan": row.standing.value,
        "revision": None if row.plan is None else row.plan.revision,
        "types": {kind.value: exact_text(share) for kind, share in row.types.by_type.items()},
        "covered": exact_text(row.covered),
        "claimed": exact_text(row.claimed),
        "adjusted": exact_or_none(row.adjusted),
        "missing": exact_or_none(row.missing),
        "half": exact_text(row.half),
        "added": exact_text(row.added),
        "persons": exact_or_none(row.persons),
        "credited_types": {kind.value: exact_text(off) for kind, off in row.credited_types.items()},
        "average": _average(assessment, row.code),
        "minors": row.minors,
    }


def _average(assessment: PressureAssessment, code: str) -> str | None:
    figures = assessment.totals.reduction_figures
    return None if figures is None else exact_or_none(figures.averages.get(code))


def _totals(totals: PressureTotals) -> Output:
    shortfalls, reduction = totals.shortfall_readings, totals.reduction_figures
    return {
        "shortfall_readings": {
            "A": percent(shortfalls.a, COVERAGE_DECIMALS),
            "B": percent(shortfalls.b, COVERAGE_DECIMALS),
            "C": percent(shortfalls.c, COVERAGE_DECIMALS),
        },
        "shortfall_percent": percent(totals.shortfall, COVERAGE_DECIMALS),
        "shortfall_triggered": totals.shortfall_triggered,
        "total": totals.total,
        "relocations": totals.relocations,
        "sponsorship": totals.sponsorship,
        "asked": totals.asked,
        "not_asked": totals.not_asked,
        "covered": exact_text(totals.covered),
        "claimed": exact_text(totals.claimed),
        "planned": exact_or_none(totals.planned),
        "fixed_relocations": totals.fixed_relocations,
        "fixed_sponsorship": totals.fixed_sponsorship,
        "fixed_beneficiaries": totals.fixed_beneficiaries,
        "fixed_measures": totals.fixed_measures,
        "matches": [_match(match) for match in totals.matches],
        "reduction": exact_text(totals.reduction),
        "credited": exact_text(totals.credited),
        "union_average": None if reduction is None else exact_text(reduction.union),
        "minors": totals.minors,
        "waiting": list(totals.waiting),
    }


def _match(match: TypeMatch) -> Output:
    return {
        "type": match.name,
        "needed": match.needed,
        "asked": exact_or_none(match.asked),
        "given": exact_or_none(match.given),
        "difference": exact_or_none(match.difference),
    }
