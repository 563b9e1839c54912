"""What the door of a forum file says of a change that it took."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.calc.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done, committed and read back.

    Attributes:
        kind: what it touches; views refresh by it.
        title: its name.
        seq: number of its journal entry.
        committed_at: when, in UTC.
        state_hash: hash of the forum's state after it.
        recorded: whether there is a new entry; ``False`` where the change would have changed nothing, and
            the other attributes are those of the last entry.
        clock_is_behind: whether this laptop's clock is set back: the entry has the time of the one before it.
    """

    kind: ChangeKind
    title: str
    seq: int
    committed_at: datetime
    state_hash: str
    recorded: bool = True
    clock_is_behind: bool = False
