"""The form of Annex I, field by field, with what the law says beside each (COM(2020) 610)."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.wording import persons
from desktop_app.views.editors.pages.base import Heading, Words
from desktop_app.views.fields import CheckField, ChoiceField, DateField, Field, NoteField, PersonsField, TextField
from desktop_app.views.plan_form.cover import CoverFields
from desktop_app.views.plan_form.figures import FIXED, FigureRow
from desktop_app.views.plan_form.forms import Elsewhere, PlanForm
from desktop_app.views.plan_form.law import deadline_words, reference_words, submitted_words, vulnerable_words
from desktop_app.views.plan_form.measure_line import MeasureLine
from desktop_app.views.plan_form.subject import PlanSubject
from desktop_app.views.theme import Space, Type

_OTHERS: Final = ((None, "nothing else"), *((each, each.value) for each in Elsewhere))
COLUMNS: Final = {
    "plan": "reference",
    "relocations": "relocations",
    "pledged": "relocations",
    "vulnerable": "vulnerable",
    "measures": "measures",
    "claimed": "measures",
    "cover": "cover_relocations",
    "half": "cover_relocations",
    "added": "cover_relocations",
    "sponsorship": "cover_sponsorship",
}
"""Where a finding's or a cell's column begins on the form."""


class PlanPage(QWidget):
    """Shows a form, and gives it back as typed; knows no other state.

    Signals:
        edited(): the person changed something.
        asked(str, object): a figure is asked why.
    """

    edited = Signal()
    asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.subject: PlanSubject | None = None
        self.reference = TextField("Reference number", "as the Member State numbers it")
        self.contributing = Words(role=Type.BODY, tone="text")
        self.mark = Words()
        self.submitted = DateField("Date of submission")
        self.in_time = Words()
        self.relocations = PersonsField("Relocations of applicants", "persons")
        self.vulnerable = PersonsField("Of which vulnerable (Art. 49(4))", "persons")
        self.vulnerable_said = Words()
        self.lines = {kind: MeasureLine(kind) for kind in ResponseMeasureKind}
        self.no_line = MeasureLine(None)
        self._every = (*self.lines.values(), self.no_line)
        self.other = ChoiceField("Another contribution", _OTHERS)
        self.reduction = CheckField("Ask for a reduction of 10 % (Annex II)")
        self.cover = CoverFields()
        self.note = NoteField("Note", "stays in the forum; the form of Annex I has no such field")
        self.fixed = FigureRow(*FIXED)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.M)
        column.setSpacing(Space.S)
        for part in (self.contributing, self.reference, self.mark, self.submitted, self.in_time):
            column.addWidget(part)
        column.addWidget(Heading("Relocation (Art. 45(1)(a))"))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for field in (self.relocations, self.vulnerable):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.vulnerable_said)
        column.addWidget(Heading("Measures (Art. 45(1)(d))"))
        for line in self._every:
            column.addWidget(line)
        column.addWidget(Heading("Not on this form"))
        column.addWidget(self.other)
        column.addWidget(self.reduction)
        column.addWidget(self.cover)
        column.addWidget(Heading("What the act fixes, as things stand"))
        column.addWidget(self.fixed)
        column.addWidget(self.note)

    def _connect(self) -> None:
        named = ("reference", "submitted", "relocations", "vulnerable", "other", "reduction", "note")
        self.fields = {name: getattr(self, name) for name in named}
        for field in self.fields.values():
            field.edited.connect(self._edited)
        self.fields |= self.cover.fields
        self.cover.edited.connect(self._edited)
        for line in self._every:
            line.edited.connect(self._edited)
            line.emptied.connect(partial(self._go_to_measures, line))
        for row in (self.fixed, self.cover.figures):
            row.asked.connect(self.asked)

    # -------------------------------------------------------------------------------------------- what is shown

    def form(self) -> PlanForm:
        """Return the form as it stands in the fields."""
        raws = {name: field.raw for name, field in self.fields.items()}
        return PlanForm(**raws, measures=tuple(line.items[number] for line, number in self._places()))

    def _places(self) -> list[tuple[MeasureLine, int]]:
        """Return where each measure stands, in the order in which the form has them once their lines are taken."""
        places = [(line, number) for line in self._every for number in range(len(line.items))]
        ranks = {kind: rank for rank, kind in enumerate((*self.lines, None))}
        return sorted(places, key=lambda place: ranks[place[0].items[place[1]].kind])

    def show_subject(self, subject: PlanSubject, form: PlanForm) -> None:
        """Show a revision of a plan with a form, the recorded one or a draft."""
        former = self.subject
        if former is None or (former.code, former.revision) != (subject.code, subject.revision):
            for line in self._every:
                line.here = 0
        self.subject = subject
        here = QApplication.focusWidget()
        chosen = self.no_line.current if here is not None and self.no_line.isAncestorOf(here) else None
        self.submitted.offer(subject.today)
        for name, field in self.fields.items():
            field.put(getattr(form, name))
        for line in self._every:
            line.put(tuple(item for item in form.measures if item.kind is line.kind))
        self.explain(subject)
        if chosen is not None and not self.no_line.items:
            self._go_to_measures(self.no_line if chosen.kind is None else self.lines[chosen.kind])

    def explain(self, subject: PlanSubject) -> None:
        """Say beside the fields what the law says of them."""
        self.subject = subject
        self.contributing.say(f"Contributing Member State: {subject.name}", "text")
        words, tone = reference_words(self.reference.value, subject)
        self.mark.say(words if self._is_begun else "", tone)
        words, tone = submitted_words(self.submitted.value, subject)
        if self.submitted.problem:
            words = ""
        elif self.submitted.value is None and not self._is_begun:
            words, tone = deadline_words(subject.recorded), "muted"
        self.in_time.say(words, tone)
        asked = 0 if subject.row is None else subject.row.asked
        self.relocations.hint(f"the key asks for {persons(asked)}" if asked else "")
        self.vulnerable.hint("empty: none" if self.relocations.raw else "")
        self.vulnerable_said.say(vulnerable_words(subject.recorded, self.vulnerable.value), "warn")
        for line in self._every:
            line.explain(subject.recorded)

    def show_figures(self, subject: PlanSubject, then: SearchAndRescueAssessment | None) -> None:
        """Show what follows: of the staged form, or of what is recorded."""
        now = subject.assessment if then is None else then
        row = next((row for row in now.rows if row.code == subject.code), None)
        self.cover.explain(row, now)
        self.fixed.setVisible(row is not None)
        if row is not None:
            self.fixed.show_row(row, now)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong beside the fields."""
        for name, field in self.fields.items():
            field.complain("" if field.problem else problems.get(name, ""))
        places = self._places()
        for line in self._every:
            inside = [(there, place[1]) for there, place in enumerate(places) if place[0] is line]
            found = {
                f"{here}.{name}": problems.get(f"{there}.{name}", "") for there, here in inside for name in line.fields
            }
            line.show_problems(found)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        for field in self.findChildren(Field):
            field.set_read_only(read_only)
        for line in self._every:
            line.set_read_only(read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for field in self.findChildren(Field):
            field.set_scale(scale)
        for label in self.findChildren(Words):
            label.set_scale(scale)
        for line in self._every:
            line.set_scale(scale)
        self.cover.set_scale(scale)
        self.fixed.set_scale(scale)

    def start(self, column: str = "plan") -> QWidget:
        """Return what takes the keyboard when the form is opened at a column."""
        name = COLUMNS.get(column, "reference")
        if name != "measures":
            return self.fields[name]
        # First what blocks the act: measures on no line.
        used = next((line for line in (self.no_line, *self.lines.values()) if line.items), None)
        return next(iter(self.lines.values())).list.buttons["add"] if used is None else used.list

    def _go_to_measures(self, line: MeasureLine) -> None:
        """Give the keyboard to a line, or to the last of the three where it is gone from the form."""
        there = line if line.kind is not None else self.lines[ResponseMeasureKind.THIRD_COUNTRY]
        (there.list if there.items else there.list.buttons["add"]).setFocus()

    @property
    def _is_begun(self) -> bool:
        return self.form() != PlanForm()

    def _edited(self) -> None:
        if self.subject is not None:
            self.explain(self.subject)
        self.edited.emit()
