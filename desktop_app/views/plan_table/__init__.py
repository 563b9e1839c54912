"""The table of plans: every participating Member State's plan, the 30 % test and the act, side by side."""

from desktop_app.views.plan_table.table import PlanTable

__all__ = ["PlanTable"]
