"""The plans of a pressure response: the form of Annex II as a panel, and its revisions side by side."""

from desktop_app.views.pressure_form.commands import PressurePlanCommands
from desktop_app.views.pressure_form.panel import PressurePlanPanel

__all__ = ["PressurePlanCommands", "PressurePlanPanel"]
