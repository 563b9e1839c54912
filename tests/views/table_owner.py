"""What owns a table in tests, whatever it shows: it applies what is asked for, as the window does."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import CannotChangeError, Change
from desktop_app.calc.forum import Forum
from desktop_app.views.pledge_table import PledgeTable
from desktop_app.views.typed_table.participants import ParticipantsTable

Table = TypeVar("Table", bound=PledgeTable | ParticipantsTable[Any])
Made = TypeVar("Made", bound=Change)


class TableOwner(Generic[Table, Made]):
    """Owns a table: applies changes to the forum; remembers what the table said."""

    def __init__(self, table: Table) -> None:
        self.table: Table = table
        self.changes: list[Made] = []
        self.selected: list[tuple[str, str | None]] = []
        self.refuses = ""
        table.change_requested.connect(self.apply)
        table.cell_selected.connect(lambda figure, code: self.selected.append((figure, code)))

    @property
    def forum(self) -> Forum:
        raise NotImplementedError

    def show(self, forum: Forum) -> None:
        raise NotImplementedError

    def apply(self, change: Made) -> None:
        if self.refuses:
            self.table.show_refusal(self.refuses)
            return
        self.changes.append(change)
        try:
            self.show(change.apply_to(self.forum))
        except CannotChangeError as refusal:
            self.table.show_refusal(str(refusal))

    def press(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Type texts and keys one after another, each to whatever has the keyboard then."""
        for each in keys:
            for key in each if isinstance(each, str) else (each,):
                # QTest takes characters and keys, its stubs only keys.
                key_or_character: Qt.Key = key  # type: ignore[assignment]
                QTest.keyClick(QApplication.focusWidget() or self.table.grid, key_or_character, modifier)

    def at(self) -> tuple[str | None, str]:
        return self.table.selected()

    def says(self) -> str:
        """Return what the panel says, with plain spaces; nothing where it is not shown."""
        panel = self.table._entering.panel
        return plain(panel.text) if panel.isVisible() else ""


AnyOwner = TypeVar("AnyOwner", bound=TableOwner[Any, Any])


def opening(qtbot: QtBot, make: Callable[[Forum], AnyOwner]) -> Iterator[Callable[[Forum], AnyOwner]]:
    """Yield a function that opens a table with the keyboard in it; close them all in the end."""
    desks: list[AnyOwner] = []

    def opened(forum: Forum) -> AnyOwner:
        desk = make(forum)
        desks.append(desk)
        qtbot.addWidget(desk.table)
        desk.table.resize(1366, 520)
        with qtbot.waitExposed(desk.table):
            desk.table.show()
        desk.table.activateWindow()
        desk.table.setFocus()
        qtbot.waitUntil(desk.table.grid.hasFocus)
        return desk

    yield opened
    for desk in desks:
        desk.table.close()


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")
