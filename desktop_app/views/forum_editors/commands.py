"""The commands of the Forum menu that edit the forum as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor
    from desktop_app.views.main_window import MainWindow


class ForumEditorCommands(QObject):
    """Reference numbers, acts, meetings, holidays, associated states, title, deadlines, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "reference_numbers": self.reference_numbers,
            "acts": self.acts,
            "meetings": self.meetings,
            "holidays": self.holidays,
            "associated": self.associated,
            "describe": self.describe,
            "deadlines": self.deadlines,
        }

    def reference_numbers(self) -> None:
        """Edit R, F and the proposal's numbers."""
        from desktop_app.views.forum_editors.numbers import ReferenceNumbersEditor

        self._edit(ReferenceNumbersEditor)

    def acts(self) -> None:
        """Edit the acts, the adoption and the day of the check."""
        from desktop_app.views.forum_editors.acts import ActsEditor

        self._edit(ActsEditor)

    def meetings(self) -> None:
        """Edit the meetings."""
        from desktop_app.views.forum_editors.lists import MeetingsEditor

        self._edit(MeetingsEditor)

    def holidays(self) -> None:
        """Edit the official holidays."""
        from desktop_app.views.forum_editors.lists import HolidaysEditor

        self._edit(HolidaysEditor)

    def associated(self) -> None:
        """Edit what associated states contribute."""
        from desktop_app.views.forum_editors.lists import AssociatedEditor

        self._edit(AssociatedEditor)

    def describe(self) -> None:
        """Edit title, year, marking and note."""
        from desktop_app.views.forum_editors.describe import DescribeEditor

        self._edit(DescribeEditor)

    def deadlines(self) -> None:
        """Show what is due; go to the Member State of the deadline that is chosen."""
        from desktop_app.views.forum_editors.deadlines import DeadlinesDialog

        desk = self._window.desk
        if desk is not None:
            chosen = DeadlinesDialog.ask(self._window, desk.annual_pool)
            if chosen is not None:
                self._window.table.go_to(chosen.state, "deductions")

    def _edit(self, editor: "Callable[[QWidget, Desk], ForumEditor]") -> None:
        desk = self._window.desk
        if desk is not None:
            shown = editor(self._window, desk)
            shown.set_scale(around(self._window.settings.zoom))
            shown.ask()
