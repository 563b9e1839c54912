"""The view of a table of Member States: typing, moving, copying and pasting as in a spreadsheet."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.views.key.grid_model import GridModel, Place
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space, Type, theme

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_LONGEST_PASTE: Final = 1_000_000
"""Characters; a column of 27 states has some hundred."""


class _Delegate(QStyledItemDelegate):
    """Edits a cell in one line; Enter takes it and goes down, Tab across."""

    def __init__(self, grid: "Grid") -> None:
        super().__init__(grid)
        self._grid = grid

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own argument
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Make the line."""
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        colours = theme().colours
        line.setStyleSheet(
            f"QLineEdit {{ background: {colours.raised.name()}; border: 2px solid {colours.accent.name()}; }}"
        )
        return line

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell, and round a box to tick an outline that is seen on dark grounds too."""
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return
        self.initStyleOption(option, index)
        style = self._grid.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self._grid)
        painter.setPen(theme().colours.border)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the entry on Enter and Tab; Control with Enter goes on to the dialog."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            key, control = event.key(), bool(event.modifiers() & _CONTROL)
            if key in (*_ENTER, *_TABS):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                if control:
                    QApplication.sendEvent(self._grid.window(), event)
                else:
                    self._grid.go_on(event)
                return True
        return super().eventFilter(watched, event)


class Grid(QTableView):
    """The table. Typing replaces a cell, F2 changes it, Delete empties it, Space ticks; Ctrl+C, Ctrl+V and Ctrl+Z.

    Ctrl+Z takes back cells of this table alone; what is recorded is undone in the window.
    """

    def __init__(self, model: GridModel, name: str) -> None:
        """Make the view.

        Args:
            model: its cells.
            name: what a screen reader calls it.
        """
        super().__init__()
        self.cells = model
        self._scale = 1.0
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(shown(name))
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.take_measures()
        self.setCurrentIndex(model.index(0, min(2, model.columnCount() - 1)))
        theme().changed.connect(self.take_measures)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = self.cells.scale = scale
        self.setFont(theme().font(Type.BODY, scale))
        self.take_measures()

    def take_measures(self) -> None:
        """Give columns and rows the sizes that the font of now needs."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + Space.S)
        header.setFont(theme().font(Type.CAPTION, self._scale))
        bold = header.fontMetrics()
        names = max(metrics.horizontalAdvance(tr("{code}  Netherlands", code=code)) for code in self.cells.codes)
        self.setColumnWidth(0, names + 2 * Space.S)
        for place, column in enumerate(self.cells.columns, 1):
            title = max(bold.horizontalAdvance(line) for line in shown(column.title).split("\n"))
            self.setColumnWidth(place, max(metrics.horizontalAdvance(column.sample), title) + 2 * Space.M)
        header.setStretchLastSection(not self.cells.columns[-1].right)
        colours = theme().colours
        self.setStyleSheet(
            f"QTableView {{ gridline-color: {colours.line.name()}; selection-background-color:"
            f" {colours.selection.name()}; selection-color: {colours.text.name()}; }}"
            f"QTableView:focus {{ border: 2px solid {colours.accent.name()}; }}"
        )

    def sizeHint(self) -> QSize:
        """Ask for enough to see the columns that are typed into."""
        return QSize(self.horizontalHeader().length() + 2 * Space.XL, 320)

    def go_to(self, place: Place) -> None:
        """Put the cursor on a cell."""
        self.setCurrentIndex(self.cells.index_of(place))
        self.setFocus()

    def go_on(self, event: QKeyEvent) -> None:
        """Go down after Enter (up with Shift), across after Tab (back with Shift)."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        index, step = self.currentIndex(), -1 if shift or event.key() == Qt.Key.Key_Backtab else 1
        down, across = (step, 0) if event.key() in _ENTER else (0, step)
        there = self.cells.index(index.row() + down, index.column() + across)
        if there.isValid():
            self.setCurrentIndex(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, empty, copy, paste; the rest is Qt's."""
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if control and key in _ENTER:
            event.ignore()
        elif control and key == Qt.Key.Key_C:
            self.copy()
        elif control and key == Qt.Key.Key_V:
            self.paste()
        elif control and key == Qt.Key.Key_Z and not self.cells.read_only:
            self.cells.take_back()
        elif key in _ENTER:
            self.go_on(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty()
        elif key == Qt.Key.Key_Escape or (control and key not in _MOVES):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put what is selected on the clipboard, as typed: numbers that a spreadsheet reads as numbers."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        columns = sorted({index.column() for index in self.selectedIndexes()})
        lines = ("\t".join(self._copied(self.cells.index(row, column)) for column in columns) for row in rows)
        QApplication.clipboard().setText("\n".join(map(shown, lines)))

    def _copied(self, index: QModelIndex) -> str:
        place = self.cells.place_of(index)
        if place is None:
            return self.cells.codes[index.row()]
        return self.cells.text(*place) or str(index.data() or "")

    def paste(self) -> None:
        """Write a block from the clipboard from the cursor on; what is beyond the table is left out."""
        if self.cells.read_only:
            return
        text = QApplication.clipboard().text()[:_LONGEST_PASTE].replace("\r\n", "\n").removesuffix("\n")
        start = self.currentIndex()
        put: dict[Place, str] = {}
        last = start
        for down, line in enumerate(text.split("\n")[: self.cells.rowCount()]):
            for across, value in enumerate(line.split("\t")[: self.cells.columnCount()]):
                index = self.cells.index(start.row() + down, start.column() + across)
                place = self._typed_into(index)
                if place is not None:
                    put[place] = value.strip()
                    last = index
        if put:
            self.cells.put(put)
            self._select(start, last)

    def _select(self, first: QModelIndex, last: QModelIndex) -> None:
        from PySide6.QtCore import QItemSelection

        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(first, last), select)

    def _empty(self) -> None:
        places = [self._typed_into(index) for index in self.selectedIndexes()]
        put = {place: "" for place in places if place is not None and self.cells.text(*place)}
        if put and not self.cells.read_only:
            self.cells.put(put)

    def _typed_into(self, index: QModelIndex) -> Place | None:
        """Return the place of a cell in which something can be typed or ticked."""
        place = self.cells.place_of(index)
        return None if place is None or self.cells.columns[index.column() - 1].read is None else place


_MOVES: Final = frozenset(
    (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_A,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)
"""Keys that move or select together with Control."""
