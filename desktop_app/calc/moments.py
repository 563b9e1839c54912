"""The day a check is for: given in the forum, else the latest date in it. Nothing reads the clock."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.search_and_rescue import PressureAct, SearchAndRescue
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.voluntary import Voluntary


def as_of(forum: Forum) -> date | None:
    """Return the day of the check; ``None`` when the forum names no date at all."""
    return forum.as_of or max(dates_in(forum), default=None)


def dates_in(forum: Forum) -> Iterator[date]:
    """Yield every date that the forum records of its procedure.

    Readings are settings, and holidays, days of exchange rates, of extraction and of acknowledgement say
    nothing of how far the procedure has come: none of them counts.
    """
    basis = forum.basis
    single = (
        forum.adopted,
        forum.key.population_date,
        basis.report.date,
        basis.decision.date,
        basis.proposal.date,
        *(meeting.date for meeting in forum.meetings),
        forum.vote.date,
    )
    yield from filter(None, single)
    yield from _of_search_and_rescue(forum.search_and_rescue)
    yield from _of_migratory_pressure(forum.migratory_pressure)
    yield from _of_voluntary(forum.voluntary)
    yield from _of_solidarity(forum.solidarity)
    for record in forum.states:
        if record.benefitting_since:
            yield record.benefitting_since
        for deduction in record.deductions:
            yield from filter(None, (deduction.announced, deduction.requested, deduction.assessed, deduction.decided))


def _of_search_and_rescue(recorded: SearchAndRescue) -> Iterator[date]:
    pressure = recorded.pressure_act or PressureAct()
    judgement = recorded.act.judgement
    single = (
        recorded.report.adopted,
        recorded.requested,
        recorded.forum_ended,
        recorded.act.adopted,
        judgement.on if judgement else None,
        pressure.reported,
        pressure.adopted,
        recorded.top_up.adopted if recorded.top_up else None,
    )
    yield from filter(None, single)
    for each in recorded.rounds:
        yield from filter(None, (each.opened, each.ended))
    yield from filter(None, (plan.submitted for plan in recorded.plans))
    yield from filter(None, (call.requested for call in recorded.calls))
    yield from filter(None, (use.date for use in recorded.use))
    yield from filter(None, (each.date for each in recorded.raises))


def _of_migratory_pressure(recorded: MigratoryPressure) -> Iterator[date]:
    """Yield its dates; the end of the act lies ahead, and those of earlier contributions before."""
    single = (
        recorded.notified,
        recorded.report.adopted,
        recorded.forum_ended,
        recorded.act.adopted,
        recorded.act.reported,
    )
    yield from filter(None, single)
    for each in recorded.rounds:
        yield from filter(None, (each.opened, each.ended))
    yield from filter(None, (plan.submitted for plan in recorded.plans))


def _of_voluntary(recorded: Voluntary) -> Iterator[date]:
    """Yield its dates; the end of the mechanism lies ahead."""
    yield from filter(None, [recorded.mechanism.started])
    for signatory in recorded.signatories:
        yield from filter(None, (signatory.signed, signatory.withdrawn))
    yield from filter(None, (each.submitted for each in recorded.pledges))
    yield from filter(None, (each.on for each in recorded.kept))


def _of_solidarity(record: SolidarityRecord) -> Iterator[date]:
    yield from filter(None, (each.notified for each in record.requests))
    for plan in record.support_plans:
        yield from filter(None, (plan.submitted, plan.consent, *(each.delivered for each in plan.measures)))
        yield from filter(None, (delivery.on for line in plan.lines for delivery in line.deliveries))
    for group in record.sponsorship_groups:
        yield from filter(None, (group.started, group.told, group.taken_over_on))
    for moved in record.relocation_groups:
        steps = (moved.security_checked, moved.sent, moved.postponed, moved.confirmed)
        yield from filter(None, (*steps, moved.decided, moved.appeal_ended, moved.transferred))
    yield from filter(None, (entry.on for entry in record.log))
