"""The commands of the Forum and Help menus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.paths import resource
from desktop_app.views.dialogs.operator import OperatorDialog

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


class HelpCommands(QObject):
    """Readings, operator, manual, keyboard, about, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def readings(self) -> None:
        """Ask which readings are in force; each one that changes is a change of its own."""
        from desktop_app.views.dialogs.readings import ReadingsDialog

        desk = self._window.desk
        if desk is None:
            return
        for change in ReadingsDialog.ask(self._window, desk.assessment, read_only=desk.read_only) or ():
            if not desk.apply(change):
                break

    def operator(self) -> None:
        """Ask who is at the desk; counts for the changes that follow, and for what a second desk is told."""
        name = OperatorDialog.ask(self._window, self._window.settings.operator)
        if name is not None:
            self._window.files.change_operator(name)

    def manual(self) -> None:
        """Show the manual."""
        self._page("Manual", resource("help", "manual.md").read_text("utf-8"))

    def keyboard(self) -> None:
        """Show every key."""
        from desktop_app.views.menus import keyboard_page

        self._page("Keyboard", keyboard_page())

    def about(self) -> None:
        """Show versions and data sources."""
        from desktop_app.views.dialogs.about import about_text

        self._page("About Forum Desk", about_text())

    def _page(self, title: str, markdown: str) -> None:
        from desktop_app.views.dialogs.about import PageDialog

        PageDialog.show_page(self._window, title, markdown)
