"""The commands on the history, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.memory import Elsewhere, MarkKind, Moment, Step
from desktop_app.models.errors import BadInput, ForumFileError
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import entry_title, marked, shown, tr
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.history.window import HistoryWindow
    from desktop_app.views.main_window import MainWindow

_BACK: Final = 200
"""Entries among which the last change is looked for behind marks."""


class HistoryCommands(QObject):
    """Opens the window of the history and the dialogs on single entries."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.shown: HistoryWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"history": self.history, "reason": self.reason, "find_moment": self.find_moment}

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if self.shown is not None and desk is not self.shown.desk:
            self.shown.show_desk(None)
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_scale(around(percent))

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window: dialogs ask for themselves."""
        return True

    # ------------------------------------------------------------------------------------------------------ the window

    def history(self) -> None:
        """Show the history; it offers that of the cell at which the table's cursor stands."""
        from desktop_app.views.history.window import HistoryWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = HistoryWindow(self._window)
            self.shown.look_wanted.connect(self._look)
            self.shown.figures_wanted.connect(self._show_figures)
            self.shown.take_back_wanted.connect(self._take_back)
            self.shown.reason_wanted.connect(self._give_reason)
            self.shown.set_scale(around(self._window.settings.zoom))
        self.shown.show_desk(desk)
        self.shown.show()
        self.shown.begin()
        self.shown.filters.offer_place(*self._window.workspace.table.selected())
        self.shown.activateWindow()

    def _look(self, step: Step) -> None:
        if self._window.look(lambda desk: desk.look_at(step.moment.seq)):
            self._window.activateWindow()
            self._window.workspace.table.setFocus()

    def _show_figures(self, step: Step) -> None:
        from desktop_app.calc.assess import assess
        from desktop_app.views.history.dialogs import FiguresDialog

        desk, seq = self._window.desk, step.moment.seq
        if desk is None:
            return
        try:
            before, after = (assess(desk.file.forum_at(each)) for each in (seq - 1, seq))
        except (BadInput, ForumFileError) as error:
            Message.show(self.shown, tr("The past cannot be read"), shown(str(error)))
            return
        dialog = FiguresDialog(self.shown, _entry_words(step), before, after)
        dialog.set_scale(around(self._window.settings.zoom))
        dialog.asked()

    # ----------------------------------------------------------------------------------------------- single entries

    def _take_back(self, step: Step) -> None:
        """Take one past change back on its own, after a look at what that does."""
        from desktop_app.calc.assess import assess
        from desktop_app.views.history.dialogs import TakeBackDialog

        desk, seq = self._window.desk, step.moment.seq
        if desk is None:
            return
        try:
            forum = desk.file.reverting(seq)
        except (CannotChangeError, BadInput) as error:
            self._show_depending(seq, shown(str(error)))
            return
        except ForumFileError as error:
            Message.show(self.shown, tr("The past cannot be read"), shown(str(error)))
            return
        before = assess(desk.file.forum)
        dialog = TakeBackDialog(self.shown, _entry_words(step), before, assess(forum, before))
        dialog.set_scale(around(self._window.settings.zoom))
        reason = dialog.asked()
        if reason is None or not self._window.look(lambda shown: shown.back_to_now()):
            return
        if desk.through(lambda: desk.file.revert(seq, reason or None)):
            self._window.workspace.show_step(before.forum, desk.file.forum)
            self._window.remark(tr("Entry {seq} taken back; Ctrl+Z brings it again.", seq=seq))

    def _show_depending(self, seq: int, why: str) -> None:
        """Say what depends on a change, and go there if that is wanted."""
        desk, shown = self._window.desk, self.shown
        if desk is None or shown is None:
            return
        later = [moment.seq for moment in desk.file.later_touches(seq)][:3]
        chosen = Message.choose(
            shown,
            tr("This change cannot be taken back on its own"),
            why,
            [tr("Go to entry {each}", each=each) for each in later],
        )
        if chosen is not None:
            shown.go_to(later[chosen])

    def reason(self) -> None:
        """Give a reason for the last change of the record."""
        desk = self._window.desk
        if desk is None:
            return
        last = next((each for each in desk.file.history(_BACK) if each.action != "mark"), None)
        if last is not None:
            self._give_reason(desk.file.steps(1, last.seq + 1)[0])

    def _give_reason(self, step: Step) -> None:
        from desktop_app.views.history.dialogs import ReasonDialog

        desk, seq = self._window.desk, step.moment.seq
        if desk is None:
            return
        parent = self.shown if self.shown is not None and self.shown.isActiveWindow() else self._window
        dialog = ReasonDialog(parent, _entry_words(step), step.reason)
        dialog.set_scale(around(self._window.settings.zoom))
        reason = dialog.asked()
        # The record is kept in English.
        title = marked("Reason for entry {seq}", seq=str(seq))
        if reason and desk.mark(MarkKind.REASON, title, {"about": seq}, reason):
            self._window.remark(tr("The reason stands beside entry {seq}.", seq=seq))

    def find_moment(self) -> None:
        """Find a printed fingerprint, and open it where it belongs."""
        from desktop_app.views.history.dialogs import FindDialog

        desk = self._window.desk
        if desk is None:
            return
        dialog = FindDialog(self._window, desk.file.find, desk.file.forum)
        dialog.set_scale(around(self._window.settings.zoom))
        found = dialog.asked()
        if isinstance(found, Moment):
            self._window.look(lambda shown: shown.look_at(found.seq))
        elif isinstance(found, Elsewhere):
            self._window.look(lambda shown: shown.look_at(found.merged.seq))
        elif found is not None:
            self._window.look(lambda shown: shown.look_in(found.id))


def _entry_words(step: Step) -> str:
    return tr(
        "Entry {seq}: {title} ({operator})",
        seq=step.moment.seq,
        title=entry_title(step.moment.title),
        operator=step.moment.operator,
    )
