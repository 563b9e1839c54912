"""The commands of the Forum menu for report, rounds, judgement and 30 % test of a forum on search and rescue."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.disembarkation.thirty_percent import ThirtyPercentWindow
    from desktop_app.views.forum_editors.base import ForumEditor
    from desktop_app.views.main_window import MainWindow


class DisembarkationCommands(QObject):
    """Report and requests, rounds of the forum, judgement and act, the 30 % test, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.test: ThirtyPercentWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "report": self.report,
            "rounds": self.rounds,
            "judgement": self.judgement,
            "thirty_percent": self.thirty_percent,
        }

    def report(self) -> None:
        """Edit the report and the day of the requests; see what is asked of whom."""
        from desktop_app.views.disembarkation.report import ReportEditor

        self._edit(ReportEditor)

    def rounds(self) -> None:
        """Edit the rounds of the forum, and its end."""
        from desktop_app.views.disembarkation.rounds import RoundsEditor

        self._edit(RoundsEditor)

    def judgement(self) -> None:
        """Record the judgement on the plans and the act; compare both paths first."""
        from desktop_app.views.disembarkation.judgement import JudgementEditor

        self._edit(JudgementEditor)

    def thirty_percent(self) -> None:
        """Show the 30 % test; it follows while it is open."""
        from desktop_app.views.disembarkation.thirty_percent import ThirtyPercentWindow

        desk = self._desk
        if desk is None:
            return
        if self.test is None:
            self.test = ThirtyPercentWindow(self._window)
            self.test.state_wanted.connect(self._go_to)
            self.test.print_wanted.connect(self._window.menus.actions["print_test"].trigger)
        self.test.set_scale(around(self._window.settings.zoom))
        self.test.show_desk(desk)
        self.test.show()
        self.test.activateWindow()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.test is not None:
            self.test.set_scale(around(percent))

    def close(self) -> None:
        """Put the window of the test away, as before another forum is shown."""
        if self.test is not None:
            self.test.close()

    @property
    def _desk(self) -> "Desk | None":
        """The desk of a forum on search and rescue; ``None`` for every other."""
        desk = self._window.desk
        is_ours = desk is not None and desk.assessment.forum.procedure is Procedure.SEARCH_AND_RESCUE
        return desk if is_ours else None

    def _go_to(self, code: str) -> None:
        self._window.activateWindow()
        self._window.workspace.go_to(code, "cover")

    def _edit(self, editor: "Callable[[QWidget, Desk], ForumEditor]") -> None:
        desk = self._desk
        if desk is not None:
            shown = editor(self._window, desk)
            shown.set_scale(around(self._window.settings.zoom))
            shown.ask()
