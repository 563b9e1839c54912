"""What the forms of Annex I and Annex II have in common on the screen: header, measures, note, what is said beside."""

from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.fields import DateField, Field, NoteField, TextField
from desktop_app.views.language import tr
from desktop_app.views.plan_form.annex import Annex
from desktop_app.views.plan_form.figures import Figure, FigureRow
from desktop_app.views.plan_form.measure_line import MeasureLine
from desktop_app.views.plan_form.subject import PlanSubject
from desktop_app.views.plan_form.words import deadline_words, reference_words, submitted_words
from desktop_app.views.theme import Space, Type


class FormSheet(QWidget):
    """Shows a form, and gives it back as typed; knows no other state.

    Signals:
        edited(): the person changed something.
        asked(str, object): a figure is asked why.
    """

    edited = Signal()
    asked = Signal(str, object)

    columns: ClassVar[Mapping[str, str]] = {}
    """Where a finding's or a cell's column begins on the form: a field, or ``"measures"``."""
    form_type: ClassVar[Any] = None
    """Makes a form of what stands in the fields; without arguments an empty one."""

    def __init__(self, annex: Annex, *fixed: Figure) -> None:
        """Make the parts that every form has.

        Args:
            annex: the form.
            fixed: figures of what the act fixes.
        """
        super().__init__()
        self.annex = annex
        self.fields: dict[str, Field] = {}
        self.subject: PlanSubject | None = None
        self.reference = TextField(tr("Reference number"), tr("as the Member State numbers it"))
        self.contributing = Words(role=Type.BODY, tone="text")
        self.mark = Words()
        self.submitted = DateField(tr("Date of submission"))
        self.in_time = Words()
        self.lines = {kind: MeasureLine(kind, annex) for kind in ResponseMeasureKind}
        self.no_line = MeasureLine(None, annex)
        self._every = (*self.lines.values(), self.no_line)
        self.note = NoteField(
            tr("Note"), tr("stays in the forum; the form of {name} has no such field", name=annex.name)
        )
        self.fixed = FigureRow(*fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.M, Space.XS, Space.M, Space.M)
        self._column.setSpacing(Space.S)
        self._add(self.contributing, self.reference, self.mark, self.submitted, self.in_time)

    def _add(self, *parts: QWidget) -> None:
        """Put parts under each other."""
        for part in parts:
            self._column.addWidget(part)

    def _beside(self, *parts: QWidget) -> None:
        """Put parts beside each other."""
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _connect(self, fields: Mapping[str, Field], *figures: FigureRow) -> None:
        """Tie fields and figures to what they tell.

        Args:
            fields: in the order of the form, by their names in it.
            figures: those beside the fields.
        """
        self.fields |= fields
        for field in fields.values():
            field.edited.connect(self._edited)
        for line in self._every:
            line.edited.connect(self._edited)
            line.emptied.connect(partial(self._go_to_measures, line))
        for row in (self.fixed, *figures):
            row.asked.connect(self.asked)

    # ----------------------------------------------------------------------------------------- what each form answers

    def _explain_more(self, subject: PlanSubject) -> None:
        """Say beside the form's own fields what the law says of them."""
        raise NotImplementedError

    def show_figures(self, subject: PlanSubject, then: Any) -> None:
        """Show what follows: of the staged form, or of what is recorded where ``then`` is ``None``."""
        raise NotImplementedError

    # -------------------------------------------------------------------------------------------- what is shown

    def form(self) -> Any:
        """Return the form as it stands in the fields."""
        raws = {name: field.raw for name, field in self.fields.items()}
        return self.form_type(**raws, measures=tuple(line.items[number] for line, number in self._places()))

    def _places(self) -> list[tuple[MeasureLine, int]]:
        """Return where each measure stands, in the order in which the form has them once their lines are taken."""
        places = [(line, number) for line in self._every for number in range(len(line.items))]
        ranks = {kind: rank for rank, kind in enumerate((*self.lines, None))}
        return sorted(places, key=lambda place: ranks[place[0].items[place[1]].kind])

    def show_subject(self, subject: PlanSubject, form: Any) -> None:
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
        self.contributing.say(tr("Contributing Member State: {state}", state=subject.name), "text")
        words, tone = reference_words(self.reference.value, subject)
        self.mark.say(words if self._is_begun else "", tone)
        words, tone = submitted_words(self.submitted.value, subject)
        if self.submitted.problem:
            words = ""
        elif self.submitted.value is None and not self._is_begun:
            words, tone = deadline_words(subject.recorded), "muted"
        self.in_time.say(words, tone)
        self._explain_more(subject)
        for line in self._every:
            line.explain(subject.recorded)

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
        parts: list[Field | Words | FigureRow | MeasureLine] = [*self.findChildren(Field), *self.findChildren(Words)]
        for part in (*parts, *self.findChildren(FigureRow), *self._every):
            part.set_scale(scale)

    def start(self, column: str = "plan") -> QWidget:
        """Return what takes the keyboard when the form is opened at a column."""
        name = self.columns.get(column, "reference")
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
        return bool(self.form() != self.form_type())

    def _edited(self) -> None:
        if self.subject is not None:
            self.explain(self.subject)
        self.edited.emit()
