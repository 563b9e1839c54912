"""The page of a pledge's particulars beside its amounts (Art. 56(2)(a))."""

from PySide6.QtWidgets import QWidget

from desktop_app.calc import wording
from desktop_app.calc.changes import RecordPledgeDetails
from desktop_app.calc.forum import StateRecord
from desktop_app.views.editors.forms import ParticularsForm, particulars_form, read_particulars
from desktop_app.views.editors.pages.base import Page, Words
from desktop_app.views.editors.stage import Staged, Subject, staged
from desktop_app.views.fields import NoteField, PersonsField, TextField
from desktop_app.views.language import marked, tr


class ParticularsPage(Page):
    """Of which beneficiaries, the bilateral agreement, offsets planned, a note."""

    name = "particulars"
    title = marked("Pledge")

    def __init__(self) -> None:
        super().__init__()
        self.pledged = Words()
        self.column.addWidget(self.pledged)
        self.add("of_which_beneficiaries", PersonsField(tr("Of the relocations: beneficiaries of protection"), "0"))
        self.add(
            "bilateral_agreement", TextField(tr("Bilateral agreement (Art. 56(2)(a)(ii))"), tr("reference and date"))
        )
        self.add("offsets_planned", PersonsField(tr("Of the relocations: planned as responsibility offsets"), "0"))
        self.add("note", NoteField(tr("Note to the pledge"), lines=6))
        self.column.addStretch(1)

    @property
    def part_words(self) -> str:
        """What a draft of this page is called."""
        return tr("particulars of the pledge")

    def recorded(self, record: StateRecord) -> ParticularsForm:
        """Return the form of what is recorded."""
        return particulars_form(record.pledge)

    def form(self) -> ParticularsForm:
        """Return the form as it stands in the fields."""
        return ParticularsForm(**{name: field.raw for name, field in self.fields.items()})

    def put(self, form: ParticularsForm) -> None:
        """Show a form."""
        for name, field in self.fields.items():
            field.put(getattr(form, name))

    def stage(self, form: ParticularsForm, subject: Subject) -> Staged:
        """Return what taking a form would change."""
        outcome = read_particulars(form, subject.record.pledge)
        if outcome.value is None:
            return Staged(problems=outcome.problems)
        found = outcome.value
        change = RecordPledgeDetails(
            subject.code, found.of_which_beneficiaries, found.bilateral_agreement, found.offsets_planned, found.note
        )
        return staged(change, subject)

    def explain(self, subject: Subject) -> None:
        """Say what the particulars are part of."""
        relocations = subject.record.pledge.relocations
        pledged = (
            tr("{persons} relocations", persons=wording.persons(relocations))
            if isinstance(relocations, int)
            else tr("no relocations")
        )
        self.pledged.say(
            tr("Recorded: {pledged}. What stands here is part of them, and changes no figure.", pledged=pledged)
        )

    def start(self) -> QWidget:
        """Begin with the first field."""
        return self.fields["of_which_beneficiaries"]
