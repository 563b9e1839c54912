"""The Member State panel: the Member State of the table's current row, page by page, with what is staged of it."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import Change, PledgeColumn
from desktop_app.views.editors.drafts import Draft
from desktop_app.views.editors.page_bar import PageBar
from desktop_app.views.editors.pages.base import Page
from desktop_app.views.editors.pages.deductions import DeductionsPage
from desktop_app.views.editors.pages.measures import MeasuresPage
from desktop_app.views.editors.pages.particulars import ParticularsPage
from desktop_app.views.editors.pages.said import SaidPage
from desktop_app.views.editors.pages.status import StatusPage
from desktop_app.views.editors.stage import Staged, Subject
from desktop_app.views.editors.staging_panel import StagingPanel
from desktop_app.views.editors.tab_order import put_after
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import Space, Type

KEYS: Final = {"measures": "Ctrl+M", "deductions": "Ctrl+D", "status": "Ctrl+T", "said": "Ctrl+H", "particulars": ""}
"""What opens each page from anywhere in the window."""
_PAGES: Final[tuple[type[Page], ...]] = (MeasuresPage, DeductionsPage, StatusPage, SaidPage, ParticularsPage)
_NOBODY: Final = marked("Choose a Member State in the table.")
_NOT_BOUND: Final = marked(
    "Denmark is not bound by the Regulation (Protocol No 22, recital 90): nothing is recorded of it here."
)


class StatePanel(StagingPanel):
    """Stages edits of one Member State at a time, page by page."""

    def __init__(self, apply: Callable[[Change], bool]) -> None:
        """Make the panel without a Member State.

        Args:
            apply: takes a change; tells whether it was taken.
        """
        super().__init__(tr("Member State"), Type.CAPTION, apply)
        self.pages: dict[str, Page] = {}
        self._assessment: AnnualPoolAssessment | None = None
        # Stands in for a page until the panel is first shown.
        self._page = Page()
        self._column = PledgeColumn.RELOCATIONS
        self._scale = 1.0
        self._staged = Staged()
        self.bar = PageBar([(kind.name, kind.title, KEYS[kind.name]) for kind in _PAGES])
        self.notice.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        self.lay_out(above=(self.bar, self.notice))
        self.bar.chosen.connect(self._show_page)
        self.connect_taking()

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
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    @property
    def part(self) -> str:
        """Id of the draft that the page shows now."""
        return self._page.part

    @property
    def staged_change(self) -> Change | None:
        """What would be taken; ``None`` while something is wrong, and where nothing would change."""
        return self._staged.change

    @property
    def subject(self) -> Subject | None:
        """What is shown, in the forum as it stands; ``None`` without a Member State."""
        if self._code is None or self._assessment is None:
            return None
        return Subject(self._code, self._assessment)

    def show_assessment(self, assessment: AnnualPoolAssessment) -> None:
        """Show the figures of now; edits that are not taken stay."""
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
        self._refresh_in_sight()

    def open_page(self, name: str) -> None:
        """Show a page and give it the keyboard."""
        if self._page.name != name:
            self._show_page(name)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change something or only look."""
        self._read_only = read_only
        for page in self.pages.values():
            page.set_read_only(read_only)
        self._judge()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self._scale = scale
        self.bar.set_scale(scale)
        for page in self.pages.values():
            page.set_scale(scale)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the page, or to the buttons that choose one where there is nothing to type."""
        target: QWidget = self._page.start() if self._page.isVisibleTo(self) else self.bar.buttons[self._page.name]
        target.setFocus(reason)
        self.reveal()

    # --------------------------------------------------------------------------------------------- what the person does

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
        subject, page = self.subject, self._page
        if subject is not None and not self._read_only:
            recorded = page.recorded(subject.record)
            self.keep_edits(Draft(subject.code, page.name, page.part, page.part_words, page.form(), recorded))

    # ----------------------------------------------------------------------------------------------- what is shown

    def _show_page(self, name: str) -> None:
        self._page.hide()
        self._page = page = self._page_called(name)
        self._given_up = None
        self.bar.show_page(page.name)
        self.view.verticalScrollBar().setValue(0)
        self._refresh()

    def _come_in_sight(self) -> None:
        if not self._page.name:
            self._show_page(_PAGES[0].name)
        else:
            super()._come_in_sight()

    def _refresh(self) -> None:
        """Fill everything anew from the record and the drafts."""
        subject, page = self.subject, self._page
        usable = subject is not None and subject.is_bound
        page.setVisible(usable)
        self.set_title(tr("Member State") if subject is None else f"{subject.name} ({subject.code})")
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
        subject, page = self.subject, self._page
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
        self.reveal()

    def _mark(self) -> None:
        """Mark pages and Member States with edits that are not taken yet."""
        code = self._code or ""
        self.bar.mark(self.drafts.pages(code))
        self.elsewhere.show_drafts(self.drafts.elsewhere(code))

    def _go_to(self, draft: Draft) -> None:
        self.state_wanted.emit(draft.code)
        if draft.page == SaidPage.name:
            self._turn_to(PledgeColumn(draft.part.rpartition(".")[2]))
        self._show_page(draft.page)
        self.setFocus()
