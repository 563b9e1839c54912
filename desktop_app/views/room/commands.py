"""The commands of the room display: show this to the room, open and close it, hide everything."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal

from desktop_app.calc.memory import Mark, MarkKind
from desktop_app.calc.room import Choice, Content, RoomSheet, choice_of, clock, codes_of, neutral_name, room_sheet
from desktop_app.views.capture import about_captures
from desktop_app.views.dialogs.help_beside import show_help
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.room import record
from desktop_app.views.room.dialog import Offer, ReleaseDialog
from desktop_app.views.room.handover import RoomStanding
from desktop_app.views.room.keys import HidingKey
from desktop_app.views.room.projector import Screens
from desktop_app.views.room.window import RoomWindow
from desktop_app.views.theme import legible
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow

_T = TypeVar("_T")

HELP: Final = ("negotiation", marked("The room display"))
READS: Final = marked("Another desk types here: only that one shows something to the room.")
NOTHING_RELEASED: Final = marked("The room display is open and shows nothing: F11 shows something.")
CANNOT_AGAIN: Final = marked("What was released last cannot be shown again as it was; the room display shows nothing.")
WAITS: Final = marked("The projector is gone: the room display waits for the next one.")
_USUAL_SCREEN: Final = QSize(1920, 1080)
"""What the picture in the dialog is made for where there is no projector."""
_COUNTED_AFTER: Final = 200
"""When changes since the release are counted anew, milliseconds after the last one: not between key and verdict."""


class RoomCommands(QObject):
    """The room display of one main window.

    Signals:
        standing_changed(str): what the room sees, in a line for the main window; empty while no display is open.
    """

    standing_changed = Signal(str)

    def __init__(self, window: "MainWindow") -> None:
        """Open nothing.

        Args:
            window: the main window.
        """
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._percent = 100
        self._room: RoomWindow | None = None
        self._shown: Mark | None = None
        self._hidden_since: int | None = None
        self._is_hidden = False
        self.standing = ""
        self.screens = Screens(self)
        self._key = HidingKey(self)
        self._key.pressed.connect(self.hide)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNTED_AFTER)
        self._counting.timeout.connect(self._tell)
        self.standing_changed.connect(lambda standing: window.status.room.set_full_text(legible(standing)))
        window.installEventFilter(self)

    # ------------------------------------------------------------------------------------------- what a part offers

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"release": self.release, "room": self.toggle, "hide_room": self.hide}

    def show_desk(self, desk: "Desk | None") -> None:
        """Follow another desk: what was shown of the former one goes at once."""
        if desk is self._desk:
            return
        if self._room is not None:
            self._room.hide_all(_name_for(desk))
            self._room.close()
        self._desk, self._shown, self._is_hidden, self._hidden_since = desk, None, False, None
        if desk is not None:
            desk.recorded.connect(self._recorded)
        self._tell()

    @property
    def room_standing(self) -> RoomStanding:
        """What another window needs to go on with the room display."""
        is_open = self._room is not None and self._room.is_open
        return RoomStanding(is_open=is_open, is_hidden=self._is_hidden, hidden_since=self._hidden_since)

    def go_on_with(self, standing: RoomStanding) -> None:
        """Show the room what another window showed it; what was hidden there stays hidden, recorded or not."""
        self._hidden_since = standing.hidden_since
        if standing.is_open and standing.is_hidden:
            self._show(None, None)
        elif standing.is_open:
            self.toggle()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom; the room display has one of its own."""
        self._percent = percent

    def may_close(self) -> bool:
        """Nothing typed is lost here."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the room display with the main window, once that has gone."""
        if event.type() == QEvent.Type.Close:
            QTimer.singleShot(0, self, self._go_with_the_desk)
        return super().eventFilter(watched, event)

    @property
    def room(self) -> RoomWindow:
        """The window of the room, made when it is first needed."""
        if self._room is None:
            self._room = RoomWindow(_name_for(self._desk), self.screens, self._window.settings)
            self._room.hiding_wanted.connect(self.hide)
            self._room.help_wanted.connect(lambda: show_help(self._window, *HELP))
            self._room.shown_or_hidden.connect(self._tell)
            self._room.chosen.connect(self._remember)
            self.destroyed.connect(self._room.deleteLater)
        return self._room

    # ---------------------------------------------------------------------------------------------- what they do

    def release(self) -> None:
        """Ask what is shown to the room, put it on record, and show it."""
        desk = self._desk
        if desk is None:
            return
        if desk.file.is_read_only:
            self._window.remark(READS)
            return
        sources = self._read(lambda: self._sources(desk))
        if sources is None:
            return
        offers = [self._offer(desk, words, source) for words, source in sources]
        dialog = ReleaseDialog(
            self._window,
            offers,
            self._first_choice(desk),
            self._screen_size(),
            is_dark=self._window.settings.room_dark,
            zoom=self._window.settings.room_zoom,
        )
        capture = self._window.capture
        dialog.offer_captures(wanted=capture.is_wanted, possible=capture.is_possible, about=about_captures())
        dialog.set_scale(around(self._percent))
        chosen = dialog.asked()
        if chosen is None:
            return
        if capture.is_possible and chosen.keep_out != capture.is_wanted:
            capture.choose(forbidden=chosen.keep_out)
        self._window.settings.room_contents = [each.value for each in chosen.choice.contents]
        self._put_on_record(desk, chosen.choice, sources[chosen.offer][1])

    def toggle(self) -> None:
        """Open the room display with what was released last, or close it."""
        desk = self._desk
        if desk is None or self.room.is_open:
            self.room.close()
            return
        mark = self._read(lambda: record.last_word(desk.file))
        sheet: RoomSheet | None = None
        if mark is not None and mark.kind is MarkKind.RELEASE and mark.moment.seq != self._hidden_since:
            sheet = self._read(lambda: record.sheet_of(desk.file, mark))
            self._window.remark("" if sheet is not None else CANNOT_AGAIN)
        else:
            self._window.remark(NOTHING_RELEASED)
        self._show(mark, sheet)

    def hide(self) -> None:
        """Hide everything from the room, at once; it comes back only by another release."""
        if self._room is not None:
            self._room.hide_all()
        self._is_hidden = True
        # The screen is blank by now; what follows may take as long as the disk likes, or fail.
        QTimer.singleShot(0, self, self._record_hiding)

    # ---------------------------------------------------------------------------------------------------- releasing

    def _put_on_record(self, desk: "Desk", choice: Choice, source: record.Source) -> None:
        if not desk.mark(MarkKind.RELEASE, choice.title, source.particulars(choice)):
            return
        mark = self._read(lambda: record.last_release(desk.file))
        if mark is not None:
            # As the picture was made, with the time of the record; not read again from what may have changed since.
            before = self._read(lambda: record.before_of(desk.file, source))
            self._show(mark, room_sheet(source.assessment, choice, source.stamp(mark.moment.at), before))

    def _show(self, mark: Mark | None, sheet: RoomSheet | None) -> None:
        room = self.room
        self._shown, self._is_hidden = (None if sheet is None else mark), sheet is None
        if sheet is None:
            room.hide_all()
        else:
            room.show_sheet(sheet)
        if not room.isVisible():
            room.open_beside(self._window)
            # Typing goes on at the desk: some desktops give the keyboard to every window that comes up.
            self._window.activateWindow()
        elif sheet is not None:
            # On a screen that both share, what was just released is what is seen, not the draft.
            room.raise_()
        self._tell()

    def _sources(self, desk: "Desk") -> list[tuple[str, record.Source]]:
        """Return the states that can be shown, each in words; the one that is looked at first."""
        shown = record.source_shown(desk)
        found = [(_words_of(desk, shown), shown)]
        mark = record.last_release(desk.file)
        again = None if mark is None else record.source_of(desk.file, mark)
        if mark is not None and again is not None and again.state_hash != shown.state_hash:
            found.append((tr("Again what was released at {clock}", clock=clock(record.local(mark.moment.at))), again))
        return found

    def _offer(self, desk: "Desk", words: str, source: record.Source) -> Offer:
        # Kept while the dialog asks: the title is typed letter by letter, each with a picture of its own.
        before = cache(lambda: self._read(lambda: record.before_of(desk.file, source)))
        return Offer(
            words,
            codes_of(source.assessment),
            source.round_before is not None,
            source.scenario is not None,
            lambda choice: room_sheet(
                source.assessment,
                choice,
                source.stamp(datetime.now(UTC)),
                before() if Content.COMPARISON in choice.contents else None,
            ),
        )

    def _first_choice(self, desk: "Desk") -> Choice:
        """Return what was shown last; at first the totals, under the name of the forum."""
        forum = desk.assessment.forum
        mark = self._read(lambda: record.last_release(desk.file))
        last = None if mark is None else choice_of(mark.moment.title, mark.particulars)
        if last is not None:
            return last
        remembered = choice_of("", {"shows": self._window.settings.room_contents})
        contents = (Content.TOTALS,) if remembered is None else remembered.contents
        return Choice(forum.title or neutral_name(forum.procedure), contents)

    def _screen_size(self) -> QSize:
        if self._room is not None and self._room.isVisible():
            return self._room.size()
        projector = self.screens.projector(self._window)
        return _USUAL_SCREEN if projector is None else projector.geometry().size()

    # ------------------------------------------------------------------------------------------------------- hiding

    def _record_hiding(self) -> None:
        desk = self._desk
        if desk is None:
            return
        mark = self._read(lambda: record.last_word(desk.file))
        if mark is not None and mark.kind is MarkKind.RELEASE:
            # Should the disk refuse, this release is not shown again either.
            self._hidden_since = mark.moment.seq
            if not desk.file.is_read_only:
                desk.mark(MarkKind.WITHDRAWAL, record.HIDDEN)
        self._tell()

    # ------------------------------------------------------------------------------------------------------ standing

    def _recorded(self) -> None:
        self._counting.start()
        desk, room = self._desk, self._room
        if desk is not None and desk.file.is_read_only and room is not None and room.is_open:
            self._follow(desk, room)

    def _follow(self, desk: "Desk", room: RoomWindow) -> None:
        """On a laptop that only reads, show and hide what the desk that types has released and hidden since."""
        mark = self._read(lambda: record.last_word(desk.file))
        known = max(self._hidden_since or 0, 0 if self._shown is None else self._shown.moment.seq)
        if mark is None or mark.moment.seq <= known:
            return
        if mark.kind is MarkKind.WITHDRAWAL:
            room.hide_all()
            self._shown, self._is_hidden = None, True
        else:
            self._show(mark, self._read(lambda: record.sheet_of(desk.file, mark)))

    def _tell(self) -> None:
        """Say in the main window what the room sees, and mark the command."""
        room = self._room
        self._window.menus.actions["room"].setChecked(room is not None and room.is_open)
        standing = "" if room is None or not room.is_open else self._standing(room)
        if standing != self.standing:
            self.standing = standing
            self.standing_changed.emit(standing)

    def _standing(self, room: RoomWindow) -> str:
        if room.is_waiting:
            return WAITS
        desk, mark = self._desk, self._shown
        if desk is None or mark is None or self._is_hidden:
            return tr("The room sees nothing")
        return self._read(lambda: record.standing_words(desk.file, mark)) or ""

    def _remember(self) -> None:
        self._window.settings.save()

    def _go_with_the_desk(self) -> None:
        if self._room is not None and not self._window.isVisible():
            self._room.close()

    def _read(self, reads: "Callable[[], _T]") -> "_T | None":
        from desktop_app.models.errors import BadInput, ForumFileError

        try:
            return reads()
        except (BadInput, ForumFileError) as error:
            self._window.remark(shown(str(error)))
            return None


def _name_for(desk: "Desk | None") -> str:
    return "" if desk is None else neutral_name(desk.assessment.forum.procedure)


def _words_of(desk: "Desk", source: record.Source) -> str:
    if source.scenario is not None:
        return tr("The scenario that is looked at")
    if source.reached is None:
        return tr("The state of now")
    return tr(
        "The past that is looked at: {clock}, entry {seq}",
        clock=clock(record.local(source.reached)),
        seq=desk.shown.seq,
    )
