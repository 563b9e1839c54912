"""The panel of a signatory: all its pledges, with what is staged of them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.calc.changes import Change
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.editors.drafts import Draft
from desktop_app.views.editors.staging_panel import StagingPanel
from desktop_app.views.editors.tab_order import next_stop
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import Space, Type
from desktop_app.views.voluntary_form.forms import pledges_form
from desktop_app.views.voluntary_form.page import PledgePage
from desktop_app.views.voluntary_form.subject import PledgesStaged, PledgeSubject, stage

PAGE: Final = "pledges"
"""Name of the one page, under which drafts are kept."""
_NOBODY: Final = marked("Choose a signatory in the table.")


class PledgePanel(StagingPanel):
    """Stages edits of the pledges of one signatory at a time."""

    def __init__(self, apply: Callable[[Change], bool]) -> None:
        """Make the panel without a signatory.

        Args:
            apply: takes a change; tells whether it was taken.
        """
        super().__init__(tr("Pledges"), Type.BODY, apply)
        self._assessment: VoluntaryAssessment | None = None
        self._staged = PledgesStaged()
        self.page = PledgePage()
        self.notice.setContentsMargins(Space.M, 0, Space.M, Space.S)
        self.lay_out(inside=(self.notice, self.page))
        self._inside.addStretch(1)
        self.page.edited.connect(self._edited)
        self.connect_taking()

    # ------------------------------------------------------------------------------------------ what the owner uses

    @property
    def part(self) -> str:
        """Id of the draft that is shown."""
        return PAGE

    @property
    def staged_change(self) -> Change | None:
        """What would be taken; ``None`` while something is wrong, and where nothing would change."""
        return self._staged.change

    @property
    def subject(self) -> PledgeSubject | None:
        """What is shown, in the forum as it stands; ``None`` without a signatory."""
        if self._code is None or self._assessment is None:
            return None
        return PledgeSubject(self._code, self._assessment)

    def show_assessment(self, assessment: VoluntaryAssessment) -> None:
        """Show the figures of now; edits that are not taken stay."""
        self._assessment = assessment
        self._refresh_in_sight()

    def show_state(self, code: str | None) -> None:
        """Show another signatory's pledges; ``None`` where the table's cursor is on none."""
        if code == self._code:
            return
        self._given_up = None
        self._code = code
        self.view.verticalScrollBar().setValue(0)
        self._refresh_in_sight()

    def open_at(self, column: str) -> None:
        """Give the keyboard to the field that a column of the table or of a finding means."""
        self.page.start(column).setFocus(Qt.FocusReason.TabFocusReason)
        self.reveal()
        here = QApplication.focusWidget()
        if isinstance(here, QLineEdit):
            here.selectAll()

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change something or only look."""
        self._read_only = read_only
        self.page.set_read_only(read_only)
        self._judge()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.page.set_scale(scale)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the pledges."""
        if self.page.isVisibleTo(self):
            self.page.start().setFocus(reason)
            self.reveal()
        else:
            (next_stop(self._body, forward=True) or self.view).setFocus(reason)

    # --------------------------------------------------------------------------------------------- what the person does

    def _edited(self) -> None:
        subject = self.subject
        if subject is not None and not self._read_only:
            recorded = pledges_form(subject.pledges)
            self.keep_edits(Draft(subject.code, PAGE, PAGE, "pledges", self.page.form(), recorded))

    def _go_to(self, draft: Draft) -> None:
        self.state_wanted.emit(draft.code)
        self.setFocus()

    # ----------------------------------------------------------------------------------------------- what is shown

    def _refresh(self) -> None:
        """Fill everything anew from the record and the drafts."""
        subject = self.subject
        self.page.setVisible(subject is not None)
        self.notice.say("" if subject is not None else _NOBODY)
        if subject is None:
            self.set_title(tr("Pledges"))
        else:
            self.set_title(tr("{name} ({code}), pledges", name=subject.name, code=subject.code))
            draft = self.drafts.of(subject.code, PAGE)
            form = pledges_form(subject.pledges) if draft is None else draft.form
            former = self.page.subject
            if former is not None and former.code == subject.code and self.page.form() == form:
                self.page.explain(subject)
            else:
                self.page.show_subject(subject, form)
        self._mark()
        self._judge()

    def _judge(self) -> None:
        """Say what the edits would change."""
        subject = self.subject
        draft = None if subject is None else self.drafts.of(subject.code, PAGE)
        if subject is None or draft is None:
            self._staged = PledgesStaged()
            self.page.show_problems({})
            self.footer.show_nothing(can_bring_back=self._given_up is not None)
            return
        self._staged = stage(draft.form, subject)
        self.page.show_problems(self._staged.problems)
        self.footer.show_staged(self._staged, subject, is_stale=draft.base != pledges_form(subject.pledges))
        self.reveal()

    def _mark(self) -> None:
        """Name other signatories with edits that are not taken yet."""
        self.elsewhere.show_drafts([each for each in self.drafts.all() if each.code != self._code])
