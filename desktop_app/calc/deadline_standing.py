"""How it stands with a time limit on the day of the check: done, due, late (Art. 75; COM(2020) 610, Art. 65).

What was done is read from the dates that the forum records; where it records none for a time limit, that is
said, and nothing is called late.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import DeductionBasis, MeetingKind
from desktop_app.calc.moments import as_of
from desktop_app.calc.periods import end_of_days
from desktop_app.calc.periods_2020 import weeks_after
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.rulebooks.annual_pool.deadlines import DAYS_IN_A_WEEK, holiday_dates
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import ASSESSMENT_WEEKS
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import Sentence, State, say


class Standing(Enum):
    """How it stands with a time limit."""

    DONE = "done in time"
    DONE_LATE = "done late"
    LATE = "late"
    DUE = "due"
    PASSED = "passed"
    NOT_NEEDED = "does not arise"


@dataclass(frozen=True, slots=True)
class DeadlineStanding:
    """A time limit and how it stands with it.

    Attributes:
        deadline: the time limit.
        standing: see :class:`Standing`.
        days: days until the last day (due), since it (late, passed), or by which it was done late; else ``None``,
            as where the forum names no day at all.
        done: the day on which it was done, or ``None``.
        open: what is still awaited, in words; may be empty.
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


@dataclass(frozen=True, slots=True)
class _Record:
    """What the forum records of what a time limit asks for.

    Attributes:
        done: the day on which all of it was done; ``None`` while it is not.
        open: what is awaited, in words.
        arises: whether it is asked for at all.
        is_kept: whether the forum has a place for such a day.
    """

    done: date | None = None
    open: Sentence | str = ""
    arises: bool = True
    is_kept: bool = True


_NOT_KEPT: Final = _Record(is_kept=False)


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
    record = _RECORDS.get(deadline.rule, _nothing_kept)(assessment, deadline)
    if not record.arises:
        return DeadlineStanding(deadline, Standing.NOT_NEEDED, None)
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
            one, several = "done on {day}, {count} day late", "done on {day}, {count} days late"
            return say(one if days == 1 else several, day=done or "", count=days or 0)
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


# ------------------------------------------------------------------------------------------------- search and rescue


def _requests(assessment: Assessment, _deadline: Deadline) -> _Record:
    return _Record(assessment.forum.search_and_rescue.requested)


def _plans(assessment: Assessment, _deadline: Deadline) -> _Record:
    response = SearchAndRescueAssessment.of(assessment)
    firsts = {
        row.code: response.forum.search_and_rescue.revisions(row.code)[:1]
        for row in response.rows
        if not row.benefitting
    }
    return _of_all({code: [plan.submitted for plan in plans] for code, plans in firsts.items()})


def _of_all(days: Mapping[str, Iterable[date | None]]) -> _Record:
    """Return the last of the states' first days, once every state has one."""
    firsts = {code: min((day for day in found if day is not None), default=None) for code, found in days.items()}
    awaited = [code for code, first in firsts.items() if first is None]
    if awaited:
        return _Record(open=say("awaited: {states}", states=[State(code) for code in awaited]))
    return _Record(max((first for first in firsts.values() if first is not None), default=None))


def _act(path: ActPath) -> "_Recorded":
    def recorded(assessment: Assessment, _deadline: Deadline) -> _Record:
        act = assessment.forum.search_and_rescue.act
        return _Record(act.adopted, arises=act.path in {path, None})

    return recorded


def _calls(assessment: Assessment, _deadline: Deadline) -> _Record:
    recorded = assessment.forum.search_and_rescue
    return _of_all(
        {
            each.code: [call.requested for call in recorded.calls if call.benefitting == each.code]
            for each in recorded.report.benefitting
        }
    )


def _disembarkations(assessment: Assessment, deadline: Deadline) -> _Record:
    """Return the first draw on or after the call that started the period."""
    recorded = assessment.forum.search_and_rescue
    called = [
        call.requested
        for call in recorded.calls
        if call.benefitting == deadline.state
        and call.requested is not None
        and weeks_after(call.requested, 2).isoformat() == deadline.due
    ]
    draws = [use.date for use in recorded.use if use.date and (use.used_for or use.benefitting) == deadline.state]
    return _Record(min((day for day in draws if called and day >= min(called)), default=None))


# ------------------------------------------------------------------------------------------------------- annual pool


def _three_acts(assessment: Assessment, _deadline: Deadline) -> _Record:
    basis = assessment.forum.basis
    named = {
        say("report"): basis.report.date,
        say("decision"): basis.decision.date,
        say("proposal"): basis.proposal.date,
    }
    missing = [name for name, day in named.items() if day is None]
    if missing:
        return _Record(open=say("without a date: {acts}", acts=missing))
    return _Record(max(day for day in named.values() if day is not None))


def _council_act(assessment: Assessment, _deadline: Deadline) -> _Record:
    return _Record(assessment.forum.adopted)


def _first_meeting(assessment: Assessment, _deadline: Deadline) -> _Record:
    meetings = assessment.forum.meetings
    firsts = [each.date for each in meetings if each.kind is MeetingKind.INITIAL and each.date]
    return _Record(min(firsts, default=None))


def _assessed(basis: DeductionBasis) -> "_Recorded":
    def recorded(assessment: Assessment, deadline: Deadline) -> _Record:
        holidays, period = holiday_dates(assessment.forum), DAYS_IN_A_WEEK * ASSESSMENT_WEEKS
        answered = [
            each.assessed or each.decided
            for record in assessment.forum.states
            if record.code == deadline.state
            for each in record.deductions
            if each.basis is basis and each.requested is not None
            if end_of_days(each.requested, period, holidays).isoformat() == deadline.due
        ]
        return _Record(next(iter(answered), None))

    return recorded


def _nothing_kept(_assessment: Assessment, _deadline: Deadline) -> _Record:
    return _NOT_KEPT


_Recorded = Callable[[Assessment, Deadline], _Record]
_RECORDS: Final[Mapping[str, _Recorded]] = MappingProxyType(
    {
        "P610-47-3": _requests,
        "P610-47-4a": _plans,
        "P610-48-1": _act(ActPath.SUFFICIENT),
        "P610-48-2a": _act(ActPath.STILL_SHORT),
        "P610-49-1": _calls,
        "P610-49-1b": _disembarkations,
        "AMMR-9-4": _three_acts,
        "AMMR-57-1d": _council_act,
        "AMMR-13-2": _first_meeting,
        "AMMR-61-3": _assessed(DeductionBasis.ARTICLE_61),
        "AMMR-62-4": _assessed(DeductionBasis.ARTICLE_62),
    }
)
"""Where the forum records what a rule's time limit asks for; of the others it records nothing."""
