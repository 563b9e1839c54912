"""Title, year, marking and note of the forum."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Describe
from desktop_app.calc.forum import Classification, Forum, Procedure
from desktop_app.views.fields import ChoiceField, NoteField, TextField, TypedField, read_year, year_entry
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.language import marked, shown, tr

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "Title, marking and the first sentence of the note stand above the table; title and marking on every page. "
)
_NO_MARKING: Final = marked("The proposal of 2020 prescribes no marking: choose the one that the work asks for.")
_MORE: Final = {
    Procedure.ANNUAL_POOL: marked(
        "The proposal is RESTREINT UE/EU RESTRICTED until the Council adopts the act (Art. 12(6))."
    ),
    Procedure.SEARCH_AND_RESCUE: _NO_MARKING,
    Procedure.MIGRATORY_PRESSURE: _NO_MARKING,
    Procedure.VOLUNTARY: marked(
        "The declaration of 2022 prescribes no marking: choose the one that the work asks for."
    ),
}
_YEARS: Final = {
    Procedure.ANNUAL_POOL: marked("Year of the pool"),
    Procedure.SEARCH_AND_RESCUE: marked("Year of the pool"),
    Procedure.MIGRATORY_PRESSURE: marked("Year"),
    Procedure.VOLUNTARY: marked("Year"),
}
_EXAMPLES: Final = {
    Procedure.ANNUAL_POOL: marked("Annual Solidarity Pool for 2027"),
    Procedure.SEARCH_AND_RESCUE: marked("Disembarkation pool 2027"),
    Procedure.MIGRATORY_PRESSURE: marked("Pressure response 2027"),
    Procedure.VOLUNTARY: marked("Voluntary solidarity 2027"),
}
_MARKINGS: Final = tuple((each, each.marking) for each in Classification)


class DescribeEditor(ForumEditor):
    """What the forum is called, for which year, how it is marked, and a note."""

    help_heading = "Title, meetings, associated states"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        procedure = desk.assessment.forum.procedure
        super().__init__(parent, desk, tr("Title and marking"), f"{shown(_WORDS)}{shown(_MORE[procedure])}")
        self.title = TextField(tr("Title"), _EXAMPLES[procedure])
        self.year = TypedField[int](_YEARS[procedure], read_year, "2027")
        self.marking = ChoiceField(tr("Marking"), _MARKINGS)
        self.note = NoteField(tr("Note"))
        self.put_in("title", self.title, self.forum.title)
        self.put_in("year", self.year, year_entry(self.forum.year))
        self.put_in("marking", self.marking, self.forum.classification)
        self.put_in("note", self.note, self.forum.note)
        self.add(self.title)
        self.add_row(self.year, self.marking)
        self.add(self.note)
        self.open_for(read_only=desk.read_only)
        self.review()

    def draft(self) -> Draft:
        """Return the particulars as they stand in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        change = Describe(self.title.value, self.year.value, self.marking.value, self.note.value)
        return Draft(None if found else change, found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one."""
        now = self.forum
        said = [tr("title")] if then.title != now.title else []
        if then.year != now.year:
            before, after = (str(year) if year else tr("none") for year in (now.year, then.year))
            said.append(tr("year {before} → {after}", before=before, after=after))
        if then.classification is not now.classification:
            said.append(
                tr(
                    "marking {before} → {after}",
                    before=now.classification.marking,
                    after=then.classification.marking,
                )
            )
        return [*said, tr("note")] if then.note != now.note else said
