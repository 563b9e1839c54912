"""Every window, dialog and panel that a command of the main window opens, one after the other, to be looked at."""

import gc
from collections.abc import Callable, Collection
from typing import Final, TypeAlias

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.views.main_window import MainWindow
from desktop_app.views.menus import COMMANDS

Look: TypeAlias = Callable[[str, QWidget], None]
"""Looks at a window, which has a name for what is said of it."""
IN_WINDOW: Final = frozenset(
    {
        *("measures", "deductions", "status", "said", "particulars", "state_panel", "plan_form", "pledge_panel"),
        *("filter_findings", "time_bar", "find", "filter"),
    }
)
"""Commands that open something inside the main window."""
_LEAVING: Final = frozenset(
    {
        *("quit", "close", "new_window", "print", "take_pen", "whats_this", "undo", "redo", "zoom_in", "zoom_out"),
        "revise_plan",
        *("copy", "copy_headers", "zoom_reset", "hide_room", "take_over", "refresh"),
    }
)
"""Commands that leave the forum, begin an edit, print on paper, or change figures and looks without a window."""
ALL: Final = frozenset(command.name for command in COMMANDS) - _LEAVING
_ALIKE: Final = frozenset(
    {
        *("annex_accessible", "annex_word", "print_table", "print_findings", "print_contributions", "keyboard"),
        *("find_next", "find_previous", "sort", "sort_again", "group_by_verdict", "protocol_order", "paste"),
        *("next_panel", "previous_panel", "findings", "why", "acknowledge", "back_to_now", "meetings_and_rounds"),
    }
)
"""Commands that open a window of another one with other content, or none."""


def telling(procedure: Procedure) -> frozenset[str]:
    """Return commands that between them open every kind of window; those of all procedures in an annual pool only."""
    shared = {command.name for command in COMMANDS if Procedure.ANNUAL_POOL in command.procedures} - IN_WINDOW
    return ALL - _ALIKE - (frozenset() if procedure is Procedure.ANNUAL_POOL else shared)


def walk(window: MainWindow, look: Look, patch: pytest.MonkeyPatch, opened: Collection[str] = ALL) -> None:
    """Look at a main window, and at all that commands open, which is closed again.

    Args:
        window: with a forum, shown.
        look: is called with each; dialogs that wait for an answer are left without one.
        patch: puts back what keeps them from waiting.
        opened: names of the commands.
    """
    procedure = Procedure.ANNUAL_POOL if window.desk is None else window.desk.assessment.forum.procedure
    now = ""

    def executed(dialog: QDialog) -> int:
        if not isinstance(dialog, QFileDialog):
            _lay_out_only(dialog)
            dialog.show()
            look(f"{now}: {type(dialog).__name__}", dialog)
            dialog.hide()
        return 0

    patch.setattr(QDialog, "exec", executed)
    for asking in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        patch.setattr(QFileDialog, asking, lambda *_about, **_more: ("", ""))
    patch.setattr(QFileDialog, "getExistingDirectory", lambda *_about, **_more: "")
    patch.setattr(QMenu, "exec", lambda menu, *_where: look(f"{now}: menu", menu))
    # Collecting while children are gone through takes wrappers away that are still looked at.
    gc.disable()
    try:
        _lay_out_only(window)
        QApplication.processEvents()
        look("MainWindow", window)
        for command in COMMANDS:
            if procedure not in command.procedures or command.name not in opened:
                continue
            now = command.name
            before = _visible()
            window.menus.actions[command.name].trigger()
            for each in _visible() - before:
                _lay_out_only(each)
                QApplication.processEvents()
                look(now, each)
                each.close()
            # What stays would be gone through with the window that it belonged to, time and again.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if now in IN_WINDOW:
                look(now, window)
    finally:
        gc.enable()


def _lay_out_only(window: QWidget) -> None:
    """Paint nothing: half of the time would go into pictures that nobody sees."""
    window.setUpdatesEnabled(False)


def _visible() -> set[QWidget]:
    return {each for each in QApplication.topLevelWidgets() if each.isVisible()}
