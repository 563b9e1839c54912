"""The cells of the totals row, and the note under it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.exact import fixed, money_text
from desktop_app.calc.readings.annual_pool import ROUNDING
from desktop_app.calc.sentences import ours
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, HEADINGS, OPTIONAL, Column
from desktop_app.views.pledge_table.extra import HIDDEN, eur_cell
from desktop_app.views.pledge_table.sums import summary_cell
from desktop_app.views.typed_table.cells import Cell, Look, Token
from desktop_app.views.typed_table.layout import Measure

SO_FAR: Final = marked("so far")
"""Stands beside totals of complete pledges while some are open."""


def totals_cells(
    assessment: AnnualPoolAssessment,
    listed: Collection[Column] = DEFAULT_COLUMNS,
    states: Sequence[Sequence[Cell]] = (),
) -> tuple[Cell, ...]:
    """Return the cells of the totals row, one for each :class:`Column`.

    Args:
        assessment: the figures of the pool.
        listed: the columns that are shown.
        states: the cells of every Member State; optional columns without a figure of the pool are added up.
    """
    totals = assessment.totals
    cells = {
        Column.MEMBER_STATE: Cell(Look.NAME, tr("Total"), sort=tr("Total")),
        Column.FLAGS: _open_states(totals.unknown_states),
        Column.SHARE: Cell(Look.TEXT),
        Column.FAIR_SHARE: _number(totals.fair_share_relocations),
        Column.RELOCATIONS: _number(totals.pledged_relocations),
        Column.FINANCIAL: _money(totals.pledged_financial_cents),
        Column.ALTERNATIVE: _money(totals.pledged_alternative_cents),
        Column.EQUIVALENTS: _number(totals.pledged_equivalents),
        Column.COVERAGE: _coverage(totals.coverage, is_final=not totals.unknown_states),
        Column.GAP: _number(totals.gap_relocations),
        Column.DEDUCTION: Cell(Look.TEXT),
        Column.NET: _number(totals.net_equivalents),
        **_optional(assessment, listed, states),
    }
    if totals.gap_eur:
        money = wording.money_of(totals.gap_eur)
        cells[Column.GAP] = replace(cells[Column.GAP], about=tr("or {money}", money=money))
    if totals.unknown_states:
        for column in (Column.EQUIVALENTS, Column.COVERAGE, Column.GAP, Column.NET):
            cell = cells[column]
            told = f"{cell.about}\n" if cell.about else ""
            cell = replace(cell, about=told + _only_complete(len(totals.unknown_states)))
            # The coverage says so with its own word.
            is_number = cell.look is Look.NUMBER
            cells[column] = replace(cell, aside=SO_FAR, spoken=f"{cell.spoken}, {tr(SO_FAR)}") if is_number else cell
    cells[Column.FAIR_SHARE] = replace(cells[Column.FAIR_SHARE], about=rounding_note(assessment))
    return tuple(_finished(column, cells[column]) for column in Column)


def _optional(
    assessment: AnnualPoolAssessment, listed: Collection[Column], states: Sequence[Sequence[Cell]]
) -> dict[Column, Cell]:
    if OPTIONAL.isdisjoint(listed):
        return dict.fromkeys(OPTIONAL, HIDDEN)
    cells: dict[Column, Cell] = {}
    for column in OPTIONAL:
        if column not in listed or HEADINGS[column].measure is Measure.NOTHING:
            cells[column] = HIDDEN
        elif column is Column.GAP_EUR:
            cells[column] = eur_cell(assessment.totals.gap_eur)
        else:
            cells[column] = replace(summary_cell(column, "", [row[column] for row in states]), summary=False)
    return cells


def rounding_note(assessment: AnnualPoolAssessment) -> str:
    """Say that the rounded fair shares exceed the reference number, where they do; else nothing."""
    reference, total = assessment.forum.pool.relocations, assessment.totals.fair_share_relocations
    if reference is None or total is None or total <= reference:
        return ""
    rounding = ours(ROUNDING.choices[assessment.readings[ROUNDING.name]])
    above = wording.persons(total - reference)
    return tr(
        "The fair shares add up to {total}, {above} more than the reference number {reference} (reading "
        "“rounding”: {rounding}).",
        total=wording.persons(total),
        above=above,
        reference=wording.persons(reference),
        rounding=rounding,
    )


def _finished(column: Column, cell: Cell) -> Cell:
    if cell is HIDDEN:
        return cell
    spoken = ", ".join(shown(part) for part in (tr("Total"), HEADINGS[column].spoken, cell.spoken) if part)
    return replace(
        cell, spoken=tr("Total") if column is Column.MEMBER_STATE else spoken, copied=cell.copied or cell.text
    )


def _open_states(codes: tuple[str, ...]) -> Cell:
    if not codes:
        return Cell(Look.TEXT, spoken=tr("nothing open"))
    count = tr("1 state open") if len(codes) == 1 else tr("{count} states open", count=len(codes))
    about = tr("Not everything is recorded for {listed}: the totals count what is known.", listed=wording.listed(codes))
    return Cell(Look.TOKENS, count, spoken=count, about=about, tokens=(Token("unknown", count, "unknown"),))


def _only_complete(count: int) -> str:
    one, several = (
        marked("Counts complete pledges only: 1 state is still open."),
        marked("Counts complete pledges only: {count} states are still open."),
    )
    return tr(one) if count == 1 else tr(several, count=count)


def _number(value: int | Fraction | None) -> Cell:
    if value is None:
        return Cell(Look.OPEN, tr("open"), spoken=tr("not known"))
    plain = fixed(value, 0 if value.denominator == 1 else 2)
    text = wording.grouped(plain)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=value)


def _money(cents: int) -> Cell:
    plain = money_text(cents).removesuffix(".00")
    text = wording.grouped(plain)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=cents)


def _coverage(coverage: Fraction | None, *, is_final: bool) -> Cell:
    if coverage is None:
        return Cell(Look.COVERAGE, spoken=tr("not known"), tokens=(Token("unknown", tr("open"), "unknown"),))
    text = wording.percent(coverage)
    token = Token("ok", tr("met"), "ok") if coverage >= 1 else Token("info", tr("below"), "info")
    if coverage < 1 and not is_final:
        token = Token("unknown", SO_FAR, "unknown")
    spoken = tr("{value} of the reference number, {word}", value=text, word=token.word)
    return Cell(
        Look.COVERAGE,
        text,
        spoken=spoken,
        copied=fixed(coverage * 100, 2),
        sort=coverage,
        tokens=(token,),
        ratio=coverage,
    )
