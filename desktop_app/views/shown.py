"""What the main window shows of a forum: now, the past or a scenario, framed, with the time bar and the heading."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Now, Past, View
from desktop_app.views.heading import shown_moment
from desktop_app.views.language import tr
from desktop_app.views.standing import StandingBand, StandingFrame
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.time_bar import TimeBar


class Shown(QObject):
    """Leads one main window to the past, to scenarios and back to now.

    Attributes:
        band: says above everything that is not now what is shown.
        frame: holds the forum.
        bars: below the strip; the time bar is put there when it is first wanted.
        time_bar: the slider over the record, or ``None`` where nobody wanted it yet.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Make band and frame; :meth:`connect_parts` ties them to the window.

        Args:
            window: the main window.
        """
        super().__init__(window)
        self._window = window
        self._view: View = Now()
        self.band = StandingBand()
        self.frame = StandingFrame()
        self.bars = QVBoxLayout()
        self.time_bar: TimeBar | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"time_bar": self._show_time_bar, "back_to_now": self.back_to_now}

    def connect_parts(self) -> None:
        """Tie the band to the window's commands."""
        self.band.back_wanted.connect(self.back_to_now)
        self.band.adopt_wanted.connect(self._window.menus.actions["adopt"].trigger)
        self.band.compare_wanted.connect(self._window.menus.actions["compare"].trigger)

    def show_desk(self, desk: Desk | None) -> None:
        """Begin at now, with another forum or none."""
        self._frame(Now())
        if self.time_bar is not None:
            self.time_bar.show_desk(desk)
        if desk is not None:
            desk.looked_at.connect(self._looked_at)
            desk.recorded.connect(self.show_moment)
            self.show_moment(anew=True)

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.time_bar is not None:
            self.time_bar.set_scale(around(percent))

    def look(self, view: Callable[[Desk], bool]) -> bool:
        """Show a moment of the past, a scenario or now, once what is being typed is recorded.

        Edits of forms that were not taken are asked about first; a figure that cannot be recorded keeps all as it is.

        Args:
            view: has the desk show it, such as ``lambda desk: desk.look_at(57)``.

        Returns:
            Whether it is shown.
        """
        desk = self._window.desk
        if desk is None or not self._window.finish_entry():
            return False
        if not (desk.read_only or self._window.workspaces.may_close()):
            return False
        return view(desk)

    def back_to_now(self) -> None:
        """Show the record as it stands."""
        if self.look(Desk.back_to_now):
            self._window.workspace.table.setFocus()

    def work_on(self, desk: Desk) -> None:
        """Show the parts of the procedure of what is shown: a record may have begun as another one."""
        window = self._window
        before = window.workspace
        window.workspaces.work_on(desk.shown.forum.procedure)
        if window.workspace is not before:
            window.workspace.show_desk(desk)

    def show_moment(self, *, anew: bool = False) -> None:
        """Say in the heading at which meeting and in which round what is shown was typed.

        Args:
            anew: whether what the heading says is of something else than the entry before.
        """
        desk = self._window.desk
        if desk is not None:
            header = self._window.workspace.header
            header.show_moment(desk.shown.forum, shown_moment(desk, None if anew else header.moment))

    def allow(self) -> None:
        """Enable the commands that make sense for what is shown."""
        desk, actions = self._window.desk, self._window.menus.actions
        actions["back_to_now"].setEnabled(desk is not None and not isinstance(desk.view, Now))
        is_writable = desk is not None and not desk.file.is_read_only
        # What is beside the figures can be done while the past is shown.
        for name in ("new_scenario", "reason"):
            actions[name].setEnabled(is_writable)
        actions["adopt"].setEnabled(is_writable and desk is not None and isinstance(desk.view, InScenario))
        for name in ("take_over", "take_pen"):
            actions[name].setEnabled(desk is not None and not is_writable)

    def _looked_at(self, view: View) -> None:
        """Frame what is shown, and put away what belonged to what was shown before."""
        desk = self._window.desk
        if desk is None:
            return
        self.work_on(desk)
        if type(view) is not type(self._view) or not isinstance(view, Past):
            self._window.put_away_editors()
            self._window.workspace.show_desk(desk)
        self._frame(view)
        self.show_moment(anew=True)
        self._window.show_desk_state()

    def _frame(self, view: View) -> None:
        self._view = view
        desk = self._window.desk
        self.band.show_view(view, read_only=desk is None or desk.file.is_read_only)
        self.frame.show_view(view)

    def _show_time_bar(self) -> None:
        from desktop_app.views.time_bar import TimeBar

        window = self._window
        if self.time_bar is None:
            self.time_bar = TimeBar(window)
            self.bars.addWidget(self.time_bar)
            self.time_bar.set_scale(around(window.settings.zoom))
        self.time_bar.show_desk(window.desk)
        self.time_bar.setVisible(window.menus.actions["time_bar"].isChecked())
        (self.time_bar if self.time_bar.isVisible() else window.workspace.table).setFocus()


def title_prefix(view: View) -> str:
    """Return what stands before the title of a window that shows something else than now."""
    return {Past: tr("THE PAST: "), InScenario: tr("SCENARIO: ")}.get(type(view), "")
