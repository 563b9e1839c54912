"""What the window shows by procedure: header strip, table and F4 panel of the one whose forum is open."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar, assert_never

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.annual_desk import AnnualDesk
from desktop_app.views.header import HeaderStrip
from desktop_app.views.menus import COMMANDS
from desktop_app.views.pledge_table import PledgeTable

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.pressure_desk import PressureDesk
    from desktop_app.views.proposal_desk import Header
    from desktop_app.views.response_desk import ResponseDesk
    from desktop_app.views.voluntary_desk import VoluntaryDesk

ProcedureDesk: TypeAlias = "ResponseDesk | PressureDesk | VoluntaryDesk"
Workspace: TypeAlias = "AnnualDesk | ProcedureDesk"
_Desk = TypeVar("_Desk", "ResponseDesk", "PressureDesk", "VoluntaryDesk")


class Workspaces(QObject):
    """The workspaces of one main window; those beside the annual pool are made when they are first needed.

    Attributes:
        annual: of the annual pool.
        current: of the procedure of the open forum, or of the one before.
        tables: a page for each table.
    """

    def __init__(self, window: "MainWindow", header: HeaderStrip, table: PledgeTable, tables: QStackedWidget) -> None:
        """Begin with the annual pool.

        Args:
            window: the main window; its splitters are there, its menus not yet.
            header: the strip of the annual pool.
            table: its table.
            tables: where tables are put.
        """
        super().__init__(window)
        self._window = window
        self.tables = tables
        tables.addWidget(table)
        # Not a stack: a strip is as high as its width asks, and a stack as its highest page.
        self.strips = QVBoxLayout()
        self.strips.addWidget(header)
        self.annual = AnnualDesk(window, header, table)
        self.current: Workspace = self.annual
        self._others: list[ProcedureDesk] = []

    @property
    def response(self) -> "ResponseDesk":
        """The workspace of search and rescue."""
        from desktop_app.views.response_desk import ResponseDesk

        return self._once(ResponseDesk)

    @property
    def pressure(self) -> "PressureDesk":
        """The workspace of migratory pressure."""
        from desktop_app.views.pressure_desk import PressureDesk

        return self._once(PressureDesk)

    @property
    def voluntary(self) -> "VoluntaryDesk":
        """The workspace of voluntary solidarity."""
        from desktop_app.views.voluntary_desk import VoluntaryDesk

        return self._once(VoluntaryDesk)

    @property
    def made(self) -> tuple[Workspace, ...]:
        """Those that were made."""
        return (self.annual, *self._others)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does that the procedures have, or do in their own way, by its name."""
        response = [each.name for each in COMMANDS if Procedure.ANNUAL_POOL not in each.procedures]
        return {name: partial(self._do, name) for name in (*self.annual.commands(), *response)}

    def connect_parts(self) -> None:
        """Tie the parts to the window, whose menus are there now."""
        self.annual.connect_parts()
        for panel in (self._window.findings, self._window.why):
            self._escape_from(panel)
        self._take_strip(self.annual.header)

    def work_on(self, procedure: Procedure) -> None:
        """Show the parts of a procedure, and its commands."""
        chosen = self._of(procedure)
        self._window.menus.show_procedure(procedure)
        if chosen is self.current:
            return
        self.current.show_desk(None)
        self.current.header.hide()
        self.current = chosen
        self.tables.setCurrentWidget(chosen.table)
        chosen.header.show()
        self._window.editors.place.hold(chosen.panel)

    def _of(self, procedure: Procedure) -> Workspace:
        match procedure:
            case Procedure.ANNUAL_POOL:
                return self.annual
            case Procedure.SEARCH_AND_RESCUE:
                return self.response
            case Procedure.MIGRATORY_PRESSURE:
                return self.pressure
            case Procedure.VOLUNTARY:
                return self.voluntary
            case _:
                assert_never(procedure)

    def _once(self, kind: "type[_Desk]") -> "_Desk":
        """Return the workspace of a kind, made and tied to the window the first time."""
        for each in self._others:
            if isinstance(each, kind):
                return each
        made = kind(self._window)
        self._others.append(made)
        self.tables.addWidget(made.table)
        made.header.hide()
        self.strips.addWidget(made.header)
        self._take_strip(made.header)
        made.connect_parts()
        made.set_zoom(self._window.settings.zoom)
        self._window.zoom_strips()
        return made

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        for workspace in self.made:
            workspace.set_zoom(percent)

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        return all(workspace.may_close() for workspace in self.made)

    def _do(self, name: str) -> None:
        self.current.commands()[name]()

    def _take_strip(self, strip: "HeaderStrip | Header") -> None:
        strip.asked.connect(self._window.why.ask)
        strip.about_asked.connect(self._window.why.show_about)
        self._escape_from(strip)

    def _escape_from(self, panel: QWidget) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._go_to_table)

    def _go_to_table(self) -> None:
        self.current.table.setFocus()
