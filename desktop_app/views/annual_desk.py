"""What the window shows of an annual pool: header strip, pledge table, Member State panel, picture of coverage."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.forum import Forum
from desktop_app.views.coverage.commands import CoverageCommands
from desktop_app.views.desk import Desk
from desktop_app.views.editors.commands import StateCommands
from desktop_app.views.header import HeaderStrip
from desktop_app.views.pledge_table import PledgeTable
from desktop_app.views.pledge_table.changed import changed_cell
from desktop_app.views.pledge_table.columns import HEADINGS, column_called
from desktop_app.views.pledge_table.commands import TableCommands
from desktop_app.views.settings import Settings
from desktop_app.views.theme import legible

if TYPE_CHECKING:
    from desktop_app.views.editors.panel import StatePanel
    from desktop_app.views.main_window import MainWindow


class AnnualDesk(QObject):
    """The annual pool in one main window; :class:`~desktop_app.views.response_desk.ResponseDesk` is its like.

    Attributes:
        header: the strip above.
        table: where pledges are typed.
        editors: the Member State panel.
        coverage: the picture of coverage.
    """

    def __init__(self, window: "MainWindow", header: HeaderStrip, table: PledgeTable) -> None:
        """Gather the parts; :meth:`connect` ties them to the window once its menus are there."""
        super().__init__(window)
        self._window = window
        self.header: HeaderStrip = header
        self.table: PledgeTable = table
        self._on_table = TableCommands(window)
        self.coverage = CoverageCommands(window)
        self.editors = StateCommands(window)

    @property
    def panel(self) -> "StatePanel":
        """What F4 shows."""
        return self.editors.panel

    @property
    def heading(self) -> tuple[str, str]:
        """Name of the cursor's column, and what it holds."""
        heading = HEADINGS[column_called(self.table.selected()[1])]
        return heading.name, heading.about

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {**self._on_table.doing(), "coverage": self.coverage.show, **self.editors.commands()}

    def connect_parts(self) -> None:
        """Tie the parts to the window."""
        window, table = self._window, self.table
        table.change_requested.connect(window.apply)
        table.block_pasted.connect(window.exchange.paste_block)
        table.cell_selected.connect(window.explain_cell)
        table.comforts.selection_told.connect(lambda words: window.selection.set_full_text(legible(words)))
        self.editors.connect_panel()

    def restore(self, settings: Settings) -> None:
        """Show the panel as it was left."""
        self.editors.restore(settings)

    # --------------------------------------------------------------------------------------------------- the forum

    def show_desk(self, desk: Desk | None) -> None:
        """Show another forum, or none."""
        self.coverage.close()
        self.editors.show_desk(desk)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show new figures."""
        figures = AnnualPoolAssessment.of(assessment)
        self.table.show_assessment(figures)
        self.header.show_assessment(figures)
        self.editors.panel.show_assessment(figures)
        self.coverage.follow()

    def go_to(self, code: str | None, column: str) -> None:
        """Go to a cell: where a finding points, or a time limit."""
        self.table.go_to(code, column)

    def open_at(self, code: str | None, column: str) -> None:
        """Open what edits the thing that a finding is about, where that is no cell of the table."""
        if code is None and column == "vote":
            self._window.menus.actions["vote"].trigger()

    def begin(self, assessment: Assessment) -> None:
        """Go to the first cell: where the former forum's cursor stood means nothing here."""
        rows = AnnualPoolAssessment.of(assessment).rows
        self.table.go_to(rows[0].code if rows else None, "relocations")
        self.table.announce()

    def show_step(self, before: Forum, after: Forum) -> None:
        """Go to what a step through the changes touched."""
        cell = changed_cell(before, after)
        if cell is not None:
            code, column = cell
            self.table.go_to(code, column.value)

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        self.table.set_zoom(percent)
        self.coverage.set_zoom(percent)
        self.editors.panel.set_scale(percent / 100)

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        return self.editors.may_close()
