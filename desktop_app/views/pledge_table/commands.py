"""The commands of the menus on the pledge table: columns, order, filter, find."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.views.pledge_table.columns import columns_kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.views.main_window import MainWindow


class TableCommands(QObject):
    """What can be done with the table of one main window, beside typing into it."""

    def __init__(self, window: "MainWindow") -> None:
        """Take up the table as it was left the last time."""
        super().__init__(window)
        self._window = window
        self._table = window.table
        self._comforts = window.table.comforts
        self._table.arranging.columns_changed.connect(self._remember_columns)
        self._table.arranging.changed.connect(self._tick)
        self._table.arranging.show_columns(columns_kept(window.settings.columns))

    def doing(self) -> "dict[str, Callable[[], object]]":
        """Return what each command does, by its name in the menus."""
        return {
            "columns": self.columns,
            "sort": self._comforts.sort_here,
            "sort_again": self._table.arranging.again,
            "protocol_order": self._comforts.back,
            "group_by_verdict": self._comforts.group,
            "filter": self._comforts.start_filter,
            "find": self._comforts.start_find,
            "find_next": lambda: self._comforts.find_on(1),
            "find_previous": lambda: self._comforts.find_on(-1),
        }

    def columns(self) -> None:
        """Ask which columns are shown, and in what order."""
        from desktop_app.views.pledge_table.chooser import ColumnsDialog

        wanted = ColumnsDialog.ask(self._window, self._table.columns)
        if wanted:
            self._table.arranging.show_columns(wanted)

    def _remember_columns(self) -> None:
        self._window.settings.columns = [column.key for column in self._table.columns]
        self._window.settings.save()

    def _tick(self) -> None:
        self._window.menus.actions["group_by_verdict"].setChecked(self._table.arranging.arrangement.grouped)
