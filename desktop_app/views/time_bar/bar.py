"""The time bar under the header: any moment of the record is shown in the window, read-only."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.calc.memory import Moment
from desktop_app.calc.rounds import round_words
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import persons
from desktop_app.models.errors import BadInput, ForumFileError
from desktop_app.models.rounds import round_after
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Now, Past, View
from desktop_app.views.fields.looks import text_outline
from desktop_app.views.language import entry_title, shown, tr
from desktop_app.views.parts import ElidedLabel
from desktop_app.views.saved_mark import clock_text
from desktop_app.views.theme import Space, Type, legible, theme
from desktop_app.views.time_bar.asked import EXAMPLES, Asked, read_asked
from desktop_app.views.time_bar.ticks import ticks_of
from desktop_app.views.time_bar.track import Track

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

_FIELD_WIDTH: Final = 150
_KEYS: Final = say(
    "Arrows: one entry; Ctrl+arrows, Page keys: the round before or after; Home, End; a digit: go to an entry or a "
    "time; Esc: back to now"
)
_EMPTY: Final = say("The record has one entry: there is no past to go to yet.")


class _Place(QLineEdit):
    """Where the number of an entry or a time is typed; Esc leaves the past."""

    def __init__(self, bar: "TimeBar") -> None:
        super().__init__()
        self._bar = bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to now."""
        if event.key() == Qt.Key.Key_Escape:
            self._bar.leave()
        else:
            super().keyPressEvent(event)


class TimeBar(QWidget):
    """A slider over the entries of the record, what stands there in words, and a field for a number or a time.

    Attributes:
        track: the slider.
        place: the field.
        words: what is shown, or what is wrong with what was typed.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Make a bar that shows nothing yet.

        Args:
            window: in which the moments are shown.
        """
        super().__init__()
        self._window = window
        self._desk: Desk | None = None
        self._now: Moment | None = None
        self.track = Track()
        self.track.setToolTip(_KEYS)
        self.words = ElidedLabel("", Type.BODY, cut=Qt.TextElideMode.ElideRight)
        self.place = _Place(self)
        self.place.setPlaceholderText(tr(EXAMPLES))
        self.place.setMaxLength(40)
        self.place.setAccessibleName(tr("Go to an entry or a time"))
        self._lay_out()
        # Only the newest place is loaded: while the mouse moves on, what it has passed is never asked for.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look)
        self.track.valueChanged.connect(lambda _seq: self._later.start())
        self.track.left.connect(self.leave)
        self.track.typed.connect(self._begin_typing)
        self.place.returnPressed.connect(self._go)
        self.setFocusProxy(self.track)
        theme().changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.words, 1)
        row.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.track)
        column.addLayout(row)

    # ------------------------------------------------------------------------------------------------- what it shows

    def show_desk(self, desk: Desk | None) -> None:
        """Follow the record of a desk, or of none."""
        if desk is not self._desk:
            self._later.stop()
            self._desk, self._now = desk, None
            if desk is not None:
                desk.looked_at.connect(self._follow)
                desk.recorded.connect(self._follow)
        if desk is not None:
            self._show_record()

    def set_scale(self, scale: float) -> None:
        """Show itself larger or smaller; 1 is 100 %."""
        self.words.set_scale(scale)
        self.track.set_scale(scale)
        self.place.setFont(theme().font(Type.BODY, scale))
        self.place.setFixedWidth(round(_FIELD_WIDTH * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that parts it from the table."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colours.line)
        painter.end()

    def _restyle(self) -> None:
        self.place.setStyleSheet(text_outline())
        self.update()

    def _follow(self, _view: object = None) -> None:
        """Follow the record and what is shown of it, while the bar is there to be seen."""
        if not self.isHidden():
            self._show_record()

    def _show_record(self) -> None:
        """Show the record; rounds and meetings are looked for only where one of them is another."""
        desk = self._desk
        if desk is None or desk is not self._window.desk:
            return
        try:
            before, now = self._now, round_after(desk.file, self._now)
            if before is None or (now.meeting, now.round) != (before.meeting, before.round):
                self.track.show_ticks(ticks_of(desk.file))
        except ForumFileError as error:
            self._say(shown(str(error)), wrong=True)
            return
        self._now = now
        self._show_view(desk.view, now, desk)

    def _show_view(self, view: View, now: Moment, desk: Desk) -> None:
        last = desk.file.seq
        match view:
            case Past(moment):
                self._put(moment.seq, last)
                self._say(self._moment_words(moment, last))
            case InScenario(scenario):
                self._put(scenario.origin.seq, last)
                self._say(
                    tr(
                        "The record, not the scenario: it has {entries}; “{name}” branched from entry "
                        "{seq}. Moving "
                        "the bar leaves the scenario.",
                        entries=_entries(last),
                        name=legible(scenario.name),
                        seq=persons(scenario.origin.seq),
                    )
                )
            case Now():
                self._put(last, last)
                self._say(_EMPTY if last == 1 else tr("Now: {moment}", moment=self._moment_words(now, last)))
        for widget in (self.track, self.place):
            widget.setEnabled(last > 1)

    def _put(self, seq: int, last: int) -> None:
        self._later.stop()
        self.track.put(seq, last)

    def _moment_words(self, moment: Moment, last: int) -> str:
        desk = self._desk
        parts = [
            *([] if desk is None else [shown(round_words(desk.shown.forum, moment))]),
            tr("entry {seq} of {last}", seq=persons(moment.seq), last=persons(last)),
            clock_text(moment.at),
            entry_title(moment.title),
            moment.operator,
        ]
        return legible(" · ".join(parts))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.words.set_tone("block" if wrong else "text")
        self.words.set_full_text(words)
        # What a screen reader says of the slider: its number alone would say nothing.
        self.track.setAccessibleName(tr("Time bar: {words}", words=words))

    # ---------------------------------------------------------------------------------------------------- going there

    def leave(self) -> None:
        """Go back to now; where that is shown, back to the table."""
        self._later.stop()
        self.place.clear()
        self._window.back_to_now()

    def _look(self) -> None:
        """Show the moment at which the slider stands; the keyboard stays where it is."""
        desk, seq = self._desk, self.track.value()
        if desk is None or (not isinstance(desk.view, InScenario) and seq == desk.shown.seq):
            return
        focus = QApplication.focusWidget()
        shown = self._window.look(lambda desk: desk.look_at(seq))
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()
        if not shown:
            # Edits that were not taken keep the window where it is, or that state cannot be read.
            self.track.setSliderDown(False)
            self._put(desk.shown.seq if isinstance(desk.view, Past) else desk.file.seq, desk.file.seq)

    def _begin_typing(self, digit: str) -> None:
        self.place.setFocus()
        self.place.setText(digit)

    def _go(self) -> None:
        """Go to what was typed, and let the arrows go on from there."""
        desk = self._desk
        if desk is None or not self.place.text().strip():
            return
        newest = desk.file.saved_at
        shown = desk.shown.saved_at if isinstance(desk.view, Past) else newest
        asked = read_asked(self.place.text(), desk.file.seq, shown, newest)
        seq, problem = self._entry_of(asked, desk)
        if seq is None:
            self._say(problem, wrong=True)
            self.place.selectAll()
            return
        self.place.clear()
        self.track.setFocus()
        self.track.setValue(seq)

    def _entry_of(self, asked: Asked, desk: Desk) -> tuple[int | None, str]:
        """Return the entry that was asked for, else why there is none."""
        if asked.until is None:
            return asked.seq, asked.problem
        try:
            return desk.file.seq_at(asked.until), ""
        except BadInput:
            begun: datetime = desk.file.moment(1).at
            return None, tr("The record begins later, at {time}: type a later time.", time=clock_text(begun))
        except ForumFileError as error:
            return None, shown(str(error))


def _entries(count: int) -> str:
    return tr("1 entry") if count == 1 else tr("{persons} entries", persons=persons(count))
