"""The window of the history: filters, the entries, all of the current one, and what can be done with it."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.memory import Step
from desktop_app.calc.sentences import say
from desktop_app.models.errors import ForumFileError
from desktop_app.models.remembering import EVERYTHING, Filter
from desktop_app.views.desk_views import InScenario
from desktop_app.views.fields.looks import text_outline
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.history.filters import HistoryFilters
from desktop_app.views.history.model import PAGE, HistoryModel
from desktop_app.views.history.table import HistoryTable
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import SideWindow
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1320, 700)
_AFTER_TYPING: Final = 60
"""Milliseconds after an entry at which the history follows: the table that is typed in comes first."""
_LINES: Final = 5
"""Lines of the current entry that are in sight."""
_HINT: Final = say("Enter looks at the moment, Ctrl+C copies lines, Ctrl+L filters, Esc closes, F1 helps")
_NOTHING: Final = say("No entry fits these filters. “Show all” (Alt+A) takes them away.")

_BESIDE: Final = say("The entries of the record; what is typed in the scenario that is shown is not among them.")


class HistoryWindow(SideWindow):
    """The entries of the record, live.

    Signals:
        look_wanted(Step), figures_wanted(Step), take_back_wanted(Step), reason_wanted(Step): of the current entry.
    """

    look_wanted = Signal(object)
    figures_wanted = Signal(object)
    take_back_wanted = Signal(object)
    reason_wanted = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a forum; :meth:`show_desk` fills it."""
        super().__init__(parent, tr("History"))
        self.desk: Desk | None = None
        self.model = HistoryModel(self)
        self.table = HistoryTable(self.model)
        self.filters = HistoryFilters()
        self.whole = QPlainTextEdit()
        self.said = ToneLabel("", Type.BODY, "muted")
        self.hint = ToneLabel(_HINT, Type.CAPTION, "muted")
        self.look = QPushButton(tr("&Look at this moment"))
        self.figures = QPushButton(tr("What it changed in &figures…"))
        self.take_back = QPushButton(tr("Take &back…"))
        self.reason = QPushButton(tr("&Reason…"))
        self.linked = QPushButton(tr("&Go to linked entry"))
        self.copy_button = QPushButton(tr("Cop&y"))
        self.close_button = QPushButton(tr("Clos&e"))
        self._buttons = (
            self.look,
            self.figures,
            self.take_back,
            self.reason,
            self.linked,
            self.copy_button,
            self.close_button,
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_TYPING)
        self._later.timeout.connect(self._take_new)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName(tr("The whole entry"))
        self.said.setWordWrap(True)
        below = QHBoxLayout()
        below.addWidget(self.filters.here)
        below.addWidget(self.said, 1)
        self.hint.setWordWrap(True)
        # Large, the buttons go on in the next line.
        first, last = FlowLayout(None, Space.XS), QHBoxLayout()
        last.setSpacing(Space.XS)
        last.addWidget(self.hint, 1)
        for row, buttons in ((first, self._buttons[:5]), (last, self._buttons[5:])):
            for button in buttons:
                button.setAutoDefault(False)
                row.addWidget(button)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.filters)
        column.addLayout(below)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addLayout(first)
        column.addLayout(last)
        self.finish(middle, _SIZE, "F8")
        self.setMinimumSize(560, 360)
        for one, other in pairwise((self.filters.all, self.filters.here, self.table, self.whole, *self._buttons)):
            self.setTabOrder(one, other)
        self.set_scale(1.0)

    def _connect(self) -> None:
        self.filters.wanted.connect(self._show)
        self.table.entered.connect(lambda: self._ask(self.look_wanted))
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(self._explain)
        self.model.dataChanged.connect(lambda: self._explain(self.table.currentIndex()))
        asking = (
            (self.look, self.look_wanted),
            (self.figures, self.figures_wanted),
            (self.take_back, self.take_back_wanted),
            (self.reason, self.reason_wanted),
        )
        for button, signal in asking:
            button.clicked.connect(lambda _checked=False, wanted=signal: self._ask(wanted))
        self.linked.clicked.connect(lambda _checked=False: self._go_to_linked())
        self.copy_button.clicked.connect(lambda _checked=False: self.table.copy())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        to_filters = QShortcut(QKeySequence("Ctrl+L"), self)
        to_filters.activated.connect(self.filters.state.setFocus)
        theme().changed.connect(self._restyle)

    # ---------------------------------------------------------------------------------------------------- what is shown

    def show_desk(self, desk: "Desk | None") -> None:
        """Follow another desk, or none."""
        if desk is self.desk:
            return
        self.desk = desk
        if desk is None:
            self.model.show(None)
            return
        desk.recorded.connect(self._follow)
        self.filters.reset()

    def begin(self) -> None:
        """Show what is newest, as when the window is opened."""
        desk = self.desk
        if desk is None:
            return
        self.filters.offer(desk.file.forum, desk.file.cells())
        self._show(self.filters.filter)
        self.table.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing out when the window is opened again: filters of an hour ago would show nothing."""
        self.filters.reset()
        super().closeEvent(event)

    def go_to(self, seq: int) -> None:
        """Go to an entry; where it is far down or filtered away, the list begins with it."""
        if self.desk is not None and self.model.row_of(seq) is None:
            self.filters.reset()
            is_near = self.desk.file.seq - seq < PAGE
            self._show(EVERYTHING, None if is_near else seq)
        self.table.go_to(self.model.row_of(seq) or 0)
        self.table.setFocus()

    @property
    def step(self) -> Step | None:
        """The current entry."""
        row = self.table.currentIndex().row()
        return self.model.steps[row] if 0 <= row < len(self.model.steps) else None

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "History"

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self.said, self.hint):
            label.set_scale(scale)
        font = theme().font(Type.BODY, scale)
        for button in self._buttons:
            button.setFont(font)
        self.whole.setFont(font)
        self.whole.setFixedHeight(_LINES * self.whole.fontMetrics().lineSpacing() + 2 * Space.S)
        self.filters.set_scale(scale)
        self.table.set_scale(scale)
        self._restyle()

    def _show(self, wanted: Filter, upto: int | None = None) -> None:
        desk = self.desk
        if desk is None:
            return
        here = self.step
        try:
            self.model.show(desk.file, wanted, upto)
        except ForumFileError as error:
            self._say(shown(str(error)), "block")
            return
        row = None if here is None else self.model.row_of(here.moment.seq)
        if self.model.rowCount():
            self.table.go_to(row or 0)
        if upto is not None:
            self._say(tr("The list begins with entry {upto}; “Show all” begins with the newest.", upto=upto), "muted")
            self.filters.all.setEnabled(True)
        else:
            beside = _BESIDE if isinstance(desk.view, InScenario) else ""
            self._say(beside if self.model.rowCount() else _NOTHING, "muted")
            self.filters.all.setEnabled(wanted != EVERYTHING)
        self._explain(self.table.currentIndex())

    def _follow(self) -> None:
        if self.isVisible():
            self._later.start()

    def _take_new(self) -> None:
        """Put what was done since on top; the person keeps the place."""
        if self.desk is None or not self.isVisible():
            return
        bar = self.table.verticalScrollBar()
        at, was_on_top = bar.value(), self.table.currentIndex().row() <= 0
        try:
            came = self.model.take_new()
        except ForumFileError as error:
            self._say(shown(str(error)), "block")
            return
        if was_on_top and came:
            self.table.go_to(0)
        elif came:
            bar.setValue(at + came)
        self._explain(self.table.currentIndex())

    def _explain(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        """Show all of the current entry, and what can be done with it."""
        step = self.step
        is_there = step is not None and index.isValid()
        text = legible(self.model.line(index.row()).whole) if is_there else ""
        if self.whole.toPlainText() != text:
            self.whole.setPlainText(text)
        can_write = self.desk is not None and not self.desk.file.is_read_only
        for button in (self.look, self.figures, self.linked, self.copy_button):
            button.setEnabled(is_there)
        self.figures.setEnabled(step is not None and bool(step.differences) and step.moment.seq > 1)
        self.take_back.setEnabled(can_write and step is not None and step.action == "change" and not step.taken_back)
        self.reason.setEnabled(can_write and is_there)
        self.linked.setEnabled(step is not None and bool(step.links))

    def _ask(self, signal: object) -> None:
        step = self.step
        if step is not None:
            signal.emit(step)  # type: ignore[attr-defined]  # a bound signal

    def _go_to_linked(self) -> None:
        step = self.step
        if step is not None and step.links:
            self.go_to(step.links[0])

    def _say(self, words: str, tone: str) -> None:
        self.said.set_tone(tone)
        self.said.setText(legible(words))

    def _restyle(self) -> None:
        self.whole.setStyleSheet(text_outline())
