"""The strip above the table of plans: which forum this is, how far it has come, what the pledges come to."""

from desktop_app.views.plan_header.strip import PlanHeader

__all__ = ["PlanHeader"]
