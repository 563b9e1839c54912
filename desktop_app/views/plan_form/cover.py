"""The section "cover" of the form: how what the 50 % rule adds is split (COM(2020) 610, Art. 48(2))."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.views.editors.pages.base import Heading, Words
from desktop_app.views.fields import Field, PersonsField
from desktop_app.views.language import tr
from desktop_app.views.plan_form.figures import HALF, FigureRow
from desktop_app.views.plan_form.law import half_words, split_words
from desktop_app.views.theme import Space, Type


class CoverFields(QWidget):
    """Relocations and return sponsorship added, with what the rule asks.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asks = Words(role=Type.BODY, tone="text")
        self.figures = FigureRow(*HALF)
        self.relocations = PersonsField(tr("Relocations added"), tr("persons"))
        self.sponsorship = PersonsField(tr("Return sponsorship added"), tr("persons"))
        self.fields: dict[str, Field] = {
            "cover_relocations": self.relocations,
            "cover_sponsorship": self.sponsorship,
        }
        self.together = Words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(Heading(tr("Cover of half of the share (Art. 48(2))")))
        column.addWidget(self.asks)
        column.addWidget(self.figures)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for field in self.fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.edited.connect(self.edited)
        column.addLayout(row)
        column.addWidget(self.together)

    def explain(self, row: ResponseRow | None, assessment: SearchAndRescueAssessment) -> None:
        """Say what the rule asks, and what the split comes to.

        Args:
            row: the state's figures, those that would be where something is staged.
            assessment: from which they are.
        """
        self.asks.say(half_words(row, assessment), "text" if row is not None and row.half else "muted")
        self.figures.setVisible(row is not None and bool(row.half))
        if row is not None:
            self.figures.show_row(row, assessment)
        words, tone = split_words(row, (self.relocations.value or 0) + (self.sponsorship.value or 0))
        self.together.say(words, tone)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.figures.set_scale(scale)
