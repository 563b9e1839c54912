"""The ledger of earlier contributions, and what of them counts (COM(2020) 610, Art. 53(4))."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetCredits
from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.credits import year_of_the_act
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.migratory_pressure import Credit
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.wording import persons
from desktop_app.views.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    PersonsField,
    TextField,
    TypedField,
    day_text,
    persons_entry,
    read_day,
    read_persons,
    read_year,
    year_entry,
)
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.forum_editors.lists import ListEditing
from desktop_app.views.language import marked, state_name, state_with_code, tr
from desktop_app.views.pressure.beside import PressureEditor
from desktop_app.views.pressure.credit_lines import CreditsPanel

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_STATES: Final = tuple((code, state_with_code(code)) for code in PROTOCOL_ORDER)
_HELPED: Final = ((None, marked("the state of the report")), *_STATES)
_TYPES: Final = tuple((kind, marked(kind.words)) for kind in (*PLAN_TYPES, ContributionType.MEASURES))
_WORDS: Final = marked(
    "What a state gave in the previous year is taken off what it owes now, type by type (Art. 53(4)): what was "
    "delivered, after a request under Art. 56(1), to the same Member State, unless the readings say otherwise. "
    "Deliveries recorded in support plans of this forum come by themselves: do not enter them a second time."
)


class CreditKinds:
    """Earlier contributions of the ledger."""

    title = marked("Ledger of earlier contributions")
    one = marked("contribution")
    moves = False

    def __init__(self, year: int | None) -> None:
        """Offer the year before this one, that of the act."""
        self._year = year

    def fields(self) -> dict[str, Field]:
        """Make the fields of a contribution."""
        return {
            "code": ChoiceField(tr("Given by"), _STATES),
            "benefitting": ChoiceField(tr("To the help of"), _HELPED),
            "type": ChoiceField(tr("Type"), _TYPES),
            "persons": PersonsField(tr("Persons, or persons-equivalent of measures"), "40"),
            "year": TypedField(tr("In the year"), read_year, "2026"),
            "given": DateField(tr("On the day, where it is known")),
            "on_request": CheckField(tr("After a re&quest under Art. 56(1)")),
            "delivered": CheckField(tr("&Delivered, not merely planned")),
            "note": TextField(tr("Note"), tr("agreement of …")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - a state may have given several times
        """Return a contribution of the previous year that was asked for and delivered."""
        return {
            "code": _STATES[0][0],
            "benefitting": None,
            "type": ContributionType.APPLICANTS,
            "persons": "",
            "year": year_entry(None if self._year is None else self._year - 1),
            "given": "",
            "on_request": True,
            "delivered": True,
            "note": "",
        }

    def words(self, raw: Raw) -> str:
        """Return for example ``"Germany: 40, relocation of applicants, 2026"``."""
        count = read_persons(raw["persons"]).value
        year = read_year(raw["year"]).value
        said = [tr("number missing") if count is None else tr(persons(count)), tr(raw["type"].words)]
        return f"{state_name(raw['code'])}: {', '.join([*said, year_entry(year) or tr('year missing')])}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - see new()
        """Ask for a number and a year that fits the day, and for two different states."""
        count, year, given = read_persons(raw["persons"]), read_year(raw["year"]), read_day(raw["given"])
        found = {"persons": count.problem, "year": year.problem, "given": given.problem}
        if not count.problem and not count.value:
            found["persons"] = tr("Say how many persons were given: more than 0, or delete the line.")
        if year.value is not None and given.value is not None and given.value.year != year.value:
            found["given"] = tr("The day is not in {year}: correct the day or the year (Art. 53(4)).", year=year.value)
        if raw["benefitting"] == raw["code"]:
            found["benefitting"] = tr(
                "{state} cannot have helped itself: choose who was helped.", state=state_name(raw["code"])
            )
        return {name: words for name, words in found.items() if words}


class CreditsEditor(ListEditing, PressureEditor):
    """The ledger; beside it, everything that was given earlier with whether it counts, and why not."""

    help_heading = "Earlier contributions"
    part_of_fields = Fraction(2, 5)

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        self.panel = CreditsPanel()
        super().__init__(parent, desk, tr("Earlier contributions"), _WORDS, self.panel)
        held = [_raw(each) for each in self.recorded.credits]
        self.hold(tr("earlier contributions"), (CreditKinds(year_of_the_act(self.forum)), held))
        self.column.addStretch(1)

    def change(self) -> Change:
        """Return the ledger."""
        return SetCredits(tuple(_credit(raw) for raw in self.entries.held))

    def count(self, forum: Forum) -> int:
        """Return how many contributions there are."""
        return len(forum.migratory_pressure.credits)

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what counts, and why not."""
        self.panel.show_pressure(assessment)


def _raw(recorded: Credit) -> Raw:
    return {
        "code": recorded.code,
        "benefitting": recorded.benefitting,
        "type": recorded.type,
        "persons": persons_entry(recorded.persons),
        "year": year_entry(recorded.year),
        "given": day_text(recorded.given),
        "on_request": recorded.on_request,
        "delivered": recorded.delivered,
        "note": recorded.note or "",
        RECORDED: recorded,
    }


def _credit(raw: Raw) -> Credit:
    given = read_day(raw["given"]).value
    year = read_year(raw["year"]).value
    return Credit(
        raw["code"],
        raw["benefitting"],
        raw["type"],
        read_persons(raw["persons"]).value or 0,
        given.year if year is None and given is not None else year,
        given,
        bool(raw["on_request"]),
        bool(raw["delivered"]),
        kept_text(raw, "note"),
    )
