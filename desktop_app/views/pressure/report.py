"""The report on migratory pressure, and who benefits from another procedure (COM(2020) 610, Art. 51, 52(1))."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.calc.changes import SetPressureReport
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.migratory_pressure import PressureReport
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.wording import persons
from desktop_app.views.disembarkation.report import MEASURES
from desktop_app.views.fields import (
    CheckField,
    ChecksField,
    ChoiceField,
    CountriesField,
    DateField,
    NoteField,
    PersonsField,
    TextField,
    countries_entry,
    day_text,
    persons_entry,
)
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.forum_editors.buttons import not_by_enter
from desktop_app.views.language import marked, state_name, state_with_code, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pressure.asked import PressureAskedPanel
from desktop_app.views.pressure.beside import PressureEditor
from desktop_app.views.pressure.states import StatesField, states_entry
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_STATES: Final = ((None, marked("not said")), *((code, state_with_code(code)) for code in PROTOCOL_ORDER))
_WORDS: Final = marked(
    "The report says whether the Member State is under pressure (Art. 51(2)) and, if so, how many persons the others "
    "relocate and sponsor for return (Art. 51(3)(b)(ii)), and which measures they may offer instead ((iii)). The key "
    "is applied to both numbers together."
)
_NO_MEASURES: Final = marked("The report names no measures: no plan may offer any instead of persons (Art. 52(2)).")


class PressureReportEditor(PressureEditor):
    """Reference, day, the state under pressure, totals, measures, nationalities; beside them, what is asked."""

    help_heading = "Report"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        self.asked_panel = PressureAskedPanel()
        self.copy_button = QPushButton(tr("Cop&y what is asked"))
        not_by_enter(self.copy_button)
        super().__init__(parent, desk, tr("Report"), _WORDS, self.asked_panel, self.copy_button)
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_asked())
        self.copy_button.setToolTip(tr("Put the list of what is asked on the clipboard, for a letter or a table"))
        report = self.recorded.report
        self.reference = TextField(tr("Reference of the report"), tr("COM(2027) …"))
        self.adopted = DateField(tr("Report adopted on"))
        self.under_pressure = CheckField(tr("The report finds the Member State &under pressure (Art. 51(2))"))
        self.benefitting = ChoiceField(tr("Member State under pressure"), _STATES)
        self.others = StatesField(tr("Benefit from another procedure"))
        self.others.hint(tr("Such as states of disembarkation: they need not contribute (Art. 52(1))."))
        self.relocations = PersonsField(tr("Persons to relocate"), "800")
        self.sponsorship = PersonsField(tr("Persons to sponsor for return"), "300")
        self.together = ToneLabel("", Type.CAPTION, "muted")
        self.together.setWordWrap(True)
        self.measures = ChecksField(tr("Measures of Art. 45(1)(d) that the report names"), MEASURES)
        self.no_measures = ToneLabel("", Type.CAPTION, "muted")
        self.no_measures.setWordWrap(True)
        self.nationalities = CountriesField(tr("Nationalities of the persons to sponsor"))
        self.capacity = NoteField(tr("Capacity and general needs (Art. 51(3)(a))"), lines=2)
        self.own_measures = NoteField(tr("Measures by the Member State itself (Art. 51(3)(b)(i))"), lines=2)
        self.timetable = NoteField(tr("Expected timetable"), lines=2)
        self.note = NoteField(tr("Note"), lines=2)
        for name, field, raw, place in (
            ("reference", self.reference, report.reference, "report.reference"),
            ("adopted", self.adopted, day_text(report.adopted), "report.adopted"),
            ("under_pressure", self.under_pressure, report.under_pressure, ""),
            ("benefitting", self.benefitting, report.benefitting, "report.benefitting"),
            ("others", self.others, states_entry(self.recorded.other_benefitting), "other_benefitting"),
            ("relocations", self.relocations, persons_entry(report.relocations), "report.relocations"),
            ("sponsorship", self.sponsorship, persons_entry(report.sponsorship), "report.sponsorship"),
            ("measures", self.measures, report.measures_named, ""),
            ("nationalities", self.nationalities, countries_entry(report.nationalities), "report.nationalities"),
            ("capacity", self.capacity, report.capacity, ""),
            ("own_measures", self.own_measures, report.own_measures, ""),
            ("timetable", self.timetable, report.timetable, ""),
            ("note", self.note, report.note, ""),
        ):
            self.put_in(name, field, raw, place)
        self.add_row(self.reference, self.adopted)
        self.add(self.under_pressure)
        self.add_row(self.benefitting, self.others)
        self.add_row(self.relocations, self.sponsorship)
        self.column.addSpacing(-Space.S)
        self.add(self.together)
        self.add(self.nationalities)
        self.add(self.measures)
        self.column.addSpacing(-Space.S)
        self.add(self.no_measures)
        self.add_row(self.capacity, self.own_measures)
        self.add_row(self.timetable, self.note)
        self.column.addStretch(1)
        self.open_for(read_only=desk.read_only)
        self.review()

    def draft(self) -> Draft:
        """Return the report as it stands in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        others = self.others.value or ()
        if self.benefitting.value is not None and self.benefitting.value in others:
            found["others"] = tr(
                "{state} is the state under pressure: leave it out here (Art. 52(1)).",
                state=state_name(self.benefitting.value),
            )
        report = PressureReport(
            self.reference.value,
            self.adopted.value,
            self.under_pressure.value,
            self.benefitting.value,
            self.relocations.value,
            self.sponsorship.value,
            self.measures.value,
            self.nationalities.value or (),
            self.capacity.value,
            self.own_measures.value,
            self.timetable.value,
            self.note.value,
        )
        self._say_what_follows(report)
        return Draft(None if found else SetPressureReport(report, others), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the numbers first."""
        now, new = self.recorded, then.migratory_pressure
        said = [
            tr("{what} {before} → {after}", what=words, before=_count(before), after=_count(after))
            for words, before, after in (
                (tr("relocation"), now.report.relocations, new.report.relocations),
                (tr("sponsorship"), now.report.sponsorship, new.report.sponsorship),
            )
            if before != after
        ]
        pairs = (
            (tr("finding of pressure"), now.report.under_pressure, new.report.under_pressure),
            (tr("state under pressure"), now.report.benefitting, new.report.benefitting),
            (tr("states that benefit elsewhere"), now.other_benefitting, new.other_benefitting),
            (tr("adoption of the report"), now.report.adopted, new.report.adopted),
            (tr("measures named"), now.report.measures_named, new.report.measures_named),
            (tr("nationalities"), now.report.nationalities, new.report.nationalities),
            (tr("reference"), now.report.reference, new.report.reference),
        )
        said += [name for name, before, after in pairs if before != after]
        return said or [tr("words of the report")]

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what is asked of whom, and name the clocks that the day starts."""
        self.asked_panel.show_pressure(assessment)

    def copy_asked(self) -> None:
        """Put the list on the clipboard, under its title."""
        self.asked_panel.copy(self.forum.title, self.reference.value)

    def _say_what_follows(self, report: PressureReport) -> None:
        """Say what both totals come to, and what no measures named means."""
        words = tr("The key is applied to both together (Art. 53(3)).")
        if report.relocations is not None and report.sponsorship is not None:
            total = persons(report.relocations + report.sponsorship)
            words = tr("Together {total} persons, to which the key is applied (Art. 53(3)).", total=total)
        self.together.setText(legible(words))
        self.no_measures.setText("" if report.measures_named else _NO_MEASURES)
        self.no_measures.setVisible(not report.measures_named)


def _count(count: int | None) -> str:
    return tr("not known") if count is None else persons(count)
