"""The window that shows where the forum and an adopted act differ; it follows what is typed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop_app.calc.adopted import words
from desktop_app.calc.adopted.comparison import Checked, compare_with_act
from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.views.adopted import lines
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import SideWindow
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.calc.adopted.values import ActTable
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1180, 640)
_HINT: Final = marked("Enter goes to the cell in the table, Ctrl+C copies, Esc closes, F1 helps")


class AdoptedWindow(SideWindow):
    """What was compared, a list of every difference, and how each column was compared.

    Signals:
        cell_wanted(str, str): code (empty for the totals) and column of a cell to go to.
        file_wanted(): the person wants another file.
        columns_wanted(): the person wants to say what the columns hold.

    Attributes:
        desk: whose forum is compared.
        checked: the comparison that is shown; ``None`` before the first one.
    """

    cell_wanted = Signal(str, str)
    file_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without an act; :meth:`show_act` gives it one."""
        super().__init__(parent, tr("Compare with an adopted annex"))
        self.desk: Desk | None = None
        self.checked: Checked | None = None
        self._table: ActTable | None = None
        self.result = ToneLabel("", Type.HEADING)
        self.sides = ToneLabel("", Type.CAPTION, "muted")
        self.hint = ToneLabel(_HINT, Type.CAPTION, "muted")
        for label in (self.result, self.sides, self.hint):
            label.setWordWrap(True)
        self.sides.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = FigureList(marked("Differences from the act"), lines.COLUMNS)
        self.explained = FigureList(marked("What was compared"), lines.EXPLAINED)
        self.list.entered.connect(self._enter)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.list, tr("&Differences"))
        self.tabs.addTab(self.explained, tr("&What was compared"))
        self.file_button, self.columns_button, self.copy_button, self.close_button = (
            QPushButton(tr("&Another file…")),
            QPushButton(tr("Co&lumns…")),
            QPushButton(tr("Cop&y")),
            QPushButton(tr("Clos&e")),
        )
        self._buttons = (self.file_button, self.columns_button, self.copy_button, self.close_button)
        self.file_button.clicked.connect(lambda _checked=False: self.file_wanted.emit())
        self.columns_button.clicked.connect(lambda _checked=False: self.columns_wanted.emit())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self._lay_out()

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.hint, 1)
        for button in self._buttons:
            button.setAutoDefault(False)
            last.addWidget(button)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.result)
        column.addWidget(self.sides)
        column.addWidget(self.tabs, 1)
        column.addLayout(last)
        self.finish(body, _SIZE, "")

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "annex", "Checking against the adopted act"

    def show_act(self, desk: "Desk", table: "ActTable") -> None:
        """Show where the forum of a desk differs from an act, now and whenever something is typed."""
        if desk is not self.desk:
            self.forget()
            self.desk = desk
            desk.assessed.connect(self._follow)
        self._table = table
        self._show(desk.assessment)
        self.tabs.setCurrentIndex(0)
        self.list.setFocus()

    def forget(self) -> None:
        """Follow no desk any more."""
        if self.desk is not None:
            self.desk.assessed.disconnect(self._follow)
        self.desk = self._table = self.checked = None

    def copy(self) -> None:
        """Put the page that is shown on the clipboard, as a table."""
        (self.list, self.explained)[self.tabs.currentIndex()].copy()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for part in (self.result, self.sides, self.hint, self.list, self.explained):
            part.set_scale(scale)
        for widget in (*self._buttons, self.tabs.tabBar()):
            widget.setFont(theme().font(Type.BODY, scale))

    def _follow(self, assessment: Assessment) -> None:
        if self.isVisible():
            self._show(assessment)

    def _show(self, assessment: Assessment) -> None:
        from desktop_app.models.interchange import fingerprint

        if self._table is None:
            return
        table = self._table
        checked = self.checked = compare_with_act(AnnualPoolAssessment.of(assessment), table)
        self.result.set_tone("ok" if checked.is_same else "block")
        self.result.setText(legible(tr(words.result_words(checked))))
        sides = tr(
            "Forum: fingerprint {fingerprint}. Act: {file}, {sheet}, SHA-256 {checksum}",
            fingerprint=fingerprint(assessment.forum),
            file=table.source,
            sheet=table.sheet,
            checksum=table.checksum,
        )
        self.sides.setText(legible(sides))
        unread = map(lines.unread_line, table.unread)
        self.list.show_lines([*map(lines.difference_line, checked.differences), *unread])
        self.explained.show_lines(lines.explained_lines(checked))

    def _enter(self, row: int) -> None:
        if self.checked is not None and row < len(self.checked.differences):
            self.cell_wanted.emit(*lines.place_in_table(self.checked.differences[row]))
