"""What the workspaces of the procedures beside the annual pool have alike: search and rescue, pressure, voluntary."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QObject

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.views.desk import Desk
from desktop_app.views.language import shown, tr
from desktop_app.views.menus import COMMANDS
from desktop_app.views.response_step import Place
from desktop_app.views.theme import legible

if TYPE_CHECKING:
    from desktop_app.views.editors.panel_commands import PanelCommands
    from desktop_app.views.editors.staging_panel import StagingPanel
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.plan_header import PlanHeader
    from desktop_app.views.plan_table import PlanTable
    from desktop_app.views.pressure_header import PressureHeader
    from desktop_app.views.pressure_table import PressureTable
    from desktop_app.views.voluntary_header import VoluntaryHeader
    from desktop_app.views.voluntary_table import VoluntaryTable

Header: TypeAlias = "PlanHeader | PressureHeader | VoluntaryHeader"
_Header = TypeVar("_Header", "PlanHeader", "PressureHeader", "VoluntaryHeader")
_Table = TypeVar("_Table", "PlanTable", "PressureTable", "VoluntaryTable")
_Panel = TypeVar("_Panel", bound="StagingPanel")

GROUPS: Final = {
    "sponsorship_groups": "sponsorship_groups",
    "relocation_groups": "relocation_groups",
    "incentives": "incentives",
    "support_plans": "support_plans",
    "requests": "help_requests",
    "log": "log",
}
"""What edits the records that migratory pressure and voluntary solidarity share, by a finding's column."""
_COMMANDS: Final = {command.name: command for command in COMMANDS}


class Part(Protocol):
    """Commands of the Forum menu, with the windows that they open."""

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        ...

    def show_desk(self, desk: Desk | None) -> None:
        """Put windows away where another forum, or none, is shown."""
        ...

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        ...

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        ...


class ProposalDesk(QObject, Generic[_Header, _Table, _Panel]):
    """One of these procedures in one main window; :class:`~desktop_app.views.annual_desk.AnnualDesk` is its like.

    Attributes:
        procedure: which one.
        edited_by: the command whose window edits what a finding is about, by the finding's column.
        on_the_form: columns of findings that mean a field of the F4 panel, not a cell of the table.
        first_column: where the cursor begins.
        header: the strip above.
        table: one row for each state that takes part.
        forms: the panel of F4.
    """

    procedure: ClassVar[Procedure]
    edited_by: ClassVar[Mapping[str, str]] = {}
    on_the_form: ClassVar[frozenset[str]] = frozenset()
    first_column: ClassVar[str] = ""
    header: _Header
    table: _Table

    def __init__(self, window: "MainWindow", forms: "PanelCommands[_Panel]", *parts: Part) -> None:
        """Gather the parts; :meth:`connect_parts` ties them to the window."""
        super().__init__(window)
        self._window = window
        self._forms = forms
        self._parts = parts

    # ---------------------------------------------------------------------------------------- what each kind answers

    @property
    def panel(self) -> _Panel:
        """What F4 shows."""
        return self._forms.panel

    @property
    def heading(self) -> tuple[str, str]:
        """Name of the cursor's column, and what it holds."""
        raise NotImplementedError

    def show_assessment(self, assessment: Assessment) -> None:
        """Show new figures."""
        raise NotImplementedError

    def _open_form(self, code: str, column: str) -> None:
        """Open the F4 panel of a state at the field that a finding's column means."""
        raise NotImplementedError

    def _first(self, assessment: Assessment) -> str | None:
        """Return the state at which the cursor begins."""
        raise NotImplementedError

    def _changed_place(self, before: Forum, after: Forum) -> Place | None:
        """Return the first place that differs."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------- what a workspace does

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        doing: dict[str, Callable[[], object]] = {
            "sort": self.table.sort_here,
            "protocol_order": self.table.back,
            "find": self.table.search.start,
            "find_next": lambda: self.table.search.go_on(1),
            "find_previous": lambda: self.table.search.go_on(-1),
        }
        doing |= self._forms.commands()
        for part in self._parts:
            doing |= part.commands()
        return doing

    def connect_parts(self) -> None:
        """Tie the parts to the window."""
        self.table.change_requested.connect(self._window.apply)
        self.table.cell_selected.connect(self._window.explain_cell)
        self.table.form_asked.connect(self._open_form)
        self.table.selection_told.connect(lambda words: self._window.selection.set_full_text(legible(words)))
        self.header.deadlines_asked.connect(self._window.menus.actions["deadlines"].trigger)
        self._forms.connect_panel()
        self._forms.restore(self._window.settings)

    def show_desk(self, desk: Desk | None) -> None:
        """Show another forum, or none."""
        for part in self._parts:
            part.show_desk(desk)
        self._forms.show_desk(desk)

    def go_to(self, code: str | None, column: str) -> None:
        """Go to a cell: where a finding points, or a time limit; say where else it is edited."""
        command = _COMMANDS.get(self._editor_of(code, column))
        self.table.go_to(code, column)
        if command is not None:
            keys = f" ({shown(command.keys[0])})" if command.keys else ""
            text = command.text_in(self.procedure).replace("&", "").rstrip("…")
            self._window.remark(tr("Edited in Forum ▸ {value}{keys}; Enter opens it.", value=text, keys=keys))

    def open_at(self, code: str | None, column: str) -> None:
        """Open what edits the thing that a finding is about, where that is no cell of the table."""
        name = self._editor_of(code, column)
        if name:
            self._window.menus.actions[name].trigger()
        elif code is not None and column in self.on_the_form:
            self._open_form(code, column)

    def _editor_of(self, code: str | None, column: str) -> str:
        """Return the command that edits what a finding is about; what stands on a state's form is edited there."""
        return "" if code is not None and column in self.on_the_form else self.edited_by.get(column, "")

    def begin(self, assessment: Assessment) -> None:
        """Go to the first state that contributes: where the former forum's cursor stood means nothing here."""
        self.table.go_to(self._first(assessment), self.first_column)
        self.table.announce()

    def show_step(self, before: Forum, after: Forum) -> None:
        """Go to what a step through the changes touched."""
        place = self._changed_place(before, after)
        if place is not None:
            self.table.go_to(*place)
            if place[0] in self.table.codes:
                # Also where the cursor stood there already: "Why?" may have been asked about another figure since.
                self.table.announce()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        self.table.set_zoom(percent)
        for part in self._parts:
            part.set_zoom(percent)
        self._forms.panel.set_scale(percent / 100)

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        return self._forms.may_close() and all(part.may_close() for part in self._parts)
