"""A Member State panel of plans: one revision's form, with what is staged of it (COM(2020) 610)."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.calc.changes import Change
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.search_and_rescue import Round, RoundKind
from desktop_app.views.editors.drafts import Draft, Drafts
from desktop_app.views.fields.reading import day_text
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.plan_form.annex import ADOPTED, Annex, PlansAssessment, plans_of
from desktop_app.views.plan_form.frame import Page, RevisionFrame
from desktop_app.views.plan_form.head import PlanHead
from desktop_app.views.plan_form.subject import PlanStaged, PlanSubject
from desktop_app.views.plan_form.words import revision_name

PAGE: Final = "plan"
"""Name of the one page, under which drafts are kept."""
NOT_TAKEN: Final = marked("The first plan is not taken yet: take it with Ctrl+Enter, then revise it in the forum.")
_NOBODY: Final = marked("Choose a Member State in the table.")


def no_plan(annex: Annex) -> str:
    """Say why nothing can be revised."""
    return tr(
        "There is no plan to revise yet: record the first plan, then revise it in the forum (Art. {revised}).",
        revised=annex.revised,
    )


class RevisionPanel(RevisionFrame[Page]):
    """Stages edits of one revision of one plan at a time."""

    idle_title = marked("Response plan")
    """What the panel is called while it shows nobody."""
    begins_at = "plan"
    """The column at which a new revision is begun."""

    def __init__(self, apply: Callable[[Change], bool], head: PlanHead, page: Page) -> None:
        """Make the panel without a Member State.

        Args:
            apply: takes a change; tells whether it was taken.
            head: what stands above the form.
            page: the form.
        """
        super().__init__(self.idle_title, apply, head, page)
        self._assessment: PlansAssessment | None = None
        self._revision = 0
        self._staged = PlanStaged()
        self._connect()
        self.connect_taking()

    def _connect(self) -> None:
        self.waiting.chosen.connect(self.state_wanted)
        self.page.edited.connect(self._edited)
        self.head.chosen.connect(self.show_revision)
        self.head.revise_wanted.connect(self.revise)
        self.head.removal_wanted.connect(self.remove_latest)
        self.head.all_wanted.connect(self.revisions_wanted)
        for part in (self.head, self.page):
            part.asked.connect(self.asked)

    # ----------------------------------------------------------------------------------------- what each form answers

    def form_of(self, plan: Any) -> Any:
        """Return what the fields show of a plan; of ``None``, an empty form."""
        raise NotImplementedError

    def revised(self, plan: Any, submitted: str) -> Any:
        """Return the form of the revision after a plan: the same but for the day on which it is handed in."""
        raise NotImplementedError

    def stage(self, form: Any, subject: PlanSubject) -> PlanStaged:
        """Read a form and try it on the forum."""
        raise NotImplementedError

    def removal(self, code: str, revision: int) -> Change:
        """Return what takes a revision out."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------ what the owner uses

    @property
    def part(self) -> str:
        """Id of the draft of the revision that is shown."""
        return _part(self._revision)

    @property
    def staged_change(self) -> Change | None:
        """What would be taken; ``None`` while something is wrong, and where nothing would change."""
        return self._staged.change

    @property
    def revision(self) -> int:
        """The revision that is shown."""
        return self._revision

    @property
    def subject(self) -> PlanSubject | None:
        """What is shown, in the forum as it stands; ``None`` without a Member State."""
        if self._code is None or self._assessment is None:
            return None
        return PlanSubject(self._code, self._revision, self._assessment)

    def show_assessment(self, assessment: PlansAssessment) -> None:
        """Show the figures of now; edits that are not taken stay."""
        self._assessment = assessment
        self._settle()
        self._refresh_in_sight()

    def show_state(self, code: str | None) -> None:
        """Show another Member State's plan, its latest revision; ``None`` where the table's cursor is on none."""
        if code == self._code:
            return
        self._given_up = None
        self._code = code
        self._revision = self._latest()
        self.view.verticalScrollBar().setValue(0)
        self._refresh_in_sight()

    def show_revision(self, revision: int) -> None:
        """Show another revision of the same plan."""
        if revision != self._revision:
            self._given_up = None
            self._revision = revision
            self._refresh_in_sight()

    def open_at(self, column: str) -> None:
        """Give the keyboard to the field that a column of the table or of a finding means."""
        self.reveal_after(self.page.start(column), Qt.FocusReason.TabFocusReason)
        here = QApplication.focusWidget()
        if isinstance(here, QLineEdit):
            # As after Tab: what is typed replaces what stands there, also where the keyboard was there already.
            here.selectAll()

    def use_drafts(self, drafts: Drafts) -> None:
        """Work with the drafts of another forum."""
        self._revision = 0
        super().use_drafts(drafts)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change something or only look."""
        self._read_only = read_only
        self.page.set_read_only(read_only)
        self.head.set_read_only(read_only)
        self._mark()
        self._judge()

    # --------------------------------------------------------------------------------------------- what the person does

    def revise(self) -> None:
        """Begin the revision after the latest: the same plan, open to what the forum may change (Art. 47(5), 52(4))."""
        subject = self.subject
        if subject is None or self._read_only:
            return
        latest = next(reversed(subject.revisions), None)
        if latest is None:
            is_drafted = self.drafts.of(subject.code, self.part) is not None
            self.footer.refuse(NOT_TAKEN if is_drafted else no_plan(subject.annex))
            return
        revision = latest.revision + 1
        if self.drafts.of(subject.code, _part(revision)) is None:
            form = self.revised(latest, day_text(proposed_day(subject.forum)))
            words = tr("plan (Rev) {revision}", revision=revision)
            self.drafts.keep(Draft(subject.code, PAGE, _part(revision), words, form, self.form_of(None)))
            self.drafts_changed.emit()
        self._given_up = None
        self._revision = revision
        self._refresh()
        self.open_at(self.begins_at)

    def remove_latest(self) -> None:
        """Take the latest revision out of the forum, as one step that can be undone."""
        subject = self.subject
        latest = None if subject is None else next(reversed(subject.revisions), None)
        if latest is None or self._read_only:
            return
        drafted = self.drafts.drop(latest.code, _part(latest.revision))
        if self.try_change(self.removal(latest.code, latest.revision)):
            self._settle()
            self._refresh()
        elif drafted is not None:
            self.drafts.keep(drafted)
        self.drafts_changed.emit()
        self.setFocus()

    def _edited(self) -> None:
        subject = self.subject
        if subject is not None and not self._read_only:
            words = tr("plan (Rev) {revision}", revision=self._revision) if self._revision else tr("first plan")
            form, recorded = self.page.form(), self.form_of(subject.plan)
            self.keep_edits(Draft(subject.code, PAGE, self.part, words, form, recorded))

    # ----------------------------------------------------------------------------------------------- what is shown

    def _latest(self) -> int:
        """Return the latest revision there is of the Member State, recorded or begun."""
        if self._code is None or self._assessment is None:
            return 0
        recorded = plans_of(self._assessment.forum).revisions(self._code)
        return max((*(plan.revision for plan in recorded), *self._drafted()), default=0)

    def _drafted(self) -> list[int]:
        return [_number(draft) for draft in self.drafts.all() if draft.code == self._code]

    def _turn_to_draft(self, draft: Draft) -> None:
        self._revision = _number(draft)

    def _settle(self) -> None:
        """Show a revision that is there still: one may have been removed, undone or given up."""
        subject = self.subject
        is_there = subject is not None and (subject.plan is not None or self._revision in self._drafted())
        if not is_there:
            self._revision = self._latest()

    def _refresh(self) -> None:
        """Fill everything anew from the record and the drafts."""
        subject = self.subject
        self.page.setVisible(subject is not None)
        self.head.setVisible(subject is not None)
        self.waiting.setVisible(subject is None and self._assessment is not None)
        self.notice.say("" if subject is not None else _NOBODY)
        if subject is None:
            self.set_title(self.idle_title)
            if self._assessment is not None:
                self.waiting.show_assessment(self._assessment)
        else:
            name = f"{state_name(subject.code)} ({subject.code})"
            self.set_title(f"{name}, {shown(revision_name(subject.revision))}")
            draft = self.drafts.of(subject.code, self.part)
            form = self.form_of(subject.plan) if draft is None else draft.form
            former = self.page.subject
            is_same = former is not None and (former.code, former.revision) == (subject.code, subject.revision)
            if is_same and self.page.form() == form:
                self.page.explain(subject)
            else:
                self.page.show_subject(subject, form)
        self._mark()
        self._judge()

    def _judge(self) -> None:
        """Say what the edits would change."""
        subject = self.subject
        draft = None if subject is None else self.drafts.of(subject.code, self.part)
        if subject is None or draft is None:
            self._staged = PlanStaged()
            self.page.show_problems({})
            if subject is not None:
                self.page.show_figures(subject, None)
            self.footer.show_nothing(can_bring_back=self._given_up is not None)
            return
        self._staged = self.stage(draft.form, subject)
        self.page.show_problems(self._staged.problems)
        self.page.show_figures(subject, self._staged.outcome(subject))
        warning = tr("Warning: {adopted}", adopted=ADOPTED) if subject.recorded.act.adopted is not None else ""
        is_stale = draft.base != self.form_of(subject.plan)
        self.footer.show_staged(self._staged, subject, is_stale=is_stale, warning=warning)
        self.reveal()

    def _mark(self) -> None:
        """Mark revisions and Member States with edits that are not taken yet."""
        subject = self.subject
        if subject is not None:
            self.head.show_subject(subject, self._drafted())
        here = (self._code, self.part)
        self.elsewhere.show_drafts([each for each in self.drafts.all() if (each.code, each.part) != here])

    def _go_to(self, draft: Draft) -> None:
        self.state_wanted.emit(draft.code)
        if self._code == draft.code:
            self.show_revision(_number(draft))
        self.setFocus()


def proposed_day(forum: Forum) -> date | None:
    """Return the day that a revision made now is handed in on: the check's, or that of the latest round.

    A revision counts if it comes in up to the end of the forum (Art. 47(5), 52(4)): no day after that end is proposed,
    or the last day of the latest round where all of them are over. Rounds that a used pool called come after plans.
    """
    recorded = plans_of(forum)
    rounds = [each for each in recorded.rounds if not (isinstance(each, Round) and each.kind is RoundKind.POOL_USED)]
    held = [day for each in rounds for day in (each.opened, each.ended) if day is not None]
    ends = [each.ended for each in rounds if each.ended is not None]
    last = recorded.forum_ended or (max(ends) if ends and len(ends) == len(rounds) else None)
    today = forum.as_of or max(held, default=None) or as_of(forum)
    return last if last is not None and today is not None and today > last else today


def _part(revision: int) -> str:
    return f"{PAGE}.{revision}"


def _number(draft: Draft) -> int:
    return int(draft.part.rpartition(".")[2])
