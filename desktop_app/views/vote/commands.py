"""The commands of the negotiation on offsets and vote: windows that stay open beside the main one, and their page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.views.forum_editors.of_procedure import ProcedureCommands
from desktop_app.views.language import tr

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.vote.following import FiguresWindow
    from desktop_app.views.vote.offsets_window import OffsetsWindow
    from desktop_app.views.vote.vote_window import VoteWindow


class VoteCommands(ProcedureCommands):
    """Responsibility offsets and the vote, for one main window."""

    procedure = Procedure.ANNUAL_POOL

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.vote_window: VoteWindow | None = None
        self.offsets_window: OffsetsWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"vote": self.vote, "offsets": self.offsets}

    def vote(self) -> None:
        """Show the vote; what is ticked there is recorded."""
        from desktop_app.views.vote.vote_window import VoteWindow

        desk = self.desk
        if desk is None:
            return
        if self.vote_window is None:
            self.vote_window = VoteWindow(self._window)
            self.vote_window.details_wanted.connect(self.details)
            self._keep(self.vote_window)
        self.show_beside(self.vote_window, desk)

    def offsets(self) -> None:
        """Show what Art. 63 says of every Member State and of the pool."""
        from desktop_app.views.vote.offsets_window import OffsetsWindow

        desk = self.desk
        if desk is None:
            return
        if self.offsets_window is None:
            self.offsets_window = OffsetsWindow(self._window)
            self.offsets_window.state_wanted.connect(lambda code: self.go_to(code, "relocations"))
            self._keep(self.offsets_window)
        self.show_beside(self.offsets_window, desk)

    def details(self) -> None:
        """Edit day and act of the vote, and the voting population."""
        from desktop_app.views.vote.details import VoteDetailsEditor

        self.edit(VoteDetailsEditor)

    def print_page(self) -> None:
        """Show offsets and vote as they print."""
        from desktop_app.views.preview.window import Printable

        self._window.files.documents.show_document(
            Printable(tr("Vote and responsibility offsets"), tr("vote and offsets"), _page)
        )

    def _keep(self, shown: "FiguresWindow") -> None:
        self._beside.append(shown)
        shown.print_wanted.connect(self.print_page)
        shown.asked.connect(self._explain)

    def _explain(self, figure: str, code: str) -> None:
        """Answer "why?" in the main window's panel."""
        self._window.activateWindow()
        self._window.why.ask(figure, code or None)


def _page(assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing") -> bytes:
    from desktop_app.documents.vote_and_offsets import vote_and_offsets_pdf

    pool = AnnualPoolAssessment.of(assessment)
    return vote_and_offsets_pdf(pool, print_of, language=language, sheet=sheet, standing=standing)
