"""The contributions of a forum on search and rescue as rows of comma-separated values: codes and figures only."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.exact import PER_CENT
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.models.table_csv import decimal, fixed_text, yes_or_no

RESPONSE_CSV_COLUMNS: Final[tuple[str, ...]] = (
    "code",
    "member_state",
    "benefitting",
    "share_percent",
    "key_number",
    "asked",
    "plan",
    "revision",
    "pledged",
    "claimed",
    "half",
    "added",
    "unsaid",
    "raised",
    "relocations",
    "sponsorship",
    "measures",
    "set_by_commission",
    "classification",
    "fingerprint",
)
"""Names of the interchange format where it has one. The last row is the procedure's, its code empty."""


def response_rows(assessment: SearchAndRescueAssessment) -> Iterator[tuple[object, ...]]:
    """Yield a row for each participating state and the procedure's last, without classification and fingerprint."""
    for row in assessment.rows:
        yield _state_cells(row)
    totals = assessment.totals
    yield (
        *("", "Total", "", ""),
        *(totals.relocations, totals.asked, "", "", totals.pledged, decimal(totals.claimed)),
        *("", "", "", ""),
        *(totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_measures, ""),
    )


def _state_cells(row: ResponseRow) -> tuple[object, ...]:
    return (
        row.code,
        name_of(row.code),
        yes_or_no(row.benefitting),
        fixed_text(row.share, 4, PER_CENT),
        *(row.key_number, row.asked, row.standing.value, row.plan.revision if row.plan else ""),
        *(row.pledged, decimal(row.claimed), row.half, row.added, row.unsaid, row.raised),
        *(row.relocations, row.sponsorship, row.measures),
        yes_or_no(row.set_by_commission),
    )
