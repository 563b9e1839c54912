"""The panels of the main window: which are shown, which has the keyboard, and how one goes from one to the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow


class PanelCommands(QObject):
    """Table, F4 panel, findings, why and header of one main window, of whatever procedure."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "findings": self.show_chosen,
            "why": self.show_chosen,
            "next_panel": lambda: self.go_on(1),
            "previous_panel": lambda: self.go_on(-1),
            "copy": self.copy,
        }

    def go_on(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) panel: table, F4, findings, why, header, time bar."""
        window = self._window
        here = window.workspace
        round_trip = (here.table, here.panel, window.findings, window.why, here.header)
        shown: list[QWidget] = [panel for panel in (*round_trip, window.shown.time_bar) if panel and panel.isVisible()]
        focused = QApplication.focusWidget()
        at = next((number for number, panel in enumerate(shown) if holds(panel, focused)), -step)
        shown[(at + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mark_active(self, before: QWidget | None, now: QWidget | None) -> None:
        """Show which panel has the keyboard; say the cell when one comes back to it from the findings."""
        window = self._window
        for panel in (window.findings, window.why, window.workspace.panel):
            panel.mark_active(holds(panel, now))
        if holds(window.findings, before) and holds(window.workspace.table, now):
            window.workspace.table.announce()

    def copy(self) -> None:
        """Copy from whatever has the keyboard."""
        widget = QApplication.focusWidget()
        while widget is not None:
            does = getattr(widget, "copy", None)
            if callable(does):
                does()
                return
            widget = widget.parentWidget()

    def show_chosen(self) -> None:
        """Show the panels that are ticked in the menu, and remember them."""
        window = self._window
        shown = {name: window.menus.actions[name].isChecked() for name in ("findings", "why")}
        window.findings.setVisible(shown["findings"])
        window.why.setVisible(shown["why"])
        window.editors.place.show_lower(any(shown.values()))
        window.settings.hidden_panels = [name for name, visible in shown.items() if not visible]


def holds(panel: QWidget, widget: QWidget | None) -> bool:
    """Tell whether a widget is the panel or lies in it."""
    return widget is not None and (panel is widget or panel.isAncestorOf(widget))
