"""The pools in use: what is drawn and what remains, the 80 % alarm and what it leads to, the bridge (Art. 48, 49)."""

from desktop_app.views.pools.commands import PoolCommands

__all__ = ["PoolCommands"]
