"""The commands of the Forum menu that edit the forum as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.calc.findings import Deadline
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.deadlines.window import DeadlinesWindow
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor
    from desktop_app.views.main_window import MainWindow


_COLUMNS: Final = {
    "AMMR-61-3": "deductions",
    "AMMR-62-4": "deductions",
    "AMMR-58-3": "relocations",
    "P610-47-3": "requests",
    "P610-47-4a": "plan",
    "P610-48-1": "act",
    "P610-48-2a": "act",
    "P610-49-1": "pools",
    "P610-49-1b": "pools",
    "P610-51-1": "report",
    "P610-51-4": "report",
    "P610-52-3a": "plan",
    "P610-53-1": "act",
    "P610-53-5": "act",
    "P610-53-6": "act",
    "P610-55-2": "sponsorship_groups",
    "P610-55-3": "sponsorship_groups",
    "P610-57-7": "relocation_groups",
    "P610-57-8": "relocation_groups",
    "P610-57-9": "relocation_groups",
    "B000-1": "situation",
    "R002-2": "mechanism",
}
"""The column of a finding that says the same as a deadline: where what it asks for is recorded."""
_IN_RESCUE: Final = {**_COLUMNS, "P610-55-2": "act"}
"""The same in search and rescue, which keeps no groups: there the act starts the eight months."""


class ForumEditorCommands(QObject):
    """Reference numbers, acts, meetings, holidays, associated states, title, deadlines, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.due: DeadlinesWindow | None = None

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
        """Show what is due, late and done; the window follows while it is open."""
        from desktop_app.views.deadlines.window import DeadlinesWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.due is None:
            self.due = DeadlinesWindow(self._window)
            self.due.wanted.connect(self._go_to)
            self.due.print_wanted.connect(self._window.menus.actions["print_findings"].trigger)
        self.due.set_scale(around(self._window.settings.zoom))
        self.due.show_desk(desk)
        self.due.show()
        self.due.activateWindow()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.due is not None:
            self.due.set_scale(around(percent))

    def close(self) -> None:
        """Put the deadlines away, as before another forum is shown."""
        if self.due is not None:
            self.due.close()

    def _go_to(self, deadline: Deadline) -> None:
        """Go to what a deadline is about: the editor that has its day, or the Member State concerned."""
        self._window.activateWindow()
        doing = {"AMMR-9-4": self.acts, "AMMR-57-1d": self.acts, "AMMR-13-2": self.meetings}.get(deadline.rule)
        if doing is not None:
            doing()
            return
        desk = self._window.desk
        in_rescue = desk is not None and isinstance(desk.assessment, SearchAndRescueAssessment)
        column = (_IN_RESCUE if in_rescue else _COLUMNS).get(deadline.rule)
        if column is not None:
            code = deadline.state or self._awaited(column)
            self._window.workspace.go_to(code, column)
            self._window.workspace.open_at(code, column)

    def _awaited(self, column: str) -> str | None:
        """Return whose plan is awaited first, where a deadline is about plans."""
        desk = self._window.desk
        if column == "plan" and desk is not None:
            figures = desk.assessment
            if isinstance(figures, SearchAndRescueAssessment | PressureAssessment):
                return next(iter(figures.totals.waiting), None)
        return None

    def _edit(self, editor: "Callable[[QWidget, Desk], ForumEditor]") -> None:
        desk = self._window.desk
        if desk is not None:
            shown = editor(self._window, desk)
            shown.set_scale(around(self._window.settings.zoom))
            shown.ask()
