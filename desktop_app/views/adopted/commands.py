"""The command that checks the forum against the annex of an adopted act, for one main window."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.calc.adopted.values import ActTable, Column
    from desktop_app.views.adopted.window import AdoptedWindow
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.progress.report import Report

ANNEXES: Final = marked("Annexes as tables (*.csv *.xlsx *.txt);;All files (*)")


class AdoptedCommands(QObject):
    """Asks for the act's file, reads it, and keeps the window at the forum that is shown.

    Attributes:
        shown: the window; ``None`` before it was asked for.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self._path: Path | None = None
        self.shown: AdoptedWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"compare_adopted": self.compare_adopted}

    def compare_adopted(self) -> None:
        """Ask for the act's file and show every difference from it."""
        desk = self._window.desk
        if desk is None:
            return
        path = Files.to_open(self._window, tr("Compare with an adopted annex"), desk.file.path.parent, ANNEXES)
        if path is not None:
            self.compare_with(path)

    def compare_with(self, path: Path) -> None:
        """Show every difference from the act in a file; where its headings do not tell, ask what its columns hold."""
        from desktop_app.models.adopted.reading import NoTableFound, columns_in
        from desktop_app.views.adopted.columns_dialog import ColumnsDialog

        self._path = path
        told: Mapping[str, Column | None] | None = None
        try:
            table = self._read(path)
        except NoTableFound:
            told = ColumnsDialog.ask(self._window, columns_in(path))
            if told is not None:
                self._read_and_show(path, told)
        except (BadInput, ForumFileError) as error:
            self._refuse(path, error)
        except Cancelled:
            self._window.remark(tr("Nothing was compared."))
        else:
            self._show(table)

    def ask_columns(self) -> None:
        """Ask what the columns of the act's file hold, and compare anew."""
        from desktop_app.views.adopted.columns_dialog import ColumnsDialog

        if self.shown is None or self.shown.checked is None or self._path is None:
            return
        told = ColumnsDialog.ask(self.shown, self.shown.checked.table.columns)
        if told is not None:
            self._read_and_show(self._path, told)

    def _read_and_show(self, path: Path, told: "Mapping[str, Column | None]") -> None:
        try:
            self._show(self._read(path, told))
        except (BadInput, ForumFileError) as error:
            self._refuse(path, error)
        except Cancelled:
            self._window.remark(tr("Nothing was compared."))

    def _read(self, path: Path, told: "Mapping[str, Column | None] | None" = None) -> "ActTable":
        from desktop_app.documents.annex_vocabulary import annex_vocabulary
        from desktop_app.models.adopted.reading import read_act
        from desktop_app.views.progress.running import run

        def work(report: "Report") -> "ActTable":
            return read_act(path, annex_vocabulary(), told, report)

        return run(self._window, tr("Reading {name}", name=path.name), work)

    def _refuse(self, path: Path, error: Exception) -> None:
        Message.show(self._window, tr("{name} cannot be compared", name=path.name), shown(str(error)))

    def _show(self, table: "ActTable") -> None:
        from desktop_app.views.adopted.window import AdoptedWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = AdoptedWindow(self._window)
            self.shown.cell_wanted.connect(self._go_to)
            self.shown.file_wanted.connect(self.compare_adopted)
            self.shown.columns_wanted.connect(self.ask_columns)
        self.shown.set_scale(around(self._window.settings.zoom))
        self.shown.show()
        self.shown.activateWindow()
        self.shown.show_act(desk, table)

    def _go_to(self, code: str, column: str) -> None:
        """Go to a cell of the pledge table; the window stays open beside it."""
        self._window.activateWindow()
        self._window.workspace.go_to(code or None, column)

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if self.shown is not None and desk is not self.shown.desk:
            self.shown.forget()
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_scale(around(percent))

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window."""
        return True
