"""The panel under the table that lists the findings."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedLayout, QWidget

from desktop_app.calc.findings import Finding
from desktop_app.views.findings.delegate import FindingDelegate
from desktop_app.views.findings.model import FINDING_ROLE, FindingsModel
from desktop_app.views.findings.texts import counts_text, line_text
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, theme
from desktop_app.views.titled_panel import TitledPanel

Index = QModelIndex | QPersistentModelIndex


class FindingsPanel(TitledPanel):
    """The findings, gravest first, with their count in the title.

    Signals:
        looked_at(Finding): the person stands on a finding, and may want to know its rule.
        chosen(Finding): the person wants to see the cell that a finding is about.
    """

    looked_at = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Findings")
        self.model = FindingsModel(self)
        self.list = _FindingsList()
        self.list.setModel(self.model)
        self.list.entered_line.connect(self._choose)
        self.list.stood_on.connect(self._look_at)
        self._empty = ToneLabel("Nothing to report.", Type.BODY, "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.fill(body)
        self.setFocusProxy(self.list)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List other findings."""
        self.set_title(f"Findings ({counts_text(findings)})")
        if findings != self.model.findings:
            self.model.show(findings)
        self._stack.setCurrentWidget(self.list if findings else self._empty)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self._empty.set_scale(scale)
        self.list.set_scale(scale)

    def copy(self) -> None:
        """Put the selected line on the clipboard."""
        finding = self.list.currentIndex().data(FINDING_ROLE)
        if finding is not None:
            QGuiApplication.clipboard().setText(line_text(finding))

    def _choose(self, index: QModelIndex) -> None:
        finding = index.data(FINDING_ROLE)
        if finding is not None:
            self.chosen.emit(finding)

    def _look_at(self, index: QModelIndex) -> None:
        finding = index.data(FINDING_ROLE)
        if finding is not None:
            self.looked_at.emit(finding)


class _FindingsList(QListView):
    """A list of lines of different heights.

    Signals:
        entered_line(QModelIndex): Enter or a click on a line.
        stood_on(QModelIndex): the person has come to a line, or asks for it by Space or mouse.
    """

    entered_line = Signal(QModelIndex)
    stood_on = Signal(QModelIndex)

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
        self.setAccessibleName("Findings")
        # A click goes to the cell and says the rule that sent one there.
        self.clicked.connect(self.entered_line)
        self.clicked.connect(self.stood_on)
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
        """Enter goes to the cell, Space says the rule."""
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
