"""The heading of the columns: group, title and unit, aligned like what stands below; a click sorts."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.views.language import shown
from desktop_app.views.typed_table.drawing import Drawing
from desktop_app.views.typed_table.layout import NAMES, Group

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
        """Ask for its lines."""
        return QSize(super().sizeHint().width(), self._drawing().header_height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one heading."""
        drawing, column = self._drawing(), logicalIndex
        colours, heading = drawing.colours, drawing.layout.headings[column]
        painter.save()
        painter.fillRect(rect, colours.sunken)
        inside = rect.adjusted(drawing.pad, drawing.group_height + drawing.pad // 2, -drawing.pad, -drawing.pad // 2)
        flags = _LEFT if drawing.layout.stands_left(column) else _RIGHT
        upper = QRect(inside.left(), inside.top(), inside.width(), drawing.strong.height())
        lower = QRect(inside.left(), upper.bottom() + 1, inside.width(), drawing.caption.height())
        if not heading.unit:
            upper.setHeight(inside.height())
        painter.setFont(drawing.faces.strong)
        painter.setPen(colours.text)
        painter.drawText(upper, flags, shown(heading.title))
        painter.setFont(drawing.faces.caption)
        painter.setPen(colours.muted)
        painter.drawText(lower, flags, shown(heading.unit))
        if drawing.sorted_by and drawing.sorted_by[0] == column:
            self._sign(painter, lower, at_left=flags == _RIGHT, descending=drawing.sorted_by[1])
        thick = max(2, round(2 * drawing.scale))
        line = QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick)
        painter.fillRect(
            line, colours.accent if column in drawing.layout.typed and not drawing.read_only else colours.line
        )
        painter.setPen(colours.border if column == NAMES or self._ends_group(column) else colours.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        group = drawing.layout.group_of(column)
        if group is not None:
            self._group(painter, rect, group)
        painter.restore()

    def _ends_group(self, column: int) -> bool:
        group = self._drawing().layout.group_of(column)
        return group is not None and group.last == column

    def _group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        """Paint the part of a group's heading that stands above one of its columns."""
        drawing = self._drawing()
        left = self.sectionViewportPosition(group.first)
        right = self.sectionViewportPosition(group.last) + self.sectionSize(group.last)
        band = QRect(
            rect.left(), rect.top(), rect.width() - (1 if right == rect.right() + 1 else 0), drawing.group_height
        )
        painter.setClipRect(band)
        painter.fillRect(band, drawing.colours.line)
        painter.setFont(drawing.faces.caption)
        painter.setPen(drawing.colours.text)
        # It stays readable while the group is scrolled partly out of sight.
        whole = QRect(max(left, 0) + drawing.pad, rect.top(), right - max(left, 0) - 2 * drawing.pad, band.height())
        painter.drawText(whole, _LEFT, shown(group.title))

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
