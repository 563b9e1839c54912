"""How it stands with a time limit on the day of the check: done, due, late (Art. 75; COM(2020) 610, Art. 65).

What was done is read from the dates that the forum records, by each rulebook's ``deadlines_done``; where it records
none for a time limit, that is said, and nothing is called late.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Deadline
from desktop_app.calc.moments import as_of
from desktop_app.calc.rulebooks.books import deadline_record
from desktop_app.calc.sentences import Sentence, say


class Standing(Enum):
    """How it stands with a time limit."""

    DONE = say("done in time")
    DONE_LATE = say("done late")
    LATE = "late"
    DUE = "due"
    PASSED = "passed"
    NOT_NEEDED = say("does not arise")


@dataclass(frozen=True, slots=True)
class DeadlineStanding:
    """A time limit and how it stands with it.

    Attributes:
        deadline: the time limit.
        standing: see :class:`Standing`.
        days: days until the last day (due), since it (late, passed), or by which it was done late; else ``None``,
            as where the forum names no day at all.
        done: the day on which it was done, or ``None``.
        open: what is still awaited, or why nothing is any more, in words; may be empty.
    """

    deadline: Deadline
    standing: Standing
    days: int | None
    done: date | None = None
    open: Sentence | str = ""

    @property
    def due(self) -> date:
        """The last day."""
        return date.fromisoformat(self.deadline.due)

    @property
    def words(self) -> Sentence:
        """How it stands, in words: ``"due in 3 days"``, ``"done on 20 October 2026, in time"``."""
        return _words(self.standing, self.days, self.done)


def standings(assessment: Assessment) -> tuple[DeadlineStanding, ...]:
    """Return how it stands with every time limit of a forum on the day of its check, by due date."""
    today = as_of(assessment.forum)
    return tuple(standing_of(each, assessment, today) for each in assessment.deadlines)


def standing_of(deadline: Deadline, assessment: Assessment, today: date | None) -> DeadlineStanding:
    """Return how it stands with a time limit.

    Args:
        deadline: one of the assessment's.
        assessment: with what the forum records.
        today: the day of the check; without one nothing is late.
    """
    due = date.fromisoformat(deadline.due)
    record = deadline_record(assessment, deadline)
    if not record.arises:
        return DeadlineStanding(deadline, Standing.NOT_NEEDED, None, open=record.open)
    if record.done is not None:
        late = (record.done - due).days
        standing = Standing.DONE_LATE if late > 0 else Standing.DONE
        return DeadlineStanding(deadline, standing, late if late > 0 else None, record.done)
    if today is None or today <= due:
        days = None if today is None else (due - today).days
        return DeadlineStanding(deadline, Standing.DUE, days, open=record.open)
    standing = Standing.LATE if record.is_kept else Standing.PASSED
    return DeadlineStanding(deadline, standing, (today - due).days, open=record.open)


def next_due(found: Iterable[DeadlineStanding]) -> tuple[DeadlineStanding, ...]:
    """Return what is due next: every open time limit of the nearest last day; nothing where none is open."""
    due = [each for each in found if each.standing is Standing.DUE]
    return tuple(each for each in due if each.due == min(other.due for other in due))


def late(found: Iterable[DeadlineStanding]) -> tuple[DeadlineStanding, ...]:
    """Return what is late and not done."""
    return tuple(each for each in found if each.standing is Standing.LATE)


# --------------------------------------------------------------------------------------------------------------- words


def _words(standing: Standing, days: int | None, done: date | None) -> Sentence:
    match standing:
        case Standing.DONE:
            return say("done on {day}, in time", day=done or "")
        case Standing.DONE_LATE:
            late = "done on {day}, {count} day late" if days == 1 else "done on {day}, {count} days late"
            return say(late, day=done or "", count=days or 0)
        case Standing.NOT_NEEDED:
            return say("does not arise")
        case Standing.DUE if days is None:
            return say("due")
        case Standing.DUE if days == 0:
            return say("due today")
        case _:
            one, several = _COUNTED[standing]
            return say(one if days == 1 else several, count=days or 0)


_COUNTED: Final[Mapping[Standing, tuple[Sentence, Sentence]]] = MappingProxyType(
    {
        Standing.DUE: (say("due in {count} day"), say("due in {count} days")),
        Standing.LATE: (say("late by {count} day"), say("late by {count} days")),
        Standing.PASSED: (
            say("{count} day ago; whether it was done is not recorded"),
            say("{count} days ago; whether it was done is not recorded"),
        ),
    }
)
