"""Where a forum records that time limits of groups were kept (COM(2020) 610, Art. 55, 57)."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import Record, Recorded
from desktop_app.calc.findings import Deadline
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import standing_of
from desktop_app.calc.solidarity_groups import RelocationGroup


def _of_group(day: Callable[[RelocationGroup], date | None]) -> Recorded:
    def recorded(assessment: Assessment, deadline: Deadline) -> Record:
        groups = assessment.forum.solidarity.relocation_groups
        return Record(day(groups[deadline.place]) if deadline.place is not None else None)

    return recorded


def _accepted(assessment: Assessment, deadline: Deadline) -> Record:
    """Return the day of the confirmation; silence is one on the last day, and is never late (Art. 57(7))."""
    group = assessment.forum.solidarity.relocation_groups[deadline.place or 0]
    standing = standing_of(group, assessment.readings[POSTPONEMENT.name], as_of(assessment.forum))
    return Record(standing.accepted_on)


SOLIDARITY_RECORDS: Final[Mapping[str, Recorded]] = MappingProxyType(
    {
        "P610-57-7": _accepted,
        "P610-57-8": _of_group(lambda group: group.decided),
        "P610-57-9": _of_group(lambda group: group.transferred),
    }
)
"""Where the forum records what a group's time limit asks for."""
