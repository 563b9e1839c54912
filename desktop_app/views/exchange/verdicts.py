"""How a verdict on a pasted cell looks: the text as it was copied, below it a sign and what becomes of it."""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.models.block import BlockCell
from desktop_app.models.block_places import Verdict
from desktop_app.views.exchange.paste_model import CELL_ROLE
from desktop_app.views.language import tr
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, legible, theme

LOOKS: Final = MappingProxyType(
    {
        Verdict.TAKEN: ("ok", "ok"),
        Verdict.UNCHANGED: ("none", "muted"),
        Verdict.EMPTY: ("none", "muted"),
        Verdict.LABEL: ("note", "muted"),
        Verdict.READ_ONLY: ("lock", "warn"),
        Verdict.OUTSIDE: ("warn", "warn"),
        Verdict.REFUSED: ("block", "block"),
    }
)
"""Icon and colour token of each verdict."""
_WIDEST: Final = 300
_NARROWEST: Final = 90


class VerdictDelegate(QStyledItemDelegate):
    """Paints two lines a cell."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for room for both lines, within bounds."""
        body, caption = QFontMetrics(theme().font(Type.BODY)), QFontMetrics(theme().font(Type.CAPTION))
        height = body.height() + caption.height() + 2 * Space.XS
        cell: BlockCell | None = index.data(CELL_ROLE)
        if cell is None:
            return QSize(_NARROWEST, height)
        below = caption.horizontalAdvance(_below(cell)) + caption.height() + Space.XS
        width = max(body.horizontalAdvance(cell.text), below) + 2 * Space.S
        return QSize(min(max(width, _NARROWEST), _WIDEST), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        cell: BlockCell | None = index.data(CELL_ROLE)
        painter.save()
        colours = theme().colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, colours.selection if chosen else colours.raised)
        if cell is not None:
            self._paint_cell(painter, option.rect.adjusted(Space.S, Space.XS, -Space.S, -Space.XS), cell)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @staticmethod
    def _paint_cell(painter: QPainter, inside: QRect, cell: BlockCell) -> None:
        icon, tone = LOOKS[cell.verdict]
        colour = theme().colours.named(tone)
        body, caption = theme().font(Type.BODY), theme().font(Type.CAPTION)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        first = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(body).height())
        size = QFontMetrics(caption).height()
        second = QRect(inside.left() + size + Space.XS, first.bottom() + 1, inside.width() - size - Space.XS, size)
        painter.setFont(body)
        painter.setPen(theme().colours.text if cell.verdict is Verdict.TAKEN else theme().colours.muted)
        painter.drawText(first, left, _cut(QFontMetrics(body), cell.text, first.width()))
        theme().icon(icon, colour).paint(painter, inside.left(), second.top(), size, size)
        painter.setFont(caption)
        painter.setPen(colour)
        painter.drawText(second, left, _cut(QFontMetrics(caption), _below(cell), second.width()))


def _below(cell: BlockCell) -> str:
    """Return the second line: what is recorded, or the verdict with its reason."""
    if cell.verdict is Verdict.TAKEN:
        return legible(tr(cell.words).rstrip("."))
    if cell.verdict is Verdict.REFUSED:
        return legible(f"{tr(cell.verdict.value)}: {tr(cell.words)}")
    return tr(cell.verdict.value)


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    shown: str = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown
