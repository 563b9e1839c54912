"""The rows under the table of plans: the contributing states, what nobody is asked for, what the pledges cover."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shortfall_shown import is_above, percent_words
from desktop_app.views.plan_table.columns import HEADINGS, Column
from desktop_app.views.plan_table.rows import after
from desktop_app.views.typed_table.cells import Cell, Look, Token, number_cell
from desktop_app.views.typed_table.sums import added, plain_sum


class TotalsRow(IntEnum):
    """The rows under the table."""

    ASKED = 0
    NOT_ASKED = 1
    COVERED = 2


FIGURES: Final[Mapping[tuple[int, int], str]] = {
    (TotalsRow.NOT_ASKED, Column.KEY_NUMBER): "not_asked",
    (TotalsRow.COVERED, Column.KEY_NUMBER): "coverage_percent",
    (TotalsRow.COVERED, Column.ASKED): "coverage_of_asked_percent",
}
"""Ids of the figures in the rows after the first, whose ids stand in the headings."""
_TITLES: Final = {
    TotalsRow.ASKED: "Contributing states",
    TotalsRow.NOT_ASKED: "Nobody is asked for",
    TotalsRow.COVERED: "Covered by the pledges",
}
_ABOUT: Final = {
    TotalsRow.ASKED: "What is asked of the contributing Member States, and what their plans and the act come to.",
    TotalsRow.NOT_ASKED: (
        "The part of the Member States of disembarkation: it is in the key, and nobody is asked for it (Art. 47(3))."
    ),
    TotalsRow.COVERED: "What the relocations pledged come to: of the report's total, and of what is asked.",
}
_BLANK: Final = Cell(Look.TEXT)
_ADDED: Final = (Column.SHARE, Column.VULNERABLE, Column.MISSING, Column.COVER)


def totals_cells(assessment: SearchAndRescueAssessment, rows: Sequence[Sequence[Cell]]) -> list[tuple[Cell, ...]]:
    """Return the cells of the rows under the table, a row for each :class:`TotalsRow`.

    Args:
        assessment: the figures of the procedure.
        rows: the cells of the participating states, in the order of the assessment.
    """
    found: dict[TotalsRow, dict[Column, Cell]] = (
        _rows(assessment, rows) if assessment.rows else {row: {} for row in TotalsRow}
    )
    return [tuple(_finished(row, column, found[row].get(column, _BLANK)) for column in Column) for row in TotalsRow]


def _rows(assessment: SearchAndRescueAssessment, rows: Sequence[Sequence[Cell]]) -> dict[TotalsRow, dict[Column, Cell]]:
    return {
        TotalsRow.ASKED: _asked(assessment, rows),
        TotalsRow.NOT_ASKED: _not_asked(assessment, rows),
        TotalsRow.COVERED: _covered(assessment),
    }


def _finished(row: TotalsRow, column: Column, cell: Cell) -> Cell:
    if column is Column.MEMBER_STATE:
        return Cell(Look.NAME, _TITLES[row], spoken=_TITLES[row], about=_ABOUT[row], copied=_TITLES[row], summary=True)
    if cell is _BLANK:
        return cell
    spoken = ", ".join((_TITLES[row], HEADINGS[column].spoken, cell.spoken))
    return Cell(
        cell.look,
        cell.text,
        spoken,
        cell.about,
        cell.copied,
        cell.sort,
        cell.tokens,
        cell.aside,
        ratio=cell.ratio,
    )


def _asked(assessment: SearchAndRescueAssessment, rows: Sequence[Sequence[Cell]]) -> dict[Column, Cell]:
    totals = assessment.totals
    given = [cells for row, cells in zip(assessment.rows, rows, strict=True) if not row.benefitting]
    cells = {column: _sum(column, given) for column in _ADDED}
    figures = {
        Column.ASKED: totals.asked,
        Column.RELOCATIONS: totals.pledged,
        Column.MEASURES: totals.claimed,
        Column.FIXED_RELOCATIONS: totals.fixed_relocations,
        Column.FIXED_SPONSORSHIP: totals.fixed_sponsorship,
        Column.FIXED_MEASURES: totals.fixed_measures,
    }
    return {
        **cells,
        **{column: number_cell(value) for column, value in figures.items()},
        Column.KEY_NUMBER: _key_sum([row for row in assessment.rows if not row.benefitting]),
        Column.REFERENCE: _waiting(assessment),
        Column.PART: _test(assessment),
    }


def _sum(column: Column, rows: Sequence[Sequence[Cell]]) -> Cell:
    """Add up what counts; a plan that counts for nothing adds nothing."""
    cells = [row[column] for row in rows if not (column is Column.VULNERABLE and row[column].quiet)]
    # An empty box is a plan that is not there, not a number that is not known.
    total = added(cell for cell in cells if cell.look is not Look.NOTHING)
    if total.left_out:
        return number_cell(None)
    plain = plain_sum(total.value, HEADINGS[column].measure)
    text = wording.grouped(plain)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=total.value)


def _waiting(assessment: SearchAndRescueAssessment) -> Cell:
    codes = assessment.totals.waiting
    if not codes or not assessment.totals.pools:
        return Cell(Look.TEXT)
    words = f"{len(codes)} open"
    about = f"No plan that counts from {wording.listed(codes)}."
    return Cell(
        Look.TOKENS, words, spoken=words, about=about, copied=words, tokens=(Token("unknown", words, "unknown"),)
    )


def _test(assessment: SearchAndRescueAssessment) -> Cell:
    shortfall, reading = assessment.totals.shortfall, assessment.readings[SHORTFALL.name]
    if shortfall is None:
        return number_cell(None)
    shown = str(percent_words(shortfall)).removesuffix(f"{wording.HARD}%")
    above = is_above(shortfall)
    verdict = "above 30 %: triggered" if above else "not above 30 %"
    token = Token("warn", shown, "warn") if above else Token("ok", shown, "ok")
    if assessment.forum.search_and_rescue.act.path is ActPath.SUFFICIENT:
        verdict = f"{'above' if above else 'not above'} 30 %, no effect under Art. 48(1)"
        token = Token("unknown", shown, "muted")
    return Cell(
        Look.TOKENS,
        shown,
        spoken=f"{shown} percent, reading {reading}, {verdict}",
        about=f"The 30 % test under reading {reading}: {shown} %, {verdict} (Art. 48(2)).",
        copied=fixed(shortfall * 100, 2),
        sort=shortfall,
        tokens=(token,),
    )


def _not_asked(assessment: SearchAndRescueAssessment, rows: Sequence[Sequence[Cell]]) -> dict[Column, Cell]:
    benefitting = [cells for row, cells in zip(assessment.rows, rows, strict=True) if row.benefitting]
    if not benefitting:
        return {}
    by_key = _key_sum([row for row in assessment.rows if row.benefitting])
    return {Column.SHARE: _sum(Column.SHARE, benefitting), Column.KEY_NUMBER: by_key}


def _key_sum(rows: Sequence[ResponseRow]) -> Cell:
    """Add up the key's numbers, with a top-up before and after it, as they stand in the rows."""
    now, before = [row.key_number for row in rows], [row.report_number for row in rows]
    if None in now or None in before:
        return number_cell(None)
    return after(number_cell(sum(each or 0 for each in now)), sum(each or 0 for each in before))


def _covered(assessment: SearchAndRescueAssessment) -> dict[Column, Cell]:
    totals = assessment.totals
    return {
        Column.KEY_NUMBER: _percent(totals.coverage, "of the report's total"),
        Column.ASKED: _percent(totals.coverage_of_asked, "of what is asked"),
    }


def _percent(ratio: Fraction | None, of: str) -> Cell:
    if ratio is None:
        return number_cell(None)
    text = wording.percent(ratio)
    return Cell(
        Look.LABEL, text, spoken=f"{text} {of}", about=f"{text} {of}.", copied=fixed(ratio * 100, 2), sort=ratio
    )
