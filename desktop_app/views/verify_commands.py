"""File ▸ Verify this file: the whole file on demand, with progress and a report to read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.models.errors import Cancelled, ForumFileError
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import tr

if TYPE_CHECKING:
    from desktop_app.models.verify import Report as Found
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.progress import Report


class VerifyCommands(QObject):
    """Verifies the open file of one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def verify(self) -> None:
        """Verify the open file, and show what was found."""
        from desktop_app.views.dialogs.verification import VerificationDialog
        from desktop_app.views.progress import run

        desk = self._window.desk
        if desk is None:
            return
        path = desk.file.path

        def work(report: "Report") -> "Found":
            from desktop_app.models.verify import verify

            report.say("Pages and references, then the journal, entry by entry")
            return verify(path, progress=report, is_stopping=report.is_stopping)

        try:
            found = run(self._window, tr("Verifying {name}", name=path.name), work)
        except Cancelled:
            self._window.remark(tr("Not verified to the end."))
            return
        except ForumFileError as error:
            Message.show(self._window, tr("{name} cannot be verified", name=path.name), str(error))
            return
        if VerificationDialog.wants_restore(self._window, found, may_restore=not desk.read_only):
            self._window.files.restore()
