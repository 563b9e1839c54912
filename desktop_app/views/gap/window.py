"""The window that asks what would close the gap: limits on the left, proposals and what they would do on the right."""

from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QTabWidget, QWidget
from PySide6.QtWidgets import QVBoxLayout as Column

from desktop_app.calc.gap.books import any_ground, book_of
from desktop_app.calc.gap.explanation import missing_words
from desktop_app.calc.gap.limit_entry import UnderstoodLimits, read_for_everybody
from desktop_app.calc.gap.problem import Ground, NotStated
from desktop_app.calc.gap.proposal import Outcome, Proposal
from desktop_app.calc.gap.target import Target, about, names_proposal, targets_of
from desktop_app.calc.sentences import say
from desktop_app.views.background import Worker
from desktop_app.views.classified import ClassifiedBand
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.fields import ChoiceField, Read, TypedField
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.gap.limits_pane import LimitsPane
from desktop_app.views.gap.opening import open_as_scenario
from desktop_app.views.gap.results import (
    CONFLICT_COLUMNS,
    as_text,
    conflict_lines,
    proposal_columns,
    proposal_lines,
    state_columns,
    state_lines,
    why_page,
)
from desktop_app.views.language import shown, tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import SideWindow
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.why.browser import LinksBrowser

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.calc.gap.limits import Limit
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1340, 780)
_KEY: Final = "Ctrl+F9"
_LARGE: Final = 1.5
_SOON: Final = 250
"""Milliseconds after the last edit at which the search begins."""
_EVERYBODY: Final = "100%"
_LOOSEN: Final = say("Some of the limits below have to give way; Enter on one goes to it.")
_HINT: Final = say("Esc closes, F1 helps")
_WORDS: Final = say(
    "Nobody is bound by a proposal: it says which pledges would be enough. A state of which something is not recorded "
    "is not known to give nothing; a proposal that asks it supposes none for the rest, and says so."
)


def _read_everybody(text: str) -> Read[tuple["Limit", ...]]:
    read = read_for_everybody(text)
    if isinstance(read, UnderstoodLimits):
        return Read(read.limits, "")
    return Read(problem=read.reason, unfinished=read.unfinished)


class GapWindow(SideWindow):
    """Asks and shows; whatever is changed in it or in the forum is asked anew, beside the window."""

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a forum; :meth:`show_desk` gives it one."""
        super().__init__(parent, tr("What would close the gap?"))
        self.desk: Desk | None = None
        self.outcome: Outcome | None = None
        self._ground: Ground | NotStated | None = None
        self._limits: tuple[Limit, ...] = ()
        self._run = 0
        self._stopping = Event()
        self._codes: list[str] = []
        self._make_parts()
        self._lay_out()
        self.worker = Worker(self)
        self.worker.done.connect(self._arrived)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.ask)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "What would close the gap?"

    # ------------------------------------------------------------------------------------------------------ its parts

    def _make_parts(self) -> None:
        self.target = ChoiceField(tr("&Target"), [(each, each.value) for each in Target])
        self.everybody = TypedField(
            tr("&Nobody above, of its fair share (rounded up)"), _read_everybody, tr("no such limit")
        )
        self.everybody.put(_EVERYBODY)
        self.marking = ClassifiedBand()
        self.about = ToneLabel("", Type.CAPTION, "muted")
        self.said = ToneLabel("", Type.STRONG)
        self.words = ToneLabel(legible(_WORDS), Type.CAPTION, "muted")
        self.hint = ToneLabel(_HINT, Type.CAPTION, "muted")
        self._labels = (self.about, self.said, self.words, self.hint)
        for label in self._labels:
            label.setWordWrap(True)
        self.limits = LimitsPane()
        self.proposals = FigureList(tr("Proposals"), proposal_columns(has_key=True))
        self.conflicts = FigureList(tr("Limits that conflict"), CONFLICT_COLUMNS)
        self.states = FigureList(tr("Who adds what"), state_columns(has_key=True))
        self.consequences = ConsequencesView()
        self.why = LinksBrowser()
        self.why.setAccessibleName(tr("Why this proposal"))
        self.open_button, self.stop_button, self.copy_button, self.close_button = (
            QPushButton(tr("&Open as a scenario")),
            QPushButton(tr("&Stop the search")),
            QPushButton(tr("Cop&y")),
            QPushButton(tr("Clos&e")),
        )
        self._buttons = (self.open_button, self.stop_button, self.copy_button, self.close_button)
        for button in self._buttons:
            button.setAutoDefault(False)
        self.target.edited.connect(self.pose)
        self.everybody.edited.connect(self.pose)
        self.limits.edited.connect(self.pose)
        self.limits.listed.connect(self._order_tabs)
        self.proposals.currentCellChanged.connect(lambda *_places: self._show_chosen())
        self.conflicts.entered.connect(self._go_to_limit)
        self.open_button.clicked.connect(lambda _checked=False: self.open_scenario())
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        theme().changed.connect(self._show_chosen)

    def _lay_out(self) -> None:
        right = QWidget()
        found = Column(right)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(Space.S)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.states, tr("Who &adds what"))
        self.tabs.addTab(self.consequences, tr("What &follows"))
        self.tabs.addTab(self.why, tr("W&hy?"))
        shown = QSplitter(Qt.Orientation.Vertical)
        shown.setChildrenCollapsible(False)
        shown.setHandleWidth(Space.S)
        shown.addWidget(self.proposals)
        shown.addWidget(self.tabs)
        shown.setSizes([170, 400])
        self.found = QStackedWidget()
        self.found.addWidget(shown)
        self.found.addWidget(self.conflicts)
        self.found.addWidget(QWidget())
        found.addWidget(self.said)
        found.addWidget(self.found, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(Space.L)
        self.split.addWidget(self.limits)
        self.split.addWidget(right)
        self.split.setSizes([600, 700])
        fields = QHBoxLayout()
        fields.setSpacing(Space.L)
        fields.addWidget(self.target, 3)
        fields.addWidget(self.everybody, 2)
        last = QHBoxLayout()
        last.addWidget(self.hint, 1)
        for button in self._buttons:
            last.addWidget(button)
        body = QWidget()
        whole = Column(body)
        whole.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        whole.setSpacing(Space.S)
        whole.addWidget(self.marking)
        whole.addLayout(fields)
        whole.addWidget(self.about)
        whole.addWidget(self.split, 1)
        whole.addWidget(self.words)
        whole.addLayout(last)
        self.finish(body, _SIZE, _KEY)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in self._labels:
            label.set_scale(scale)
        for part in (
            self.marking,
            self.target,
            self.everybody,
            self.limits,
            self.proposals,
            self.conflicts,
            self.states,
        ):
            part.set_scale(scale)
        for widget in (*self._buttons, self.tabs.tabBar(), self.why):
            widget.setFont(theme().font(Type.BODY, scale))
        self.consequences.set_scale(scale)
        # Large letters need the height for the proposals; the manual and "Why?" say the same.
        self.words.setVisible(scale < _LARGE)

    # ---------------------------------------------------------------------------------------------------- the question

    def show_desk(self, desk: "Desk | None") -> None:
        """Ask about a desk's forum: as it is shown now, and whenever it is another."""
        if desk is not self.desk:
            if self.desk is not None:
                self.desk.assessed.disconnect(self._follow)
            self.desk = desk
            if desk is not None:
                desk.assessed.connect(self._follow)
        if desk is None:
            self.stop()
            return
        self._offer(desk.assessment)
        self.pose()

    def _follow(self, assessment: "Assessment") -> None:
        if self.isVisible():
            self._offer(assessment)
            self.pose()

    def _offer(self, assessment: "Assessment") -> None:
        """Offer the targets of the procedure and a row for each of its states; what was typed stays."""
        procedure = assessment.forum.procedure
        self.target.offer([(each, upper_first(about(procedure, each).title)) for each in targets_of(procedure)])
        self.limits.offer(assessment)

    def _order_tabs(self) -> None:
        """Let Tab go from the fields through the table to the proposals."""
        if self.limits.grid is not None:
            self.setTabOrder(self.everybody.input, self.limits.grid)
            self.setTabOrder(self.limits.grid, self.proposals)

    def pose(self) -> None:
        """Read target and limits; search soon where they can be read, else say what to correct."""
        if self.desk is None:
            return
        assessment = self.desk.assessment
        target: Target = self.target.value
        told = about(assessment.forum.procedure, target)
        forum = assessment.forum
        self.marking.mark(forum, holds=names_proposal(forum, target))
        self.about.setText(
            legible(
                tr(
                    "Reached when {words} ({reference}; {status}).",
                    words=tr(told.words),
                    reference=tr(told.reference),
                    status=tr(told.status.value),
                )
            )
        )
        self._ground = book_of(assessment).ground_of(assessment, target)
        self._soon.stop()
        self._stopping.set()
        self._run += 1
        self.outcome = None
        beside = self._ground if isinstance(self._ground, Ground) else any_ground(assessment)
        self._limits, wrong = self.limits.read(self._ground, self.everybody.raw, beside)
        if isinstance(self._ground, NotStated):
            self._say(self._ground.words, "ok" if self._ground.is_reached else "unknown")
            return
        has_key = self._ground.has_key
        self.everybody.setVisible(has_key)
        self.proposals.name_columns(proposal_columns(has_key=has_key))
        self.states.name_columns(state_columns(has_key=has_key))
        if wrong or self.everybody.problem:
            self._say(" ".join((tr("Correct the limits first."), shown(wrong or self.everybody.problem))), "block")
            return
        self._say(tr("Searching…"), "muted", keep=True)
        self.stop_button.setEnabled(True)
        self._soon.start()

    def ask(self) -> None:
        """Search beside the window."""
        if self.desk is None:
            return
        from desktop_app.solver.closing import close_gap

        assessment, target, limits = self.desk.assessment, self.target.value, self._limits
        stopping = self._stopping = Event()
        self.worker.start(str(self._run), lambda: close_gap(assessment, target, limits, stopping.is_set))

    def stop(self) -> None:
        """End the search; what was found by then is shown."""
        if self._soon.isActive():
            self._soon.stop()
            self._say(tr("The search was stopped. Change a limit to search again."), "muted")
        self._stopping.set()

    def closeEvent(self, event: object) -> None:
        """Search no more for nobody."""
        self._soon.stop()
        self._stopping.set()
        super().closeEvent(event)  # type: ignore[arg-type]  # Qt's own event

    # ------------------------------------------------------------------------------------------------------ the answer

    def _arrived(self, name: str, result: object) -> None:
        if name != str(self._run):
            return
        self.stop_button.setEnabled(False)
        if not isinstance(result, Outcome):
            self._say(tr("The search failed: {result}", result=str(result)), "block")
            return
        self.outcome = result
        if result.proposals:
            self._say(missing_words(result), "text")
            self.found.setCurrentIndex(0)
            self.proposals.show_lines(proposal_lines(result))
            self.proposals.setCurrentCell(0, 0)
            self._show_chosen()
        elif result.conflicts:
            lines, self._codes = conflict_lines(result)
            self._say(" ".join((tr("Nothing reaches the target within these limits."), tr(_LOOSEN))), "block")
            self.conflicts.show_lines(lines)
            self.found.setCurrentIndex(1)
        else:
            self._say(result.words or tr("The search was stopped."), "ok" if result.is_reached else "muted")
        self._enable()

    @property
    def chosen(self) -> Proposal | None:
        """The proposal under the cursor."""
        row = self.proposals.currentRow()
        if self.outcome is None or not 0 <= row < len(self.outcome.proposals):
            return None
        return self.outcome.proposals[row]

    def _show_chosen(self) -> None:
        proposal = self.chosen
        if proposal is None or self.outcome is None:
            return
        self.states.show_lines(state_lines(self.outcome, proposal))
        self.consequences.show_consequences(self.outcome.before, proposal.after)
        self.why.show_page(why_page(self.outcome, proposal, theme().colours))

    def _say(self, words: str, tone: str, *, keep: bool = False) -> None:
        """Say how it stands; ``keep`` leaves the former answer in sight, greyed, until the next one is there."""
        self.said.set_tone(tone)
        self.said.setText(legible(words))
        self.found.setEnabled(not keep)
        if not keep:
            self.found.setCurrentIndex(2)
            self.stop_button.setEnabled(False)
        self._enable()

    def _enable(self) -> None:
        has_one = self.chosen is not None and self.found.currentIndex() == 0
        cannot = self.desk is None or self.desk.file.is_read_only
        self.open_button.setEnabled(has_one and not cannot)
        self.open_button.setToolTip(tr("Another desk types; scenarios are its to make.") if cannot else "")
        self.copy_button.setEnabled(self.outcome is not None)

    def _go_to_limit(self, line: int) -> None:
        code = self._codes[line] if line < len(self._codes) else ""
        if not self.limits.go_to(code):
            self.everybody.input.setFocus()

    def copy(self) -> None:
        """Put everything that was found on the clipboard."""
        if self.outcome is not None:
            parts = (self.marking.copied, self.said.text(), as_text(self.outcome))
            QApplication.clipboard().setText("\n\n".join(filter(None, parts)))

    def open_scenario(self) -> None:
        """Open the chosen proposal as a scenario, and show that in the main window."""
        proposal = self.chosen
        if proposal is None or self.outcome is None or self.desk is None:
            return
        problem = open_as_scenario(self.desk, self.outcome, proposal)
        if problem:
            self.said.set_tone("block")
            self.said.setText(legible(problem))
            return
        self.close()
