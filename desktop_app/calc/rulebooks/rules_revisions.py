"""Revisions of a plan, made in the forum (COM(2020) 610, Annex I, footnote 1; Annex II, footnote 2)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from desktop_app.calc.findings import Severity
from desktop_app.calc.readings import REVISIONS
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import State, say


class Revision(Protocol):
    """One revision of a plan."""

    @property
    def code(self) -> str:
        """Union code."""
        ...

    @property
    def reference(self) -> str | None:
        """Reference number."""
        ...

    @property
    def revision(self) -> int:
        """0 for the first plan."""
        ...

    @property
    def submitted(self) -> date | None:
        """Date of submission."""
        ...


class Adopted(Protocol):
    """An act."""

    @property
    def adopted(self) -> date | None:
        """Date of adoption."""
        ...


class WithPlans(Protocol):
    """A procedure's record of plans and of the end of its forum."""

    @property
    def plans(self) -> Sequence[Revision]:
        """Every revision of every plan."""
        ...

    @property
    def forum_ended(self) -> date | None:
        """The end of the forum."""
        ...

    @property
    def act(self) -> Adopted:
        """The act."""
        ...

    def revisions(self, code: str) -> Sequence[Revision]:
        """Return the revisions of a Member State's plan, the first plan first."""
        ...


class PlansCase(Protocol):
    """A forum of a procedure with plans."""

    @property
    def recorded(self) -> WithPlans:
        """What the forum records of the procedure."""
        ...


@rule_2020(
    "P610-46-2",
    "Revisions of a plan",
    "Annex I, footnote 1; Annex II, footnote 2; Art. 47(5), 52(4)",
    Severity.WARN,
    "A plan revised in the forum keeps its reference number and gets a revision mark: (Rev) 1, (Rev) 2 and so on. "
    "A revision counts if it came in up to the end of the forum; without a forum, up to the act.",
    readings=(REVISIONS.name,),
)
def revisions(case: PlansCase) -> Iterator[Remark]:
    """Name gaps in the numbers, other references, and revisions after the end of the forum."""
    ended, act = case.recorded.forum_ended, case.recorded.act.adopted
    for code in dict.fromkeys(plan.code for plan in case.recorded.plans):
        found = case.recorded.revisions(code)
        if [plan.revision for plan in found] != list(range(len(found))):
            message = say("{state}: the revisions of the plan are not numbered from 0 on.", state=State(code))
            yield Remark(message, code, "plan")
        if len({plan.reference for plan in found if plan.reference}) > 1:
            message = say("{state}: the revisions of the plan carry different reference numbers.", state=State(code))
            yield Remark(message, code, "plan")
        for plan in found[1:]:
            if ended and plan.submitted and plan.submitted > ended:
                message = say(
                    "{state}: revision {number} came on {day}, after the end of the forum, and does not count.",
                    state=State(code),
                    number=plan.revision,
                    day=plan.submitted,
                )
                yield Remark(message, code, "plan")
            elif ended is None and act and plan.submitted and plan.submitted > act:
                message = say(
                    "{state}: revision {number} came on {day}, after the act of {act}, and does not count.",
                    state=State(code),
                    number=plan.revision,
                    day=plan.submitted,
                    act=act,
                )
                yield Remark(message, code, "plan")
