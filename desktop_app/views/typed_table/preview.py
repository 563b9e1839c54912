"""What an entry would do, said before it is recorded; each table has its own entries."""

from dataclasses import dataclass
from typing import Protocol

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.forum import Forum
from desktop_app.calc.validity import problems
from desktop_app.views.language import shown


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood of an entry.

    Attributes:
        words: what was understood, or why it is refused.
        outcome: what it would do to the Member State's figures; may be empty.
        change: what would be recorded, ``None`` where the entry is refused.
        unfinished: whether typing on can still make it an entry.
        is_new: whether it differs from what is recorded.
        warning: what is doubtful of an entry that is taken all the same; may be empty.
    """

    words: str
    outcome: str = ""
    change: Change | None = None
    unfinished: bool = False
    is_new: bool = False
    warning: str = ""


class Entries(Protocol):
    """How a table reads what is typed into its cells."""

    def text(self, assessment: Assessment, code: str, column: int) -> str:
        """Return what is recorded in a cell as one would type it."""
        ...

    def preview(self, assessment: Assessment, code: str, column: int, typed: str) -> Preview:
        """Say what an entry would do."""
        ...


def tried(forum: Forum, change: Change) -> tuple[str, Forum | None]:
    """Try a change on the forum's value; return why it is refused, or the new forum."""
    try:
        changed = change.apply_to(forum)
    except CannotChangeError as refusal:
        return str(refusal), None
    known = problems(forum)
    new = [problem for problem in problems(changed) if problem not in known]
    if new:
        return f"{shown(new[0].what)}: {shown(new[0].remedy)}.", None
    return "", changed
