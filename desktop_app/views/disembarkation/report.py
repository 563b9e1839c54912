"""The Migration Management Report and the requests that follow from it (COM(2020) 610, Art. 6(4), 47(2), 47(3))."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.calc.changes import SetReport
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.search_and_rescue import Disembarkation, ManagementReport
from desktop_app.calc.wording import persons
from desktop_app.views.disembarkation.beside import RescueEditor
from desktop_app.views.disembarkation.requests import RequestsPanel
from desktop_app.views.fields import (
    CheckField,
    ChecksField,
    ChoiceField,
    DateField,
    Field,
    NoteField,
    PersonsField,
    TextField,
    day_text,
    persons_entry,
    read_persons,
)
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.forum_editors.buttons import not_by_enter
from desktop_app.views.forum_editors.entries import RECORDED, Entries, Raw
from desktop_app.views.language import marked, state_name, state_with_code, tr

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

MEASURES: Final = (
    (ResponseMeasureKind.CAPACITY, marked("capacity building (asylum, reception, return)")),
    (ResponseMeasureKind.OPERATIONAL, marked("operational support")),
    (ResponseMeasureKind.THIRD_COUNTRY, marked("cooperation with third countries on migratory trends")),
)
_STATES: Final = tuple((code, state_with_code(code)) for code in PROTOCOL_ORDER)
_WORDS: Final = marked(
    "For each Member State of disembarkation the report gives how many applicants are to be relocated (Art. 47(2)). "
    "The others are asked by the key, which contains the benefitting states (Art. 47(3), 54)."
)


class DisembarkationKinds:
    """Member States of disembarkation, each with its number."""

    title = marked("Member States of disembarkation")
    one = marked("Member State")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a Member State of disembarkation."""
        return {
            "code": ChoiceField(tr("Member State"), _STATES),
            "relocations": PersonsField(tr("Applicants to relocate from there, persons"), "2 000"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return the first state of the usual ones that is not there yet."""
        taken = {other["code"] for other in others}
        code = next(code for code in (*_USUAL, *PROTOCOL_ORDER) if code not in taken or len(taken) == len(_STATES))
        return {"code": code, "relocations": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Greece: 2 000 persons"``."""
        count = read_persons(raw["relocations"]).value
        number = tr("number not known") if count is None else tr("{persons} persons", persons=persons(count))
        return f"{state_name(raw['code'])}: {number}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for a number that can be read, and for each state once."""
        problem = read_persons(raw["relocations"]).problem
        if problem:
            return {"relocations": problem}
        if any(other["code"] == raw["code"] for other in others):
            return {"code": tr("{state} stands there twice: keep one of the two.", state=state_name(raw["code"]))}
        return {}


_USUAL: Final = ("EL", "IT", "ES", "CY", "MT")
"""Offered first: they lie where search and rescue disembarks."""


class ReportEditor(RescueEditor):
    """Reference, day, Member States of disembarkation, measures named; beside them, what is asked of whom."""

    help_heading = "Report and requests"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        self.requests = RequestsPanel()
        self.copy_button = QPushButton(tr("Cop&y the requests"))
        not_by_enter(self.copy_button)
        super().__init__(parent, desk, tr("Report and requests"), _WORDS, self.requests, self.copy_button)
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_requests())
        self.copy_button.setToolTip(tr("Put the list of requests on the clipboard, for a letter or a table"))
        report = self.recorded.report
        self.reference = TextField(tr("Reference of the report"), tr("COM(2026) …"))
        self.adopted = DateField(tr("Report adopted on"))
        self.requested = DateField(tr("Requests sent on"))
        self.put_in("reference", self.reference, report.reference, "report.reference")
        self.put_in("adopted", self.adopted, day_text(report.adopted), "report.adopted")
        self.put_in("requested", self.requested, day_text(self.recorded.requested), "requested")
        self.add_row(self.reference, self.adopted, self.requested)
        self.states = Entries(
            DisembarkationKinds(),
            [
                {"code": each.code, "relocations": persons_entry(each.relocations), RECORDED: each}
                for each in report.benefitting
            ],
        )
        self.states.edited.connect(self.review)
        self.add(self.states)
        self.measures = ChecksField(tr("Measures of Art. 45(1)(d) that the report names"), MEASURES)
        self.vulnerable = CheckField(
            tr("Some Member States lack capacity because of &vulnerable persons: the pool serves them too (Art. 49(4))")
        )
        self.note = NoteField(tr("Needs, in words"), lines=2)
        self.put_in("measures", self.measures, report.measures_named)
        self.put_in("vulnerable", self.vulnerable, report.vulnerable)
        self.put_in("note", self.note, report.note)
        self.add_row(self.measures, self.note)
        self.add(self.vulnerable)
        self.column.addStretch(1)
        self.open_for(read_only=desk.read_only)
        self.review()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the fields or only look."""
        super().open_for(read_only=read_only)
        self.states.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list."""
        return super().typed(), self.states.held

    def draft(self) -> Draft:
        """Return the report as it stands in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        if self.states.problem:
            found["states"] = self.states.problem
        report = ManagementReport(
            self.reference.value,
            self.adopted.value,
            tuple(Disembarkation(raw["code"], read_persons(raw["relocations"]).value) for raw in self.states.held),
            self.measures.value,
            vulnerable=self.vulnerable.value,
            note=self.note.value,
        )
        return Draft(None if found else SetReport(report, self.requested.value), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the numbers first."""
        now, new = self.recorded, then.search_and_rescue
        before = {each.code: each.relocations for each in now.report.benefitting}
        after = {each.code: each.relocations for each in new.report.benefitting}
        said = [
            tr(
                "{what} {before} → {after}",
                what=state_name(code),
                before=_count(before.get(code), code in before),
                after=_count(after.get(code), code in after),
            )
            for code in PROTOCOL_ORDER
            if (code in before) != (code in after) or before.get(code) != after.get(code)
        ]
        pairs = (
            (tr("adoption of the report"), now.report.adopted, new.report.adopted),
            (tr("day of the requests"), now.requested, new.requested),
            (tr("measures named"), now.report.measures_named, new.report.measures_named),
            (tr("vulnerable persons"), now.report.vulnerable, new.report.vulnerable),
            (tr("reference"), now.report.reference, new.report.reference),
        )
        said += [name for name, before_, after_ in pairs if before_ != after_]
        return said or [tr("needs in words")]

    def show_response(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show what is asked of whom, and name the clocks that the day starts."""
        self.requests.show_response(assessment)

    def copy_requests(self) -> None:
        """Put the list of requests on the clipboard, under its title."""
        self.requests.copy(self.forum.title, self.reference.value)


def _count(count: int | None, is_there: bool) -> str:
    if not is_there:
        return tr("not named")
    return tr("number not known") if count is None else persons(count)
