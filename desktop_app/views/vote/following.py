"""What the windows of vote and offsets have in common: a list, figures that can be asked about, a page to print."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.views.desk_views import Now
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.standing import standing_text, tone_of
from desktop_app.views.theme import Space, Type

ALL = 1000
"""Stretch of what takes all the room that is left."""


class FiguresWindow(FollowingWindow):
    """Words, bars and a list.

    Signals:
        asked(str, str): id of a figure and code of its state, or an empty text, that the person asks "why?" about.
        state_wanted(str): Enter on a Member State: the person wants to go to it.
    """

    asked = Signal(str, str)
    state_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, figures: FigureList, hint: str) -> None:
        super().__init__(parent, title, figures, hint)
        self.codes: tuple[str, ...] = ()
        self.standing = ToneLabel("", Type.STRONG)
        self.standing.hide()
        self.wrapping(self.standing)

    def lay_out(self, parts: Sequence[QWidget | QLayout], size: QSize, key: str, stops: Sequence[QWidget]) -> None:
        """Put the parts below each other, the list taking what is left, and the buttons under all.

        Args:
            parts: from above.
            size: what the window would like.
            key: the key of the command that shows it.
            stops: where Tab goes, in this order; the buttons come last.
        """
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.setSpacing(Space.S)
        for part in (self.standing, *parts):
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part, ALL if part is self.list else 0)
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
        self.finish(outer, size, key)
        for one, other in pairwise([*stops, *self._buttons]):
            self.setTabOrder(one, other)

    def wrapping(self, *labels: ToneLabel) -> None:
        """Let labels wrap, be selected, and follow the zoom."""
        self.add_labels(labels)
        for label in labels:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def say_standing(self) -> None:
        """Say on top what is shown, where it is not now: the past, or a scenario."""
        view = Now() if self._desk is None else self._desk.view
        self.standing.setText(standing_text(view))
        self.standing.set_tone(tone_of(view))
        self.standing.setVisible(not isinstance(view, Now))

    def code_of(self, line: int) -> str | None:
        """Return the state of a line of the list; ``None`` for a line about no state."""
        return self.codes[line] if 0 <= line < len(self.codes) else None
