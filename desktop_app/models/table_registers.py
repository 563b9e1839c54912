"""The sheets that list what was recorded and found: measures, deductions, findings, time limits, readings."""

from datetime import date

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import AlternativeMeasure, Deduction
from desktop_app.calc.readings import ANNUAL_POOL, FIXED
from desktop_app.models.table_cells import STATE, Cell, Column, Look, Sheet, cents, state_cells


def measures(assessment: Assessment) -> Sheet:
    """Return the alternative solidarity measures, one a row."""
    columns = (
        *STATE,
        Column("description", Look.LONG_TEXT),
        Column("kind"),
        Column("value, EUR", Look.EUR),
        Column("value, EUR, exact", Look.EXACT),
        Column("method", Look.LONG_TEXT),
        Column("identified in the proposal"),
    )
    rows = [
        (*state_cells(record.code), *_measure(each))
        for record in assessment.forum.states
        for each in record.pledge.measures
    ]
    return Sheet("Measures", columns, tuple(rows), kept_columns=len(STATE))


def _measure(measure: AlternativeMeasure) -> tuple[Cell, ...]:
    return (
        measure.description,
        measure.kind.value if measure.kind else None,
        *cents(measure.value_cents),
        measure.method,
        measure.identified_in_proposal,
    )


def deductions(assessment: Assessment) -> Sheet:
    """Return the deductions, one a row, whatever their stage."""
    columns = (
        *STATE,
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
        (*state_cells(record.code), *_deduction(each))
        for record in assessment.forum.states
        for each in record.deductions
    ]
    return Sheet("Deductions", columns, tuple(rows), kept_columns=len(STATE))


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
            assessment.readings.get(each.name, each.default),
            each.choices.get(assessment.readings.get(each.name, each.default), each.title),
            each.default,
            each.reference,
            each.why,
        )
        for each in (*ANNUAL_POOL, *FIXED)
    ]
    return Sheet("Readings", columns, tuple(rows))
