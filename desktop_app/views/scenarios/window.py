"""The window of the scenarios: a line for each beside that of the record, and what can be done with it."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.differences import differences
from desktop_app.calc.forum import Procedure
from desktop_app.calc.memory import Scenario
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput, ForumFileError
from desktop_app.views.fields.looks import Check
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.forum_editors.figures import FigureLine, FigureList
from desktop_app.views.language import shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.scenarios.lines import Known, columns_of, main_figures, record_line, scenario_line
from desktop_app.views.side_window import SideWindow
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1180, 560)
_AT_ONCE: Final = 4
"""Scenarios that are worked out at once: each takes a hundredth of a second."""
_AFTER_TYPING: Final = 60
"""Milliseconds after an entry at which the list follows."""
_ABOUT: Final = say(
    "A scenario branches from a moment of the record and lives beside it in this file: nothing typed in it is in the "
    "record until it is adopted."
)
_NONE: Final = say("There is no scenario yet: “New…” makes one from now, from the moment shown or from a snapshot.")
_HINT: Final = say("Enter opens, Ctrl+C copies, Esc closes, F1 helps")


class ScenarioWindow(SideWindow):
    """The scenarios of one file.

    Signals:
        open_wanted(Scenario | None): show it; ``None`` is the record.
        new_wanted, describe_wanted(Scenario), put_away_wanted(Scenario), compare_wanted(Scenario),
        adopt_wanted(Scenario): what the person wants done.
    """

    open_wanted = Signal(object)
    new_wanted = Signal()
    describe_wanted = Signal(object)
    put_away_wanted = Signal(object)
    compare_wanted = Signal(object)
    adopt_wanted = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a forum; :meth:`show_desk` fills it."""
        super().__init__(parent, tr("Scenarios"))
        self.desk: Desk | None = None
        self._scenarios: tuple[Scenario, ...] = ()
        self._record: tuple[FigureLine, tuple[str, ...]] | None = None
        self._known: dict[tuple[int, str], Known | None] = {}
        self.list = FigureList(tr("Scenarios"), columns_of(Procedure.ANNUAL_POOL))
        self.about = ToneLabel(_ABOUT, Type.BODY, "muted")
        self.said = ToneLabel("", Type.BODY, "muted")
        self.hint = ToneLabel(_HINT, Type.CAPTION, "muted")
        self.away = Check(tr("Show those put a&way"))
        self.open_button = QPushButton(tr("&Open"))
        self.new_button = QPushButton(tr("&New…"))
        self.describe_button = QPushButton(tr("&Rename…"))
        self.put_away_button = QPushButton(tr("&Put away"))
        self.compare_button = QPushButton(tr("Co&mpare with now…"))
        self.adopt_button = QPushButton(tr("&Adopt…"))
        self.close_button = QPushButton(tr("Clos&e"))
        self.buttons = (
            self.open_button,
            self.new_button,
            self.describe_button,
            self.put_away_button,
            self.compare_button,
            self.adopt_button,
            self.close_button,
        )
        self._later, self._working = QTimer(self), QTimer(self)
        for timer, wait, does in ((self._later, _AFTER_TYPING, self._show_now), (self._working, 0, self._work_out)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(does)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for label in (self.about, self.said):
            label.setWordWrap(True)
        row = FlowLayout(gap=Space.S)
        for button in self.buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        beside = QHBoxLayout()
        beside.addWidget(self.hint, 1)
        beside.addWidget(self.away)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.about)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addLayout(beside)
        self.finish(middle, _SIZE, "Ctrl+U")
        self.setMinimumSize(520, 320)
        for one, other in pairwise((self.list, *self.buttons, self.away)):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.list.entered.connect(lambda _row: self.open_wanted.emit(self.scenario))
        self.list.currentCellChanged.connect(lambda *_places: self._allow())
        self.open_button.clicked.connect(lambda _checked=False: self.open_wanted.emit(self.scenario))
        self.new_button.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        asking = (
            (self.describe_button, self.describe_wanted),
            (self.put_away_button, self.put_away_wanted),
            (self.compare_button, self.compare_wanted),
            (self.adopt_button, self.adopt_wanted),
        )
        for button, signal in asking:
            button.clicked.connect(lambda _checked=False, wanted=signal: self._ask(wanted))
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self.away.toggled.connect(lambda _on: self._show_now())

    # ---------------------------------------------------------------------------------------------------- what is shown

    def show_desk(self, desk: "Desk | None") -> None:
        """Follow another desk, or none."""
        if desk is self.desk:
            return
        self.desk = desk
        self._known.clear()
        self._scenarios = ()
        if desk is not None:
            self.list.name_columns(columns_of(desk.file.forum.procedure))
            desk.saved.connect(lambda _at: self._follow())
            desk.recorded.connect(self._follow)

    def refresh(self, go_to: int | None = None) -> None:
        """Show what there is now.

        Args:
            go_to: the scenario that becomes the current one.
        """
        self._show_now()
        row = next((row for row, each in enumerate(self._scenarios, 1) if each.id == go_to), None)
        if row is not None:
            self.list.setCurrentCell(row, 0)

    @property
    def scenario(self) -> Scenario | None:
        """The current scenario; ``None`` on the line of the record."""
        row = self.list.currentRow()
        return self._scenarios[row - 1] if 1 <= row <= len(self._scenarios) else None

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "Scenarios"

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self.about, self.said, self.hint):
            label.set_scale(scale)
        for button in (*self.buttons, self.away):
            button.setFont(theme().font(Type.BODY, scale))
        self.list.set_scale(scale)

    def _follow(self) -> None:
        if self.isVisible():
            self._later.start()

    def _show_now(self) -> None:
        desk = self.desk
        if desk is None:
            return
        here = self.scenario
        try:
            every, now = desk.file.scenarios(), desk.file.now()
        except ForumFileError as error:
            self._say(shown(str(error)), "block")
            return
        self._scenarios = tuple(each for each in every if self.away.isChecked() or not each.put_away)
        record = assess(desk.file.forum)
        self._record = (record_line(record, now), main_figures(record))
        self._fill()
        if here is not None and here.id in {each.id for each in self._scenarios}:
            self.list.setCurrentCell([each.id for each in self._scenarios].index(here.id) + 1, 0)
        away = sum(each.put_away for each in every)
        self._say(
            _NONE if not every else tr("{away} put away.", away=away) if away and not self.away.isChecked() else "",
            "muted",
        )
        self._allow()
        self._working.start()

    def _fill(self) -> None:
        if self._record is not None:
            first, figures = self._record
            known = [self._known.get(_key(each)) for each in self._scenarios]
            lines = [scenario_line(each, one, figures) for each, one in zip(self._scenarios, known, strict=True)]
            self.list.show_lines([first, *lines])

    def _work_out(self) -> None:
        """Work out a few scenarios at a time, so that the list can be used meanwhile."""
        desk = self.desk
        waiting = [each for each in self._scenarios if _key(each) not in self._known][:_AT_ONCE]
        if desk is None or not waiting:
            return
        for each in waiting:
            try:
                line = desk.file.scenario(each.id)
                cells = len(differences(line.origin(), line.forum))
                self._known[_key(each)] = Known(cells, main_figures(assess(line.forum)))
            except (BadInput, ForumFileError) as error:
                self._known[_key(each)] = None
                self._say(shown(str(error)), "block")
        self._fill()
        self._working.start()

    def _allow(self) -> None:
        chosen, desk = self.scenario, self.desk
        can_write = desk is not None and not desk.file.is_read_only
        self.new_button.setEnabled(can_write)
        for button in (self.describe_button, self.put_away_button, self.adopt_button):
            button.setEnabled(can_write and chosen is not None)
        self.compare_button.setEnabled(chosen is not None)
        self.put_away_button.setText(tr("Bring &back") if chosen is not None and chosen.put_away else tr("&Put away"))
        self.open_button.setText(tr("&Open") if chosen is not None else tr("&Open the record"))

    def _ask(self, signal: object) -> None:
        if self.scenario is not None:
            signal.emit(self.scenario)  # type: ignore[attr-defined]  # a bound signal

    def _say(self, words: str, tone: str) -> None:
        self.said.set_tone(tone)
        self.said.setText(legible(words))
        self.said.setVisible(bool(words))


def _key(scenario: Scenario) -> tuple[int, str]:
    return scenario.id, scenario.moment.state_hash
