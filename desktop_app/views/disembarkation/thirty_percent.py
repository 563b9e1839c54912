"""The window that explains the 30 % test of a forum: readings side by side, states, cover; live while it is open."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.thirty_percent import ThirtyPercentTest, thirty_percent_of
from desktop_app.calc.wording import listed
from desktop_app.views.disembarkation.cover_lines import COLUMNS, cover_lines, with_top_up
from desktop_app.views.disembarkation.reading_card import ReadingCard
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1280, 760)
_HINT: Final = "Enter on a Member State goes to it, Esc closes, F1 helps"
_LOW: Final = 600
"""Height of a window in which cards and states have no room together, device-independent pixels at 100 %."""
_ALL: Final = 1000
"""Stretch of what takes all the room that is left."""
_WORDS: Final = (
    "Art. 48(2): measures are fixed as indicated, unless they lead to a shortfall of more than 30 % of the relocations "
    "of the report. Exactly 30 % is allowed. Above it, each state with measures covers half of its share by "
    "relocation, return sponsorship or both. Beside the law in force: COM(2020) 610, a proposal."
)


class ThirtyPercentWindow(FollowingWindow):
    """Readings A, B and C, the states with measures, and who is set by the Commission.

    Signals:
        state_wanted(str): Enter on a Member State: the person wants to go to it.
    """

    state_wanted = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without figures; :meth:`show_desk` fills it."""
        super().__init__(parent, "30 % test", FigureList("States with measures", COLUMNS), _HINT)
        self._codes: tuple[str, ...] = ()
        self._scale = 1.0
        self.words = ToneLabel(legible(_WORDS), Type.BODY, "muted")
        self.effect = ToneLabel("", Type.STRONG)
        self.below = ToneLabel("", Type.BODY)
        self.cover = ToneLabel("", Type.CAPTION, "muted")
        self.add_labels((self.words, self.effect, self.below, self.cover))
        self.cards = {name: ReadingCard(name) for name in SHORTFALL.choices}
        self.list.entered.connect(self._choose)
        self.print_button.setToolTip("The test as a page: the same numbers, in words")
        self.copy_button.setToolTip("Put readings and states on the clipboard")
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

    def show_desk(self, desk: "Desk") -> None:
        """Follow a desk: its figures now, and whenever they are others."""
        self.follow(desk)
        self._show(desk.response)
        self.list.setFocus()

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
        cards = "\n\n".join(card.text for card in self.cards.values())
        rest = "\n".join(label.text() for label in (self.below, self.cover) if label.text())
        clipboard = QApplication.clipboard()
        clipboard.setText(f"{self.effect.text()}\n\n{cards}\n\n{clipboard.text()}\n\n{rest}".rstrip())

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for card in self.cards.values():
            card.set_scale(scale)
        self._scale = scale
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the states."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Say less on the cards where the window is low: the states' lines are not to lie below the fold."""
        is_low = self.height() < round(_LOW * self._scale)
        self.words.setVisible(not is_low)
        for card in self.cards.values():
            card.set_brief(is_low)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "search-and-rescue", "The 30 % test and the cover"

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the figures of now; those of another procedure are not ours: the window is put away by then."""
        if isinstance(assessment, SearchAndRescueAssessment):
            self._show(assessment)

    def _show(self, assessment: SearchAndRescueAssessment) -> None:
        test = thirty_percent_of(assessment)
        read_only = self._desk is not None and self._desk.read_only
        self.refusal.hide()
        for reading in test.readings:
            self.cards[reading.name].show_reading(reading, is_act=test.is_act, read_only=read_only)
        words, tone = effect_words(test)
        self.effect.set_tone(tone)
        self.effect.setText(legible(words))
        self._codes = tuple(row.code for row in test.with_measures)
        self.list.show_lines(cover_lines(test))
        self.list.setVisible(bool(self._codes))
        self.below.setText(legible(below_words(test)))
        choice = assessment.readings[COVER.name]
        self.cover.setText(legible(f"Reading of the half in force ({choice}): {COVER.choices[choice]}. {COVER.why}"))

    def _choose(self, line: int) -> None:
        if line < len(self._codes):
            self.state_wanted.emit(self._codes[line])


def effect_words(test: ThirtyPercentTest) -> tuple[str, str]:
    """Return what the test does to this forum, and the colour token of the sentence."""
    reading = test.in_force
    if reading.ratio is None:
        return "The test is open: the key or the report's total is missing.", "unknown"
    if not reading.triggered:
        return f"Under reading {reading.name}, in force, the test is not triggered: no half is asked for.", "text"
    if test.is_act:
        return f"Under reading {reading.name}, in force, the test is triggered: half is to be covered.", "warn"
    return (
        f"Under reading {reading.name}, in force, the test would be triggered. It has an effect in an act under "
        "Art. 48(2) alone: the list shows what that act would fix."
    ), "warn"


def below_words(test: ThirtyPercentTest) -> str:
    """Say who has measures, and for whom the Commission sets the contribution."""
    said = []
    if not test.with_measures and test.in_force.ratio is not None:
        said.append("No contributing state has measures in a plan that counts: A and C are 0.")
    elif not test.is_act and test.in_force.triggered:
        said.append("Added, split and fixed measures are those that an act under Art. 48(2) would have.")
    states = [
        f"{name_of(row.code)} ({with_top_up(row.by_report.relocations, row.relocations)})"
        for row in test.set_by_commission
        if row.relocations is not None
    ]
    if states:
        verb = "sets" if test.is_act else "would set"
        said.append(f"Without a plan in time, the Commission {verb} size and type, as relocations: {listed(states)}.")
    if test.corrected.totals.relocations_before_top_up is not None:
        said.append("All figures are before the top-up; where an arrow stands, what it makes of them follows.")
    return "\n".join(said)
