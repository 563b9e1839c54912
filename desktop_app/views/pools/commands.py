"""The commands on the pools in use, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.views.language import tr
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.pools.drafts import PoolEditor
    from desktop_app.views.pools.window import PoolsWindow


_AFTER_TYPING: Final = 40
"""Milliseconds after an entry at which the window follows it: the eye takes it for at once."""


class PoolCommands(QObject):
    """Opens the window of the pools, keeps it up to date, and opens the editors of what happens to them."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self.shown: PoolsWindow | None = None
        # The table comes first: nobody types against the pools, and what is typed quickly is shown once.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_TYPING)
        self._later.timeout.connect(self._show_now)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "pools": self.pools,
            "draw": self.draw,
            "calls": self.calls,
            "call_forum": self.call_forum,
            "raise_pools": self.raise_pools,
            "top_up": self.top_up,
            "pressure_procedure": self.pressure_procedure,
            "print_record": self.print_record,
        }

    # ------------------------------------------------------------------------------------------------------ the window

    def pools(self) -> None:
        """Show the pools of the open forum: that of the cursor's Member State, else the first one with the alarm."""
        from desktop_app.views.pools.window import PoolsWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = PoolsWindow(self._window)
            self.shown.wanted.connect(self._do)
            self.shown.edit_wanted.connect(self._change)
            self.shown.removal_wanted.connect(self._remove)
        self._watch(desk)
        is_new = not self.shown.isVisible()
        self.shown.show_assessment(desk.response, read_only=desk.read_only)
        if is_new:
            codes = [pool.benefitting for pool in desk.response.totals.pools if pool.alarm]
            for code in (*codes[:1], self._window.workspace.table.selected()[0]):
                self.shown.go_to(code or "")
        self.shown.show()
        self.shown.set_zoom(self._window.settings.zoom)
        self.shown.activateWindow()
        self.shown.pools.setFocus()

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if desk is not self._desk:
            self._watch(None)
            self.close()

    def follow(self) -> None:
        """Show new figures in a moment, where the window is in sight; it follows its desk by itself, too."""
        if self.shown is not None and self.shown.isVisible():
            self._later.start()

    def _show_now(self) -> None:
        self._later.stop()
        if self.shown is not None and self._desk is not None and self.shown.isVisible():
            self.shown.show_assessment(self._desk.response, read_only=self._desk.read_only)

    def may_close(self) -> bool:
        """Tell whether the forum may be closed: an editor asks before it goes, and holds nothing afterwards."""
        return True

    def close(self) -> None:
        """Put the window away."""
        if self.shown is not None:
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_zoom(percent)

    def _watch(self, desk: "Desk | None") -> None:
        if desk is self._desk:
            return
        if self._desk is not None:
            self._desk.assessed.disconnect(self._assessed)
            self._desk.refused.disconnect(self._refused)
            self._desk.failed.disconnect(self._refused)
        self._desk = desk
        if desk is not None:
            desk.assessed.connect(self._assessed)
            desk.refused.connect(self._refused)
            desk.failed.connect(self._refused)

    def _assessed(self, _assessment: "Assessment") -> None:
        self.follow()

    def _refused(self, reason: str) -> None:
        if self.shown is not None and self.shown.isVisible():
            self.shown.say(reason)

    # ----------------------------------------------------------------------------------------------------- the editors

    def draw(self) -> None:
        """Record a draw on the current pool."""
        from desktop_app.views.pools.draw import DrawEditor

        desk = self._window.desk
        before = 0 if desk is None else len(desk.response.forum.search_and_rescue.use)
        self._edit(lambda parent, held: DrawEditor(parent, held, self._current))
        if desk is not None and self.shown is not None and self._count(desk) > before:
            recorded = desk.response.forum.search_and_rescue.use
            self.shown.go_to(recorded[-1].benefitting)
            self.shown.go_to_draw(len(recorded) - 1)

    def calls(self) -> None:
        """Edit the requests for the use of the pools."""
        from desktop_app.views.pools.entries import CallsEditor

        self._edit(CallsEditor)

    def call_forum(self) -> None:
        """Call the forum because of the current pool."""
        from desktop_app.views.pools.convene import ConveneEditor

        self._edit(lambda parent, desk: ConveneEditor(parent, desk, self._alarmed(desk)))

    def raise_pools(self) -> None:
        """Edit what Member States add of their own will."""
        from desktop_app.views.pools.entries import RaisesEditor

        self._edit(lambda parent, desk: RaisesEditor(parent, desk, self._alarmed(desk)))

    def top_up(self) -> None:
        """Raise a pool by amending the act."""
        from desktop_app.views.pools.top_up import TopUpEditor

        self._edit(lambda parent, desk: TopUpEditor(parent, desk, self._alarmed(desk)))

    def pressure_procedure(self) -> None:
        """Edit the procedure of migratory pressure beside."""
        from desktop_app.views.pools.pressure import PressureEditor

        self._edit(PressureEditor)

    def print_record(self) -> None:
        """Show the record of the pools as it prints."""
        from desktop_app.views.preview.window import Printable

        self._window.files.documents.show_document(Printable(tr("Record of the pools"), tr("pools"), _record))

    @property
    def _current(self) -> str | None:
        """The pool that is meant: of the window where it is in sight."""
        return self.shown.current if self.shown is not None and self.shown.isVisible() else None

    def _alarmed(self, desk: "Desk") -> str | None:
        """Return the current pool where it has the alarm, or where no other has."""
        current = self._current
        alarmed = [pool.benefitting for pool in desk.response.totals.pools if pool.alarm]
        return current if not alarmed or current in alarmed else alarmed[0]

    def _count(self, desk: "Desk") -> int:
        return len(desk.response.forum.search_and_rescue.use)

    def _edit(self, editor: "Callable[[QWidget, Desk], PoolEditor]") -> None:
        desk = self._window.desk
        if desk is None:
            return
        parent: QWidget = self._window
        if self.shown is not None and self.shown.isActiveWindow():
            parent = self.shown
        shown = editor(parent, desk)
        shown.set_scale(around(self._window.settings.zoom))
        shown.ask()
        self._show_now()

    def _change(self, place: int) -> None:
        from desktop_app.views.pools.draw import DrawEditor

        self._edit(lambda parent, desk: DrawEditor(parent, desk, None, place))

    def _remove(self, place: int) -> None:
        """Take a draw out, after saying what that does; undo brings it back."""
        from desktop_app.views.dialogs.messages import Message
        from desktop_app.views.pools.removal import removal_of

        desk = self._desk
        if desk is None or desk.read_only:
            return
        change, words = removal_of(desk.response, place)
        if Message.confirm(self.shown, tr("Take this draw out?"), words, tr("&Take out")):
            desk.apply(change)
            self._show_now()

    def _do(self, name: str) -> None:
        """Do what the window asks for."""
        doing: dict[str, Callable[[], object]] = {
            **self.commands(),
            "undo": self._window.undo,
            "redo": self._window.redo,
        }
        # The steps before a pool is used are commands of the main window.
        (doing.get(name) or self._window.menus.actions[name].trigger)()
        self._show_now()


def _record(assessment: "Assessment", print_of: str, language: str, sheet: "Sheet", standing: "Standing") -> bytes:
    from desktop_app.calc.response_assessment import SearchAndRescueAssessment
    from desktop_app.documents.pool_record import pool_record_pdf

    response = SearchAndRescueAssessment.of(assessment)
    return pool_record_pdf(response, print_of, language=language, sheet=sheet, standing=standing)
