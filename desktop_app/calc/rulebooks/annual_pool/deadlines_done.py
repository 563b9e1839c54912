"""Where a forum on the annual pool records that a time limit was kept (Art. 9, 13, 57, 61, 62)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import Record, Recorded
from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import MeetingKind
from desktop_app.calc.sentences import say


def _three_acts(assessment: Assessment, _deadline: Deadline) -> Record:
    basis = assessment.forum.basis
    named = {
        say("report"): basis.report.date,
        say("decision"): basis.decision.date,
        say("proposal"): basis.proposal.date,
    }
    missing = [name for name, day in named.items() if day is None]
    if missing:
        return Record(open=say("without a date: {acts}", acts=missing))
    return Record(max(day for day in named.values() if day is not None))


def _council_act(assessment: Assessment, _deadline: Deadline) -> Record:
    return Record(assessment.forum.adopted)


def _first_meeting(assessment: Assessment, _deadline: Deadline) -> Record:
    meetings = assessment.forum.meetings
    firsts = [each.date for each in meetings if each.kind is MeetingKind.INITIAL and each.date]
    return Record(min(firsts, default=None))


def _assessed(assessment: Assessment, deadline: Deadline) -> Record:
    """Return when the request was assessed that started the period: each of several has its own deadline."""
    requests = assessment.forum.state(deadline.state or "").deductions
    (request,) = (each for place, each in enumerate(requests) if place == deadline.place)
    return Record(request.assessed or request.decided)


RECORDS: Final[Mapping[str, Recorded]] = MappingProxyType(
    {
        "AMMR-9-4": _three_acts,
        "AMMR-57-1d": _council_act,
        "AMMR-13-2": _first_meeting,
        "AMMR-61-3": _assessed,
        "AMMR-62-4": _assessed,
    }
)
"""Where the forum records what a rule's time limit asks for; of the others it records nothing."""
