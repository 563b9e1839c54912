"""The view that checks the forum against the annex of an adopted act."""

from desktop_app.views.adopted.commands import AdoptedCommands

__all__ = ["AdoptedCommands"]
