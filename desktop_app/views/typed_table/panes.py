"""The four views of a table side by side: names that stay, figures that scroll, totals under both, and a note."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.views.language import shown, tr
from desktop_app.views.theme import theme
from desktop_app.views.typed_table.drawing import Drawing
from desktop_app.views.typed_table.grid import CellsView, share_selection, stand_in_for, tie
from desktop_app.views.typed_table.layout import NAMES
from desktop_app.views.typed_table.model import CellsModel, StatesModel
from desktop_app.views.typed_table.widths import Widths

_LEAST_ROWS: Final = 2
"""Member States that stay in sight however low the window is."""


class TablePanes(QWidget):
    """Keeps the views in line through scrolling, resizing, zoom and a change of colours; knows no keys.

    Signals:
        placed: widths or places of cells may have changed.
        dressed: fonts or colours have changed.
    """

    placed = Signal()
    dressed = Signal()

    def __init__(self, model: StatesModel, totals_model: CellsModel, name: str, parent: QWidget | None = None) -> None:
        """Make the views.

        Args:
            model: the Member States.
            totals_model: the rows under them, of the same columns.
            name: what the cells are called for those who cannot see them.
            parent: the owner.
        """
        super().__init__(parent)
        self._drawing = Drawing.at(1.0, model.layout)
        self._model, self._totals_model = model, totals_model
        for each in (model, totals_model):
            each.setParent(self)
        self.grid = CellsView(self.model, self.drawing, self)
        self.names = CellsView(self.model, self.drawing, self)
        self.totals = CellsView(self.totals_model, self.drawing, self, totals=True)
        self.total_name = CellsView(self.totals_model, self.drawing, self, totals=True)
        self.note = QLabel(self)
        self._nobody = QLabel(self.grid)
        self._widths = Widths(
            self.drawing,
            (self.model, self.totals_model),
            self.names.horizontalHeader(),
            self.grid.horizontalHeader(),
        )
        self._set_up(name)
        self._lay_out()
        self._tie()
        self.dress()

    @property
    def model(self) -> StatesModel:
        """The Member States."""
        return self._model

    @property
    def totals_model(self) -> CellsModel:
        """The rows under the Member States."""
        return self._totals_model

    @property
    def views(self) -> tuple[CellsView, ...]:
        """The four views."""
        return self.grid, self.names, self.totals, self.total_name

    def drawing(self) -> Drawing:
        """Return what painting needs, for the zoom and colours of now."""
        return self._drawing

    def cell_rect(self, row: int, column: int, *, in_totals: bool = False) -> QRect:
        """Return where a cell stands, in coordinates of the table."""
        views = (self.total_name, self.totals) if in_totals else (self.names, self.grid)
        model = self.totals_model if in_totals else self.model
        view = views[column != NAMES]
        rect = view.visualRect(model.index(row, column))
        return QRect(view.viewport().mapTo(self, rect.topLeft()), rect.size())

    def _total_rows(self) -> int:
        """Return how many rows of totals are shown."""
        return sum(not self.totals.isRowHidden(row) for row in range(self.totals_model.rowCount()))

    def _fix_totals(self) -> None:
        rows = self._total_rows()
        for view in (self.totals, self.total_name):
            view.setFixedHeight(rows * self._drawing.row_height)

    def dress(self, scale: float | None = None) -> None:
        """Make painting ready for another zoom or other colours.

        Args:
            scale: the zoom, 1.0 = 100 %; ``None`` to keep it.
        """
        former = self._drawing
        self._drawing = Drawing.at(former.scale if scale is None else scale, former.layout)
        self._drawing.current = former.current
        self._drawing.focused, self._drawing.totals_focused = former.focused, former.totals_focused
        self._drawing.read_only = former.read_only
        for view in self.views:
            view.take_measures()
        self._drawing.sorted_by, self._drawing.found = former.sorted_by, former.found
        self._fix_totals()
        pad = self._drawing.pad
        self._nobody.setFont(self._drawing.faces.body)
        self._nobody.move(pad, self._drawing.header_height + pad)
        self._nobody.adjustSize()
        self.note.setContentsMargins(pad, pad // 4, pad, pad // 4)
        self.note.setFont(self._drawing.faces.caption)
        if scale is not None:
            self._widths.forget()
        self._measure(set(former.layout.headings), afresh=True)
        self._whole_rows()
        self._paint_anew()
        self.dressed.emit()

    def show_read_only(self, read_only: bool) -> None:
        """Let the cells look as if they can be typed into, or not."""
        self._drawing.read_only = read_only
        self._paint_anew()

    def show_found(self, places: frozenset[tuple[int, int]]) -> None:
        """Mark the cells in which the text looked for stands."""
        if places != self._drawing.found:
            self._drawing.found = places
            for view in (self.grid, self.names):
                view.viewport().update()

    def _paint_anew(self) -> None:
        for view in self.views:
            view.viewport().update()
            view.horizontalHeader().viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for room for all rows."""
        drawing = self._drawing
        rows = (self.model.rowCount() + self._total_rows()) * drawing.row_height + drawing.header_height
        return QSize(120 * drawing.pad, rows)

    def minimumSizeHint(self) -> QSize:
        """Be content with the heading and two Member States, and with what stands around them."""
        drawing = self._drawing
        rows = (_LEAST_ROWS + self._least_totals()) * drawing.row_height
        note = self.note.heightForWidth(self.width()) if self._keeps_note and not self.note.isHidden() else 0
        bar = self.grid.horizontalScrollBar().sizeHint().height()
        around = drawing.header_height + self.bars.minimumSize().height() + note + bar
        return QSize(super().minimumSizeHint().width(), rows + around)

    _keeps_note = True
    """Whether the note stays where the table is low."""

    def _least_totals(self) -> int:
        """Return how many rows of totals stay where the table is low."""
        return self._total_rows()

    def _set_up(self, name: str) -> None:
        for view, title, names in (
            (self.grid, name, False),
            (self.names, tr("Member States"), True),
            (self.totals, tr("Totals"), False),
            (self.total_name, tr("Totals"), True),
        ):
            view.setAccessibleName(shown(title))
            view.show_only((NAMES,) if names else self.model.columns)
        for view, keyboard in ((self.names, self.grid), (self.total_name, self.totals)):
            view.setFocusProxy(keyboard)
        self.setFocusProxy(self.grid)
        self._nobody.setTextFormat(Qt.TextFormat.PlainText)
        self._nobody.hide()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.hide()

    def _lay_out(self) -> None:
        layout = self._grid_layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bars = QVBoxLayout()
        self.bars.setSpacing(0)
        layout.addLayout(self.bars, 0, 0, 1, 3)
        layout.addWidget(self.names, 1, 0)
        layout.addWidget(self.grid, 1, 1)
        layout.addWidget(stand_in_for(self.grid.verticalScrollBar(), self), 1, 2)
        layout.addWidget(self.total_name, 2, 0)
        layout.addWidget(self.totals, 2, 1)
        layout.addWidget(stand_in_for(self.grid.horizontalScrollBar(), self), 3, 1)
        layout.addWidget(self.note, 4, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def _tie(self) -> None:
        share_selection(self.grid, self.names)
        share_selection(self.totals, self.total_name)
        tie(self.grid.verticalScrollBar(), self.names.verticalScrollBar())
        tie(self.grid.horizontalScrollBar(), self.totals.horizontalScrollBar())
        for view in (self.grid, self.totals):
            # What Qt moves along is painted anew: a number that comes half into sight is not to be shown in part.
            view.horizontalScrollBar().valueChanged.connect(view.viewport().update)
        self.grid.resized.connect(self._fill)
        self.grid.resized.connect(self._whole_rows)
        # Again when all is laid out: a bar that comes or goes resizes the grid twice, the first time for a moment.
        settled = QTimer(self)
        settled.setSingleShot(True)
        settled.timeout.connect(self._settle)
        self.grid.resized.connect(settled.start)
        self.grid.horizontalHeader().sectionResized.connect(self._column_resized)
        self.names.horizontalHeader().sectionResized.connect(self._names_resized)
        theme().changed.connect(self.dress)

    def _measure(self, columns: set[int], *, afresh: bool = False) -> None:
        if self._widths.measure(columns, afresh=afresh):
            self.grid.viewport().update()
            self.totals.viewport().update()
        self._fill()

    def _fill(self) -> None:
        self._widths.fill(self.grid.viewport().width())
        self.placed.emit()

    def _whole_rows(self) -> None:
        """Leave free under the table what is no whole row, so that no state is cut in half by the totals."""
        layout, row = self._grid_layout, self._drawing.row_height
        left = layout.contentsMargins().bottom()
        room = self.grid.viewport().height() + left
        wanted = room % row if row <= room < self.model.rowCount() * row else 0
        if wanted != left:
            layout.setContentsMargins(0, 0, 0, wanted)

    def _settle(self) -> None:
        self._grid_layout.activate()
        self._whole_rows()

    def _column_resized(self, column: int, former: int, width: int) -> None:  # noqa: ARG002
        self.totals.setColumnWidth(column, width)

    def _names_resized(self, column: int, former: int, width: int) -> None:  # noqa: ARG002
        if column == NAMES and width:
            self.names.setFixedWidth(width)
            self.total_name.setColumnWidth(column, width)
            self.total_name.setFixedWidth(width)
