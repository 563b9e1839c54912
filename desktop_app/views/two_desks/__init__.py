"""Two desks with one forum: the pen handed on with a copy, and copies that parted compared and merged."""

from desktop_app.views.two_desks.commands import TwoDesksCommands

__all__ = ["TwoDesksCommands"]
