"""The commands of the Forum menu that a forum on migratory pressure has for the whole procedure."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.calc.forum import Procedure
from desktop_app.views.forum_editors.of_procedure import ProcedureCommands

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.pressure.reduction import ReductionWindow
    from desktop_app.views.pressure.thirty_percent import PressureTestWindow


class PressureCommands(ProcedureCommands):
    """Assessment, report, rounds, act, 30 % test, 10 % reduction and earlier contributions, for one main window."""

    procedure = Procedure.MIGRATORY_PRESSURE

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.test: PressureTestWindow | None = None
        self.spread: ReductionWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "situation": self.situation,
            "report": self.report,
            "rounds": self.rounds,
            "judgement": self.judgement,
            "thirty_percent": self.thirty_percent,
            "reduction": self.reduction,
            "credits": self.credits,
        }

    def situation(self) -> None:
        """Record who triggered the assessment, the indicators, the sources, the Blueprint and the needs."""
        from desktop_app.views.pressure.situation import SituationEditor

        self.edit(SituationEditor)

    def report(self) -> None:
        """Edit the report; see what is asked of whom."""
        from desktop_app.views.pressure.report import PressureReportEditor

        self.edit(PressureReportEditor)

    def rounds(self) -> None:
        """Edit the rounds of the forum, in which types alone may change, and its end."""
        from desktop_app.views.pressure.rounds import TypeRoundsEditor

        self.edit(TypeRoundsEditor)

    def judgement(self) -> None:
        """Edit the act; see what it fixes."""
        from desktop_app.views.pressure.act import PressureActEditor

        self.edit(PressureActEditor)

    def thirty_percent(self) -> None:
        """Show the 30 % test; it follows while it is open."""
        from desktop_app.views.pressure.thirty_percent import PressureTestWindow

        desk = self.desk
        if desk is None:
            return
        if self.test is None:
            self.test = PressureTestWindow(self._window)
            self.test.state_wanted.connect(lambda code: self.go_to(code, "covered"))
            self.keep_beside(self.test, "print_test")
        self.show_beside(self.test, desk)

    def reduction(self) -> None:
        """Show who is eligible for the 10 % reduction, and how it is spread; it follows while it is open."""
        from desktop_app.views.pressure.reduction import ReductionWindow

        desk = self.desk
        if desk is None:
            return
        if self.spread is None:
            self.spread = ReductionWindow(self._window)
            self.spread.state_wanted.connect(lambda code: self.go_to(code, "reduction"))
            self.keep_beside(self.spread, "print_reduction")
        self.show_beside(self.spread, desk)

    def credits(self) -> None:
        """Edit the ledger of earlier contributions; see what counts, and why not."""
        from desktop_app.views.pressure.credits import CreditsEditor

        self.edit(CreditsEditor)
