"""The way from one state of a forum to another, step by step; what knows the pieces of a forum makes it."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.calc.differences import Difference, differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say


class Group(Enum):
    """What a step changes, in the order in which the steps are taken unless another is asked for.

    What the figures rest on comes first (the key, the numbers, how unclear texts are read), then dates, status and
    deductions, then what was pledged, and then what follows. The value is the word for it.
    """

    KEY = "key"
    NUMBERS = say("reference numbers")
    READINGS = "readings"
    ACTS = "acts and dates"
    STATUS = "status"
    DEDUCTIONS = "deductions"
    PLEDGES = "pledges and plans"
    DECISIONS = say("rounds, acts and pools")
    CARRIED_OUT = say("carried out")
    ASIDE = say("said beside")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way.

    Attributes:
        title: what it changes: ``"Key: France"``, ``"Slovakia: deductions"``, ``"27 pledges and plans"``.
        group: see :class:`Group`.
        codes: the states whose records it changes; empty where it changes none's.
        parts: how many changes it takes together; more than one where they cannot be taken singly, or not yet.
        before: the forum before it.
        after: the forum after it.
    """

    title: str
    group: Group
    codes: tuple[str, ...]
    parts: int
    before: Forum
    after: Forum

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What it changes, cell by cell in the field's words."""
        return differences(self.before, self.after)
