"""What has been recorded for one kind of pledge: nothing yet, explicitly none, or a value.

Absent is not zero: a cell in which nothing was recorded blocks a final annex (Art. 57(1) asks for the
pledge of each Member State for each type), while an explicit "none" counts as 0.
"""

from enum import Enum
from typing import Final, Literal, TypeAlias, TypeVar

from desktop_app.calc.sentences import say


class Absent(Enum):
    """The type of :data:`ABSENT`, so that type checkers can narrow ``is ABSENT``."""

    ABSENT = say("nothing recorded")

    def __repr__(self) -> str:
        """Return ``ABSENT``."""
        return "ABSENT"


ABSENT: Final = Absent.ABSENT
"""Nothing recorded yet."""

_T = TypeVar("_T")
Recorded: TypeAlias = _T | Literal[Absent.ABSENT] | None
"""``ABSENT`` (nothing recorded yet), ``None`` (explicitly none) or a value."""
