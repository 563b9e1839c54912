"""All of the voluntary mechanism is reached from its window, by menu and by key."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange.writer import document_bytes
from desktop_app.views.dialogs.files import Files
from desktop_app.views.main_window import MainWindow
from desktop_app.views.support.window import SupportWindow
from desktop_app.views.voluntary_form import PledgePanel
from tests.views.editor_desks import Answers
from tests.views.voluntary_forum import REQUEST, SUPPORT_PLAN


class Modal:
    """Ends the modal dialog that a command shows, taking it or not, and keeps its title."""

    def __init__(self, *, take: bool = False) -> None:
        self.title = ""
        self._take = take
        QTimer.singleShot(0, self._act)

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            # What is read first takes its time.
            QTimer.singleShot(5, self._act)
            return
        self.title = dialog.windowTitle()
        if self._take:
            dialog.accept()
        else:
            dialog.reject()


def test_all_of_it_in_one_window(qtbot: QtBot, window: MainWindow, small: Forum, tmp_path: Path) -> None:
    for name in ("mechanism", "needs", "kept", "support_plans", "help_requests", "pledge_panel"):
        assert not window.menus.actions[name].isVisible()
    path = tmp_path / "Voluntary.forum"
    ForumFile.create(path, small, "Ana Silva").close()
    window.files.open_path(path)
    for name, title in (
        ("mechanism", "Mechanism and signatories"),
        ("needs", "Needs"),
        ("kept", "Commitments kept"),
        ("help_requests", "Requests for help"),
    ):
        modal = Modal()
        window.menus.actions[name].trigger()
        assert modal.title == title
    window.menus.actions["support_plans"].trigger()
    plans = window.findChild(SupportWindow)
    assert plans is not None
    assert plans.empty.isVisible()
    assert plans.help_topic() == ("voluntary", "Requests for help and support plans")
    plans.close()
    # F4 shows the pledges of the table's row, and follows it; F2 in a cell of theirs opens them there.
    table = window.workspace.table
    table.go_to("DE", "relocations")
    window.activateWindow()
    action = window.menus.actions["pledge_panel"]
    assert action.shortcut().toString() == "F4"
    action.trigger()
    panel = window.findChild(PledgePanel)
    assert panel is not None
    assert panel.isVisible()
    assert panel.code == "DE"
    table.go_to("NO", "project")
    QTest.keyClick(table.grid, Qt.Key.Key_F2)
    assert panel.code == "NO"
    assert window.focusWidget() is panel.page.project.input
    panel.page.project.input.setText("Legal aid")
    assert window.status.untaken.full_text == "1 form not taken (F4)"
    panel.take()
    assert window.desk is not None
    assert window.desk.assessment.forum.voluntary.pledges_of("NO")[0].project == "Legal aid"
    window.undo()
    assert window.desk.assessment.forum.voluntary.pledges_of("NO")[0].project is None
    panel.closed.emit()
    assert not panel.isVisible()


def test_support_plans_of_another_forum_are_taken_over(
    window: MainWindow,
    small: Forum,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    messages: list[tuple[str, str, tuple[str, ...]]],
    confirms: Answers,
) -> None:
    path, last, bare = tmp_path / "Voluntary.forum", tmp_path / "Last year.json", tmp_path / "Bare.json"
    ForumFile.create(path, small, "Ana Silva").close()
    last.write_bytes(document_bytes(replace(small, solidarity=SolidarityRecord((REQUEST,), (SUPPORT_PLAN,)))))
    bare.write_bytes(document_bytes(small))
    chosen: list[Path | None] = [None, path, bare, tmp_path / "none.json", last, last]
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: chosen.pop(0))
    window.files.open_path(path)
    window.menus.actions["support_plans"].trigger()
    plans = window.findChild(SupportWindow)
    assert plans is not None
    desk = window.desk
    assert desk is not None
    for _each in range(4):
        plans.act("take_over")
    assert [text for _title, text, _choices in messages][:2] == [
        "This is the forum that is open.",
        "Bare.json: It has none.",
    ]
    assert "there is no such file" in messages[2][1]
    modal = Modal(take=True)
    plans.act("take_over")
    assert modal.title == "Take over from Last year.json"
    assert desk.assessment.forum.solidarity.support_plans == (SUPPORT_PLAN,)
    plans.act("take_over")
    assert messages[-1][1] == "Last year.json: All support plans in it are here already."
    # The plan is in the window, is changed there, and taken out; each is one step.
    modal = Modal()
    plans.list.setFocus()
    QTest.keyClick(plans.list, Qt.Key.Key_Return)
    assert modal.title == "Support plan SP-1"
    modal = Modal()
    plans.act("add")
    assert modal.title == "New support plan"
    confirms.append(False)
    for left in (1, 0):
        plans.act("remove")
        assert len(desk.assessment.forum.solidarity.support_plans) == left
    assert confirms.asked == ["Take this support plan out?"] * 2
    assert desk.file.undo_title == "Support plan SP-1 removed"
    plans.act("undo")
    assert desk.assessment.forum.solidarity.support_plans == (SUPPORT_PLAN,)
    window.set_zoom(150)
    window.show_desk(None)
    assert not plans.isVisible()
