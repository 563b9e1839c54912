"""The sheets that list what was recorded and found: measures, deductions, findings, time limits, readings."""

from datetime import date
from typing import Final

from desktop_app.calc.acknowledged import acknowledgement_of
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import AlternativeMeasure, Deduction, Forum
from desktop_app.calc.readings import fixed_readings_of, readings_of
from desktop_app.models.table_cells import (
    NONE,
    NOTE,
    NUMBER,
    STATE,
    Cell,
    Column,
    Look,
    Sheet,
    cents,
    original_cells,
    state_cells,
)

NOT_LOOKED_AT: Final = "not looked at"
"""Of the contents of a request that nobody has checked."""
ORIGINAL: Final = (
    Column("currency"),
    Column("amount in it, exact", Look.EXACT),
    Column("rate, units for one EUR", Look.EXACT),
    Column("day of the rate", Look.DAY),
    Column("source of the rate", Look.LISTED),
)
"""What was said in another currency."""


def measures(assessment: AnnualPoolAssessment) -> Sheet:
    """Return the alternative solidarity measures, one a row."""
    columns = (
        *STATE,
        NUMBER,
        Column("description", Look.LONG_TEXT),
        Column("kind"),
        Column("value, EUR", Look.EUR),
        Column("value, EUR, exact", Look.EXACT),
        Column("method", Look.LONG_TEXT),
        Column("identified in the proposal"),
        *ORIGINAL,
    )
    rows = [
        (*state_cells(record.code), number, *_measure(each))
        for record in assessment.forum.states
        for number, each in enumerate(record.pledge.measures, 1)
    ]
    printed = len(columns) - len(ORIGINAL)
    return Sheet("Measures", columns, tuple(rows), kept_columns=len(STATE) + 1, printed_columns=printed)


def _measure(measure: AlternativeMeasure) -> tuple[Cell, ...]:
    return (
        measure.description,
        measure.kind.value if measure.kind else None,
        *cents(measure.value_cents),
        measure.method,
        measure.identified_in_proposal,
        *original_cells(measure.original),
    )


def deductions(assessment: AnnualPoolAssessment) -> Sheet:
    """Return the deductions, one a row, whatever their stage."""
    columns = (
        *STATE,
        NUMBER,
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
        NOTE,
        Column("contents of the request", Look.LISTED),
    )
    rows = [
        (*state_cells(record.code), number, *_deduction(each))
        for record in assessment.forum.states
        for number, each in enumerate(record.deductions, 1)
    ]
    return Sheet("Deductions", columns, tuple(rows), kept_columns=len(STATE) + 1)


def _deduction(deduction: Deduction) -> tuple[Cell, ...]:
    extent = deduction.extent
    return (
        deduction.basis.value,
        deduction.stage.value,
        deduction.self_declared,
        "amounts" if extent else "full",
        extent.relocations if extent else None,
        *cents(extent.financial_cents if extent else None),
        *cents(extent.alternative_cents if extent else None),
        *(deduction.announced, deduction.requested, deduction.assessed, deduction.decided),
        deduction.act,
        deduction.note,
        NOT_LOOKED_AT if deduction.contents is None else " ".join(each.value for each in deduction.contents) or NONE,
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
        Column("acknowledged", Look.LONG_TEXT),
        Column("acknowledged by", Look.LISTED),
        Column("acknowledged on", Look.DAY),
    )
    rows = [
        (
            *(each.severity.value, each.rule, each.state, each.message, each.reference, each.status.value),
            *_answer(assessment.forum, each),
        )
        for each in assessment.findings
    ]
    return Sheet("Findings", columns, tuple(rows))


def _answer(forum: Forum, finding: Finding) -> tuple[Cell, ...]:
    answer = acknowledgement_of(forum, finding)
    return (None, None, None) if answer is None else (answer.reason, answer.by, answer.on)


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
    procedure = assessment.forum.procedure
    rows = [
        (
            each.name,
            assessment.readings.get(each.name, each.default),
            each.choices.get(assessment.readings.get(each.name, each.default), each.title),
            each.default,
            each.reference,
            each.why,
        )
        for each in (*readings_of(procedure), *fixed_readings_of(procedure))
    ]
    return Sheet("Readings", columns, tuple(rows))
