"""A bar with the number that it must reach: label, bar with a mark, figure in words, verdict by icon and word."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.views.language import shown, tr
from desktop_app.views.parts import FigureButton, ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

_THICK: Final = 3
_PARTS: Final = 1000
"""Steps in which a bar is painted: finer than a pixel, so that no exact ratio becomes a float before."""


@dataclass(frozen=True, slots=True)
class Level:
    """What one bar shows.

    Attributes:
        title: what is measured.
        ratio: how far it has come, 1 = the whole of the bar; ``None`` where that is not known.
        mark: where it must come; ``None`` where that is not known.
        figure: the numbers in words.
        is_met: whether it has come so far; ``None`` where that cannot be told.
        verdict: the same in a few words.
        asked: id of the figure that answers "why?".
    """

    title: str
    ratio: Fraction | None
    mark: Fraction | None
    figure: str
    is_met: bool | None
    verdict: str
    asked: str


class MarkedBar(QWidget):
    """A bar with a mark where it must come; the numbers always stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._level: Level | None = None
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_level(self, level: Level) -> None:
        """Show another level."""
        self._level = level
        self.setAccessibleName(legible(f"{shown(level.title)}: {shown(level.figure)}, {shown(level.verdict)}"))
        self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.setFixedHeight(round(22 * scale))

    def sizeHint(self) -> QSize:
        """Ask for enough to be read from some metres."""
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint track, filling, and the mark over both."""
        level, colours = self._level, theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, Space.XS + 0.5, -0.5, -Space.XS - 0.5)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.sunken if level is None or level.ratio is None else colours.raised)
        painter.drawRect(track)
        if level is not None and level.ratio is not None:
            painter.fillRect(_first_part(track.adjusted(1, 1, -1, -1), level.ratio), self._colour(level))
        if level is not None and level.mark is not None:
            place = round(_first_part(track, level.mark).right())
            painter.setPen(QPen(colours.text, _THICK))
            painter.drawLine(place, 0, place, self.height())
        painter.end()

    def _colour(self, level: Level) -> QColor:
        colours = theme().colours
        return colours.ok if level.is_met else colours.accent


def _first_part(whole: QRectF, ratio: Fraction) -> QRectF:
    part = QRectF(whole)
    part.setWidth(whole.width() * int(min(ratio, Fraction(1)) * _PARTS) / _PARTS)
    return part


class Levels(QWidget):
    """Bars below each other; the figure of each can be asked "why?"."""

    def __init__(self, count: int, asked: Callable[[str], None]) -> None:
        """Make the bars without levels.

        Args:
            count: how many there are.
            asked: called with the id of a figure that the person asks about.
        """
        super().__init__()
        self._levels: tuple[Level, ...] = ()
        self.titles = [ToneLabel("", Type.BODY, "muted") for _bar in range(count)]
        self.bars = [MarkedBar() for _bar in range(count)]
        self.figures = [FigureButton() for _bar in range(count)]
        self.verdicts = [ToneLabel("", Type.BODY) for _bar in range(count)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for row in range(count):
            self.figures[row].clicked.connect(lambda _checked=False, row=row: asked(self._levels[row].asked))
            self.figures[row].setToolTip(tr("Why? The main window says where the number comes from"))
            self.verdicts[row].setWordWrap(True)
            self.verdicts[row].setMinimumWidth(120)
            parts: tuple[QWidget, ...] = (self.titles[row], self.bars[row], self.figures[row], self.verdicts[row])
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(3, 1)

    def show_levels(self, levels: tuple[Level, ...]) -> None:
        """Show other levels, at most as many as there are bars."""
        self._levels = levels
        for row in range(len(self.bars)):
            for part in (self.titles[row], self.bars[row], self.figures[row], self.verdicts[row]):
                part.setVisible(row < len(levels))
        for row, level in enumerate(levels):
            tone, icon = _look(level)
            self.titles[row].setText(legible(level.title))
            self.bars[row].show_level(level)
            self.figures[row].say(level.figure, tone, icon)
            self.verdicts[row].setText(legible(level.verdict))
            self.verdicts[row].set_tone(tone)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (*self.titles, *self.verdicts):
            label.set_scale(scale)
        for bar, figure in zip(self.bars, self.figures, strict=True):
            bar.set_scale(scale)
            figure.set_scale(scale)

    @property
    def text(self) -> str:
        """The levels for the clipboard, one a line."""
        return "\n".join(
            f"{shown(level.title)}: {shown(level.figure)}; {shown(level.verdict)}" for level in self._levels
        )


def _look(level: Level) -> tuple[str, str]:
    if level.is_met is None:
        return "unknown", "unknown"
    return ("ok", "ok") if level.is_met else ("text", "below")
