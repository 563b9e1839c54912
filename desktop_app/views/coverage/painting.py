"""Painting of bars: types by pattern and colour, the deducted part hatched, the fair share as a mark."""

import functools
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from desktop_app.calc import wording
from desktop_app.calc.consequences import Verdict
from desktop_app.documents.coverage_bars import Bar, Part, Picture, Scale
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.theme import Space, Type, legible, theme

TOKENS: Final = {
    Part.RELOCATIONS: "bar_relocations",
    Part.FINANCIAL: "bar_financial",
    Part.ALTERNATIVE: "bar_alternative",
}
_WORDS_WIDTH: Final = marked("net 00 000.00 · 000.00 % · 00 000 missing")
"""The longest outcome that room is kept for."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Fonts and measures of one zoom."""

    body: QFont
    strong: QFont
    caption: QFont
    scale: float

    @classmethod
    def at(cls, scale: float) -> "Faces":
        """Make them ready for a zoom."""
        return cls(
            theme().font(Type.BODY, scale), theme().font(Type.STRONG, scale), theme().font(Type.CAPTION, scale), scale
        )

    @property
    def row_height(self) -> int:
        """Height of one bar with its margins."""
        return QFontMetrics(self.body).height() + round(Space.XS * self.scale)

    def columns(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return the places of name, bar and outcome in a row of a width, at height 0."""
        strong, body = QFontMetrics(self.strong), QFontMetrics(self.body)
        pad = round(Space.S * self.scale)
        name = strong.horizontalAdvance(tr("MM  Luxembourg")) + 2 * pad
        words = min(body.horizontalAdvance(_WORDS_WIDTH), width // 3) + 2 * pad
        bar = max(40, width - name - words)
        high = self.row_height
        return QRect(pad, 0, name - pad, high), QRect(name, 0, bar, high), QRect(name + bar + pad, 0, words - pad, high)


def paint_row(painter: QPainter, rect: QRect, picture: Picture, bar: Bar, faces: Faces) -> None:
    """Paint name, bar and outcome; the ground is painted before."""
    colours = theme().colours
    name, room, words = (each.translated(rect.topLeft()) for each in faces.columns(rect.width()))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if bar.code:
        painter.setFont(faces.caption)
        painter.setPen(colours.muted)
        painter.drawText(name, left, bar.code)
        name.setLeft(name.left() + QFontMetrics(faces.caption).horizontalAdvance("MM  "))
    painter.setFont(faces.strong)
    painter.setPen(colours.text)
    text = state_name(bar.code) if bar.code else legible(tr("All, of {number}", number=wording.number(bar.fair_share)))
    painter.drawText(name, left, QFontMetrics(faces.strong).elidedText(text, Qt.TextElideMode.ElideRight, name.width()))
    paint_bar(painter, room, picture, bar)
    painter.setFont(faces.body)
    painter.setPen(colours.muted if bar.verdict is Verdict.NOT_KNOWN else colours.text)
    outcome = QFontMetrics(faces.body).elidedText(legible(bar.outcome()), Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, left, outcome)


def paint_bar(painter: QPainter, room: QRect, picture: Picture, bar: Bar) -> None:
    """Paint the bar itself into its room."""
    colours = theme().colours
    inset = max(2, room.height() // 6)
    track = room.adjusted(0, inset, -1, -inset)

    def at(value: Fraction) -> int:
        """Return the pixel of a value: exact until here."""
        return track.left() + int(min(picture.part_of_width(bar, value), Fraction(1)) * track.width())

    for place, _value in picture.marks():
        x = track.left() + int(place * track.width())
        painter.setPen(colours.line)
        if bar.code or picture.scale is Scale.FAIR_SHARE:
            painter.drawLine(x, room.top(), x, room.bottom())
    begin = Fraction(0)
    for part, value in bar.parts:
        if value:
            rect = QRect(QPoint(at(begin), track.top()), QPoint(at(begin + value), track.bottom()))
            paint_part(painter, rect, part)
            begin += value
    if bar.hatched and bar.gross is not None:
        rect = QRect(QPoint(at(bar.gross - bar.hatched), track.top()), QPoint(at(bar.gross), track.bottom()))
        paint_deducted(painter, rect)
    if picture.part_of_width(bar, bar.so_far) > 1:
        _paint_cut(painter, track)
    missing = QRect(QPoint(at(bar.so_far), track.top()), QPoint(at(bar.fair_share), track.bottom()))
    if bar.verdict in (Verdict.NO_PLEDGE, Verdict.NOT_KNOWN) and missing.width() > 1:
        # Explicitly none is an empty box; what may still come is dotted, as in the table.
        line = Qt.PenStyle.SolidLine if bar.verdict is Verdict.NO_PLEDGE else Qt.PenStyle.DotLine
        painter.setPen(QPen(colours.border, 1, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(missing.adjusted(0, 0, -1, -1))
    paint_mark(painter, room, at(bar.fair_share))


def paint_part(painter: QPainter, rect: QRect, part: Part) -> None:
    """Paint one type: relocations solid, money in stripes, measures in dots, each with an outline."""
    colours = theme().colours
    colour = colours.named(TOKENS[part])
    if part is Part.RELOCATIONS:
        painter.fillRect(rect, colour)
    else:
        painter.drawTiledPixmap(
            rect, _tile(part, colour.rgb(), colours.raised.rgb(), painter.device().devicePixelRatioF())
        )
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


@functools.lru_cache(maxsize=16)
def _tile(part: Part, colour: int, ground: int, ratio: float) -> QPixmap:
    """Return one piece of a pattern: a stripe for money, a dot for measures; sharp at a pixel ratio."""
    side = 4 if part is Part.FINANCIAL else 5
    tile = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    if part is Part.FINANCIAL:
        painter.fillRect(QRect(0, 2, side, 2), QColor(colour))
    else:
        painter.fillRect(QRect(2, 2, 3, 3), QColor(colour))
    painter.end()
    return tile


def paint_deducted(painter: QPainter, rect: QRect) -> None:
    """Paint the part that a granted deduction takes off: slanted lines on an empty ground, outlined."""
    colours = theme().colours
    painter.fillRect(rect, colours.raised)
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.text, 1))
    for x in range(rect.left() - rect.height(), rect.right() + 1, 5):
        painter.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top())
    painter.restore()
    painter.setPen(colours.text)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def paint_mark(painter: QPainter, room: QRect, x: int) -> None:
    """Paint the fair share: a line over the whole height, which stands out above and below every bar."""
    painter.fillRect(QRect(x - 1, room.top(), 3, room.height()), theme().colours.text)


def _paint_cut(painter: QPainter, track: QRect) -> None:
    """Paint an arrow at the right edge: the bar goes on."""
    colours = theme().colours
    middle, half = track.center().y(), track.height() // 2
    points = [
        QPoint(track.right() - half, track.top()),
        QPoint(track.right(), middle),
        QPoint(track.right() - half, track.bottom()),
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.raised, 3))
    painter.drawPolyline(points)
    painter.restore()


def ground(selected: bool, hovered: bool) -> QColor:
    """Return the ground of a row."""
    colours = theme().colours
    return colours.selection if selected else colours.sunken if hovered else colours.raised
