"""Search and rescue: report and requests, rounds, judgement and act, the 30 % test (COM(2020) 610, Art. 47, 48)."""

from desktop_app.views.disembarkation.commands import DisembarkationCommands

__all__ = ["DisembarkationCommands"]
