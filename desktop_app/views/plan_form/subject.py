"""Whose plan is shown, in which revision, and what taking the edits of it would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import RecordPlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.periods_2020 import last_day_for_plans
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import SearchAndRescue
from desktop_app.calc.validity import problems
from desktop_app.views.plan_form.forms import PlanForm, read_plan


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
    assessment: SearchAndRescueAssessment

    @property
    def forum(self) -> Forum:
        """The forum as it stands."""
        return self.assessment.forum

    @property
    def recorded(self) -> SearchAndRescue:
        """What it records of the procedure."""
        return self.forum.search_and_rescue

    @property
    def name(self) -> str:
        """The state's name."""
        return name_of(self.code)

    @property
    def row(self) -> ResponseRow | None:
        """The state's figures; ``None`` where it does not take part."""
        return next((row for row in self.assessment.rows if row.code == self.code), None)

    @property
    def revisions(self) -> tuple[ResponsePlan, ...]:
        """Every revision that is recorded, the first plan first."""
        return self.recorded.revisions(self.code)

    @property
    def plan(self) -> ResponsePlan | None:
        """The revision that is shown, as recorded; ``None`` where it is not."""
        return next((plan for plan in self.revisions if plan.revision == self.revision), None)

    @property
    def deadline(self) -> date | None:
        """Last day for plans (Art. 47(4)); ``None`` before the report."""
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

    change: RecordPlan | None = None
    problems: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, subject: PlanSubject) -> SearchAndRescueAssessment | None:
        """Return the figures as they would be; ``None`` where nothing is to be taken."""
        if self.change is None:
            return None
        return SearchAndRescueAssessment.of(assess(self.change.apply_to(subject.forum), subject.assessment))


def stage(form: PlanForm, subject: PlanSubject) -> PlanStaged:
    """Read a form and try it on the forum: would it be taken, and does it change anything?"""
    outcome = read_plan(form, subject.code, subject.revision, subject.plan)
    if outcome.value is None:
        return PlanStaged(problems=outcome.problems)
    change = RecordPlan(outcome.value)
    changed = change.apply_to(subject.forum)
    known = problems(subject.forum)
    # What a field can be blamed for was found above.
    found = next((problem for problem in problems(changed) if problem not in known), None)
    if found is not None:
        return PlanStaged(problems={"": f"{found.what[:1].upper()}{found.what[1:]}: {found.remedy}."})
    return PlanStaged(None if changed == subject.forum else change)


def deadline_of(recorded: SearchAndRescue) -> date | None:
    """Return the last day for plans: one month after the adoption of the report (Art. 47(4), 65)."""
    return None if recorded.report.adopted is None else last_day_for_plans(recorded.report.adopted)
