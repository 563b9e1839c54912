"""The commands on requests for help and support plans, for one main window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetSolidarity
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.dialogs.files import TO_OPEN, Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.support.words import about_plan
from desktop_app.views.theme import legible
from desktop_app.views.zoom import around

if TYPE_CHECKING:
    from desktop_app.calc.forum import Forum
    from desktop_app.calc.support_plans import SupportPlan
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.progress.report import Report
    from desktop_app.views.support.window import SupportWindow

_NOT_TAKEN = "No support plan can be taken over"


class SupportCommands(QObject):
    """Opens the editor of the requests and the window of the support plans, and does what that asks for."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a window: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.shown: SupportWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"help_requests": self.help_requests, "support_plans": self.support_plans}

    def help_requests(self) -> None:
        """Edit the requests for help."""
        from desktop_app.views.support.requests import RequestsEditor

        self._edit(RequestsEditor)

    def support_plans(self) -> None:
        """Show the support plans; the window follows while it is open."""
        from desktop_app.views.support.window import SupportWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.shown is None:
            self.shown = SupportWindow(self._window)
            self.shown.wanted.connect(self._do)
            self.shown.print_wanted.connect(self._window.menus.actions["print_forms"].trigger)
        self.shown.set_scale(around(self._window.settings.zoom))
        self.shown.follow(desk)
        self.shown.set_read_only(desk.read_only)
        self.shown.show_assessment(desk.assessment)
        self.shown.show()
        self.shown.activateWindow()
        self.shown.setFocus()

    # ---------------------------------------------------------------------------------------------- the window's life

    def show_desk(self, _desk: "Desk | None") -> None:
        """Put the window away where another forum, or none, is shown."""
        self.close()

    def close(self) -> None:
        """Put the window away."""
        if self.shown is not None:
            self.shown.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.shown is not None:
            self.shown.set_scale(around(percent))

    def may_close(self) -> bool:
        """Nothing waits here: what is typed is in a dialog that asks itself."""
        return True

    # ------------------------------------------------------------------------------------------------ what is asked for

    def _do(self, name: str) -> None:
        {"new": self.new, "change": self.change, "remove": self.remove, "take_over": self.take_over}[name]()

    def new(self) -> None:
        """Record a plan."""
        from desktop_app.views.support.plan_editor import SupportPlanEditor

        before = len(self._recorded)
        self._edit(SupportPlanEditor)
        if self.shown is not None and len(self._recorded) > before:
            self.shown.go_to(self._recorded[-1].id)

    def change(self) -> None:
        """Change the plan of the window's line."""
        from desktop_app.views.support.plan_editor import SupportPlanEditor

        plan = None if self.shown is None else self.shown.current
        if plan is not None:
            self._edit(lambda parent, desk: SupportPlanEditor(parent, desk, plan))

    def remove(self) -> None:
        """Take the plan of the window's line out, after asking; undo brings it back."""
        desk, plan = self._window.desk, None if self.shown is None else self.shown.current
        if desk is None or desk.read_only or plan is None:
            return
        words = f"{plan.id}: {about_plan(plan)}.\nUndo brings it back."
        if Message.confirm(self.shown, "Take this support plan out?", legible(words), "&Take out"):
            record = desk.assessment.forum.solidarity
            left = tuple(each for each in record.support_plans if each != plan)
            desk.apply(SetSolidarity(replace(record, support_plans=left), f"Support plan {plan.id} removed"))

    def take_over(self) -> None:
        """Ask for another forum, and take its support plans over as one step."""
        from desktop_app.views.support.take_over import TakeOverEditor, offered

        desk = self._window.desk
        if desk is None or desk.read_only:
            return
        path = Files.to_open(self._parent, "Take support plans over", desk.file.path.parent, TO_OPEN)
        if path is None:
            return
        if path.resolve() == desk.file.path.resolve():
            Message.show(self._parent, _NOT_TAKEN, "This is the forum that is open.")
            return
        there = self._read(path)
        if there is None:
            return
        if not offered(desk.assessment.forum.solidarity, there.solidarity):
            words = "All support plans in it are here already." if there.solidarity.support_plans else "It has none."
            Message.show(self._parent, _NOT_TAKEN, f"{path.name}: {words}")
            return
        self._edit(lambda parent, desk: TakeOverEditor(parent, desk, path.name, there.solidarity))

    def _read(self, path: Path) -> "Forum | None":
        from desktop_app.models.any_forum import read_any_forum
        from desktop_app.views.progress.running import run

        def work(_report: "Report") -> "Forum":
            return read_any_forum(path)

        try:
            return run(self._parent, f"Reading {path.name}", work)
        except (BadInput, ForumFileError) as error:
            Message.show(self._parent, _NOT_TAKEN, f"{path.name}: {error}")
        except Cancelled:
            pass
        return None

    @property
    def _recorded(self) -> "tuple[SupportPlan, ...]":
        desk = self._window.desk
        return () if desk is None else desk.assessment.forum.solidarity.support_plans

    @property
    def _parent(self) -> QWidget:
        """The window that asks: that of the plans where the person is in it."""
        is_there = self.shown is not None and self.shown.isVisible()
        return self.shown if is_there and self.shown is not None else self._window

    def _edit(self, editor: "Callable[[QWidget, Desk], ForumEditor]") -> None:
        desk = self._window.desk
        if desk is not None:
            shown = editor(self._parent, desk)
            shown.set_scale(around(self._window.settings.zoom))
            shown.ask()
