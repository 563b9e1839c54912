"""The commands on requests for help and support plans, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.support.window import SupportWindow


class SupportCommands(QObject):
    """Opens the editor of the requests and the window of the support plans."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.shown: SupportWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"help_requests": self.help_requests, "support_plans": self.support_plans}

    def help_requests(self) -> None:
        """Edit the requests for help."""
        from desktop_app.views.support.requests import RequestsEditor

        desk = self._window.desk
        if desk is not None:
            editor = RequestsEditor(self._window, desk)
            editor.set_scale(around(self._window.settings.zoom))
            editor.ask()

    def support_plans(self) -> None:
        """Show the support plans, at that of the table's state; the window follows while it is open."""
        from desktop_app.views.support.window import SupportWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = SupportWindow(self._window)
            self.shown.wanted.connect(self._do)
        is_new = not self.shown.isVisible()
        self.shown.show_desk(desk)
        self.shown.set_zoom(self._window.settings.zoom)
        self.shown.show()
        self.shown.activateWindow()
        if is_new:
            self.shown.go_to_state(self._window.workspace.table.selected()[0])
            self.shown.list.setFocus()

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if self.shown is not None and (desk is None or desk is not self.shown.desk):
            self.shown.show_desk(None)
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_zoom(percent)

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window: what is typed stands in dialogs, which ask for themselves."""
        return True

    def _do(self, name: str) -> None:
        """Do what the window asks the main one for."""
        doing: dict[str, Callable[[], object]] = {
            "undo": self._window.undo,
            "redo": self._window.redo,
            "print_forms": self._window.files.documents.show_support_forms,
        }
        (doing.get(name) or self._window.menus.actions[name].trigger)()
