"""What ``check --json`` says: figures, findings and deadlines as text, section 4 of the interchange format."""

from fractions import Fraction
from typing import Any

from desktop_app.calc.acknowledged import acknowledgement_of
from desktop_app.calc.assessment import AnnualPoolAssessment, Row, Totals
from desktop_app.calc.exact import PER_CENT, exact_text, fixed, money_text
from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.forum import Forum
from desktop_app.calc.readings import FIXED
from desktop_app.models.interchange.canonical import FINGERPRINT_DIGITS, state_hash

SHARE_DECIMALS = 4
COVERAGE_DECIMALS = 2
EUR_DECIMALS = 2

Output = dict[str, Any]


def check_output(assessment: AnnualPoolAssessment) -> Output:
    """Return the assessment as plain values: strings, integers, booleans, null.

    Exact numbers are an integer or a reduced fraction in a string, money has two decimals, percentages
    fixed ones; null stands where a figure cannot be known.
    """
    forum = assessment.forum
    digest = state_hash(forum)
    return {
        "procedure": forum.procedure.value,
        "title": forum.title,
        "year": forum.year,
        "classification": forum.classification.value,
        "adopted": None if forum.adopted is None else forum.adopted.isoformat(),
        "shares_status": forum.shares_status.value,
        "state_hash": digest,
        "fingerprint": digest[:FINGERPRINT_DIGITS],
        "readings": dict(assessment.readings),
        "fixed_readings": {each.name: each.default for each in FIXED},
        "states": [_row(row) for row in assessment.rows],
        "totals": _totals(assessment.totals),
        "findings": [_finding(forum, finding) for finding in assessment.findings],
        "deadlines": [_deadline(deadline) for deadline in assessment.deadlines],
    }


def _row(row: Row) -> Output:
    return {
        "code": row.code,
        "in_key": row.in_key,
        "benefitting": row.benefitting,
        "share": _exact(row.share),
        "share_percent": _percent(row.share, SHARE_DECIMALS),
        "exact_fair_share": _exact(row.exact_fair_share),
        "fair_share_relocations": row.fair_share_relocations,
        "fair_share_eur": _eur(row.fair_share_eur),
        "pledged_relocations": row.pledged_relocations,
        "pledged_financial_eur": _cents(row.pledged_financial_cents),
        "pledged_alternative_eur": _cents(row.pledged_alternative_cents),
        "equivalents": _exact(row.equivalents),
        "coverage_percent": _percent(row.coverage, COVERAGE_DECIMALS),
        "met": row.met,
        "gap_relocations": row.gap_relocations,
        "gap_eur": _eur(row.gap_eur),
        "deducted_relocations": row.deducted_relocations,
        "deducted_financial_eur": _cents(row.deducted_financial_cents),
        "deducted_alternative_eur": _cents(row.deducted_alternative_cents),
        "deducted_equivalents": _exact(row.deducted_equivalents),
        "net_equivalents": _exact(row.net_equivalents),
        "deduction_stage": None if row.deduction_stage is None else row.deduction_stage.value,
        "offset_option": row.offset_option,
        "cover_relocations": row.cover_relocations,
        "reduction_eligible": row.reduction_eligible,
    }


def _totals(totals: Totals) -> Output:
    return {
        "rate_eur": _exact(totals.rate_eur),
        "fair_share_relocations": totals.fair_share_relocations,
        "pledged_relocations": totals.pledged_relocations,
        "pledged_financial_eur": money_text(totals.pledged_financial_cents),
        "pledged_alternative_eur": money_text(totals.pledged_alternative_cents),
        "pledged_equivalents": exact_text(totals.pledged_equivalents),
        "unknown_states": list(totals.unknown_states),
        "coverage_percent": _percent(totals.coverage, COVERAGE_DECIMALS),
        "gap_relocations": totals.gap_relocations,
        "gap_eur": _eur(totals.gap_eur),
        "net_equivalents": exact_text(totals.net_equivalents),
        "effective_gap_relocations": totals.effective_gap_relocations,
        "shortfall_percent": _percent(totals.shortfall, COVERAGE_DECIMALS),
        "shortfall_triggered": totals.shortfall_triggered,
    }


def _finding(forum: Forum, finding: Finding) -> Output:
    answer = acknowledgement_of(forum, finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "state": finding.state,
        "message": str(finding.message),
        "reference": finding.reference,
        "status": finding.status.value,
        "acknowledged": None if answer is None else answer.reason,
    }


def _deadline(deadline: Deadline) -> Output:
    return {
        "rule": deadline.rule,
        "what": str(deadline.what),
        "due": deadline.due,
        "state": deadline.state,
        "started_by": str(deadline.started_by),
        # Why it does not end on its own last day (Art. 75(d)).
        "moved": str(deadline.moved) or None,
        "reference": deadline.reference,
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _percent(ratio: Fraction | None, decimals: int) -> str | None:
    return None if ratio is None else fixed(ratio * PER_CENT, decimals)


def _eur(value: Fraction | None) -> str | None:
    return None if value is None else fixed(value, EUR_DECIMALS)


def _cents(value: int | None) -> str | None:
    return None if value is None else money_text(value)
