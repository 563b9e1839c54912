"""What the panel of a response plan is made of: its parts in their places, its signals, keys of Tab, zoom."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop_app.views.editors.elsewhere import Elsewhere
from desktop_app.views.editors.footer import Footer
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.editors.tab_order import next_stop
from desktop_app.views.plan_form.head import PlanHead
from desktop_app.views.plan_form.page import PlanPage
from desktop_app.views.plan_form.waiting import WaitingList
from desktop_app.views.theme import Space, Type, theme
from desktop_app.views.titled_panel import TitledPanel

LEAST_WIDTH: Final = 330
"""Width that the panel keeps, pixels at 100 %."""


class PlanFrame(TitledPanel):
    """Head, form and footer; who is waited for stands in their place where no plan is shown.

    Signals:
        state_wanted(str): the person wants to go to another Member State.
        step_wanted(int): the person wants to go on to the next one (1) or back to the previous one (-1).
        left(): the person wants to go back to the table.
        closed(): the person wants the panel away.
        drafts_changed(): edits began, were taken or were given up.
        asked(str, object): a figure is asked why; the code is ``None`` for the whole procedure.
        revisions_wanted(): the person wants to see the revisions side by side.
    """

    state_wanted = Signal(str)
    step_wanted = Signal(int)
    left = Signal()
    closed = Signal()
    drafts_changed = Signal()
    asked = Signal(str, object)
    revisions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Response plan")
        self.setAccessibleName("Response plan panel")
        self.head = PlanHead()
        self.page = PlanPage()
        self.waiting = WaitingList()
        self.notice = Words(role=Type.BODY)
        self.footer = Footer()
        self._lay_out()

    def _lay_out(self) -> None:
        self.elsewhere = Elsewhere()
        self.notice.setContentsMargins(Space.M, 0, Space.M, Space.S)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part in (self.notice, self.waiting, self.head, self.page):
            inside.addWidget(part)
        inside.addStretch(1)
        self.view = QScrollArea()
        self.view.setWidget(self._body)
        self.view.setWidgetResizable(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMinimumHeight(40)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.elsewhere)
        column.addWidget(self.view, 1)
        column.addWidget(self.footer)
        self._buttons = [
            self._button("up", "Previous Member State (Ctrl+Page Up)", lambda: self.step_wanted.emit(-1)),
            self._button("down", "Next Member State (Ctrl+Page Down)", lambda: self.step_wanted.emit(1)),
            self._button("close", "Close the panel (F4)", self.closed.emit),
        ]
        self.fill(content, *self._buttons)
        self.setMinimumWidth(LEAST_WIDTH)
        self._dress()
        theme().changed.connect(self._dress)

    def _button(self, icon: str, words: str, does: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(icon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: does())
        return button

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.notice, self.elsewhere, self.waiting, self.head, self.page, self.footer):
            part.set_scale(scale)
        self.setMinimumWidth(min(round(LEAST_WIDTH * scale), 2 * LEAST_WIDTH))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the form, or to who is waited for where no plan is shown."""
        if self.page.isVisibleTo(self):
            self.reveal_after(self.page.start(), reason)
        else:
            (next_stop(self._body, forward=True) or self.view).setFocus(reason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the form, then to the buttons that take, then out."""
        stop = next_stop(QApplication.focusWidget(), forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            self.reveal()
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what would change take the height that it needs at this width."""
        super().resizeEvent(event)
        self.footer.fit(self.height())

    def reveal_after(self, widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give a widget the keyboard, in sight."""
        widget.setFocus(reason)
        self.reveal()

    def reveal(self) -> None:
        """Keep what has the keyboard in sight."""
        widget = QApplication.focusWidget()
        if widget is not None and self._body.isAncestorOf(widget):
            self.view.ensureWidgetVisible(widget, 0, Space.XL)

    def _dress(self) -> None:
        for button in self._buttons:
            button.setIcon(theme().icon(button.objectName(), theme().colours.text))
