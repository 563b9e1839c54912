"""What stands in the tables that are handed out: sheets of plain cells, made from an assessment.

A cell is a text, an integer, a decimal number, a date, a yes or no, or empty. Where a number of a
spreadsheet would lose something (cents of large amounts, fractions), a column beside it holds the exact
value as text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.assessment import Assessment, Row
from desktop_app.calc.exact import CENTS, PER_CENT, exact_text, fixed, money_text
from desktop_app.calc.forum import AlternativeMeasure, Deduction
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import ANNUAL_POOL
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.models.interchange import state_hash

Cell: TypeAlias = str | int | Decimal | date | bool | None

NOTHING_RECORDED: Final = "nothing recorded"
NONE: Final = "none"


class Look(Enum):
    """How the cells of a column look."""

    TEXT = "text"
    LONG_TEXT = "long text"
    LISTED = "a few words"
    PERSONS = "persons"
    EUR = "EUR"
    DECIMAL = "decimal"
    PERCENT_2 = "percent, two decimals"
    PERCENT_4 = "percent, four decimals"
    DAY = "day"
    EXACT = "exact value as text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands above it and how its cells look."""

    header: str
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        title: name of the sheet.
        columns: its columns.
        rows: its rows, each as long as ``columns``.
        kept_columns: how many columns at the left stay in sight.
        printed_columns: how many columns from the left are printed; 0 prints all.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kept_columns: int = 0
    printed_columns: int = 0


_STATE: Final = (Column("code"), Column("Member State"))


def sheets(assessment: Assessment) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook, in order."""
    return (
        pool(assessment),
        pledges(assessment),
        shares(assessment),
        measures(assessment),
        deductions(assessment),
        findings(assessment),
        deadlines(assessment),
        readings(assessment),
    )


def pool(assessment: Assessment) -> Sheet:
    """Return the particulars of the forum and the figures of the pool."""
    forum, totals = assessment.forum, assessment.totals
    lines: list[tuple[str, Cell, str]] = [
        ("title", forum.title, ""),
        ("year", str(forum.year) if forum.year else None, ""),
        ("classification", forum.classification.marking, ""),
        ("adopted", forum.adopted, ""),
        ("shares", forum.shares_status.value, ""),
        ("reference number, relocations", forum.pool.relocations, ""),
        ("reference number, EUR", *_cents(forum.pool.financial_cents)),
        ("EUR per relocation", *_exact(totals.rate_eur)),
        ("sum of the rounded fair shares, relocations", totals.fair_share_relocations, ""),
        ("pledged, relocations", totals.pledged_relocations, ""),
        ("pledged, EUR", *_cents(totals.pledged_financial_cents)),
        ("pledged, alternative measures in EUR", *_cents(totals.pledged_alternative_cents)),
        ("pledged, equivalents", *_exact(totals.pledged_equivalents)),
        ("states whose equivalents are not known", " ".join(totals.unknown_states) or NONE, ""),
        ("coverage, %", _percent(totals.coverage, 2), ""),
        ("gap, relocations", totals.gap_relocations, ""),
        ("gap, EUR", *_eur(totals.gap_eur)),
        ("net equivalents", *_exact(totals.net_equivalents)),
        ("effective gap, relocations", totals.effective_gap_relocations, ""),
        ("30 % indicator (proposal of 2020, not law), %", _percent(totals.shortfall, 2), ""),
        ("30 % indicator triggered", totals.shortfall_triggered, ""),
        ("state hash", state_hash(forum), ""),
        ("note", forum.note, ""),
    ]
    columns = (Column("figure", Look.LONG_TEXT), Column("value", Look.LONG_TEXT), Column("exact", Look.EXACT))
    return Sheet("Pool", columns, tuple(lines))


PLEDGE_COLUMNS: Final = (
    *_STATE,
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
    Column("agreement on beneficiaries", Look.LONG_TEXT),
    Column("note", Look.LONG_TEXT),
)


def pledges(assessment: Assessment) -> Sheet:
    """Return the pledge table: one row a state, then the totals; exact figures and notes are not printed."""
    rows = (*(_pledge_row(assessment, row) for row in assessment.rows), _pledge_total(assessment))
    printed = next(number for number, column in enumerate(PLEDGE_COLUMNS) if column.look is Look.EXACT)
    return Sheet("Pledges", PLEDGE_COLUMNS, rows, kept_columns=len(_STATE), printed_columns=printed)


def _pledge_row(assessment: Assessment, row: Row) -> tuple[Cell, ...]:
    record = assessment.forum.state(row.code)
    pledge = record.pledge
    fair_eur, fair_eur_exact = _eur(row.fair_share_eur)
    money, money_exact = _cents(row.pledged_financial_cents)
    measured, measured_exact = _cents(row.pledged_alternative_cents)
    equivalents, equivalents_exact = _exact(row.equivalents)
    gap_eur, gap_eur_exact = _eur(row.gap_eur)
    net, net_exact = _exact(row.net_equivalents)
    return (
        *_state(row.code),
        " ".join(flag.value for flag in record.flags),
        row.fair_share_relocations,
        fair_eur,
        recorded(pledge.relocations, row.pledged_relocations),
        pledge.of_which_beneficiaries,
        recorded(pledge.financial_cents, money),
        recorded(pledge.alternative, measured),
        equivalents,
        _percent(row.coverage, 2),
        row.gap_relocations,
        gap_eur,
        row.deduction_stage.value if row.deduction_stage else None,
        _exact(row.deducted_equivalents)[0],
        net,
        *(fair_eur_exact, money_exact, measured_exact, equivalents_exact, gap_eur_exact, net_exact),
        pledge.bilateral_agreement,
        pledge.note,
    )


def _pledge_total(assessment: Assessment) -> tuple[Cell, ...]:
    totals = assessment.totals
    money, money_exact = _cents(totals.pledged_financial_cents)
    measured, measured_exact = _cents(totals.pledged_alternative_cents)
    equivalents, equivalents_exact = _exact(totals.pledged_equivalents)
    gap_eur, gap_eur_exact = _eur(totals.gap_eur)
    net, net_exact = _exact(totals.net_equivalents)
    return (
        *(None, "Total", None),
        totals.fair_share_relocations,
        None,
        totals.pledged_relocations,
        None,
        *(money, measured, equivalents),
        _percent(totals.coverage, 2),
        totals.gap_relocations,
        gap_eur,
        *(None, None),
        net,
        *("", money_exact, measured_exact, equivalents_exact, gap_eur_exact, net_exact),
        *(None, None),
    )


def shares(assessment: Assessment) -> Sheet:
    """Return the reference key: data, shares, fair shares."""
    key = {state.code: state for state in assessment.forum.key.states}
    adopted = dict(assessment.forum.key.adopted_shares)
    rows: list[tuple[Cell, ...]] = []
    for row in assessment.rows:
        state = key.get(row.code)
        gdp, gdp_exact = _cents(state.gdp if state else None)
        rows.append(
            (
                *_state(row.code),
                row.in_key,
                state.population if state else None,
                *(gdp, gdp_exact),
                row.code in adopted,
                _percent(row.share, 4),
                *_texts(row.share, row.exact_fair_share),
                row.fair_share_relocations,
                *_eur(row.fair_share_eur),
            )
        )
    columns = (
        *_STATE,
        Column("in the key"),
        Column("population", Look.PERSONS),
        Column("GDP, million EUR", Look.EUR),
        Column("GDP, million EUR, exact", Look.EXACT),
        Column("adopted share"),
        Column("share, %", Look.PERCENT_4),
        Column("share, exact", Look.EXACT),
        Column("fair share, relocations, exact", Look.EXACT),
        Column("fair share, relocations", Look.PERSONS),
        Column("fair share, EUR", Look.EUR),
        Column("fair share, EUR, exact", Look.EXACT),
    )
    return Sheet("Shares", columns, tuple(rows), kept_columns=len(_STATE))


def measures(assessment: Assessment) -> Sheet:
    """Return the alternative solidarity measures, one a row."""
    columns = (
        *_STATE,
        Column("description", Look.LONG_TEXT),
        Column("kind"),
        Column("value, EUR", Look.EUR),
        Column("value, EUR, exact", Look.EXACT),
        Column("method", Look.LONG_TEXT),
        Column("identified in the proposal"),
    )
    rows = [
        (*_state(record.code), *_measure(each))
        for record in assessment.forum.states
        if isinstance(record.pledge.alternative, tuple)
        for each in record.pledge.alternative
    ]
    return Sheet("Measures", columns, tuple(rows), kept_columns=len(_STATE))


def _measure(measure: AlternativeMeasure) -> tuple[Cell, ...]:
    return (
        measure.description,
        measure.kind.value if measure.kind else None,
        *_cents(measure.value_cents),
        measure.method,
        measure.identified_in_proposal,
    )


def deductions(assessment: Assessment) -> Sheet:
    """Return the deductions, one a row, whatever their stage."""
    columns = (
        *_STATE,
        Column("article"),
        Column("stage"),
        Column("self-declared"),
        Column("extent"),
        Column("relocations", Look.PERSONS),
        Column("financial contribution, EUR", Look.EUR),
        Column("financial contribution, EUR, exact", Look.EXACT),
        Column("alternative measures, EUR", Look.EUR),
        Column("alternative measures, EUR, exact", Look.EXACT),
        *(Column(stage, Look.DAY) for stage in ("announced", "requested", "assessed", "decided")),
        Column("act", Look.LONG_TEXT),
        Column("note", Look.LONG_TEXT),
    )
    rows = [
        (*_state(record.code), *_deduction(each)) for record in assessment.forum.states for each in record.deductions
    ]
    return Sheet("Deductions", columns, tuple(rows), kept_columns=len(_STATE))


def _deduction(deduction: Deduction) -> tuple[Cell, ...]:
    extent = deduction.extent
    return (
        deduction.basis.value,
        deduction.stage.value,
        deduction.self_declared,
        "amounts" if extent else "full",
        extent.relocations if extent else None,
        *_cents(extent.financial_cents if extent else None),
        *_cents(extent.alternative_cents if extent else None),
        *(deduction.announced, deduction.requested, deduction.assessed, deduction.decided),
        deduction.act,
        deduction.note,
    )


def findings(assessment: Assessment) -> Sheet:
    """Return the findings, gravest first."""
    columns = (
        Column("severity"),
        Column("rule"),
        Column("state"),
        Column("finding", Look.LONG_TEXT),
        Column("reference", Look.LISTED),
        Column("status"),
    )
    rows = [
        (each.severity.value, each.rule, each.state, each.message, each.reference, each.status.value)
        for each in assessment.findings
    ]
    return Sheet("Findings", columns, tuple(rows))


def deadlines(assessment: Assessment) -> Sheet:
    """Return the time limits, by date."""
    columns = (
        Column("due", Look.DAY),
        Column("rule"),
        Column("state"),
        Column("what", Look.LONG_TEXT),
        Column("started by", Look.LONG_TEXT),
        Column("reference", Look.LISTED),
    )
    rows = [
        (date.fromisoformat(each.due), each.rule, each.state, each.what, each.started_by, each.reference)
        for each in assessment.deadlines
    ]
    return Sheet("Deadlines", columns, tuple(rows))


def readings(assessment: Assessment) -> Sheet:
    """Return the readings in force, each with what it means and why it is needed."""
    columns = (
        Column("reading", Look.LISTED),
        Column("in force", Look.LISTED),
        Column("meaning", Look.LONG_TEXT),
        Column("default", Look.LISTED),
        Column("reference", Look.LISTED),
        Column("why", Look.LONG_TEXT),
    )
    rows = [
        (
            each.name,
            assessment.readings[each.name],
            each.choices.get(assessment.readings[each.name], each.title),
            each.default,
            each.reference,
            each.why,
        )
        for each in ANNUAL_POOL
    ]
    return Sheet("Readings", columns, tuple(rows))


def recorded(cell: Recorded[object], value: Cell) -> Cell:
    """Return what a pledge's cell shows: its value, or in words that there is none."""
    if cell is ABSENT:
        return NOTHING_RECORDED
    return NONE if cell is None else value


def _state(code: str) -> tuple[str, str]:
    return code, name_of(code)


def _percent(ratio: Fraction | None, decimals: int) -> Decimal | None:
    return None if ratio is None else Decimal(fixed(ratio * PER_CENT, decimals))


def _cents(cents: int | None) -> tuple[Decimal | None, str]:
    return (None, "") if cents is None else (Decimal(cents) / CENTS, money_text(cents))


def _eur(value: Fraction | None) -> tuple[Decimal | None, str]:
    return (None, "") if value is None else (Decimal(fixed(value, 2)), fixed(value, 2))


def _exact(value: Fraction | None) -> tuple[Decimal | None, str]:
    return (None, "") if value is None else (Decimal(fixed(value, 6)), exact_text(value))


def _texts(*values: Fraction | None) -> Iterator[str]:
    for value in values:
        yield "" if value is None else exact_text(value)
