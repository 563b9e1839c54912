"""The table of the history: one line for each entry, the newest on top."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from desktop_app.views.consequences.table import headings_style
from desktop_app.views.history.model import COLUMNS, WHAT, HistoryModel
from desktop_app.views.language import tr
from desktop_app.views.theme import Space, Type, legible, theme

_NARROW: Final = 4
"""So many columns are as wide as what stands in them; the others share the room that is left."""
_MOST: Final = 24
"""Average characters that such a column is at most wide."""
_MEASURED: Final = 100
"""Lines that tell how wide the others are: not every one of a long record."""
_LEAST: Final = 14
"""Average characters that each of the others keeps, where it has so many."""


class HistoryTable(QTableView):
    """Shows the entries; Enter looks at a moment, Ctrl+C copies what is selected, Tab leaves.

    Signals:
        entered: Enter, or a double click, on an entry.
    """

    entered = Signal()

    def __init__(self, model: HistoryModel) -> None:
        """Make the table of a model."""
        super().__init__()
        self._model = model
        self._scale = 1.0
        self.setModel(model)
        self.setAccessibleName(tr("History"))
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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionHandleDoubleClicked.connect(self._fit)
        for told in (model.modelReset, model.rowsInserted, model.dataChanged):
            told.connect(lambda *_what: self._fit())
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        theme().changed.connect(self._restyle)
        self._restyle()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self._model.set_scale(scale)
        self._restyle()

    def go_to(self, row: int) -> None:
        """Make a line the current one, in sight."""
        self.setCurrentIndex(self._model.index(row, 0))
        self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def copy(self) -> None:
        """Put the selected lines on the clipboard under the headings, a tab between two cells."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = ["\t".join(self._model.line(row).cells) for row in rows]
        QApplication.clipboard().setText("\n".join(["\t".join(map(tr, COLUMNS)), *lines]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks at the moment, Ctrl+C copies, End goes to the last line that is loaded."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for a dozen lines."""
        return QSize(900, 12 * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        """Be content with three lines."""
        return QSize(240, 4 * self.verticalHeader().defaultSectionSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(theme().font(Type.STRONG, self._scale))
        letter = metrics.averageCharWidth()
        most = _MOST * letter
        room = self.viewport().width()
        for place in range(_NARROW):
            texts = [tr(COLUMNS[place]), *(self._model.line(row).cells[place] for row in range(self._model.rowCount()))]
            width = min(most, max(metrics.horizontalAdvance(text) for text in texts)) + 2 * Space.S
            self.setColumnWidth(place, width)
            room -= width
        needed = {place: self._needed(place, metrics) for place in range(_NARROW, len(COLUMNS))}
        # Room that nobody needs is everybody's: words of the next entry come there.
        spare = max(0, room - sum(needed.values())) // len(needed)
        # The shortest first: what it does not need of its part is left to the longer ones, the longest takes the rest.
        for left, place in zip(range(len(needed), 0, -1), sorted(needed, key=lambda each: needed[each]), strict=True):
            part = max(_LEAST * letter, room // left)
            width = part if left == 1 else min(part, needed[place] + spare)
            self.setColumnWidth(place, width)
            room -= width

    def _needed(self, place: int, metrics: QFontMetrics) -> int:
        """Return how wide a column is whose words all fit, as far as its first lines tell."""
        rows = range(min(self._model.rowCount(), _MEASURED))
        texts = [tr(COLUMNS[place]), *(legible(self._model.line(row).cells[place]) for row in rows)]
        icon = self.iconSize().width() + Space.S if place == WHAT else 0
        return max(metrics.horizontalAdvance(text) for text in texts) + icon + 2 * Space.S

    def _restyle(self) -> None:
        metrics = QFontMetrics(theme().font(Type.BODY, self._scale))
        self.horizontalHeader().setStyleSheet(headings_style())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 2 * Space.XS)
        self.verticalHeader().setMinimumSectionSize(metrics.height())
        self.setIconSize(QSize(metrics.ascent(), metrics.ascent()))
        self._fit()
        self.viewport().update()
