"""The foot of the window: what was just done is read whole, what stands there all day gives way."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.views.main_window import MainWindow
from desktop_app.views.pledge_table.columns import Column

LASTING = (
    "Backup of 04:09:04 in “Annual Solidarity Pool for 2026 (public sources) backups” · 1 journal entry verified · "
    "Ground sound · beside the forum"
)


@pytest.fixture
def narrow(window: MainWindow) -> MainWindow:
    window.resize(1366, 768)
    window.show_background(LASTING)
    window._file_name.set_full_text("Annual Solidarity Pool for 2026 (public sources).forum")
    QApplication.processEvents()
    return window


def test_the_totals_of_a_selection_are_whole_and_the_others_give_way(narrow: MainWindow, qtbot: QtBot) -> None:
    narrow.table.go_to("DE", "relocations")
    cursor = narrow.table._cursor
    cursor.go(cursor.place[0] + 10, int(Column.ALTERNATIVE), extend=True)
    qtbot.waitUntil(lambda: narrow.selection.text() == narrow.selection.full_text != "")
    assert len(narrow.selection.text()) > 60
    assert (narrow._remark.text(), narrow._file_name.text()) != (LASTING, narrow._file_name.full_text)
    cursor.go(0, int(Column.RELOCATIONS))
    qtbot.waitUntil(lambda: narrow._remark.text() == LASTING)


def test_a_remark_has_the_room_that_it_needs(narrow: MainWindow, qtbot: QtBot) -> None:
    said = (
        "Sweden: this pledge cannot be recorded, for its measures have values of their own. Change each of them here."
    )
    narrow.remark(said)
    bar = narrow.statusBar()
    needed = bar.fontMetrics().horizontalAdvance(said)
    qtbot.waitUntil(lambda: min(narrow._remark.x(), bar.width() - narrow._remark.width()) >= needed)
    assert bar.toolTip() == said
    bar.clearMessage()
    qtbot.waitUntil(lambda: narrow._remark.text() == LASTING)


def test_no_window_is_widened_by_it(narrow: MainWindow, qtbot: QtBot) -> None:
    narrow.resize(640, 420)
    narrow.table.go_to("DE", "relocations")
    narrow.table._cursor.go(9, int(Column.NET), extend=True)
    narrow.remark("word " * 80)
    qtbot.wait(20)
    assert narrow.width() == 640
    assert narrow._file_name.width() == 0
    narrow.set_zoom(200)
    qtbot.wait(20)
    assert narrow.width() == 640
