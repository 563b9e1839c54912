"""Which revision of a plan counts, and how it stands with it (COM(2020) 610, Art. 47(4), 47(5), Annex I)."""

from datetime import date

from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame


def counting(code: str, frame: Frame) -> tuple[ResponsePlan | None, PlanStanding]:
    """Return the revision that counts, and how it stands with the plan.

    The highest revision counts that was handed in up to the end of the forum, if the first plan was in time;
    a plan without a date counts until it has one (the form blocks without it).
    """
    revisions = frame.recorded.revisions(code)
    if code in frame.benefitting:
        return None, PlanStanding.NOT_ASKED
    if not revisions:
        return None, PlanStanding.MISSING if _passed(frame) else PlanStanding.AWAITED
    first, ended = revisions[0], frame.recorded.forum_ended
    if _after(first.submitted, frame.plan_deadline):
        return None, PlanStanding.LATE
    in_time = [plan for plan in revisions[1:] if not _after(plan.submitted, ended)]
    counts = in_time[-1] if in_time else first
    is_dated = first.submitted is not None and counts.submitted is not None
    return counts, PlanStanding.IN_TIME if is_dated else PlanStanding.UNDATED


def _after(day: date | None, last: date | None) -> bool:
    return day is not None and last is not None and day > last


def _passed(frame: Frame) -> bool:
    return _after(frame.today, frame.plan_deadline)
