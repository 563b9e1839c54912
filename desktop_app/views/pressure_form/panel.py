"""The Member State panel of a pressure response: the form of Annex II, with what is staged of it (COM(2020) 610)."""

from collections.abc import Callable
from typing import Final

from desktop_app.calc.changes import Change, RecordPressurePlan, RemovePressurePlan
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.views.language import marked
from desktop_app.views.plan_form.figures import Figure
from desktop_app.views.plan_form.head import PlanHead
from desktop_app.views.plan_form.revision_panel import RevisionPanel
from desktop_app.views.plan_form.subject import PlanStaged, PlanSubject, staged
from desktop_app.views.pressure_form.forms import PressureForm, pressure_form, read_pressure, revised
from desktop_app.views.pressure_form.page import PressurePage, beside_of

HEAD: Final[tuple[Figure, ...]] = (
    ("share_percent", marked("share"), lambda row, _: row.share),
    ("key_number", marked("key"), lambda row, _: row.key_number),
    ("asked", marked("asked"), lambda row, _: row.asked),
    ("covered", marked("covered"), lambda row, _: row.covered),
    ("claimed", marked("measures claim"), lambda row, _: row.claimed),
    ("half", marked("half of the share"), lambda row, _: row.half),
    ("shortfall_percent", marked("30 % test"), lambda _, now: now.totals.shortfall),
)
"""What stands above the form."""


class PressurePlanPanel(RevisionPanel[PressurePage]):
    """Stages edits of one revision of one plan at a time."""

    begins_at = "shares"

    def __init__(self, apply: Callable[[Change], bool]) -> None:
        """Make the panel without a Member State.

        Args:
            apply: takes a change; tells whether it was taken.
        """
        super().__init__(apply, PlanHead(*HEAD), PressurePage())

    def form_of(self, plan: PressurePlan | None) -> PressureForm:
        """Return what the fields show of a plan."""
        return pressure_form(plan)

    def revised(self, plan: PressurePlan, submitted: str) -> PressureForm:
        """Return the form of the revision after a plan."""
        return revised(plan, submitted)

    def stage(self, form: PressureForm, subject: PlanSubject) -> PlanStaged:
        """Read a form and try it on the forum."""
        plan = subject.plan
        recorded = plan if isinstance(plan, PressurePlan) else None
        outcome = read_pressure(form, subject.code, subject.revision, recorded, beside_of(subject))
        return staged(outcome, RecordPressurePlan, subject)

    def removal(self, code: str, revision: int) -> RemovePressurePlan:
        """Return what takes a revision out."""
        return RemovePressurePlan(code, revision)
