"""What ``check`` prints of voluntary solidarity for people: head, sums, signatories, needs, groups."""

from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.member_states import name_of
from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryAssessment, VoluntaryRow
from desktop_app.calc.wording import HARD
from desktop_app.cli.report_parts import (
    NOT_KNOWN,
    OUTSIDE,
    amount,
    cents,
    entries,
    percent,
    persons,
    table,
    title_lines,
)
from desktop_app.cli.report_solidarity import solidarity_blocks

_HEADERS: Final = ("", "reloc.", "kept", "EUR", "of which projects", "paid EUR", "support", "delivered")
_NEEDS: Final = ("Needs of", "reloc.", "pledged", "open", "kept", "EUR", "pledged EUR", "open EUR")


def voluntary_blocks(assessment: Assessment) -> tuple[list[str], ...]:
    """Return what is printed before findings and time limits."""
    figures = VoluntaryAssessment.of(assessment)
    return _head(figures), _sums(figures), _states(figures), _needs(figures), *solidarity_blocks(assessment)


def _head(assessment: VoluntaryAssessment) -> list[str]:
    forum, ends = assessment.forum, assessment.totals.ends
    mechanism = forum.voluntary.mechanism
    started = "not started" if mechanism.started is None else f"from {mechanism.started.isoformat()}"
    until = "" if ends is None else f" to {ends.isoformat()}"
    return [
        *title_lines(forum),
        f"{forum.classification.marking} · {started}{until}",
        f"Coordinated by: {mechanism.platform or NOT_KNOWN}",
        "Voluntary solidarity: no key and no obligation",
    ]


def _sums(assessment: VoluntaryAssessment) -> list[str]:
    totals = assessment.totals
    relocations, money = totals.relocations, totals.financial
    said = {
        "signatories": f"{totals.signatories} take part",
        "needed": f"{persons(relocations.against)} relocations, {cents(money.against)}",
        "pledged": f"{persons(relocations.given)} relocations ({percent(relocations.part, 2)}{HARD}%), "
        f"{cents(money.given)}; {cents(totals.project_cents)} more for projects, which fill no need",
        "still open": f"{persons(totals.unmet_relocations)} relocations, {cents(totals.unmet_cents)}",
        "for nobody named": f"{persons(totals.open_relocations)} relocations, {cents(totals.open_cents)}",
        "kept": f"{persons(totals.kept_relocations.given)} relocations "
        f"({percent(totals.kept_relocations.part, 2)}{HARD}%), {cents(totals.kept_financial.given)}",
        "support plans": f"{persons(totals.supported)} persons, {persons(totals.delivered)} delivered",
    }
    return entries(said.items())


def _states(assessment: VoluntaryAssessment) -> list[str]:
    totals = assessment.totals
    sums = (
        "Total",
        persons(totals.relocations.given),
        persons(totals.kept_relocations.given),
        amount(totals.pledged_cents),
        amount(totals.project_cents),
        amount(totals.kept_financial.given),
        persons(totals.supported),
        persons(totals.delivered),
    )
    return [*table([_HEADERS, *(_cells(row) for row in assessment.rows), sums]), "* does not take part"]


def _cells(row: VoluntaryRow) -> tuple[str, ...]:
    return (
        f"{row.code} {name_of(row.code)}{'' if row.takes_part else '*'}",
        persons(row.relocations),
        persons(row.kept_relocations.given),
        amount(row.financial_cents),
        amount(row.project_cents),
        amount(row.kept_financial.given),
        persons(row.supported),
        persons(row.delivered),
    )


def _needs(assessment: VoluntaryAssessment) -> list[str]:
    rows = [_NEEDS, *(_need(need) for need in assessment.needs)]
    return [*table(rows), f"{OUTSIDE} no number given"] if assessment.needs else []


def _need(need: NeedFigures) -> tuple[str, ...]:
    money = need.financial
    return (
        f"{need.benefitting} {name_of(need.benefitting)}",
        persons(need.relocations.against, OUTSIDE),
        persons(need.relocations.given),
        persons(need.relocations.open, OUTSIDE),
        persons(need.kept_relocations),
        OUTSIDE if money.against is None else amount(money.against),
        amount(money.given),
        OUTSIDE if money.open is None else amount(money.open),
    )
