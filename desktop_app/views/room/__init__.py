"""The room display: a second window for the projector, which shows what was released and nothing else."""

from desktop_app.views.room.commands import RoomCommands

__all__ = ["RoomCommands"]
