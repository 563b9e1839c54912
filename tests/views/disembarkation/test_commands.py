"""Every editor of search and rescue is reached from the Forum menu of its window; deadlines lead there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.deadlines.window import DeadlinesWindow
from desktop_app.views.disembarkation.thirty_percent import ThirtyPercentWindow
from desktop_app.views.main_window import MainWindow
from desktop_app.views.plan_form import PlanPanel


class Modal:
    """Closes the modal dialog that a command shows, and keeps its title."""

    def __init__(self) -> None:
        self.title = ""
        QTimer.singleShot(0, self._act)

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self.title = dialog.windowTitle()
        dialog.reject()


def test_all_of_it_in_one_window(
    qtbot: QtBot, window: MainWindow, small: Forum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    documents = type(window.files.documents)
    monkeypatch.setattr(documents, "show_document", lambda _self, printable: printed.append(printable.title))
    assert window.desk is not None
    # In the annual pool the commands do nothing, and are not to be seen.
    assert not window.menus.actions["thirty_percent"].isVisible()
    path = tmp_path / "Rescue.forum"
    ForumFile.create(path, small, "Ana Silva").close()
    window.files.open_path(path)
    for command, title in (
        ("report", "Report and requests"),
        ("rounds", "Rounds of the forum"),
        ("judgement", "Judgement and act"),
        ("describe", "Title and marking"),
        ("key", "Distribution key"),
    ):
        action = window.menus.actions[command]
        assert action in window.menus.bar["F&orum"].actions()
        modal = Modal()
        action.trigger()
        assert modal.title == title
    window.menus.actions["thirty_percent"].trigger()
    test = window.findChild(ThirtyPercentWindow)
    assert test is not None
    assert test.isVisible()
    test.list.setFocus()
    QTest.keyClick(test.list, Qt.Key.Key_Return)
    assert window.workspace.table.selected()[0] == "FR"
    test.print_button.click()
    window.set_zoom(150)
    window.set_zoom(100)
    window.menus.actions["deadlines"].trigger()
    deadlines = window.findChild(DeadlinesWindow)
    assert deadlines is not None
    shown = [line.cells[3].text if len(line.cells) > 1 else "" for line in deadlines.list.lines]
    deadlines.list.setCurrentCell(shown.index("Act, where plans are still significantly short"), 0)
    modal = Modal()
    QTest.keyClick(deadlines.list, Qt.Key.Key_Return)
    assert modal.title == "Judgement and act"
    deadlines.list.setCurrentCell(shown.index("Plans handed in"), 0)
    QTest.keyClick(deadlines.list, Qt.Key.Key_Return)
    assert isinstance(window.workspace.panel, PlanPanel)
    deadlines.print_button.click()
    assert printed == ["The 30 % test", "Findings and time limits"]
    window.files.close()
    assert not test.isVisible()
    assert not deadlines.isVisible()
