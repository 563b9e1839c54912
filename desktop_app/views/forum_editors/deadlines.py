"""What is due when: who must act, which date started the period, and what moved its end."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.wording import day
from desktop_app.views.consequences.table import headings_style
from desktop_app.views.dialogs.base import fit_on_screen
from desktop_app.views.dialogs.help_beside import show_help
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.forum_editors.buttons import not_by_enter
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.calc.assessment import AnnualPoolAssessment

HEADINGS: Final = ("Due", "Who", "What", "Started by", "Moved", "Article")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WIDE: Final = ("What", "Started by", "Moved")
"""Columns of sentences, which wrap."""
_LEAST_SENTENCE: Final = 150
"""Width that such a column keeps; where the window is narrower, the list scrolls."""
_ASIDE: Final = 4 * int(Space.XS)
"""What padding and margin take of a cell's width."""
_TALL: Final = 10_000
_NO_HOLIDAY: Final = (
    "No official holiday is listed beside 1 January and 25 December: ends that fall on one stand a day too early. "
    "Holidays, in the Forum menu, lists them."
)
_NOTHING: Final = (
    "Nothing is due: deadlines follow from the year of the pool, the dates of the three acts and the dates of "
    "requests for a deduction."
)


def deadline_cells(deadline: Deadline, forum: Forum) -> tuple[str, ...]:
    """Return the texts of a deadline, one for each of :data:`HEADINGS`."""
    due = date.fromisoformat(deadline.due)
    who, _colon, what = deadline.what.partition(": ")
    moment = as_of(forum)
    passed = moment is not None and due < moment
    when = f"{_WEEKDAYS[due.weekday()]} {day(due)}{' (passed)' if passed else ''}"
    return when, who, what[:1].upper() + what[1:], deadline.started_by, deadline.moved, deadline.reference


class DeadlinesDialog(QDialog):
    """The deadlines by due date; arrows move, Ctrl+C copies, Enter goes to the Member State concerned."""

    def __init__(self, parent: QWidget | None, assessment: "AnnualPoolAssessment") -> None:
        super().__init__(parent)
        self.setWindowTitle("Deadlines")
        self._deadlines = assessment.deadlines
        self._cells = [deadline_cells(each, assessment.forum) for each in assessment.deadlines]
        self.chosen: Deadline | None = None
        self.list = _List()
        self.list.setRowCount(len(self._cells))
        for row, (deadline, cells) in enumerate(zip(self._deadlines, self._cells, strict=True)):
            for place, item in enumerate(_items(deadline, cells)):
                self.list.setItem(row, place, item)
        self.list.setCurrentCell(0, 0)
        self.list.asked.connect(self._choose)
        self.list.itemDoubleClicked.connect(lambda item: self._choose(item.row()))
        words = self._words(assessment.forum) if self._cells else _NOTHING
        self.about = about = ToneLabel(legible(words), Type.BODY, "muted")
        about.setWordWrap(True)
        self.warning = ToneLabel(legible(_NO_HOLIDAY), Type.CAPTION, "warn")
        self.warning.setWordWrap(True)
        self.warning.setVisible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_icons(buttons)
        for button in buttons.buttons():
            not_by_enter(button)
        buttons.rejected.connect(self.reject)
        self.list.copy_wanted.connect(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(about)
        column.addWidget(self.warning)
        self.warning.setVisible(bool(self._cells) and not assessment.forum.holidays)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(1080, 420)
        fit_on_screen(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 opens the manual."""
        if event.key() == Qt.Key.Key_F1:
            show_help(self, "editors", "Deadlines")
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected deadlines, or all of them, on the clipboard."""
        rows = sorted({index.row() for index in self.list.selectedIndexes()})
        held = [self._cells[row] for row in rows or range(len(self._cells))]
        QApplication.clipboard().setText("\n".join("\t".join(cells) for cells in (HEADINGS, *held)))

    @classmethod
    def ask(cls, parent: QWidget | None, assessment: "AnnualPoolAssessment") -> Deadline | None:
        """Show the deadlines until the dialog is closed; return the one that the person wants to go to."""
        dialog = cls(parent, assessment)
        try:
            dialog.exec()
            return dialog.chosen
        finally:
            dialog.deleteLater()

    def _words(self, forum: Forum) -> str:
        moment = as_of(forum)
        checked = "" if moment is None else f" The check is for {day(moment)}."
        count = len(forum.holidays)
        listed = f"{count} official holiday{'' if count == 1 else 's'} beside 1 January and 25 December"
        return (
            f"Periods end by Art. 75: not on a weekend or an official holiday{f' ({listed})' if count else ''}. "
            f"Dates that the law fixes do not move.{checked}"
        )

    def _choose(self, row: int) -> None:
        deadline = self._deadlines[row]
        if deadline.state is not None:
            self.chosen = deadline
            self.accept()


class _List(QTableWidget):
    """The lines, whole rows at a time.

    Signals:
        asked(int): Enter on a line.
        copy_wanted(): Ctrl+C.
    """

    asked = Signal(int)
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(HEADINGS))
        self.setHorizontalHeaderLabels(list(HEADINGS))
        self.setAccessibleName("Deadlines")
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._restyle()
        theme().changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out, and give each line the height of its words."""
        super().resizeEvent(event)
        self.resizeColumnsToContents()
        wide = [place for place, heading in enumerate(HEADINGS) if heading in _WIDE and self._is_filled(place)]
        narrow = sum(self.columnWidth(place) for place in range(len(HEADINGS)) if place not in wide)
        room = self.viewport().width() - narrow
        # The shortest first: what it does not need of its part is left to the longer ones.
        for count, place in enumerate(sorted(wide, key=self.columnWidth)):
            part = max(_LEAST_SENTENCE, room // (len(wide) - count))
            self.setColumnWidth(place, part if count == len(wide) - 1 else min(part, self.columnWidth(place)))
            room -= self.columnWidth(place)
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self._height_of(row, place) for place in range(len(HEADINGS))))

    def _height_of(self, row: int, place: int) -> int:
        """Return how high a cell is whose words wrap; Qt's own measure forgets the padding of the style."""
        item = self.item(row, place)
        words = "" if item is None else item.text()
        room = QRect(0, 0, max(1, self.columnWidth(place) - _ASIDE), _TALL)
        metrics = self.fontMetrics()
        lines = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
        return max(lines, metrics.height()) + 2 * Space.S

    def _is_filled(self, place: int) -> bool:
        model = self.model()
        return any(model.index(row, place).data() for row in range(model.rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Ctrl+C copies whole lines."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.asked.emit(self.currentRow())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        colours = theme().colours
        names = ("line", "selection", "text", "border", "accent")
        line, selection, text, border, accent = (getattr(colours, name).name() for name in names)
        self.setStyleSheet(
            f"QTableWidget {{ border: 1px solid {border}; outline: 0; }}"
            f"QTableWidget:focus {{ border: 2px solid {accent}; }}"
            f"QTableWidget::item {{ border-bottom: 1px solid {line}; padding: {int(Space.XS)}px; }}"
            f"QTableWidget::item:selected {{ background: {selection}; color: {text}; }}"
            f"{headings_style()}"
        )


def _items(deadline: Deadline, cells: tuple[str, ...]) -> list[QTableWidgetItem]:
    spoken = ", ".join(f"{name} {cell}" for name, cell in zip(HEADINGS, cells, strict=True) if cell)
    items = [QTableWidgetItem(legible(cell)) for cell in cells]
    for item in items:
        item.setData(Qt.ItemDataRole.AccessibleTextRole, legible(spoken))
        item.setToolTip(item.text())
    if deadline.moved:
        items[HEADINGS.index("Moved")].setIcon(theme().icon("calendar", theme().colours.info))
    return items
