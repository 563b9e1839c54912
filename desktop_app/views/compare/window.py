"""The window that compares two states: side by side, cell by cell, and with causes."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.comparison import CannotCompareError, Comparison, compare
from desktop_app.calc.comparison.causes import Alone, Causes, causes
from desktop_app.views.compare import lines
from desktop_app.views.compare.causes_page import CausesPage
from desktop_app.views.compare.picker import NOW, StandpointPicker
from desktop_app.views.compare.table import LineTable
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import SideWindow
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.standpoints import Standpoint
    from desktop_app.models.units import Unit, Way
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1280, 780)
_KEY: Final = "F9"
_HINT: Final = marked("Ctrl+Tab turns the page, Enter goes on from a line, Ctrl+C copies, Esc closes, F1 helps")
_SOON: Final = 200
"""Milliseconds after the last entry before what is compared with now is compared anew."""
_SINGLY: Final = 100_000
"""Work that is enough to tell every change one by one, however many there are."""
_NO_CELLS: Final = marked("Nothing is recorded otherwise.")
_BESIDE, _CELLS, _CAUSES = range(3)


class CompareWindow(SideWindow):
    """Two pickers above three pages; what is compared with now follows what is typed.

    Signals:
        print_asked(Standpoint, Standpoint): the person wants the difference on paper.

    Attributes:
        one: the first state, as it was understood last; ``None`` before that.
        other: the second.
        comparison: of the two; ``None`` while there is none.
    """

    print_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a forum; :meth:`show_desk` gives it one."""
        super().__init__(parent, tr("Compare"))
        self.desk: Desk | None = None
        self.one: Standpoint | None = None
        self.other: Standpoint | None = None
        self.comparison: Comparison | None = None
        self._filled: set[int] = set()
        self._singly = False
        self._make_parts()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "Comparing"

    def _make_parts(self) -> None:
        self.before, self.after = StandpointPicker(tr("&From")), StandpointPicker(tr("&To"))
        self.swap_button = QPushButton(tr("S&wap"))
        self.said = ToneLabel("", Type.BODY, "block")
        self.said.setWordWrap(True)
        self.said.hide()
        self.beside = ConsequencesView()
        self.beside.only_changes.setText(tr("&Only what differs"))
        self.beside.table.setAccessibleName(tr("Side by side"))
        self.cells = LineTable(tr("What is recorded otherwise"), lines.CELLS, _NO_CELLS)
        self.causes = CausesPage()
        self.tabs = QTabWidget()
        self.tabs.addTab(_page(self.beside), tr("&Side by side"))
        self.tabs.addTab(_page(self.cells), tr("&Differences"))
        self.tabs.addTab(self.causes, tr("&Causes"))
        self.empty = ToneLabel("", Type.HEADING, "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.tabs)
        self.pages.addWidget(self.empty)
        self.hint = ToneLabel(_HINT, Type.CAPTION, "muted")
        self.print_button, self.copy_button, self.close_button = (
            QPushButton(tr("&Print…")),
            QPushButton(tr("Cop&y")),
            QPushButton(tr("Clos&e")),
        )
        self._buttons = (self.swap_button, self.print_button, self.copy_button, self.close_button)
        for button in self._buttons:
            button.setAutoDefault(False)
        for picker in (self.before, self.after):
            picker.picked.connect(self.refresh)
        self.swap_button.clicked.connect(lambda _checked=False: self.swap())
        self.print_button.clicked.connect(lambda _checked=False: self.ask_for_print())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self.tabs.currentChanged.connect(lambda _page: self._fill_page())
        self.causes.order_chosen.connect(lambda: self._find_causes(singly=self._singly))
        self.causes.singly_wanted.connect(lambda: self._find_causes(singly=True))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self.before, 1)
        top.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.after, 1)
        last = QHBoxLayout()
        last.addWidget(self.hint, 1)
        for button in self._buttons[1:]:
            last.addWidget(button)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.pages, 1)
        column.addLayout(last)
        self.finish(body, _SIZE, _KEY)

    # ------------------------------------------------------------------------------------------------- what is compared

    def show_desk(self, desk: "Desk | None") -> None:
        """Compare states of a desk's forum: at first the last closed round with now, or what is shown with now."""
        if desk is not self.desk:
            if self.desk is not None:
                self.desk.assessed.disconnect(self._follow)
            self.desk, self.one, self.other, self.comparison = desk, None, None, None
            if desk is not None:
                desk.assessed.connect(self._follow)
        if desk is None:
            return
        self._begin(desk)
        self.refresh()

    def _begin(self, desk: "Desk") -> None:
        """Choose what a person probably wants to see: what the desk shows beside the record, else the last round."""
        from desktop_app.models.standpoints import last_closed

        view = desk.view
        one: str
        other: str
        if isinstance(view, Past):
            one, other = marked("Entry {seq}", seq=str(view.moment.seq)), NOW
        elif isinstance(view, InScenario):
            one, other = NOW, marked("Scenario “{name}”", name=view.scenario.name)
        elif self.one is not None:
            return
        else:
            closed = last_closed(desk.file)
            one, other = closed.name or marked("Entry {seq}", seq="1"), NOW
        self.before.choose(one)
        self.after.choose(other)

    def compare(self, one: str, other: str) -> None:
        """Compare two states, named as :func:`desktop_app.models.standpoints.standpoint` reads them."""
        self.before.choose(one)
        self.after.choose(other)
        self.refresh()

    def swap(self) -> None:
        """Compare the other way round."""
        self.compare(self.after.words, self.before.words)

    def refresh(self) -> None:
        """Compare what is chosen, as it is now."""
        self._soon.stop()
        if self.desk is None:
            return
        file = self.desk.file
        self.said.hide()
        for picker in (self.before, self.after):
            picker.offer(file)
        one, other = self._understood(file, self.before), self._understood(file, self.after)
        if one is None or other is None:
            # Figures of what was chosen before would be taken for those of what is chosen now.
            self.one = self.other = self.comparison = None
            self._say_nothing(tr("Nothing is compared: one of the two is not found."))
            return
        if (one.key, other.key) == (self.one and self.one.key, self.other and self.other.key):
            return
        self.one, self.other, self._singly = one, other, False
        before = assess(one.forum)
        try:
            after = assess(other.forum, before if one.forum.procedure is other.forum.procedure else None)
            comparison = self.comparison = compare(before, after)
        except CannotCompareError as error:
            self.comparison = None
            self._say_nothing(shown(str(error)))
            return
        self._show(one, other, comparison)

    def _understood(self, file: "ForumFile", picker: StandpointPicker) -> "Standpoint | None":
        from desktop_app.models.errors import ExplainedError
        from desktop_app.models.standpoints import standpoint

        try:
            chosen = standpoint(file, picker.words)
        except ExplainedError as error:
            picker.say(None, tr("Not found") if picker.words else tr("Nothing chosen"))
            self.said.setText(legible(f"{picker.typed}: {tr(error.what)}; {tr(error.remedy)}."))
            self.said.show()
            return None
        picker.say(chosen)
        return chosen

    def _follow(self, _assessment: "Assessment") -> None:
        if self.isVisible():
            self._soon.start()

    # ------------------------------------------------------------------------------------------------------- the pages

    def _show(self, one: "Standpoint", other: "Standpoint", comparison: Comparison) -> None:
        from desktop_app.models.units import changed_cells

        self._filled = set()
        if comparison.is_nothing and not any(True for _unit in changed_cells(one.forum, other.forum)):
            self._say_nothing(
                tr("Nothing differs between {title} and {title_2}.", title=one.title, title_2=other.title)
            )
            return
        self.pages.setCurrentWidget(self.tabs)
        self.print_button.setEnabled(True)
        self.copy_button.setEnabled(True)
        self._fill_page()

    def _say_nothing(self, words: str) -> None:
        self.empty.setText(legible(words))
        self.pages.setCurrentWidget(self.empty)
        self.print_button.setEnabled(False)
        self.copy_button.setEnabled(False)

    def _fill_page(self) -> None:
        """Fill the page that is shown: what nobody looks at costs nothing."""
        page = self.tabs.currentIndex()
        if self.comparison is None or page in self._filled:
            return
        self._filled.add(page)
        if page == _BESIDE:
            self.beside.show_consequences(self.comparison.before, self.comparison.after)
        elif page == _CELLS:
            self._fill_cells()
        else:
            self._find_causes(singly=self._singly)

    def _fill_cells(self) -> None:
        from desktop_app.models.units import changed_cells

        if self.one is not None and self.other is not None:
            found = changed_cells(self.one.forum, self.other.forum)
            self.cells.show_lines(lines.cell_lines([(cells, self._last_entry([unit])) for unit, cells in found]))

    def _last_entry(self, units: "Iterable[Unit]") -> str:
        """Say which entry of the record touched any of these last, up to the later of the two states."""
        from desktop_app.models.standpoints import touched, when

        if self.desk is None:
            return ""
        moments = [each.moment for each in (self.one, self.other) if each is not None and each.scenario is None]
        last = max((moment.seq for moment in moments if moment is not None), default=0)
        found = [moment for unit in units if (moment := touched(self.desk.file, unit, last)) is not None]
        return lines.touched_text(found, when)

    def _find_causes(self, *, singly: bool) -> None:
        from desktop_app.models.units import BUDGET, walk

        if self.comparison is None or self.one is None or self.other is None:
            return
        self._singly = singly
        one, other = self.one.forum, self.other.forum
        way = walk(one, other, self.causes.groups, _SINGLY if singly else BUDGET)
        found = causes(self.comparison.before, way.steps, self.comparison.after)
        self.causes.show_causes(
            found,
            lambda place: _alone(found, way, place),
            cache(lambda place: self._last_entry(way.units[each] for each in way.members[place])),
        )

    def copy(self) -> None:
        """Put the page that is shown on the clipboard, as a table."""
        page = self.tabs.currentIndex()
        (self.beside.copy, self.cells.copy, self.causes.copy)[page]()

    def ask_for_print(self) -> None:
        """Ask for the difference on paper."""
        if self.one is not None and self.other is not None:
            self.print_asked.emit(self.one, self.other)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab turns the page wherever the keyboard is: at the pickers and the buttons too."""
        ways = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        way = ways.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if way is None:
            super().keyPressEvent(event)
        else:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + way) % self.tabs.count())
            self.focus_page()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for part in (self.before, self.after, self.said, self.beside, self.cells, self.causes, self.empty, self.hint):
            part.set_scale(scale)
        for widget in (*self._buttons, self.tabs.tabBar(), self.beside.only_changes):
            widget.setFont(theme().font(Type.BODY, scale))

    def focus_page(self) -> None:
        """Give the keyboard to the list of the page that is shown."""
        (self.beside.table, self.cells, self.causes.pair.list)[self.tabs.currentIndex()].setFocus()


def _alone(found: Causes, way: "Way", place: int) -> Alone | None:
    forum = way.alone(place)
    return None if forum is None else found.alone(forum)


def _page(content: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
    column.addWidget(content)
    return page
