"""The response plans of search and rescue: the form of Annex I as a panel, and its revisions side by side."""

from desktop_app.views.plan_form.commands import PlanCommands
from desktop_app.views.plan_form.panel import PlanPanel

__all__ = ["PlanCommands", "PlanPanel"]
