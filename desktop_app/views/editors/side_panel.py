"""What a panel beside the table is made of, whatever it edits: parts in their places, signals, Tab, zoom."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop_app.views.editors.elsewhere import Elsewhere
from desktop_app.views.editors.footer import Footer
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.editors.tab_order import next_stop
from desktop_app.views.language import shown, tr
from desktop_app.views.theme import Space, Type, theme
from desktop_app.views.titled_panel import TitledPanel

LEAST_WIDTH: Final = 330
"""Width that the panel keeps, pixels at 100 %."""


class SidePanel(TitledPanel):
    """A title with buttons beside it, the drafts of others, what is typed, and under it what taking it would change.

    Signals:
        state_wanted(str): the person wants to go to another Member State.
        step_wanted(int): the person wants to go on to the next one (1) or back to the previous one (-1).
        left(): the person wants to go back to the table.
        closed(): the person wants the panel away.
        drafts_changed(): edits began, were taken or were given up.
    """

    state_wanted = Signal(str)
    step_wanted = Signal(int)
    left = Signal()
    closed = Signal()
    drafts_changed = Signal()

    def __init__(self, title: str, role: Type) -> None:
        """Make the parts; :meth:`lay_out` puts them in their places.

        Args:
            title: what the panel is called while it shows nobody.
            role: size of its notice.
        """
        super().__init__(title)
        self.setAccessibleName(tr("{title} panel", title=title))
        self.notice = Words(role=role)
        self.footer = Footer()
        self.elsewhere = Elsewhere()
        self.view = QScrollArea()
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(0, 0, 0, 0)

    def lay_out(self, *, above: Sequence[QWidget] = (), inside: Sequence[QWidget] = ()) -> None:
        """Put the parts in their places.

        Args:
            above: what stands over the part that scrolls.
            inside: what scrolls.
        """
        for part in inside:
            self._inside.addWidget(part)
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
        for part in (self.elsewhere, *above):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self.footer)
        self._buttons = [
            self._button("up", tr("Previous Member State (Ctrl+Page Up)"), lambda: self.step_wanted.emit(-1)),
            self._button("down", tr("Next Member State (Ctrl+Page Down)"), lambda: self.step_wanted.emit(1)),
            self._button("close", tr("Close the panel (F4)"), self.closed.emit),
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
        button.setToolTip(shown(words))
        button.setAccessibleName(shown(words))
        button.clicked.connect(lambda _checked=False: does())
        return button

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.notice, self.elsewhere, self.footer):
            part.set_scale(scale)
        self.setMinimumWidth(min(round(LEAST_WIDTH * scale), 2 * LEAST_WIDTH))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through what is typed, then to the buttons that take, then out."""
        stop = next_stop(QApplication.focusWidget(), forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            self.reveal()
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what would change take the height that it needs at this width."""
        super().resizeEvent(event)
        self.footer.fit(self.height())

    def reveal(self) -> None:
        """Keep what has the keyboard in sight."""
        widget = QApplication.focusWidget()
        if widget is not None and self._body.isAncestorOf(widget):
            self.view.ensureWidgetVisible(widget, 0, Space.XL)

    def _dress(self) -> None:
        for button in self._buttons:
            button.setIcon(theme().icon(button.objectName(), theme().colours.text))
