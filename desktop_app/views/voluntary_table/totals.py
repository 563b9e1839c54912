"""The rows under the table of signatories: all of them together, what is needed, what is still open."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.language import marked, shown
from desktop_app.views.typed_table.cells import Cell, Look, number_cell
from desktop_app.views.voluntary_table.columns import HEADINGS, Column
from desktop_app.views.voluntary_table.rows import money_cell


class TotalsRow(IntEnum):
    """The rows under the table."""

    TOGETHER = 0
    NEEDED = 1
    OPEN = 2


FIGURES: Final[Mapping[tuple[int, int], str]] = {
    (TotalsRow.NEEDED, Column.RELOCATIONS): "needed_relocations",
    (TotalsRow.NEEDED, Column.FINANCIAL): "needed_financial",
    (TotalsRow.OPEN, Column.RELOCATIONS): "open_relocations",
    (TotalsRow.OPEN, Column.FINANCIAL): "open_financial",
}
"""Ids of the figures in the rows after the first, whose ids stand in the headings."""
_TITLES: Final = {
    TotalsRow.TOGETHER: marked("Together"),
    TotalsRow.NEEDED: marked("Needed"),
    TotalsRow.OPEN: marked("Still open"),
}
_ABOUT: Final = {
    TotalsRow.TOGETHER: marked("What all signatories pledge, have kept, and have outstanding. Nobody owes anything."),
    TotalsRow.NEEDED: marked("What the benefitting Member States need (Ctrl+Shift+N)."),
    TotalsRow.OPEN: marked(
        "What each Member State needs beyond what is pledged for it, less what is left open. What is too "
        "much for one fills no other's need, nor does money for projects in partner countries."
    ),
}
_BLANK: Final = Cell(Look.TEXT)


def totals_cells(assessment: VoluntaryAssessment, _rows: Sequence[Sequence[Cell]] = ()) -> list[tuple[Cell, ...]]:
    """Return the cells of the rows under the table, a row for each :class:`TotalsRow`."""
    totals = assessment.totals
    found: dict[TotalsRow, dict[Column, Cell]] = {
        TotalsRow.TOGETHER: {
            Column.RELOCATIONS: number_cell(totals.relocations.given),
            Column.FINANCIAL: money_cell(totals.pledged_cents),
            Column.PROJECT: money_cell(totals.project_cents),
            Column.KEPT_RELOCATIONS: number_cell(totals.kept_relocations.given),
            Column.KEPT_FINANCIAL: money_cell(totals.kept_financial.given),
            Column.OUTSTANDING_RELOCATIONS: number_cell(totals.outstanding_relocations),
            Column.OUTSTANDING_FINANCIAL: money_cell(totals.outstanding_cents),
            Column.SUPPORTED: number_cell(totals.supported),
            Column.DELIVERED: number_cell(totals.delivered),
        },
        TotalsRow.NEEDED: {
            Column.RELOCATIONS: number_cell(totals.relocations.against),
            Column.FINANCIAL: money_cell(totals.financial.against),
        },
        TotalsRow.OPEN: {
            Column.RELOCATIONS: number_cell(totals.unmet_relocations),
            Column.FINANCIAL: money_cell(totals.unmet_cents),
        },
    }
    return [tuple(_finished(row, column, found[row].get(column, _BLANK)) for column in Column) for row in TotalsRow]


def _finished(row: TotalsRow, column: Column, cell: Cell) -> Cell:
    if column is Column.SIGNATORY:
        return Cell(Look.NAME, _TITLES[row], spoken=_TITLES[row], about=_ABOUT[row], copied=_TITLES[row], summary=True)
    if cell is _BLANK:
        return cell
    spoken = ", ".join((shown(_TITLES[row]), shown(HEADINGS[column].spoken), cell.spoken))
    return Cell(cell.look, cell.text, spoken, cell.about, cell.copied, cell.sort)
