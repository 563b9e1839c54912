"""The commands on groups under way, incentives and the log, for one main window."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.calc.forum import Procedure

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.solidarity.record_window import RecordWindow

_WINDOWS: Final = {
    "sponsorship_groups": ("sponsorship_window", "SponsorshipWindow"),
    "relocation_groups": ("relocation_window", "RelocationWindow"),
    "incentives": ("incentives_window", "IncentivesWindow"),
    "log": ("log_window", "LogWindow"),
}
"""Module and class of the window of each command; it is imported when it is first asked for."""
_PROCEDURES: Final = frozenset({Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY})


class SolidarityCommands(QObject):
    """Opens the windows of sponsorship, relocations, incentives and log, and keeps them at the desk's side.

    Attributes:
        shown: the windows that were made, by their command.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Begin without windows."""
        super().__init__(window)
        self._window = window
        self.shown: dict[str, RecordWindow] = {}

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {name: partial(self.open, name) for name in _WINDOWS}

    def open(self, name: str) -> None:
        """Show the window of a command, at the group of the table's Member State where it has one."""
        desk = self._window.desk
        if desk is None or desk.assessment.forum.procedure not in _PROCEDURES:
            return
        shown = self.shown.get(name)
        if shown is None:
            module, kind = _WINDOWS[name]
            made = getattr(import_module(f"desktop_app.views.solidarity.{module}"), kind)
            shown = self.shown[name] = made(self._window)
            shown.wanted.connect(self._do)
            shown.asked.connect(self._ask)
        shown.show_desk(desk)
        shown.set_zoom(self._window.settings.zoom)
        shown.show()
        shown.activateWindow()
        shown.go_to_state(self._window.workspace.table.selected()[0])
        shown.list.setFocus()

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the windows away where another forum, or none, is shown."""
        for shown in self.shown.values():
            if desk is None or desk is not shown.desk:
                shown.show_desk(None)
                shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        for shown in self.shown.values():
            shown.set_zoom(percent)

    def may_close(self) -> bool:
        """Tell that nothing is lost with these windows: what is typed stands in dialogs, which ask for themselves."""
        return True

    def _do(self, name: str) -> None:
        """Do what a window asks the main one for."""
        doing: dict[str, Callable[[], object]] = {"undo": self._window.undo, "redo": self._window.redo}
        (doing.get(name) or self._window.menus.actions[name].trigger)()

    def _ask(self, figure: str, code: str) -> None:
        """Explain a figure in the main window."""
        self._window.why.ask(figure, code)
        shown = self._window.menus.actions["why"]
        if not shown.isChecked():
            shown.trigger()
        self._window.raise_()
        self._window.activateWindow()
