"""What the strips above the tables of plans have in common: phases and 30 % test."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from desktop_app.calc.forum import Forum
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ShortfallReadings
from desktop_app.calc.shortfall_shown import is_above
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import FigureButton
from desktop_app.views.plan_header import words
from desktop_app.views.plan_header.deadline_strip import DeadlineStrip
from desktop_app.views.plan_header.phases import PhaseRow
from desktop_app.views.theme import Space, Type

STATUS: Final = marked("proposal of 2020 · not law")


class ProposalStrip(DeadlineStrip):
    """The forum, its phase, and the 30 % test, which search and rescue and migratory pressure have."""

    def __init__(self, name: str, bar_width: int, phases: Iterable[Enum], captions: Sequence[str]) -> None:
        """Make what these strips share; see :class:`DeadlineStrip`.

        Args:
            name: what the strip is called for those who cannot see it.
            bar_width: width of the bar of coverage, pixels at 100 %.
            phases: of the procedure, in their order.
            captions: names of the captions, from left to right.
        """
        super().__init__(name, bar_width, captions)
        self._reading = "A"
        self.phases = PhaseRow(phases)
        self._test = self.figure("shortfall_percent")
        self._others: list[tuple[FigureButton, str]] = []
        title = QHBoxLayout()
        title.setSpacing(Space.L)
        title.addWidget(self._title)
        title.addWidget(self.phases)
        title.addStretch(1)
        self._first.addLayout(title, 1)

    def other_reading(self) -> FigureButton:
        """Make a small figure of a reading of the 30 % test that is not in force; the first shows the first of them."""
        place, button = len(self._others), FigureButton(Type.CAPTION)
        button.clicked.connect(
            lambda _checked=False: self.asked.emit(f"shortfall_{self._others[place][1].lower()}", None)
        )
        self._others.append((button, ""))
        return button

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.phases.set_scale(scale)

    def _title_width(self) -> int:
        return self._title.sizeHint().width() + Space.L

    def _heading_width(self) -> int:
        """Return the room for the title and the phases in short: these give way before the title is cut."""
        return self._title_width() + self.phases.short_width

    def _fit_heading(self, room: int) -> None:
        self.phases.set_in_short(self._title_width() + self.phases.full_width > room)

    def _show_forum(self, forum: Forum) -> None:
        """Show title, legal status and marking."""
        self.show_heading(forum)
        self._status.say(STATUS, "warn", "warn_ground")
        self.show_note(forum)

    def _show_test(self, readings: ShortfallReadings, reading: str, names: Sequence[str], no_effect: str = "") -> None:
        """Show the 30 % test.

        Args:
            readings: the shortfall under every reading.
            reading: the one in force.
            names: the readings that the procedure has.
            no_effect: why nothing follows from it; empty where something does.
        """
        self._reading = reading
        ratio = readings.of(reading)
        above = ratio is not None and is_above(ratio)
        signs = ("warn", "warn") if above else ("ok", "ok")
        if ratio is None or no_effect:
            signs = ("muted", "")
        self._test.say(words.test_words(ratio, reading, long=True, no_effect=no_effect), *signs)
        self._captions["test"].set_full_text(tr("30 % test, reading {reading} in force", reading=reading))
        self._test.setToolTip(tr("Reading {reading}: {choices}", reading=reading, choices=SHORTFALL.choices[reading]))
        rest = [name for name in names if name != reading]
        buttons = [button for button, _former in self._others]
        self._others = [(button, rest[place] if place < len(rest) else "") for place, button in enumerate(buttons)]
        for button, name in self._others:
            button.setVisible(bool(name))
            if name:
                button.say(words.test_words(readings.of(name), name, long=False, no_effect=""), "muted")
                button.setToolTip(tr("Reading {name}: {choices}", name=name, choices=SHORTFALL.choices[name]))
