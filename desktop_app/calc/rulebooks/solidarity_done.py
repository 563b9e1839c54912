"""Where a forum records that time limits of groups were kept (COM(2020) 610, Art. 55, 57)."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import Record, Recorded
from desktop_app.calc.findings import Deadline
from desktop_app.calc.solidarity_groups import RelocationGroup


def _of_group(day: Callable[[RelocationGroup], date | None]) -> Recorded:
    def recorded(assessment: Assessment, deadline: Deadline) -> Record:
        groups = assessment.forum.solidarity.relocation_groups
        return Record(day(groups[deadline.place]) if deadline.place is not None else None)

    return recorded


SOLIDARITY_RECORDS: Final[Mapping[str, Recorded]] = MappingProxyType(
    {
        "P610-57-7": _of_group(lambda group: group.confirmed),
        "P610-57-8": _of_group(lambda group: group.decided),
        "P610-57-9": _of_group(lambda group: group.transferred),
    }
)
"""Where the forum records what a group's time limit asks for."""
