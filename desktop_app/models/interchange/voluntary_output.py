"""What ``check --json`` says of voluntary solidarity: signatories, needs and totals; there is no key."""

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import money_text
from desktop_app.calc.voluntary_assessment import Held, NeedFigures, VoluntaryAssessment, VoluntaryRow, VoluntaryTotals
from desktop_app.models.interchange.output_parts import COVERAGE_DECIMALS, Output, cents, percent
from desktop_app.models.interchange.solidarity_output import solidarity_figures


def voluntary_figures(assessment: Assessment) -> Output:
    """Return signatories, needs and totals, and groups under way."""
    figures = VoluntaryAssessment.of(assessment)
    adopted = assessment.forum.adopted
    return {
        "adopted": None if adopted is None else adopted.isoformat(),
        "states": [_row(row) for row in figures.rows],
        "needs": [_need(need) for need in figures.needs],
        "totals": _totals(figures.totals),
        **solidarity_figures(assessment),
    }


def _row(row: VoluntaryRow) -> Output:
    return {
        "code": row.code,
        "associated": row.associated,
        "takes_part": row.takes_part,
        "relocations": row.relocations,
        "financial_eur": money_text(row.financial_cents),
        "project_eur": money_text(row.project_cents),
        "kept_relocations": row.kept_relocations.given,
        "outstanding_relocations": row.kept_relocations.open,
        "kept_financial_eur": money_text(row.kept_financial.given),
        "outstanding_financial_eur": cents(row.kept_financial.open),
        "minors": row.minors,
        "supported": row.supported,
        "delivered": row.delivered,
    }


def _need(need: NeedFigures) -> Output:
    return {
        "benefitting": need.benefitting,
        **_held(need.relocations, need.financial),
        "kept_relocations": need.kept_relocations,
        "kept_financial_eur": money_text(need.kept_cents),
    }


def _held(relocations: Held, financial: Held) -> Output:
    return {
        "needed_relocations": relocations.against,
        "pledged_relocations": relocations.given,
        "open_relocations": relocations.open,
        "needed_financial_eur": cents(financial.against),
        "pledged_financial_eur": money_text(financial.given),
        "open_financial_eur": cents(financial.open),
    }


def _totals(totals: VoluntaryTotals) -> Output:
    return {
        **_held(totals.relocations, totals.financial),
        "open_relocations": totals.unmet_relocations,
        "open_financial_eur": cents(totals.unmet_cents),
        "coverage_percent": percent(totals.relocations.part, COVERAGE_DECIMALS),
        "financial_eur": money_text(totals.pledged_cents),
        "project_eur": money_text(totals.project_cents),
        "for_nobody_relocations": totals.open_relocations,
        "for_nobody_eur": money_text(totals.open_cents),
        "kept_relocations": totals.kept_relocations.given,
        "kept_percent": percent(totals.kept_relocations.part, COVERAGE_DECIMALS),
        "kept_financial_eur": money_text(totals.kept_financial.given),
        "kept_financial_percent": percent(totals.kept_financial.part, COVERAGE_DECIMALS),
        "supported": totals.supported,
        "delivered": totals.delivered,
        "signatories": totals.signatories,
        "ends": None if totals.ends is None else totals.ends.isoformat(),
    }
