"""The pen: at one desk at a time a forum is typed in; it is handed on with a copy of the file.

Giving the pen is a mark in the record, and the copy that the other desk gets holds it. Where that mark is the last
entry nothing else may follow but another mark, that the pen was taken: by the other desk, or back. So the chain of the
record itself shows where it changed hands.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from desktop_app.calc.memory import Mark, MarkKind
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import day
from desktop_app.models.errors import BadInput, ForumFileExists, ForumFileUnwritable
from desktop_app.models.header import real_path
from desktop_app.models.journal import Action, Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.models.applied import Applied
    from desktop_app.models.forum_file import ForumFile

Progress: TypeAlias = "Callable[[int, int], None]"
"""Called with pages left and pages in all; may end the work with ``Cancelled``."""

_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Given:
    """That the pen was given away, and not taken since.

    Attributes:
        to: who got it, as it was typed.
        by: who gave it.
        at: when, in UTC.
        desk: the laptop at which it was given, or ``None`` where it has no name.
    """

    to: str
    by: str
    at: "datetime"
    desk: str | None

    def __str__(self) -> str:
        """Return for example ``"the pen was given to Bo by Ana Silva on 27 November 2026 at 16:40"``."""
        here = self.at.astimezone()
        return say(
            "the pen was given to {to} by {by} on {day} at {time}",
            to=self.to,
            by=self.by,
            day=here.date(),
            time=f"{here:%H:%M}",
        )

    @property
    def day(self) -> str:
        """When, for example ``"27 November 2026"``."""
        return day(self.at.astimezone().date())


def given_by(head: Entry) -> Given | None:
    """Return to whom the pen was given, by the last entry of a record; ``None`` where it is here."""
    told = head.particulars_map if head.action == Action.MARK.value else {}
    if told.get("mark") != MarkKind.PEN_GIVEN.value:
        return None
    return Given(str(told.get("to", "another desk")), head.operator, head.time, head.desk)


def given(file: "ForumFile") -> Given | None:
    """Return to whom the pen of a forum file was given; ``None`` where whoever opens it may type.

    Raises:
        ForumFileError: the file cannot be read.
    """
    return given_by(file.history(1)[0])


def refuse_where_given(path: Path, head: Entry) -> None:
    """Refuse to write into a file whose pen was given away.

    Raises:
        ForumFileUnwritable: it was; the message says to whom, when, and what to do.
    """
    away = given_by(head)
    if away is not None:
        raise ForumFileUnwritable(
            str(path),
            str(away),
            say("go on in the copy that holds the pen, or take the pen: Negotiation, Two desks"),
        )


def give(
    file: "ForumFile",
    to: str,
    target: Path,
    *,
    replace: bool = False,
    runs: "Callable[[Callable[[Progress], None]], None] | None" = None,
) -> Path:
    """Give the pen to another desk: say so in the record, and make the verified copy in which it goes on.

    Where the copy cannot be made, the pen is taken back at once, and the record shows both.

    Args:
        file: open for writing; afterwards it takes nothing but that the pen is taken.
        to: who gets it: a name, a laptop.
        target: the copy.
        replace: whether a file of that name may be replaced; the person has said so.
        runs: does the long work, making the copy, which touches no open file: on whichever thread.

    Returns:
        The copy.

    Raises:
        BadInput: nobody is named, or the copy would be the file itself.
        ForumFileExists: a file has that name.
        ForumFileError: it could not be written.
        Cancelled: somebody stopped it.
    """
    from desktop_app.models.backup import save_copy

    to, target = to.strip(), real_path(target)
    if not 0 < len(to) <= _LONGEST_NAME:
        raise BadInput(
            "pen",
            say("a name of 1 to {LONGEST_NAME} characters is expected", LONGEST_NAME=_LONGEST_NAME),
            say("say who goes on typing"),
        )
    if target == file.path:
        raise BadInput("pen", say("the copy would be the forum that is open"), say("choose another name or folder"))
    if target.exists() and not replace:
        raise ForumFileExists(str(target), say("a file of that name exists"), say("choose another name"))
    file.mark(MarkKind.PEN_GIVEN, f"Pen given to {to}", {"to": to})
    path = file.path
    try:
        (runs or _at_once)(lambda progress: save_copy(path, target, replace=replace, progress=progress))
    except BaseException:
        take(file, "the copy could not be made")
        raise
    return target


def _at_once(work: "Callable[[Progress], None]") -> None:
    work(lambda _left, _all: None)


def take(file: "ForumFile", reason: str | None = None) -> "Applied":
    """Take the pen that was given: at the desk that got the copy, or back.

    Args:
        file: open for writing.
        reason: why, where it is taken back.

    Raises:
        ForumFileError: the file is open for reading only, or cannot be written.
    """
    away = given(file)
    here = file.author()
    if away is not None and away.desk == here.desk and away.by == here.operator:
        title = f"Pen taken back from {away.to}"
    else:
        title = f"Pen taken by {here.operator}"
    told = {"from": (away.desk or away.by) if away is not None else None}
    return file.mark(MarkKind.PEN_TAKEN, title[:500], told, reason)


def is_from_here(file: "ForumFile", away: Given) -> bool:
    """Tell whether the pen was given away at this very desk: then this file is the original, not the copy."""
    return away.desk == file.author().desk


def hands(file: "ForumFile") -> tuple[Mark, ...]:
    """Return where the pen changed hands, oldest first.

    Raises:
        ForumFileError: the file cannot be read.
    """
    return file.marks(MarkKind.PEN_GIVEN, MarkKind.PEN_TAKEN)
