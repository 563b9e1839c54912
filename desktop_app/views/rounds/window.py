"""The window of the meetings and rounds: every snapshot, to be opened, compared and printed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.memory import Moment
from desktop_app.models.errors import ForumFileError
from desktop_app.views.desk_views import Past
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.rounds.lines import COLUMNS, Listed, listed, open_words
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_SIZE: Final = QSize(1120, 520)
_HINT: Final = marked("Enter opens a snapshot in the main window, Ctrl+C copies, Esc closes, F1 helps")
_AFTER: Final = 200
"""Milliseconds after an entry at which the list is made anew: nobody's typing waits for it."""
_NONE: Final = marked("Voluntary solidarity knows no meetings: the rounds alone are counted.")


class RoundsWindow(FollowingWindow):
    """The rounds by meeting; arrows move, Enter opens a snapshot.

    Signals:
        open_wanted(Moment): show this state in the main window.
        compare_wanted(Moment, object): compare it with another state, ``None``: with now.
        paper_wanted(Moment, bool): print this state, and whether it is that of the round that is open.
        meeting_wanted: open a meeting.
        close_wanted: close the round that is open.
    """

    open_wanted = Signal(object)
    compare_wanted = Signal(object, object)
    paper_wanted = Signal(object, bool)
    meeting_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without rounds; :meth:`show_desk` fills it."""
        super().__init__(parent, tr("Meetings and rounds"), FigureList(tr("Meetings and rounds"), COLUMNS), _HINT)
        self._listed: tuple[Listed, ...] = ()
        self._shown: object = None
        self.now = ToneLabel("", Type.STRONG)
        self.about = ToneLabel("", Type.CAPTION, "muted")
        self.add_labels((self.now, self.about))
        self.open_button = self._button(tr("&Open"), self._open)
        self.now_button = self._button(tr("Compare with &now…"), lambda: self._compare(with_now=True))
        self.previous_button = self._button(tr("Compare with the one &before…"), lambda: self._compare(with_now=False))
        self.meeting_button = self._button(tr("Open a &meeting…"), self.meeting_wanted.emit)
        self.close_round_button = self._button(tr("Close the &round…"), self.close_wanted.emit)
        self.print_wanted.connect(self._print)
        self.list.entered.connect(lambda _row: self._open())
        self.list.currentCellChanged.connect(lambda *_places: self._allow())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER)
        self._later.timeout.connect(self._fill)
        self._lay_out()
        self.setMinimumSize(480, 300)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "negotiation", "Meetings and rounds"

    def _button(self, text: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: does())  # type: ignore[operator]  # called with nothing
        self._buttons.append(button)
        return button

    def _lay_out(self) -> None:
        actions = QWidget()
        # In a narrow window they take two lines, and are never cut.
        flow = FlowLayout(actions, gap=Space.S)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (
            self.open_button,
            self.now_button,
            self.previous_button,
            self.meeting_button,
            self.close_round_button,
        ):
            flow.addWidget(button)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        for part in (self.now, self.about, self.refusal):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(actions)
        column.addLayout(self._last)
        self.finish(middle, _SIZE, "Ctrl+Shift+Y")

    # ----------------------------------------------------------------------------------------------------- content

    def show_desk(self, desk: "Desk") -> None:
        """Follow the record of a desk."""
        if desk is not self._desk:
            desk.recorded.connect(self._later.start)
            desk.looked_at.connect(lambda _view: self._allow())
        self.follow(desk)
        self._fill()
        self.list.setCurrentCell(self._row_of(None), 0)
        self.list.setFocus()

    def show_assessment(self, assessment: Assessment) -> None:
        """Follow what the past does not change: where another moment is shown, the rounds are what they were."""
        is_voluntary = assessment.forum.procedure is Procedure.VOLUNTARY
        self.about.setText(_NONE if is_voluntary else "")
        self.about.setVisible(is_voluntary)
        self._allow()

    def _fill(self) -> None:
        desk = self._desk
        if desk is None:
            return
        self.refusal.hide()
        here = self.current
        try:
            self._listed, words = listed(desk.file), open_words(desk.file)
        except ForumFileError as error:
            self._say_refusal(shown(str(error)))
            return
        self.now.setText(legible(words))
        self.list.show_lines([each.line for each in self._listed])
        self.list.setCurrentCell(self._row_of(here), 0)
        self.show_assessment(desk.assessment)

    def _row_of(self, here: Listed | None) -> int:
        """Return the row of a snapshot that was current; else that of the round that is open: never a heading."""
        rows = [(row, each) for row, each in enumerate(self._listed) if each.moment is not None]
        if here is not None and here.moment is not None and not here.is_open:
            same = (row for row, each in rows if not each.is_open and each.moment == here.moment)
            return next(same, -1)
        return next((row for row, each in rows if each.is_open), rows[-1][0] if rows else -1)

    @property
    def current(self) -> Listed | None:
        """The line at which the cursor stands."""
        row = self.list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def copy(self) -> None:
        """Put the selected rounds, or all of them, on the clipboard."""
        self.list.copy()

    # ------------------------------------------------------------------------------------------------------ actions

    def _allow(self) -> None:
        desk, here = self._desk, self.current
        moment = None if here is None else here.moment
        is_closed = here is not None and moment is not None and not here.is_open
        for button in (self.open_button, self.print_button):
            button.setEnabled(moment is not None)
        self.now_button.setEnabled(is_closed)
        self.previous_button.setEnabled(here is not None and moment is not None and here.previous is not None)
        can_write = desk is not None and not desk.file.is_read_only and not isinstance(desk.view, Past)
        self.close_round_button.setEnabled(can_write)
        is_voluntary = desk is not None and desk.file.forum.procedure is Procedure.VOLUNTARY
        self.meeting_button.setEnabled(can_write and not is_voluntary)

    def _open(self) -> None:
        moment = self._moment
        if moment is not None:
            self.open_wanted.emit(moment)

    def _print(self) -> None:
        here = self.current
        if here is not None and here.moment is not None:
            self.paper_wanted.emit(here.moment, here.is_open)

    def _compare(self, *, with_now: bool) -> None:
        here = self.current
        if here is not None and here.moment is not None:
            self.compare_wanted.emit(*((here.moment, None) if with_now else (here.previous, here.moment)))

    @property
    def _moment(self) -> Moment | None:
        here = self.current
        return None if here is None else here.moment
