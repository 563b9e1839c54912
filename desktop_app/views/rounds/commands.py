"""The commands on meetings and rounds, for one main window."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import SetMeetings
from desktop_app.calc.forum import Procedure
from desktop_app.calc.memory import MarkKind, Moment
from desktop_app.calc.rounds import round_words, sitting_of, sittings
from desktop_app.models.errors import BadInput, ForumFileError
from desktop_app.models.rounds import round_now, rounds_kept
from desktop_app.models.standpoints import NOW
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import Now
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.rounds.window import RoundsWindow
from desktop_app.views.theme import legible
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.rounds.close_dialog import Closing
    from desktop_app.views.rounds.open_dialog import Opening

_NO_SESSION = marked(
    "Every session of the Solidarity Forum that is recorded is the one that is held. Another is recorded in Forum ▸ "
    "Rounds of the forum…; what is typed then belongs to it."
)


class RoundCommands(QObject):
    """Meetings and rounds of the open forum."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window.

        Args:
            window: the main window.
        """
        super().__init__(window)
        self._main = window
        self.window: RoundsWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"meetings_and_rounds": self.show, "close_round": self.close_round}

    def show_desk(self, _desk: Desk | None) -> None:
        """Put the window away: its rounds are those of another forum."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.window is not None:
            self.window.set_scale(around(percent))

    def may_close(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    def show(self) -> None:
        """Show the meetings and rounds."""
        desk = self._main.desk
        if desk is None:
            return
        if self.window is None:
            self.window = RoundsWindow(self._main)
            self.window.open_wanted.connect(self._open)
            self.window.compare_wanted.connect(self._compare)
            self.window.paper_wanted.connect(lambda moment, is_open: self._print(moment, is_open=is_open))
            self.window.meeting_wanted.connect(self.open_meeting)
            self.window.close_wanted.connect(self.close_round)
        self.set_zoom(self._main.settings.zoom)
        self.window.show_desk(desk)
        self.window.show()
        self.window.activateWindow()

    def close_round(self) -> None:
        """Ask for the name of the snapshot, close the round, and back the file up."""
        from desktop_app.views.rounds.close_dialog import CloseRoundDialog

        desk = self._record()
        if desk is None:
            return
        moment = round_now(desk.file)
        taken = [each.name for each in desk.file.snapshots()]
        dialog = CloseRoundDialog(self._above, desk.assessment, moment, self._changes(desk, moment), taken)
        dialog.set_scale(around(self._main.settings.zoom))
        closing: Closing | None = dialog.asked()
        if closing is None or not desk.mark(MarkKind.ROUND, closing.name, {"round": moment.round}, closing.note):
            return
        where = legible(round_words(desk.assessment.forum, moment))
        self._main.remark(
            tr(
                "Closed: {where}. Snapshot “{name}”, fingerprint {fingerprint}.",
                where=where,
                name=closing.name,
                fingerprint=moment.fingerprint,
            )
        )
        self._main.files.back_up()

    def open_meeting(self) -> None:
        """Ask for the meeting to which what follows shall belong, and back the file up."""
        from desktop_app.views.rounds.open_dialog import OpenMeetingDialog

        desk = self._record()
        if desk is None:
            return
        forum, moment = desk.assessment.forum, round_now(desk.file)
        others = [each for each in sittings(forum) if each.id != moment.meeting]
        if forum.procedure is not Procedure.ANNUAL_POOL and not others:
            Message.show(self._above, tr("No other session is recorded"), _NO_SESSION)
            return
        dialog = OpenMeetingDialog(self._above, forum, moment, self._changes(desk, moment))
        dialog.set_scale(around(self._main.settings.zoom))
        opening: Opening | None = dialog.asked()
        if opening is None:
            return
        if opening.added is not None and not desk.apply(SetMeetings((*forum.meetings, opening.added))):
            return
        sitting = sitting_of(desk.assessment.forum, opening.meeting)
        number = 1 + sum(each.moment.meeting == opening.meeting for each in desk.file.snapshots())
        title = opening.meeting if sitting is None else sitting.title
        # The record is kept in English.
        opened = marked("Opened: {title}", title=title)
        if desk.mark(MarkKind.MEETING, opened, {"round": number}, meeting=opening.meeting):
            self._main.remark(tr("Opened: {title}. What is typed now belongs to it.", title=legible(title)))
            self._main.files.back_up()

    @property
    def _above(self) -> "RoundsWindow | MainWindow":
        """The window over which a dialog stands."""
        beside = self.window
        return beside if beside is not None and beside.isActiveWindow() else self._main

    def _record(self) -> Desk | None:
        """Return the desk, showing the record as it stands: what is closed or opened is never a scenario's."""
        desk = self._main.desk
        if desk is None or desk.file.is_read_only or not self._main.finish_entry():
            return None
        if not isinstance(desk.view, Now) and not self._main.look(Desk.back_to_now):
            return None
        return desk

    def _changes(self, desk: Desk, moment: Moment) -> int:
        here = (moment.meeting, moment.round)
        return sum(each.changes for each in rounds_kept(desk.file) if (each.meeting, each.number) == here)

    def _open(self, moment: Moment) -> None:
        if self._main.look(lambda desk: desk.look_at(moment.seq)) and self.window is not None:
            self.window.close()
            self._main.activateWindow()

    def _print(self, moment: Moment, *, is_open: bool) -> None:
        """Show the table of a state as it prints, with what it is of on every page; the window stays where it is."""
        from desktop_app.documents.standing import now, past
        from desktop_app.views.preview.window import Printable

        desk = self._main.desk
        if desk is None:
            return
        try:
            forum = desk.file.forum_at(moment.seq)
        except (BadInput, ForumFileError) as error:
            Message.show(self._above, tr("This cannot be printed"), shown(str(error)))
            return
        title = tr("Table of now") if is_open else tr("Table of “{title}”", title=moment.title)
        standing = now(None) if is_open else past(moment, None)
        self._main.files.documents.show_document(
            Printable(title, tr("table, entry {seq}", seq=moment.seq), _table), (assess(forum), standing)
        )

    def _compare(self, one: Moment, other: Moment | None) -> None:
        from desktop_app.views.compare import CompareCommands

        part, desk = self._main.negotiation.part("compare.CompareCommands"), self._main.desk
        if desk is not None and isinstance(part, CompareCommands):
            names = [each.name.casefold() for each in desk.file.snapshots()]
            part.compare_states(_called(one, desk, names), NOW if other is None else _called(other, desk, names))


def _called(moment: Moment, desk: Desk, names: Sequence[str]) -> str:
    """Return by what a state is found to be compared: its snapshot's name where that is one of its own."""
    if moment.seq == desk.file.seq:
        return NOW
    name = moment.title.casefold()
    return moment.title if names.count(name) == 1 and name != NOW else tr("entry {seq}", seq=moment.seq)


def _table(assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing") -> bytes:
    from desktop_app.documents.table import table_pdf

    return table_pdf(assessment, print_of, language=language, sheet=sheet, standing=standing)
