"""The commands of the Forum menu for report, rounds, judgement and 30 % test of a forum on search and rescue."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.calc.forum import Procedure
from desktop_app.views.forum_editors.of_procedure import ProcedureCommands

if TYPE_CHECKING:
    from desktop_app.views.disembarkation.thirty_percent import ThirtyPercentWindow
    from desktop_app.views.main_window import MainWindow


class DisembarkationCommands(ProcedureCommands):
    """Report and requests, rounds of the forum, judgement and act, the 30 % test, for one main window."""

    procedure = Procedure.SEARCH_AND_RESCUE

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
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

        self.edit(ReportEditor)

    def rounds(self) -> None:
        """Edit the rounds of the forum, and its end."""
        from desktop_app.views.disembarkation.rounds import RoundsEditor

        self.edit(RoundsEditor)

    def judgement(self) -> None:
        """Record the judgement on the plans and the act; compare both paths first."""
        from desktop_app.views.disembarkation.judgement import JudgementEditor

        self.edit(JudgementEditor)

    def thirty_percent(self) -> None:
        """Show the 30 % test; it follows while it is open."""
        from desktop_app.views.disembarkation.thirty_percent import ThirtyPercentWindow

        desk = self.desk
        if desk is None:
            return
        if self.test is None:
            self.test = ThirtyPercentWindow(self._window)
            self.test.state_wanted.connect(lambda code: self.go_to(code, "cover"))
            self.keep_beside(self.test, "print_test")
        self.show_beside(self.test, desk)
