"""The Member State panel: the Member State of the table's current row, page by page, with what is staged of it."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import Change, PledgeColumn
from desktop_app.views.editors.drafts import Draft, Drafts
from desktop_app.views.editors.elsewhere import Elsewhere
from desktop_app.views.editors.footer import Footer
from desktop_app.views.editors.page_bar import PageBar
from desktop_app.views.editors.pages.base import Page, Words
from desktop_app.views.editors.pages.deductions import DeductionsPage
from desktop_app.views.editors.pages.measures import MeasuresPage
from desktop_app.views.editors.pages.particulars import ParticularsPage
from desktop_app.views.editors.pages.said import SaidPage
from desktop_app.views.editors.pages.status import StatusPage
from desktop_app.views.editors.stage import Staged, Subject
from desktop_app.views.editors.tab_order import next_stop, put_after
from desktop_app.views.theme import Space, theme
from desktop_app.views.titled_panel import TitledPanel

KEYS: Final = {"measures": "Ctrl+M", "deductions": "Ctrl+D", "status": "Ctrl+T", "said": "Ctrl+H", "particulars": ""}
"""What opens each page from anywhere in the window."""
_PAGES: Final[tuple[type[Page], ...]] = (MeasuresPage, DeductionsPage, StatusPage, SaidPage, ParticularsPage)
_NOBODY: Final = "Choose a Member State in the table."
_NOT_BOUND: Final = (
    "Denmark is not bound by the Regulation (Protocol No 22, recital 90): nothing is recorded of it here."
)
LEAST_WIDTH: Final = 330


class StatePanel(TitledPanel):
    """Stages edits of one Member State at a time; drafts of others wait, and say so.

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

    def __init__(self, apply: Callable[[Change], bool]) -> None:
        """Make the panel without a Member State.

        Args:
            apply: takes a change; tells whether it was taken.
        """
        super().__init__("Member State")
        self.setAccessibleName("Member State panel")
        self.pages: dict[str, Page] = {}
        self._apply = apply
        self._assessment: AnnualPoolAssessment | None = None
        self._code: str | None = None
        self._subject: Subject | None = None
        # Stands in for a page until the panel is first shown.
        self._page = Page()
        self._column = PledgeColumn.RELOCATIONS
        self._scale = 1.0
        self._staged = Staged()
        self._is_late = False
        self._given_up: Draft | None = None
        self._read_only = False
        self._taking = False
        self.drafts = Drafts()
        self.bar = PageBar([(kind.name, kind.title, KEYS[kind.name]) for kind in _PAGES])
        self.notice = Words()
        self.footer = Footer()
        self._lay_out()
        self._connect()

    # -------------------------------------------------------------------------------------------------- construction

    def _lay_out(self) -> None:
        self._elsewhere = Elsewhere()
        self.notice.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(0, 0, 0, 0)
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
        for part in (self._elsewhere, self.bar, self.notice):
            column.addWidget(part)
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

    def _connect(self) -> None:
        self._elsewhere.chosen.connect(self._go_to)
        self.bar.chosen.connect(self._show_page)
        self.footer.taken.connect(self.take)
        self.footer.reverted.connect(self.revert)
        self.footer.wanted_back.connect(self._bring_back)
        for keys, does in (
            ("Ctrl+Return", self.take),
            ("Ctrl+Enter", self.take),
            ("Esc", self._escape),
            ("Ctrl+PgDown", lambda: self.step_wanted.emit(1)),
            ("Ctrl+PgUp", lambda: self.step_wanted.emit(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _page_called(self, name: str) -> Page:
        """Return a page, made when it is first asked for: a start shows none or one of them."""
        if name not in self.pages:
            page = self.pages[name] = next(kind for kind in _PAGES if kind.name == name)()
            page.hide()
            page.set_scale(self._scale)
            page.set_read_only(self._read_only)
            page.edited.connect(self._edited)
            page.turned.connect(self._turned)
            if isinstance(page, SaidPage):
                page.turn_to(self._column)
            self._inside.addWidget(page)
            put_after(self.bar.last, page)
        return self.pages[name]

    # ------------------------------------------------------------------------------------------ what the owner uses

    @property
    def code(self) -> str | None:
        """The Member State that is shown."""
        return self._code

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def show_assessment(self, assessment: AnnualPoolAssessment) -> None:
        """Show the figures of now; edits that are not taken stay."""
        self._subject = None if self._code is None else Subject(self._code, assessment)
        self._assessment = assessment
        self._refresh_in_sight()

    def show_state(self, code: str | None, column: PledgeColumn | None = None) -> None:
        """Show another Member State; ``None`` where the table's cursor is on none.

        Args:
            code: Union code.
            column: the type of pledge under the cursor, which the page of how it is said turns to.
        """
        turned = column is not None and column is not self._column
        if column is not None and turned:
            self._turn_to(column)
        if code == self._code and not turned:
            return
        if code != self._code:
            self._given_up = None
        self._code = code
        self._subject = None if code is None or self._assessment is None else Subject(code, self._assessment)
        self._refresh_in_sight()

    def open_page(self, name: str) -> None:
        """Show a page and give it the keyboard."""
        if self._page.name != name:
            self._show_page(name)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use_drafts(self, drafts: Drafts) -> None:
        """Work with the drafts of another forum."""
        self.drafts = drafts
        self._given_up = None
        self._code = None
        self._subject = None
        self._refresh_in_sight()

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change something or only look."""
        self._read_only = read_only
        for page in self.pages.values():
            page.set_read_only(read_only)
        self._judge()

    def show_refusal(self, reason: str) -> None:
        """Say why edits could not be taken, where it was this panel that tried."""
        if self._taking:
            self.footer.refuse(reason)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self._scale = scale
        self.bar.set_scale(scale)
        self.notice.set_scale(scale)
        self._elsewhere.set_scale(scale)
        self.footer.set_scale(scale)
        for page in self.pages.values():
            page.set_scale(scale)
        self.setMinimumWidth(min(round(LEAST_WIDTH * scale), 2 * LEAST_WIDTH))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the page, or to the buttons that choose one where there is nothing to type."""
        target: QWidget = self._page.start() if self._page.isVisibleTo(self) else self.bar.buttons[self._page.name]
        target.setFocus(reason)
        self._reveal()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the page, then to the buttons that take, then out."""
        stop = next_stop(QApplication.focusWidget(), forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            self._reveal()
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what would change take the height that it needs at this width."""
        super().resizeEvent(event)
        self.footer.fit(self.height())

    # --------------------------------------------------------------------------------------------- what the person does

    def take(self) -> None:
        """Take the edits of the page as one step."""
        change = self._staged.change
        if change is None or self._code is None or self._read_only:
            return
        code, part = self._code, self._page.part
        draft = self.drafts.drop(code, part)
        self._taking = True
        try:
            taken = self._apply(change)
        finally:
            self._taking = False
        if not taken and draft is not None:
            self.drafts.keep(draft)
        self._given_up = None
        if taken:
            self._refresh()
        self.drafts_changed.emit()

    def revert(self) -> None:
        """Give the edits of the page up; they can be brought back until something else happens."""
        if self._code is None:
            return
        given_up = self.drafts.drop(self._code, self._page.part)
        if given_up is not None:
            self._given_up = given_up
            self._refresh()
            self.drafts_changed.emit()

    def _bring_back(self) -> None:
        if self._given_up is not None:
            self.drafts.keep(self._given_up)
            self._given_up = None
            self._refresh()
            self.drafts_changed.emit()
            self.setFocus()

    def _escape(self) -> None:
        if self._code is not None and self.drafts.of(self._code, self._page.part) is not None:
            self.revert()
        else:
            self.left.emit()

    def _turn_to(self, column: PledgeColumn) -> None:
        self._column = column
        said = self.pages.get(SaidPage.name)
        if isinstance(said, SaidPage):
            said.turn_to(column)

    def _turned(self) -> None:
        """Another part of the page is shown: its fields are filled from its own draft or record."""
        if isinstance(self._page, SaidPage):
            self._column = self._page.shown
        self._given_up = None
        self._refresh()

    def _edited(self) -> None:
        if self._subject is None or self._read_only:
            return
        page, code = self._page, self._subject.code
        form, recorded = page.form(), page.recorded(self._subject.record)
        former = self.drafts.of(code, page.part)
        if form == recorded:
            self.drafts.drop(code, page.part)
        else:
            base = former.base if former is not None else recorded
            self.drafts.keep(Draft(code, page.name, page.part, page.part_words, form, base))
        self._given_up = None
        self._judge()
        if (former is None) != (self.drafts.of(code, page.part) is None):
            self._mark()
            self.drafts_changed.emit()

    # ----------------------------------------------------------------------------------------------- what is shown

    def _show_page(self, name: str) -> None:
        self._page.hide()
        self._page = page = self._page_called(name)
        self._given_up = None
        self.bar.show_page(page.name)
        self.view.verticalScrollBar().setValue(0)
        self._refresh()

    def _refresh_in_sight(self) -> None:
        """Fill everything anew, where the panel is hidden not before it is shown: hidden it costs no entry time."""
        self._is_late = not self.isVisible()
        if not self._is_late:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what was left out while the panel was hidden."""
        super().showEvent(event)
        if not self._page.name:
            self._show_page(_PAGES[0].name)
        elif self._is_late:
            self._refresh()
        self._is_late = False

    def _refresh(self) -> None:
        """Fill everything anew from the record and the drafts."""
        subject, page = self._subject, self._page
        usable = subject is not None and subject.is_bound
        page.setVisible(usable)
        self.set_title("Member State" if subject is None else f"{subject.name} ({subject.code})")
        self.notice.say(_NOBODY if subject is None else "" if subject.is_bound else _NOT_BOUND)
        if subject is not None and usable:
            draft = self.drafts.of(subject.code, page.part)
            form: Any = page.recorded(subject.record) if draft is None else draft.form
            if page.subject is None or page.subject.code != subject.code or page.form() != form:
                page.show_subject(subject, form)
            else:
                page.subject = subject
                page.explain(subject)
        self._mark()
        self._judge()

    def _judge(self) -> None:
        """Say what the edits would change."""
        subject, page = self._subject, self._page
        draft = None if subject is None else self.drafts.of(subject.code, page.part)
        if subject is None or draft is None or not subject.is_bound:
            self._staged = Staged()
            page.show_problems({})
            self.footer.show_nothing(can_bring_back=self._given_up is not None)
            return
        self._staged = page.stage(draft.form, subject)
        page.show_problems(self._staged.problems)
        is_stale = draft.base != page.recorded(subject.record)
        self.footer.show_staged(self._staged, subject, is_stale=is_stale)
        self._reveal()

    def _mark(self) -> None:
        """Mark pages and Member States with edits that are not taken yet."""
        code = self._code or ""
        self.bar.mark(self.drafts.pages(code))
        self._elsewhere.show_drafts(self.drafts.elsewhere(code))

    def _go_to(self, draft: Draft) -> None:
        self.state_wanted.emit(draft.code)
        if draft.page == SaidPage.name:
            self._turn_to(PledgeColumn(draft.part.rpartition(".")[2]))
        self._show_page(draft.page)
        self.setFocus()

    def _reveal(self) -> None:
        """Keep what has the keyboard in sight."""
        widget = QApplication.focusWidget()
        if widget is not None and self._body.isAncestorOf(widget):
            self.view.ensureWidgetVisible(widget, 0, Space.XL)

    def _dress(self) -> None:
        for button in self._buttons:
            button.setIcon(theme().icon(button.objectName(), theme().colours.text))
