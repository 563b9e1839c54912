"""What stands in the workbook of a forum on search and rescue: contributions, plans, pools and what was recorded."""

from desktop_app.calc.response_assessment import PoolFigures, ResponseRow, SearchAndRescueAssessment
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


def response_sheets(assessment: SearchAndRescueAssessment) -> tuple[Sheet, ...]:
    """Return every sheet of the workbook, in order."""
    return (
        particulars(assessment),
        contributions(assessment),
        plans(assessment),
        plan_measures(assessment.forum.search_and_rescue.plans),
        pools(assessment),
        calls(assessment),
        draws(assessment),
        raises(assessment),
        rounds(assessment),
        key_sheet(assessment.forum, assessment.rows),
        findings(assessment),
        deadlines(assessment),
        readings(assessment),
    )


def particulars(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the particulars of the forum and the figures of the whole."""
    return Sheet("Forum", FIGURES, (*_recorded(assessment), *_figures(assessment)))


def _recorded(assessment: SearchAndRescueAssessment) -> tuple[tuple[Cell, ...], ...]:
    forum, recorded = assessment.forum, assessment.forum.search_and_rescue
    report, act, judgement = recorded.report, recorded.act, recorded.act.judgement
    pressure, top_up = recorded.pressure_act, recorded.top_up
    return (
        ("title", forum.title, ""),
        ("procedure", "search and rescue, COM(2020) 610, Art. 47 to 49: a proposal that was never adopted", ""),
        ("year", str(forum.year) if forum.year else None, ""),
        ("classification", forum.classification.marking, ""),
        ("report", report.reference, ""),
        ("report adopted", report.adopted, ""),
        ("measures that the report names", " ".join(each.value for each in report.measures_named) or NONE, ""),
        ("vulnerable persons, Art. 49(4)", report.vulnerable, ""),
        ("note on the report", report.note, ""),
        ("requests sent", recorded.requested, ""),
        ("end of the forum", recorded.forum_ended, ""),
        ("judgement", f"Art. {act.path.value}" if act.path else None, ""),
        ("judged on", judgement.on if judgement else None, ""),
        ("judged by", judgement.by if judgement else None, ""),
        ("judged because", judgement.reason if judgement else None, ""),
        ("act", act.reference, ""),
        ("act adopted", act.adopted, ""),
        ("pressure: Member State", pressure.benefitting if pressure else None, ""),
        ("pressure: report adopted", pressure.reported if pressure else None, ""),
        ("pressure: act adopted", pressure.adopted if pressure else None, ""),
        ("top-up: pool of", top_up.benefitting if top_up else None, ""),
        ("top-up: new total", top_up.relocations if top_up else None, ""),
        ("top-up: act adopted", top_up.adopted if top_up else None, ""),
        ("top-up: act", top_up.reference if top_up else None, ""),
    )


def _figures(assessment: SearchAndRescueAssessment) -> tuple[tuple[Cell, ...], ...]:
    totals, shortfalls = assessment.totals, assessment.totals.shortfall_readings
    return (
        ("total, relocations", totals.relocations, ""),
        ("total before the top-up, relocations", totals.relocations_before_top_up, ""),
        ("asked of contributing states, persons", totals.asked, ""),
        ("asked of nobody (benefitting states), persons", totals.not_asked, ""),
        ("pledged, persons", totals.pledged, ""),
        ("claimed by measures, persons", *exact(totals.claimed)),
        ("coverage of the report, %", percent(totals.coverage, 2), *texts(totals.coverage)),
        ("coverage of what is asked, %", percent(totals.coverage_of_asked, 2), *texts(totals.coverage_of_asked)),
        ("30 % test, reading A, %", percent(shortfalls.a, 2), *texts(shortfalls.a)),
        ("30 % test, reading B, %", percent(shortfalls.b, 2), *texts(shortfalls.b)),
        ("30 % test, reading C, %", percent(shortfalls.c, 2), *texts(shortfalls.c)),
        ("30 % test triggered", totals.shortfall_triggered, ""),
        ("fixed, relocations", totals.fixed_relocations, ""),
        ("fixed, sponsorship", totals.fixed_sponsorship, ""),
        ("fixed, measures in persons", totals.fixed_measures, ""),
        ("states without a plan that counts", " ".join(totals.waiting) or NONE, ""),
        ("state hash", state_hash(assessment.forum), ""),
        ("note", assessment.forum.note, ""),
    )


def contributions(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the figures of each participating state, then the totals; exact figures are not printed."""
    columns = (
        *STATE,
        Column("benefitting"),
        Column("share, %", Look.PERCENT_4),
        Column("key number", Look.PERSONS),
        Column("asked", Look.PERSONS),
        Column("plan"),
        Column("revision", Look.PERSONS),
        Column("pledged", Look.PERSONS),
        Column("claimed by measures", Look.DECIMAL),
        Column("half", Look.PERSONS),
        Column("added by the 50 % rule", Look.PERSONS),
        Column("of which not split", Look.PERSONS),
        Column("raised", Look.PERSONS),
        Column("relocations", Look.PERSONS),
        Column("sponsorship", Look.PERSONS),
        Column("measures, persons", Look.PERSONS),
        Column("set by the Commission"),
        Column("share, exact", Look.EXACT),
        Column("key, exact", Look.EXACT),
        Column("claimed by measures, exact", Look.EXACT),
        Column("left short by measures, exact", Look.EXACT),
    )
    totals = assessment.totals
    sums = (
        *(None, "Total", None, None),
        totals.relocations,
        totals.asked,
        *(None, None),
        totals.pledged,
        exact(totals.claimed)[0],
        *(None, None, None, None),
        *(totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_measures),
        *(None, "", ""),
        *texts(totals.claimed),
        "",
    )
    printed = before_exact(columns)
    rows = (*(_contribution(row) for row in assessment.rows), sums)
    return Sheet("Contributions", columns, rows, kept_columns=len(STATE), printed_columns=printed)


def _contribution(row: ResponseRow) -> tuple[Cell, ...]:
    return (
        *state_cells(row.code),
        row.benefitting,
        percent(row.share, 4),
        *(row.key_number, row.asked),
        row.standing.value,
        row.plan.revision if row.plan else None,
        row.pledged,
        exact(row.claimed)[0],
        *(row.half, row.added, row.unsaid, row.raised),
        *(row.relocations, row.sponsorship, row.measures),
        row.set_by_commission,
        *texts(row.share, row.exact_key, row.claimed, row.missing),
    )


def plans(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return every revision of every plan."""
    columns = (
        *STATE,
        Column("reference", Look.LISTED),
        Column("revision", Look.PERSONS),
        Column("submitted", Look.DAY),
        Column("relocations", Look.PERSONS),
        Column("of which vulnerable", Look.PERSONS),
        Column("measures", Look.PERSONS),
        Column("cover, relocations", Look.PERSONS),
        Column("cover, sponsorship", Look.PERSONS),
        NOTE,
    )
    rows = [
        (
            *state_cells(plan.code),
            *(plan.reference, plan.revision, plan.submitted, plan.relocations, plan.vulnerable, len(plan.measures)),
            *((plan.cover.relocations, plan.cover.sponsorship) if plan.cover else (None, None)),
            plan.note,
        )
        for plan in assessment.forum.search_and_rescue.plans
    ]
    return Sheet("Plans", columns, tuple(rows), kept_columns=len(STATE))


def pools(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the pools, one for each Member State of disembarkation."""
    columns = (
        *STATE,
        Column("report, relocations", Look.PERSONS),
        Column("pool", Look.PERSONS),
        Column("before raises and top-up", Look.PERSONS),
        Column("raised", Look.PERSONS),
        Column("used", Look.PERSONS),
        Column("used, %", Look.PERCENT_2),
        Column("left", Look.PERSONS),
        Column("80 % used"),
        Column("draws", Look.PERSONS),
    )
    rows = tuple(_pool(pool) for pool in assessment.totals.pools)
    return Sheet("Pools", columns, rows, kept_columns=len(STATE))


def _pool(pool: PoolFigures) -> tuple[Cell, ...]:
    return (
        *state_cells(pool.benefitting),
        *(pool.needed, pool.pool, pool.before, pool.raised, pool.used),
        percent(pool.used_ratio, 2),
        *(pool.remaining, pool.alarm, pool.draws),
    )


def calls(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the requests for the use of a pool."""
    columns = (*STATE, Column("requested", Look.DAY), Column("needs", Look.LONG_TEXT))
    rows = [
        (*state_cells(each.benefitting), each.requested, each.needs)
        for each in assessment.forum.search_and_rescue.calls
    ]
    return Sheet("Calls", columns, tuple(rows))


def draws(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the draws on the pools, in the order in which they were recorded."""
    columns = (
        *STATE,
        Column("date", Look.DAY),
        Column("persons", Look.PERSONS),
        Column("used for"),
        Column("no risk because", Look.LONG_TEXT),
        Column("taken over by"),
        Column("nationality", Look.LISTED),
        NOTE,
    )
    rows = [
        (
            *state_cells(each.benefitting),
            *(each.date, each.persons, each.used_for, each.not_at_risk, each.contributor, each.nationality, each.note),
        )
        for each in assessment.forum.search_and_rescue.use
    ]
    return Sheet("Draws", columns, tuple(rows))


def raises(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the voluntary raises."""
    columns = (
        *STATE,
        Column("pool of"),
        Column("relocations", Look.PERSONS),
        Column("date", Look.DAY),
        NOTE,
    )
    rows = [
        (*state_cells(each.code), each.benefitting, each.relocations, each.date, each.note)
        for each in assessment.forum.search_and_rescue.raises
    ]
    return Sheet("Raises", columns, tuple(rows))


def rounds(assessment: SearchAndRescueAssessment) -> Sheet:
    """Return the sessions of the Solidarity Forum."""
    columns = (
        Column("round", Look.LISTED),
        Column("kind"),
        Column("reason", Look.LONG_TEXT),
        Column("opened", Look.DAY),
        Column("ended", Look.DAY),
        Column("called by the pool of"),
    )
    rows = [
        (each.id, each.kind.value if each.kind else None, each.reason, each.opened, each.ended, each.benefitting)
        for each in assessment.forum.search_and_rescue.rounds
    ]
    return Sheet("Rounds", columns, tuple(rows))
