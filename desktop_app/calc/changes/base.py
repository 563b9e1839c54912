"""What every change has: a kind, a name, and a pure function from forum to forum."""

from enum import Enum
from typing import Protocol

from desktop_app.calc.forum import Forum


class ChangeKind(Enum):
    """What a change touches."""

    PLEDGE = "pledge"
    STATE = "state"
    POOL = "pool"
    KEY = "key"
    READING = "reading"
    DETAILS = "details"
    ACKNOWLEDGEMENT = "acknowledgement"
    REPORT = "report"
    PLAN = "plan"
    ACT = "act"
    USE = "use"
    SOLIDARITY = "solidarity"
    VOLUNTARY = "voluntary"
    REPLACE = "replace"


class CannotChangeError(Exception):
    """The change makes no sense here; the message says why and what to do."""


class Change(Protocol):
    """Anything that the forum file's door takes."""

    @property
    def kind(self) -> ChangeKind:
        """What the change touches."""
        ...

    def title(self, forum: Forum) -> str:
        """Return the name of the change, such as ``"Belgium: relocations 100"``."""
        ...

    def apply_to(self, forum: Forum) -> Forum:
        """Return the changed forum.

        Raises:
            CannotChangeError: the change makes no sense on this forum.
        """
        ...
