"""The revisions of plans side by side: of one Member State, or of all (COM(2020) 610, Art. 47(5), 52(4))."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
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

from desktop_app.calc.member_states import POSITION
from desktop_app.views.consequences.table import headings_style
from desktop_app.views.dialogs.base import fit_on_screen
from desktop_app.views.dialogs.help_beside import show_help
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.fields import ChoiceField
from desktop_app.views.forum_editors.buttons import not_by_enter
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.mnemonics import tell_apart
from desktop_app.views.plan_form.annex import PlansAssessment, plans_of
from desktop_app.views.plan_form.compare import Comparison, all_states, side_by_side
from desktop_app.views.plan_form.compared import DIFFERS
from desktop_app.views.plan_form.waiting import waiting_words
from desktop_app.views.theme import Space, Type, legible, theme

_NAMES: Final = (120, 190)
"""Width of the column of names, pixels at 100 %: of Member States, and of the lines of the form."""
_LEAST: Final = 170
"""Width that a revision keeps; where the window is narrower, the table scrolls."""
_LEAST_FIGURE: Final = 118
"""Width that a column keeps in the list of all Member States."""
_ALL_WEIGHTS: Final = (4, 3, 3, 3, 3)
_TALL: Final = 10_000
_LEGEND: Final = marked(
    "{differs} stands before what differs from the revision before. Ctrl+C copies all, Enter opens the revision.",
    differs=DIFFERS,
)
_ALL_LEGEND: Final = marked(
    "{differs} stands before figures that a revision changed. Ctrl+C copies all, Enter opens the plan.", differs=DIFFERS
)
_NO_PLAN: Final = marked("No plan is recorded of this Member State.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A revision that the person wants to go to."""

    code: str
    revision: int


class RevisionsDialog(QDialog):
    """One column a revision, one line a field of the form; or one line a Member State.

    Attributes:
        chosen: where the person wants to go; ``None`` while she has not said.
    """

    def __init__(
        self, parent: QWidget | None, assessment: PlansAssessment, code: str | None = None, zoom: int = 100
    ) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            assessment: the figures of now.
            code: the Member State that is shown first; ``None`` for all of them.
            zoom: the person's, in percent.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Revisions side by side"))
        self.chosen: Chosen | None = None
        self._assessment = assessment
        self._compared: Comparison = all_states(assessment)
        recorded = plans_of(assessment.forum)
        codes = sorted({*(plan.code for plan in recorded.plans), *([code] if code else [])}, key=POSITION.__getitem__)
        states = [(each, _state_words(each, len(recorded.revisions(each)))) for each in codes]
        self.state = ChoiceField(tr("Member State"), [(None, tr("All Member States")), *states])
        self.state.put(code)
        self.state.edited.connect(self._show)
        self.waiting = Words(waiting_words(assessment), Type.BODY, "text")
        self.legend = Words(_LEGEND)
        self.table = _Table()
        self.table.asked.connect(self._go_to)
        self.table.copy_wanted.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copying = buttons.addButton(tr("&Copy all"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copying.clicked.connect(lambda _checked=False: self.copy())
        without_icons(buttons)
        for button in buttons.buttons():
            not_by_enter(button)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        for part in (self.state, self.waiting, self.legend):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        for label in (self.state, self.waiting, self.legend):
            label.set_scale(zoom / 100)
        self.table.set_scale(zoom / 100)
        for button in buttons.buttons():
            button.setFont(theme().font(Type.BODY, zoom / 100))
        tell_apart(self)
        self._show()
        self.resize(1080, 640)
        fit_on_screen(self)
        self.table.setFocus()

    @property
    def compared(self) -> Comparison:
        """What is shown."""
        return self._compared

    @classmethod
    def ask(cls, parent: QWidget | None, assessment: PlansAssessment, code: str | None, zoom: int) -> Chosen | None:
        """Show the dialog until it is closed; return the revision that the person wants to go to."""
        dialog = cls(parent, assessment, code, zoom)
        try:
            dialog.exec()
            return dialog.chosen
        finally:
            dialog.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 opens the manual."""
        if event.key() == Qt.Key.Key_F1:
            show_help(self, self._assessment.forum.procedure.value, tr("Response plans"))
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Put everything that is shown on the clipboard: cells with tabs between them, and a table to paste."""
        held = QMimeData()
        held.setText(legible(self._compared.text))
        held.setHtml(legible(self._compared.markup))
        QApplication.clipboard().setMimeData(held)

    def _show(self) -> None:
        code = self.state.raw
        self._compared = all_states(self._assessment) if code is None else side_by_side(code, self._assessment)
        self.waiting.setVisible(code is None)
        self.table.show_comparison(self._compared)
        if code is None:
            self.legend.say(_ALL_LEGEND)
        else:
            self.legend.say(_LEGEND if self._compared.targets else _NO_PLAN)

    def _go_to(self, row: int, column: int) -> None:
        place = max(0, column - 1) if self._compared.by_column else row
        if 0 <= place < len(self._compared.targets):
            self.chosen = Chosen(*self._compared.targets[place])
            self.accept()


class _Table(QTableWidget):
    """The cells; the sign and strong letters mark what differs.

    Signals:
        asked(int, int): Enter on a cell.
        copy_wanted(): Ctrl+C.
    """

    asked = Signal(int, int)
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scale = 1.0
        self._by_column = True
        self.setAccessibleName(tr("Revisions side by side"))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemDoubleClicked.connect(lambda item: self.asked.emit(item.row(), item.column()))
        self._restyle()
        theme().changed.connect(self._restyle)

    def show_comparison(self, compared: Comparison) -> None:
        """Show other cells."""
        self._by_column = compared.by_column
        self.clear()
        self.setRowCount(len(compared.lines))
        self.setColumnCount(len(compared.headings))
        self.setHorizontalHeaderLabels([legible(each) for each in compared.headings])
        for row, (name, cells) in enumerate(compared.lines):
            self._put(row, 0, name, name, strong=False)
            for place, cell in enumerate(cells, 1):
                text = shown(cell.text)
                told = tr("{text} (differs)", text=text) if cell.differs else text
                spoken = f"{shown(name)}, {shown(compared.headings[place])}: {told}"
                self._put(row, place, cell.shown, spoken, strong=cell.differs)
        self.setCurrentCell(0, min(1, self.columnCount() - 1))
        self._arrange()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self.setFont(theme().font(Type.BODY, scale))
        self.horizontalHeader().setFont(theme().font(Type.STRONG, scale))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Ctrl+C copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.asked.emit(self.currentRow(), self.currentColumn())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _put(self, row: int, place: int, text: str, spoken: str, *, strong: bool) -> None:
        item = QTableWidgetItem(legible(text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, legible(spoken))
        item.setToolTip(legible(text))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        item.setFont(theme().font(Type.STRONG if strong else Type.BODY, self._scale))
        self.setItem(row, place, item)

    def _arrange(self) -> None:
        """Share the width among the revisions, and give each line the height of its words."""
        others = self.columnCount() - 1
        if others < 1:
            return
        names = round(_NAMES[self._by_column] * self._scale)
        room = self.viewport().width() - names
        weights = [1] * others if self._by_column else list(_ALL_WEIGHTS)
        self.setColumnWidth(0, names)
        for place, weight in enumerate(weights, 1):
            least = round((_LEAST if self._by_column else _LEAST_FIGURE) * self._scale)
            self.setColumnWidth(place, max(least, room * weight // sum(weights)))
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self._height_of(row, place) for place in range(self.columnCount())))

    def _height_of(self, row: int, place: int) -> int:
        item = self.item(row, place)
        words = "" if item is None else item.text()
        room = QRect(0, 0, max(1, self.columnWidth(place) - 4 * Space.XS), _TALL)
        metrics = self.fontMetrics() if item is None else QFontMetrics(item.font())
        lines = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
        return max(lines, metrics.height()) + 2 * Space.S

    def _restyle(self) -> None:
        colours = theme().colours
        names = ("line", "selection", "text", "border", "accent")
        line, selection, text, border, accent = (getattr(colours, name).name() for name in names)
        self.setStyleSheet(
            f"QTableWidget {{ border: 1px solid {border}; outline: 0; }}"
            f"QTableWidget:focus {{ border: 2px solid {accent}; }}"
            f"QTableWidget::item {{ border-bottom: 1px solid {line}; padding: {int(Space.XS)}px; }}"
            f"QTableWidget::item:selected {{ background: {selection}; color: {text};"
            f" border: 2px solid {accent}; }}"
            f"{headings_style()}"
        )


def _state_words(code: str, count: int) -> str:
    revised = (
        tr("no plan") if not count else tr("not revised") if count == 1 else tr("{number} revised", number=count - 1)
    )
    return f"{state_name(code)}: {shown(revised)}"
