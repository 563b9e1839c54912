"""The page of alternative solidarity measures (Art. 56(2)(c), 57(4))."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.calc.changes import RecordMeasures
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import MeasureKind, StateRecord
from desktop_app.views.editors.forms import (
    MeasureForm,
    MeasuresForm,
    Standing,
    measures_form,
    read_measure,
    read_measures,
)
from desktop_app.views.editors.original import OriginalFields
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.editors.pages.listed import ListPage
from desktop_app.views.editors.stage import Staged, Subject, staged
from desktop_app.views.fields import ChoiceField, MoneyField, NoteField, OfferField, money_entry
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.theme import Space

_STANDINGS: Final = (
    (Standing.NOTHING, marked("Nothing recorded yet")),
    (Standing.NONE, marked("Explicitly none")),
    (Standing.LISTED, marked("Measures, as listed")),
)
_KINDS: Final = (
    (None, marked("not said")),
    (MeasureKind.OPERATIONAL_SUPPORT, marked("operational support")),
    (MeasureKind.CAPACITY, marked("capacity building")),
    (MeasureKind.SERVICES, marked("services")),
    (MeasureKind.STAFF, marked("staff")),
    (MeasureKind.FACILITIES, marked("facilities")),
    (MeasureKind.EQUIPMENT, marked("technical equipment")),
    (MeasureKind.OTHER, marked("other")),
)
_IDENTIFIED: Final = ((None, marked("not said")), (True, marked("yes")), (False, marked("no")))


class MeasuresPage(ListPage):
    """A list of measures, an explicit none, or nothing recorded."""

    name = "measures"
    title = marked("Measures")

    def __init__(self) -> None:
        super().__init__(tr("Measures"), tr("measure"), MeasureForm())
        self.standing = ChoiceField(tr("Alternative measures"), _STANDINGS)
        self.standing.edited.connect(self._standing_chosen)
        self.total = Words()
        self.description = OfferField(tr("What is offered"), (), tr("deployment of two experts"))
        self.identified = ChoiceField(tr("Identified in the proposal"), _IDENTIFIED)
        self.value = MoneyField(tr("Value in EUR"))
        self.fields = {
            "description": self.description,
            "value": self.value,
            "kind": ChoiceField(tr("Kind"), _KINDS),
            "identified": self.identified,
            "method": NoteField(tr("How the value was found (objective criteria)"), lines=2),
        }
        self.description.edited.connect(self._described)
        for field in self.fields.values():
            field.edited.connect(self.item_edited)
        self.original = OriginalFields(offers_button=True)
        self.original.edited.connect(self.item_edited)
        self.original.wanted.connect(self._take_value)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.standing, self.list, self.total, self.detail):
            self.column.addWidget(part)
        self.column.addStretch(1)
        for part in (self.description, self.value, self.original):
            self.detail_column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.fields["kind"], 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.identified, 1, Qt.AlignmentFlag.AlignTop)
        self.detail_column.addLayout(row)
        self.detail_column.addWidget(self.fields["method"])

    # ------------------------------------------------------------------------------------- what a page answers

    def recorded(self, record: StateRecord) -> MeasuresForm:
        """Return the form of what is recorded."""
        return measures_form(record)

    def form(self) -> MeasuresForm:
        """Return the form as it stands in the fields."""
        return MeasuresForm(self.standing.raw, self.items)

    def put(self, form: MeasuresForm) -> None:
        """Show a form."""
        self.standing.put(form.standing)
        if self.subject is not None:
            self.description.offer(self.subject.forum.pool.named_measures)
        self.put_items(form.items)

    def stage(self, form: MeasuresForm, subject: Subject) -> Staged:
        """Return what taking a form would change."""
        outcome = read_measures(form)
        if outcome.problems:
            return Staged(problems=outcome.problems)
        return staged(RecordMeasures(subject.code, outcome.value), subject)

    def explain(self, subject: Subject) -> None:
        """Say what the measures are worth together."""
        self.show_lines()
        listed = self.standing.raw is Standing.LISTED
        self.detail.setVisible(listed and self.has_item)
        # What adds a measure stays at hand: with it, measures are listed again.
        self.list.list.setEnabled(listed or not self.items)
        self.total.say(_total(self.items, subject) if listed else "")

    def line(self, number: int, item: MeasureForm) -> tuple[str, str, str]:
        """Return text, icon and colour token of a measure's line."""
        what = " ".join(item.description.split()) or tr("not described yet")
        outcome = read_measure(item)
        if outcome.value is None:
            return tr("{number}. to be corrected · {what}", number=number, what=what), "warn", "warn"
        if outcome.value.value_cents is None:
            return tr("{number}. no value · {what}", number=number, what=what), "block", "block"
        return f"{number}. {shown(wording.money(outcome.value.value_cents))} · {shown(what)}", "", ""

    def item_form(self) -> MeasureForm:
        """Return the current measure as it stands in the fields."""
        raws: dict[str, Any] = {name: field.raw for name, field in self.fields.items()}
        return MeasureForm(**raws, original=self.original.form(), recorded=self.items[self.here].recorded)

    def put_item(self, item: MeasureForm) -> None:
        """Show a measure in the fields."""
        for name, field in self.fields.items():
            field.put(getattr(item, name))
        self.original.put(item.original)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong with the current measure beside its fields."""
        super().show_problems(problems)
        self.original.show_problems(self.own_problems(problems))

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        super().set_read_only(read_only)
        self.original.set_read_only(read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.original.set_scale(scale)

    def start(self) -> QWidget:
        """Begin with the list, or with what is said of measures at all."""
        return self.list if self.items else self.standing

    # --------------------------------------------------------------------------------------------- what is done

    def list_changed(self) -> None:
        """Measures are listed where there are some; without any, nothing is recorded until somebody says none."""
        self.standing.put(Standing.LISTED if self.items else Standing.NOTHING)

    def _standing_chosen(self) -> None:
        if self.standing.raw is Standing.LISTED and not self.items:
            self.rearrange("add")
        else:
            self._edited()

    def _described(self) -> None:
        """A measure chosen from those that the proposal names is identified in it, unless somebody said otherwise."""
        named = self.subject.forum.pool.named_measures if self.subject else ()
        if self.description.raw in named and self.identified.raw is None:
            self.identified.put(True)

    def _take_value(self, cents: int) -> None:
        self.value.put(money_entry(cents))
        self.item_edited()


def _total(items: tuple[MeasureForm, ...], subject: Subject) -> str:
    outcome = read_measures(MeasuresForm(Standing.LISTED, items))
    measures = outcome.value if isinstance(outcome.value, tuple) else ()
    values = [measure.value_cents for measure in measures]
    known = [value for value in values if value is not None]
    if not measures or len(known) < len(values):
        return tr("Every measure needs a value (Art. 57(4)).") if items else ""
    words = tr("Together {money}", money=wording.money(sum(known)))
    rate = subject.assessment.totals.rate_eur
    return (
        tr(
            "{words}, equal to {relocations}",
            words=words,
            relocations=wording.relocations(Fraction(sum(known), CENTS) / rate),
        )
        if rate
        else words
    )
