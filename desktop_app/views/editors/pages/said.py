"""The page of how a pledge is said: how certain, by whom, under what condition, up to what, in which currency."""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.changes import PledgeColumn, RecordSaid
from desktop_app.calc.entry import recorded_text, recorded_value
from desktop_app.calc.forum import StateRecord
from desktop_app.calc.said import Certainty, Said
from desktop_app.views.editors.forms import SaidForm, read_said, said_form
from desktop_app.views.editors.original import OriginalFields
from desktop_app.views.editors.pages.base import Page, Words
from desktop_app.views.editors.stage import Staged, Subject, staged
from desktop_app.views.fields import CheckField, ChoiceField, NoteField, OfferField, TextField
from desktop_app.views.language import marked, tr, upper_first

CONDITIONS: Final = (
    marked("subject to parliament"),
    marked("subject to the budget"),
    marked("subject to a decision of the government"),
    marked("subject to the final act"),
    marked("if others pledge likewise"),
)
"""Conditions offered; any other text will do."""
_CERTAINTIES: Final = (
    (None, marked("not recorded")),
    (Certainty.ANNOUNCED, marked("announced")),
    (Certainty.CONFIRMED, marked("confirmed in writing")),
)


class SaidPage(Page):
    """Shows one type of the pledge at a time; each has a draft of its own."""

    name = "said"
    title = marked("How said")

    def __init__(self) -> None:
        super().__init__()
        types = [(column, upper_first(column.title)) for column in PledgeColumn]
        self.type = ChoiceField(tr("Type of pledge"), types)
        self.type.edited.connect(self.turned)
        self.figure = Words()
        self.elsewhere = Words(tr("What was said in another currency stands with each measure (Ctrl+M)."))
        self.original = OriginalFields(offers_button=False)
        self.original.edited.connect(self._edited)
        self.take_over = CheckField("")
        self.take_over.edited.connect(self._edited)
        self.column.addWidget(self.type)
        self.column.addWidget(self.figure)
        self.add("certainty", ChoiceField(tr("Certainty"), _CERTAINTIES))
        self.add("by", TextField(tr("Said by"), tr("Minister, Permanent Representative …")))
        self.add("condition", OfferField(tr("Condition"), CONDITIONS, tr("none")))
        self.add("at_most", CheckField(tr("At most: the figure is a ceiling")))
        for part in (self.original, self.take_over, self.elsewhere):
            self.column.addWidget(part)
        self.add("note", NoteField(tr("Note"), lines=3))
        self.column.addStretch(1)

    # ------------------------------------------------------------------------------------- what a page answers

    @property
    def shown(self) -> PledgeColumn:
        """The type of pledge that is shown."""
        column: PledgeColumn = self.type.raw
        return column

    def turn_to(self, column: PledgeColumn) -> None:
        """Show another type of pledge; the panel then fills the fields."""
        self.type.put(column)

    @property
    def part(self) -> str:
        """Id of the draft that the page shows now."""
        return f"{self.name}.{self.shown.value}"

    @property
    def part_words(self) -> str:
        """What a draft of that part is called."""
        return (
            tr("how {title} are said", title=self.shown.title)
            if self.shown is not PledgeColumn.FINANCIAL
            else tr("how money is said")
        )

    def recorded(self, record: StateRecord) -> SaidForm:
        """Return the form of what is recorded."""
        return said_form(record.pledge.said, self.shown)

    def form(self) -> SaidForm:
        """Return the form as it stands in the fields."""
        raws = {name: field.raw for name, field in self.fields.items()}
        return SaidForm(**raws, original=self.original.form(), take_over=self.take_over.raw)

    def put(self, form: SaidForm) -> None:
        """Show a form."""
        for name, field in self.fields.items():
            field.put(getattr(form, name))
        self.original.put(form.original)
        self.take_over.put(form.take_over)

    def stage(self, form: SaidForm, subject: Subject) -> Staged:
        """Return what taking a form would change."""
        outcome = read_said(form, self._recorded_of(subject))
        if outcome.value is None:
            return Staged(problems=outcome.problems)
        said = outcome.value
        cents = said.original.cents if said.original and form.take_over else None
        return staged(RecordSaid(subject.code, self.shown, said, cents), subject)

    def explain(self, subject: Subject) -> None:
        """Say what is recorded, and offer the converted amount where it is another one."""
        value = recorded_value(subject.record.pledge, self.shown)
        self.figure.say(
            tr("Recorded: {pledged}. Nothing below changes that figure.", pledged=recorded_text(value, self.shown))
        )
        money = self.shown is PledgeColumn.FINANCIAL
        self.original.setVisible(money)
        self.elsewhere.setVisible(self.shown is PledgeColumn.ALTERNATIVE)
        said = read_said(self.form(), self._recorded_of(subject)).value
        cents = said.original.cents if said is not None and said.original is not None else None
        offered = money and cents is not None and cents != value
        self.take_over.setVisible(offered)
        if offered and cents is not None:
            self.take_over.input.setText(
                tr("Record {money} as the financial contribution too", money=wording.money(cents))
            )
        elif self.take_over.raw:
            self.take_over.put(False)

    def _recorded_of(self, subject: Subject) -> Said:
        recorded: Said = getattr(subject.record.pledge.said, self.shown.value)
        return recorded

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong beside the fields."""
        super().show_problems(problems)
        self.original.show_problems(problems)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look; which type is shown can always be chosen."""
        super().set_read_only(read_only)
        self.original.set_read_only(read_only)
        self.type.set_read_only(False)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.original.set_scale(scale)

    def start(self) -> ChoiceField:
        """Begin with the type of pledge."""
        return self.type
