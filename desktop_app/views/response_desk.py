"""What the window shows of a forum on search and rescue: header strip, table of plans, plan form, editors, pools."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.views.desk import Desk
from desktop_app.views.disembarkation import DisembarkationCommands
from desktop_app.views.menus import COMMANDS
from desktop_app.views.plan_form import PlanCommands
from desktop_app.views.plan_header import PlanHeader
from desktop_app.views.plan_table import PlanTable
from desktop_app.views.plan_table.columns import HEADINGS, column_called
from desktop_app.views.pools import PoolCommands
from desktop_app.views.response_step import changed_place
from desktop_app.views.theme import legible

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.plan_form import PlanPanel

_EDITED_BY: Final = {
    "report": "report",
    "requests": "report",
    "key": "key",
    "rounds": "rounds",
    "act": "judgement",
    "pools": "pools",
    "top_up": "top_up",
    "raises": "raise_pools",
}
"""The command whose window edits what a finding is about, by the finding's column."""
_ON_THE_FORM: Final = frozenset({"vulnerable", "cover", "plan"})
"""Columns of findings that mean a field of the plan's form, not a cell of the table."""
_COMMANDS: Final = {command.name: command for command in COMMANDS}


class ResponseDesk(QObject):
    """Search and rescue in one main window; :class:`~desktop_app.views.annual_desk.AnnualDesk` is its like.

    Attributes:
        header: the strip above.
        table: one row for each Member State, and its plan.
        plans: the form of Annex I.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Make the parts; :meth:`connect_parts` ties them to the window."""
        super().__init__(window)
        self._window = window
        self.header: PlanHeader = PlanHeader()
        self.table: PlanTable = PlanTable()
        self.plans = PlanCommands(window, self.table)
        self._editors = DisembarkationCommands(window)
        self._pools = PoolCommands(window)

    @property
    def panel(self) -> "PlanPanel":
        """What F4 shows."""
        return self.plans.panel

    @property
    def heading(self) -> tuple[str, str]:
        """Name of the cursor's column, and what it holds."""
        heading = HEADINGS[column_called(self.table.selected()[1])]
        return heading.name, heading.about

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        on_table: dict[str, Callable[[], object]] = {
            "sort": self.table.sort_here,
            "protocol_order": self.table.back,
            "find": self.table.search.start,
            "find_next": lambda: self.table.search.go_on(1),
            "find_previous": lambda: self.table.search.go_on(-1),
        }
        return {**on_table, **self.plans.commands(), **self._editors.commands(), **self._pools.commands()}

    def connect_parts(self) -> None:
        """Tie the parts to the window."""
        self.table.change_requested.connect(self._window.apply)
        self.table.cell_selected.connect(self._window.explain_cell)
        self.table.form_asked.connect(self.plans.open_at)
        self.table.selection_told.connect(lambda words: self._window.selection.set_full_text(legible(words)))
        self.header.deadlines_asked.connect(self._window.menus.actions["deadlines"].trigger)
        self.plans.connect_panel()
        self.plans.restore(self._window.settings)

    # --------------------------------------------------------------------------------------------------- the forum

    def show_desk(self, desk: Desk | None) -> None:
        """Show another forum, or none."""
        self._editors.close()
        self._pools.show_desk(desk)
        self.plans.show_desk(desk)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show new figures."""
        figures = SearchAndRescueAssessment.of(assessment)
        self.table.show_assessment(figures)
        self.header.show_assessment(figures)
        self.plans.panel.show_assessment(figures)

    def go_to(self, code: str | None, column: str) -> None:
        """Go to a cell: where a finding points, or a time limit; say where else it is edited."""
        command = _COMMANDS.get(_EDITED_BY.get(column, ""))
        self.table.go_to(code, column)
        if command is not None:
            keys = f" ({command.keys[0]})" if command.keys else ""
            self._window.remark(f"Edited in Forum ▸ {command.text.replace('&', '').rstrip('…')}{keys}; Enter opens it.")

    def open_at(self, code: str | None, column: str) -> None:
        """Open what edits the thing that a finding is about, where that is no cell of the table."""
        name = _EDITED_BY.get(column)
        if name is not None:
            self._window.menus.actions[name].trigger()
        elif code is not None and column in _ON_THE_FORM:
            self.plans.open_at(code, column)

    def begin(self, assessment: Assessment) -> None:
        """Go to the first contributing Member State: where the former forum's cursor stood means nothing here."""
        rows = SearchAndRescueAssessment.of(assessment).rows
        self.table.go_to(next((row.code for row in rows if not row.benefitting), None), "relocations")
        self.table.announce()

    def show_step(self, before: Forum, after: Forum) -> None:
        """Go to what a step through the changes touched."""
        place = changed_place(before, after)
        if place is not None:
            self.table.go_to(*place)

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        self.table.set_zoom(percent)
        self._editors.set_zoom(percent)
        self._pools.set_zoom(percent)
        self.plans.panel.set_scale(percent / 100)

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        return self.plans.may_close()
