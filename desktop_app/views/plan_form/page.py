"""The form of Annex I, field by field, with what the law says beside each (COM(2020) 610)."""

from collections.abc import Mapping
from typing import Final

from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.wording import persons
from desktop_app.views.editors.pages.base import Heading, Words
from desktop_app.views.fields import CheckField, ChoiceField, PersonsField
from desktop_app.views.language import marked, tr
from desktop_app.views.plan_form.annex import ANNEX_I, row_of
from desktop_app.views.plan_form.cover import CoverFields
from desktop_app.views.plan_form.figures import FIXED
from desktop_app.views.plan_form.forms import Elsewhere, PlanForm
from desktop_app.views.plan_form.law import vulnerable_words
from desktop_app.views.plan_form.sheet import FormSheet
from desktop_app.views.plan_form.subject import PlanSubject

_OTHERS: Final = ((None, marked("nothing else")), *((each, each.value) for each in Elsewhere))
COLUMNS: Final[Mapping[str, str]] = {
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


class PlanPage(FormSheet):
    """The form of Annex I."""

    columns = COLUMNS
    form_type = PlanForm

    def __init__(self) -> None:
        super().__init__(ANNEX_I, *FIXED)
        self.relocations = PersonsField(tr("Relocations of applicants"), tr("persons"))
        self.vulnerable = PersonsField(tr("Of which vulnerable (Art. 49(4))"), tr("persons"))
        self.vulnerable_said = Words()
        self.other = ChoiceField(tr("Another contribution"), _OTHERS)
        self.reduction = CheckField(tr("Ask for a reduction of 10 % (Annex II)"))
        self.cover = CoverFields()
        self._add(Heading(tr("Relocation (Art. 45(1)(a))")))
        self._beside(self.relocations, self.vulnerable)
        self._add(self.vulnerable_said, Heading(tr("Measures (Art. 45(1)(d))")), *self._every)
        self._add(Heading(tr("Not on this form")), self.other, self.reduction, self.cover)
        self._add(Heading(tr("What the act fixes, as things stand")), self.fixed, self.note)
        named = ("reference", "submitted", "relocations", "vulnerable", "other", "reduction", "note")
        self._connect({name: getattr(self, name) for name in named}, self.cover.figures)
        # These tell of their edits through the section that they stand in.
        self.fields |= self.cover.fields
        self.cover.edited.connect(self._edited)

    def _explain_more(self, subject: PlanSubject) -> None:
        asked = 0 if subject.row is None else subject.row.asked
        self.relocations.hint(tr("the key asks for {persons}", persons=persons(asked)) if asked else "")
        self.vulnerable.hint(tr("empty: none") if self.relocations.raw else "")
        said = vulnerable_words(subject.forum.search_and_rescue, self.vulnerable.value)
        self.vulnerable_said.say(said, "warn")

    def show_figures(self, subject: PlanSubject, then: SearchAndRescueAssessment | None) -> None:
        """Show what follows: of the staged form, or of what is recorded."""
        now = SearchAndRescueAssessment.of(subject.assessment if then is None else then)
        row = row_of(subject.code, now)
        self.cover.explain(row if isinstance(row, ResponseRow) else None, now)
        self.fixed.setVisible(row is not None)
        if row is not None:
            self.fixed.show_row(row, now)
