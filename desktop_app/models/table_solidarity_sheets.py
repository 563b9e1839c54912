"""The sheets that migratory pressure and the voluntary mechanism share: support plans, groups, incentives, log."""

from collections.abc import Iterable

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.group_standings import relocations_of, sponsorships_of
from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.relocation_clock import RelocationStanding
from desktop_app.calc.solidarity_record import IncentiveRate
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.models.table_cells import (
    NOTE,
    NUMBER,
    STATE,
    Cell,
    Column,
    Look,
    Sheet,
    before_exact,
    cents,
    state_cells,
)
from desktop_app.models.table_measures import MEASURE_COLUMNS, measure_cells


def solidarity_sheets(assessment: Assessment) -> tuple[Sheet, ...]:
    """Return every sheet of what both procedures record alike, in order."""
    plans = assessment.forum.solidarity.support_plans
    return (
        requests(assessment),
        support_plans(plans),
        support_lines(plans),
        support_measures(plans),
        sponsorship(assessment),
        relocation(assessment),
        incentives(assessment),
        rates(assessment),
        log(assessment),
    )


def requests(assessment: Assessment) -> Sheet:
    """Return the requests for help that prevent pressure (Art. 56(1))."""
    columns = (*STATE, Column("notified", Look.DAY), Column("needs", Look.LONG_TEXT))
    rows = [
        (*state_cells(each.benefitting), each.notified, each.needs) for each in assessment.forum.solidarity.requests
    ]
    return Sheet("Requests", columns, tuple(rows))


def support_plans(plans: Iterable[SupportPlan]) -> Sheet:
    """Return the support plans (Annex IV)."""
    columns = (
        *STATE,
        Column("support plan", Look.LISTED),
        Column("benefitting"),
        Column("reference", Look.LISTED),
        Column("submitted", Look.DAY),
        Column("on request"),
        Column("consent", Look.DAY),
        Column("persons", Look.PERSONS),
        Column("delivered", Look.PERSONS),
        Column("fits the fund"),
        NOTE,
    )
    rows = [
        (
            *state_cells(plan.code),
            *(plan.id, plan.benefitting, plan.reference, plan.submitted, plan.on_request, plan.consent),
            *(plan.persons, plan.delivered, plan.fits_fund, plan.note),
        )
        for plan in plans
    ]
    return Sheet("Support plans", columns, tuple(rows), kept_columns=len(STATE) + 1)


def support_lines(plans: Iterable[SupportPlan]) -> Sheet:
    """Return the persons of the support plans: each line with what was delivered of it, one delivery a row."""
    columns = (
        *STATE,
        Column("support plan", Look.LISTED),
        Column("type", Look.LISTED),
        Column("persons", Look.PERSONS),
        Column("of which minors", Look.PERSONS),
        Column("nationalities", Look.LISTED),
        Column("timetable", Look.LONG_TEXT),
        Column("delivered on", Look.DAY),
        Column("delivered, persons", Look.PERSONS),
        Column("delivered, minors", Look.PERSONS),
    )
    rows: list[tuple[Cell, ...]] = []
    for plan in plans:
        for line in plan.lines:
            head = (
                *(*state_cells(plan.code), plan.id, line.type.value, line.persons, line.minors),
                *(" ".join(line.nationalities) or None, line.timetable),
            )
            done = [(each.on, each.persons, each.minors) for each in line.deliveries] or [(None, 0, 0)]
            rows.extend((*head, *delivery) for delivery in done)
    return Sheet("Support persons", columns, tuple(rows), kept_columns=len(STATE) + 1)


def support_measures(plans: Iterable[SupportPlan]) -> Sheet:
    """Return the measures of the support plans."""
    columns = (*STATE, Column("support plan", Look.LISTED), NUMBER, Column("delivered", Look.DAY), *MEASURE_COLUMNS)
    rows = [
        (*state_cells(plan.code), plan.id, number, each.delivered, *measure_cells(each.measure))
        for plan in plans
        for number, each in enumerate(plan.measures, 1)
    ]
    return Sheet("Support measures", columns, tuple(rows), kept_columns=len(STATE) + 1)


def sponsorship(assessment: Assessment) -> Sheet:
    """Return the groups under return sponsorship, each with its eight months."""
    columns = (
        *STATE,
        Column("group", Look.LISTED),
        Column("from"),
        Column("nationality"),
        Column("persons", Look.PERSONS),
        Column("of which minors", Look.PERSONS),
        Column("activities"),
        Column("starts with"),
        Column("started", Look.DAY),
        Column("eight months end", Look.DAY),
        Column("returned", Look.PERSONS),
        Column("told", Look.DAY),
        Column("taken over", Look.PERSONS),
        Column("taken over, minors", Look.PERSONS),
        Column("taken over on", Look.DAY),
        Column("left", Look.PERSONS),
        Column("to be taken over", Look.PERSONS),
        Column("expiry is near"),
        NOTE,
    )
    rows = tuple(_sponsorship(standing) for standing in sponsorships_of(assessment))
    return Sheet("Sponsorship", columns, rows, kept_columns=len(STATE) + 1)


def _sponsorship(standing: SponsorshipStanding) -> tuple[Cell, ...]:
    group = standing.group
    return (
        *state_cells(group.sponsor),
        *(group.id, group.benefitting, group.nationality, group.persons, group.minors),
        " ".join(each.value for each in group.activities),
        *(group.start.value, standing.started, standing.due, group.returned, group.told),
        *(group.taken_over, group.taken_over_minors, group.taken_over_on, group.left),
        *(standing.to_relocate, standing.is_near, group.note),
    )


def relocation(assessment: Assessment) -> Sheet:
    """Return the groups under relocation, each with its step and the last day for it."""
    columns = (
        *STATE,
        Column("group", Look.LISTED),
        Column("from"),
        Column("type", Look.LISTED),
        Column("persons", Look.PERSONS),
        Column("of which minors", Look.PERSONS),
        Column("security checked", Look.DAY),
        Column("consent"),
        Column("protection granted", Look.DAY),
        Column("linked", Look.PERSONS),
        Column("file sent", Look.DAY),
        Column("postponed", Look.DAY),
        Column("confirmed", Look.DAY),
        Column("accepted", Look.DAY),
        Column("by silence"),
        Column("refused", Look.PERSONS),
        Column("transfer decision", Look.DAY),
        Column("appeal ended", Look.DAY),
        Column("transferred", Look.DAY),
        Column("arrived", Look.PERSONS),
        Column("arrived, minors", Look.PERSONS),
        Column("next step", Look.LISTED),
        Column("last day for it", Look.DAY),
        Column("late"),
        NOTE,
    )
    rows = tuple(_relocation(standing) for standing in relocations_of(assessment))
    return Sheet("Relocation", columns, rows, kept_columns=len(STATE) + 1)


def _relocation(standing: RelocationStanding) -> tuple[Cell, ...]:
    group = standing.group
    return (
        *state_cells(group.relocating),
        *(group.id, group.benefitting, group.type.value, group.persons, group.minors),
        *(group.security_checked, group.consent, group.granted, group.linked),
        *(group.sent, group.postponed, group.confirmed, standing.accepted_on, standing.by_silence, group.refused),
        *(group.decided, group.appeal_ended, group.transferred, group.arrived, group.arrived_minors),
        *(standing.step.value, standing.due, standing.is_late, group.note),
    )


def incentives(assessment: Assessment) -> Sheet:
    """Return what each Member State gets for persons relocated (Art. 72)."""
    columns = (
        *STATE,
        Column("relocated", Look.PERSONS),
        Column("of which minors", Look.PERSONS),
        Column("transferred", Look.PERSONS),
        Column("for relocations, EUR", Look.EUR),
        Column("for transfers, EUR", Look.EUR),
        Column("together, EUR", Look.EUR),
        Column("together, EUR, exact", Look.EXACT),
    )
    rows = [
        (
            *(*state_cells(row.code), row.relocated, row.minors, row.transferred),
            *(cents(row.relocating_cents)[0], cents(row.transfer_cents)[0], *cents(row.total_cents)),
        )
        for row in incentives_of(assessment.forum)
    ]
    return Sheet("Incentives", columns, tuple(rows), kept_columns=len(STATE))


def rates(assessment: Assessment) -> Sheet:
    """Return the rates of the incentives, each from its first day on."""
    columns = (
        Column("from", Look.DAY),
        Column("per person, EUR", Look.EUR),
        Column("per unaccompanied minor, EUR", Look.EUR),
        Column("per transfer, EUR", Look.EUR),
        Column("reference", Look.LONG_TEXT),
        Column("per person, EUR, exact", Look.EXACT),
        Column("per unaccompanied minor, EUR, exact", Look.EXACT),
        Column("per transfer, EUR, exact", Look.EXACT),
    )
    rows = [
        (
            rate.since,
            *(cents(amount)[0] for amount in _amounts(rate)),
            rate.reference,
            *(cents(amount)[1] for amount in _amounts(rate)),
        )
        for rate in assessment.forum.solidarity.incentives
    ]
    return Sheet("Incentive rates", columns, tuple(rows), printed_columns=before_exact(columns))


def _amounts(rate: IncentiveRate) -> tuple[int, ...]:
    return rate.person_cents, rate.minor_cents, rate.transfer_cents


def log(assessment: Assessment) -> Sheet:
    """Return the log of coordination and of bilateral measures (Art. 59, 60)."""
    columns = (
        Column("on", Look.DAY),
        Column("kind"),
        Column("text", Look.LONG_TEXT),
        Column("Member State"),
        Column("other side"),
    )
    rows = [(each.on, each.kind.value, each.text, each.code, each.other) for each in assessment.forum.solidarity.log]
    return Sheet("Log", columns, tuple(rows))
