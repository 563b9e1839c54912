"""The command that asks what would close the gap, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.gap.window import GapWindow
    from desktop_app.views.main_window import MainWindow


class GapCommands(QObject):
    """Opens the window and keeps it at the forum that is shown."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.shown: GapWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"close_gap": self.close_gap}

    def close_gap(self) -> None:
        """Show the window for the open forum."""
        from desktop_app.views.gap.window import GapWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = GapWindow(self._window)
        self.shown.set_scale(around(self._window.settings.zoom))
        self.shown.show()
        self.shown.activateWindow()
        self.shown.show_desk(desk)
        self.shown.target.input.setFocus()

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if self.shown is not None and desk is not self.shown.desk:
            self.shown.show_desk(None)
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_scale(around(percent))

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window: limits are a question, not a record."""
        if self.shown is not None:
            self.shown.stop()
        return True
