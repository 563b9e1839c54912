"""What must hold for every derivation of the voluntary mechanism: it evaluates to its value, which is that shown."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import explain
from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryAssessment, VoluntaryRow, VoluntaryTotals
from tests.calc.derivations import check_one, eur

ROW_VALUES: dict[str, Callable[[VoluntaryRow], Any]] = {
    "relocations": lambda row: row.relocations,
    "financial": lambda row: eur(row.financial_cents),
    "project": lambda row: eur(row.project_cents),
    "kept_relocations": lambda row: row.kept_relocations.given,
    "kept_financial": lambda row: eur(row.kept_financial.given),
    "outstanding_relocations": lambda row: row.kept_relocations.open,
    "outstanding_financial": lambda row: eur(row.kept_financial.open),
    "supported": lambda row: row.supported,
    "delivered": lambda row: row.delivered,
}
NEED_VALUES: dict[str, Callable[[NeedFigures], Any]] = {
    "needed_relocations": lambda need: need.relocations.against,
    "needed_financial": lambda need: eur(need.financial.against),
    "pledged_relocations": lambda need: need.relocations.given,
    "pledged_financial": lambda need: eur(need.financial.given),
    "open_relocations": lambda need: need.relocations.open,
    "open_financial": lambda need: eur(need.financial.open),
}
TOTAL_VALUES: dict[str, Callable[[VoluntaryTotals], Any]] = {
    "relocations": lambda totals: totals.relocations.given,
    "financial": lambda totals: eur(totals.pledged_cents),
    "pledged_financial": lambda totals: eur(totals.financial.given),
    "project": lambda totals: eur(totals.project_cents),
    "kept_relocations": lambda totals: totals.kept_relocations.given,
    "kept_financial": lambda totals: eur(totals.kept_financial.given),
    "outstanding_relocations": lambda totals: totals.outstanding_relocations,
    "outstanding_financial": lambda totals: eur(totals.outstanding_cents),
    "needed_relocations": lambda totals: totals.relocations.against,
    "needed_financial": lambda totals: eur(totals.financial.against),
    "open_relocations": lambda totals: totals.unmet_relocations,
    "open_financial": lambda totals: eur(totals.unmet_cents),
    "supported": lambda totals: totals.supported,
    "delivered": lambda totals: totals.delivered,
    "ends": lambda totals: None if totals.ends is None else totals.ends.toordinal(),
}


def everything(assessment: VoluntaryAssessment) -> Iterator[tuple[Derivation, Any]]:
    """Each derivation with the value that it must have."""
    for row in assessment.rows:
        for figure, value in ROW_VALUES.items():
            yield explain(assessment, figure, row.code), value(row)
    for need in assessment.needs:
        for figure, needed in NEED_VALUES.items():
            yield explain(assessment, figure, need.benefitting), needed(need)
    for figure, total in TOTAL_VALUES.items():
        yield explain(assessment, figure), total(assessment.totals)
    for paid in incentives_of(assessment.forum):
        yield explain(assessment, "incentive", paid.code), Fraction(paid.total_cents, 100)


def check(assessment: VoluntaryAssessment) -> None:
    for derivation, value in everything(assessment):
        check_one(assessment, derivation, value)
