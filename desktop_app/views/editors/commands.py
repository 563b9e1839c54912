"""The Member State panel in the main window: its commands, what it is told, and what it asks for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import Change
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.editors.drafts import Drafts
from desktop_app.views.editors.panel import KEYS, StatePanel
from desktop_app.views.editors.place import PanelPlace
from desktop_app.views.pledge_table.columns import HEADINGS, column_called
from desktop_app.views.settings import Settings

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow

PANEL = "state_panel"
"""Name of the command that shows and hides the panel."""


class StateCommands(QObject):
    """Shows the Member State of the table's current row, and applies what is taken of it."""

    def __init__(self, window: "MainWindow") -> None:
        """Make the panel; :meth:`connect_panel` ties it to the window once that is built."""
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._drafts: dict[Path, Drafts] = {}
        self.panel = StatePanel(self._apply)
        self.place = PanelPlace(window.rows, window.lower_row, self.panel)

    def connect_panel(self) -> None:
        """Tie panel, table and menus together."""
        self._window.table.cell_selected.connect(self._cell_selected)
        self.panel.state_wanted.connect(self._go_to)
        self.panel.step_wanted.connect(self._step)
        self.panel.left.connect(self._window.table.setFocus)
        self.panel.closed.connect(self._hide)

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
        self.panel.show_assessment(desk.annual_pool)
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

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {PANEL: self.toggle, **{name: partial(self._open, name) for name in KEYS}}

    def restore(self, settings: Settings) -> None:
        """Show the panel as wide as it was left, or not at all."""
        self.place.restore(settings.splitters.get("sides", []))
        self._check(shown=settings.state_panel)
        self.place.show_panel(settings.state_panel)

    # --------------------------------------------------------------------------------------------------- inside

    def _open(self, page: str) -> None:
        if self._desk is None:
            return
        self._follow()
        self._show()
        self.panel.open_page(page)

    def _show(self) -> None:
        self._check(shown=True)
        self.place.show_panel(True)

    def _hide(self) -> None:
        inside = self._has_keyboard()
        self._check(shown=False)
        self.place.show_panel(False)
        if inside:
            self._window.table.setFocus()

    def _check(self, *, shown: bool) -> None:
        self._window.menus.actions[PANEL].setChecked(shown)
        self._window.settings.state_panel = shown

    def _has_keyboard(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.panel.isAncestorOf(here)

    def _follow(self) -> None:
        """Show the Member State of the table's row."""
        code, column = self._window.table.selected()
        # The heading of a group has no code.
        self.panel.show_state(code or None, HEADINGS[column_called(column)].pledge)

    def _cell_selected(self, _figure: str, code: str | None) -> None:
        if not code:
            self.panel.show_state(None)
        else:
            self._follow()

    def _step(self, step: int) -> None:
        """Go to the next or previous row of the table that is a Member State's, round its ends."""
        codes = [line for line in self._window.table.model.lines if isinstance(line, str)]
        here = self.panel.code
        if codes:
            at = codes.index(here) + step if here in codes else 0
            self._go_to(codes[at % len(codes)])

    def _go_to(self, code: str) -> None:
        """Move the table's cursor to another Member State; the keyboard stays in the panel."""
        here = QApplication.focusWidget()
        inside = self._has_keyboard()
        _code, column = self._window.table.selected()
        self._window.table.go_to(code, column)
        if inside:
            (self.panel if here is None or not here.isVisibleTo(self.panel) else here).setFocus()

    def _apply(self, change: Change) -> bool:
        return self._desk is not None and self._desk.apply(change)
