"""What the panel of a response plan is made of: head, form, and who is waited for."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change
from desktop_app.views.editors.staging_panel import StagingPanel
from desktop_app.views.editors.tab_order import next_stop
from desktop_app.views.plan_form.head import PlanHead
from desktop_app.views.plan_form.sheet import FormSheet
from desktop_app.views.plan_form.waiting import WaitingList
from desktop_app.views.theme import Space, Type

Page = TypeVar("Page", bound=FormSheet)


class RevisionFrame(StagingPanel, Generic[Page]):
    """Head and form; who is waited for stands in their place where no plan is shown.

    Signals:
        asked(str, object): a figure is asked why; the code is ``None`` for the whole procedure.
        revisions_wanted(): the person wants to see the revisions side by side.
    """

    asked = Signal(str, object)
    revisions_wanted = Signal()

    def __init__(self, title: str, apply: Callable[[Change], bool], head: PlanHead, page: Page) -> None:
        super().__init__(title, Type.BODY, apply)
        self.head = head
        self.page = page
        self.waiting = WaitingList()
        self.notice.setContentsMargins(Space.M, 0, Space.M, Space.S)
        self._inside.setSpacing(0)
        self.lay_out(inside=(self.notice, self.waiting, self.head, self.page))
        self._inside.addStretch(1)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.waiting, self.head, self.page):
            part.set_scale(scale)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the form, or to who is waited for where no plan is shown."""
        if self.page.isVisibleTo(self):
            self.reveal_after(self.page.start(), reason)
        else:
            (next_stop(self._body, forward=True) or self.view).setFocus(reason)

    def reveal_after(self, widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give a widget the keyboard, in sight."""
        widget.setFocus(reason)
        self.reveal()
