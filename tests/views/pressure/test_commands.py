"""Every editor of migratory pressure is reached from the Forum menu of its window, and windows beside are put away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.main_window import MainWindow
from desktop_app.views.pressure.reduction import ReductionWindow
from desktop_app.views.pressure.thirty_percent import PressureTestWindow
from tests.views.disembarkation.test_commands import Modal


def test_all_of_it_in_one_window(
    qtbot: QtBot, window: MainWindow, small: Forum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    documents = type(window.files.documents)
    monkeypatch.setattr(documents, "show_document", lambda _self, printable: printed.append(printable.title))
    path = tmp_path / "Pressure.forum"
    ForumFile.create(path, small, "Ana Silva").close()
    window.files.open_path(path)
    for command, title in (
        ("situation", "Assessment"),
        ("report", "Report"),
        ("rounds", "Rounds of the forum"),
        ("judgement", "Act"),
        ("credits", "Earlier contributions"),
        ("key", "Distribution key"),
        ("applications", "Applications of five years"),
    ):
        action = window.menus.actions[command]
        assert action in window.menus.bar["F&orum"].actions()
        assert action.isVisible()
        modal = Modal()
        action.trigger()
        assert modal.title == title
    window.menus.actions["thirty_percent"].trigger()
    test = window.findChild(PressureTestWindow)
    assert test is not None
    test.list.setFocus()
    QTest.keyClick(test.list, Qt.Key.Key_Return)
    assert window.workspace.table.selected()[0] == "FR"
    window.menus.actions["reduction"].trigger()
    spread = window.findChild(ReductionWindow)
    assert spread is not None
    spread.list.setCurrentCell(4, 0)
    QTest.keyClick(spread.list, Qt.Key.Key_Return)
    assert window.workspace.table.selected()[0] == "SE"
    window.set_zoom(150)
    window.set_zoom(100)
    test.print_button.click()
    spread.print_button.click()
    assert len(printed) == 2
    window.files.close()
    assert not test.isVisible()
    assert not spread.isVisible()
