"""The window of the pools in use: it stays open and follows the desk."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from desktop_app.calc.pool_use import convened_for, is_at_its_height
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import say
from desktop_app.views.action_bar import ActionBar, BarAction
from desktop_app.views.language import state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pools import pool_table, record_table
from desktop_app.views.pools.drafts import HELP_HEADING, HELP_PAGE
from desktop_app.views.pools.lists import LineTable
from desktop_app.views.pools.pool_table import PoolDelegate, PoolsModel
from desktop_app.views.pools.record_table import RecordModel
from desktop_app.views.pools.strip import Strip
from desktop_app.views.pools.words import Said, about_pool, alarm_words, missing_step, step_of
from desktop_app.views.side_window import SideWindow
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.zoom import around

_SIZE: Final = QSize(1120, 700)
_ACTIONS: Final = (
    BarAction("draw", say("Record a dra&w…"), "Ctrl+Shift+E", say("Persons drawn on a pool, with what that would do")),
    BarAction(
        "calls",
        say("Re&quests…"),
        "Ctrl+Shift+J",
        say("The benefitting states' requests for the use of their pools (Art. 49(1))"),
    ),
    None,
    BarAction(
        "call_forum",
        say("&Call the forum…"),
        "Ctrl+Shift+K",
        say("The Solidarity Forum, once 80 % of a pool is used (Art. 48)"),
    ),
    BarAction(
        "raise_pools",
        say("Voluntary rais&es…"),
        "Ctrl+Shift+I",
        say("What Member States add of their own will (Art. 48(1))"),
    ),
    BarAction(
        "top_up",
        say("T&op-up…"),
        "Ctrl+Shift+T",
        say("The amended act that raises a pool by at most 50 % (Art. 48(2))"),
    ),
    None,
    BarAction(
        "pressure_procedure",
        say("Migratory &pressure…"),
        "Ctrl+Shift+M",
        say("The bridge to the procedure beside (Art. 49(3))"),
    ),
    None,
    BarAction(
        "print_record", say("Print pre&view…"), "Ctrl+P", say("The record of all pools as it prints"), writes=False
    ),
    BarAction(
        "copy",
        say("Cop&y the record"),
        "Ctrl+Shift+C",
        say("All pools and everything drawn, for a table or a letter"),
        writes=False,
    ),
)
_FEW: Final = 2
"""Lines that each of the two tables always has room for."""
_READS: Final = frozenset(each.name for each in _ACTIONS if each is not None and not each.writes)
"""Actions of which a desk that only reads makes use, too."""
_FACTS: Final = 4
"""Lines about a pool at most."""
_NOTHING_DRAWN: Final = say("Nothing is recorded for this pool yet.")


class PoolsWindow(SideWindow):
    """The pools above, one a line; under them what is to be known of the current one, and its record.

    Signals:
        wanted(str): a command of :class:`~desktop_app.views.pools.commands.PoolCommands`, by its name.
        edit_wanted(int): the draw with this number in the forum's list is to be changed.
        removal_wanted(int): the draw with this number is to be taken out.
    """

    wanted = Signal(str)
    edit_wanted = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Pools in use"))
        self._assessment: SearchAndRescueAssessment | None = None
        self._read_only = False
        self._next, self._alarmed = "", ""
        self._pools, self._record = PoolsModel(self), RecordModel(self)
        self.strip = Strip()
        self.strip.pressed.connect(self._next_step)
        self.pools = LineTable(tr("Pools"), self._pools, pool_table.Column.BAR)
        self._delegate = PoolDelegate(self.pools)
        self.pools.setItemDelegate(self._delegate)
        self.record = LineTable(tr("Record of the pool"), self._record, record_table.Column.NOTE)
        self.heading = ToneLabel("", Type.HEADING)
        self.about = [ToneLabel("", Type.BODY) for _line in range(_FACTS)]
        self.said = ToneLabel("", Type.BODY, "block")
        self._lay_out()
        self.pools.moved.connect(lambda _row: self._show_current())
        self.pools.entered.connect(lambda _row: self.record.setFocus())
        self.pools.add_wanted.connect(lambda: self._want("draw"))
        self.record.add_wanted.connect(lambda: self._want("draw"))
        self.record.entered.connect(lambda row: self._of_draw(row, self.edit_wanted.emit))
        self.record.delete_wanted.connect(lambda row: self._of_draw(row, self.removal_wanted.emit))
        self.setFocusProxy(self.pools)

    # --------------------------------------------------------------------------------------------------- construction

    def _lay_out(self) -> None:
        for label in (*self.about, self.said):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.heading, *self.about):
            column.addWidget(part)
            part.setContentsMargins(Space.M, 0, Space.M, 0)
        column.addSpacing(Space.XS)
        column.addWidget(self.record, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.pools)
        self._parts.addWidget(lower)
        self._lower = lower
        self._parts.setStretchFactor(1, 1)
        self._parts.setChildrenCollapsible(False)
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(self.said)
        whole.addWidget(self._parts, 1)
        self.said.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._make_bar()
        self.setMinimumSize(480, 360)
        self.finish(middle, _SIZE, "Ctrl+D")

    def _make_bar(self) -> None:
        self._bar = ActionBar(self, tr("Pools"), _ACTIONS)
        self._bar.wanted.connect(self._do)
        self.actions_by_name = self._bar.actions_by_name

    # -------------------------------------------------------------------------------------------------------- content

    @property
    def current(self) -> str | None:
        """Code of the current pool's state."""
        pool = self._pools.pool(self.pools.current)
        return None if pool is None else pool.benefitting

    @property
    def model(self) -> PoolsModel:
        """The pools."""
        return self._pools

    @property
    def movements(self) -> RecordModel:
        """The record of the current pool."""
        return self._record

    def show_assessment(self, assessment: SearchAndRescueAssessment, *, read_only: bool = False) -> None:
        """Show the figures of now; the current pool and the current line of its record stay current."""
        self._assessment, self._read_only = assessment, read_only
        self.said.hide()
        was = self.current
        self._pools.show_assessment(assessment)
        self.pools.say_instead(tr("No pool yet."))
        self.pools.fit()
        if self._pools.pools:
            self.pools.go_to(self._pools.row_of(was or "") or 0)
        for part in (self._lower, self.pools.horizontalHeader()):
            part.setVisible(bool(self._pools.pools))
        self._show_current()
        self._allow()

    def go_to(self, code: str) -> None:
        """Make a state's pool current, where it has one."""
        row = self._pools.row_of(code)
        if row is not None:
            self.pools.go_to(row)

    def go_to_draw(self, place: int) -> None:
        """Bring a draw in sight."""
        row = self._record.row_of(place)
        if row is not None:
            self.record.go_to(row)

    def say(self, words: str) -> None:
        """Say why something was not taken."""
        self.said.setText(legible(words))
        self.said.setVisible(bool(words))

    def set_zoom(self, percent: int) -> None:
        """Show everything larger or smaller."""
        scale = percent / 100
        self._delegate.set_scale(scale)
        # Half as much, like the menus: the room belongs to the pools.
        for label in (self.heading, *self.about, self.said):
            label.set_scale(around(percent))
        self.strip.set_scale(around(percent))
        for table in (self.pools, self.record):
            table.set_scale(scale)
            table.setMinimumHeight(table.height_of(_FEW))
        self._bar.setFont(theme().font(Type.BODY, around(percent)))
        self._share_room()

    def copy(self) -> None:
        """Put every pool and its record on the clipboard: held, drawn, remaining."""
        if self._assessment is None:
            return
        lines = ["\t".join(map(tr, pool_table.HEADINGS[:5]))]
        lines += ["\t".join(pool_table.cells_of(pool)[:5]) for pool in self._pools.pools]
        for pool in self._pools.pools:
            record = RecordModel()
            record.show_pool(self._assessment, pool.benefitting)
            lines += [
                "",
                tr("Pool of {state}", state=state_name(pool.benefitting)),
                "\t".join(map(tr, record_table.HEADINGS)),
            ]
            lines += ["\t".join(record.cells(row)) for row in range(record.rowCount())]
        QApplication.clipboard().setText("\n".join(lines))

    def _show_current(self) -> None:
        assessment, code = self._assessment, self.current
        if assessment is None:
            return
        self._record.show_pool(assessment, code)
        self.record.say_instead(_NOTHING_DRAWN)
        self.record.fit()
        if code is not None:
            self.heading.setText(tr("Pool of {state}", state=state_name(code)))
            for label, said in zip(self.about, self._facts(assessment, code), strict=True):
                label.setText(legible(said.text))
                label.set_tone(said.tone)
                label.setVisible(bool(said.text))
        self._show_strip()

    def _facts(self, assessment: SearchAndRescueAssessment, code: str) -> tuple[Said, ...]:
        facts = about_pool(assessment, code)
        return (*facts, *(Said("") for _line in range(len(self.about) - len(facts))))

    def _show_strip(self) -> None:
        """Say what is missing, or what the current pool's alarm, else another pool's, asks for."""
        assessment = self._assessment
        if assessment is None:
            return
        missing = missing_step(assessment)
        if missing:
            self._next, button = step_of(assessment)
            self.strip.say(missing, "info", "" if self._read_only else button)
            return
        here = self._pools.pool(self.pools.current)
        pool = (
            here if here is not None and here.alarm else next((each for each in self._pools.pools if each.alarm), None)
        )
        if pool is None:
            self.strip.say("", "", "")
            return
        self._alarmed = pool.benefitting
        self._next, button = self._step(assessment, pool.benefitting)
        self.strip.say(alarm_words(assessment, pool), "warn", "" if self._read_only else button)

    def _step(self, assessment: SearchAndRescueAssessment, code: str) -> tuple[str, str]:
        recorded = assessment.forum.search_and_rescue
        if not convened_for(recorded, code):
            return "call_forum", tr("Call the &forum…")
        if is_at_its_height(recorded, code):
            return "", ""
        if recorded.act.path is ActPath.STILL_SHORT:
            return "top_up", tr("Raise the &total…")
        return "raise_pools", tr("Record ra&ises…")

    def _next_step(self) -> None:
        self.go_to(self._alarmed)
        self._want(self._next)

    def _allow(self) -> None:
        """Offer what makes sense: nothing is typed by a desk that only reads, or where there is no pool."""
        typing = not self._read_only and bool(self._pools.pools)
        for name, action in self.actions_by_name.items():
            action.setEnabled(typing or (name in _READS and bool(self._pools.pools)))

    def _do(self, name: str) -> None:
        if name == "copy":
            self.copy()
        else:
            self._want(name)

    def _want(self, name: str) -> None:
        action = self.actions_by_name.get(name)
        if not self._read_only if action is None else action.isEnabled():
            self.wanted.emit(name)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return HELP_PAGE, HELP_HEADING

    def _of_draw(self, row: int, tell: Callable[[int], object]) -> None:
        """Ask for what is to be done with the draw of a row; with any other line, say where it is changed."""
        place = self._record.draw(row)
        if place is None:
            self.say("This line follows from the act, a raise or the top-up: it is changed there.")
        elif not self._read_only:
            tell(place)

    def _share_room(self) -> None:
        """Give the pools the room of their lines, up to half of the window."""
        wanted = self.pools.height_of(max(len(self._pools.pools), _FEW))
        height = max(self._parts.height(), 2)
        upper = min(wanted, height // 2)
        self._parts.setSizes([upper, height - upper])
