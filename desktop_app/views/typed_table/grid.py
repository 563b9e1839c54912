"""The views of the table: names that stay, the columns that scroll, and the totals under both."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScrollBar, QTableView, QWidget
from shiboken6 import isValid

from desktop_app.views.typed_table.delegate import CellDelegate
from desktop_app.views.typed_table.drawing import Drawing
from desktop_app.views.typed_table.header import TableHeader
from desktop_app.views.typed_table.model import CellsModel

_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class CellsView(QTableView):
    """What the four views have in common. Keys go to the table, which knows them all.

    Signals:
        focus_changed(bool): whether this view takes the keyboard now.
        resized: there is another amount of room.
    """

    focus_changed = Signal(bool)
    resized = Signal()

    def __init__(
        self, model: CellsModel, drawing: Callable[[], Drawing], parent: QWidget, *, totals: bool = False
    ) -> None:
        """Make the view.

        Args:
            model: what it shows.
            drawing: gives the drawing of now.
            parent: the table.
            totals: whether it is a part of the totals row.
        """
        super().__init__(parent)
        self._drawing = drawing
        self._on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setModel(model)
        self.setItemDelegate(CellDelegate(drawing, self, totals=totals))
        self.setHorizontalHeader(TableHeader(drawing, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(_OFF)
        self.setVerticalScrollBarPolicy(_OFF)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setVisible(not totals)

    def set_key_handler(self, handler: Callable[[QKeyEvent], bool]) -> None:
        """Ask ``handler`` first; it tells whether it took the key."""
        self._on_key = handler

    def show_only(self, columns: Sequence[int]) -> None:
        """Show these columns in this order, and no other."""
        header = self.horizontalHeader()
        for column in range(header.count()):
            self.setColumnHidden(column, column not in columns)
        for place, column in enumerate(columns):
            header.moveSection(header.visualIndex(column), place)

    def take_measures(self) -> None:
        """Take on the heights of the drawing of now."""
        drawing = self._drawing()
        self.setFont(drawing.faces.body)
        self.verticalHeader().setDefaultSectionSize(drawing.row_height)
        # The wheel goes by whole rows, too.
        self.verticalScrollBar().setSingleStep(drawing.row_height)
        self.horizontalHeader().setFixedHeight(drawing.header_height)
        self.horizontalHeader().setMinimumSectionSize(4 * drawing.pad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the table act; what it does not know goes on to the window."""
        event.setAccepted(self._on_key(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here.

        Qt's own handling, left out here and below, would paint every cell anew on each entry.
        """
        event.accept()
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        event.accept()
        self.focus_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another amount of room."""
        super().resizeEvent(event)
        self.resized.emit()

    def update_cell(self, row: int, column: int) -> None:
        """Paint one cell anew."""
        index = self.model().index(row, column)
        if index.isValid():
            self.update(index)


def share_selection(first: QTableView, second: QTableView) -> QItemSelectionModel:
    """Give both views one selection and one cursor."""
    own = second.selectionModel()
    second.setSelectionModel(first.selectionModel())
    if own is not None:
        own.deleteLater()
    return first.selectionModel()


def stand_in_for(inner: QScrollBar, parent: QWidget) -> QScrollBar:
    """Return a scroll bar that moves together with a view's hidden one, and hides where nothing scrolls."""
    outer = QScrollBar(inner.orientation(), parent)
    outer.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def follow_range(least: int, most: int) -> None:
        if not (isValid(inner) and isValid(outer)):
            return
        outer.setRange(least, most)
        outer.setPageStep(inner.pageStep())
        outer.setSingleStep(inner.singleStep())
        outer.setVisible(most > least)

    inner.rangeChanged.connect(follow_range)
    tie(inner, outer)
    follow_range(inner.minimum(), inner.maximum())
    return outer


def tie(first: QScrollBar, second: QScrollBar) -> None:
    """Let two scroll bars move together and never stand apart; the first leads.

    While views are laid out one of them reaches less far than the other for a moment. What is cut then is taken up
    as soon as there is room again, and the leader is not drawn along to where the other one was stopped.
    """

    # While a window is taken down, one bar still tells what happens to it when the other is gone already.
    def follow() -> None:
        if not (isValid(first) and isValid(second)):
            return
        second.setValue(first.value())

    def lead(value: int) -> None:
        if isValid(first) and isValid(second) and first.value() <= second.maximum():
            first.setValue(value)

    first.valueChanged.connect(follow)
    second.valueChanged.connect(lead)
    for bar in (first, second):
        bar.rangeChanged.connect(follow)
