"""The voluntary mechanism as a whole: declaration, platform, duration, signatories; needs; commitments kept."""

from desktop_app.views.voluntary.commands import VoluntaryCommands

__all__ = ["VoluntaryCommands"]
