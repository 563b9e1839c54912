"""What the benefitting Member States need under the voluntary mechanism."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetVoluntary
from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import Need
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.calc.wording import listed, money, persons
from desktop_app.views.fields import (
    UNCHOSEN,
    ChoiceField,
    Field,
    MoneyField,
    NoteField,
    PersonsField,
    money_entry,
    persons_entry,
    read_money,
    read_persons,
    to_choose,
)
from desktop_app.views.forum_editors.beside import BesideEditor
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.forum_editors.lists import ListEditor
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.voluntary.need_lines import COLUMNS, need_lines
from desktop_app.views.voluntary.states import MEMBERS, state_words

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

TITLE: Final = marked("Needs")
_WORDS: Final = marked(
    "What is needed is held against what is pledged and what was kept. Only a Member State is helped; money may also "
    "go to projects in partner countries, which stand with the pledges (F4)."
)


class NeedKinds:
    """Needs, one a benefitting Member State."""

    title = marked("Benefitting Member States")
    one = marked("need")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a need."""
        return {
            "benefitting": ChoiceField(tr("Member State"), to_choose(MEMBERS)),
            "relocations": PersonsField(tr("Relocations from there, persons")),
            "financial": MoneyField(tr("Money, EUR")),
            "note": NoteField(tr("Note"), tr("what is needed most"), lines=2),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return a need of which nothing is said."""
        return {"benefitting": UNCHOSEN, "relocations": "", "financial": "", "note": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Italy: 3 000 persons"``."""
        count, cents = read_persons(raw["relocations"]).value, read_money(raw["financial"]).value
        said = [] if count is None else [tr("{persons} persons", persons=persons(count))]
        said += [] if cents is None else [money(cents)]
        return f"{state_words(raw['benefitting'])}: {tr(listed(said)) or tr('number not said')}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for what can be read, and for each Member State once."""
        found = {
            "relocations": read_persons(raw["relocations"]).problem,
            "financial": read_money(raw["financial"]).problem,
        }
        if raw["benefitting"] == UNCHOSEN:
            found["benefitting"] = tr("Which Member State is in need? Choose it.")
        elif any(other["benefitting"] == raw["benefitting"] for other in others):
            found["benefitting"] = tr(
                "{state} stands there twice: keep one of the two.", state=state_name(raw["benefitting"])
            )
        return {name: problem for name, problem in found.items() if problem}


class _HeldAgainst(BesideEditor):
    """An editor with the needs beside it, held against what is pledged and kept."""

    def __init__(self, parent: QWidget | None, desk: "Desk", title: str, words: str) -> None:
        self.figures = FigureList(tr("Needed, pledged, open and kept"), COLUMNS)
        super().__init__(parent, desk, title, words, self.figures)


class NeedsEditor(ListEditor, _HeldAgainst):
    """The needs of the benefitting Member States; beside them what is pledged and kept."""

    part_of_fields = Fraction(2, 5)

    help_page = "voluntary"
    help_heading = TITLE

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        held = [
            {
                "benefitting": each.benefitting,
                "relocations": persons_entry(each.relocations),
                "financial": money_entry(each.financial_cents),
                "note": each.note or "",
                RECORDED: each,
            }
            for each in desk.assessment.forum.voluntary.needs
        ]
        super().__init__(parent, desk, TITLE, _WORDS, (NeedKinds(), held))
        self.column.addStretch(1)

    def change(self) -> Change:
        """Return the needs."""
        needs = tuple(
            Need(
                raw["benefitting"],
                read_persons(raw["relocations"]).value,
                read_money(raw["financial"]).value,
                kept_text(raw, "note"),
            )
            for raw in self.entries.held
        )
        return SetVoluntary(replace(self.forum.voluntary, needs=needs), TITLE)

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Hold the needs against what is pledged and kept."""
        lines = [] if assessment is None else need_lines(VoluntaryAssessment.of(assessment))
        self.figures.show_lines(lines)

    def count(self, forum: Forum) -> int:
        """Return how many needs there are."""
        return len(forum.voluntary.needs)
