"""What ``check`` prints of an annual pool for people: head, pool, states."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.forum import SharesStatus
from desktop_app.calc.member_states import name_of
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.wording import HARD
from desktop_app.cli.report_parts import (
    NONE,
    NOT_KNOWN,
    NOTHING_RECORDED,
    OUTSIDE,
    amount,
    cents,
    entries,
    eur,
    percent,
    persons,
    shortfall_percent,
    table,
    title_lines,
)

_HEADERS: Final = ("", "share %", "fair share", "reloc.", "EUR", "measures EUR", "equiv.", "cover %", "gap")


def annual_pool_blocks(assessment: Assessment) -> tuple[list[str], ...]:
    """Return what is printed before findings and time limits."""
    figures = AnnualPoolAssessment.of(assessment)
    return _head(figures), _pool(figures), _states(figures)


def _head(assessment: AnnualPoolAssessment) -> list[str]:
    forum = assessment.forum
    adopted = f"adopted {forum.adopted.isoformat()}" if forum.adopted else "not adopted"
    estimate = " · shares are an estimate" if forum.shares_status is SharesStatus.ESTIMATE else ""
    return [
        *title_lines(forum),
        f"{forum.classification.marking} · {adopted}{estimate}",
    ]


def _pool(assessment: AnnualPoolAssessment) -> list[str]:
    pool, totals = assessment.forum.pool, assessment.totals
    known = f"{wording.number(totals.pledged_equivalents)} of {persons(pool.relocations)}"
    unknown = f"; not known for {' '.join(totals.unknown_states)}" if totals.unknown_states else ""
    triggered = "triggered" if totals.shortfall_triggered else "not triggered"
    shortfall = (
        "not known" if totals.shortfall is None else f"{shortfall_percent(totals.shortfall)}{HARD}%, {triggered}"
    )
    numbers = f"{persons(pool.relocations)} relocations or {cents(pool.financial_cents)}"
    pledged = f"{persons(totals.pledged_relocations)} relocations, {cents(totals.pledged_financial_cents)}"
    effective = f"on net pledges without benefitting states {persons(totals.effective_gap_relocations)}"
    said = {
        "reference numbers": f"{numbers} ({eur(totals.rate_eur)} per relocation)",
        "rounded fair shares": f"{persons(totals.fair_share_relocations)} relocations together",
        "pledged": f"{pledged}, alternative measures of {cents(totals.pledged_alternative_cents)}",
        "equivalents": f"{known} ({percent(totals.coverage, 2)}{HARD}%){unknown}",
        "gap": f"{persons(totals.gap_relocations)} relocations ({eur(totals.gap_eur)}); {effective}",
        "30 % indicator": f"{shortfall} (proposal of 2020, not law)",
    }
    return entries(said.items())


def _states(assessment: AnnualPoolAssessment) -> list[str]:
    rows = [_HEADERS, *(_cells(assessment, row) for row in assessment.rows), _total_cells(assessment)]
    legend = f"{NOTHING_RECORDED} nothing recorded   {NOT_KNOWN} not known   {OUTSIDE} outside the key"
    return [*table(rows), legend]


def _cells(assessment: AnnualPoolAssessment, row: Row) -> tuple[str, ...]:
    pledge = assessment.forum.state(row.code).pledge
    unknown, nothing = (NOT_KNOWN, NOTHING_RECORDED) if row.in_key else (OUTSIDE, OUTSIDE)
    return (
        f"{row.code} {name_of(row.code)}",
        percent(row.share, 4, unknown),
        persons(row.fair_share_relocations, unknown),
        _pledged(pledge.relocations, persons(row.pledged_relocations), nothing),
        _pledged(pledge.financial_cents, amount(row.pledged_financial_cents), nothing),
        _pledged(pledge.alternative, amount(row.pledged_alternative_cents), nothing),
        unknown if row.equivalents is None else wording.number(row.equivalents),
        percent(row.coverage, 2, unknown),
        persons(row.gap_relocations, unknown),
    )


def _total_cells(assessment: AnnualPoolAssessment) -> tuple[str, ...]:
    totals = assessment.totals
    return (
        "Total",
        "",
        persons(totals.fair_share_relocations),
        persons(totals.pledged_relocations),
        amount(totals.pledged_financial_cents),
        amount(totals.pledged_alternative_cents),
        wording.number(totals.pledged_equivalents),
        percent(totals.coverage, 2),
        persons(totals.gap_relocations),
    )


def _pledged(cell: Recorded[object], value: str, nothing: str) -> str:
    if cell is ABSENT:
        return nothing
    return NONE if cell is None else value
