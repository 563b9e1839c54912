"""The acts that the Council act rests on, its adoption, and the day the check is for (Art. 9, 11, 12, 57)."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetActs
from desktop_app.calc.forum import AdoptedAct, Basis, Forum, SourceAct
from desktop_app.calc.moments import as_of
from desktop_app.calc.wording import day
from desktop_app.views.fields import DateField, TextField, day_text
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_ACTS: Final = (
    ("report", marked("Report (Art. 9)"), marked("COM(2026) …")),
    ("decision", marked("Decision (Art. 11)"), marked("(EU) 2026/…")),
    ("proposal", marked("Proposal (Art. 12)"), marked("COM(2026) …")),
)
_CITED_WITH: Final = "(EU)"
_BEFORE: Final = marked(
    "Before adoption the proposal stays classified: a PUBLIC marking blocks. Missing references, dates and states of "
    "the key warn."
)
_AFTER: Final = marked(
    "Once adopted, the forum may be marked PUBLIC. A missing reference or date of the three acts then blocks, and so "
    "does a key that is not shared by the 26 bound Member States."
)


class ActsEditor(ForumEditor):
    """Report, decision and proposal with their dates, the adoption, the day of the check."""

    help_heading = "Reference numbers, acts, adoption"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        words = tr(
            "The Council act rests on the Commission's report, decision and proposal. Their dates start the fifteen "
            "days in which the Forum is convened (Art. 13(2))."
        )
        super().__init__(parent, desk, tr("Acts and adoption"), words)
        self.references: dict[str, TextField] = {}
        self.dates: dict[str, DateField] = {}
        references, dates = [], []
        for name, title, example in _ACTS:
            act: SourceAct = getattr(self.forum.basis, name)
            self.references[name] = TextField(tr("{title}: reference", title=title), example)
            self.dates[name] = DateField(tr("{title}: date", title=title))
            self.put_in(f"{name}_reference", self.references[name], act.reference)
            self.put_in(f"{name}_date", self.dates[name], day_text(act.date))
            references.append(self.references[name])
            dates.append(self.dates[name])
        for name in self.references:
            self.add_row(self.references[name], self.dates[name])
        adopted_act = self.forum.adopted_act
        self.adopted = DateField(tr("Council act adopted on"))
        self.number = TextField(tr("Its number"), tr("(EU) 2026/…"))
        self.published = TextField(tr("Its place in the Official Journal"), tr("OJ L, 2026/…, 21.12.2026"))
        self.as_of = DateField(tr("Day the check is for"))
        self.put_in("adopted", self.adopted, day_text(self.forum.adopted))
        self.put_in("number", self.number, adopted_act.number, "adopted_act.number")
        self.put_in("published", self.published, adopted_act.official_journal)
        self.put_in("as_of", self.as_of, day_text(self.forum.as_of))
        self.add_row(self.adopted, self.number)
        self.add_row(self.published, self.as_of)
        self.meaning = ToneLabel("", Type.CAPTION, "muted")
        self.meaning.setWordWrap(True)
        self.column.addSpacing(-Space.S)
        self.add(self.meaning)
        self.open_for(read_only=desk.read_only)
        self.review()

    def draft(self) -> Draft:
        """Return the acts and dates as they stand in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        acts = {name: SourceAct(self.references[name].value, self.dates[name].value) for name in self.references}
        change = SetActs(Basis(**acts), self.adopted.value, self.as_of.value, self._act())
        if self.adopted.value is None and "adopted" not in found:
            for name in ("number", "published"):
                if self.fields[name].raw.strip():
                    found[name] = tr("An act that is not adopted has none: give the day of adoption, or empty this.")
        self._say_meaning(change)
        return Draft(None if found else change, found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: adoption first."""
        said = []
        if then.adopted != self.forum.adopted:
            said.append(
                tr("adoption taken back") if then.adopted is None else tr("adopted on {day}", day=day(then.adopted))
            )
        if then.adopted_act.number != self.forum.adopted_act.number:
            said.append(tr("number of the act {number}", number=then.adopted_act.number or tr("removed")))
        if then.adopted_act.official_journal != self.forum.adopted_act.official_journal:
            said.append(tr("place in the Official Journal"))
        if then.as_of != self.forum.as_of:
            said.append(
                tr("day of the check {before} → {after}", before=_day(as_of(self.forum)), after=_day(as_of(then)))
            )
        for name, title, _example in _ACTS:
            if getattr(then.basis, name) != getattr(self.forum.basis, name):
                said.append(title[:1].lower() + title[1:])
        return said

    def _act(self) -> AdoptedAct:
        """Return number and publication; the number without the (EU) that it is cited with."""
        number = (self.number.value or "").strip().removeprefix(_CITED_WITH).strip()
        return AdoptedAct(number or None, self.published.value)

    def _say_meaning(self, change: SetActs) -> None:
        """Say what adoption changes, and which day the check is for while none is given."""
        latest = as_of(replace(change.apply_to(self.forum), as_of=None))
        self.as_of.hint(tr("Empty: the latest date in the forum, {day}.", day=_day(latest)))
        self.adopted.hint(tr("Empty: not adopted yet."))
        self.meaning.setText(legible(_BEFORE if change.adopted is None else _AFTER))


def _day(value: date | None) -> str:
    return tr("none") if value is None else day(value)
