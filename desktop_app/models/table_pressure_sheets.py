"""What stands in the workbook of a forum on migratory pressure: contributions, assessment, plans, act and groups."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.calc.credits import credit_entries
from desktop_app.calc.exact import decimal_text, fixed
from desktop_app.calc.monitoring import relocation_progress, sponsorship_progress
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, TypeMatch
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import end_of
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
    exact,
    percent,
    state_cells,
    texts,
)
from desktop_app.models.table_key import key_sheet
from desktop_app.models.table_measures import plan_measures
from desktop_app.models.table_registers import deadlines, findings, readings
from desktop_app.models.table_solidarity_sheets import solidarity_sheets

_HEADS: Final = 100_000
"""Inhabitants that an average is shown of, as in the window and in the documents."""
_TYPES = ("applicants", "sponsorship", "beneficiaries")
_SHARES = tuple(Column(f"{name}, %", Look.PERCENT_4) for name in _TYPES)
_SHARES_EXACT = tuple(Column(f"{name}, %, exact", Look.EXACT) for name in _TYPES)


def pressure_sheets(assessment: PressureAssessment) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook, in order."""
    return (
        particulars(assessment),
        contributions(assessment),
        plans(assessment),
        plan_measures(assessment.forum.migratory_pressure.plans),
        indicators(assessment),
        sources(assessment),
        rounds(assessment),
        types_set(assessment),
        earlier_contributions(assessment),
        progress(assessment),
        *solidarity_sheets(assessment),
        key_sheet(assessment.forum, assessment.rows),
        applications(assessment),
        findings(assessment),
        deadlines(assessment),
        readings(assessment),
    )


def particulars(assessment: PressureAssessment) -> Sheet:
    """Return the particulars of the forum and the figures of the whole."""
    lines = (*_recorded(assessment), *_situation(assessment), *_act(assessment), *_figures(assessment))
    return Sheet("Forum", FIGURES, lines)


def _recorded(assessment: PressureAssessment) -> tuple[tuple[Cell, ...], ...]:
    forum, recorded = assessment.forum, assessment.forum.migratory_pressure
    report = recorded.report
    return (
        ("title", forum.title, ""),
        ("procedure", "migratory pressure, COM(2020) 610, Art. 50 to 53: a proposal that was never adopted", ""),
        ("year", str(forum.year) if forum.year else None, ""),
        ("classification", forum.classification.marking, ""),
        ("triggered by", recorded.triggered_by.value if recorded.triggered_by else None, ""),
        ("notified", recorded.notified, ""),
        ("rapid response", recorded.rapid, ""),
        ("report", report.reference, ""),
        ("report adopted", report.adopted, ""),
        ("under pressure", report.under_pressure, ""),
        ("benefitting Member State", report.benefitting, ""),
        ("measures that the report names", " ".join(each.value for each in report.measures_named) or NONE, ""),
        ("nationalities for sponsorship", " ".join(report.nationalities) or NONE, ""),
        ("capacity and needs", report.capacity, ""),
        ("own measures", report.own_measures, ""),
        ("timetable of the measures", report.timetable, ""),
        ("note on the report", report.note, ""),
        ("benefit from another procedure", " ".join(recorded.other_benefitting) or NONE, ""),
        ("end of the forum", recorded.forum_ended, ""),
    )


def _situation(assessment: PressureAssessment) -> tuple[tuple[Cell, ...], ...]:
    situation = assessment.forum.migratory_pressure.situation
    blueprint, needs = situation.blueprint, situation.needs
    return (
        ("Blueprint: stage 2", blueprint.stage_two, ""),
        ("Blueprint: since", blueprint.since, ""),
        ("Blueprint: ended", blueprint.ended, ""),
        ("Blueprint: crisis response activated", blueprint.crisis_response, ""),
        ("Blueprint: last meeting of the network", blueprint.last_network_meeting, ""),
        ("Blueprint: note", blueprint.note, ""),
        ("needs: equipment", needs.equipment, ""),
        ("needs: staff", needs.staff, ""),
        ("needs: relocation", needs.relocation, ""),
        ("needs: co-payment", needs.co_payment, ""),
        ("note on the assessment", situation.note, ""),
    )


def _act(assessment: PressureAssessment) -> tuple[tuple[Cell, ...], ...]:
    act = assessment.forum.migratory_pressure.act
    return (
        ("act", act.reference, ""),
        ("act adopted", act.adopted, ""),
        ("urgency procedure", act.urgent, ""),
        ("act ends", end_of(act), ""),
        ("timetable of the act", act.timetable, ""),
        ("report on the implementation", act.reported, ""),
    )


def _figures(assessment: PressureAssessment) -> tuple[tuple[Cell, ...], ...]:
    totals, shortfalls = assessment.totals, assessment.totals.shortfall_readings
    union = totals.reduction_figures.union if totals.reduction_figures else None
    return (
        ("report, persons to relocate", totals.relocations, ""),
        ("report, persons to sponsor", totals.sponsorship, ""),
        ("asked of contributing states, persons", totals.asked, ""),
        ("asked of nobody (benefitting states), persons", totals.not_asked, ""),
        ("covered by measures, persons", *exact(totals.covered)),
        ("claimed by measures, persons", *exact(totals.claimed)),
        ("30 % test, reading A, %", percent(shortfalls.a, 2), *texts(shortfalls.a)),
        ("30 % test, reading C, %", percent(shortfalls.c, 2), *texts(shortfalls.c)),
        ("30 % test triggered", totals.shortfall_triggered, ""),
        ("10 % reduction, persons", *exact(totals.reduction)),
        ("credits, persons", *exact(totals.credited)),
        ("applications per 100 000 inhabitants of the Union over five years", _per_heads(union), *texts(union)),
        ("fixed, applicants", totals.fixed_relocations, ""),
        ("fixed, sponsorship", totals.fixed_sponsorship, ""),
        ("fixed, beneficiaries of protection", totals.fixed_beneficiaries, ""),
        ("fixed, measures in persons", totals.fixed_measures, ""),
        *(line for match in totals.matches for line in _match(match)),
        ("unaccompanied minors in the plans", totals.minors, ""),
        ("states without a plan that counts", " ".join(totals.waiting) or NONE, ""),
        ("state hash", state_hash(assessment.forum), ""),
        ("note", assessment.forum.note, ""),
    )


def _match(match: TypeMatch) -> tuple[tuple[Cell, ...], ...]:
    return (
        (f"{match.name}, asked, persons", *exact(match.asked)),
        (f"{match.name}, given by the plans, persons", *exact(match.given)),
    )


def contributions(assessment: PressureAssessment) -> Sheet:
    """Return the figures of each participating state, then the totals; exact figures are not printed."""
    columns = (
        *STATE,
        Column("benefitting"),
        Column("share, %", Look.PERCENT_4),
        Column("key number", Look.PERSONS),
        Column("asked", Look.PERSONS),
        Column("plan"),
        Column("revision", Look.PERSONS),
        Column("covered by measures", Look.DECIMAL),
        Column("claimed by measures", Look.DECIMAL),
        Column("half", Look.DECIMAL),
        Column("added by the 50 % rule", Look.DECIMAL),
        Column("reduction", Look.DECIMAL),
        Column("redistributed", Look.DECIMAL),
        Column("credited", Look.DECIMAL),
        Column("applicants", Look.PERSONS),
        Column("sponsorship", Look.PERSONS),
        Column("beneficiaries", Look.PERSONS),
        Column("measures, persons", Look.PERSONS),
        Column("set by the Commission"),
        Column("10 % reduction possible"),
        Column("unaccompanied minors", Look.PERSONS),
        Column("share, exact", Look.EXACT),
        Column("key, exact", Look.EXACT),
        Column("persons before reduction, exact", Look.EXACT),
        Column("measures, exact", Look.EXACT),
        Column("reduction, exact", Look.EXACT),
        Column("redistributed, exact", Look.EXACT),
    )
    totals = assessment.totals
    sums = (
        *(None, "Total", None, None, totals.total, totals.asked, None, None),
        *(exact(totals.covered)[0], exact(totals.claimed)[0], None, None),
        *(exact(totals.reduction)[0], exact(-totals.reduction)[0], exact(totals.credited)[0]),
        *(totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_beneficiaries, totals.fixed_measures),
        *(None, None, totals.minors, "", "", "", ""),
        *texts(totals.reduction, -totals.reduction),
    )
    rows = (*(_contribution(row) for row in assessment.rows), sums)
    printed = before_exact(columns)
    return Sheet("Contributions", columns, rows, kept_columns=len(STATE), printed_columns=printed)


def _contribution(row: PressureRow) -> tuple[Cell, ...]:
    shown = (row.covered, row.claimed, row.half, row.added, row.reduction, row.redistributed, row.credited)
    return (
        *state_cells(row.code),
        not row.is_asked,
        percent(row.share, 4),
        *(row.key_number, row.asked, row.standing.value, row.plan.revision if row.plan else None),
        *(exact(value)[0] for value in shown),
        *(row.relocations, row.sponsorship, row.beneficiaries, row.measures),
        *(row.set_by_commission, row.reduction_eligible, row.minors),
        *texts(row.share, row.exact_key, row.persons, row.measures_exact, row.reduction, row.redistributed),
    )


def _shares(shares: TypeShares) -> tuple[Cell, ...]:
    """Return the shares in percent, as numbers."""
    return tuple(Decimal(fixed(percent, 4)) for percent in shares.by_type.values())


def _shares_exact(shares: TypeShares) -> tuple[Cell, ...]:
    return tuple(decimal_text(percent) for percent in shares.by_type.values())


def plans(assessment: PressureAssessment) -> Sheet:
    """Return every revision of every plan."""
    columns = (
        *STATE,
        Column("reference", Look.LISTED),
        Column("revision", Look.PERSONS),
        Column("submitted", Look.DAY),
        *_SHARES,
        Column("minors, applicants", Look.PERSONS),
        Column("minors, beneficiaries", Look.PERSONS),
        Column("nationalities", Look.LISTED),
        Column("activities"),
        Column("covered by measures", Look.DECIMAL),
        Column("measures", Look.PERSONS),
        Column("reduction requested"),
        Column("average shown, per 100 000", Look.DECIMAL),
        NOTE,
        *_SHARES_EXACT,
        Column("covered by measures, exact", Look.EXACT),
        Column("average shown per head, exact", Look.EXACT),
    )
    rows = [
        (
            *state_cells(plan.code),
            *(plan.reference, plan.revision, plan.submitted, *_shares(plan.shares)),
            *(plan.minors_applicants, plan.minors_beneficiaries, " ".join(plan.nationalities)),
            *(" ".join(each.value for each in plan.activities), exact(plan.covered)[0], len(plan.measures)),
            *(plan.reduction_requested, _per_heads(plan.average_shown), plan.note),
            *(*_shares_exact(plan.shares), *texts(plan.covered, plan.average_shown)),
        )
        for plan in assessment.forum.migratory_pressure.plans
    ]
    return Sheet("Plans", columns, tuple(rows), kept_columns=len(STATE), printed_columns=before_exact(columns))


def _per_heads(average: Fraction | None) -> Decimal | None:
    """Return an average per head as one per 100 000 inhabitants."""
    return None if average is None else exact(average * _HEADS)[0]


def indicators(assessment: PressureAssessment) -> Sheet:
    """Return the indicators of the assessment against the Union (Art. 50(3))."""
    columns = (
        Column("point"),
        Column("indicator", Look.LONG_TEXT),
        Column("Member State", Look.PERSONS),
        Column("Union", Look.PERSONS),
        Column("part of the Union, %", Look.PERCENT_2),
        Column("nationalities", Look.LISTED),
        NOTE,
    )
    rows = [
        (
            *(each.indicator.value, each.indicator.words, each.state, each.union, percent(each.part_of_union, 2)),
            *(" ".join(each.nationalities) or None, each.note),
        )
        for each in assessment.forum.migratory_pressure.situation.indicators
    ]
    return Sheet("Indicators", columns, tuple(rows))


def sources(assessment: PressureAssessment) -> Sheet:
    """Return the sources that were taken into account (Art. 50(4))."""
    columns = (
        Column("point"),
        Column("source", Look.LONG_TEXT),
        Column("reference", Look.LONG_TEXT),
        Column("date", Look.DAY),
        Column("report"),
        NOTE,
    )
    rows = [
        (
            *(each.source.value, each.source.words, each.reference, each.date),
            *(each.kind.value if each.kind else None, each.note),
        )
        for each in assessment.forum.migratory_pressure.situation.sources
    ]
    return Sheet("Sources", columns, tuple(rows))


def rounds(assessment: PressureAssessment) -> Sheet:
    """Return the sessions of the Solidarity Forum."""
    columns = (
        Column("round", Look.LISTED),
        Column("reason", Look.LONG_TEXT),
        Column("opened", Look.DAY),
        Column("ended", Look.DAY),
    )
    rows = [(each.id, each.reason, each.opened, each.ended) for each in assessment.forum.migratory_pressure.rounds]
    return Sheet("Rounds", columns, tuple(rows))


def types_set(assessment: PressureAssessment) -> Sheet:
    """Return the types that the Commission sets for states without a plan (Art. 53(2))."""
    set_types = assessment.forum.migratory_pressure.act.types_set
    rows = tuple((*state_cells(each.code), *_shares(each.shares), *_shares_exact(each.shares)) for each in set_types)
    columns = (*STATE, *_SHARES, *_SHARES_EXACT)
    return Sheet("Types set", columns, rows, printed_columns=before_exact(columns))


def earlier_contributions(assessment: PressureAssessment) -> Sheet:
    """Return earlier contributions, each with whether it is taken off and why not (Art. 53(4))."""
    columns = (
        *STATE,
        Column("benefitting"),
        Column("type", Look.LISTED),
        Column("persons", Look.PERSONS),
        Column("year", Look.YEAR),
        Column("given", Look.DAY),
        Column("on request"),
        Column("delivered"),
        Column("support plan", Look.LISTED),
        Column("counts"),
        Column("why not", Look.LONG_TEXT),
        NOTE,
    )
    rows = [
        (
            *(*state_cells(entry.credit.code), entry.credit.benefitting, entry.credit.type.value, entry.credit.persons),
            *(entry.credit.year, entry.credit.given),
            *(entry.credit.on_request, entry.credit.delivered, entry.support_plan, entry.counts),
            *(str(entry.against) or None, entry.credit.note),
        )
        for entry in credit_entries(assessment.forum)
    ]
    return Sheet("Credits", columns, tuple(rows))


def applications(assessment: PressureAssessment) -> Sheet:
    """Return the applications behind the 10 % reduction, one state and year a row."""
    columns = (
        *STATE,
        Column("year", Look.YEAR),
        Column("applications", Look.PERSONS),
        Column("population", Look.PERSONS),
    )
    rows: list[tuple[Cell, ...]] = []
    for entry in assessment.forum.applications:
        heads, counts = dict(entry.population), dict(entry.years)
        rows.extend(
            (*state_cells(entry.code), year, counts.get(year), heads.get(year)) for year in sorted(heads | counts)
        )
    return Sheet("Applications", columns, tuple(rows))


def progress(assessment: PressureAssessment) -> Sheet:
    """Return what the act fixes for each Member State by persons, and what became of it (Art. 69)."""
    columns = (
        *STATE,
        Column("contribution"),
        Column("by the act", Look.PERSONS),
        Column("under way", Look.PERSONS),
        Column("arrived or returned", Look.PERSONS),
        Column("taken over", Look.PERSONS),
        Column("remains", Look.PERSONS),
    )
    found = (("relocation", relocation_progress(assessment)), ("return sponsorship", sponsorship_progress(assessment)))
    rows = tuple(
        (
            *(*state_cells(each.code), kind, each.fixed, each.under_way, each.done),
            *(each.taken_over if kind != "relocation" else None, each.remaining),
        )
        for kind, lines in found
        for each in lines
    )
    return Sheet("Progress", columns, rows, kept_columns=len(STATE))
