"""The page of deductions (Art. 61, 62): stage, extent, dates, act, contents of the request, what falls due."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.calc.changes import RecordDeductions
from desktop_app.calc.forum import DeductionBasis, DeductionStage, RequestContent, StateRecord
from desktop_app.calc.requests import asked_for, words_of
from desktop_app.views.editors.forms import (
    DeductionForm,
    DeductionsForm,
    deductions_form,
    read_deduction,
    read_deductions,
)
from desktop_app.views.editors.law import basis_words, due_words
from desktop_app.views.editors.pages.base import Heading, Words
from desktop_app.views.editors.pages.listed import ListPage
from desktop_app.views.editors.stage import Staged, Subject, staged
from desktop_app.views.fields import (
    CheckField,
    ChecksField,
    ChoiceField,
    DateField,
    MoneyField,
    NoteField,
    PersonsField,
    TextField,
)
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.theme import Space

_BASES: Final = (
    (DeductionBasis.ARTICLE_61, marked("Art. 61: migratory pressure")),
    (DeductionBasis.ARTICLE_62, marked("Art. 62: significant situation")),
)
_STAGES: Final = (
    (DeductionStage.ANNOUNCED, marked("announced at the forum (no effect)")),
    (DeductionStage.REQUESTED, marked("requested from the Commission")),
    (DeductionStage.ASSESSED, marked("assessed by the Commission")),
    (DeductionStage.GRANTED, marked("granted by the Council")),
    (DeductionStage.REFUSED, marked("refused by the Council")),
)
_EXTENTS: Final = ((True, marked("full: the whole pledge")), (False, marked("partial: amounts per type")))


class DeductionsPage(ListPage):
    """A list of deductions, and the fields of the current one."""

    name = "deductions"
    title = marked("Deductions")

    def __init__(self) -> None:
        super().__init__(tr("Deductions"), tr("deduction"), DeductionForm())
        self.none = Words(tr("No deduction is recorded."))
        self.allowed = Words()
        self.due = Words()
        self.asked = Words()
        self.contents = ChecksField("", [(content, "") for content in RequestContent])
        self.fields = {
            "basis": ChoiceField(tr("Basis"), _BASES),
            "self_declared": CheckField(tr("The state considers itself so")),
            "stage": ChoiceField(tr("Stage"), _STAGES),
            "full": ChoiceField(tr("Extent"), _EXTENTS),
            "relocations": PersonsField(tr("Of the relocations, persons")),
            "financial": MoneyField(tr("Of the financial contribution, EUR")),
            "alternative": MoneyField(tr("Of the alternative measures, EUR")),
            "announced": DateField(tr("Announced")),
            "requested": DateField(tr("Request received")),
            "assessed": DateField(tr("Assessed")),
            "decided": DateField(tr("Decided")),
            "act": TextField(tr("Council act"), tr("Implementing Decision (EU) 2026/…")),
            "looked": CheckField(tr("The request was read; it contains:")),
            "contents": self.contents,
            "note": NoteField(tr("Note"), lines=2),
        }
        for field in self.fields.values():
            field.edited.connect(self.item_edited)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.list, self.none, self.detail):
            self.column.addWidget(part)
        self.column.addStretch(1)
        add = self.detail_column.addWidget
        for name in ("basis", "self_declared"):
            add(self.fields[name])
        add(self.allowed)
        for name in ("stage", "full"):
            add(self.fields[name])
        self._amounts = QWidget()
        amounts = QVBoxLayout(self._amounts)
        amounts.setContentsMargins(Space.M, 0, 0, 0)
        amounts.setSpacing(Space.S)
        for name in ("relocations", "financial", "alternative"):
            amounts.addWidget(self.fields[name])
        amounts.addWidget(Words(tr("Left empty: 0, nothing of that type is deducted.")))
        add(self._amounts)
        days = QGridLayout()
        days.setSpacing(Space.S)
        for number, name in enumerate(("announced", "requested", "assessed", "decided")):
            days.addWidget(self.fields[name], number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        self.detail_column.addLayout(days)
        add(self.due)
        add(self.fields["act"])
        add(Heading(tr("What the request contains")))
        for part in (self.asked, self.fields["looked"], self.contents, self.fields["note"]):
            add(part)

    # ------------------------------------------------------------------------------------- what a page answers

    def recorded(self, record: StateRecord) -> DeductionsForm:
        """Return the form of what is recorded."""
        return deductions_form(record)

    def form(self) -> DeductionsForm:
        """Return the form as it stands in the fields."""
        return DeductionsForm(self.items)

    def put(self, form: DeductionsForm) -> None:
        """Show a form."""
        self.put_items(form.items)

    def stage(self, form: DeductionsForm, subject: Subject) -> Staged:
        """Return what taking a form would change."""
        outcome = read_deductions(form)
        if outcome.value is None:
            return Staged(problems=outcome.problems)
        return staged(RecordDeductions(subject.code, outcome.value), subject)

    def explain(self, subject: Subject) -> None:
        """Say what the status allows, what is asked for, and what falls due."""
        self.show_lines()
        self.none.setVisible(not self.items)
        self.detail.setVisible(self.has_item)
        if not self.has_item:
            return
        item: DeductionForm = self.items[self.here]
        row = subject.row
        words, allowed = basis_words(
            item.basis,
            subject.record.flags,
            self_declared=item.self_declared,
            benefitting=row is not None and row.benefitting,
        )
        self.allowed.say(words, "muted" if allowed else "warn")
        self._amounts.setVisible(not item.full)
        outcome = read_deduction(item)
        self.due.setVisible(outcome.value is not None)
        if outcome.value is not None:
            self.due.say(*due_words(outcome.value, subject.forum))
        self._show_contents(item)

    def line(self, number: int, item: DeductionForm) -> tuple[str, str, str]:
        """Return text, icon and colour token of a deduction's line."""
        words = tr(
            "{number}. Art. {article}, full, {stage}" if item.full else "{number}. Art. {article}, partial, {stage}",
            number=number,
            article=item.basis.value,
            stage=tr(item.stage.value),
        )
        if read_deduction(item).value is None:
            return tr("{words} · to be corrected", words=words), "warn", "warn"
        granted = item.stage is DeductionStage.GRANTED
        return words, "ok" if granted else "info", "ok" if granted else "info"

    def item_form(self) -> DeductionForm:
        """Return the current deduction as it stands in the fields."""
        raws: dict[str, Any] = {name: field.raw for name, field in self.fields.items()}
        return DeductionForm(**raws, recorded=self.items[self.here].recorded)

    def put_item(self, item: DeductionForm) -> None:
        """Show a deduction in the fields."""
        for name, field in self.fields.items():
            field.put(getattr(item, name))

    def start(self) -> QWidget:
        """Begin with the list, or with the button that adds the first one."""
        return self.list if self.items else self.list.buttons["add"]

    # ------------------------------------------------------------------------------------------------- contents

    def _show_contents(self, item: DeductionForm) -> None:
        asked = asked_for(item.basis, self_declared=item.self_declared)
        article = tr("Art. {value}", value=item.basis.value)
        if not asked:
            self.asked.say(
                tr("{article} prescribes nothing to a state that the Commission found under pressure.", article=article)
            )
        else:
            missing = [content for content in asked if content not in item.contents]
            self.asked.say(*_checked(article, len(asked), len(missing), looked=item.looked))
        offered = [content for content in RequestContent if content in asked or content in item.contents]
        self.fields["looked"].setVisible(bool(offered))
        self.contents.setVisible(bool(offered) and item.looked)
        for content, box in self.contents.boxes.items():
            box.setVisible(content in offered)
            words = shown(words_of(content, item.basis))
            box.setText(words if content in asked else tr("{content} (not asked for here)", content=words))
            box.setAccessibleName(words)


def _checked(article: str, asked: int, missing: int, *, looked: bool) -> tuple[str, str]:
    if not looked:
        return tr("{article} asks for {asked} things; nobody has looked yet.", article=article, asked=asked), "muted"
    if missing:
        if missing == 1:
            return tr("{article} asks for {asked} things: 1 is missing.", article=article, asked=asked), "warn"
        return tr(
            "{article} asks for {asked} things: {missing} are missing.",
            article=article,
            asked=asked,
            missing=missing,
        ), "warn"
    return tr("{article}: everything asked for is there.", article=article), "muted"
