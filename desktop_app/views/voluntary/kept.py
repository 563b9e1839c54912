"""Commitments kept under the voluntary mechanism: persons relocated, money paid."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetVoluntary
from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import Commitment, Voluntary, signatory_place
from desktop_app.calc.wording import day, listed, money, persons
from desktop_app.views.fields import (
    UNCHOSEN,
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    NoteField,
    PersonsField,
    day_text,
    money_entry,
    persons_entry,
    read_day,
    read_money,
    read_persons,
    to_choose,
)
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.forum_editors.lists import ListEditor
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.voluntary.states import MEMBERS, SIGNATORIES, not_open_to, state_words

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

TITLE: Final = marked("Commitments kept")
_WORDS: Final = marked(
    "What was in fact relocated or paid, with its day. It is held against the pledges of the signatory, and against "
    "the need of the Member State helped. Incentives are for persons relocated alone."
)


class KeptKinds:
    """Commitments kept."""

    title = marked("Relocated and paid")
    one = marked("commitment kept")
    moves = True

    def __init__(self, recorded: Voluntary) -> None:
        """Offer those that signed or pledged first."""
        named = {each.code for each in recorded.signatories} | {each.code for each in recorded.pledges}
        self._named = sorted(named, key=signatory_place)

    def fields(self) -> dict[str, Field]:
        """Make the fields of a commitment."""
        first = [(code, words) for code, words in SIGNATORIES if code in self._named]
        others = [(code, words) for code, words in SIGNATORIES if code not in self._named]
        helped: list[tuple[Any, str]] = [(None, tr("nobody in particular")), *MEMBERS]
        return {
            "code": ChoiceField(tr("Signatory"), to_choose([*first, *others])),
            "on": DateField(tr("On")),
            "benefitting": ChoiceField(tr("Member State helped"), to_choose(helped)),
            "relocations": PersonsField(tr("Persons relocated")),
            "minors": PersonsField(tr("Of which unaccompanied minors")),
            "financial": MoneyField(tr("Money paid, EUR")),
            "note": NoteField(tr("Note"), lines=2),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return a commitment of which nothing is said."""
        texts = ("on", "relocations", "minors", "financial", "note")
        return {"code": UNCHOSEN, "benefitting": UNCHOSEN, **dict.fromkeys(texts, "")}

    def words(self, raw: Raw) -> str:
        """Return for example ``"1 October 2022: Germany → Italy, 400 persons"``."""
        when = read_day(raw["on"]).value
        whom = f" → {state_name(raw['benefitting'])}" if raw["benefitting"] else ""
        count, cents = read_persons(raw["relocations"]).value, read_money(raw["financial"]).value
        said = [tr("{persons} persons", persons=persons(count))] if count else []
        said += [tr(money(cents))] if cents else []
        given = tr(listed(said)) or tr("nothing yet")
        return f"{tr(day(when)) if when else tr('no day')}: {state_words(raw['code'])}{whom}, {given}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a state gives several times
        """Ask for a day and for what was given; hold minors against the persons."""
        when, count, minors = read_day(raw["on"]), read_persons(raw["relocations"]), read_persons(raw["minors"])
        cents = read_money(raw["financial"])
        found = {
            "code": not_open_to(raw["code"]) if raw["code"] else tr("Which signatory kept it? Choose it."),
            "on": when.problem
            or ("" if when.value else tr("A commitment kept needs its day: write for example 2022-10-01.")),
            "relocations": count.problem,
            "minors": minors.problem,
            "financial": cents.problem,
        }
        if raw["benefitting"] == UNCHOSEN:
            found["benefitting"] = tr("For which Member State? Choose it, or nobody in particular.")
        elif raw["benefitting"] == raw["code"]:
            found["benefitting"] = tr("A signatory helps another Member State, not itself: choose that one, or nobody.")
        if not count.problem and (minors.value or 0) > (count.value or 0):
            found["minors"] = tr("More minors than persons relocated: lower one or raise the other.")
        if not any((count.problem, cents.problem, count.value, cents.value)):
            found["relocations"] = tr("Write how many persons were relocated, or below how much was paid.")
        return {name: problem for name, problem in found.items() if problem}


class KeptEditor(ListEditor):
    """The commitments kept, in the order in which they were recorded."""

    help_page = "voluntary"
    help_heading = TITLE

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        recorded = desk.assessment.forum.voluntary
        held = [
            {
                "code": each.code,
                "on": day_text(each.on),
                "benefitting": each.benefitting,
                "relocations": persons_entry(each.relocations or None),
                "minors": persons_entry(each.minors or None),
                "financial": money_entry(each.financial_cents or None),
                "note": each.note or "",
                RECORDED: each,
            }
            for each in recorded.kept
        ]
        super().__init__(parent, desk, TITLE, _WORDS, (KeptKinds(recorded), held))

    def change(self) -> Change:
        """Return the commitments."""
        kept = tuple(
            Commitment(
                raw["code"],
                read_day(raw["on"]).value,
                raw["benefitting"],
                read_persons(raw["relocations"]).value or 0,
                read_persons(raw["minors"]).value or 0,
                read_money(raw["financial"]).value or 0,
                kept_text(raw, "note"),
            )
            for raw in self.entries.held
        )
        return SetVoluntary(replace(self.forum.voluntary, kept=kept), TITLE)

    def count(self, forum: Forum) -> int:
        """Return how many commitments there are."""
        return len(forum.voluntary.kept)
