"""What stands in the workbook that is handed out, made from an assessment: all sheets, and those with figures."""

from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.models.interchange import state_hash
from desktop_app.models.table_cells import (
    FIGURES,
    NONE,
    NOTE,
    STATE,
    Cell,
    Column,
    Look,
    Sheet,
    before_exact,
    cents,
    eur,
    exact,
    percent,
    recorded,
    state_cells,
    texts,
)
from desktop_app.models.table_key import KEY_COLUMNS, key_cells
from desktop_app.models.table_registers import deadlines, deductions, findings, measures, readings
from desktop_app.models.table_said import said


def sheets(assessment: AnnualPoolAssessment) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook, in order."""
    return (
        pool(assessment),
        pledges(assessment),
        shares(assessment),
        said(assessment),
        measures(assessment),
        deductions(assessment),
        findings(assessment),
        deadlines(assessment),
        readings(assessment),
    )


def pool(assessment: AnnualPoolAssessment) -> Sheet:
    """Return the particulars of the forum and the figures of the pool."""
    forum, totals = assessment.forum, assessment.totals
    lines: list[tuple[str, Cell, str]] = [
        ("title", forum.title, ""),
        ("year", str(forum.year) if forum.year else None, ""),
        ("classification", forum.classification.marking, ""),
        ("adopted", forum.adopted, ""),
        ("number of the act", forum.adopted_act.number, ""),
        ("Official Journal", forum.adopted_act.official_journal, ""),
        ("shares", forum.shares_status.value, ""),
        ("reference number, relocations", forum.pool.relocations, ""),
        ("reference number, EUR", *cents(forum.pool.financial_cents)),
        ("EUR per relocation", *exact(totals.rate_eur)),
        ("sum of the rounded fair shares, relocations", totals.fair_share_relocations, ""),
        ("pledged, relocations", totals.pledged_relocations, ""),
        ("pledged, EUR", *cents(totals.pledged_financial_cents)),
        ("pledged, alternative measures in EUR", *cents(totals.pledged_alternative_cents)),
        ("pledged, equivalents", *exact(totals.pledged_equivalents)),
        ("states whose equivalents are not known", " ".join(totals.unknown_states) or NONE, ""),
        ("coverage, %", percent(totals.coverage, 2), ""),
        ("gap, relocations", totals.gap_relocations, ""),
        ("gap, EUR", *eur(totals.gap_eur)),
        ("net equivalents", *exact(totals.net_equivalents)),
        ("effective gap, relocations", totals.effective_gap_relocations, ""),
        ("30 % indicator (proposal of 2020, not law), %", percent(totals.shortfall, 2), ""),
        ("30 % indicator triggered", totals.shortfall_triggered, ""),
        ("state hash", state_hash(forum), ""),
        ("note", forum.note, ""),
    ]
    return Sheet("Pool", FIGURES, tuple(lines))


PLEDGE_COLUMNS: Final = (
    *STATE,
    Column("flags", Look.LISTED),
    Column("fair share, relocations", Look.PERSONS),
    Column("fair share, EUR", Look.EUR),
    Column("relocations", Look.PERSONS),
    Column("of which beneficiaries", Look.PERSONS),
    Column("financial contribution, EUR", Look.EUR),
    Column("alternative measures, EUR", Look.EUR),
    Column("equivalents", Look.DECIMAL),
    Column("coverage, %", Look.PERCENT_2),
    Column("gap, relocations", Look.PERSONS),
    Column("gap, EUR", Look.EUR),
    Column("deduction"),
    Column("granted deductions, equivalents", Look.DECIMAL),
    Column("net equivalents", Look.DECIMAL),
    Column("fair share, EUR, exact", Look.EXACT),
    Column("financial contribution, EUR, exact", Look.EXACT),
    Column("alternative measures, EUR, exact", Look.EXACT),
    Column("equivalents, exact", Look.EXACT),
    Column("gap, EUR, exact", Look.EXACT),
    Column("net equivalents, exact", Look.EXACT),
    Column("offsets planned", Look.PERSONS),
    Column("agreement on beneficiaries", Look.LONG_TEXT),
    NOTE,
)


def pledges(assessment: AnnualPoolAssessment) -> Sheet:
    """Return the pledge table: one row a state, then the totals; exact figures and notes are not printed."""
    rows = (*(_pledge_row(assessment, row) for row in assessment.rows), _pledge_total(assessment))
    printed = before_exact(PLEDGE_COLUMNS)
    return Sheet("Pledges", PLEDGE_COLUMNS, rows, kept_columns=len(STATE), printed_columns=printed)


def _pledge_row(assessment: AnnualPoolAssessment, row: Row) -> tuple[Cell, ...]:
    record = assessment.forum.state(row.code)
    pledge = record.pledge
    fair_eur, fair_eur_exact = eur(row.fair_share_eur)
    money, money_exact = cents(row.pledged_financial_cents)
    measured, measured_exact = cents(row.pledged_alternative_cents)
    equivalents, equivalents_exact = exact(row.equivalents)
    gap_eur, gap_eur_exact = eur(row.gap_eur)
    net, net_exact = exact(row.net_equivalents)
    return (
        *state_cells(row.code),
        " ".join(flag.value for flag in record.flags),
        row.fair_share_relocations,
        fair_eur,
        recorded(pledge.relocations, row.pledged_relocations),
        pledge.of_which_beneficiaries,
        recorded(pledge.financial_cents, money),
        recorded(pledge.alternative, measured),
        equivalents,
        percent(row.coverage, 2),
        row.gap_relocations,
        gap_eur,
        row.deduction_stage.value if row.deduction_stage else None,
        exact(row.deducted_equivalents)[0],
        net,
        *(fair_eur_exact, money_exact, measured_exact, equivalents_exact, gap_eur_exact, net_exact),
        pledge.offsets_planned,
        pledge.bilateral_agreement,
        pledge.note,
    )


def _pledge_total(assessment: AnnualPoolAssessment) -> tuple[Cell, ...]:
    totals = assessment.totals
    money, money_exact = cents(totals.pledged_financial_cents)
    measured, measured_exact = cents(totals.pledged_alternative_cents)
    equivalents, equivalents_exact = exact(totals.pledged_equivalents)
    gap_eur, gap_eur_exact = eur(totals.gap_eur)
    net, net_exact = exact(totals.net_equivalents)
    return (
        *(None, "Total", None),
        totals.fair_share_relocations,
        None,
        totals.pledged_relocations,
        None,
        *(money, measured, equivalents),
        percent(totals.coverage, 2),
        totals.gap_relocations,
        gap_eur,
        *(None, None),
        net,
        *("", money_exact, measured_exact, equivalents_exact, gap_eur_exact, net_exact),
        *(None, None, None),
    )


def shares(assessment: AnnualPoolAssessment) -> Sheet:
    """Return the reference key: data, shares, fair shares."""
    rows = [
        (
            *state_cells(row.code),
            row.in_key,
            *key_cells(assessment.forum, row.code, row.share),
            *texts(row.exact_fair_share),
            row.fair_share_relocations,
            *eur(row.fair_share_eur),
        )
        for row in assessment.rows
    ]
    columns = (
        *STATE,
        Column("in the key"),
        *KEY_COLUMNS,
        Column("fair share, relocations, exact", Look.EXACT),
        Column("fair share, relocations", Look.PERSONS),
        Column("fair share, EUR", Look.EUR),
        Column("fair share, EUR, exact", Look.EXACT),
    )
    return Sheet("Shares", columns, tuple(rows), kept_columns=len(STATE))
