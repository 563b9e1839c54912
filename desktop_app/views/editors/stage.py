"""What is staged in an editor: the change that would be taken, or what keeps it from being taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.forum import Forum, StateRecord
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.validity import problems
from desktop_app.views.language import shown, state_name, upper_first


@dataclass(frozen=True, slots=True)
class Subject:
    """The Member State that an editor is about, in the forum as it stands.

    Attributes:
        code: Union code.
        assessment: the figures of now.
    """

    code: str
    assessment: AnnualPoolAssessment

    @property
    def forum(self) -> Forum:
        """The forum as it stands."""
        return self.assessment.forum

    @property
    def record(self) -> StateRecord:
        """What is recorded of the state."""
        return self.forum.state(self.code)

    @property
    def row(self) -> Row | None:
        """Its figures; ``None`` where the forum does not have the state."""
        return next((row for row in self.assessment.rows if row.code == self.code), None)

    @property
    def name(self) -> str:
        """The state's name."""
        return state_name(self.code)

    @property
    def is_bound(self) -> bool:
        """Whether the Regulation binds it."""
        return self.code != NOT_BOUND


@dataclass(frozen=True, slots=True)
class Staged:
    """What would be taken.

    Attributes:
        change: ``None`` while something is wrong, and where nothing would change.
        problems: what is wrong, in one line, by name of the field; ``""`` for what concerns no field.
    """

    change: Change | None = None
    problems: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, subject: Subject) -> AnnualPoolAssessment | None:
        """Return the figures as they would be; ``None`` where nothing is to be taken."""
        if self.change is None:
            return None
        return assess(self.change.apply_to(subject.forum), subject.assessment)


def staged(change: Change, subject: Subject) -> Staged:
    """Try a change on the forum's value: would it be taken, and does it change anything?"""
    try:
        changed = change.apply_to(subject.forum)
    except CannotChangeError as refusal:
        return Staged(problems={"": str(refusal)})
    known = problems(subject.forum)
    found = {
        _field_of(problem.where): f"{upper_first(problem.what)}: {shown(problem.remedy)}."
        for problem in problems(changed)
        if problem not in known
    }
    if found:
        return Staged(problems=found)
    return Staged(None if changed.state(subject.code) == subject.record else change)


def _field_of(where: str) -> str:
    """Return the name of the field that a problem's key path means."""
    tail = where.rpartition("].")[2]
    number = re.search(r"(?:alternative|deductions)\[(\d+)\]", where)
    name = tail.rpartition(".")[2].removesuffix("_eur")
    return f"{shown(number[1])}.{name}" if number else name
