"""The window of the deadlines: what is due next, what is late, what is done; it follows while it is open."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import SetDayOfCheck
from desktop_app.calc.deadline_standing import DeadlineStanding
from desktop_app.calc.forum import Procedure
from desktop_app.calc.wording import day
from desktop_app.views.deadlines.lines import (
    COLUMNS,
    HOLIDAYS_COUNT,
    NO_HOLIDAY,
    WITHOUT_A_DAY,
    deadline_lines,
    heading_words,
    law_words,
)
from desktop_app.views.fields import DateField, day_text
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1240, 620)
_TOPICS: Final = {
    Procedure.ANNUAL_POOL: ("editors", marked("Deadlines")),
    Procedure.SEARCH_AND_RESCUE: ("search-and-rescue", marked("Clocks")),
    Procedure.MIGRATORY_PRESSURE: ("migratory-pressure", marked("Clocks")),
    Procedure.VOLUNTARY: ("voluntary", marked("Clocks")),
}
_HINT: Final = marked("Enter on a line goes to what it is about, Ctrl+C copies, Esc closes, F1 helps")


class DeadlinesWindow(FollowingWindow):
    """The deadlines by last day; arrows move, Ctrl+C copies, Enter goes to what a line is about.

    Signals:
        wanted(Deadline): Enter on a line.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without deadlines; :meth:`show_desk` fills it."""
        super().__init__(parent, tr("Deadlines"), FigureList(tr("Deadlines"), COLUMNS), _HINT)
        self._about: list[DeadlineStanding | None] = []
        self.next = ToneLabel("", Type.STRONG)
        self.late = ToneLabel("", Type.STRONG, "block")
        self.about = ToneLabel("", Type.BODY, "muted")
        self.warning = ToneLabel(legible(NO_HOLIDAY), Type.CAPTION, "warn")
        self.without = ToneLabel("", Type.CAPTION, "muted")
        self._above = ToneLabel(" ", Type.CAPTION)
        self.add_labels((self._above, self.next, self.late, self.about, self.warning, self.without))
        self.list.entered.connect(self._choose)
        self.as_of = DateField(tr("Day of the check"))
        self.as_of.edited.connect(self._typed)
        self.as_of.input.returnPressed.connect(self.take_day)
        self.set_button = QPushButton(tr("&Set the day"))
        self.set_button.setAutoDefault(False)
        self.set_button.clicked.connect(lambda _checked=False: self.take_day())
        self.print_button.setToolTip(tr("Findings and deadlines as a document"))
        self._lay_out()
        self.setMinimumSize(480, 320)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        for label in (self.next, self.late, self.about, self.warning):
            words.addWidget(label)
        words.addStretch(1)
        check = QHBoxLayout()
        check.setSpacing(Space.S)
        check.addWidget(self.as_of, 1, Qt.AlignmentFlag.AlignTop)
        # Beside the input, which has its label above it.
        beside = QVBoxLayout()
        beside.setSpacing(Space.HAIR)
        beside.addWidget(self._above)
        beside.addWidget(self.set_button)
        beside.addStretch(1)
        check.addLayout(beside)
        top = QHBoxLayout()
        top.setSpacing(Space.XL)
        top.addLayout(words, 3)
        top.addLayout(check, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(self.list, 1)
        column.addWidget(self.without)
        column.addLayout(self._last)
        self.finish(middle, _SIZE, "Ctrl+Shift+D")
        for one, other in pairwise((self.list, self.as_of, self.set_button, *self._buttons)):
            self.setTabOrder(one, other)

    # ----------------------------------------------------------------------------------------------------- content

    def show_desk(self, desk: "Desk") -> None:
        """Follow a desk: its deadlines now, and whenever they are others."""
        self.follow(desk)
        self.as_of.set_read_only(desk.read_only)
        self.set_button.setEnabled(not desk.read_only)
        self.show_assessment(desk.assessment)
        self._begin_at_next()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the deadlines of a forum."""
        forum = assessment.forum
        lines, self._about = deadline_lines(assessment)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        soon, behind = heading_words(assessment)
        self.next.setText(legible(soon))
        self.late.setText(legible(behind))
        self.late.setVisible(bool(behind))
        self.about.setText(legible(law_words(forum)))
        self.warning.setVisible(bool(lines) and HOLIDAYS_COUNT[forum.procedure] and not forum.holidays)
        self.without.setText(legible(WITHOUT_A_DAY[forum.procedure]))
        self.without.setVisible(bool(lines) and bool(WITHOUT_A_DAY[forum.procedure]))
        self.refusal.hide()
        self.as_of.put(day_text(forum.as_of))
        self._typed()

    def take_day(self) -> None:
        """Set the day of the check to what is typed."""
        desk = self._desk
        if desk is None or desk.read_only or self.as_of.problem or self.as_of.value == desk.assessment.forum.as_of:
            return
        desk.apply(SetDayOfCheck(self.as_of.value))

    def copy(self) -> None:
        """Put the selected deadlines, or all of them, on the clipboard."""
        self.list.copy()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self.set_button.setFont(self.close_button.font())
        self.as_of.set_scale(scale)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what is due next, once it is known how much can be seen."""
        super().showEvent(event)
        if not event.spontaneous():
            self._begin_at_next()

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        procedure = Procedure.ANNUAL_POOL if self._desk is None else self._desk.assessment.forum.procedure
        return _TOPICS[procedure]

    def _typed(self) -> None:
        """Say which day counts while none is given, and let only another day be set."""
        desk = self._desk
        if desk is None:
            return
        from dataclasses import replace

        from desktop_app.calc.moments import as_of

        latest = as_of(replace(desk.assessment.forum, as_of=None))
        self.as_of.hint(
            "" if latest is None else legible(tr("Empty: the latest date in the forum, {day}.", day=day(latest)))
        )
        is_other = not self.as_of.problem and self.as_of.value != desk.assessment.forum.as_of
        self.set_button.setEnabled(is_other and not desk.read_only)

    def _begin_at_next(self) -> None:
        """Begin at the first line after today."""
        rows = [row for row, each in enumerate(self._about) if each is None]
        if rows:
            here = min(rows[0] + 1, len(self._about) - 1)
            self.list.setCurrentCell(here, 0)
            self.list.scrollTo(self.list.model().index(here, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    def _choose(self, row: int) -> None:
        about = self._about[row]
        if about is not None:
            self.wanted.emit(about.deadline)
