"""What ``check --json`` says of groups under way, support plans and incentives, in both procedures that record them."""

from datetime import date

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import exact_text, money_text
from desktop_app.calc.group_standings import relocations_of, sponsorships_of
from desktop_app.calc.incentives import IncentiveRow, incentives_of
from desktop_app.calc.relocation_clock import RelocationStanding
from desktop_app.calc.response_plans import persons_of
from desktop_app.calc.sponsorship_clock import SponsorshipStanding
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.models.interchange.output_parts import Output


def solidarity_figures(assessment: Assessment) -> Output:
    """Return how it stands with groups and support plans on the day of the check, and what incentives are due."""
    forum = assessment.forum
    helped = forum.migratory_pressure.report.benefitting
    return {
        "support_plans": [_support_plan(plan) for plan in forum.solidarity.support_plans],
        "sponsorship_groups": [_sponsorship(standing, helped) for standing in sponsorships_of(assessment)],
        "relocation_groups": [_relocation(standing) for standing in relocations_of(assessment)],
        "incentives": [_incentive(row) for row in incentives_of(forum)],
    }


def _support_plan(plan: SupportPlan) -> Output:
    return {
        "id": plan.id,
        "code": plan.code,
        "benefitting": plan.benefitting,
        "persons": plan.persons,
        "delivered": plan.delivered,
        "measures": exact_text(persons_of(each.measure for each in plan.measures)),
        "measures_delivered": exact_text(persons_of(each.measure for each in plan.measures if each.delivered)),
        "consent": plan.consent is not None,
    }


def _sponsorship(standing: SponsorshipStanding, helped: str | None) -> Output:
    group = standing.group
    return {
        "id": group.id,
        "sponsor": group.sponsor,
        "benefitting": group.benefitting or helped,
        "persons": group.persons,
        "left": group.left,
        "started": _day(standing.started),
        "due": _day(standing.due),
        "days_left": standing.days_left,
        "alarm": standing.is_near,
        "lapsed": standing.has_lapsed,
        "to_relocate": standing.to_relocate,
        "taken_over": group.taken_over,
        "taken_over_on": _day(group.taken_over_on),
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
