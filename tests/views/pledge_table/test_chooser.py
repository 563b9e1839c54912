"""The dialog that asks for columns, by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.views.pledge_table.chooser import ColumnsDialog
from desktop_app.views.pledge_table.columns import CHOOSABLE, DEFAULT_COLUMNS, Column

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ColumnsDialog]:
    dialog = ColumnsDialog(None, (Column.NET, Column.RELOCATIONS))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    yield dialog
    dialog.close()


def listed(dialog: ColumnsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_every_column_is_listed_once_and_those_shown_are_ticked(dialog: ColumnsDialog) -> None:
    assert len(listed(dialog)) == len(CHOOSABLE) == len(set(listed(dialog)))
    assert dialog.answer() == (Column.NET, Column.RELOCATIONS)
    assert listed(dialog)[:4] == ["Status", "Share (%)", "Fair share (persons)", "Net (relocations)"]


def test_space_shows_and_hides_and_alt_with_arrows_moves(dialog: ColumnsDialog) -> None:
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.answer() == (Column.FLAGS, Column.NET, Column.RELOCATIONS)
    for _time in range(3):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    assert dialog.answer() == (Column.NET, Column.FLAGS, Column.RELOCATIONS)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.answer() == (Column.NET, Column.RELOCATIONS)
    dialog.list.setCurrentRow(0)
    dialog.up.click()
    assert dialog.list.currentRow() == 0, "nothing is above the first"
    dialog.down.click()
    assert dialog.list.currentRow() == 1


def test_reset_brings_back_what_is_shown_at_first(dialog: ColumnsDialog) -> None:
    dialog.reset.click()
    assert dialog.answer() == DEFAULT_COLUMNS
    assert listed(dialog)[0] == "Status"


def test_no_column_at_all_makes_no_sense(dialog: ColumnsDialog) -> None:
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.accept_button.isEnabled()
    dialog.list.item(3).setCheckState(Qt.CheckState.Checked)
    assert dialog.accept_button.isEnabled()


def test_the_answer_is_asked_for(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(ColumnsDialog, "exec", lambda self: self.reset.click() or 1)
    assert ColumnsDialog.ask(None, (Column.NET,)) == DEFAULT_COLUMNS
    monkeypatch.setattr(ColumnsDialog, "exec", lambda _self: 0)
    assert ColumnsDialog.ask(None, (Column.NET,)) is None
    qtbot.wait(0)
