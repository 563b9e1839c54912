"""What ``check --json`` says of groups under way, support plans and incentives, in both procedures that record them."""

from datetime import date

from desktop_app.calc import relocation_clock, sponsorship_clock
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import exact_text, money_text
from desktop_app.calc.forum import Procedure
from desktop_app.calc.incentives import IncentiveRow, incentives_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import RelocationStanding
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.models.interchange.output_parts import Output


def solidarity_figures(assessment: Assessment) -> Output:
    """Return how it stands with groups and support plans on the day of the check, and what incentives are due."""
    forum, today = assessment.forum, as_of(assessment.forum)
    record = forum.solidarity
    act = forum.migratory_pressure.act.adopted if forum.procedure is Procedure.MIGRATORY_PRESSURE else None
    postponement = assessment.readings[POSTPONEMENT.name]
    sponsored = (sponsorship_clock.standing_of(group, act, today) for group in record.sponsorship_groups)
    relocated = (relocation_clock.standing_of(group, postponement, today) for group in record.relocation_groups)
    return {
        "support_plans": [_support_plan(plan) for plan in record.support_plans],
        "sponsorship_groups": [_sponsorship(standing) for standing in sponsored],
        "relocation_groups": [_relocation(standing) for standing in relocated],
        "incentives": [_incentive(row) for row in incentives_of(forum)],
    }


def _support_plan(plan: SupportPlan) -> Output:
    return {
        "id": plan.id,
        "code": plan.code,
        "benefitting": plan.benefitting,
        "persons": plan.persons,
        "delivered": plan.delivered,
        "measures": exact_text(sum((each.measure.persons_equivalent or 0 for each in plan.measures), 0)),
        "measures_delivered": exact_text(
            sum((each.measure.persons_equivalent or 0 for each in plan.measures if each.delivered), 0)
        ),
        "consent": plan.consent is not None,
    }


def _sponsorship(standing: SponsorshipStanding) -> Output:
    group = standing.group
    return {
        "id": group.id,
        "sponsor": group.sponsor,
        "persons": group.persons,
        "left": group.left,
        "started": _day(standing.started),
        "due": _day(standing.due),
        "days_left": standing.days_left,
        "alarm": standing.is_near,
        "lapsed": standing.has_lapsed,
        "to_relocate": standing.to_relocate,
    }


def _relocation(standing: RelocationStanding) -> Output:
    group = standing.group
    return {
        "id": group.id,
        "relocating": group.relocating,
        "persons": group.persons,
        "eligible": standing.eligible,
        "step": standing.step.value,
        "confirm_by": _day(standing.confirm_by),
        "accepted_on": _day(standing.accepted_on),
        "by_silence": standing.by_silence,
        "decide_by": _day(standing.decide_by),
        "transfer_by": _day(standing.transfer_by),
        "due": _day(standing.due),
        "late": standing.is_late,
        "arrived": group.arrived,
    }


def _incentive(row: IncentiveRow) -> Output:
    return {
        "code": row.code,
        "relocated": row.relocated,
        "minors": row.minors,
        "transferred": row.transferred,
        "relocating_eur": money_text(row.relocating_cents),
        "transfer_eur": money_text(row.transfer_cents),
        "total_eur": money_text(row.total_cents),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
