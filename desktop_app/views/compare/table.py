"""A list of many lines, one row high each: what does not fit stands in the tooltip, and a line is made when asked."""

from collections.abc import Callable, Sequence
from typing import Any, Final, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from desktop_app.views.forum_editors.figures import Column, FigureLine, copied, list_style, spoken
from desktop_app.views.theme import Space, Type, legible, theme

_NOWHERE: Final = QModelIndex()
_FEW: Final = 4
_MEASURED: Final = 40
"""Lines whose words make the widths of the columns: what stands further below is seldom wider."""
_ASIDE: Final = 2 * Space.S + Space.HAIR
_MOST: Final = 420
"""Width that a column of words takes at most while another one wants room, device-independent pixels."""


class Lazily(Sequence[FigureLine]):
    """Lines that are made when somebody looks at them, once each."""

    def __init__(self, count: int, make: Callable[[int], FigureLine]) -> None:
        """Make none yet.

        Args:
            count: how many there are.
            make: makes one, by its number.
        """
        self._made: list[FigureLine | None] = [None] * count
        self._make = make

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> FigureLine: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[FigureLine]: ...

    def __getitem__(self, place: int | slice) -> FigureLine | Sequence[FigureLine]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        line = self._made[place]
        if line is None:
            line = self._made[place] = self._make(place)
        return line


class _Lines(QAbstractTableModel):
    """Lines as a Qt table model."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: Sequence[FigureLine] = ()
        self.scale = 1.0

    def show(self, lines: Sequence[FigureLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many lines there are; a line holds none."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, how it looks, and the whole line for those who cannot see it."""
        line, column = self.lines[index.row()], self.columns[index.column()]
        cell = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return legible(cell.text)
            case Qt.ItemDataRole.ToolTipRole:
                return legible(cell.about or cell.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return legible(spoken(self.columns, line))
            case Qt.ItemDataRole.ForegroundRole:
                return theme().colours.named(cell.tone)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(Type.CAPTION, self.scale)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class LineTable(QTableView):
    """Shows lines; arrows move, Ctrl+C copies what is selected (or all), Enter asks for more, Tab leaves.

    Signals:
        entered_line(int): Enter, or a double click, on a line.
        moved(int): another line is current.
    """

    entered_line = Signal(int)
    moved = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column], placeholder: str = "") -> None:
        """Make an empty list.

        Args:
            name: what a screen reader calls it.
            columns: at least one.
            placeholder: stands in the middle while there is no line.
        """
        super().__init__()
        self._placeholder = placeholder
        self._lines = _Lines(columns, self)
        self.setModel(self._lines)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.entered_line.emit(index.row()))
        theme().changed.connect(self._restyle)
        self._restyle()

    @property
    def lines(self) -> Sequence[FigureLine]:
        """What is shown."""
        return self._lines.lines

    @property
    def row(self) -> int:
        """The current line; -1 where there is none."""
        return self.currentIndex().row()

    def show_lines(self, lines: Sequence[FigureLine]) -> None:
        """Show other lines; the current one stays current by its number."""
        here, at = self.row, self.verticalScrollBar().value()
        self._lines.show(lines)
        self._fit()
        if lines:
            self.go_to(min(max(here, 0), len(lines) - 1))
        self.verticalScrollBar().setValue(at)

    def go_to(self, row: int) -> None:
        """Make a line the current one."""
        self.setCurrentIndex(self._lines.index(row, 0))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._lines.scale = scale
        self._restyle()
        self.updateGeometry()

    def copy(self) -> None:
        """Put the selected lines, or all of them where one alone is selected, on the clipboard under the headings."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        held = [self.lines[row] for row in rows] if len(rows) > 1 else self.lines
        QApplication.clipboard().setText(copied(self._lines.columns, held))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell that another line is current."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for more, Ctrl+C copies whole lines."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.row >= 0:
                self.entered_line.emit(self.row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or the words that stand for none."""
        super().paintEvent(event)
        if not self.lines and self._placeholder:
            painter = QPainter(self.viewport())
            painter.setPen(theme().colours.muted)
            painter.setFont(self.font())
            room = self.viewport().rect().adjusted(Space.L, Space.L, -Space.L, -Space.L)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._placeholder)
            painter.end()

    def sizeHint(self) -> QSize:
        """Ask for a few lines; more room is welcome."""
        return QSize(420, (_FEW + 2) * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        """Be content with two lines."""
        return QSize(160, 4 * self.verticalHeader().defaultSectionSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        self.setStyleSheet(list_style())
        font = theme().font(Type.BODY, self._lines.scale)
        self.setFont(font)
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(font).height() + 2 * Space.XS + Space.HAIR)
        self._fit()

    def _fit(self) -> None:
        """Give columns the widths of their words; those of sentences share what is left, and are cut."""
        columns = self._lines.columns
        body = QFontMetrics(theme().font(Type.BODY, self._lines.scale))
        head = QFontMetrics(theme().font(Type.CAPTION, self._lines.scale))
        wanted = []
        for place, column in enumerate(columns):
            texts = {legible(line.cells[place].text) for line in self.lines[:_MEASURED]}
            widest = max((body.horizontalAdvance(text[:200]) for text in texts), default=0)
            wanted.append(max(widest, head.horizontalAdvance(column.heading)) + _ASIDE)
        free = self.viewport().width() - sum(wanted)
        wide = sorted((place for place, column in enumerate(columns) if column.wraps), key=wanted.__getitem__)
        if free < 0:
            left = self.viewport().width() - sum(wanted[place] for place in range(len(columns)) if place not in wide)
            for count, place in enumerate(wide):
                part = max(_MOST // 4, left // (len(wide) - count))
                wanted[place] = min(wanted[place], part)
                left -= wanted[place]
        elif wanted:
            wanted[wide[-1] if wide else 0] += free
        for place, width in enumerate(wanted):
            self.setColumnWidth(place, width)
