"""Where a forum on migratory pressure records that a time limit was kept (COM(2020) 610, Art. 51 to 57)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import Record, Recorded, of_all
from desktop_app.calc.findings import Deadline
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.rulebooks.solidarity_done import SOLIDARITY_RECORDS
from desktop_app.calc.sentences import State, say


def _report(assessment: Assessment, _deadline: Deadline) -> Record:
    return Record(assessment.forum.migratory_pressure.report.adopted)


def _plans(assessment: Assessment, _deadline: Deadline) -> Record:
    """Look for the plans; once the act is adopted it sets the types instead, and no plan is awaited any more."""
    response = PressureAssessment.of(assessment)
    recorded = response.forum.migratory_pressure
    without = [row.code for row in response.rows if row.is_asked and not recorded.revisions(row.code)]
    if recorded.act.adopted is not None and without:
        states = [State(code) for code in without]
        return Record(open=say("the Commission has set the types of {states}", states=states), arises=False)
    return of_all(
        {
            row.code: [plan.submitted for plan in recorded.revisions(row.code)[:1]]
            for row in response.rows
            if row.is_asked
        }
    )


def _act(assessment: Assessment, _deadline: Deadline) -> Record:
    return Record(assessment.forum.migratory_pressure.act.adopted)


def _implementation(assessment: Assessment, _deadline: Deadline) -> Record:
    return Record(assessment.forum.migratory_pressure.act.reported)


RECORDS: Final[Mapping[str, Recorded]] = MappingProxyType(
    {
        "P610-51-1": _report,
        "P610-51-4": _report,
        "P610-52-3a": _plans,
        "P610-53-1": _act,
        "P610-53-6": _implementation,
        **SOLIDARITY_RECORDS,
    }
)
"""Where the forum records what a rule's time limit asks for; of the others it records nothing."""
