"""Two states of the forum side by side: now, any moment, a closed round, a scenario; what differs, and why."""

from desktop_app.views.compare.commands import CompareCommands

__all__ = ["CompareCommands"]
