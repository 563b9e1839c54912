"""Paper for the room: delegation sheets, the differences from a round, the dossier of a meeting."""

from desktop_app.views.paper.commands import PaperCommands

__all__ = ["PaperCommands"]
