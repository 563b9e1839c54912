"""Names and figures stand in one line in the real window, whatever comes and goes around the table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from desktop_app.views.main_window import MainWindow
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.typed_table.grid import tie


def places(window: MainWindow, code: str) -> tuple[int, int]:
    """Return how far down a Member State's name and its figures stand."""
    table = window.table
    row = table.model.row_of(code)
    name = table.names.visualRect(table.model.index(row, Column.MEMBER_STATE))
    figure = table.grid.visualRect(table.model.index(row, Column.RELOCATIONS))
    return (
        table.names.viewport().mapTo(table, name.topLeft()).y(),
        table.grid.viewport().mapTo(table, figure.topLeft()).y(),
    )


@pytest.mark.parametrize("height", [640, 700, 740, 768, 820])
@pytest.mark.parametrize("zoom", [100, 125])
def test_names_stay_in_line_when_the_panel_comes_and_goes(
    window: MainWindow, qtbot: QtBot, height: int, zoom: int
) -> None:
    table = window.table
    window.set_zoom(zoom)
    window.resize(1366, height)
    qtbot.wait(50)
    for code in ("SE", "BE", "SE"):
        table.go_to(code, "relocations")
        for _opened_and_closed in range(2):
            QTest.keyClick(window, Qt.Key.Key_F4)
            # No row is cut in half, once all is laid out.
            qtbot.waitUntil(lambda: table.grid.verticalScrollBar().value() % table.drawing().row_height == 0)
            assert len({*places(window, code)}) == 1


def test_tied_bars_agree_again_whichever_reaches_further_first(qtbot: QtBot) -> None:
    first, second = QScrollBar(), QScrollBar()
    for bar in (first, second):
        qtbot.addWidget(bar)
        bar.setRange(0, 100)
    tie(first, second)
    second.setValue(90)
    assert first.value() == 90, "either is moved by hand"
    second.setRange(0, 60)
    assert (first.value(), second.value()) == (90, 60), "the leader is not drawn along"
    second.setRange(0, 100)
    assert second.value() == 90
    first.setRange(0, 50)
    assert (first.value(), second.value()) == (50, 50)
    first.setRange(0, 100)
    first.setValue(80)
    assert second.value() == 80
