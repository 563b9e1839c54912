"""Painting of one cell. Everything is ready in the cell and the drawing; nothing is worked out here."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.views.theme import legible
from desktop_app.views.typed_table.cells import Cell, Look
from desktop_app.views.typed_table.drawing import Drawing, Metrics, more_words
from desktop_app.views.typed_table.layout import NAMES
from desktop_app.views.typed_table.model import Role

_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of one view."""

    def __init__(self, drawing: Callable[[], Drawing], parent: QWidget, *, totals: bool = False) -> None:
        """Make the delegate.

        Args:
            drawing: gives the drawing of now.
            parent: the view.
            totals: whether it paints the totals row.
        """
        super().__init__(parent)
        self._drawing = drawing
        self._totals = totals
        self._painters: dict[Look, Callable[[QPainter, QRect, Cell, int], None]] = {
            Look.NAME: self._name,
            Look.NUMBER: self._number,
            Look.NOTHING: self._nothing,
            Look.NONE: self._none,
            Look.OPEN: self._open,
            Look.ABSENT: self._absent,
            Look.TOKENS: self._tokens,
            Look.COVERAGE: self._coverage,
            Look.LABEL: self._label,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the size at which nothing is cut."""
        drawing = self._drawing()
        return QSize(drawing.width_of(index.column(), index.data(Role.CELL)), drawing.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, line, content, and the frame of the cursor."""
        drawing, cell, column = self._drawing(), index.data(Role.CELL), index.column()
        rect: QRect = option.rect
        selected = _SELECTED in option.state
        here = (index.row(), column) == drawing.current and not self._totals
        painter.fillRect(rect, self._ground(cell, column, index.row(), selected=selected))
        painter.setPen(drawing.colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._totals:
            painter.setPen(drawing.colours.border)
            painter.drawLine(rect.topLeft(), rect.topRight())
        if column == NAMES:
            painter.setPen(drawing.colours.border)
            painter.drawLine(rect.topRight(), rect.bottomRight())
        paint, shown = self._painters.get(cell.look), 0
        inside = rect.adjusted(drawing.pad, 0, -drawing.pad, -1)
        if cell.marks:
            shown = drawing.marks_that_fit(column, cell, rect.width())
            inside = self._marks(painter, inside, cell, shown)
        seen = self._in_sight(inside, option.widget)
        if paint and (seen == inside or seen.width() > drawing.pad):
            paint(painter, seen, cell, column)
        if cell.noted or (cell.marks and not shown):
            self._corner(painter, rect)
        if here or (self._totals and selected and drawing.totals_focused):
            self._frame(painter, rect, strong=drawing.focused or self._totals)

    def _in_sight(self, rect: QRect, view: object) -> QRect:
        """Return the part of a cell that is not scrolled out of sight sideways: a number is never cut."""
        if not isinstance(view, QAbstractItemView):
            return rect
        pad = self._drawing().pad
        return rect.intersected(QRect(pad, rect.top(), view.viewport().width() - 2 * pad, rect.height()))

    def _ground(self, cell: Cell, column: int, row: int, *, selected: bool) -> QColor:
        drawing = self._drawing()
        colours = drawing.colours
        if selected or (column == NAMES and row == drawing.current[0] and not self._totals):
            return colours.selection
        if self._totals or cell.summary:
            return colours.sunken
        if (row, column) in drawing.found:
            return colours.warn_ground
        typed = column in drawing.layout.typed and not cell.quiet and not drawing.read_only
        return colours.raised if typed else colours.surface

    def _marks(self, painter: QPainter, rect: QRect, cell: Cell, shown: int) -> QRect:
        """Paint the marks that fit, and how many more there are; return the room beside them."""
        drawing = self._drawing()
        if not shown:
            return rect
        for place, mark in enumerate(cell.marks[:shown]):
            self._icon(painter, rect.adjusted(place * drawing.mark_width, 0, 0, 0), mark.icon, mark.tone)
        more = len(cell.marks) - shown
        if more:
            painter.setFont(drawing.faces.caption)
            words = rect.adjusted(shown * drawing.mark_width, 0, 0, 0)
            self._text(painter, words, _LEFT, more_words(more), drawing.colours.text)
        return rect.adjusted(drawing.marks_width(shown, len(cell.marks)), 0, 0, 0)

    def _corner(self, painter: QPainter, rect: QRect) -> None:
        """Mark a cell with a note as spreadsheets do: a triangle in the upper right corner."""
        drawing = self._drawing()
        side = max(6, round(7 * drawing.scale))
        right, top = rect.right() + 1, rect.top()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(drawing.colours.info)
        painter.drawPolygon([QPoint(right - side, top), QPoint(right, top), QPoint(right, top + side)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _frame(self, painter: QPainter, rect: QRect, *, strong: bool) -> None:
        drawing = self._drawing()
        width = drawing.frame
        pen = QPen(drawing.colours.accent if strong else drawing.colours.border, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))

    def _text(self, painter: QPainter, rect: QRect, flags: int, text: str, colour: QColor) -> None:
        painter.setPen(colour)
        painter.drawText(rect, flags, text)

    def _ink(self, cell: Cell) -> QColor:
        colours = self._drawing().colours
        return colours.muted if cell.quiet else colours.text

    def _name(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:  # noqa: ARG002
        drawing = self._drawing()
        painter.setFont(drawing.faces.caption)
        if cell.aside:
            self._text(painter, rect, _RIGHT, cell.aside, drawing.colours.muted)
        if not self._totals:
            self._text(painter, rect, _LEFT, cell.code, drawing.colours.muted)
        painter.setFont(drawing.faces.body if cell.quiet else drawing.faces.strong)
        aside = drawing.caption.width(cell.aside) + drawing.pad if cell.aside else 0
        if cell.tokens:
            aside = drawing.beside_names + drawing.pad
            self._beside_name(painter, rect.adjusted(rect.width() - drawing.beside_names, 0, 0, 0), cell)
            painter.setFont(drawing.faces.body if cell.quiet else drawing.faces.strong)
        name = rect.adjusted(0 if cell.summary else drawing.code_width, 0, -aside, 0)
        metrics = drawing.measures if cell.quiet else drawing.strong
        self._text(painter, name, _LEFT, _cut(cell.text, metrics, name.width()), self._ink(cell))

    def _beside_name(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Paint icons with their words, the first ones of all rows under each other; one without a word at the end."""
        drawing = self._drawing()
        painter.setFont(drawing.faces.caption)
        for token in cell.tokens:
            place = rect if token.word else rect.adjusted(rect.width() - drawing.icon, 0, 0, 0)
            self._icon(painter, place, token.icon, token.tone)
            words = rect.adjusted(drawing.icon + drawing.icon_gap, 0, 0, 0)
            self._text(painter, words, _LEFT, token.word, drawing.colours.named(token.tone))

    def _number(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:
        drawing = self._drawing()
        strong = self._totals or cell.summary
        painter.setFont(drawing.faces.strong if strong else drawing.faces.body)
        metrics = drawing.strong if strong else drawing.measures
        place = rect.adjusted(0, 0, -drawing.room_beside(column, cell.decimals, metrics), 0)
        # Part of a number reads as another number: where it does not fit, nothing of it is shown.
        text = legible(cell.text)
        fits = metrics.width(text) <= place.width()
        self._text(painter, place, _RIGHT, text if fits else "…", self._ink(cell))
        if cell.aside and fits:
            painter.setFont(drawing.faces.caption)
            # Beside the number or not at all, as in a column that is half out of sight.
            left = place.width() - metrics.width(text)
            if painter.fontMetrics().horizontalAdvance(legible(cell.aside)) <= left:
                self._text(painter, rect, _LEFT, legible(cell.aside), drawing.colours.muted)

    def _nothing(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:  # noqa: ARG002
        drawing = self._drawing()
        pen = QPen(drawing.colours.line if drawing.read_only else drawing.colours.border, max(1, drawing.scale))
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._badge(rect, 3 * drawing.icon))

    def _none(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:  # noqa: ARG002
        drawing = self._drawing()
        painter.setFont(drawing.faces.italic)
        badge = self._badge(rect, drawing.measures.width(cell.text) + 2 * drawing.pad)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(drawing.colours.border, 1))
        painter.setBrush(drawing.colours.sunken)
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._text(painter, badge.toRect(), _CENTRE, cell.text, drawing.colours.text)

    def _badge(self, rect: QRect, width: int) -> QRectF:
        height = self._drawing().measures.height()
        top = rect.top() + (rect.height() - height) / 2
        return QRectF(rect.right() - width + 0.5, top + 0.5, width, height - 1)

    def _open(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:  # noqa: ARG002
        drawing = self._drawing()
        painter.setFont(drawing.faces.body)
        place = rect.adjusted(0, 0, -drawing.room_beside(column, "", drawing.measures), 0)
        self._text(painter, place, _RIGHT, "…", drawing.colours.muted)

    def _label(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:  # noqa: ARG002
        drawing = self._drawing()
        painter.setFont(drawing.faces.body)
        self._text(painter, rect, _LEFT, _cut(legible(cell.text), drawing.measures, rect.width()), self._ink(cell))

    def _absent(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:
        drawing = self._drawing()
        painter.setFont(drawing.faces.body)
        left = drawing.layout.stands_left(column)
        place = rect if left else rect.adjusted(0, 0, -drawing.room_beside(column, "", drawing.measures), 0)
        self._text(painter, place, _LEFT if left else _RIGHT, cell.text, drawing.colours.muted)

    def _tokens(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:
        drawing = self._drawing()
        painter.setFont(drawing.faces.body)
        right = column in drawing.layout.typed
        advance = drawing.measures.width
        left = rect.left()
        if right:
            left = rect.right() - sum(drawing.icon + drawing.icon_gap + advance(token.word) for token in cell.tokens)
        for token in cell.tokens:
            self._icon(painter, QRect(left, rect.top(), drawing.icon, rect.height()), token.icon, token.tone)
            left += drawing.icon + drawing.icon_gap
            room = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
            self._text(painter, room, _LEFT, _cut(token.word, drawing.measures, room.width()), self._ink(cell))
            left += advance(token.word) + drawing.pad

    def _icon(self, painter: QPainter, rect: QRect, name: str, tone: str) -> None:
        drawing = self._drawing()
        pixmap = drawing.pixmap(name, tone, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left(), rect.top() + (rect.height() - drawing.icon) // 2, pixmap)

    def _coverage(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:
        drawing = self._drawing()
        bar = max(3, round(3 * drawing.scale))
        line = rect.adjusted(0, 0, 0, -bar) if cell.ratio is not None else rect
        self._tokens(painter, line, cell, column)
        if cell.ratio is None:
            return
        painter.setFont(drawing.faces.strong if self._totals else drawing.faces.body)
        self._text(painter, line, _RIGHT, legible(cell.text), self._ink(cell))
        track = QRect(rect.left(), rect.bottom() - bar - 1, rect.width(), bar)
        painter.fillRect(track, drawing.colours.line)
        # The exact ratio becomes whole pixels here and nowhere before.
        filled = track.width() if cell.ratio >= 1 else int(cell.ratio * track.width())
        colour = drawing.colours.ok if cell.tokens[0].tone == "ok" else drawing.colours.accent
        painter.fillRect(QRect(track.left(), track.top(), filled, bar), colour)


def _cut(text: str, metrics: Metrics, width: int) -> str:
    """Return a word, cut with an ellipsis where it is too long."""
    if metrics.width(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
