"""What the commands of one procedure have in common: editors that are asked, windows that stay beside."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.side_window import FollowingWindow


class ProcedureCommands(QObject):
    """Commands of the Forum menu that one procedure has, for one main window.

    Attributes:
        procedure: whose commands they are; in a forum on another they do nothing.
    """

    procedure: ClassVar[Procedure]

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._beside: list[FollowingWindow] = []

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        for shown in self._beside:
            shown.set_scale(around(percent))

    def close(self) -> None:
        """Put the windows beside away, as before another forum is shown."""
        for shown in self._beside:
            shown.close()

    def show_desk(self, _desk: "Desk | None") -> None:
        """Put the windows beside away where another forum, or none, is shown."""
        self.close()

    def may_close(self) -> bool:
        """Tell that nothing is lost with these windows: what is typed stands in dialogs, which ask for themselves."""
        return True

    @property
    def desk(self) -> "Desk | None":
        """The desk of a forum on this procedure; ``None`` for every other."""
        desk = self._window.desk
        is_ours = desk is not None and desk.assessment.forum.procedure is self.procedure
        return desk if is_ours else None

    def edit(self, editor: "Callable[[QWidget, Desk], ForumEditor]") -> None:
        """Show an editor until it is taken or left."""
        desk = self.desk
        if desk is not None:
            shown = editor(self._window, desk)
            shown.set_scale(around(self._window.settings.zoom))
            shown.ask()

    def keep_beside(self, shown: "FollowingWindow", printing: str) -> None:
        """Take a new window in hand.

        Args:
            shown: stays open beside the main one, and follows the desk.
            printing: name of the command that puts it on paper.
        """
        self._beside.append(shown)
        shown.print_wanted.connect(self._window.menus.actions[printing].trigger)

    def show_beside(self, shown: "FollowingWindow", desk: "Desk") -> None:
        """Show a window beside the main one."""
        shown.set_scale(around(self._window.settings.zoom))
        shown.show_desk(desk)
        shown.show()
        shown.activateWindow()

    def go_to(self, code: str, column: str) -> None:
        """Go to a cell of the main window's table."""
        self._window.activateWindow()
        self._window.workspace.go_to(code, column)
