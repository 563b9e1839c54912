"""A list of figures to be read: columns of numbers and of words that wrap, lines that stand out, all by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from desktop_app.views.consequences.table import headings_style
from desktop_app.views.language import shown
from desktop_app.views.theme import Space, Type, legible, theme

_Part = TypeVar("_Part")
_LEAST_SENTENCE: Final = 150
"""Width that a column of sentences keeps; where the window is narrower, the list scrolls."""
_ASIDE: Final = 4 * int(Space.XS)
"""What padding and margin take of a cell's width."""
_TALL: Final = 10_000
_FEW: Final = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: what stands above it; may have two lines.
        right: whether it holds numbers.
        wraps: whether it holds sentences, which share the room that is left.
    """

    title: str
    right: bool = False
    wraps: bool = False

    @property
    def heading(self) -> str:
        """The title in the language that is spoken."""
        return shown(self.title)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: what it says.
        icon: name of an icon before it; may be empty.
        tone: colour token of both; never the only sign.
        about: tooltip; by default the text.
    """

    text: str
    icon: str = ""
    tone: str = "text"
    about: str = ""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line.

    Attributes:
        cells: one for each column; a single one takes the whole line.
        strong: whether it stands out, as a sum does.
        ground: colour token of its ground; may be empty.
    """

    cells: tuple[Cell, ...]
    strong: bool = False
    ground: str = ""

    @property
    def copied(self) -> str:
        """The line for the clipboard, a tab between two cells."""
        return "\t".join(shown(cell.text).replace("\n", " ") for cell in self.cells)


class _Grounds(QStyledItemDelegate):
    """Paints the ground of a line, which a style sheet leaves out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, then the cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class FigureList(QTableWidget):
    """Shows lines; arrows move, Ctrl+C copies what is selected (or all), Enter asks for more, Tab leaves.

    Signals:
        entered(int): Enter, or a double click, on a line.
    """

    entered = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        """Make an empty list.

        Args:
            name: what a screen reader calls it.
            columns: at least one.
        """
        super().__init__(0, len(columns))
        self._columns = tuple(columns)
        self._lines: tuple[FigureLine, ...] = ()
        self._left_out: frozenset[int] = frozenset()
        self._scale = 1.0
        self.setItemDelegate(_Grounds(self))
        self.setAccessibleName(shown(name))
        self._headings = [QTableWidgetItem(column.heading) for column in columns]
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for place, (column, heading) in enumerate(zip(columns, self._headings, strict=True)):
            heading.setTextAlignment(_alignment(column))
            self.setHorizontalHeaderItem(place, heading)
        self.itemDoubleClicked.connect(lambda item: self.entered.emit(item.row()))
        self._restyle()
        theme().changed.connect(self._restyle)

    @property
    def lines(self) -> tuple[FigureLine, ...]:
        """What is shown."""
        return self._lines

    def name_columns(self, columns: Sequence[Column]) -> None:
        """Give the columns other titles; as many columns as there are."""
        if tuple(columns) == self._columns:
            return
        self._columns = tuple(columns)
        for heading, column in zip(self._headings, columns, strict=True):
            heading.setText(column.heading)
        self._fit()

    def leave_out(self, places: frozenset[int]) -> None:
        """Leave columns out, here and on the clipboard, by their numbers; the others come back."""
        if places == self._left_out:
            return
        self._left_out = places
        for place in range(len(self._columns)):
            self.setColumnHidden(place, place in places)
        self._fit()

    def show_lines(self, lines: Sequence[FigureLine]) -> None:
        """Show other lines; the current one stays current by its number."""
        if tuple(lines) == self._lines:
            return
        here, at = self.currentRow(), self.verticalScrollBar().value()
        self._lines = tuple(lines)
        self._fill()
        if self._lines:
            self.setCurrentCell(min(max(here, 0), len(self._lines) - 1), 0)
        self.verticalScrollBar().setValue(at)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self._fill()
        self.updateGeometry()

    def copy(self) -> None:
        """Put the selected lines, or all of them where one alone is selected, on the clipboard under the headings."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        held = [self._lines[row] for row in rows] if len(rows) > 1 else self._lines
        kept = [place for place in range(len(self._columns)) if place not in self._left_out]
        cut = [line if len(line.cells) == 1 else replace(line, cells=_of(line.cells, kept)) for line in held]
        QApplication.clipboard().setText(copied(_of(self._columns, kept), cut))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for more, Ctrl+C copies whole lines; Ctrl+Enter is the window's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CONTROL:
            if self.currentRow() >= 0:
                self.entered.emit(self.currentRow())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for a few lines; more room is welcome."""
        return QSize(420, (_FEW + 2) * (self._metrics(Type.BODY).height() + 2 * Space.S))

    def minimumSizeHint(self) -> QSize:
        """Be content with two lines."""
        return QSize(160, 4 * (self._metrics(Type.BODY).height() + 2 * Space.XS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------------------------------------------------- looks

    def _fill(self) -> None:
        for heading in self._headings:
            # The style of the headings forgets a font that is set on the header as a whole.
            heading.setFont(theme().font(Type.CAPTION, self._scale))
        self.clearSpans()
        self.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            alone = len(line.cells) == 1 < len(self._columns)
            if alone:
                self.setSpan(row, 0, 1, len(self._columns))
            said = legible(spoken(self._columns, line))
            for place, column in enumerate(self._columns):
                cell = line.cells[place] if place < len(line.cells) else Cell("")
                self.setItem(row, place, self._item(cell, line, Column("") if alone else column, said))
        self._fit()

    def _item(self, cell: Cell, line: FigureLine, column: Column, said: str) -> QTableWidgetItem:
        item = QTableWidgetItem(legible(cell.text))
        item.setTextAlignment(_alignment(column))
        item.setForeground(theme().colours.named(cell.tone))
        item.setFont(theme().font(self._role(line), self._scale))
        item.setToolTip(legible(cell.about or cell.text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if cell.icon:
            item.setIcon(theme().icon(cell.icon, theme().colours.named(cell.tone)))
        if line.ground:
            item.setBackground(theme().colours.named(line.ground))
        return item

    def _fit(self) -> None:
        """Share the width out, and give each line the height of its words."""
        icon = self._metrics(Type.BODY).ascent()
        self.setIconSize(QSize(icon, icon))
        head = self._metrics(Type.CAPTION)
        columns = [place for place in range(len(self._columns)) if place not in self._left_out]
        widths, headings = [], []
        for place, column in enumerate(self._columns):
            words = max(head.horizontalAdvance(part) for part in column.heading.split("\n"))
            headings.append(words + 2 * Space.S + Space.XS)
            needed = max(headings[place], self._width_of(place))
            widths.append(0 if place in self._left_out else needed)
        wide = [place for place in columns if self._columns[place].wraps and self._is_filled(place)]
        room = self.viewport().width() - sum(widths[place] for place in columns if place not in wide)
        if wide:
            # The shortest first: what it does not need of its part is left to the longer ones.
            for count, place in enumerate(sorted(wide, key=lambda place: widths[place])):
                part = max(_LEAST_SENTENCE, headings[place], room // (len(wide) - count))
                widths[place] = part if count == len(wide) - 1 else min(part, widths[place])
                room -= widths[place]
        elif room > 0:
            # Room that is left parts the columns a little; the first one takes the rest.
            aside = min(room // len(columns), int(Space.L))
            widths = [width + aside for width in widths]
            widths[0] += room - aside * len(columns)
        for place in columns:
            self.setColumnWidth(place, widths[place])
        for row, line in enumerate(self._lines):
            self.setRowHeight(row, max(self._height_of(line, place) for place in range(len(line.cells))))

    def _metrics(self, role: Type) -> QFontMetrics:
        return QFontMetrics(theme().font(role, self._scale))

    def _role(self, line: FigureLine) -> Type:
        return Type.STRONG if line.strong else Type.BODY

    def _width_of(self, place: int) -> int:
        """Return what the cells of a column need; a line's only cell takes the whole line and counts nowhere."""
        needed = 0
        for line in self._lines:
            if len(line.cells) > place and (len(line.cells) > 1 or len(self._columns) == 1):
                icon = self.iconSize().width() + Space.XS + Space.HAIR if line.cells[place].icon else 0
                metrics = self._metrics(self._role(line))
                widest = max(metrics.horizontalAdvance(part) for part in _shown(line, place).split("\n"))
                needed = max(needed, widest + icon + _ASIDE + Space.HAIR)
        return needed

    def _height_of(self, line: FigureLine, place: int) -> int:
        """Return how high a cell is whose words wrap; Qt's own measure forgets the padding of the style."""
        width = self.viewport().width() if len(line.cells) == 1 else self.columnWidth(place)
        icon = self.iconSize().width() + Space.XS + Space.HAIR if line.cells[place].icon else 0
        room = QRect(0, 0, max(1, width - _ASIDE - icon), _TALL)
        metrics = self._metrics(self._role(line))
        lines = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), _shown(line, place)).height()
        return max(lines, metrics.height()) + 2 * Space.XS + Space.HAIR

    def _is_filled(self, place: int) -> bool:
        return any(len(line.cells) > place and line.cells[place].text for line in self._lines)

    def _restyle(self) -> None:
        self.setStyleSheet(list_style())
        self._fill()


def list_style() -> str:
    """Return the style of a list of figures, in the colours of now."""
    colours = theme().colours
    names = ("line", "selection", "text", "border", "accent", "raised")
    line, selection, text, border, accent, ground = (getattr(colours, name).name() for name in names)
    return (
        f"QTableView {{ border: 1px solid {border}; outline: 0; background: {ground}; }}"
        f"QTableView:focus {{ border: 2px solid {accent}; }}"
        f"QTableView::item {{ border-bottom: 1px solid {line}; padding: 2px {int(Space.XS)}px; }}"
        f"QTableView::item:selected {{ background: {selection}; color: {text}; }}"
        f"{headings_style()}"
    )


def copied(columns: Sequence[Column], lines: Sequence[FigureLine]) -> str:
    """Return lines for the clipboard, under their headings."""
    heads = "\t".join(column.heading.replace("\n", " ") for column in columns)
    return "\n".join([shown(heads), *(shown(line.copied) for line in lines)])


def _of(parts: tuple[_Part, ...], places: Sequence[int]) -> tuple[_Part, ...]:
    return tuple(parts[place] for place in places)


def spoken(columns: Sequence[Column], line: FigureLine) -> str:
    """Return a line as a screen reader says it, each cell under its heading."""
    if len(line.cells) == 1:
        return shown(line.cells[0].text)
    pairs = [(column.heading, shown(cell.text)) for column, cell in zip(columns, line.cells, strict=True) if cell.text]
    return ", ".join(f"{shown(title)} {shown(text)}".replace("\n", " ").strip() for title, text in pairs)


_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _shown(line: FigureLine, place: int) -> str:
    return legible(line.cells[place].text)
