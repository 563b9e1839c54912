"""The signatories of a forum on voluntary solidarity as rows of comma-separated values: codes and figures only."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.exact import money_text
from desktop_app.calc.member_states import name_of
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment
from desktop_app.models.table_csv import yes_or_no

VOLUNTARY_CSV_COLUMNS: Final[tuple[str, ...]] = (
    "code",
    "signatory",
    "takes_part",
    "relocations",
    "kept_relocations",
    "outstanding_relocations",
    "financial_eur",
    "project_eur",
    "kept_financial_eur",
    "outstanding_financial_eur",
    "supported",
    "delivered",
    "classification",
    "fingerprint",
)
"""Names of the interchange format where it has one. The last row is the mechanism's, its code empty."""


def voluntary_rows(assessment: VoluntaryAssessment) -> Iterator[tuple[object, ...]]:
    """Yield a row for each signatory and the mechanism's last, without classification and fingerprint."""
    for row in assessment.rows:
        head = row.code, name_of(row.code), yes_or_no(row.takes_part)
        yield (
            *head,
            *_held(row.kept_relocations, row.kept_financial, row.project_cents),
            *(row.supported, row.delivered),
        )
    totals = assessment.totals
    yield (
        *("", "Total", ""),
        *_held(totals.kept_relocations, totals.kept_financial, totals.project_cents),
        *(totals.supported, totals.delivered),
    )


def _held(relocations: Held, financial: Held, project_cents: int) -> tuple[object, ...]:
    return (
        *(relocations.against, relocations.given, relocations.open),
        *(_money(financial.against), money_text(project_cents), money_text(financial.given), _money(financial.open)),
    )


def _money(cents: int | None) -> str:
    return "" if cents is None else money_text(cents)
