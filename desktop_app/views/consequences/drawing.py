"""Paints a line of what a change would do.

Values before and after stand under each other; a changed one is strong and follows an arrow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.calc.shifts import ARROW, Shift
from desktop_app.views.consequences.line import Columns, Kind, Line
from desktop_app.views.consequences.model import LINE_ROLE
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, legible, theme

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL: Final = 10_000


@dataclass(frozen=True, slots=True)
class Places:
    """Widths inside a column of figures: value before, arrow, value after, difference."""

    before: int = 0
    arrow: int = 0
    after: int = 0
    difference: int = 0

    @property
    def width(self) -> int:
        """Of the whole column, margins included."""
        return (
            2 * Space.S
            + sum(part and part + Space.XS for part in (self.arrow, self.after, self.difference))
            + self.before
        )


class ConsequencesDelegate(QStyledItemDelegate):
    """Lays figures out in columns of their own, so that values before and after stand under each other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._places: tuple[Places, ...] = ()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale

    def measure(self, lines: Sequence[Line], columns: Columns) -> tuple[int, ...]:
        """Take in how wide figures are; return the widths of all columns, the names' first."""
        strong, body, caption = (QFontMetrics(self._font(role)) for role in (Type.STRONG, Type.BODY, Type.CAPTION))
        places = []
        for figure in range(len(columns.titles)):
            held = [line.shifts[figure] for line in lines if line.kind is Kind.STATE]
            changed = [shift for shift in held if shift.is_changed]
            icon = body.height() + Space.XS if figure == columns.verdict else 0
            # Unchanged values are as wide as those before; signs of a verdict stand before what is read last.
            before = _widest(body, (shift.before for shift in held)) + icon
            if not changed:
                places.append(Places(before))
                continue
            after = _widest(strong, (shift.after for shift in changed)) + icon
            difference = _widest(caption, (shift.difference for shift in changed))
            places.append(Places(before, body.horizontalAdvance(ARROW), after, difference))
        self._places = tuple(places)
        names = _widest(strong, (line.name for line in lines)) + body.height() + 3 * Space.S
        return (names, *(each.width for each in places))

    def height_of(self, line: Line, width: int) -> int:
        """Return how high a line is where the words beside its name have a width."""
        metrics = QFontMetrics(self._font(Type.BODY))
        least = metrics.height() + 2 * Space.XS
        if not line.words:
            return least + (Space.XS if line.kind is Kind.HEADING else 0)
        room = QRect(0, 0, max(width - 2 * Space.S, 60), _TALL)
        return max(least, metrics.boundingRect(room, _WRAP, legible(line.words)).height() + 2 * Space.XS)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        self._paint_ground(painter, option, line)
        inside = option.rect.adjusted(Space.S, 0, -Space.S, 0)
        if index.column() == 0:
            self._paint_name(painter, inside, line)
        elif line.kind is Kind.STATE:
            place = index.column() - 1
            flags = _LEFT if place == line.columns.verdict else _RIGHT
            self._paint_shift(painter, inside, line.shifts[place], self._places[place], flags)
        elif line.words:
            painter.setFont(self._font(Type.BODY))
            painter.setPen(theme().colours.muted if line.tone == "muted" else theme().colours.text)
            painter.drawText(inside.adjusted(0, Space.XS, 0, 0), _WRAP, legible(line.words))
        elif line.shifts:
            self._paint_run(painter, inside, line.shifts[0])
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a cell that stands alone."""
        return QSize(option.rect.width(), self.height_of(index.data(LINE_ROLE), option.rect.width()))

    def _font(self, role: Type) -> QFont:
        return theme().font(role, self._scale)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        colours = theme().colours
        if line.kind is Kind.HEADING:
            painter.fillRect(option.rect, colours.sunken)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        painter.setPen(colours.line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))

    def _paint_name(self, painter: QPainter, inside: QRect, line: Line) -> None:
        is_strong = line.kind is Kind.HEADING or (line.is_changed and line.kind is not Kind.WORDS)
        painter.setFont(self._font(Type.STRONG if is_strong else Type.BODY))
        painter.setPen(theme().colours.named(line.tone))
        top = line.kind is Kind.WORDS
        if line.icon:
            size = painter.fontMetrics().height()
            y = inside.top() + Space.XS if top else inside.center().y() - size // 2
            theme().icon(line.icon, theme().colours.named(line.tone)).paint(painter, inside.left(), y, size, size)
            inside = inside.adjusted(size + Space.XS, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside.adjusted(0, Space.XS if top else 0, 0, 0), _WRAP if top else _LEFT, shown)

    def _paint_shift(self, painter: QPainter, inside: QRect, shift: Shift, places: Places, flags: int) -> None:
        """Paint the value before; where it changes, an arrow, the value after and the difference in their columns."""
        left, colours = inside.left(), theme().colours
        if not shift.is_changed:
            self._paint_value(painter, _cell(inside, left, places.before), shift, Type.BODY, flags)
            return
        painter.setFont(self._font(Type.BODY))
        painter.setPen(colours.muted)
        painter.drawText(_cell(inside, left, places.before), flags, legible(shift.before))
        left += places.before + Space.XS
        painter.setPen(colours.accent)
        painter.drawText(_cell(inside, left, places.arrow), _LEFT, ARROW)
        left += places.arrow + Space.XS
        self._paint_value(painter, _cell(inside, left, places.after), shift, Type.STRONG, flags)
        left += places.after + Space.XS
        painter.setFont(self._font(Type.CAPTION))
        painter.setPen(colours.muted)
        painter.drawText(_cell(inside, left, places.difference), _RIGHT, legible(shift.difference))

    def _paint_value(self, painter: QPainter, room: QRect, shift: Shift, role: Type, flags: int) -> None:
        colours = theme().colours
        painter.setFont(self._font(role))
        if shift.icon:
            size = painter.fontMetrics().height()
            colour = colours.named(shift.tone)
            theme().icon(shift.icon, colour).paint(painter, room.left(), room.center().y() - size // 2, size, size)
            room = room.adjusted(size + Space.XS, 0, 0, 0)
        painter.setPen(colours.named(shift.tone) if shift.is_changed else colours.muted)
        painter.drawText(room, flags, legible(shift.after))

    def _paint_run(self, painter: QPainter, inside: QRect, shift: Shift) -> None:
        """Paint a figure of the pool, its parts one after the other."""
        colours = theme().colours
        parts = [(shift.after, Type.BODY, colours.muted)]
        if shift.is_changed:
            parts = [
                (shift.before, Type.BODY, colours.muted),
                (ARROW, Type.BODY, colours.accent),
                (shift.after, Type.STRONG, colours.text),
                (shift.difference, Type.CAPTION, colours.muted),
            ]
        left = inside.left()
        for text, role, colour in parts:
            painter.setFont(self._font(role))
            painter.setPen(colour)
            width = painter.fontMetrics().horizontalAdvance(legible(text))
            painter.drawText(_cell(inside, left, width + 1), _LEFT, legible(text))
            left += width + Space.S


def _widest(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    return max((metrics.horizontalAdvance(legible(text)) + 1 for text in texts), default=0)


def _cell(inside: QRect, left: int, width: int) -> QRect:
    return QRect(left, inside.top(), width, inside.height())
