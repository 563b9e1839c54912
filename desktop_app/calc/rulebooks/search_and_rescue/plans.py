"""Which revision of a plan counts, and how it stands with it (COM(2020) 610, Art. 47(4), 47(5), Annex I)."""

from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.plans_2020 import PlanTimes, counting_of
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame


def counting(code: str, frame: Frame) -> tuple[ResponsePlan | None, PlanStanding]:
    """Return the revision that counts, and how it stands with the plan; nobody asks a state of disembarkation."""
    if code in frame.benefitting:
        return None, PlanStanding.NOT_ASKED
    times = PlanTimes(frame.plan_deadline, frame.recorded.forum_ended or frame.recorded.act.adopted, frame.today)
    return counting_of(frame.recorded.revisions(code), times)
