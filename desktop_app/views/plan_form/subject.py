"""Whose plan is shown, in which revision, and what taking the edits of it would change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change, RecordPlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.validity import problems
from desktop_app.views.editors.forms.base import Outcome
from desktop_app.views.language import shown, state_name, upper_first
from desktop_app.views.plan_form.annex import (
    Annex,
    Plan,
    PlanRow,
    PlansAssessment,
    PlansRecord,
    annex_of,
    deadline_of,
    plans_of,
    row_of,
)
from desktop_app.views.plan_form.forms import PlanForm, read_plan

_Plan = TypeVar("_Plan")


@dataclass(frozen=True, slots=True)
class PlanSubject:
    """One revision of one Member State's plan, in the forum as it stands.

    Attributes:
        code: Union code.
        revision: 0 for the first plan, 1, 2 … for those revised in the forum.
        assessment: the figures of now.
    """

    code: str
    revision: int
    assessment: PlansAssessment

    @property
    def forum(self) -> Forum:
        """The forum as it stands."""
        return self.assessment.forum

    @property
    def recorded(self) -> PlansRecord:
        """What it records of the procedure."""
        return plans_of(self.forum)

    @property
    def annex(self) -> Annex:
        """The form."""
        return annex_of(self.recorded)

    @property
    def name(self) -> str:
        """The state's name."""
        return state_name(self.code)

    @property
    def row(self) -> PlanRow | None:
        """The state's figures; ``None`` where it does not take part."""
        return row_of(self.code, self.assessment)

    @property
    def revisions(self) -> tuple[Plan, ...]:
        """Every revision that is recorded, the first plan first."""
        return self.recorded.revisions(self.code)

    @property
    def plan(self) -> Plan | None:
        """The revision that is shown, as recorded; ``None`` where it is not."""
        return next((plan for plan in self.revisions if plan.revision == self.revision), None)

    @property
    def deadline(self) -> date | None:
        """Last day for plans; ``None`` before the report."""
        return deadline_of(self.recorded)

    @property
    def today(self) -> date | None:
        """The day of the check."""
        return as_of(self.forum)


@dataclass(frozen=True, slots=True)
class PlanStaged:
    """What would be taken.

    Attributes:
        change: ``None`` while something is wrong, and where nothing would change.
        problems: what is wrong, in one line, by name of the field; ``""`` for what concerns no field.
    """

    change: Change | None = None
    problems: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, subject: PlanSubject) -> Assessment | None:
        """Return the figures as they would be; ``None`` where nothing is to be taken."""
        return None if self.change is None else assess(self.change.apply_to(subject.forum), subject.assessment)


def staged(outcome: Outcome[_Plan], record: Callable[[_Plan], Change], subject: PlanSubject) -> PlanStaged:
    """Try what a form means on the forum: would it be taken, and does it change anything?

    Args:
        outcome: the plan that was read, or what is wrong with the form.
        record: makes the change.
        subject: whose form it is.
    """
    if outcome.value is None:
        return PlanStaged(problems=outcome.problems)
    change = record(outcome.value)
    changed = change.apply_to(subject.forum)
    known = problems(subject.forum)
    # What a field can be blamed for was found above.
    found = next((problem for problem in problems(changed) if problem not in known), None)
    if found is not None:
        return PlanStaged(problems={"": f"{upper_first(found.what)}: {shown(found.remedy)}."})
    return PlanStaged(None if changed == subject.forum else change)


def stage(form: PlanForm, subject: PlanSubject) -> PlanStaged:
    """Read a form of Annex I and try it on the forum."""
    recorded = subject.plan
    outcome = read_plan(form, subject.code, subject.revision, recorded if isinstance(recorded, ResponsePlan) else None)
    return staged(outcome, RecordPlan, subject)
