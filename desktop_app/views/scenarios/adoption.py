"""Adopting a scenario: what it changes in the record, where somebody has to choose, what follows, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.differences import Difference
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Moment, Scenario
from desktop_app.models.errors import BadInput
from desktop_app.models.three_way import Cell as Changed
from desktop_app.models.three_way import Side, ThreeWay
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields import NoteField
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.saved_mark import clock_text
from desktop_app.views.theme import Space, Type, legible, theme

_SIZE: Final = (1120, 720)
_TAKEN: Final = (
    Column(marked("Where")),
    Column(marked("What"), wraps=True),
    Column(marked("In the record"), wraps=True),
    Column(marked("Scenario")),
)
_CONFLICTS: Final = (
    Column(marked("Where and what"), wraps=True),
    Column(marked("Record"), wraps=True),
    Column(marked("Scenario"), wraps=True),
    Column(marked("Taken")),
)
_OPEN: Final = marked("choose")
_KEYS: Final = marked("The record has changed these since: R keeps the record's version, S takes the scenario's.")
_CHOSEN: Final = {Side.OURS: (marked("the record"), "lock"), Side.THEIRS: (marked("the scenario"), "document")}


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided.

    Attributes:
        choices: whose version is taken, by number of the conflict.
        reason: why, or ``None``.
    """

    choices: Mapping[int, Side]
    reason: str | None


class _Conflicts(FigureList):
    """The conflicts; R and S choose for the current one, and go on to the next."""

    def __init__(self, choose: Callable[[Side], None]) -> None:
        super().__init__(tr("Conflicts"), _CONFLICTS)
        self._choose = choose

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by one letter."""
        sides = {Qt.Key.Key_R: Side.OURS, Qt.Key.Key_S: Side.THEIRS}
        side = sides.get(Qt.Key(event.key()))
        if side is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self._choose(side)


class AdoptDialog(AskingDialog[Decided]):
    """Shows what adopting a scenario would do to the record; it is one step that Ctrl+Z takes back."""

    help_page, help_heading = "negotiation", marked("Scenarios")

    def __init__(
        self,
        parent: QWidget | None,
        scenario: Scenario,
        three: ThreeWay,
        accept: Callable[[Forum], Forum],
        touched: Callable[[Changed], Moment | None],
    ) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            scenario: that is adopted.
            three: what became of the record and of the scenario since it branched.
            accept: returns a forum that may stand, or raises :class:`BadInput`.
            touched: when the record's version of a conflict was made.
        """
        super().__init__(parent, tr("Adopt a scenario"), tr("&Adopt it"))
        self._three, self._accept, self._scenario = three, accept, scenario
        self._record = assess(three.ours)
        self._moments = [touched(each) for each in three.conflicts]
        self.choices: dict[int, Side] = {}
        self.add_words(legible(tr("Adopt “{name}” into the record", name=scenario.name)), Type.HEADING)
        self.add_words(legible(self._lead()), tone="muted")
        self.taken = FigureList(tr("What it changes"), _TAKEN)
        self.conflicts = _Conflicts(self.choose)
        self.consequences = ConsequencesView()
        self.reason = NoteField(tr("Reason (may stay empty)"), lines=2)
        self.problem = ToneLabel("", Type.BODY, "block")
        self.problem.setWordWrap(True)
        self.tabs = QTabWidget()
        self._lay_out()
        self.taken.show_lines([line for cell in three.taken for line in _taken_lines(cell.theirs)])
        self._judge()
        self.resize(*_SIZE)
        (self.conflicts if three.conflicts else self.taken).setFocus()

    def _lead(self) -> str:
        count, conflicts = len(self._three.taken), len(self._three.conflicts)
        said = (
            tr("It changes {count} cell of the record, in one step.", count=count)
            if count == 1
            else tr("It changes {count} cells of the record, in one step.", count=count)
        )
        if self._three.same:
            said += " " + tr("{count} more stand there already.", count=len(self._three.same))
        if conflicts:
            said += " " + (
                tr("{count} was changed in the record since it branched: choose for each.", count=conflicts)
                if conflicts == 1
                else tr("{count} were changed in the record since it branched: choose for each.", count=conflicts)
            )
        return said

    def _lay_out(self) -> None:
        page, row = QWidget(self), QHBoxLayout()
        page.hide()
        for text, side in ((tr("Keep all of the &record"), Side.OURS), (tr("Take all of the s&cenario"), Side.THEIRS)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, chosen=side: self.choose_all(chosen))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._keys = ToneLabel(_KEYS, Type.BODY, "muted")
        self._keys.setWordWrap(True)
        column.addWidget(self._keys)
        column.addWidget(self.conflicts, 1)
        column.addLayout(row)
        page.setFocusProxy(self.conflicts)
        self.tabs.addTab(self.taken, tr("Cha&nges ({count})", count=len(self._three.taken)))
        if self._three.conflicts:
            self.tabs.addTab(page, tr("Con&flicts ({count})", count=len(self._three.conflicts)))
            self.tabs.setCurrentIndex(1)
        self.tabs.addTab(self.consequences, tr("What it chan&ges"))
        self.column.addWidget(self.tabs, 1)
        self.add(self.reason)
        self.add_below(self.problem)

    # --------------------------------------------------------------------------------------------------------- choices

    def choose(self, side: Side) -> None:
        """Choose for the current conflict, and go on to the next that is open."""
        here = self.conflicts.currentRow()
        if here >= 0:
            self.choices[here] = side
            self._judge()
            following = [row for row in range(len(self._three.conflicts)) if row not in self.choices]
            row = next((each for each in following if each > here), following[0] if following else here)
            self.conflicts.setCurrentCell(row, 0)

    def choose_all(self, side: Side) -> None:
        """Choose the same for every conflict."""
        self.choices = dict.fromkeys(range(len(self._three.conflicts)), side)
        self._judge()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.taken, self.conflicts, self.consequences, self.reason):
            part.set_scale(scale)
        self.tabs.setFont(theme().font(Type.BODY, scale))

    def answer(self) -> Decided:
        """Return what was decided."""
        return Decided(dict(self.choices), self.reason.value)

    def typed(self) -> object:
        """Return what leaving would lose."""
        return dict(self.choices), self.reason.raw

    def _judge(self) -> None:
        """Show what the choices come to."""
        self.conflicts.show_lines([self._conflict_line(number) for number in range(len(self._three.conflicts))])
        still = len(self._three.conflicts) - len(self.choices)
        wrong, after = "", self._record
        if still:
            wrong = (
                tr("{still} conflict is not decided yet.", still=still)
                if still == 1
                else tr("{still} conflicts are not decided yet.", still=still)
            )
        else:
            try:
                after = self._merged()
            except (CannotChangeError, BadInput) as error:
                wrong = shown(str(error)).replace("\n", " ")
        if not wrong and after.forum == self._record.forum:
            wrong = tr("Nothing would change: the record holds all of it already.")
        self.problem.setText(legible(wrong))
        self.problem.setVisible(bool(wrong))
        self.accept_button.setEnabled(not wrong)
        if wrong:
            self.consequences.show_unknown(wrong)
        else:
            self.consequences.show_consequences(self._record, after)

    def _merged(self) -> Assessment:
        return assess(self._accept(self._three.merged(self.choices)), self._record)

    def _conflict_line(self, number: int) -> FigureLine:
        cell, moment = self._three.conflicts[number], self._moments[number]
        names = dict.fromkeys(_named(each) for each in (*cell.theirs, *cell.ours))
        made = self._scenario.moment
        ours = _version(cell.ours, moment)
        theirs = _version(cell.theirs, made)
        chosen = self.choices.get(number)
        taken = Cell(_OPEN, "warn", "warn") if chosen is None else Cell(_CHOSEN[chosen][0], _CHOSEN[chosen][1], "ok")
        return FigureLine((Cell("\n".join(names)), Cell(ours), Cell(theirs), taken))


def _taken_lines(found: Sequence[Difference]) -> list[FigureLine]:
    return [FigureLine(tuple(map(Cell, (each.place, each.what, each.before, each.after)))) for each in found]


def _named(each: Difference) -> str:
    return f"{tr(each.place)}, {tr(each.what)}" if each.what else tr(each.place)


def _version(found: Sequence[Difference], moment: Moment | None) -> str:
    """Return a version with who made it, and when."""
    said = "; ".join(f"{tr(each.before)} → {tr(each.after)}" for each in found)
    return said if moment is None else f"{said}\n{moment.operator}, {clock_text(moment.at)}"
