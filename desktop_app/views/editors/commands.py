"""The Member State panel in the main window: its commands, what it is told, and what it asks for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.views.editors.panel import KEYS, StatePanel
from desktop_app.views.editors.panel_commands import PanelCommands
from desktop_app.views.editors.place import PanelPlace
from desktop_app.views.pledge_table.columns import HEADINGS, column_called
from desktop_app.views.settings import Settings

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.pledge_table import PledgeTable


class StateCommands(PanelCommands[StatePanel]):
    """Shows the Member State of the table's current row, and applies what is taken of it."""

    name = "state_panel"

    def __init__(self, window: "MainWindow") -> None:
        """Make the panel; :meth:`connect_panel` ties it to the window once that is built."""
        super().__init__(window)
        self.panel = StatePanel(self._apply)
        self._place = PanelPlace(window.rows, window.lower_row, self.panel)

    @property
    def place(self) -> PanelPlace:
        """Where the panels of F4 stand."""
        return self._place

    @property
    def _table(self) -> "PledgeTable":
        return self._window.table

    @property
    def _codes(self) -> list[str]:
        return [line for line in self._table.model.lines if isinstance(line, str)]

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {self.name: self.toggle, **{name: partial(self._open, name) for name in KEYS}}

    def restore(self, settings: Settings) -> None:
        """Show the panel as wide as it was left, or not at all."""
        self.place.restore(settings.splitters.get("sides", []))
        super().restore(settings)
        self.place.show_panel(settings.state_panel)

    def _open(self, page: str) -> None:
        if self._desk is None:
            return
        self._follow()
        self._show()
        self.panel.open_page(page)

    def _show_figures(self, desk: "Desk") -> None:
        self.panel.show_assessment(desk.annual_pool)

    def _follow(self) -> None:
        """Show the Member State of the table's row."""
        code, column = self._table.selected()
        # The heading of a group has no code.
        self.panel.show_state(code or None, HEADINGS[column_called(column)].pledge)
