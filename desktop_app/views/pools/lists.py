"""How the two tables of the window behave: arrows move, Ctrl+C copies whole lines, Tab leaves."""

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.views.consequences.table import headings_style
from desktop_app.views.dialogs.base import ENTER
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, legible, theme

_LOOKED_AT: Final = 30
"""Lines beside those in sight whose width is looked at: dates and names are as wide everywhere."""


class LineDelegate(QStyledItemDelegate):
    """Paints a text with the margins of the headings, a line under it, and a frame where the keyboard is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        colours, rect = theme().colours, QRect(option.rect)
        is_selected = option.state & QStyle.StateFlag.State_Selected
        painter.save()
        painter.fillRect(rect, colours.selection if is_selected else colours.raised)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(Space.S, 0, -Space.S, 0)
        painter.setFont(option.font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or colours.text)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for the text and its margins."""
        metrics = QFontMetrics(option.font)
        return QSize(metrics.horizontalAdvance(str(index.data())) + 2 * Space.S, metrics.height() + 2 * Space.S)


class LineTable(QTableView):
    """A table of lines; the line under the keyboard is the one that is meant.

    Signals:
        entered(int): Enter or a double click on a row.
        delete_wanted(int): Del on a row.
        add_wanted(): Ins.
        moved(int): another row is current; -1 where none is.
    """

    entered = Signal(int)
    delete_wanted = Signal(int)
    add_wanted = Signal()
    moved = Signal(int)

    def __init__(self, name: str, model: QAbstractTableModel, stretched: int) -> None:
        """Make the table.

        Args:
            name: what a screen reader says.
            model: its lines.
            stretched: the column that takes the room that is left.
        """
        super().__init__()
        self._stretched = stretched
        self._placeholder = ""
        self._scale = 1.0
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))
        self.selectionModel().currentChanged.connect(lambda now, _before: self.moved.emit(now.row()))
        theme().changed.connect(self._restyle)
        self._restyle()

    @property
    def current(self) -> int:
        """The current row; -1 where there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row current and bring it in sight."""
        index = self.model().index(row, max(self.currentIndex().column(), 0))
        # Said in full: a Control key that is held down just then would else leave another row selected.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def say_instead(self, words: str) -> None:
        """Say in the middle why there is no line."""
        self._placeholder = words
        self.viewport().update()

    @property
    def placeholder(self) -> str:
        """What stands in the middle while there is no line."""
        return self._placeholder

    def fit(self) -> None:
        """Give columns the width of what stands in them, of a screen of lines at most, and rows their height."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * Space.S)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_LOOKED_AT)
        # What takes the room that is left keeps room for its heading; then the table scrolls.
        header.setMinimumSectionSize(header.sectionSizeHint(self._stretched))
        for column in range(self.model().columnCount()):
            if column != self._stretched:
                needed = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + Space.M
                self.setColumnWidth(column, needed)

    def height_of(self, rows: int) -> int:
        """Return how high the table is with some rows, its headings and its frame."""
        headings = self.horizontalHeader().sizeHint().height()
        return headings + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + Space.XS

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self.setFont(theme().font(Type.BODY, scale))
        self.horizontalHeader().setFont(theme().font(Type.CAPTION, scale))
        self._restyle()
        self.fit()

    def copy(self) -> None:
        """Put the selected lines, or all of them, on the clipboard, with the headings over them."""
        model = self.model()
        columns = range(model.columnCount())
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()}) or range(model.rowCount())
        headings = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        lines = [headings, *([str(model.index(row, column).data()) for column in columns] for row in rows)]
        QApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del removes, Ins adds, Ctrl+C copies whole lines; everything else as tables do."""
        row = self.current
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in ENTER and row >= 0:
            self.entered.emit(row)
        elif plain and event.key() == Qt.Key.Key_Delete and row >= 0:
            self.delete_wanted.emit(row)
        elif plain and event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or the words that stand for none."""
        super().paintEvent(event)
        if not self.model().rowCount() and self._placeholder:
            painter = QPainter(self.viewport())
            painter.setPen(theme().colours.muted)
            painter.setFont(theme().font(Type.BODY, self._scale))
            room = QRect(self.viewport().rect()).adjusted(Space.XL, Space.L, -Space.XL, -Space.L)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, legible(self._placeholder))
            painter.end()

    def _restyle(self) -> None:
        self.horizontalHeader().setStyleSheet(headings_style())
        self.viewport().update()
