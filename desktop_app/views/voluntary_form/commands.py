"""The pledges of a signatory in the main window: their command, what they are told, and what they ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.views.editors.panel_commands import PanelCommands
from desktop_app.views.editors.place import PanelPlace
from desktop_app.views.voluntary_form.panel import PledgePanel

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.voluntary_table import VoluntaryTable


class PledgeCommands(PanelCommands[PledgePanel]):
    """Shows the pledges of the table's current row, and applies what is taken of them."""

    name = "pledge_panel"

    def __init__(self, window: "MainWindow", table: "VoluntaryTable") -> None:
        """Make the panel; :meth:`connect_panel` ties it to the window once that is built.

        Args:
            window: whose menus and settings say whether it is shown, and which has a place for it.
            table: the panel follows its cursor.
        """
        super().__init__(window)
        self._signatories = table
        self.panel = PledgePanel(self._apply)

    @property
    def place(self) -> PanelPlace:
        """Where the panels of F4 stand."""
        return self._window.editors.place

    @property
    def _table(self) -> "VoluntaryTable":
        return self._signatories

    @property
    def _codes(self) -> list[str]:
        return list(self._signatories.codes)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {self.name: self.toggle}

    def open_at(self, code: str, column: str) -> None:
        """Show a signatory's pledges at the field that a finding's column means."""
        self._go_to(code)
        self._follow()
        self._show()
        self.panel.open_at(column)

    def _show_figures(self, desk: "Desk") -> None:
        self.panel.show_assessment(desk.voluntary)

    def _follow(self) -> None:
        """Show the signatory of the table's row."""
        code, _column = self._table.selected()
        self.panel.show_state(code or None)
