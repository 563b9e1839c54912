"""What stands above the form: how it stands with the plan, its figures, and which revision is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.wording import day
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.fields import ChoiceField
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import shown, tr, upper_first
from desktop_app.views.plan_form.annex import Plan, PlansAssessment, plans_of, row_of
from desktop_app.views.plan_form.figures import Figure, FigureRow
from desktop_app.views.plan_form.subject import PlanSubject
from desktop_app.views.plan_form.words import counting_words, revision_name, standing_words
from desktop_app.views.theme import Space, Type, theme


class Sign(QWidget):
    """A sentence with an icon before it: colour is never the only sign."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._tone = "", "text"
        self._picture = QLabel()
        self.words = Words(role=Type.BODY, tone="text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        theme().changed.connect(self._draw)

    def say(self, words: str, icon: str, tone: str) -> None:
        """Say something else."""
        self._icon, self._tone = icon, tone
        self.words.say(words, tone)
        self._draw()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.words.set_scale(scale)
        self._draw()

    def _draw(self) -> None:
        side = self.words.fontMetrics().height()
        icon = theme().icon(self._icon, theme().colours.named(self._tone))
        self._picture.setPixmap(icon.pixmap(QSize(side, side)))


class PlanHead(QWidget):
    """Says how it stands, and lets the person choose, make and remove revisions.

    Signals:
        asked(str, object): a figure is asked why.
        chosen(int): another revision is to be shown.
        revise_wanted(): the person makes a revision.
        removal_wanted(): the person removes the latest revision.
        all_wanted(): the person wants to see the revisions side by side.
    """

    asked = Signal(str, object)
    chosen = Signal(int)
    revise_wanted = Signal()
    removal_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, *figures: Figure) -> None:
        """Make the head.

        Args:
            figures: what stands above the form.
        """
        super().__init__()
        self._read_only = False
        self.standing = Sign()
        self.figures = FigureRow(*figures)
        self.revision = ChoiceField(tr("Revision shown"), [(0, revision_name(0))])
        self.counts = Words()
        self.revise = QPushButton(tr("Revise in the forum"))
        self.revise.setToolTip(tr("Make the next revision of the plan (Ctrl+Shift+N)"))
        self.remove = QPushButton(tr("Remove"))
        self.beside = QPushButton(tr("Side by side…"))
        self.beside.setToolTip(tr("Show the revisions side by side (Ctrl+Shift+H)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        column.setSpacing(Space.XS)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, Space.S, Space.XS)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.revise, self.remove, self.beside):
            flow.addWidget(button)
        for part in (self.standing, self.figures, self.revision, self.counts, self._buttons):
            column.addWidget(part)
        self.figures.asked.connect(self.asked)
        self.revision.edited.connect(lambda: self.chosen.emit(self.revision.raw))
        self.revise.clicked.connect(lambda _checked=False: self.revise_wanted.emit())
        self.remove.clicked.connect(lambda _checked=False: self.removal_wanted.emit())
        self.beside.clicked.connect(lambda _checked=False: self.all_wanted.emit())

    def show_subject(self, subject: PlanSubject, drafted: Sequence[int]) -> None:
        """Show a revision's place among the others.

        Args:
            subject: the revision that is shown.
            drafted: numbers of the revisions with edits that are not taken.
        """
        words, icon, tone = standing_words(subject.row, subject.assessment, subject.today)
        self.standing.say(words, icon, tone)
        row = subject.row
        self.figures.setVisible(row is not None)
        if row is not None:
            self.figures.show_row(row, subject.assessment)
        recorded = {plan.revision: plan for plan in subject.revisions}
        numbers = sorted({*recorded, *drafted, subject.revision}, reverse=True)
        self.revision.offer([(each, _choice(each, recorded.get(each), subject.assessment)) for each in numbers])
        self.revision.put(subject.revision)
        self.revision.setVisible(len(numbers) > 1)
        self.counts.say(_counts(subject) if self._read_only else _changed(subject))
        latest = max(recorded, default=None)
        self.remove.setVisible(latest is not None)
        if latest is not None:
            self.remove.setText(
                tr("Remove (Rev) {revision}", revision=latest) if latest else tr("Remove the first plan")
            )
            self.remove.setToolTip(tr("Take the latest revision out, as one step that can be undone"))
        self.beside.setVisible(len(recorded) > 1)
        self.revise.setVisible(latest is not None)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person make and remove revisions or only look."""
        self._read_only = read_only
        self.revise.setEnabled(not read_only)
        self.remove.setEnabled(not read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for part in (self.standing, self.figures, self.revision, self.counts):
            part.set_scale(scale)
        for button in (self.revise, self.remove, self.beside):
            button.setFont(theme().font(Type.BODY, scale))


def _choice(number: int, plan: Plan | None, assessment: PlansAssessment) -> str:
    """Return the words of a revision in the choice."""
    name = upper_first(revision_name(number))
    if plan is None:
        return tr("{name} · new, not taken yet", name=name)
    _words, does = counting_words(plan, row_of(plan.code, assessment), plans_of(assessment.forum))
    handed = tr("no date") if plan.submitted is None else day(plan.submitted)
    return f"{name} · {shown(handed)} · {tr('counts') if does else tr('does not count')}"


def _counts(subject: PlanSubject) -> str:
    """Say whether the revision that is shown counts."""
    if subject.plan is None:
        return tr("No plan is recorded.")
    words, _does = counting_words(subject.plan, subject.row, subject.recorded)
    return f"{upper_first(words)}."


def _changed(subject: PlanSubject) -> str:
    """Say which revision corrections change, and whether it counts."""
    plan = subject.plan
    if plan is None:
        if not subject.revisions:
            return tr("No plan is recorded; what is typed here becomes the first plan.")
        return tr(
            "What is typed here becomes (Rev) {revision}; the others stay as they are.", revision=subject.revision
        )
    words, _does = counting_words(plan, subject.row, subject.recorded)
    return f"{_corrected(plan.revision, subject.revisions[-1].revision)} {tr('It {counts}.', counts=words)}"


def _corrected(revision: int, latest: int) -> str:
    """Say which revision corrections change."""
    if revision == latest:
        if revision:
            return tr("Corrections typed here change (Rev) {revision}.", revision=revision)
        return tr("Corrections typed here change the first plan.")
    if revision:
        return tr(
            "Corrections typed here change (Rev) {revision}, not the latest, (Rev) {latest}.",
            revision=revision,
            latest=latest,
        )
    return tr("Corrections typed here change the first plan, not the latest, (Rev) {latest}.", latest=latest)
