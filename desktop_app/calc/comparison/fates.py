"""What happens to findings and deadlines between two assessments: they come, go, say something else, move."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.calc.consequences import Consequences
from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.sentences import say
from desktop_app.calc.shifts import ARROW

_ONE_LINE: Final = 80
"""Signs that two sentences have together at most where they stand on one line."""


class Fate(Enum):
    """What happens to a finding or a deadline; the value is the word for it."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changes"
    MOVED = "moved"
    WEIGHED = say("another severity")


@dataclass(frozen=True, slots=True)
class Fated:
    """A finding, and what happens to it.

    Attributes:
        fate: see :class:`Fate`.
        finding: as it is after the change; one that goes, as it was.
        before: as it was, where it changes; else ``None``.
    """

    fate: Fate
    finding: Finding
    before: Finding | None = None


@dataclass(frozen=True, slots=True)
class FatedDeadline:
    """A deadline, and what happens to it.

    Attributes:
        fate: see :class:`Fate`.
        deadline: as it is after the change; one that goes, as it was.
        before: as it was, where it moves; else ``None``.
    """

    fate: Fate
    deadline: Deadline
    before: Deadline | None = None


def fates_of(result: Consequences) -> list[Fated]:
    """Return findings that come, go or change, the gravest first.

    One that goes while one of the same rule, state and severity comes is the same one, which says something else.
    """
    going = list(result.gone_findings)
    fates: list[Fated] = []
    for finding in result.new_findings:
        before = next((each for each in going if _about(each) == _about(finding)), None)
        if before is None:
            fates.append(Fated(Fate.NEW, finding))
        else:
            going.remove(before)
            fates.append(Fated(Fate.CHANGED, finding, before))
    fates += [Fated(Fate.GONE, finding) for finding in going]
    return _in_order(fates)


def weighed(fates: Sequence[Fated]) -> list[Fated]:
    """Return fates in which a finding weighs more or less where one of its rule and state goes while another comes."""
    going = [each for each in fates if each.fate is Fate.GONE]
    found = []
    for each in fates:
        same = (other for other in going if _rule_and_state(other.finding) == _rule_and_state(each.finding))
        gone = next(same, None) if each.fate is Fate.NEW else None
        if gone is not None:
            going.remove(gone)
            found.append(Fated(Fate.WEIGHED, each.finding, gone.finding))
        elif each.fate is not Fate.GONE:
            found.append(each)
    return _in_order([*found, *going])


def deadline_fates(before: Sequence[Deadline], after: Sequence[Deadline]) -> list[FatedDeadline]:
    """Return deadlines that come or move, in the order of after, and then those that go."""
    fates = []
    earlier = list(before)
    for deadline in after:
        if deadline in earlier:
            earlier.remove(deadline)
            continue
        same = next((each for each in earlier if (each.rule, each.state) == (deadline.rule, deadline.state)), None)
        if same is None:
            fates.append(FatedDeadline(Fate.NEW, deadline))
        else:
            earlier.remove(same)
            if same.due != deadline.due:
                fates.append(FatedDeadline(Fate.MOVED, deadline, same))
    return fates + [FatedDeadline(Fate.GONE, each) for each in earlier]


def other_words(before: str, after: str) -> str:
    """Return both sentences, each whole, an arrow between them; long ones on lines of their own."""
    if before == after:
        return after
    # Two sentences spliced into one would say something that was true neither before nor after.
    gap = " " if len(before) + len(after) <= _ONE_LINE else "\n"
    return f"{before}{gap}{ARROW} {after}"


def _in_order(fates: list[Fated]) -> list[Fated]:
    order = list(Fate)
    return sorted(fates, key=lambda each: (each.finding.severity.rank, order.index(each.fate)))


def _about(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.state, finding.severity


def _rule_and_state(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.state
