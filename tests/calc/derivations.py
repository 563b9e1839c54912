"""What must hold for every derivation: it evaluates to its value, and that is the figure it explains."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row, Totals
from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import explain
from desktop_app.calc.majority import standing_of
from desktop_app.calc.offsets import StateOffsets, offsets_of
from tests.calc.evaluator import evaluate, names_in


def percent(ratio: Fraction | None) -> Fraction | None:
    return None if ratio is None else ratio * 100


def eur(cents: int | None) -> Fraction | None:
    return None if cents is None else Fraction(cents, 100)


#: The figure of a row that each id stands for, read from the assessment itself.
ROW_VALUES: dict[str, Callable[[Row], Any]] = {
    "share": lambda row: row.share,
    "share_percent": lambda row: percent(row.share),
    "exact_fair_share": lambda row: row.exact_fair_share,
    "fair_share_relocations": lambda row: row.fair_share_relocations,
    "fair_share_eur": lambda row: row.fair_share_eur,
    "pledged_relocations": lambda row: row.pledged_relocations,
    "pledged_financial_eur": lambda row: eur(row.pledged_financial_cents),
    "pledged_alternative_eur": lambda row: eur(row.pledged_alternative_cents),
    "equivalents": lambda row: row.equivalents,
    "coverage_percent": lambda row: percent(row.coverage),
    "met": lambda row: row.met,
    "gap_relocations": lambda row: row.gap_relocations,
    "gap_eur": lambda row: row.gap_eur,
    "deducted_equivalents": lambda row: row.deducted_equivalents,
    "net_equivalents": lambda row: row.net_equivalents,
    "offset_option": lambda row: row.offset_option in {"a", "b", "ab"},
    "cover_relocations": lambda row: row.cover_relocations,
    "reduction_eligible": lambda row: row.reduction_eligible,
}
#: The same of the totals.
TOTAL_VALUES: dict[str, Callable[[Totals], Any]] = {
    "rate_eur": lambda totals: totals.rate_eur,
    "fair_share_relocations": lambda totals: totals.fair_share_relocations,
    "pledged_relocations": lambda totals: totals.pledged_relocations,
    "pledged_financial_eur": lambda totals: eur(totals.pledged_financial_cents),
    "pledged_alternative_eur": lambda totals: eur(totals.pledged_alternative_cents),
    "pledged_equivalents": lambda totals: totals.pledged_equivalents,
    "unknown_states": lambda totals: len(totals.unknown_states),
    "coverage_percent": lambda totals: percent(totals.coverage),
    "gap_relocations": lambda totals: totals.gap_relocations,
    "gap_eur": lambda totals: totals.gap_eur,
    "net_equivalents": lambda totals: totals.net_equivalents,
    "effective_gap_relocations": lambda totals: totals.effective_gap_relocations,
    "shortfall_percent": lambda totals: percent(totals.shortfall),
    "shortfall_triggered": lambda totals: None if totals.shortfall is None else totals.shortfall_triggered,
}


#: What stands beside: responsibility offsets and the vote.
BESIDE_VALUES: dict[str, Callable[[AnnualPoolAssessment], Any]] = {
    "offset_request_threshold": lambda each: offsets_of(each).request_threshold,
    "offset_sixty_percent": lambda each: offsets_of(each).sixty,
    "offset_target": lambda each: offsets_of(each).target,
    "offset_effective": lambda each: offsets_of(each).effective,
    "offset_volume": lambda each: offsets_of(each).volume,
    "offset_cap_relocations": lambda each: offsets_of(each).cap_relocations,
    "offset_cap_all_types": lambda each: offsets_of(each).cap_all_types,
    "vote_members_needed": lambda each: standing_of(each.forum).needed or None,
    "vote_yes_percent": lambda each: percent(standing_of(each.forum).yes_share),
    "vote_blocking": lambda each: standing_of(each.forum).blocking,
}


def _offsets(assessment: AnnualPoolAssessment, code: str) -> StateOffsets | None:
    return offsets_of(assessment).state(code)


def _voting_share(assessment: AnnualPoolAssessment, code: str) -> Fraction | None:
    standing = standing_of(assessment.forum)
    return percent(standing.share([code])) if code in standing.votes else None


#: The same of one Member State.
BESIDE_ROW_VALUES: dict[str, Callable[[AnnualPoolAssessment, str], Any]] = {
    "offset_cap_relocations": lambda each, code: getattr(_offsets(each, code), "cap_relocations", None),
    "offset_cap_all_types": lambda each, code: getattr(_offsets(each, code), "cap_all_types", None),
    "vote_population_percent": _voting_share,
}


def everything(assessment: AnnualPoolAssessment) -> Iterator[tuple[Derivation, Any]]:
    """Each derivation with the value that it must have."""
    for row in assessment.rows:
        for figure, value in ROW_VALUES.items():
            yield explain(assessment, figure, row.code), value(row)
    for figure, total in TOTAL_VALUES.items():
        yield explain(assessment, figure), total(assessment.totals)
    for figure, beside in BESIDE_VALUES.items():
        yield explain(assessment, figure), beside(assessment)
    for figure, of_state in BESIDE_ROW_VALUES.items():
        for row in assessment.rows:
            yield explain(assessment, figure, row.code), of_state(assessment, row.code)


def check(assessment: AnnualPoolAssessment) -> None:
    for derivation, value in everything(assessment):
        check_one(assessment, derivation, value)


def check_one(assessment: Assessment, derivation: Derivation, value: Any) -> None:
    assert derivation.value == value, derivation
    assert derivation.words.endswith("."), derivation
    assert derivation.title
    assert derivation.reference
    if value is None:
        assert not derivation.formula
        assert not derivation.inputs
    else:
        check_formula(assessment, derivation)


def check_formula(assessment: Assessment, derivation: Derivation) -> None:
    inputs = {each.name: each.value for each in derivation.inputs}
    assert len(inputs) == len(derivation.inputs), derivation
    assert names_in(derivation.formula) == set(inputs), derivation
    result = evaluate(derivation.formula, inputs)
    assert result == derivation.value, derivation
    assert isinstance(result, bool) == isinstance(derivation.value, bool), derivation
    for each in derivation.inputs:
        assert each.title
        assert each.source
        if each.figure:
            assert explain(assessment, each.figure, each.subject).value == each.value, each
