"""The list of what a change would do: figures in columns, findings and deadlines in lines of words."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from desktop_app.views.consequences.drawing import ConsequencesDelegate
from desktop_app.views.consequences.line import Columns, Kind, Line
from desktop_app.views.consequences.model import ConsequencesModel
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space, theme

_FEW: Final = 3


class ConsequencesTable(QTableView):
    """Shows lines; arrows move, Ctrl+C copies what is selected (or all), Tab leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._placeholder = ""
        self._scale = 1.0
        self._model = ConsequencesModel(self)
        self._delegate = ConsequencesDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("What would change"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        theme().changed.connect(self._restyle)
        self._restyle()

    @property
    def columns(self) -> Columns:
        """The columns of figures."""
        return self._model.columns

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._model.lines

    @property
    def placeholder(self) -> str:
        """What stands in the middle while there is no line."""
        return self._placeholder

    def show_lines(self, lines: tuple[Line, ...], placeholder: str) -> None:
        """Show other lines.

        Args:
            lines: all of them; the filter chooses.
            placeholder: stands in the middle where none is left.
        """
        at = self.verticalScrollBar().value()
        self._placeholder = shown(placeholder)
        self._model.show(lines)
        self._fit()
        # Another number of lines begins the list anew; the person keeps the place.
        self.verticalScrollBar().setValue(at)

    def show_only_changes(self, only: bool) -> None:
        """Show all lines, or those alone on which something changes."""
        self._model.show_only_changes(only)
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self._delegate.set_scale(scale)
        self.horizontalHeader().setFont(theme().font(scale=scale))
        self._fit()

    def copy(self) -> None:
        """Put what is selected, or everything, on the clipboard, with the headings over it."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()}) or range(len(self.lines))
        held = [self.lines[row] for row in rows]
        names = self.columns.headings
        parts = (tr("before"), tr("after"), tr("change"))
        headings = [names[0], *(f"{name} {part}" for name in names[1:] for part in parts)]
        heads = ["\t".join(headings)] if any(line.kind is Kind.STATE for line in held) else []
        QApplication.clipboard().setText("\n".join([*heads, *(line.copied for line in held)]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole lines; let the window have Enter and Esc."""
        if event == Qt.Key.Key_Copy or (
            event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.copy()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for a few lines; more room is welcome."""
        return QSize(480, _FEW * (self.fontMetrics().height() + 2 * Space.XS))

    def minimumSizeHint(self) -> QSize:
        """Be content with a line or two."""
        return QSize(120, 2 * (self.fontMetrics().height() + 2 * Space.XS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap sentences anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or the words that stand for none."""
        super().paintEvent(event)
        if not self.lines and self._placeholder:
            painter = QPainter(self.viewport())
            painter.setPen(theme().colours.muted)
            painter.setFont(theme().font(scale=self._scale))
            room = self.viewport().rect().adjusted(Space.L, Space.L, -Space.L, -Space.L)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._placeholder)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Give columns the widths of their figures and lines the heights of their words."""
        if not hasattr(self, "_delegate"):
            return
        at = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        metrics = self.horizontalHeader().fontMetrics()
        headings = self.columns.headings
        last = len(headings) - 1
        widths = list(self._delegate.measure(self.lines, self.columns))
        for column, heading in enumerate(headings):
            widths[column] = max(widths[column], metrics.horizontalAdvance(heading) + 2 * Space.S)
        has_states = any(line.kind is Kind.STATE for line in self.lines)
        for column in [*(place + 1 for place in self.columns.folded), *range(1, last)]:
            # Whatever the room is, the verdict is in sight; what is left out stands in the tooltip and in a copy.
            # Where no line has figures in columns, one column holds all words.
            gives_way = column - 1 in self.columns.folded and sum(widths) > self.viewport().width()
            folded = gives_way or not has_states or widths[column] == 0
            self.setColumnHidden(column, folded)
            widths[column] = 0 if folded else widths[column]
        # Room that is left parts the columns a little; the last one takes the rest, so that sentences have all of it.
        left = max(0, self.viewport().width() - sum(widths))
        aside = min(left // last, int(Space.XL))
        filled = [column for column in range(last) if widths[column]]
        widths = [*(width + aside * bool(width) for width in widths[:last]), widths[last] + left - aside * len(filled)]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        room = min(sum(widths), max(self.viewport().width(), 2 * widths[0])) - widths[0]
        # Headings of figures stand over figures only.
        self.horizontalHeader().setVisible(has_states)
        self.clearSpans()
        for row, line in enumerate(self.lines):
            if line.kind is Kind.HEADING:
                self.setSpan(row, 0, 1, len(headings))
            elif line.kind is not Kind.STATE:
                self.setSpan(row, 1, 1, last)
            self.setRowHeight(row, self._delegate.height_of(line, room))
        self.horizontalScrollBar().setValue(at.x())
        self.verticalScrollBar().setValue(at.y())

    def _restyle(self) -> None:
        self.horizontalHeader().setStyleSheet(headings_style())
        self.viewport().update()


def headings_style() -> str:
    """Return the style of the headings of a list, in the colours of now."""
    ground, text, line = (getattr(theme().colours, name).name() for name in ("sunken", "text", "line"))
    padding = f"{int(Space.XS)}px {int(Space.S)}px"
    return (
        f"QHeaderView::section {{ background: {ground}; color: {text}; border: none;"
        f" border-bottom: 1px solid {line}; padding: {padding}; }}"
    )
