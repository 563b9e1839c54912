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
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.plan_table.columns import HEADINGS, Column
from desktop_app.views.plan_table.rows import after
from desktop_app.views.plan_table.total_cells import (
    BLANK,
    column_sum,
    shortfall_cell,
    title_cell,
    total_cell,
    waiting_cell,
)
from desktop_app.views.typed_table.cells import Cell, Look, number_cell


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
    TotalsRow.ASKED: marked("Contributing states"),
    TotalsRow.NOT_ASKED: marked("Nobody is asked for"),
    TotalsRow.COVERED: marked("Covered by the pledges"),
}
_ABOUT: Final = {
    TotalsRow.ASKED: marked(
        "What is asked of the contributing Member States, and what their plans and the act come to."
    ),
    TotalsRow.NOT_ASKED: (
        marked(
            "The part of the Member States of disembarkation: it is in the key, and nobody is asked for it "
            "(Art. 47(3))."
        )
    ),
    TotalsRow.COVERED: marked("What the relocations pledged come to: of the report's total, and of what is asked."),
}
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
    return [tuple(_finished(row, column, found[row].get(column, BLANK)) for column in Column) for row in TotalsRow]


def _rows(assessment: SearchAndRescueAssessment, rows: Sequence[Sequence[Cell]]) -> dict[TotalsRow, dict[Column, Cell]]:
    return {
        TotalsRow.ASKED: _asked(assessment, rows),
        TotalsRow.NOT_ASKED: _not_asked(assessment, rows),
        TotalsRow.COVERED: _covered(assessment),
    }


def _finished(row: TotalsRow, column: Column, cell: Cell) -> Cell:
    if column is Column.MEMBER_STATE:
        return title_cell(_TITLES[row], _ABOUT[row])
    return total_cell(_TITLES[row], HEADINGS[column].spoken, cell)


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
        Column.REFERENCE: waiting_cell(assessment.totals.waiting if assessment.totals.pools else ()),
        Column.PART: _test(assessment),
    }


def _sum(column: Column, rows: Sequence[Sequence[Cell]]) -> Cell:
    """Add up what counts; a plan that counts for nothing adds nothing."""
    counted = [row[column] for row in rows if not (column is Column.VULNERABLE and row[column].quiet)]
    return column_sum(counted, HEADINGS[column].measure)


def _test(assessment: SearchAndRescueAssessment) -> Cell:
    sufficient = assessment.forum.search_and_rescue.act.path is ActPath.SUFFICIENT
    return shortfall_cell(
        assessment.totals.shortfall,
        assessment.readings[SHORTFALL.name],
        "48(2)",
        tr("no effect under Art. 48(1)") if sufficient else "",
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
        Column.KEY_NUMBER: _percent(totals.coverage, tr("of the report's total")),
        Column.ASKED: _percent(totals.coverage_of_asked, tr("of what is asked")),
    }


def _percent(ratio: Fraction | None, of: str) -> Cell:
    if ratio is None:
        return number_cell(None)
    text = wording.percent(ratio)
    return Cell(
        Look.LABEL,
        text,
        spoken=f"{text} {shown(of)}",
        about=f"{text} {shown(of)}.",
        copied=fixed(ratio * 100, 2),
        sort=ratio,
    )
