"""The rows under the table: the contributing states, what nobody is asked for, and what it comes to by type."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.pressure_assessment import PressureAssessment, TypeMatch
from desktop_app.calc.readings import SHORTFALL
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.plan_table.plan_cells import BY_COMMISSION
from desktop_app.views.plan_table.total_cells import (
    BLANK,
    column_sum,
    shortfall_cell,
    title_cell,
    total_cell,
    waiting_cell,
)
from desktop_app.views.pressure_table.columns import HEADINGS, Column
from desktop_app.views.pressure_table.rows import signed_cell
from desktop_app.views.typed_table.cells import Cell, Look, Token, number_cell


class TotalsRow(IntEnum):
    """The rows under the table."""

    ASKED = 0
    NOT_ASKED = 1
    MATCH = 2


FIGURES: Final[Mapping[tuple[int, int], str]] = {
    (TotalsRow.NOT_ASKED, Column.KEY_NUMBER): "not_asked",
    (TotalsRow.MATCH, Column.KEY_NUMBER): "total",
    (TotalsRow.MATCH, Column.COVERED): "shortfall_percent",
    (TotalsRow.MATCH, Column.APPLICANTS): "match_relocations",
    (TotalsRow.MATCH, Column.SPONSORSHIP): "match_sponsorship",
}
"""Ids of the figures in the rows after the first, whose ids stand in the headings."""
_TITLES: Final = {
    TotalsRow.ASKED: marked("Contributing states"),
    TotalsRow.NOT_ASKED: marked("Nobody is asked for"),
    TotalsRow.MATCH: marked("Report, and the match"),
}
_NAMES: Final = {"relocations": marked("relocation"), "sponsorship": marked("return sponsorship")}
_ABOUT: Final = {
    TotalsRow.ASKED: marked("What is asked of the contributing Member States, and what the act fixes for them."),
    TotalsRow.NOT_ASKED: (
        marked(
            "The part of the Member States that benefit: it is in the key, and nobody is asked for it (Art. "
            "52(1), 53(3))."
        )
    ),
    TotalsRow.MATCH: (
        marked(
            "The report's total, the 30 % test, and under the plans what they give of relocation and of "
            "sponsorship less "
            "what is asked, in persons: where types do not match, the Commission convenes the forum (Art. 52(4))."
        )
    ),
}


def totals_cells(assessment: PressureAssessment, rows: Sequence[Sequence[Cell]]) -> list[tuple[Cell, ...]]:
    """Return the cells of the rows under the table, a row for each :class:`TotalsRow`.

    Args:
        assessment: the figures of the procedure.
        rows: the cells of the participating states, in the order of the assessment.
    """
    found: dict[TotalsRow, dict[Column, Cell]] = {row: {} for row in TotalsRow}
    if assessment.rows:
        found = {
            TotalsRow.ASKED: _asked(assessment, rows),
            TotalsRow.NOT_ASKED: _not_asked(assessment, rows),
            TotalsRow.MATCH: _match(assessment),
        }
    return [tuple(_finished(row, column, found[row].get(column, BLANK)) for column in Column) for row in TotalsRow]


def _finished(row: TotalsRow, column: Column, cell: Cell) -> Cell:
    if column is Column.MEMBER_STATE:
        return title_cell(_TITLES[row], _ABOUT[row])
    return total_cell(_TITLES[row], HEADINGS[column].spoken, cell)


def _asked(assessment: PressureAssessment, rows: Sequence[Sequence[Cell]]) -> dict[Column, Cell]:
    totals = assessment.totals
    given = [cells for row, cells in zip(assessment.rows, rows, strict=True) if row.is_asked]
    figures = {
        Column.KEY_NUMBER: totals.asked,
        Column.COVERED: totals.covered,
        Column.FIXED_APPLICANTS: totals.fixed_relocations,
        Column.FIXED_SPONSORSHIP: totals.fixed_sponsorship,
        Column.FIXED_BENEFICIARIES: totals.fixed_beneficiaries,
        Column.FIXED_MEASURES: totals.fixed_measures,
    }
    return {
        **{column: number_cell(value) for column, value in figures.items()},
        Column.REDUCTION: signed_cell(totals.reduction, tr("no reduction")),
        Column.REDISTRIBUTED: signed_cell(-totals.reduction, tr("nothing taken over")),
        Column.CREDITED: signed_cell(-totals.credited, tr("no credit")),
        Column.SHARE: column_sum([cells[Column.SHARE] for cells in given], HEADINGS[Column.SHARE].measure),
        Column.REFERENCE: _open_cell(assessment),
    }


def _not_asked(assessment: PressureAssessment, rows: Sequence[Sequence[Cell]]) -> dict[Column, Cell]:
    benefitting = [cells for row, cells in zip(assessment.rows, rows, strict=True) if not row.is_asked]
    if not benefitting:
        return {}
    return {
        Column.SHARE: column_sum([cells[Column.SHARE] for cells in benefitting], HEADINGS[Column.SHARE].measure),
        Column.KEY_NUMBER: number_cell(assessment.totals.not_asked),
    }


def _match(assessment: PressureAssessment) -> dict[Column, Cell]:
    totals = assessment.totals
    relocations, sponsorship = totals.matches
    return {
        Column.KEY_NUMBER: number_cell(totals.total),
        Column.COVERED: shortfall_cell(totals.shortfall, assessment.readings[SHORTFALL.name], "53(2)"),
        Column.APPLICANTS: match_cell(relocations, assessment),
        Column.SPONSORSHIP: match_cell(sponsorship, assessment),
    }


def names_types(assessment: PressureAssessment) -> bool:
    """Tell whether the types of any state are known, so that there is something to hold against the report."""
    return any(row.is_asked and row.has_types for row in assessment.rows)


def left_open(assessment: PressureAssessment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the states whose plan is still open, and those whose types the Commission has set in its act."""
    act = assessment.forum.migratory_pressure.act
    named = {each.code for each in act.types_set}
    without = [row for row in assessment.rows if row.code in assessment.totals.waiting]
    were_set = [row.code for row in without if row.set_by_commission and (act.adopted or row.code in named)]
    return tuple(row.code for row in without if row.code not in were_set), tuple(were_set)


def _open_cell(assessment: PressureAssessment) -> Cell:
    """Say how many plans are open, or for how many states the Commission has set the types instead."""
    if assessment.totals.total is None:
        return BLANK
    waiting, were_set = left_open(assessment)
    if waiting or not were_set:
        return waiting_cell(waiting)
    words = tr("{count} set", count=len(were_set))
    about = tr(
        "No plan counts from {listed}: the Commission has set the types (Art. 53(2)).", listed=wording.listed(were_set)
    )
    return Cell(
        Look.TOKENS, words, spoken=about, about=about, copied=words, tokens=(replace(BY_COMMISSION, word=words),)
    )


def match_cell(match: TypeMatch, assessment: PressureAssessment) -> Cell:
    """Say by how much a type is given too much or too little; nothing before a state has named its types."""
    difference = match.difference
    if difference is None:
        return number_cell(None)
    if not names_types(assessment):
        return BLANK
    words, about = difference_words(difference), match_words(match)
    token = Token("warn", words, "warn") if difference else Token("ok", words, "ok")
    copied = fixed(difference, 2)
    return Cell(Look.TOKENS, words, spoken=about, about=about, copied=copied, sort=difference, tokens=(token,))


def match_words(match: TypeMatch) -> str:
    """Say what the types give, and what is asked: ``"700 of 712.50 persons asked by relocation …"``."""
    if match.asked is None or match.given is None or match.needed is None:
        return tr("Not known before report and key are complete.")
    return tr(
        "The plans, before the 50 % rule, give {given} persons by {names}; the key asks {asked} of "
        "these states, of the {persons} of the report. Where types do not match, the Commission convenes "
        "the forum (Art. 52(4)).",
        given=wording.number(match.given),
        names=_NAMES[match.name],
        asked=wording.number(match.asked),
        persons=wording.persons(match.needed),
    )


def difference_words(difference: Fraction) -> str:
    """Return ``"+12"``, ``"−44.93"`` or ``"match"``."""
    if not difference:
        return tr("match")
    return f"{'+' if difference > 0 else '−'}{shown(wording.number(abs(difference)))}"
