"""The panel under the table that lists the findings."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMenu, QStackedLayout, QWidget

from desktop_app.calc.acknowledged import can_be_acknowledged
from desktop_app.calc.findings import Finding, Severity
from desktop_app.calc.forum import Forum
from desktop_app.views.fields.looks import Choice, text_outline
from desktop_app.views.findings.delegate import FindingDelegate
from desktop_app.views.findings.lines import Kind, Line, filtered, lines_of
from desktop_app.views.findings.model import FINDING_ROLE, LINE_ROLE, FindingsModel
from desktop_app.views.findings.texts import answer_text, counts_text, line_text
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.mnemonics import tell_actions_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, theme
from desktop_app.views.titled_panel import Count, TitledPanel

Index = QModelIndex | QPersistentModelIndex

_TONES: Final = {Severity.BLOCK: "block", Severity.WARN: "warn", Severity.INFO: "info"}
"""Icon and colour of a severity have one name."""
_NOTHING: Final = marked("Nothing to report.")
_NONE_SHOWN: Final = marked("No finding fits the filter. Esc in the filter shows all.")
_FILTER_WIDTH: Final = 22
"""Width of the filter's words, average characters."""
_LEAST_FILTER_WIDTH: Final = 10
"""What is left of it where the panel is narrow."""


class FindingsPanel(TitledPanel):
    """The findings, gravest first, with their count in the title, and a filter that hides some of them.

    Signals:
        looked_at(Finding): the person stands on a finding, and may want to know its rule.
        chosen(Finding): the person wants to see the cell that a finding is about.
        opened(Finding): after that, by Enter or a double click: and to edit it, where it is no cell.
        acknowledge_asked(): the person wants to answer the warning of the current line.
        withdraw_asked(): the person wants to take that answer back.
    """

    looked_at = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    acknowledge_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, *, with_filter: bool = True) -> None:
        """Make the panel.

        Args:
            with_filter: whether some can be hidden; what blocks an annex is always listed whole.
        """
        super().__init__(tr("Findings"))
        self._all: tuple[Line, ...] = ()
        self._count = counts_text(())
        self._counts: tuple[Count, ...] = ()
        self.model = FindingsModel(self)
        self.list = _FindingsList()
        self.list.setModel(self.model)
        # A line that got an answer has become higher.
        self.model.dataChanged.connect(lambda *_places: self.list.scheduleDelayedItemsLayout())
        self.list.entered_line.connect(self._open)
        self.list.pointed_at.connect(self._choose)
        self.list.stood_on.connect(self._look_at)
        self.list.acknowledge_asked.connect(self.acknowledge_asked)
        self.list.filter_asked.connect(self._go_to_filter)
        self.list.menu_asked.connect(self._show_menu)
        self._empty = ToneLabel(_NOTHING, Type.BODY, "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.kinds = Choice()
        self.filter_words = _FilterWords()
        self._make_filter()
        self.fill(body, self.kinds, self.filter_words)
        for part in (self.kinds, self.filter_words):
            part.setVisible(with_filter)
        self.setFocusProxy(self.list)

    def _make_filter(self) -> None:
        self.kinds.addItems([shown(kind.value) for kind in Kind])
        # Whole, in a language with longer words too.
        self.kinds.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setAccessibleName(tr("Which findings are shown"))
        self.kinds.currentIndexChanged.connect(lambda _index: self._filter())
        self.filter_words.setPlaceholderText(tr("Filter ( / )"))
        self.filter_words.setAccessibleName(tr("Words that a finding must hold to be shown"))
        self.filter_words.setClearButtonEnabled(True)
        self.filter_words.textChanged.connect(lambda _text: self._filter())
        self.filter_words.left.connect(self._leave_filter)
        self._restyle()
        theme().changed.connect(self._restyle)

    @property
    def current(self) -> Line | None:
        """The line on which the list stands."""
        line: Line | None = self.list.currentIndex().data(LINE_ROLE)
        return line

    def show_findings(self, findings: tuple[Finding, ...], forum: Forum | None = None) -> None:
        """List other findings.

        Args:
            findings: all of them, gravest first.
            forum: where answers to them are recorded.
        """
        self._all = lines_of(forum or Forum(), findings)
        answered = sum(line.answer is not None for line in self._all)
        self._count = counts_text(findings, answered)
        self._counts = tuple(
            (tone, tone, str(count))
            for severity, tone in _TONES.items()
            if (count := sum(finding.severity is severity for finding in findings))
        )
        self._filter()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self._empty.set_scale(scale)
        self.list.set_scale(scale)
        for part in (self.kinds, self.filter_words):
            part.setFont(theme().font(Type.BODY, scale))
        # Whole in this size too: Qt keeps the least width that it had in another one.
        self.kinds.setMinimumWidth(self.kinds.sizeHint().width())
        letter = self.filter_words.fontMetrics().averageCharWidth()
        self.filter_words.setMinimumWidth(_LEAST_FILTER_WIDTH * letter)
        self.filter_words.setMaximumWidth(_FILTER_WIDTH * letter)

    def copy(self) -> None:
        """Put the selected line on the clipboard."""
        if self.current is not None:
            QGuiApplication.clipboard().setText(_text(self.current))

    def copy_all(self) -> None:
        """Put every line that is shown on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(map(_text, self.model.lines)))

    def _filter(self) -> None:
        kind = list(Kind)[self.kinds.currentIndex()]
        lines = filtered(self._all, self.filter_words.text(), kind)
        if lines != self.model.lines:
            self.model.show(lines)
        hidden = len(self._all) - len(lines)
        title = tr("Findings ({counts})", counts=self._count)
        if hidden:
            several = tr("{shown} of {all} shown", shown=len(lines), all=len(self._all))
            title = tr("Findings ({counts}; {several})", counts=self._count, several=several)
        self.set_title(title, self._counts)
        self._empty.setText(shown(_NONE_SHOWN) if hidden else shown(_NOTHING))
        self._stack.setCurrentWidget(self.list if lines else self._empty)

    def _go_to_filter(self) -> None:
        self.filter_words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_words.selectAll()

    def _leave_filter(self, clear: bool) -> None:
        if clear:
            self.filter_words.clear()
            self.kinds.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restyle(self) -> None:
        self.filter_words.setStyleSheet(text_outline())

    def _choose(self, index: QModelIndex) -> None:
        finding = index.data(FINDING_ROLE)
        if finding is not None:
            self.chosen.emit(finding)

    def _open(self, index: QModelIndex) -> None:
        finding = index.data(FINDING_ROLE)
        if finding is not None:
            self.chosen.emit(finding)
            self.opened.emit(finding)

    def _look_at(self, index: QModelIndex) -> None:
        finding = index.data(FINDING_ROLE)
        if finding is not None:
            self.looked_at.emit(finding)

    def menu(self) -> QMenu:
        """Return what can be done with the current line; whoever shows the menu frees it."""
        menu, line, index = QMenu(self), self.current, self.list.currentIndex()
        answered = line is not None and _is_about_answer(line)
        for words, keys, does, possible in (
            (tr("&Go to the cell"), "Return", lambda: self._open(index), line is not None),
            (tr("&Explain the rule"), "Space", lambda: self._look_at(index), line is not None),
            (
                tr("&Acknowledge…"),
                "A",
                self.acknowledge_asked.emit,
                line is not None and can_be_acknowledged(line.finding),
            ),
            (tr("&Withdraw the acknowledgement"), "", self.withdraw_asked.emit, answered),
            (tr("&Copy"), "Ctrl+C", self.copy, line is not None),
            (tr("Copy a&ll shown"), "", self.copy_all, bool(self.model.lines)),
            (tr("&Filter"), "/", self._go_to_filter, not self.filter_words.isHidden()),
        ):
            action = QAction(shown(words), menu)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(possible)
            action.triggered.connect(lambda _checked=False, does=does: does())
            menu.addAction(action)
        tell_actions_apart(menu.actions())
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _is_about_answer(line: Line) -> bool:
    return line.answer is not None or line.finding.rule == "DESK-answers"


def _text(line: Line) -> str:
    return " ".join(filter(None, (shown(line_text(line.finding)), shown(answer_text(line.answer)))))


class _FilterWords(QLineEdit):
    """The words of the filter; Down and Enter go to the list, Esc shows all again.

    Signals:
        left(bool): the person goes to the list; whether the filter is to be cleared.
    """

    left = Signal(bool)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the panel's own shortcut."""
        asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if asked and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # asked of a key event
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Down, Enter or Esc."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit(key is Qt.Key.Key_Escape)
            return
        super().keyPressEvent(event)


class _FindingsList(QListView):
    """A list of lines of different heights.

    Signals:
        entered_line(QModelIndex): Enter or a double click on a line.
        pointed_at(QModelIndex): a click on a line.
        stood_on(QModelIndex): the person has come to a line, or asks for it by Space or mouse.
        acknowledge_asked(): A on a line.
        filter_asked(): the stroke that begins a filter.
        menu_asked(QPoint): the menu of a line, at a place of the screen.
    """

    entered_line = Signal(QModelIndex)
    pointed_at = Signal(QModelIndex)
    stood_on = Signal(QModelIndex)
    acknowledge_asked = Signal()
    filter_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._arriving = False
        self._delegate = FindingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Always there: were it to come and go, every sentence would be wrapped twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(tr("Findings"))
        # A click goes to the cell and says the rule that sent one there; a second one opens what edits it.
        self.clicked.connect(self.pointed_at)
        self.clicked.connect(self.stood_on)
        self.doubleClicked.connect(self.entered_line)
        theme().changed.connect(self.viewport().update)

    def set_scale(self, scale: float) -> None:
        """Lay out anew in another size."""
        self._delegate.set_scale(scale)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell on which line the person stands; a line that only moves up to where another was tells nothing."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus() and not self._arriving:
            self.stood_on.emit(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a line at once, so that one sees where the keyboard is.

        Who only passes by, on the way to another panel, has not asked for its rule.
        """
        if not self.currentIndex().isValid():
            # Before Qt does, which would make it current without selecting it, and so unseen.
            self._arriving = True
            self.setCurrentIndex(self.model().index(0, 0))
            self._arriving = False
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the cell, Space says the rule, A acknowledges, a stroke filters."""
        if event.text() == "/":
            self.filter_asked.emit()
            return
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.acknowledge_asked.emit()
            return
        asks = {
            Qt.Key.Key_Return: self.entered_line,
            Qt.Key.Key_Enter: self.entered_line,
            Qt.Key.Key_Space: self.stood_on,
        }
        signal = asks.get(Qt.Key(event.key()))
        if signal is not None and self.currentIndex().isValid():
            signal.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done, at the mouse or, by the menu key, at the current line."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
            self.menu_asked.emit(event.globalPos())
        else:
            self.menu_asked.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
