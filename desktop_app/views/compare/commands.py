"""The command that compares two states of the forum, for one main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.calc.papers import State
from desktop_app.views.language import tr
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.calc.memory import Moment
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.models.standpoints import Standpoint
    from desktop_app.views.compare.window import CompareWindow
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow


class CompareCommands(QObject):
    """Opens the window and keeps it at the forum that is shown.

    Attributes:
        shown: the window; ``None`` before it was asked for.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.shown: CompareWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"compare": self.compare}

    def compare(self) -> None:
        """Show the window for the open forum."""
        desk = self._window.desk
        if desk is not None:
            self._show(desk)

    def compare_states(self, one: str, other: str) -> None:
        """Show the window for two states, named as :func:`desktop_app.models.standpoints.standpoint` reads them."""
        desk = self._window.desk
        if desk is not None:
            self._show(desk).compare(one, other)

    def _show(self, desk: "Desk") -> "CompareWindow":
        from desktop_app.views.compare.window import CompareWindow

        if self.shown is None:
            self.shown = CompareWindow(self._window)
            self.shown.print_asked.connect(self.print_difference)
        self.shown.set_scale(around(self._window.settings.zoom))
        self.shown.show()
        self.shown.activateWindow()
        self.shown.show_desk(desk)
        self.shown.focus_page()
        return self.shown

    def print_difference(self, one: "Standpoint", other: "Standpoint") -> None:
        """Show the difference of two states as it prints; it stays what was compared, whatever is typed."""
        from desktop_app.calc.assess import assess
        from desktop_app.calc.papers import Before
        from desktop_app.documents.difference import difference_pdf
        from desktop_app.documents.standing import standing_of
        from desktop_app.models.units import walk
        from desktop_app.views.preview.window import Printable

        if one.moment is None or other.moment is None:
            return
        steps = walk(one.forum, other.forum).steps
        before, after = Before(_state(one, one.moment), steps), _state(other, other.moment)

        def make(
            _assessment: "Assessment", _print_of: str, language: str, sheet: "Sheet", _standing: "Standing"
        ) -> bytes:
            return difference_pdf(before, after, language=language, sheet=sheet, zone=None)

        fixed = (assess(after.forum), standing_of(after, None))
        self._window.files.documents.show_document(Printable(tr("Differences"), tr("differences"), make), fixed)

    def show_desk(self, desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        if self.shown is not None and desk is not self.shown.desk:
            self.shown.show_desk(None)
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_scale(around(percent))

    def may_close(self) -> bool:
        """Tell that nothing is lost with the window."""
        return True


def _state(chosen: "Standpoint", moment: "Moment") -> State:
    """Return a standpoint as a state to print."""
    scenario = chosen.scenario.name if chosen.scenario else ""
    return State(chosen.forum, moment, is_now=chosen.is_now, scenario=scenario, name=chosen.name)
