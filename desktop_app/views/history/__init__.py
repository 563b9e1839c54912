"""The history of a forum: every entry of its record, filtered, looked at, taken back, given a reason."""

from desktop_app.views.history.commands import HistoryCommands

__all__ = ["HistoryCommands"]
