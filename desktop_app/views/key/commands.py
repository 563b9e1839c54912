"""The commands of the Forum menu for the key's data and the applications."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.key.editor import GridEditor
    from desktop_app.views.main_window import MainWindow


class KeyCommands(QObject):
    """Reference key and applications, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"key": self.key, "applications": self.applications}

    def key(self) -> None:
        """Edit population, GDP and shares."""
        from desktop_app.views.key.key_editor import KeyEditor

        if self._window.desk is not None:
            self._ask(KeyEditor(self._window, self._window.desk))

    def applications(self) -> None:
        """Edit the applications of five years."""
        from desktop_app.views.key.applications_editor import ApplicationsEditor

        if self._window.desk is not None:
            self._ask(ApplicationsEditor(self._window, self._window.desk))

    def _ask(self, editor: "GridEditor") -> None:
        editor.set_scale(around(self._window.settings.zoom))
        editor.ask()
