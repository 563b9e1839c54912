"""The form of Annex IV for one support plan: lines of persons, measures, consent, what was delivered (Art. 56)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.contribution_types import SUPPORT_TYPES
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.support_plans import SupportLine, SupportPlan
from desktop_app.calc.wording import day
from desktop_app.views.fields import (
    UNCHOSEN,
    CheckField,
    ChoiceField,
    DateField,
    NoteField,
    TextField,
    day_text,
    to_choose,
)
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import Entries
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.solidarity.records import help_topic
from desktop_app.views.support.kinds import (
    DeliveryKinds,
    MeasureKinds,
    deliveries_of,
    delivery_raws,
    measure_raws,
    measures_of,
)
from desktop_app.views.support.person_line import PersonLine
from desktop_app.views.support.words import HELP_HEADING, STATES, about_plan, not_associated
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "Any Member State may help another at any time, on request or of its own initiative, with the consent of the one "
    "that is helped (Art. 56(2)). The form is that of Annex IV; what was delivered can be credited in the year after "
    "(Art. 53(4))."
)
_WAYS: Final = (
    (False, marked("of own initiative (Art. 56(2))")),
    (True, marked("on request (Art. 56(1))")),
)
_CHANGES: Final = 130
"""Height of what would change, device-independent pixels."""
_OWN: Final = marked("Another Member State is helped, not the contributing one itself: choose two (Art. 56(2)).")


class SupportPlanEditor(ForumEditor):
    """Records a support plan, or changes one."""

    def __init__(self, parent: QWidget | None, desk: "Desk", plan: SupportPlan | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            plan: the plan that is changed; ``None`` records a new one.
        """
        title = tr("New support plan") if plan is None else tr("Support plan {id}", id=plan.id)
        super().__init__(parent, desk, legible(title), _WORDS)
        self.help_page, self.help_heading = help_topic(self.forum.procedure, HELP_HEADING)
        self._before = plan
        held = plan or self._proposed()
        self._begun = held
        self._make_head(held)
        self.lines = {kind: PersonLine(kind) for kind in SUPPORT_TYPES}
        recorded = {line.type: line for line in held.lines}
        self.add(ToneLabel(tr("Persons to be covered"), Type.HEADING))
        for kind, line in self.lines.items():
            line.put(recorded.get(kind))
            for name, field in line.fields.items():
                self.fields[f"{kind.value}.{name}"] = field
                field.edited.connect(self.review)
            self.add(line)
        self.deliveries = Entries(DeliveryKinds(), delivery_raws(held))
        self.measures = Entries(MeasureKinds(), measure_raws(held))
        for part in (self.deliveries, self.measures):
            part.edited.connect(self.review)
            self.add(part)
        self.fits = CheckField(tr("The measures &fit the objectives of the Asylum and Migration Fund (Art. 56(2))"))
        self.note = NoteField(tr("Note"), tr("stays in the forum; the form of Annex IV has no such field"), lines=2)
        self.put_in("fits_fund", self.fits, held.fits_fund)
        self.put_in("note", self.note, held.note)
        self.add(self.fits)
        self.add(self.note)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.benefitting.setFocus()

    def _make_head(self, held: SupportPlan) -> None:
        self.benefitting = ChoiceField(tr("Benefitting Member State"), to_choose(STATES))
        self.code = ChoiceField(tr("Contributing Member State"), to_choose(STATES))
        self.name = TextField(tr("Short name, by which the forum knows the plan"), tr("such as SP-1"))
        self.reference = TextField(
            tr("Reference number (Annex IV knows no revision)"), tr("as the Member State numbers it")
        )
        self.submitted = DateField(tr("Date of submission"))
        self.way = ChoiceField(tr("Given"), to_choose(_WAYS))
        self.consent = DateField(tr("Consent of the helped Member State on"))
        for field in (self.submitted, self.consent):
            field.offer(as_of(self.forum))
        self.put_in("benefitting", self.benefitting, held.benefitting)
        self.put_in("code", self.code, held.code)
        self.put_in("name", self.name, held.id)
        self.put_in("reference", self.reference, held.reference)
        self.put_in("submitted", self.submitted, day_text(held.submitted))
        self.put_in("way", self.way, UNCHOSEN if self._before is None else held.on_request)
        self.put_in("consent", self.consent, day_text(held.consent))
        self.add_row(self.benefitting, self.code, self.name)
        self.add_row(self.reference, self.submitted)
        self.add_row(self.way, self.consent)

    def _proposed(self) -> SupportPlan:
        """Return a new plan: with a free name, and nothing said of it."""
        recorded = self.forum.solidarity
        taken = {plan.id for plan in recorded.support_plans}
        name = next(name for number in range(1, len(taken) + 2) if (name := f"SP-{number}") not in taken)
        return SupportPlan(name, UNCHOSEN, UNCHOSEN)

    # ------------------------------------------------------------------------------------------------------- the draft

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the form or only look."""
        super().open_for(read_only=read_only)
        for part in (self.deliveries, self.measures):
            part.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the lists."""
        return super().typed(), self.deliveries.held, self.measures.held

    def draft(self) -> Draft:
        """Return the plan as it stands on the form."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        for name, problem in self._refusals():
            found.setdefault(name, problem)
        for part in (self.deliveries, self.measures):
            if part.problem:
                found[part.list.list.accessibleName()] = part.problem
        if found:
            return Draft(None, found)
        plan = self._plan()
        if plan in (self._before, self._begun) or self.missing():
            # What is still empty is no mistake yet: it is said once the keys that take are pressed.
            return Draft(None, {})
        before = self.forum.solidarity
        if self._before is None:
            plans = (*before.support_plans, plan)
        else:
            plans = tuple(plan if each == self._before else each for each in before.support_plans)
        return Draft(SetSolidarity(replace(before, support_plans=plans), marked("Support plan {id}", id=plan.id)), {})

    def missing(self) -> Mapping[str, str]:
        """Return what is still to be chosen."""
        asked = {
            "benefitting": tr("Which Member State is helped? Choose it (Art. 56(1))."),
            "code": tr("Which Member State contributes? Choose it (Art. 56(2))."),
            "way": tr("Was it asked for? Choose how it is given (Art. 56(1), (2))."),
        }
        return {name: words for name, words in asked.items() if self.fields[name].raw == UNCHOSEN}

    def _refusals(self) -> Iterator[tuple[str, str]]:
        """Yield what forbids the plan, by field; the first one of a field counts."""
        for name, chosen in (("benefitting", self.benefitting), ("code", self.code)):
            if not_associated(chosen.value):
                yield name, not_associated(chosen.value)
        if self.code.value == self.benefitting.value != UNCHOSEN:
            yield "code", _OWN
        name = (self.name.value or "").strip()
        others = {each.id for each in self.forum.solidarity.support_plans if each != self._before}
        if not name:
            yield "name", tr("A plan needs a short name, such as SP-1.")
        elif name in others:
            yield "name", tr("The name {name} is taken: give each plan its own.", name=name)
        for kind, line in self.lines.items():
            for field, problem in line.problems().items():
                yield f"{kind.value}.{field}", problem

    def _plan(self) -> SupportPlan:
        held = self._before
        return SupportPlan(
            self.name.value or "",
            self.code.value,
            self.benefitting.value,
            self.reference.value,
            self.submitted.value,
            bool(self.way.value),
            self.consent.value,
            self._lines(),
            measures_of(self.measures.held) if held is None or self.measures.held != _at_first(held) else held.measures,
            self.fits.value,
            self.note.value,
        )

    def _lines(self) -> tuple[SupportLine, ...]:
        """Return the lines that are used, and those that are recorded though empty."""
        delivered = deliveries_of(self.deliveries.held)
        recorded = {line.type for line in self._before.lines} if self._before else set()
        lines = [line.line(delivered.get(kind, ())) for kind, line in self.lines.items()]
        return tuple(line for line in lines if line.type in recorded or line != SupportLine(line.type))

    # ----------------------------------------------------------------------------------------------- what is said of it

    def leads(self, then: Forum) -> list[str]:
        """Return whom the plan is from and for, and what it covers."""
        known = self.forum.solidarity.support_plans
        plan = next(each for each in then.solidarity.support_plans if each not in known)
        return [tr("support plan {id}: {about_plan}", id=plan.id, about_plan=about_plan(plan))]

    def show_draft(self, assessment: "Assessment | None") -> None:  # noqa: ARG002 - it is said of the fields alone
        """Say beside the fields what the form still asks for."""
        delivered, helped = deliveries_of(self.deliveries.held), self.benefitting.value
        for kind, line in self.lines.items():
            line.explain(sum(each.persons for each in delivered.get(kind, ())))
        who = state_name(helped) if helped else tr("the helped Member State")
        self.consent.hint(tr("Empty: {who} has not consented; without that the plan cannot be final.", who=who))
        if not self.way.is_wrong:
            self.way.say(*self._request_words())
        if not self.fits.is_wrong:
            asks = bool(self.measures.held) and not self.fits.value
            self.fits.say(
                "Measures must fit the fund's objectives: say that they do (Art. 56(2))." if asks else "", "warn"
            )

    def share_room(self) -> None:
        """Leave most of the room to the form, which is long."""
        self.consequences.setMinimumHeight(0 if self.consequences.is_empty else _CHANGES)

    def _request_words(self) -> tuple[str, str]:
        """Say whether the request that the plan answers is recorded."""
        if self.way.value == UNCHOSEN:
            return "", "muted"
        if not self.way.value:
            return tr(
                "Not credited unless the reading says so: Art. 53(4) names contributions after a request."
            ), "muted"
        helped = self.benefitting.value
        asked = [each for each in self.forum.solidarity.requests if each.benefitting == helped]
        if not asked:
            return tr(
                "No request of {state} is recorded (Forum ▸ Requests for help).", state=state_name(helped)
            ), "warn"
        when = asked[-1].notified
        words = (
            tr("Answers the request of {state} of {day}.", state=state_name(helped), day=day(when))
            if when
            else tr("Answers the request of {state}.", state=state_name(helped))
        )
        return words, "muted"


def _at_first(plan: SupportPlan) -> tuple[object, ...]:
    return tuple(measure_raws(plan))
