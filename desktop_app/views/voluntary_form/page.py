"""The pledges of a signatory as a list, and the fields of the current one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.views.editors.item_list import ItemList, rearranged
from desktop_app.views.editors.pages.base import Heading, Words
from desktop_app.views.fields import (
    UNCHOSEN,
    CheckField,
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    NoteField,
    PersonsField,
    TextField,
    to_choose,
)
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.theme import Space
from desktop_app.views.voluntary_form.forms import PledgeForm, PledgesForm, read_pledge
from desktop_app.views.voluntary_form.subject import PledgeSubject, kept_words, need_words, standing_words

_OPEN: Final = (None, marked("left open, or a partner country"))
_NO_MONEY: Final = marked("The project has no money yet: write how much it is given.")
_NO_PROJECT: Final = marked("A partner country belongs to a project: name the project too.")
_NO_COUNTRY: Final = marked("In which partner country is the project?")


def _helped() -> list[tuple[object, str]]:
    """Return whom a pledge can help, by code."""
    return to_choose((_OPEN, *((code, f"{state_name(code)} ({code})") for code in PROTOCOL_ORDER)))


class PledgePage(QWidget):
    """Shows the pledges, and gives them back as typed; knows no other state.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.subject: PledgeSubject | None = None
        self.items: tuple[PledgeForm, ...] = ()
        self.here = -1
        self._read_only = False
        self.standing = Words()
        self.list = ItemList(tr("Pledges"), tr("pledge"))
        self.nothing = Words(
            tr("No pledge yet: Ins adds one, for a Member State or for a project in a partner country.")
        )
        self.benefitting = ChoiceField(tr("Member State helped"), _helped())
        self.relocations = PersonsField(tr("Relocations"), tr("persons"))
        self.vulnerable_first = CheckField(tr("The most vulnerable come first"))
        self.financial = MoneyField(tr("Money, EUR"))
        self.project = TextField(tr("Project in a partner country"), tr("such as a reception centre"))
        self.partner_country = TextField(tr("Partner country"), tr("code or name"))
        self.reference = TextField(tr("Reference"))
        self.submitted = DateField(tr("Submitted on"))
        self.note = NoteField(tr("Note"), lines=2)
        self.fields: dict[str, Field] = {
            "benefitting": self.benefitting,
            "relocations": self.relocations,
            "vulnerable_first": self.vulnerable_first,
            "financial": self.financial,
            "project": self.project,
            "partner_country": self.partner_country,
            "reference": self.reference,
            "submitted": self.submitted,
            "note": self.note,
        }
        self.kept = Words(tone="text")
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.wanted.connect(self.rearrange)
        self.list.entered.connect(self._enter)
        for field in self.fields.values():
            field.edited.connect(self._typed)

    def _lay_out(self) -> None:
        self.detail = QWidget()
        inner = QVBoxLayout(self.detail)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        inner.addWidget(self.benefitting)
        money = (Heading(tr("Money")), self.financial)
        for field in (Heading(tr("Relocation, preferred")), self.relocations, self.vulnerable_first, *money):
            inner.addWidget(field)
        inner.addLayout(_beside(self.project, self.partner_country))
        inner.addWidget(Heading(tr("Paper")))
        inner.addLayout(_beside(self.reference, self.submitted))
        inner.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.M)
        column.setSpacing(Space.S)
        for part in (self.standing, self.list, self.nothing, self.detail, self.kept):
            column.addWidget(part)
        column.addStretch(1)

    # -------------------------------------------------------------------------------------------- what is shown

    def form(self) -> PledgesForm:
        """Return the pledges as they stand."""
        return PledgesForm(self.items)

    def show_subject(self, subject: PledgeSubject, form: PledgesForm) -> None:
        """Show a signatory with its pledges, recorded ones or a draft; of another one, the first."""
        if self.subject is None or self.subject.code != subject.code:
            self.here = 0
        self.subject = subject
        self.submitted.offer(subject.forum.as_of)
        self.items = form.items
        self.here = min(max(self.here, 0), len(self.items) - 1)
        self._show_item()
        self.explain(subject)

    def explain(self, subject: PledgeSubject) -> None:
        """Say beside the fields what follows from them."""
        self.subject = subject
        self.standing.say(*standing_words(subject))
        self._show_lines()
        has_item = bool(self.items)
        self.detail.setVisible(has_item)
        self.nothing.setVisible(not has_item)
        self.kept.say(kept_words(subject.row), "text")
        if not has_item:
            return
        form = self.items[self.here]
        if not self.benefitting.is_wrong:
            self.benefitting.say(
                "" if form.project.strip() or form.benefitting == UNCHOSEN else need_words(subject, form.benefitting)
            )
        if not self.project.is_wrong:
            lacks_money = bool(form.project.strip()) and not form.financial.strip()
            self.project.say(_NO_MONEY if lacks_money else "", "warn")
        if not self.partner_country.is_wrong:
            self.partner_country.say(_country_words(form), "warn")

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong with the current pledge beside its fields."""
        for name, field in self.fields.items():
            field.complain("" if field.problem else problems.get(f"{self.here}.{name}", ""))
        if self.subject is not None:
            # Where a complaint is gone, what follows from the field is said again.
            self.explain(self.subject)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        self._read_only = read_only
        self.list.set_read_only(read_only)
        for field in self.fields.values():
            field.set_read_only(read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for field in self.fields.values():
            field.set_scale(scale)
        for label in self.findChildren(Words):
            label.set_scale(scale)
        self.list.set_scale(scale)

    def start(self, column: str = "") -> QWidget:
        """Return what takes the keyboard when the pledges are opened at a column."""
        if not self.items:
            return self.list.buttons["add"]
        if column not in self.fields:
            return self.list
        # The pledge that has such a thing, where the current one has not.
        having = [place for place, form in enumerate(self.items) if getattr(form, column)]
        if having and self.here not in having:
            self.list.list.setCurrentRow(having[0])
        return self.fields[column]

    # --------------------------------------------------------------------------------------------- what is done

    def rearrange(self, asked: str) -> None:
        """Add, duplicate, delete or move."""
        self.items, self.here = rearranged(self.items, self.here, asked, PledgeForm())
        if asked == "duplicate":
            # A pledge of its own: nothing is recorded of it yet.
            copy = replace(self.items[self.here], recorded=None)
            self.items = (*self.items[: self.here], copy, *self.items[self.here + 1 :])
        self._show_item()
        self._tell()
        if asked in ("add", "duplicate"):
            self._enter()
        elif not self.items:
            # The list is gone, and the keyboard must not go with it.
            self.list.buttons["add"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Insert, wherever on the page the keyboard is."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Insert and plain and self.list.buttons["add"].isEnabled():
            self.rearrange("add")
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if row != self.here and 0 <= row < len(self.items):
            self.here = row
            self._show_item()
            self._tell()

    def _enter(self) -> None:
        self.benefitting.setFocus(Qt.FocusReason.TabFocusReason)

    def _typed(self) -> None:
        if self.items:
            raws = {name: field.raw for name, field in self.fields.items()}
            now = replace(self.items[self.here], **raws)
            self.items = (*self.items[: self.here], now, *self.items[self.here + 1 :])
            self._tell()

    def _tell(self) -> None:
        if self.subject is not None:
            self.explain(self.subject)
        self.edited.emit()

    def _show_item(self) -> None:
        if self.items:
            for name, field in self.fields.items():
                field.put(getattr(self.items[self.here], name))

    def _show_lines(self) -> None:
        code = "" if self.subject is None else self.subject.code
        self.list.show_lines([_line(number, form, code) for number, form in enumerate(self.items, 1)], self.here)


def _beside(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _line(number: int, form: PledgeForm, code: str) -> tuple[str, str, str]:
    """Return text, icon and colour token of a pledge's line."""
    pledge = read_pledge(form, code).value
    if pledge is None:
        return tr("{number}. to be corrected", number=number), "block", "block"
    return f"{number}. {shown(_whom(pledge))}: {shown(_given(pledge)) or tr('nothing yet')}", "", ""


def _country_words(form: PledgeForm) -> str:
    """Say what is missing beside a partner country or a project; empty where nothing is."""
    project, country = bool(form.project.strip()), bool(form.partner_country.strip())
    if project == country:
        return ""
    return _NO_COUNTRY if project else _NO_PROJECT


def _whom(pledge: VoluntaryPledge) -> str:
    if pledge.project is not None:
        return f"{pledge.project}{f' ({pledge.partner_country})' if pledge.partner_country else ''}"
    return tr("left open") if pledge.benefitting is None else state_name(pledge.benefitting)


def _given(pledge: VoluntaryPledge) -> str:
    given = []
    if pledge.relocations:
        given.append(
            tr("1 person")
            if pledge.relocations == 1
            else tr("{persons} persons", persons=wording.persons(pledge.relocations))
        )
    if pledge.financial_cents:
        given.append(wording.money(pledge.financial_cents))
    return wording.listed(given)
