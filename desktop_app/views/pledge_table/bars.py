"""The quiet bars above the table: what is shown and in what order, and the filter."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.calc.consequences import Verdict
from desktop_app.calc.sentences import say
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import ElidedLabel, FigureButton
from desktop_app.views.pledge_table.arrangement import FILTERED_VERDICTS, VERDICT_WORDS, Arrangement, Only
from desktop_app.views.pledge_table.toggle import ToggleChip
from desktop_app.views.theme import Space, Type
from desktop_app.views.typed_table.strip import Strip, WordsEdit

_ABOUT_VERDICTS: Final = {
    Verdict.MET: say("Fair share met"),
    Verdict.SHORT: say("Below the fair share"),
    Verdict.NO_PLEDGE: say("Explicitly no pledge of any type"),
    Verdict.NOT_KNOWN: say("Not recorded for every type yet"),
}
_ABOUT_ONLY: Final = {
    Only.BENEFITTING: say("Benefits from the pool on the day of the check"),
    Only.FINDINGS: say("With at least one finding"),
    Only.FLAGS: say("Under pressure, at risk, or in a significant situation by the Commission's decision"),
}


class FilterBar(Strip):
    """Words and conditions that hide what does not fit.

    Signals:
        changed(Arrangement): another filter is wanted.
        done(bool): the keyboard goes back to the table; whether the filter is to be taken off.
    """

    changed = Signal(object)
    done = Signal(bool)

    def __init__(self) -> None:
        """Make the bar, hidden, with nothing chosen."""
        super().__init__()
        self.setAccessibleName(tr("Filter"))
        self._arrangement = Arrangement()
        self.words = WordsEdit(tr("Filter by what stands in a row"), tr("text in a row"))
        self.verdicts = {each: ToggleChip(VERDICT_WORDS[each], _ABOUT_VERDICTS[each]) for each in FILTERED_VERDICTS}
        self.only = {each: ToggleChip(tr(each.value), _ABOUT_ONLY[each]) for each in Only}
        flow = FlowLayout(self, gap=Space.S)
        flow.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        flow.addWidget(self.words)
        for chip in self.chips:
            flow.addWidget(chip)
            chip.toggled.connect(self._choose)
            chip.installEventFilter(self)
        self.words.textChanged.connect(self._choose)
        self.words.went_on.connect(lambda _back: self.done.emit(False))
        self.words.left.connect(lambda: self.done.emit(True))
        self.setFocusProxy(self.words)
        self.set_scale(1.0)
        self.hide()

    @property
    def chips(self) -> tuple[ToggleChip, ...]:
        """The conditions, from left to right."""
        return (*self.verdicts.values(), *self.only.values())

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show what is filtered now; says nothing."""
        self._arrangement = arrangement
        for part in (self.words, *self.chips):
            part.blockSignals(True)
        if self.words.text().strip() != arrangement.text.strip():
            self.words.setText(shown(arrangement.text))
        for verdict, chip in self.verdicts.items():
            chip.setChecked(verdict in arrangement.verdicts)
        for only, chip in self.only.items():
            chip.setChecked(only in arrangement.only)
        for part in (self.words, *self.chips):
            part.blockSignals(False)
            part.update()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.words.set_scale(scale)
        for chip in self.chips:
            chip.set_scale(scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape, Enter and arrows work on the conditions as in the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.done.emit(True)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.done.emit(False)
                return True
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._go_beside(watched, 1 if key == Qt.Key.Key_Right else -1)
                return True
        return super().eventFilter(watched, event)

    def _go_beside(self, chip: QObject, step: int) -> None:
        parts: tuple[QWidget, ...] = (self.words, *self.chips)
        place = max(0, min(next(n for n, part in enumerate(parts) if part is chip) + step, len(parts) - 1))
        parts[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        wanted = replace(
            self._arrangement,
            text=self.words.text(),
            verdicts=frozenset(each for each, chip in self.verdicts.items() if chip.isChecked()),
            only=frozenset(each for each, chip in self.only.items() if chip.isChecked()),
        )
        self.changed.emit(wanted)


class ArrangementLine(Strip):
    """Says what is not protocol order, and offers the way back; hidden while all is as usual.

    Signals:
        again_wanted: arrange by the figures of now.
        back_wanted: show all in protocol order.
    """

    again_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        """Make the line, hidden."""
        super().__init__()
        self._words = ElidedLabel("", Type.BODY, "text", Qt.TextElideMode.ElideRight)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.again = FigureButton(Type.BODY)
        self.back = FigureButton(Type.BODY)
        self.again.clicked.connect(self.again_wanted)
        self.back.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.HAIR, Space.S, Space.HAIR)
        row.setSpacing(Space.M)
        row.addWidget(self._words, 1)
        row.addWidget(self.again)
        row.addWidget(self.back)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.full_text

    def say(self, words: str, moved: int) -> None:
        """Show the line.

        Args:
            words: what is shown and in what order; empty hides the line.
            moved: how many rows would stand elsewhere by the figures of now.
        """
        self._words.set_full_text(words)
        one = tr("1 row has changed: Shift+F7 arranges again")
        several = tr("{count} rows have changed: Shift+F7 arranges again", count=moved)
        self.again.say(one if moved == 1 else several, "warn", "warn")
        self.again.setVisible(bool(moved))
        self.back.say(tr("Esc: back to protocol order"), "accent")
        self.setVisible(bool(words))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for part in (self._words, self.again, self.back):
            part.set_scale(scale)
