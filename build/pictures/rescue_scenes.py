"""What is pictured of a forum on search and rescue, and how the window is put back after each picture."""

from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from build.pictures.scenes import Show, settle, triggered
from desktop_app.views.response_desk import ResponseDesk

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

_MEASURES: Final = "DE"
"""A Member State of the sample that offers measures and has revised its plan."""


def reset(window: "MainWindow") -> None:
    """Put the window back as it was before a picture."""
    window.banner.hide()
    if window.desk is not None:
        window.workspace.header.saved_mark.show_saved(window.desk.file.saved_at)
    for name, wanted in (("plan_form", False), ("findings", True), ("why", True)):
        # F4 first goes into the panel, then closes it.
        for _press in range(2):
            if window.menus.actions[name].isChecked() is not wanted:
                window.menus.actions[name].trigger()
    window.menus.actions["protocol_order"].trigger()
    if window.help.tour is not None:
        window.help.tour.finish()
    window.findings.filter_words.clear()
    window.workspace.table.go_to("BE", "relocations")
    settle()


def command(name: str) -> Show:
    """Return the scene of a command: on the Member State that has most to show."""
    show = triggered(name)

    def scene(window: "MainWindow") -> QWidget | None:
        window.workspace.table.go_to(_MEASURES, "relocations")
        return show(window)

    return scene


def _why(window: "MainWindow") -> QWidget:
    window.workspace.table.go_to(_MEASURES, "share")
    window.why.ask("added", _MEASURES)
    return window


def _entering(window: "MainWindow") -> QWidget:
    window.workspace.table.go_to(_MEASURES, "relocations")
    QTest.keyClicks(QApplication.focusWidget() or window.workspace.table, "+200")
    return window


def _form(window: "MainWindow") -> QWidget:
    if isinstance(window.workspace, ResponseDesk):
        window.workspace.plans.open_at(_MEASURES, "measures")
    return window


def _sorted(window: "MainWindow") -> QWidget:
    window.workspace.table.go_to(_MEASURES, "measures")
    window.menus.actions["sort"].trigger()
    return window


def _read_only(window: "MainWindow") -> QWidget:
    window.banner.say("Read-only: Jean Dupont on forum-2 (process 4711) has this forum open for typing.")
    if window.desk is not None:
        window.workspace.header.saved_mark.show_read_only(window.desk.file.saved_at)
    return window


def _tour(at: int) -> Show:
    def show(window: "MainWindow") -> QWidget:
        window.help.take_tour(asks_first=True)
        if window.help.tour is not None and at >= 0:
            window.help.tour.go(at + 1)
        return window

    return show


SCENES: Final[tuple[tuple[str, Show], ...]] = (
    ("main", lambda window: window),
    ("entering", _entering),
    ("why", _why),
    ("form", _form),
    ("sorted", _sorted),
    ("read-only", _read_only),
    *((f"tour-{at + 1}", _tour(at)) for at in range(-1, 6)),
)
"""Scenes by name, in the order in which they are taken."""
