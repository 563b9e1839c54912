"""One of the three lines of Art. 45(1)(d) on the form: its measures, and the fields of the current one (Annexes I, II).

Measures of which it is not said on which line they stand have a section of their own, in which it can be chosen.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc import wording
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.views.editors.item_list import ItemList, rearranged
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.fields import ChoiceField, Field, MoneyField, NoteField, TextField, TypedField
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.plan_form.annex import Annex, PlansRecord
from desktop_app.views.plan_form.measures import MeasureForm, read_equivalent, read_measure
from desktop_app.views.plan_form.words import LINES, empty_words, measure_words
from desktop_app.views.theme import Space, Type

_ASKED: Final = (
    ("amount", marked("amount")),
    ("description", marked("description")),
    ("timetable", marked("timetable")),
)
"""What the form asks of every measure: field and word."""
_CHOICES: Final = ((None, marked("not said")), *((kind, LINES[kind]) for kind in ResponseMeasureKind))


class MeasureLine(QWidget):
    """Several measures of one kind, or those of no kind.

    Signals:
        edited(): the person changed something.
        emptied(): the person deleted the last measure, and the keyboard needs another place.
    """

    edited = Signal()
    emptied = Signal()

    def __init__(self, kind: ResponseMeasureKind | None, annex: Annex) -> None:
        """Make a line without measures.

        Args:
            kind: of its measures; ``None`` is the section of measures whose line is not said.
            annex: the form.
        """
        super().__init__()
        self._annex = annex
        self.kind = kind
        self.items: tuple[MeasureForm, ...] = ()
        self.here = -1
        self._read_only = False
        self.title = ToneLabel(LINES[kind], Type.STRONG)
        self.title.setWordWrap(True)
        self.named = Words()
        self.list = ItemList(tr("Measures"), tr("measure"))
        self.list.list.setAccessibleName(tr("Measures: {lines}", lines=LINES[kind]))
        for name, button in self.list.buttons.items():
            button.setAccessibleName(
                f"{shown(button.accessibleName())}: {shown(LINES[kind])}" if name == "add" else button.toolTip()
            )
        self.amount = TextField(tr("Amount"), tr("how much: units, staff, equipment"))
        self.description = NoteField(tr("Description"), tr("what is offered, and where"), lines=2)
        self.timetable = TextField(tr("Timetable"), tr("when it is carried out"))
        self.equivalent: TypedField[Fraction] = TypedField(tr("Stands for persons"), read_equivalent, tr("persons"))
        self.value = MoneyField(tr("Value, EUR"), "EUR")
        self.fields: dict[str, Field] = {
            "amount": self.amount,
            "description": self.description,
            "timetable": self.timetable,
            "persons_equivalent": self.equivalent,
            "value": self.value,
        }
        if kind is None:
            self.fields = {"kind": ChoiceField(tr("Line of the form"), _CHOICES), **self.fields}
        self.missing = Words()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.wanted.connect(self.rearrange)
        self.list.entered.connect(self._enter)
        for field in self.fields.values():
            field.edited.connect(self._edited)

    def _lay_out(self) -> None:
        self.detail = QWidget()
        inner = QVBoxLayout(self.detail)
        inner.setContentsMargins(Space.M, 0, 0, 0)
        inner.setSpacing(Space.S)
        for name in ("kind", "amount", "description", "timetable"):
            if name in self.fields:
                inner.addWidget(self.fields[name])
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for typed in (self.equivalent, self.value):
            row.addWidget(typed, 1, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(row)
        inner.addWidget(self.missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.title, self.named, self.list, self.detail):
            column.addWidget(part)

    # -------------------------------------------------------------------------------------------- what is shown

    def put(self, items: tuple[MeasureForm, ...]) -> None:
        """Show other measures, the one that was current if it is still there."""
        self.items = items
        self.here = min(max(self.here, 0), len(items) - 1)
        self._show_item()
        self._show_lines()

    @property
    def current(self) -> MeasureForm | None:
        """The measure whose fields are shown."""
        return self.items[self.here] if self.items else None

    def begin(self) -> None:
        """Go to the first measure, as for another plan."""
        self.here = 0 if self.items else -1

    def explain(self, recorded: PlansRecord) -> None:
        """Say whether the report names these measures, and what the form still asks."""
        # Where a line is chosen, what is said is said of that one.
        kind = self.items[self.here].kind if self.items else None
        if self.items:
            self.named.say(measure_words(kind, recorded), "warn")
        else:
            self.named.say(empty_words(self.kind, recorded))
        self.missing.say(_missing(self.items[self.here], self._annex) if self.items else "", "warn")

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put what is wrong with the current measure beside its fields.

        Args:
            problems: by ``"<number>.<field>"``, numbers from 0 within this line.
        """
        here = f"{self.here}."
        for name, field in self.fields.items():
            field.complain("" if field.problem else problems.get(f"{here}{name}", ""))

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        self._read_only = read_only
        self.list.set_read_only(read_only)
        self._show_lines()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.title.set_scale(scale)
        self.list.set_scale(scale)

    # --------------------------------------------------------------------------------------------- what is done

    def rearrange(self, asked: str) -> None:
        """Add, duplicate, delete or move; nothing is added on no line."""
        if self.kind is None and asked == "add":
            return
        self.items, self.here = rearranged(self.items, self.here, asked, MeasureForm(self.kind))
        self._show_item()
        self._show_lines()
        self.edited.emit()
        if asked in ("add", "duplicate"):
            self._enter()
        elif not self.items:
            # The list is gone, and the keyboard must not go with it.
            self.emptied.emit()

    def _choose(self, row: int) -> None:
        if row != self.here and 0 <= row < len(self.items):
            self.here = row
            self._show_item()
            self.edited.emit()

    def _enter(self) -> None:
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _edited(self) -> None:
        if not self.items:
            return
        former = self.items[self.here]
        now = replace(former, **{name: field.raw for name, field in self.fields.items()})
        self.items = (*self.items[: self.here], now, *self.items[self.here + 1 :])
        self._show_lines()
        self.edited.emit()

    def _show_item(self) -> None:
        self.detail.setVisible(bool(self.items))
        if self.items:
            for name, field in self.fields.items():
                field.put(getattr(self.items[self.here], name))

    def _show_lines(self) -> None:
        if self.kind is None:
            self.setVisible(bool(self.items))
        for name, button in self.list.buttons.items():
            # Beside an empty list, only what adds has a use; to who only looks, none of them.
            used = self.kind is not None if name == "add" else bool(self.items)
            button.setVisible(used and not self._read_only)
        self.list.show_lines(
            [
                _line(number, item, item.kind if self.kind is None else None)
                for number, item in enumerate(self.items, 1)
            ],
            self.here,
        )


def _missing(form: MeasureForm, annex: Annex) -> str:
    """Say what the form asks for, and the act beyond it; empty where nothing is missing."""
    left = [tr("the line")] if form.kind is None else []
    left += [words for name, words in _ASKED if not getattr(form, name).strip()]
    said = []
    if left:
        said.append(
            tr(
                "The form asks for {listed} too ({name}): without it the plan blocks the act.",
                listed=wording.listed(left),
                name=annex.name,
            )
        )
    if not form.persons_equivalent.strip():
        said.append(
            tr(
                "How many persons it stands for is not on the form, but an act under Art. {act} needs it.",
                act=annex.act,
            )
        )
    return " ".join(map(shown, said))


def _line(number: int, form: MeasureForm, line: ResponseMeasureKind | None) -> tuple[str, str, str]:
    """Return text, icon and colour token of a measure's line; with the line of the form that is chosen for it."""
    what = " ".join((form.amount or form.description).split()) or tr("not described yet")
    measure = read_measure(form).value
    if measure is None:
        return tr("{number}. to be corrected · {what}", number=number, what=what), "block", "block"
    said = [what] if line is None else [what, tr("to stand under: {lines}", lines=LINES[line])]
    if measure.persons_equivalent is not None:
        said.append(tr("{number} persons", number=wording.number(measure.persons_equivalent)))
    if measure.value_cents is not None:
        said.append(wording.money(measure.value_cents))
    is_whole = form.kind is not None and all(getattr(form, name).strip() for name, _words in _ASKED)
    return f"{number}. {' · '.join(map(shown, said))}", "" if is_whole else "warn", "" if is_whole else "warn"
