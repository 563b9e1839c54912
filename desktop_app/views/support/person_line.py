"""One line of persons on the form of Annex IV: number, unaccompanied minors, nationalities, timetable."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.calc.contribution_types import WITH_NATIONALITIES, WITHOUT_MINORS, ContributionType
from desktop_app.calc.support_plans import Delivery, SupportLine
from desktop_app.calc.wording import persons
from desktop_app.views.fields import CountriesField, Field, PersonsField, TextField, countries_entry, persons_entry
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.support.words import LINES
from desktop_app.views.theme import Space, Type

NO_MINORS: Final = marked(
    "Annex IV has no field for unaccompanied minors on this line: the border procedure is no contribution of theirs. "
    "Leave it empty (Art. 45(2)(a), 56)."
)
NATIONALITIES_ASKED: Final = marked(
    "Annex IV asks for the nationalities on this line: write their codes, such as SY, AF."
)
TIMETABLE_ASKED: Final = marked("Annex IV asks for the timetable of a line that is used.")
_STRETCHES: Final = {"persons": 2, "minors": 2, "nationalities": 3, "timetable": 5}


class PersonLine(QWidget):
    """The fields of one line under its name.

    Attributes:
        type: what the persons are.
        fields: by name; nationalities only where the form asks for them.
    """

    def __init__(self, kind: ContributionType) -> None:
        super().__init__()
        self.type = kind
        self.persons = PersonsField(tr("Persons"))
        self.minors = PersonsField(tr("Of which unaccompanied minors"))
        self.nationalities = CountriesField()
        self.timetable = TextField(tr("Timetable"))
        self.fields: dict[str, Field] = {"persons": self.persons, "minors": self.minors}
        if kind in WITH_NATIONALITIES:
            self.fields["nationalities"] = self.nationalities
        self.fields["timetable"] = self.timetable
        self.title = ToneLabel(LINES[kind], Type.STRONG)
        self.title.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        for column, (name, stretch) in enumerate(_STRETCHES.items()):
            grid.setColumnStretch(column, stretch)
            if name in self.fields:
                field = self.fields[name]
                for widget in field.findChildren(QWidget):
                    if widget.accessibleName():
                        widget.setAccessibleName(f"{tr(kind.words)}: {widget.accessibleName()}")
                span = 1 if name != "timetable" or "nationalities" in self.fields else 2
                grid.addWidget(field, 0, column + 1 - span, 1, span, Qt.AlignmentFlag.AlignTop)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(Space.HAIR)
        column_of_all.addWidget(self.title)
        column_of_all.addLayout(grid)

    def put(self, line: SupportLine | None) -> None:
        """Show what is recorded of the line."""
        held = line or SupportLine(self.type)
        self.persons.put(persons_entry(held.persons or None))
        self.minors.put(persons_entry(held.minors or None))
        self.nationalities.put(countries_entry(held.nationalities))
        self.timetable.put(held.timetable)

    def line(self, deliveries: Sequence[Delivery]) -> SupportLine:
        """Return the line as it stands in the fields, with what was delivered of it."""
        asked = self.nationalities.value if "nationalities" in self.fields else None
        return SupportLine(
            self.type,
            self.persons.value or 0,
            self.minors.value or 0,
            asked or (),
            self.timetable.value,
            tuple(deliveries),
        )

    def problems(self) -> dict[str, str]:
        """Return what the form refuses, by name of the field."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        if found:
            return found
        count, minors = self.persons.value or 0, self.minors.value or 0
        if minors and self.type in WITHOUT_MINORS:
            found["minors"] = NO_MINORS
        elif minors > count:
            found["minors"] = tr(
                "{minors} minors are more than the {persons} persons of the line (Annex IV): lower them, or "
                "raise the line first.",
                minors=persons(minors),
                persons=persons(count),
            )
        if count and "nationalities" in self.fields and not self.nationalities.value:
            found["nationalities"] = NATIONALITIES_ASKED
        return found

    def explain(self, delivered: int) -> None:
        """Say what the form still asks for, and what was delivered."""
        count = self.persons.value or 0
        more = delivered > count
        given = (
            tr("{persons} delivered, more than the line covers", persons=persons(delivered))
            if more
            else tr("{persons} delivered", persons=persons(delivered))
        )
        self.title.setText(f"{tr(LINES[self.type])} · {given}" if delivered else tr(LINES[self.type]))
        self.title.set_tone("warn" if more else "text")
        if not self.timetable.is_wrong:
            self.timetable.say(TIMETABLE_ASKED if count and not self.timetable.value else "", "warn")
