"""The window that explains the 30 % test of a forum: readings side by side, states, cover; live while it is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.thirty_percent import ReadingsOfTest
from desktop_app.views.forum_editors.figures import Column, FigureLine, FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.theme import Space, Type, legible
from desktop_app.views.thirty_percent.reading_card import ReadingCard

_SIZE: Final = QSize(1280, 760)
_HINT: Final = marked("Enter on a Member State goes to it, Esc closes, F1 helps")
_ALL: Final = 1000
"""Stretch of what takes all the room that is left."""


@dataclass(frozen=True, slots=True)
class ShownTest:
    """What the window shows of a forum.

    Attributes:
        test: its readings.
        effect: what the test does to the forum, and the colour token of the sentence.
        lines: the states with measures.
        codes: of the states of the first lines.
        below: what is said below them.
        is_act: whether the test has its effect in the act that is recorded, or the procedure knows one act alone.
    """

    test: ReadingsOfTest
    effect: tuple[str, str]
    lines: tuple[FigureLine, ...]
    codes: tuple[str, ...]
    below: str
    is_act: bool


class ReadingsWindow(FollowingWindow):
    """Readings side by side, the states with measures, and what is said below them.

    Signals:
        state_wanted(str): Enter on a Member State: the person wants to go to it.
    """

    state_wanted = Signal(str)
    low = 600

    def __init__(self, parent: QWidget | None, columns: Sequence[Column], words: str) -> None:
        """Make the window without figures; :meth:`show_desk` fills it.

        Args:
            parent: the main window.
            columns: of the list of states with measures.
            words: what the law says, in a few sentences.
        """
        super().__init__(parent, tr("30 % test"), FigureList(tr("States with measures"), columns), _HINT)
        self._codes: tuple[str, ...] = ()
        self.words = ToneLabel(legible(words), Type.BODY, "muted")
        self.effect = ToneLabel("", Type.STRONG)
        self.below = ToneLabel("", Type.BODY)
        self.cover = ToneLabel("", Type.CAPTION, "muted")
        self.add_labels((self.words, self.effect, self.below, self.cover))
        self.cards = {name: ReadingCard(name) for name in SHORTFALL.choices}
        self.list.entered.connect(self._choose)
        self.print_button.setToolTip(tr("The test as a page: the same numbers, in words"))
        self.copy_button.setToolTip(tr("Put readings and states on the clipboard"))
        for card in self.cards.values():
            card.chosen.connect(self.choose)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.words)
        column.addWidget(self.effect)
        cards = QHBoxLayout()
        cards.setSpacing(Space.M)
        for card in self.cards.values():
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addWidget(self.refusal)
        column.addWidget(self.list, _ALL)
        column.addWidget(self.below)
        column.addWidget(self.cover)
        # Where there is no list, the cards stay as high as their words.
        column.addStretch(1)
        scrolling = QScrollArea()
        scrolling.setWidget(body)
        scrolling.setWidgetResizable(True)
        scrolling.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolling.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setAutoFillBackground(False)
        scrolling.viewport().setAutoFillBackground(False)
        outer = QWidget()
        whole = QVBoxLayout(outer)
        whole.setContentsMargins(0, 0, 0, Space.L)
        whole.addWidget(scrolling, 1)
        self._last.setContentsMargins(Space.XL, 0, Space.XL, 0)
        whole.addLayout(self._last)
        self.finish(outer, _SIZE, "Ctrl+T")
        stops = [*(card.choose for card in self.cards.values()), self.list, *self._buttons]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    # ----------------------------------------------------------------------------------------------------- content

    def choose(self, name: str) -> None:
        """Put another reading in force."""
        if self._desk is not None and not self._desk.read_only:
            self._desk.apply(ChooseReading(SHORTFALL.name, name))
            # The button that was pressed cannot be pressed again: the keyboard is not to be lost with it.
            self.list.setFocus()

    def copy(self) -> None:
        """Put everything on the clipboard."""
        self.list.clearSelection()
        self.list.copy()
        cards = "\n\n".join(card.text for card in self.cards.values() if not card.isHidden())
        rest = "\n".join(label.text() for label in (self.below, self.cover) if label.text())
        clipboard = QApplication.clipboard()
        clipboard.setText(f"{self.effect.text()}\n\n{cards}\n\n{clipboard.text()}\n\n{rest}".rstrip())

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for card in self.cards.values():
            card.set_scale(scale)
        super().set_scale(scale)

    def say_less(self, less: bool) -> None:
        """Say less on the cards where the window is low: the states' lines are not to lie below the fold."""
        self.words.setVisible(not less)
        for card in self.cards.values():
            card.set_brief(less)

    def shown(self, assessment: Assessment) -> ShownTest | None:
        """Return what is to be shown of a forum; ``None`` of another procedure."""
        raise NotImplementedError

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the figures of now; those of another procedure are not ours: the window is put away by then."""
        shown = self.shown(assessment)
        if shown is None:
            return
        read_only = self._desk is not None and self._desk.read_only
        self.refusal.hide()
        held = {reading.name: reading for reading in shown.test.readings}
        for name, card in self.cards.items():
            card.setVisible(name in held)
            if name in held:
                card.show_reading(held[name], is_act=shown.is_act, read_only=read_only)
        words, tone = shown.effect
        self.effect.set_tone(tone)
        self.effect.setText(legible(words))
        self._codes = shown.codes
        self.list.show_lines(shown.lines)
        self.list.setVisible(bool(self._codes))
        self.below.setText(legible(shown.below))
        choice = assessment.readings[COVER.name]
        self.cover.setText(
            legible(
                tr(
                    "Reading of the half in force ({choice}): {meaning}. {why}",
                    choice=choice,
                    meaning=tr(COVER.choices[choice]),
                    why=tr(COVER.why),
                )
            )
        )

    def _choose(self, line: int) -> None:
        if line < len(self._codes):
            self.state_wanted.emit(self._codes[line])
