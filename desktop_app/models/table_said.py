"""The sheet of how pledges are said: certainty, by whom, condition, ceiling, currency, note."""

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.said import NOTHING_SAID, Said
from desktop_app.models.table_cells import STATE, Cell, Column, Look, Sheet, original_cells, state_cells
from desktop_app.models.table_registers import ORIGINAL


def said(assessment: AnnualPoolAssessment) -> Sheet:
    """Return how pledges are said, one row for each type of which anything is said."""
    columns = (
        *STATE,
        Column("type"),
        Column("certainty"),
        Column("said by", Look.LISTED),
        Column("condition", Look.LONG_TEXT),
        Column("at most"),
        Column("note", Look.LONG_TEXT),
        *ORIGINAL,
    )
    rows = [
        (*state_cells(record.code), column.value, *_said(each))
        for record in assessment.forum.states
        for column in PledgeColumn
        for each in [getattr(record.pledge.said, column.value)]
        if each != NOTHING_SAID
    ]
    return Sheet("Said", columns, tuple(rows), kept_columns=len(STATE) + 1)


def _said(each: Said) -> tuple[Cell, ...]:
    certainty = each.certainty.value if each.certainty else None
    return (certainty, each.by, each.condition, each.at_most, each.note, *original_cells(each.original))
