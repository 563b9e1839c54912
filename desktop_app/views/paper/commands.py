"""The commands of the submenu on paper for the room, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.comparison import CannotCompareError
from desktop_app.calc.forum import Procedure
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import shown, tr

if TYPE_CHECKING:
    from desktop_app.calc.papers import MeetingRecord
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.paper.dialogs import DossierChoice
    from desktop_app.views.progress import Report


class PaperCommands(QObject):
    """Shows delegation sheets, differences and dossiers as they print, of what the desk shows."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin with nothing shown.

        Args:
            window: the main window.
        """
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "delegation_sheets": lambda: self._tried(self.delegation_sheets),
            "difference_paper": lambda: self._tried(self.difference_paper),
            "table_paper": lambda: self._tried(self.table_paper),
            "dossier": lambda: self._tried(self.dossier),
        }

    def show_desk(self, _desk: Desk | None) -> None:
        """Follow nothing: previews go with their forum."""

    def set_zoom(self, _percent: int) -> None:
        """Follow nothing: previews have a zoom of their own."""

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window."""
        return True

    def _tried(self, command: Callable[[Desk], object]) -> None:
        """Do a command; what keeps it from being done is said, and stopping it is no fault."""
        desk = self._window.desk
        if desk is None:
            return
        try:
            command(desk)
        except Cancelled:
            self._window.remark(tr("Nothing was printed."))
        except (BadInput, ForumFileError, CannotCompareError) as error:
            Message.show(self._window, tr("This cannot be printed"), shown(str(error)))

    def delegation_sheets(self, desk: Desk) -> None:
        """Ask for which states, and show their sheets; they follow the typing."""
        from desktop_app.documents.delegation import Sheets, delegation_pdf, with_sheets
        from desktop_app.views.paper.dialogs import SheetsDialog
        from desktop_app.views.paper.gathering import Histories
        from desktop_app.views.preview.window import Printable

        known = with_sheets(desk.assessment)
        choice = SheetsDialog.ask(self._window, known)
        if choice is None:
            return
        histories = Histories(self._window, desk)
        histories.of(choice.codes)

        def make(assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing") -> bytes:
            there = with_sheets(assessment)
            codes = None if choice.codes is None else [code for code in choice.codes if code in there]
            wanted = Sheets(codes, choice.secretariat)
            history = histories.of(choice.codes)
            return delegation_pdf(
                assessment, print_of, history, wanted, language=language, sheet=sheet, standing=standing
            )

        self._window.files.documents.show_document(Printable(tr("Delegation sheets"), tr("delegation sheets"), make))

    def difference_paper(self, desk: Desk) -> None:
        """Ask since which round, and show what differs; it follows the typing."""
        from desktop_app.documents.difference import difference_pdf
        from desktop_app.views.paper.dialogs import DifferenceDialog
        from desktop_app.views.paper.gathering import before_shown, shown_state
        from desktop_app.views.preview.window import Printable

        upto = shown_state(desk)
        last = desk.file.seq if upto.is_now or upto.scenario else upto.moment.seq
        rounds = [each for each in desk.file.snapshots() if each.moment.seq <= last]
        since = DifferenceDialog.ask(self._window, rounds)
        if since is None:
            return
        before_shown(desk, since)

        def make(
            _assessment: Assessment, _print_of: str, language: str, sheet: "Sheet", _standing: "Standing"
        ) -> bytes:
            before = before_shown(desk, since)
            return difference_pdf(before, shown_state(desk), language=language, sheet=sheet, zone=None)

        self._window.files.documents.show_document(Printable(tr("Differences"), tr("differences"), make))

    def table_paper(self, desk: Desk) -> None:
        """Show the table as it prints: the command that the menu File has for the procedure."""
        procedure = desk.assessment.forum.procedure
        documents = self._window.files.documents
        if procedure is Procedure.ANNUAL_POOL:
            documents.print_table()
        else:
            documents.print_contributions()

    def dossier(self, desk: Desk) -> None:
        """Ask for the meeting and the documents, and show them in one file, as they stand at the end of the meeting."""
        from desktop_app.models.paper_trail import meeting_record, meetings_held
        from desktop_app.views.paper.dialogs import DossierDialog
        from desktop_app.views.paper.gathering import opened
        from desktop_app.views.progress import run

        rounds = bool(desk.file.snapshots())
        choice = DossierDialog.ask(self._window, desk.file.forum, meetings_held(desk.file), with_rounds=rounds)
        if choice is None:
            return

        def work(report: "Report") -> "MeetingRecord":
            report.say(tr("Reading the record"))
            with opened(desk) as file:
                return meeting_record(file, choice.held, report)

        self._show_dossier(run(self._window, tr("Making the dossier"), work), choice)

    def _show_dossier(self, record: "MeetingRecord", choice: "DossierChoice") -> None:
        from desktop_app.documents.standing import standing_of
        from desktop_app.views.paper.binding import Binding
        from desktop_app.views.preview.window import Printable

        binding = Binding(self._window, record, choice)
        # Made once before it is shown: who stops it then sees nothing.
        binding.bind(self._window.settings)
        fixed = (assess(record.state.forum), standing_of(record.state, None))
        self._window.files.documents.show_document(
            Printable(tr("Dossier of a meeting"), tr("dossier"), binding.make), fixed
        )
