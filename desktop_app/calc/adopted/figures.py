"""What the forum has for each cell that an adopted annex can show; names follow the annex that the program prints."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.adopted.values import REFERENCE, TOTAL, Column, Nothing
from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.exact import CENTS, PER_CENT, total_if_known
from desktop_app.calc.recorded import ABSENT

Held: TypeAlias = Fraction | Nothing

_OF_ROW: Final[Mapping[Column, Callable[[Row], Fraction | int | None]]] = {
    Column.SHARE: lambda row: None if row.share is None else row.share * PER_CENT,
    Column.FAIR_RELOCATIONS: lambda row: row.fair_share_relocations,
    Column.FAIR_EUR: lambda row: row.fair_share_eur,
    Column.RELOCATIONS: lambda row: row.pledged_relocations,
    Column.FINANCIAL: lambda row: _eur(row.pledged_financial_cents),
    Column.ALTERNATIVE: lambda row: _eur(row.pledged_alternative_cents),
    Column.GROSS: lambda row: row.equivalents,
    Column.DEDUCTED: lambda row: row.deducted_equivalents,
    Column.NET: lambda row: row.net_equivalents,
}
"""Of Row; beneficiaries are of the record alone."""


def held_by(assessment: AnnualPoolAssessment) -> dict[str, dict[Column, Held]]:
    """Return the figures of the forum by code, :data:`TOTAL` and :data:`REFERENCE`, then by column.

    A state that no annex prints, having neither share nor pledge, has nothing in every column.
    """
    held = {row.code: {column: _cell(assessment, row, column) for column in Column} for row in assessment.rows}
    held[TOTAL] = _totals(assessment)
    pool = assessment.forum.pool
    held[REFERENCE] = {
        Column.FAIR_RELOCATIONS: _held(pool.relocations),
        Column.FAIR_EUR: _held(_eur(pool.financial_cents)),
    }
    return held


def unprinted_totals() -> frozenset[Column]:
    """Return the columns of which the program's own annex prints no total, so that none is missing in an act."""
    return frozenset({Column.SHARE, Column.FAIR_EUR, Column.BENEFICIARIES, Column.DEDUCTED})


def _cell(assessment: AnnualPoolAssessment, row: Row, column: Column) -> Held:
    pledge = assessment.forum.state(row.code).pledge
    if column is Column.BENEFICIARIES:
        has_relocations = pledge.relocations is not ABSENT and pledge.relocations is not None
        return _held(pledge.of_which_beneficiaries if has_relocations else None)
    recorded: dict[Column, object] = {
        Column.RELOCATIONS: pledge.relocations,
        Column.FINANCIAL: pledge.financial_cents,
        Column.ALTERNATIVE: pledge.alternative,
    }
    if column in recorded and recorded[column] is ABSENT:
        return Nothing.NOT_RECORDED
    if column in recorded and recorded[column] is None:
        return Nothing.NONE
    return _held(_OF_ROW[column](row))


def _totals(assessment: AnnualPoolAssessment) -> dict[Column, Held]:
    totals, rows = assessment.totals, assessment.rows
    shares = [row.share for row in rows if row.in_key]
    beneficiaries = [assessment.forum.state(row.code).pledge.of_which_beneficiaries for row in rows]
    share = total_if_known(shares)
    return {
        Column.SHARE: _held(None if share is None else share * PER_CENT),
        Column.FAIR_RELOCATIONS: _held(totals.fair_share_relocations),
        Column.FAIR_EUR: _held(total_if_known([row.fair_share_eur for row in rows if row.in_key])),
        Column.RELOCATIONS: _held(totals.pledged_relocations),
        Column.BENEFICIARIES: _held(sum(each or 0 for each in beneficiaries)),
        Column.FINANCIAL: _held(_eur(totals.pledged_financial_cents)),
        Column.ALTERNATIVE: _held(_eur(totals.pledged_alternative_cents)),
        Column.GROSS: _held(totals.pledged_equivalents),
        Column.DEDUCTED: _held(sum((row.deducted_equivalents or Fraction() for row in rows), Fraction())),
        Column.NET: _held(totals.net_equivalents),
    }


def _held(value: Fraction | int | None) -> Held:
    return Nothing.EMPTY if value is None else Fraction(value)


def _eur(cents: int | None) -> Fraction | None:
    return None if cents is None else Fraction(cents, CENTS)
