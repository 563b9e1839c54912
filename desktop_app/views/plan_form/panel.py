"""The Member State panel of search and rescue: the form of Annex I, with what is staged of it (COM(2020) 610)."""

from collections.abc import Callable

from desktop_app.calc.changes import Change, RemovePlan
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.views.plan_form.figures import ROW, WHOLE
from desktop_app.views.plan_form.forms import PlanForm, plan_form, revised
from desktop_app.views.plan_form.head import PlanHead
from desktop_app.views.plan_form.page import PlanPage
from desktop_app.views.plan_form.revision_panel import RevisionPanel
from desktop_app.views.plan_form.subject import PlanStaged, PlanSubject, stage


class PlanPanel(RevisionPanel[PlanPage]):
    """Stages edits of one revision of one plan at a time."""

    begins_at = "relocations"

    def __init__(self, apply: Callable[[Change], bool]) -> None:
        """Make the panel without a Member State.

        Args:
            apply: takes a change; tells whether it was taken.
        """
        super().__init__(apply, PlanHead(*ROW, *WHOLE), PlanPage())

    def form_of(self, plan: ResponsePlan | None) -> PlanForm:
        """Return what the fields show of a plan."""
        return plan_form(plan)

    def revised(self, plan: ResponsePlan, submitted: str) -> PlanForm:
        """Return the form of the revision after a plan."""
        return revised(plan, submitted)

    def stage(self, form: PlanForm, subject: PlanSubject) -> PlanStaged:
        """Read a form and try it on the forum."""
        return stage(form, subject)

    def removal(self, code: str, revision: int) -> RemovePlan:
        """Return what takes a revision out."""
        return RemovePlan(code, revision)
