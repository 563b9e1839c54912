"""The window of the vote on the act: ticks by single keys, bars, the verdict in words, who could turn it."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.changes import SetVote
from desktop_app.calc.majority import MEMBERS, POPULATION, Standing, Verdict, simple_majority, standing_of
from desktop_app.calc.vote import BallotLine, Vote
from desktop_app.calc.vote_words import percent_of, turning_words, verdict_words
from desktop_app.calc.wording import day, percent
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.vote.bars import Level, Levels
from desktop_app.views.vote.following import FiguresWindow
from desktop_app.views.vote.vote_list import VoteList, lines_of

_SIZE: Final = QSize(1120, 860)
_HINT: Final = marked(
    "y yes, n no, a abstains, Delete not yet; Ctrl+Z takes a tick back, Enter asks why, Esc closes, F1 helps"
)
_TONES: Final = {
    Verdict.NOT_VOTED: "muted",
    Verdict.REACHED: "ok",
    Verdict.OPEN: "text",
    Verdict.MISSED: "block",
    Verdict.UNKNOWN: "unknown",
}


class VoteWindow(FiguresWindow):
    """Who votes how; every tick is one change of the forum, which can be undone.

    Signals:
        details_wanted(): day and act of the vote, or the voting population, are to be edited.
    """

    details_wanted = Signal()
    low = 700

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without votes; :meth:`show_desk` fills it."""
        self.votes = VoteList()
        super().__init__(parent, tr("Vote on the act"), self.votes, _HINT)
        self._standing: Standing | None = None
        self.words = ToneLabel(legible(_words()), Type.CAPTION, "muted")
        self.verdict = ToneLabel("", Type.HEADING)
        self.turning = ToneLabel("", Type.BODY)
        self.particulars = ToneLabel("", Type.CAPTION, "muted")
        self.levels = Levels(3, lambda figure: self.asked.emit(figure, ""))
        self.wrapping(self.words, self.verdict, self.turning, self.particulars)
        self._ticks = [
            self._button(tr("&Yes"), lambda: self.tick(Vote.YES)),
            self._button(tr("&No"), lambda: self.tick(Vote.NO)),
            self._button(tr("&Abstains"), lambda: self.tick(Vote.ABSTAIN)),
            self._button(tr("No&t yet"), lambda: self.tick(None)),
            self._button(tr("All who have not &voted: yes"), self.all_yes),
            self._button(tr("&Day, act and population…"), self.details_wanted.emit),
        ]
        # Y is for yes.
        self.copy_button.setText(tr("&Copy"))
        self.votes.ticked.connect(self.tick)
        self.votes.entered.connect(self._ask)
        ticks = QHBoxLayout()
        ticks.setSpacing(Space.S)
        for button in self._ticks:
            ticks.addWidget(button)
        ticks.addStretch(1)
        parts = (self.verdict, self.levels, self.turning, self.refusal, self.list, ticks, self.particulars, self.words)
        stops = (self.votes, *self._ticks, *self.levels.figures)
        self.lay_out(parts, _SIZE, "Ctrl+Shift+Q", stops)
        for text, key, does in ((tr("Undo"), "Ctrl+Z", self.undo), (tr("Redo"), "Ctrl+Y", self.redo)):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, does=does: does())
            self.addAction(action)

    def _button(self, text: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: does())
        return button

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "The vote"

    # ----------------------------------------------------------------------------------------------------- ticking

    def tick(self, vote: Vote | None) -> None:
        """Record a vote of the current state, or of every selected one, as one change."""
        codes = [self.codes[row] for row in self.votes.chosen if row < len(self.codes)]
        if codes and self._record(codes, vote):
            self.votes.go_on()
        self.votes.setFocus()

    def all_yes(self) -> None:
        """Record a yes of everybody who has not voted, as one change."""
        if self._standing is not None and self._standing.of(None):
            self._record(self._standing.of(None), Vote.YES)
        self.votes.setFocus()

    def undo(self) -> None:
        """Take the last change of the forum back, as in the main window."""
        if self._desk is not None and not self._desk.read_only:
            self._desk.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._desk is not None and not self._desk.read_only:
            self._desk.redo()

    def _record(self, codes: list[str] | tuple[str, ...], vote: Vote | None) -> bool:
        if self._desk is None or self._desk.read_only:
            return False
        ballot = self._desk.assessment.forum.vote
        lines = [BallotLine(code, vote, ballot.line(code).population) for code in codes]
        changed = ballot.with_lines(lines)
        return changed == ballot or bool(self._desk.apply(SetVote(changed)))

    # ----------------------------------------------------------------------------------------------------- content

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the vote as it stands."""
        if not isinstance(assessment, AnnualPoolAssessment):
            return
        self._standing = standing = standing_of(assessment.forum)
        self.refusal.hide()
        self.say_standing()
        self.codes = tuple(standing.votes)
        self.verdict.set_tone(_TONES[standing.verdict])
        self.verdict.setText(legible(verdict_words(standing)))
        self.turning.setText(legible("\n".join(tr(turning_words(standing, each)) for each in standing.turning)))
        self.turning.setVisible(bool(standing.turning))
        self.levels.show_levels(levels_of(standing))
        self.particulars.setText(legible(particulars_of(assessment, standing)))
        self.list.show_lines(lines_of(standing))
        writes = self._desk is not None and not self._desk.read_only
        for button in self._ticks:
            button.setEnabled(writes and bool(self.codes))

    def copy(self) -> None:
        """Put verdict, figures and every vote on the clipboard."""
        self.list.clearSelection()
        self.list.copy()
        clipboard = QApplication.clipboard()
        said = [self.verdict.text(), self.levels.text, self.turning.text(), self.particulars.text()]
        clipboard.setText("\n\n".join([part for part in said if part] + [clipboard.text()]))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.levels.set_scale(scale)
        for button in self._ticks:
            button.setFont(theme().font(Type.BODY, scale))
        super().set_scale(scale)

    def say_less(self, less: bool) -> None:
        """Leave the law's words out where the window is low."""
        self.words.setVisible(not less)

    def _ask(self, line: int) -> None:
        code = self.code_of(line)
        if code is not None:
            self.asked.emit("vote_population_percent", code)


def _words() -> str:
    return tr(
        "Annual pool: the Council adopts its implementing act by qualified majority of the participating "
        "Member States (Art. 57(1); Art. 238(3)(a) TFEU), 55 % of them with 65 % of their population; a "
        "blocking minority needs the fewest with more than 35 %, plus one. The Forum itself does not "
        "vote; the Council reconvenes it by simple majority, {simple_majority} (Art. 13(4)). The acts of "
        "COM(2020) 610 are the Commission's: no vote there.",
        simple_majority=simple_majority(),
    )


def levels_of(standing: Standing) -> tuple[Level, ...]:
    """Return the three bars: states, population, and those who do not say yes against a blocking minority."""
    return _members(standing), _population(standing), _blocking(standing)


def _members(standing: Standing) -> Level:
    yes, members, needed = len(standing.of(Vote.YES)), standing.members, standing.needed
    ratio = Fraction(yes, members) if members else None
    met = yes >= needed if members else None
    verdict = tr("at least {needed} needed (55\u00a0%)", needed=needed) if members else tr("no members")
    mark = Fraction(needed, members) if members else MEMBERS
    return Level(
        tr("States that say yes"),
        ratio,
        mark,
        tr("{yes} of {members}", yes=yes, members=members),
        met,
        verdict,
        "vote_members_needed",
    )


def _population(standing: Standing) -> Level:
    share = standing.yes_share
    title, asked = tr("Their population"), "vote_yes_percent"
    if share is None:
        return Level(title, None, POPULATION, tr("not known"), None, tr("a voting population is missing"), asked)
    figure = percent(share, percent_of(share).decimals or 2)
    return Level(title, share, POPULATION, figure, share >= POPULATION, tr("at least 65\u00a0% needed"), asked)


def _blocking(standing: Standing) -> Level:
    opposed, share, needed = standing.not_yes, standing.share(standing.not_yes), standing.blocking
    title, asked = tr("States that do not (yet)"), "vote_blocking"
    if share is None or needed is None:
        return Level(title, None, None, f"{len(opposed)}", None, tr("whether they block is not known"), asked)
    figure = tr("{count}, with {percent}", count=len(opposed), percent=percent(share))
    can = len(opposed) >= needed
    verdict = (
        tr("enough to block: {needed} with more than 35\u00a0%", needed=needed)
        if can
        else tr("too few to block: {needed} with more than 35\u00a0%", needed=needed)
    )
    mark = Fraction(needed, standing.members)
    return Level(title, Fraction(len(opposed), standing.members), mark, figure, not can, verdict, asked)


def particulars_of(assessment: AnnualPoolAssessment, standing: Standing) -> str:
    """Say which act is voted on, when, and whose population figures count."""
    ballot, key = standing.ballot, assessment.forum.key
    act = ballot.reference or tr("act without a reference yet")
    said = tr("Vote on {act}.", act=_dated(act, ballot.date))
    if standing.own_populations:
        source = ballot.population_source or tr("source not recorded")
        words = tr(
            "Voting population: the Council's own figures ({source}).", source=_dated(source, ballot.population_date)
        )
        return f"{said} {words}"
    source = key.population_source or tr("source not recorded")
    words = tr(
        "Voting population: that of the key stands in for the Council's figures ({source}).",
        source=_dated(source, key.population_date),
    )
    return f"{said} {words}"


def _dated(named: str, when: date | None) -> str:
    return named if when is None else f"{named}, {tr(day(when))}"
