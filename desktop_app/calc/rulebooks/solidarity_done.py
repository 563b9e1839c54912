"""Where a forum records that time limits of groups were kept (COM(2020) 610, Art. 55, 57)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import NOT_KEPT, Record, Recorded
from desktop_app.calc.findings import Deadline
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import standing_of
from desktop_app.calc.sentences import State, say
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup


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


def _all_taken_over(groups: Sequence[SponsorshipGroup]) -> Record:
    """Return the day on which the last persons were taken over, where nobody is left of any group.

    Where all were returned, nobody is to be taken over; where a day is missing, it cannot be said when it was done.
    """
    awaited = {group.sponsor for group in groups if group.left > 0}
    if awaited:
        states = [State(code) for code in sorted(awaited, key=lambda code: POSITION[code])]
        return Record(open=say("awaited: {states}", states=states))
    days = [group.taken_over_on for group in groups if group.taken_over]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return NOT_KEPT
    return Record(max(known, default=None), arises=bool(known))


def _of_the_act(assessment: Assessment, _deadline: Deadline) -> Record:
    """Look at all groups whose eight months run from the act; without one nothing is recorded of the act's persons."""
    groups = [each for each in assessment.forum.solidarity.sponsorship_groups if each.start is ClockStart.ACT]
    return _all_taken_over(groups) if groups else NOT_KEPT


def _of_one_group(assessment: Assessment, deadline: Deadline) -> Record:
    return _all_taken_over([assessment.forum.solidarity.sponsorship_groups[deadline.place or 0]])


SOLIDARITY_RECORDS: Final[Mapping[str, Recorded]] = MappingProxyType(
    {
        "P610-55-2": _of_the_act,
        "P610-55-3": _of_one_group,
        "P610-57-7": _accepted,
        "P610-57-8": _of_group(lambda group: group.decided),
        "P610-57-9": _of_group(lambda group: group.transferred),
    }
)
"""Where the forum records what a group's time limit asks for."""
