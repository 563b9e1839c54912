"""What ``check --json`` says of an annual pool: rows and totals, section 4 of the interchange format."""

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row, Totals
from desktop_app.calc.exact import exact_text, money_text
from desktop_app.models.interchange.output_parts import (
    COVERAGE_DECIMALS,
    SHARE_DECIMALS,
    Output,
    cents,
    eur,
    exact_or_none,
    percent,
)
from desktop_app.models.interchange.vote_output import offset_figures, vote_figures


def annual_pool_figures(assessment: Assessment) -> Output:
    """Return rows and totals, and what an annual pool says of itself."""
    figures = AnnualPoolAssessment.of(assessment)
    forum = assessment.forum
    return {
        "adopted": None if forum.adopted is None else forum.adopted.isoformat(),
        "shares_status": forum.shares_status.value,
        "states": [_row(row) for row in figures.rows],
        "totals": _totals(figures.totals),
        **offset_figures(figures),
        **vote_figures(forum),
    }


def _row(row: Row) -> Output:
    return {
        "code": row.code,
        "in_key": row.in_key,
        "benefitting": row.benefitting,
        "share": exact_or_none(row.share),
        "share_percent": percent(row.share, SHARE_DECIMALS),
        "exact_fair_share": exact_or_none(row.exact_fair_share),
        "fair_share_relocations": row.fair_share_relocations,
        "fair_share_eur": eur(row.fair_share_eur),
        "pledged_relocations": row.pledged_relocations,
        "pledged_financial_eur": cents(row.pledged_financial_cents),
        "pledged_alternative_eur": cents(row.pledged_alternative_cents),
        "equivalents": exact_or_none(row.equivalents),
        "coverage_percent": percent(row.coverage, COVERAGE_DECIMALS),
        "met": row.met,
        "gap_relocations": row.gap_relocations,
        "gap_eur": eur(row.gap_eur),
        "deducted_relocations": row.deducted_relocations,
        "deducted_financial_eur": cents(row.deducted_financial_cents),
        "deducted_alternative_eur": cents(row.deducted_alternative_cents),
        "deducted_equivalents": exact_or_none(row.deducted_equivalents),
        "net_equivalents": exact_or_none(row.net_equivalents),
        "deduction_stage": None if row.deduction_stage is None else row.deduction_stage.value,
        "offset_option": row.offset_option,
        "cover_relocations": row.cover_relocations,
        "reduction_eligible": row.reduction_eligible,
    }


def _totals(totals: Totals) -> Output:
    return {
        "rate_eur": exact_or_none(totals.rate_eur),
        "fair_share_relocations": totals.fair_share_relocations,
        "pledged_relocations": totals.pledged_relocations,
        "pledged_financial_eur": money_text(totals.pledged_financial_cents),
        "pledged_alternative_eur": money_text(totals.pledged_alternative_cents),
        "pledged_equivalents": exact_text(totals.pledged_equivalents),
        "unknown_states": list(totals.unknown_states),
        "coverage_percent": percent(totals.coverage, COVERAGE_DECIMALS),
        "gap_relocations": totals.gap_relocations,
        "gap_eur": eur(totals.gap_eur),
        "net_equivalents": exact_text(totals.net_equivalents),
        "effective_gap_relocations": totals.effective_gap_relocations,
        "shortfall_percent": percent(totals.shortfall, COVERAGE_DECIMALS),
        "shortfall_triggered": totals.shortfall_triggered,
    }
