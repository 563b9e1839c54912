"""Where a forum on search and rescue records that a time limit was kept (COM(2020) 610, Art. 47 to 49)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import Record, Recorded, of_all
from desktop_app.calc.findings import Deadline
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath


def _requests(assessment: Assessment, _deadline: Deadline) -> Record:
    return Record(assessment.forum.search_and_rescue.requested)


def _plans(assessment: Assessment, _deadline: Deadline) -> Record:
    response = SearchAndRescueAssessment.of(assessment)
    firsts = {
        row.code: response.forum.search_and_rescue.revisions(row.code)[:1]
        for row in response.rows
        if not row.benefitting
    }
    return of_all({code: [plan.submitted for plan in plans] for code, plans in firsts.items()})


def _act(path: ActPath) -> Recorded:
    def recorded(assessment: Assessment, _deadline: Deadline) -> Record:
        act = assessment.forum.search_and_rescue.act
        return Record(act.adopted, arises=act.path in {path, None})

    return recorded


def _calls(assessment: Assessment, _deadline: Deadline) -> Record:
    recorded = assessment.forum.search_and_rescue
    return of_all(
        {
            each.code: [call.requested for call in recorded.calls if call.benefitting == each.code]
            for each in recorded.report.benefitting
        }
    )


def _disembarkations(assessment: Assessment, deadline: Deadline) -> Record:
    """Return the first draw on or after the call that started the period."""
    draws = assessment.forum.search_and_rescue.use
    days = [draw.date for draw in draws if draw.date and (draw.used_for or draw.benefitting) == deadline.state]
    return Record(min((day for day in days if deadline.started is not None and day >= deadline.started), default=None))


RECORDS: Final[Mapping[str, Recorded]] = MappingProxyType(
    {
        "P610-47-3": _requests,
        "P610-47-4a": _plans,
        "P610-48-1": _act(ActPath.SUFFICIENT),
        "P610-48-2a": _act(ActPath.STILL_SHORT),
        "P610-49-1": _calls,
        "P610-49-1b": _disembarkations,
    }
)
"""Where the forum records what a rule's time limit asks for; of the others it records nothing."""
