"""The response plan in the main window: its commands, what it is told, and what it asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import Change
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.editors.drafts import Drafts
from desktop_app.views.editors.place import PanelPlace
from desktop_app.views.plan_form.panel import PlanPanel
from desktop_app.views.settings import Settings

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.plan_table import PlanTable

PANEL = "plan_form"
"""Name of the command that shows and hides the panel."""


class PlanCommands(QObject):
    """Shows the plan of the table's current row, and applies what is taken of it."""

    def __init__(self, window: "MainWindow", table: "PlanTable") -> None:
        """Make the panel; :meth:`connect_panel` ties it to the window once that is built.

        Args:
            window: whose menus and settings say whether it is shown, and which has a place for it.
            table: the panel follows its cursor.
        """
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._drafts: dict[Path, Drafts] = {}
        self._table = table
        self.panel = PlanPanel(self._apply)

    @property
    def place(self) -> PanelPlace:
        """Where the panels of F4 stand."""
        return self._window.editors.place

    def connect_panel(self) -> None:
        """Tie panel, table and menus together."""
        self._table.cell_selected.connect(self._cell_selected)
        self.panel.state_wanted.connect(self._go_to)
        self.panel.step_wanted.connect(self._step)
        self.panel.left.connect(self._table.setFocus)
        self.panel.closed.connect(self._hide)
        self.panel.asked.connect(self._window.why.ask)
        self.panel.revisions_wanted.connect(self.show_revisions)

    def show_desk(self, desk: "Desk | None") -> None:
        """Show another forum; edits that were not taken wait for it to come back."""
        self._desk = desk
        self.panel.set_read_only(desk is not None and desk.read_only)
        if desk is None:
            self.panel.use_drafts(Drafts())
            return
        desk.refused.connect(self.panel.show_refusal)
        desk.failed.connect(self.panel.show_refusal)
        self.panel.use_drafts(self._drafts.setdefault(desk.file.path, Drafts()))
        self.panel.show_assessment(desk.response)
        self._follow()

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        titles = [draft.title for drafts in self._drafts.values() for draft in drafts.all()]
        if not titles:
            return True
        named = "; ".join(titles[:4]) + (f" and {len(titles) - 4} more" if len(titles) > 4 else "")
        words = f"{named}. Go back and take them with Ctrl+Enter, or close and lose them."
        return Message.confirm(self._window, "Edits were not taken", words, "Close and &lose them")

    # ------------------------------------------------------------------------------------------------- commands

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {PANEL: self.toggle, "revise_plan": self.revise, "revisions": self.show_revisions}

    def toggle(self) -> None:
        """Show the panel and go there; from inside it, hide it again."""
        if not self.panel.isVisible():
            self._show()
            self.panel.setFocus()
        elif self._has_keyboard():
            self._hide()
        else:
            self._check(shown=True)
            self.panel.setFocus()

    def revise(self) -> None:
        """Begin the next revision of the plan of the table's row."""
        if self._desk is None:
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
        chosen = RevisionsDialog.ask(self._window, self._desk.response, code or None, self._window.settings.zoom)
        if chosen is not None:
            self._show()
            self._go_to(chosen.code)
            self.panel.show_revision(chosen.revision)
            self.panel.setFocus()

    def restore(self, settings: Settings) -> None:
        """Show the panel or not, as it was left."""
        self._check(shown=settings.state_panel)

    # --------------------------------------------------------------------------------------------------- inside

    def _show(self) -> None:
        self._check(shown=True)
        self.place.show_panel(True)

    def _hide(self) -> None:
        inside = self._has_keyboard()
        self._check(shown=False)
        self.place.show_panel(False)
        if inside:
            self._table.setFocus()

    def _check(self, *, shown: bool) -> None:
        self._window.menus.actions[PANEL].setChecked(shown)
        self._window.settings.state_panel = shown

    def _has_keyboard(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.panel.isAncestorOf(here)

    def _follow(self) -> None:
        """Show the Member State of the table's row."""
        code, _column = self._table.selected()
        self.panel.show_state(code or None)

    def _cell_selected(self, _figure: str, code: str | None) -> None:
        self.panel.show_state(code or None)

    def _step(self, step: int) -> None:
        """Go to the next or previous Member State of the table, round its ends."""
        codes = list(self._table.codes)
        here = self.panel.code
        if codes:
            at = codes.index(here) + step if here in codes else 0
            self._go_to(codes[at % len(codes)])

    def _go_to(self, code: str) -> None:
        """Move the table's cursor to another Member State; the keyboard stays in the panel."""
        here = QApplication.focusWidget()
        inside = self._has_keyboard()
        _code, column = self._table.selected()
        self._table.go_to(code, column)
        if inside:
            (self.panel if here is None or not here.isVisibleTo(self.panel) else here).setFocus()

    def _apply(self, change: Change) -> bool:
        return self._desk is not None and self._desk.apply(change)
