"""All pledges of a signatory, one for each Member State helped or project, as a panel beside the table."""

from desktop_app.views.voluntary_form.commands import PledgeCommands
from desktop_app.views.voluntary_form.panel import PledgePanel

__all__ = ["PledgeCommands", "PledgePanel"]
