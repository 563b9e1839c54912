"""The commands that let something in or out of the open forum: import, paste, copy with headers."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.models.errors import BadInput, Cancelled, ExplainedError, ForumFileError
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import marked, shown, tr

if TYPE_CHECKING:
    from desktop_app.models.table_reading.reading import Incoming
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.progress.report import Report

IMPORTS: Final = marked("What can be imported (*.xlsx *.csv *.txt *.json *.forum);;All files (*)")


class ExchangeCommands(QObject):
    """Import, paste and copy with headers, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "import": self.import_file,
            "copy_headers": self.copy_with_headers,
            "paste": self.paste,
            "publish": self.publish,
        }

    def publish(self) -> None:
        """Write the annex in every language and format into a folder."""
        from desktop_app.views.exchange.publishing import publish_pack

        desk = self._window.desk
        if desk is not None:
            publish_pack(self._window, desk)

    # ---------------------------------------------------------------------------------------------------- clipboard

    def copy_with_headers(self) -> None:
        """Copy the selected cells of the table with headings and names."""
        self._window.workspace.table.copy(with_headers=True)

    def paste(self) -> None:
        """Paste into whatever has the keyboard: a field, or the table."""
        widget = QApplication.focusWidget()
        while widget is not None:
            does = getattr(widget, "paste", None)
            if callable(does):
                does()
                return
            widget = widget.parentWidget()
        self._window.remark(tr("Go to a cell of the table to paste there."))

    def paste_block(self, pieces: object, target: object) -> None:
        """Show what a block from the clipboard would record, and record it as one step."""
        from desktop_app.models.block import read_block
        from desktop_app.views.exchange.paste_dialog import PasteDialog

        desk = self._window.desk
        if desk is None or desk.read_only:
            return
        block = read_block(pieces, target, desk.annual_pool)  # type: ignore[arg-type]  # a signal carries any object
        change = PasteDialog.ask(self._window, block, desk.annual_pool)
        if change is not None and desk.apply(change):
            self._window.remark(change.title(desk.annual_pool.forum))

    # ------------------------------------------------------------------------------------------------------- import

    def import_file(self) -> None:
        """Ask for a file, show what it would change, and take it as one step, with a backup before."""
        desk = self._window.desk
        if desk is None or desk.read_only:
            return
        path = Files.to_open(self._window, tr("Import"), desk.file.path.parent, IMPORTS)
        if path is None:
            return
        incoming = self._read(path, desk)
        if incoming is not None:
            self._take(incoming, desk)

    def _read(self, path: Path, desk: "Desk") -> "Incoming | None":
        from desktop_app.models.importing import read_import
        from desktop_app.views.progress.running import run

        assessment = desk.assessment

        def work(report: "Report") -> "Incoming":
            return read_import(path, assessment, report)

        if path.resolve() == desk.file.path.resolve():
            Message.show(
                self._window, tr("{name} cannot be imported", name=path.name), tr("This is the forum that is open.")
            )
            return None
        try:
            return run(self._window, tr("Reading {name}", name=path.name), work)
        except (BadInput, ForumFileError) as error:
            Message.show(self._window, tr("{name} cannot be imported", name=path.name), shown(str(error)))
        except Cancelled:
            self._window.remark(tr("Nothing was imported."))
        return None

    def _take(self, incoming: "Incoming", desk: "Desk") -> None:
        from desktop_app.models.backup import back_up
        from desktop_app.views.exchange.import_dialog import ImportDialog

        change = ImportDialog.ask(self._window, incoming, desk.assessment)
        if change is None:
            return
        try:
            made = back_up(desk.file.path)
        except ExplainedError as error:
            what = tr(
                "No backup can be made before the import, so nothing was imported.\n{error}", error=shown(str(error))
            )
            Message.show(self._window, tr("Nothing was imported"), what)
            return
        if desk.apply(change):
            self._window.remark(
                tr("Imported {source}. Backup before it: {name}", source=incoming.source, name=made.path.name)
            )
