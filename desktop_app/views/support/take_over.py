"""Taking support plans over from another forum: what last year's delivered can be credited now (Art. 53(4), 56)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.forum import Forum
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.wording import listed
from desktop_app.views.fields import ChecksField
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.language import marked, tr
from desktop_app.views.solidarity.records import help_topic
from desktop_app.views.support.words import HELP_HEADING, about_plan
from desktop_app.views.theme import legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "These support plans are taken over as one step, with the requests that they answer. Plans that are here already "
    "are left out; one whose name is taken gets another. What they delivered can be credited in the year after "
    "(Art. 53(4)); the lines below say what that would change."
)


def offered(here: SolidarityRecord, there: SolidarityRecord) -> tuple[SupportPlan, ...]:
    """Return the support plans of another forum that are not here yet, whatever they are called."""
    known = {_unnamed(plan) for plan in here.support_plans}
    return tuple(plan for plan in there.support_plans if _unnamed(plan) not in known)


def with_plans(here: SolidarityRecord, there: SolidarityRecord, chosen: Sequence[SupportPlan]) -> SolidarityRecord:
    """Return a record with plans of another one, each under a free name, and the requests that they answer."""
    taken = {plan.id for plan in here.support_plans}
    plans = list(here.support_plans)
    for plan in chosen:
        name = _free_name(plan.id, taken)
        taken.add(name)
        plans.append(replace(plan, id=name))
    asking = {plan.benefitting for plan in chosen if plan.on_request}
    requests = [each for each in there.requests if each.benefitting in asking and each not in here.requests]
    return replace(here, support_plans=tuple(plans), requests=(*here.requests, *requests))


def _unnamed(plan: SupportPlan) -> SupportPlan:
    return replace(plan, id="")


def _free_name(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(free for number in range(2, len(taken) + 3) if (free := f"{name} ({number})") not in taken)


class TakeOverEditor(ForumEditor):
    """Offers the support plans of another forum, all of them chosen."""

    def __init__(self, parent: QWidget | None, desk: "Desk", source: str, there: SolidarityRecord) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            source: name of the file that the plans come from.
            there: what is recorded in it.
        """
        super().__init__(parent, desk, legible(tr("Take over from {source}", source=source)), _WORDS)
        self.help_page, self.help_heading = help_topic(self.forum.procedure, HELP_HEADING)
        self._source, self._there = source, there
        plans = offered(self.forum.solidarity, there)
        self._plans = {plan.id: plan for plan in plans}
        words = [(plan.id, legible(f"{plan.id}: {about_plan(plan)}")) for plan in plans]
        self.plans = ChecksField(tr("Support plans"), words)
        self.put_in("plans", self.plans, tuple(self._plans))
        self.add(self.plans)
        self.open_for(read_only=desk.read_only)
        self.review()

    def draft(self) -> Draft:
        """Return the record with the chosen plans."""
        chosen = [self._plans[name] for name in self.plans.value]
        if not chosen:
            return Draft(None, {})
        record = with_plans(self.forum.solidarity, self._there, chosen)
        title = (
            marked("1 support plan taken over from {source}", source=self._source)
            if len(chosen) == 1
            else marked("{count} support plans taken over from {source}", count=len(chosen), source=self._source)
        )
        return Draft(SetSolidarity(record, title), {})

    def leads(self, then: Forum) -> list[str]:
        """Return how many plans and requests come in."""
        now = self.forum.solidarity
        plans = len(then.solidarity.support_plans) - len(now.support_plans)
        requests = len(then.solidarity.requests) - len(now.requests)
        said = [(tr("{plans} support plan", plans=plans) if plans == 1 else tr("{plans} support plans", plans=plans))]
        if requests:
            said.append(
                tr("{requests} request for help", requests=requests)
                if requests == 1
                else tr("{requests} requests for help", requests=requests)
            )
        return [tr("{listed} from {source}", listed=listed(said), source=self._source)]
