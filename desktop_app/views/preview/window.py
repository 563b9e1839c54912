"""The preview window of the annex."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.views.dialogs.base import room_on_screen
from desktop_app.views.findings import FindingsPanel
from desktop_app.views.parts import ToneLabel
from desktop_app.views.preview.pages import PdfPages
from desktop_app.views.preview.sheet_view import SheetView
from desktop_app.views.theme import Space, Type, theme

_STEPS: Final = (50, 75, 100, 125, 150, 200, 300)
_PAUSE: Final = 250
"""Milliseconds without a change after which the preview is made anew."""


class AnnexPreview(QMainWindow):
    """Shows the annex of the forum as it is now, as a draft or as final.

    Signals:
        chosen(Finding): go to the cell that keeps the annex from being final.
        save_wanted(bytes, bool): write these bytes; whether they are a draft.
        print_wanted(bytes): print these bytes.
    """

    chosen = Signal(object)
    save_wanted = Signal(object, bool)
    print_wanted = Signal(object)

    def __init__(self, assessment: Callable[[], Assessment], parent: QWidget | None = None) -> None:
        """Show the annex.

        Args:
            assessment: returns the assessment of now.
            parent: the main window.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self._assessment = assessment
        self._data = b""
        self._pages: PdfPages | None = None
        self.view = SheetView()
        self._where = ToneLabel("", Type.CAPTION, "muted")
        self.refusal = FindingsPanel(with_filter=False)
        self.refusal.chosen.connect(self.chosen)
        self._refusal_title = ToneLabel("", Type.HEADING, "block")
        self._bodies = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.make)
        self._lay_out()
        self.view.moved.connect(self._say_where)
        theme().changed.connect(self._paint_icons)
        self.make()

    def _lay_out(self) -> None:
        refused = QWidget()
        column = QVBoxLayout(refused)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        words = ToneLabel("Enter on a line goes to its cell. A marked draft is always possible.", Type.BODY, "muted")
        for widget in (self._refusal_title, words):
            column.addWidget(widget)
        column.addWidget(self.refusal, 1)
        self._bodies.addWidget(self.view)
        self._bodies.addWidget(refused)
        self.setCentralWidget(self._bodies)
        self._add_actions()
        self.statusBar().setSizeGripEnabled(False)
        self.setMinimumSize(480, 320)
        self.resize(QSize(900, 820).boundedTo(room_on_screen(self)))

    def _add_actions(self) -> None:
        bar = QToolBar("Preview")
        bar.setMovable(False)
        bar.setIconSize(QSize(Space.L, Space.L))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        kinds = QActionGroup(self)
        self.draft = self._action(bar, "&Draft", "Ctrl+D", self.make, "A marked draft: always possible")
        self.final = self._action(bar, "&Final", "Ctrl+F", self.make, "Refused while something blocks")
        for kind in (self.draft, self.final):
            kind.setCheckable(True)
            kinds.addAction(kind)
        self.draft.setChecked(True)
        bar.addSeparator()
        self._zoom_out = self._action(bar, "", "Ctrl+-", lambda: self._step(-1), "Smaller")
        self._zoom_in = self._action(bar, "", "Ctrl++", lambda: self._step(1), "Larger")
        self._action(bar, "Fit &width", "Ctrl+0", lambda: self.view.set_percent(None), "As wide as the window")
        self._action(bar, "&100 %", "Ctrl+1", lambda: self.view.set_percent(100), "As large as on paper")
        bar.addSeparator()
        self.save = self._action(bar, "&Save PDF…", "Ctrl+S", self._save, "Write these very bytes")
        self.printing = self._action(bar, "&Print…", "Ctrl+P", self._print, "Print these very pages")
        close = QAction("Close", self)
        close.setShortcuts([QKeySequence("Esc"), QKeySequence("Ctrl+W")])
        close.triggered.connect(lambda _checked=False: self.close())
        self.addAction(close)
        filler = QWidget()
        filler.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(filler)
        self._where.setContentsMargins(Space.S, 0, Space.S, 0)
        bar.addWidget(self._where)
        self._paint_icons()

    def _action(self, bar: QToolBar, text: str, keys: str, does: Callable[[], object], about: str) -> QAction:
        action = QAction(text, self)
        # Otherwise a tool button has the words without their mnemonic.
        action.setIconText(text)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{about} ({keys})")
        action.triggered.connect(lambda _checked=False: does())
        bar.addAction(action)
        # A tool bar takes its buttons out of the order of the Tab key.
        bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return action

    def _paint_icons(self) -> None:
        ink = theme().colours.text
        for action, name in (
            (self._zoom_out, "zoom-out"),
            (self._zoom_in, "zoom-in"),
            (self.save, "save"),
            (self.printing, "print"),
        ):
            action.setIcon(theme().icon(name, ink))

    def forum_changed(self) -> None:
        """Make the annex anew when the typing pauses."""
        self._timer.start()

    def make(self) -> None:
        """Make the annex of now and show it, or show what keeps it from being final."""
        from desktop_app.documents.annex import AnnexRefused, annex_pdf
        from desktop_app.models.interchange import fingerprint

        assessment = self._assessment()
        print_of = fingerprint(assessment.forum)
        draft = self.draft.isChecked()
        self.setWindowTitle(f"Annex, {'draft' if draft else 'final'} · {print_of} – Forum Desk")
        try:
            data = annex_pdf(assessment, print_of, draft=draft)
        except AnnexRefused as refusal:
            self._refuse(refusal.findings)
            return
        self._bodies.setCurrentIndex(0)
        self._allow(True)
        if data != self._data:
            self._data = data
            before, self._pages = self._pages, PdfPages(data)
            self.view.show_pages(self._pages)
            if before is not None:
                before.close()
        self._say_where()

    @property
    def data(self) -> bytes:
        """The bytes that are shown."""
        return self._data

    @property
    def where(self) -> str:
        """Which page is in sight, and how large."""
        return self._where.text()

    @property
    def is_refused(self) -> bool:
        """Whether what blocks is shown instead of the pages."""
        return self._bodies.currentIndex() == 1

    def say(self, text: str) -> None:
        """Confirm something below the pages, until the next thing is said."""
        self.statusBar().showMessage(text)

    def _refuse(self, findings: tuple[Finding, ...]) -> None:
        count = "1 finding blocks it" if len(findings) == 1 else f"{len(findings)} findings block it"
        self._refusal_title.setText(f"Not possible as final: {count}.")
        self.refusal.show_findings(findings)
        self._bodies.setCurrentIndex(1)
        self._where.setText("")
        self._allow(False)

    def _allow(self, possible: bool) -> None:
        for action in (self.save, self.printing):
            action.setEnabled(possible)

    def _say_where(self) -> None:
        if self._pages is not None and not self.is_refused:
            self._where.setText(f"page {self.view.page + 1} of {len(self._pages.sizes)} · {self.view.shown_percent} %")

    def _step(self, direction: int) -> None:
        shown = self.view.shown_percent
        steps = _STEPS if direction > 0 else tuple(reversed(_STEPS))
        further = (step for step in steps if (step > shown if direction > 0 else step < shown))
        self.view.set_percent(next(further, steps[-1]))

    def _save(self) -> None:
        self.save_wanted.emit(self._data, self.draft.isChecked())

    def _print(self) -> None:
        self.print_wanted.emit(self._data)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Free the document."""
        self._timer.stop()
        self.view.show_pages(None)
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        super().closeEvent(event)
