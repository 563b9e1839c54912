"""The ground check in the window: one quiet line, a band with the remedy where one is needed, the details on demand."""

from desktop_app.views.ground.commands import GROUND, GroundCommands

__all__ = ["GROUND", "GroundCommands"]
