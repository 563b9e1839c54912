"""What would close the gap: a target, limits by Member State, and the proposals that a solver finds within them."""

from desktop_app.views.gap.commands import GapCommands

__all__ = ["GapCommands"]
