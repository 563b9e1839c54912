"""The Commission's act on a pressure response, and what it fixes (COM(2020) 610, Art. 53)."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetPressureResponseAct
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.migratory_pressure import PressureResponseAct
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import last_end
from desktop_app.calc.wording import day, listed
from desktop_app.views.fields import CheckField, DateField, NoteField, TextField, day_text
from desktop_app.views.forum_editors.asked import due_words
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.forum_editors.entries import Entries
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pressure.beside import PressureEditor
from desktop_app.views.pressure.fixed import FixedPanel
from desktop_app.views.pressure.types_set import TypesSetKinds, types_raw, types_set
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "The act fixes what each state contributes, in the types of its plan; where there is none, the Commission sets the "
    "types (Art. 53(2)). Reduction, spread and earlier contributions stand beside; 30 % test, reduction and credits "
    "have windows of their own in the Forum menu."
)
_OF_ACT: Final = ("P610-53-1", "P610-53-5", "P610-53-6")
_NO_CLOCK: Final = marked(
    "The last day for plans, or the end of the forum, starts the two weeks in which the act is due (Art. 53(1))."
)


class PressureActEditor(PressureEditor):
    """Adoption, urgency and end, timetable, types set for states without a plan; beside them, what it fixes."""

    help_heading = "Act"
    part_of_fields = Fraction(2, 5)

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        self.fixed = FixedPanel()
        super().__init__(parent, desk, tr("Act"), _WORDS, self.fixed)
        act = self.recorded.act
        self.reference = TextField(tr("Reference of the act"), tr("C(2027) …"))
        self.adopted = DateField(tr("Act adopted on"))
        self.urgent = CheckField(
            tr("Under the &urgency procedure: it applies at once, for at most one year (Art. 53(5))")
        )
        self.ends = DateField(tr("Applies until"))
        self.reported = DateField(tr("Report on the implementation (Art. 53(6)) made on"))
        self.timetable = NoteField(tr("Timetable for the implementation (Art. 53(1))"), lines=2)
        for name, field, raw in (
            ("reference", self.reference, act.reference),
            ("adopted", self.adopted, day_text(act.adopted)),
            ("urgent", self.urgent, act.urgent),
            ("ends", self.ends, day_text(act.ends)),
            ("reported", self.reported, day_text(act.reported)),
            ("timetable", self.timetable, act.timetable),
        ):
            self.put_in(name, field, raw, f"act.{name}")
        self.due = ToneLabel("", Type.CAPTION, "muted")
        self.due.setWordWrap(True)
        rows = {row.code: row for row in PressureAssessment.of(self.now).rows}
        kinds = TypesSetKinds({code: _why_not(code, rows.get(code)) for code in PROTOCOL_ORDER})
        self.types = Entries(kinds, [types_raw(each) for each in act.types_set])
        self.types.edited.connect(self.review)
        self.add_row(self.reference, self.adopted)
        self.add(self.urgent)
        self.add_row(self.ends, self.reported)
        self.column.addSpacing(-Space.S)
        self.add(self.due)
        self.add(self.timetable)
        self.add(self.types)
        self.column.addStretch(1)
        self.open_for(read_only=desk.read_only)
        self.review()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the fields or only look."""
        super().open_for(read_only=read_only)
        self.types.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list."""
        return super().typed(), self.types.held

    def draft(self) -> Draft:
        """Return the act as it stands in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        act = PressureResponseAct(
            self.adopted.value,
            self.reference.value,
            self.urgent.value,
            self.ends.value,
            self.timetable.value,
            tuple(types_set(raw) for raw in self.types.held),
            self.reported.value,
        )
        found.update((name, words) for name, words in refused(act).items() if name not in found)
        if self.types.problem:
            found["types"] = self.types.problem
        self._hint(act)
        return Draft(None if found else SetPressureResponseAct(act), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: adoption and end first."""
        now, new = self.recorded.act, then.migratory_pressure.act
        said = []
        if now.adopted != new.adopted:
            said.append(
                tr("adoption taken back") if new.adopted is None else tr("act adopted on {day}", day=day(new.adopted))
            )
        if now.urgent != new.urgent:
            said.append(tr("urgency procedure") if new.urgent else tr("no urgency procedure"))
        if now.ends != new.ends:
            said.append(tr("end not said") if new.ends is None else tr("applies until {day}", day=day(new.ends)))
        if now.types_set != new.types_set:
            states = [state_name(each.code) for each in new.types_set if each not in now.types_set]
            said.append(tr("types set for {listed}", listed=listed(states)) if states else tr("types no longer set"))
        pairs = (
            (tr("timetable"), now.timetable, new.timetable),
            (tr("report on the implementation"), now.reported, new.reported),
            (tr("reference of the act"), now.reference, new.reference),
        )
        return [*said, *(name for name, before, after in pairs if before != after)]

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what the act would fix beside the fields, and its time limits under its days."""
        self.fixed.show_pressure(assessment)
        if assessment is not None:
            self.due.setText(legible(due_words(assessment, _OF_ACT, _NO_CLOCK)))

    def _hint(self, act: PressureResponseAct) -> None:
        latest = latest_end(act)
        if latest is not None:
            self.ends.hint(legible(tr("Empty: until {day}, one year after adoption (Art. 53(5)).", day=day(latest))))
        else:
            self.ends.hint(
                tr("Empty: at most one year after adoption.") if act.urgent else tr("Empty: its end is not said.")
            )


def latest_end(act: PressureResponseAct) -> date | None:
    """Return the last day on which an urgent act can apply (Art. 53(5)); ``None`` of another, or not adopted."""
    return last_end(act.adopted) if act.urgent and act.adopted is not None else None


def refused(act: PressureResponseAct) -> dict[str, str]:
    """Return what the days of an act cannot be, by name of the field, with the article."""
    found = {}
    latest = latest_end(act)
    if act.ends is not None and act.adopted is not None and act.ends < act.adopted:
        found["ends"] = tr(
            "The act would end before it is adopted on {day}: correct one of the days.", day=day(act.adopted)
        )
    elif act.ends is not None and latest is not None and act.ends > latest:
        found["ends"] = tr(
            "An urgent act applies for at most one year (Art. 53(5)): until {day}, or without urgency.", day=day(latest)
        )
    if act.reported is not None and act.adopted is None:
        found["reported"] = tr("A report on the implementation of an act that is not adopted: give its day first.")
    elif act.reported is not None and act.adopted is not None and act.reported < act.adopted:
        found["reported"] = tr("The report would come before the act of {day} (Art. 53(6)).", day=day(act.adopted))
    return found


def _why_not(code: str, row: PressureRow | None) -> str:
    """Return why the Commission sets no types for a state; empty where it does."""
    if row is None:
        return tr("{state} takes no part in the key: choose another state.", state=state_name(code))
    if not row.is_asked:
        return tr("{state} benefits and is not asked (Art. 52(1)): choose another state.", state=state_name(code))
    if row.standing in {PlanStanding.IN_TIME, PlanStanding.UNDATED}:
        return tr(
            "{state} has a plan that counts: its own types stand (Art. 53(2)). Choose another state.",
            state=state_name(code),
        )
    return ""
