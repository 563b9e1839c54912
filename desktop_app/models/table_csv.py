"""The pledge table of an annual pool as rows of comma-separated values."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.exact import PER_CENT, fixed, money_text
from desktop_app.calc.member_states import name_of
from desktop_app.calc.recorded import Recorded
from desktop_app.models.table_cells import recorded

_DECIMALS: Final = 10

CSV_COLUMNS: Final[tuple[str, ...]] = (
    "code",
    "member_state",
    "in_key",
    "benefitting",
    "flags",
    "share_percent",
    "fair_share_relocations",
    "fair_share_eur",
    "relocations",
    "of_which_beneficiaries",
    "financial_eur",
    "alternative_eur",
    "equivalents",
    "coverage_percent",
    "gap_relocations",
    "gap_eur",
    "deduction_stage",
    "deducted_equivalents",
    "net_equivalents",
    "offset_option",
    "cover_relocations",
    "reduction_eligible",
    "classification",
    "fingerprint",
)
"""Names of the interchange format where it has one. The last row is the pool's, its code empty."""


def pledge_rows(assessment: AnnualPoolAssessment) -> Iterator[tuple[object, ...]]:
    """Yield a row for each state and the pool's last, without classification and fingerprint."""
    for row in assessment.rows:
        yield _state_cells(assessment, row)
    yield _total_cells(assessment)


def _state_cells(assessment: AnnualPoolAssessment, row: Row) -> tuple[object, ...]:
    record = assessment.forum.state(row.code)
    pledge = record.pledge
    return (
        row.code,
        name_of(row.code),
        yes_or_no(row.in_key),
        yes_or_no(row.benefitting),
        " ".join(flag.value for flag in record.flags),
        fixed_text(row.share, 4, PER_CENT),
        row.fair_share_relocations,
        fixed_text(row.fair_share_eur, 2),
        recorded(pledge.relocations, row.pledged_relocations),
        pledge.of_which_beneficiaries,
        _money(pledge.financial_cents, row.pledged_financial_cents),
        _money(pledge.alternative, row.pledged_alternative_cents),
        decimal(row.equivalents),
        fixed_text(row.coverage, 2, PER_CENT),
        row.gap_relocations,
        fixed_text(row.gap_eur, 2),
        row.deduction_stage.value if row.deduction_stage else "",
        decimal(row.deducted_equivalents),
        decimal(row.net_equivalents),
        row.offset_option,
        row.cover_relocations,
        yes_or_no(row.reduction_eligible),
    )


def _total_cells(assessment: AnnualPoolAssessment) -> tuple[object, ...]:
    totals = assessment.totals
    return (
        *("", "Total", "", "", "", ""),
        totals.fair_share_relocations,
        "",
        totals.pledged_relocations,
        "",
        money_text(totals.pledged_financial_cents),
        money_text(totals.pledged_alternative_cents),
        decimal(totals.pledged_equivalents),
        fixed_text(totals.coverage, 2, PER_CENT),
        totals.gap_relocations,
        fixed_text(totals.gap_eur, 2),
        *("", ""),
        decimal(totals.net_equivalents),
        *("", "", ""),
    )


def _money(cell: Recorded[object], cents: int | None) -> object:
    return recorded(cell, None if cents is None else money_text(cents))


def decimal(value: Fraction | None) -> str:
    """Write a figure as a decimal: spreadsheets read a fraction such as 3/40 as a date."""
    return "" if value is None else fixed(value, _DECIMALS).rstrip("0").rstrip(".")


def fixed_text(value: Fraction | None, decimals: int, factor: int = 1) -> str:
    """Write a figure with fixed decimals; nothing where it is not known."""
    return "" if value is None else fixed(value * factor, decimals)


def yes_or_no(value: bool | None) -> str:  # noqa: FBT001 - the value itself
    """Write a yes or no; nothing where it is not known."""
    return {None: "", True: "yes", False: "no"}[value]
