"""What the strips of every procedure beside the annual pool have: captions over the figures, and the time limits."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_standing import late, next_due, standings
from desktop_app.calc.moments import as_of
from desktop_app.views.forum_strip import ForumStrip
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import ElidedLabel, FigureButton
from desktop_app.views.plan_header import words
from desktop_app.views.theme import Type

_LONGEST_CAPTION: Final = 44
"""Letters of a caption that room is made for."""


class Caption(ElidedLabel):
    """What a figure is; a long one is cut rather than let it push the figures into another line."""

    def __init__(self) -> None:
        super().__init__("", Type.CAPTION, "muted", cut=Qt.TextElideMode.ElideRight)

    def sizeHint(self) -> QSize:
        """Ask for room for a few words."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), _LONGEST_CAPTION * self.fontMetrics().averageCharWidth()), hint.height())


class DeadlineStrip(ForumStrip):
    """The forum, and which time limit is next.

    Signals:
        deadlines_asked: the person wants to see all time limits.
    """

    deadlines_asked = Signal()

    def __init__(self, name: str, bar_width: int, captions: Sequence[str]) -> None:
        """Make what these strips share; see :class:`ForumStrip`.

        Args:
            name: what the strip is called for those who cannot see it.
            bar_width: width of the bar of coverage, pixels at 100 %.
            captions: names of the captions, from left to right; ``"deadline"`` is among them.
        """
        super().__init__(name, bar_width)
        self._captions = {each: Caption() for each in captions}
        self._deadline = self._towards_deadlines("deadline")
        self._late = self._towards_deadlines("late")

    def captions(self) -> tuple[str, ...]:
        """Return what stands above the figures, from left to right."""
        return tuple(caption.full_text for caption in self._captions.values())

    def _towards_deadlines(self, name: str) -> FigureButton:
        button = FigureButton()
        button.setObjectName(name)
        button.clicked.connect(self.deadlines_asked)
        return button

    def _show_deadline(self, assessment: Assessment) -> None:
        found, today = standings(assessment), as_of(assessment.forum)
        overdue, nearest = late(found), next_due(found)
        caption, figure = words.deadline_words(nearest, today)
        self._captions["deadline"].set_full_text(caption)
        self._deadline.say(figure, *(("text", "calendar") if nearest else ("muted", "")))
        self._deadline.setToolTip(shown(words.about_deadlines(nearest, today)))
        self._late.say(tr("{count} late", count=len(overdue)), "warn", "history")
        self._late.setToolTip(shown(words.about_deadlines(overdue, today)))
        self._late.setVisible(bool(overdue))
