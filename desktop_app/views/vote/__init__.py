"""The vote of the Council on the act of an annual pool, and responsibility offsets: two windows beside the main one."""

from desktop_app.views.vote.commands import VoteCommands

__all__ = ["VoteCommands"]
