"""The response plan in the main window: its commands, what it is told, and what it asks for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from desktop_app.calc.changes import Change
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.editors.panel_commands import PanelCommands
from desktop_app.views.editors.place import PanelPlace
from desktop_app.views.plan_form.annex import PlansAssessment
from desktop_app.views.plan_form.panel import PlanPanel
from desktop_app.views.plan_form.revision_panel import RevisionPanel

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.plan_table import PlanTable
    from desktop_app.views.typed_table.participants import ParticipantsTable

_Panel = TypeVar("_Panel", bound=RevisionPanel[Any])
_Apply: TypeAlias = Callable[[Change], bool]


class RevisionCommands(PanelCommands[_Panel]):
    """Shows the plan of the table's current row, and applies what is taken of it."""

    name = "plan_form"

    def __init__(self, window: "MainWindow", table: "ParticipantsTable[Any]", make: Callable[[_Apply], _Panel]) -> None:
        """Make the panel; :meth:`connect_panel` ties it to the window once that is built.

        Args:
            window: whose menus and settings say whether it is shown, and which has a place for it.
            table: the panel follows its cursor.
            make: makes the panel of what applies changes.
        """
        super().__init__(window)
        self._plans = table
        self.panel = make(self._apply)

    def _figures_of(self, desk: "Desk") -> PlansAssessment:
        """Return the figures of now, of the procedure whose plans these are."""
        raise NotImplementedError

    @property
    def place(self) -> PanelPlace:
        """Where the panels of F4 stand."""
        return self._window.editors.place

    @property
    def _table(self) -> "ParticipantsTable[Any]":
        return self._plans

    @property
    def _codes(self) -> list[str]:
        return list(self._plans.codes)

    def connect_panel(self) -> None:
        """Tie panel, table and menus together."""
        super().connect_panel()
        self.panel.asked.connect(self._window.why.ask)
        self.panel.revisions_wanted.connect(self.show_revisions)

    # ------------------------------------------------------------------------------------------------- commands

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {self.name: self.toggle, "revise_plan": self.revise, "revisions": self.show_revisions}

    def revise(self) -> None:
        """Begin the next revision of the plan of the table's row."""
        # What is being typed belongs to the plan that is revised; what is refused is mended first.
        if self._desk is None or not self._table.commit():
            return
        self._follow()
        self._show()
        self.panel.revise()

    def open_at(self, code: str, column: str) -> None:
        """Show a plan at the field that a finding's column means."""
        self._go_to(code)
        self._follow()
        self._show()
        self.panel.open_at(column)

    def show_revisions(self) -> None:
        """Show every revision side by side, of the table's row first."""
        from desktop_app.views.plan_form.revisions import RevisionsDialog

        if self._desk is None:
            return
        code, _column = self._table.selected()
        figures = self._figures_of(self._desk)
        chosen = RevisionsDialog.ask(self._window, figures, code or None, self._window.settings.zoom)
        if chosen is not None:
            self._show()
            self._go_to(chosen.code)
            self.panel.show_revision(chosen.revision)
            self.panel.setFocus()

    # --------------------------------------------------------------------------------------------------- inside

    def _show_figures(self, desk: "Desk") -> None:
        self.panel.show_assessment(self._figures_of(desk))

    def _follow(self) -> None:
        """Show the Member State of the table's row."""
        code, _column = self._table.selected()
        self.panel.show_state(code or None)


class PlanCommands(RevisionCommands[PlanPanel]):
    """The plans of search and rescue."""

    def __init__(self, window: "MainWindow", table: "PlanTable") -> None:
        """Make the panel of Annex I; see :class:`RevisionCommands`."""
        super().__init__(window, table, PlanPanel)

    def _figures_of(self, desk: "Desk") -> SearchAndRescueAssessment:
        return desk.response
