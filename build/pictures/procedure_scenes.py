"""What is pictured of a forum beside the annual pool, and how the window is put back after each picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from build.pictures.scenes import Show, settle, triggered
from desktop_app.calc.forum import Procedure
from desktop_app.views.proposal_desk import ProposalDesk

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Scenery:
    """What is looked at in the sample of a procedure.

    Attributes:
        prefix: of the pictures' names.
        panel: the command of F4.
        state: one that has much to show.
        column: where something is typed.
        typed: what is typed there, and not taken.
        field: of the panel that is opened.
        figure: that is explained.
        sorted: column by which the table is sorted.
    """

    prefix: str
    panel: str
    state: str
    column: str
    typed: str
    field: str
    figure: str
    sorted: str

    def reset(self, window: "MainWindow") -> None:
        """Put the window back as it was before a picture."""
        window.banner.hide()
        # Only in the active window has the panel the keyboard, from which F4 closes it.
        window.activateWindow()
        settle()
        if window.desk is not None:
            window.workspace.header.saved_mark.show_saved(window.desk.file.saved_at)
        for name, wanted in ((self.panel, False), ("findings", True), ("why", True)):
            # F4 first goes into the panel, then closes it.
            for _press in range(2):
                if window.menus.actions[name].isChecked() is not wanted:
                    window.menus.actions[name].trigger()
        window.menus.actions["protocol_order"].trigger()
        if window.help.tour is not None:
            window.help.tour.finish()
        window.findings.filter_words.clear()
        window.workspace.table.go_to("BE", self.column)
        settle()

    def command(self, name: str) -> Show:
        """Return the scene of a command: on the state that has most to show."""
        show = triggered(name)

        def scene(window: "MainWindow") -> QWidget | None:
            window.workspace.table.go_to(self.state, self.column)
            return show(window)

        return scene

    @property
    def scenes(self) -> tuple[tuple[str, Show], ...]:
        """Scenes by name, in the order in which they are taken."""
        return (
            ("main", lambda window: window),
            ("entering", self._entering),
            ("why", self._why),
            ("form", self._form),
            ("sorted", self._sorted),
            ("read-only", _read_only),
            *((f"tour-{at + 1}", _tour(at)) for at in range(-1, 6)),
        )

    def _why(self, window: "MainWindow") -> QWidget:
        window.workspace.table.go_to(self.state, self.column)
        window.why.ask(self.figure, self.state)
        return window

    def _entering(self, window: "MainWindow") -> QWidget:
        window.workspace.table.go_to(self.state, self.column)
        QTest.keyClicks(QApplication.focusWidget() or window.workspace.table, self.typed)
        return window

    def _form(self, window: "MainWindow") -> QWidget:
        if isinstance(window.workspace, ProposalDesk):
            window.workspace.open_at(self.state, self.field)
        return window

    def _sorted(self, window: "MainWindow") -> QWidget:
        window.workspace.table.go_to(self.state, self.sorted)
        window.menus.actions["sort"].trigger()
        return window


def _read_only(window: "MainWindow") -> QWidget:
    window.banner.say("Read-only: Jean Dupont on forum-2 (process 4711) has this forum open for typing.")
    if window.desk is not None:
        window.workspace.header.saved_mark.show_read_only(window.desk.file.saved_at)
    return window


def _tour(at: int) -> Callable[["MainWindow"], QWidget]:
    def show(window: "MainWindow") -> QWidget:
        window.help.take_tour(asks_first=True)
        if window.help.tour is not None and at >= 0:
            window.help.tour.go(at + 1)
        return window

    return show


SCENERIES: Final = {
    Procedure.SEARCH_AND_RESCUE: Scenery(
        "rescue-", "plan_form", "DE", "relocations", "+200", "plan", "added", "measures"
    ),
    Procedure.MIGRATORY_PRESSURE: Scenery(
        "pressure-", "plan_form", "FR", "covered", "+20", "shares", "relocations", "credited"
    ),
    Procedure.VOLUNTARY: Scenery(
        "voluntary-", "pledge_panel", "FR", "relocations", "+20", "project", "kept_relocations", "financial"
    ),
}
"""What is looked at, by procedure."""
