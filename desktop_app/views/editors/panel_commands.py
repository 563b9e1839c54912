"""A panel that follows the table's row, in the main window: what it is told, and what it asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import Change
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.editors.drafts import Drafts
from desktop_app.views.editors.place import PanelPlace
from desktop_app.views.editors.staging_panel import StagingPanel
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.settings import Settings

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.pledge_table import PledgeTable
    from desktop_app.views.typed_table.participants import ParticipantsTable

Panel = TypeVar("Panel", bound=StagingPanel)


class PanelCommands(QObject, Generic[Panel]):
    """Shows the Member State of the table's current row in a panel, and applies what is taken of it.

    Attributes:
        name: of the command that shows and hides the panel.
        panel: made by each kind of its own.
    """

    name = ""
    panel: Panel

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a forum; :meth:`connect_panel` ties the panel to the window once that is built."""
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._drafts: dict[Path, Drafts] = {}

    # ------------------------------------------------------------------------------------- what each kind answers

    @property
    def place(self) -> PanelPlace:
        """Where the panels of F4 stand."""
        raise NotImplementedError

    @property
    def _table(self) -> "PledgeTable | ParticipantsTable[Any]":
        """The table that the panel follows."""
        raise NotImplementedError

    @property
    def _codes(self) -> list[str]:
        """The Member States of the table's rows, in their order."""
        raise NotImplementedError

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        raise NotImplementedError

    def _follow(self) -> None:
        """Show the Member State of the table's row."""
        raise NotImplementedError

    def _show_figures(self, desk: "Desk") -> None:
        """Let the panel show the figures of a forum."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------ what the window uses

    def connect_panel(self) -> None:
        """Tie panel, table and menus together."""
        self._table.cell_selected.connect(self._cell_selected)
        self.panel.state_wanted.connect(self._go_to)
        self.panel.step_wanted.connect(self._step)
        self.panel.left.connect(self._table.setFocus)
        self.panel.closed.connect(self._hide)
        self.panel.drafts_changed.connect(self._tell_untaken)

    def show_desk(self, desk: "Desk | None") -> None:
        """Show another forum; edits that were not taken wait for it to come back."""
        self._desk = desk
        self.panel.set_read_only(desk is not None and desk.read_only)
        if desk is None:
            self.panel.use_drafts(Drafts())
            self._tell_untaken()
            return
        desk.refused.connect(self.panel.show_refusal)
        desk.failed.connect(self.panel.show_refusal)
        self.panel.use_drafts(self._drafts.setdefault(desk.file.path, Drafts()))
        self._show_figures(desk)
        self._follow()
        self._tell_untaken()

    def may_close(self) -> bool:
        """Ask before edits that were not taken are lost with the window."""
        titles = [draft.title for drafts in self._drafts.values() for draft in drafts.all()]
        if not titles:
            return True
        named = "; ".join(titles[:4]) + (tr(" and {number} more", number=len(titles) - 4) if len(titles) > 4 else "")
        words = tr("{named}. Go back and take them with Ctrl+Enter, or close and lose them.", named=named)
        return Message.confirm(self._window, tr("Edits were not taken"), words, tr("Close and &lose them"))

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
        self._window.menus.actions[self.name].setChecked(shown)
        self._window.settings.state_panel = shown

    def _has_keyboard(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.panel.isAncestorOf(here)

    def _tell_untaken(self) -> None:
        """Say at the foot of the window how many forms wait to be taken: the panel may be closed."""
        titles = [draft.title for draft in self.panel.drafts.all()]
        label = self._window.status.untaken
        words = marked("{count} form not taken (F4)") if len(titles) == 1 else marked("{count} forms not taken (F4)")
        label.set_full_text(tr(words, count=len(titles)) if titles else "")
        label.setToolTip("\n".join(map(shown, titles)))

    def _cell_selected(self, _figure: str, code: str | None) -> None:
        if not code:
            self.panel.show_state(None)
        else:
            self._follow()

    def _step(self, step: int) -> None:
        """Go to the next or previous row of the table that is a Member State's, round its ends."""
        codes, here = self._codes, self.panel.code
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
