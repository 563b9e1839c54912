"""Meetings and rounds of the negotiation: their window, and the dialogs that open a meeting and close a round."""

from desktop_app.views.rounds.commands import RoundCommands

__all__ = ["RoundCommands"]
