"""A bar of the actions of a window beside the main one: each by its mnemonic, by its key, and by Tab."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QToolBar

from desktop_app.views.language import shown

SILENT: Final = {"undo": "Ctrl+Z", "redo": "Ctrl+Y"}
"""What has a key in such a window, and no button."""


@dataclass(frozen=True, slots=True)
class BarAction:
    """One action.

    Attributes:
        name: by which it is asked for.
        text: what its button says, with its mnemonic.
        keys: its key.
        about: what it does, in a tooltip.
        writes: whether a desk that only reads has no use for it.
    """

    name: str
    text: str
    keys: str
    about: str
    writes: bool = True


class ActionBar(QToolBar):
    """The bar; undo and redo have their keys too.

    Signals:
        wanted(str): an action, by its name.
    """

    wanted = Signal(str)

    def __init__(self, window: QMainWindow, name: str, entries: Sequence[BarAction | None]) -> None:
        """Put the bar into a window.

        Args:
            window: that gets it.
            name: what a screen reader calls it.
            entries: in their order; ``None`` is a line.
        """
        super().__init__(shown(name))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        window.addToolBar(self)
        self.actions_by_name: dict[str, QAction] = {}
        for entry in entries:
            if entry is None:
                self.addSeparator()
            else:
                self._add(window, entry)
        for silent, keys in SILENT.items():
            window.addAction(self._action(window, silent, silent, keys))

    def _add(self, window: QMainWindow, entry: BarAction) -> None:
        action = self.actions_by_name[entry.name] = self._action(window, entry.name, entry.text, entry.keys)
        # Otherwise a tool button has the words without their mnemonic.
        action.setIconText(shown(entry.text))
        action.setToolTip(f"{shown(entry.about)} ({entry.keys})")
        self.addAction(action)
        # A tool bar takes its buttons out of the order of the Tab key.
        self.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _action(self, window: QMainWindow, name: str, text: str, keys: str) -> QAction:
        action = QAction(shown(text), window)
        action.setShortcut(QKeySequence(keys))
        does = partial(self.wanted.emit, name)
        action.triggered.connect(lambda _checked=False: does())
        return action
