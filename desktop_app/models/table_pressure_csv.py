"""The contributions of a forum on migratory pressure as rows of comma-separated values: codes and figures only."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.exact import PER_CENT
from desktop_app.calc.member_states import name_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.models.table_csv import decimal, fixed_text, yes_or_no

PRESSURE_CSV_COLUMNS: Final[tuple[str, ...]] = (
    "code",
    "member_state",
    "benefitting",
    "share_percent",
    "key_number",
    "asked",
    "plan",
    "revision",
    "covered",
    "claimed",
    "half",
    "reduced_by",
    "redistributed",
    "credited",
    "relocations",
    "sponsorship",
    "beneficiaries",
    "measures",
    "set_by_commission",
    "reduction_eligible",
    "classification",
    "fingerprint",
)
"""Names of the interchange format where it has one; ``reduced_by`` is its ``reduction`` without the sign, which a
spreadsheet might run. The last row is the procedure's, its code empty."""


def pressure_rows(assessment: PressureAssessment) -> Iterator[tuple[object, ...]]:
    """Yield a row for each participating state and the procedure's last, without classification and fingerprint."""
    for row in assessment.rows:
        yield _state_cells(row)
    totals = assessment.totals
    yield (
        *("", "Total", "", "", totals.total, totals.asked, "", ""),
        *(decimal(totals.covered), decimal(totals.claimed), ""),
        *(decimal(-totals.reduction), decimal(-totals.reduction), decimal(totals.credited)),
        *(totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_beneficiaries, totals.fixed_measures),
        *("", ""),
    )


def _state_cells(row: PressureRow) -> tuple[object, ...]:
    return (
        row.code,
        name_of(row.code),
        yes_or_no(not row.is_asked),
        fixed_text(row.share, 4, PER_CENT),
        *(row.key_number, row.asked, row.standing.value, row.plan.revision if row.plan else ""),
        *(decimal(row.covered), decimal(row.claimed), decimal(row.half)),
        *(decimal(-row.reduction), decimal(row.redistributed), decimal(row.credited)),
        *(row.relocations, row.sponsorship, row.beneficiaries, row.measures),
        *(yes_or_no(row.set_by_commission), yes_or_no(row.reduction_eligible)),
    )
