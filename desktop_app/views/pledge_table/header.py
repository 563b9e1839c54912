"""The heading of the columns: title and unit, one under the other, aligned like what stands below; a click sorts."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.views.pledge_table.columns import EDITABLE, HEADINGS, Column
from desktop_app.views.pledge_table.drawing import Drawing

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class TableHeader(QHeaderView):
    """Flat headings; the columns that are typed into carry a line in the accent colour."""

    def __init__(self, drawing: Callable[[], Drawing], parent: QWidget) -> None:
        """Make the header.

        Args:
            drawing: gives the drawing of now.
            parent: the view.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._drawing = drawing
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(super().sizeHint().width(), self._drawing().header_height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one heading."""
        drawing, column = self._drawing(), Column(logicalIndex)
        colours, heading = drawing.colours, HEADINGS[column]
        painter.save()
        painter.fillRect(rect, colours.sunken)
        inside = rect.adjusted(drawing.pad, drawing.pad // 2, -drawing.pad, -drawing.pad // 2)
        flags = _RIGHT if heading.is_number and column is not Column.COVERAGE else _LEFT
        upper = QRect(inside.left(), inside.top(), inside.width(), drawing.strong.height())
        lower = QRect(inside.left(), upper.bottom() + 1, inside.width(), drawing.caption.height())
        if not heading.unit:
            upper.setHeight(inside.height())
        painter.setFont(drawing.faces.strong)
        painter.setPen(colours.text)
        painter.drawText(upper, flags, heading.title)
        painter.setFont(drawing.faces.caption)
        painter.setPen(colours.muted)
        painter.drawText(lower, flags, heading.unit)
        if drawing.sorted_by and drawing.sorted_by[0] is column:
            self._sign(painter, lower, at_left=flags == _RIGHT, descending=drawing.sorted_by[1])
        thick = max(2, round(2 * drawing.scale))
        line = QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick)
        painter.fillRect(line, colours.accent if column in EDITABLE and not drawing.read_only else colours.line)
        painter.setPen(colours.border if column is Column.MEMBER_STATE else colours.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _sign(self, painter: QPainter, unit: QRect, *, at_left: bool, descending: bool) -> None:
        """Paint a triangle beside the unit of the sorted column: the tip up where the lowest comes first."""
        drawing = self._drawing()
        half = max(4, round(4 * drawing.scale))
        left = unit.left() if at_left else unit.right() - 2 * half
        middle, tip = unit.top() + unit.height() // 2, half if descending else -half
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(drawing.colours.accent)
        base = middle - tip // 2
        painter.drawPolygon([QPoint(left, base), QPoint(left + 2 * half, base), QPoint(left + half, base + tip)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
