"""The menus on the table, in the real window over a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.places import Places
from desktop_app.views.main_window import MainWindow
from desktop_app.views.pledge_table.chooser import ColumnsDialog
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, Column
from desktop_app.views.settings import Settings

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget() or QWidget(), letter)


def codes(window: MainWindow) -> list[str]:
    return [line for line in window.table.model.lines if isinstance(line, str)]


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.table.setFocus()
    qtbot.waitUntil(window.table.grid.hasFocus)
    return window


def test_sort_group_and_back_by_keyboard_alone(desk: MainWindow) -> None:
    desk.table.go_to("FR", "share")
    press(desk, Qt.Key.Key_F7)
    press(desk, Qt.Key.Key_F7)
    assert codes(desk)[0] == "DE"
    press(desk, Qt.Key.Key_G, CONTROL | SHIFT)
    assert desk.menus.actions["group_by_verdict"].isChecked()
    assert codes(desk)[:2] == ["HU", "SK"]
    press(desk, Qt.Key.Key_F7, SHIFT)
    press(desk, Qt.Key.Key_F7, CONTROL)
    assert codes(desk) == list(PROTOCOL_ORDER)
    assert not desk.menus.actions["group_by_verdict"].isChecked()


def test_filter_type_a_pledge_and_it_is_in_the_file(desk: MainWindow) -> None:
    press(desk, Qt.Key.Key_L, CONTROL)
    write("hung")
    press(desk, Qt.Key.Key_Return)
    assert codes(desk) == ["HU"]
    desk.table.go_to("HU", "relocations")
    write("12")
    press(desk, Qt.Key.Key_Return)
    assert desk.desk is not None
    assert desk.desk.file.forum.state("HU").pledge.relocations == 12
    press(desk, Qt.Key.Key_Escape)
    assert codes(desk) == list(PROTOCOL_ORDER)


def test_find_and_next_by_keyboard_alone(desk: MainWindow) -> None:
    press(desk, Qt.Key.Key_F, CONTROL)
    write("no pledge")
    assert desk.table.selected() == ("HU", "coverage_percent")
    press(desk, Qt.Key.Key_F3)
    assert desk.table.selected() == ("SK", "coverage_percent")
    press(desk, Qt.Key.Key_F3, SHIFT)
    assert desk.table.selected() == ("HU", "coverage_percent")
    press(desk, Qt.Key.Key_Escape)
    press(desk, Qt.Key.Key_F3)
    assert desk.table.selected() == ("SK", "coverage_percent")


def test_columns_are_remembered(desk: MainWindow, monkeypatch: pytest.MonkeyPatch, places: Places) -> None:
    chosen = (Column.NET, Column.RELOCATIONS, Column.GAP_EUR)
    monkeypatch.setattr(ColumnsDialog, "ask", classmethod(lambda _cls, _parent, _shown: chosen))
    desk.menus.actions["columns"].trigger()
    assert desk.table.columns == chosen
    assert desk.settings.columns == ["net", "relocations", "gap_eur"]
    monkeypatch.setattr(ColumnsDialog, "ask", classmethod(lambda _cls, _parent, _shown: None))
    desk.menus.actions["columns"].trigger()
    assert desk.table.columns == chosen
    again = MainWindow(Settings(columns=["net", "gone", "gap_eur"]), places)
    assert again.table.columns == (Column.NET, Column.GAP_EUR)
    again.close()
    assert MainWindow(Settings(columns=["gone"]), places).table.columns == DEFAULT_COLUMNS


def test_the_status_line_adds_up_what_is_selected(desk: MainWindow) -> None:
    desk.table.go_to("DE", "fair_share_relocations")
    press(desk, Qt.Key.Key_Down, SHIFT)
    # Germany 4 550 and Estonia 57.
    assert desk.selection.full_text.replace("\u00a0", " ") == "2 cells · 4 607 persons (average of 2: 2 303.50)"
    press(desk, Qt.Key.Key_Down)
    assert desk.selection.full_text == ""
