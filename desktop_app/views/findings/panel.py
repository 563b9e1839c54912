"""The panel under the table that lists the findings."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.calc.findings import Finding
from desktop_app.views.findings.delegate import FindingDelegate
from desktop_app.views.findings.model import FINDING_ROLE, FindingsModel
from desktop_app.views.findings.texts import counts_text, line_text
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, theme


class FindingsPanel(QWidget):
    """The findings, gravest first, with their count in the title.

    Signals:
        chosen(Finding): the person wants to see the cell that a finding is about.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = ToneLabel("Findings", Type.STRONG)
        self.model = FindingsModel(self)
        self.list = _FindingsList()
        self.list.setModel(self.model)
        self.list.entered_line.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self._empty = ToneLabel("Nothing to report.", Type.BODY, "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        column.addWidget(self._title)
        column.addWidget(body, 1)
        self.setFocusProxy(self.list)

    @property
    def title(self) -> str:
        """What stands above the list."""
        return self._title.text()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List other findings."""
        self._title.setText(f"Findings ({counts_text(findings)})")
        if findings != self.model.findings:
            self.model.show(findings)
        self._stack.setCurrentWidget(self.list if findings else self._empty)

    @property
    def title_colour(self) -> QColor:
        """The colour of the title."""
        return self._title.colour

    def mark_active(self, active: bool) -> None:
        """Show in the title whether the keyboard is here."""
        self._title.set_tone("accent" if active else "text")

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
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


class _FindingsList(QListView):
    """A list of lines of different heights.

    Signals:
        entered_line(QModelIndex): Enter on a line.
    """

    entered_line = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
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
        theme().changed.connect(self.viewport().update)

    def set_scale(self, scale: float) -> None:
        """Lay out anew in another size."""
        self._delegate.set_scale(scale)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_line.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
