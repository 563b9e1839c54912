"""Return sponsorship, relocations under way, incentives and the log: their windows and editors (Art. 55 to 60, 72)."""

from desktop_app.views.solidarity.commands import SolidarityCommands

__all__ = ["SolidarityCommands"]
