"""The plan form in the main window: its keys, the table's cursor, the why panel, closing with edits."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.models.forum_file import ForumFile
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.main_window import MainWindow
from desktop_app.views.plan_form.commands import PlanCommands
from desktop_app.views.plan_form.panel import PlanPanel
from desktop_app.views.plan_form.revisions import Chosen, RevisionsDialog
from tests.views.plan_form.forums import FRANCE, GERMANY, forum

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[[], MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "Four.forum"
    ForumFile.create(path, forum(GERMANY, FRANCE), "Ana Silva").close()
    window = make_window()
    window.resize(1366, 768)
    window.files.open_path(path)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.workspaces.response.table.go_to("DE", "relocations")
    return window


def plans(window: MainWindow) -> PlanCommands:
    return window.workspaces.response.plans


def panel(window: MainWindow) -> PlanPanel:
    return plans(window).panel


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_form_follows_the_table_and_is_left_by_its_key(window: MainWindow) -> None:
    window.workspaces.response.table.setFocus()
    QTest.keyClick(here(), Key.Key_F4)
    assert panel(window).isVisible()
    assert panel(window).isAncestorOf(here())
    assert panel(window).title == "Germany (DE), first plan"
    QTest.keyClick(here(), Key.Key_PageDown, Control)
    assert (panel(window).code, window.workspaces.response.table.selected()[0]) == ("EL", "EL")
    QTest.keyClick(here(), Key.Key_PageUp, Control)
    QTest.keyClick(here(), Key.Key_Escape)
    assert not panel(window).isAncestorOf(here())
    window.workspaces.response.table.go_to(None, "relocations")
    assert panel(window).code is None
    assert "Missing: Sweden." in panel(window).waiting.words.text()
    plans(window).open_at("FR", "cover")
    assert here() is panel(window).page.cover.relocations.input
    QTest.keyClick(here(), Key.Key_F4)
    assert not panel(window).isVisible()


def test_a_plan_is_revised_by_keys_alone_and_a_figure_asked_why(window: MainWindow) -> None:
    window.workspaces.response.table.setFocus()
    QTest.keyClick(here(), Key.Key_N, Control | Shift)
    QTest.keyClicks(here(), "390")
    QTest.keyClick(here(), Key.Key_Return, Control)
    assert window.desk is not None
    revisions = window.desk.response.forum.search_and_rescue.revisions("DE")
    assert [(plan.revision, plan.relocations) for plan in revisions] == [(0, 300), (1, 390)]
    panel(window).head.figures.buttons["key_number"].setFocus()
    QTest.keyClick(here(), Key.Key_Space)
    assert window.why.question == ("key_number", "DE")
    panel(window).head.figures.buttons["coverage_percent"].click()
    assert str(window.why.question) == "('coverage_percent', None)"


def test_what_is_being_typed_is_taken_before_a_plan_is_revised(window: MainWindow) -> None:
    table = window.workspaces.response.table
    table.setFocus()
    QTest.keyClicks(here(), "50")
    QTest.keyClick(here(), Key.Key_N, Control | Shift)
    assert window.desk is not None
    assert [plan.relocations for plan in window.desk.response.forum.search_and_rescue.revisions("DE")] == [50]
    relocations = panel(window).page.relocations.input
    assert (here(), relocations.text(), relocations.selectedText()) == (relocations, "50", "50")
    # Once more from inside: the number is selected again.
    QTest.keyClicks(here(), "200")
    QTest.keyClick(here(), Key.Key_N, Control | Shift)
    QTest.keyClicks(here(), "210")
    assert relocations.text() == "210"
    panel(window).revert()
    # What is refused is mended first, and no plan is revised.
    table.setFocus()
    QTest.keyClicks(here(), "1.234")
    QTest.keyClick(here(), Key.Key_N, Control | Shift)
    assert (here(), panel(window).revision) == (table._entering.editor, 0)


def test_a_refused_entry_waits_for_its_typist_without_its_bubble(window: MainWindow) -> None:
    table = window.workspaces.response.table
    line, bubble = table._entering.editor, table._entering.panel
    table.setFocus()
    QTest.keyClicks(here(), "1.234")
    QTest.keyClick(here(), Key.Key_Return)
    assert (here(), bubble.isVisible()) == (line, True)
    QTest.keyClick(here(), Key.Key_F4)
    assert panel(window).isAncestorOf(here())
    assert (line.text(), line.isVisible(), bubble.isVisible()) == ("1.234", True, False)
    QTest.keyClick(here(), Key.Key_F6, Shift)
    assert (here(), bubble.isVisible()) == (line, True)
    QTest.keyClick(here(), Key.Key_Escape)
    assert (line.isVisible(), bubble.isVisible()) == (False, False)
    # A hint of a cell does not outlast the keyboard in the table either.
    QTest.keyClicks(here(), "*")
    assert bubble.isVisible()
    QTest.keyClick(here(), Key.Key_F4)
    assert not bubble.isVisible()


def test_edits_are_asked_for_before_they_are_lost(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def confirm(_parent: object, _title: str, text: str, _choice: str) -> bool:
        asked.append(text)
        return len(asked) > 1

    monkeypatch.setattr(Message, "confirm", confirm)
    plans(window).toggle()
    panel(window).page.note.input.setPlainText("said by telephone")
    assert not window.close()
    assert asked == ["Germany: first plan. Go back and take them with Ctrl+Enter, or close and lose them."]
    # It is said where the form is closed, too.
    plans(window).place.show_panel(False)
    assert window.status.untaken.full_text == "1 form not taken (F4)"
    assert window.status.untaken.toolTip() == "Germany: first plan"
    panel(window).revert()
    assert (plans(window).may_close(), window.status.untaken.full_text) == (True, "")


def test_the_revision_chosen_side_by_side_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def ask(_parent: object, _assessment: object, code: str | None, zoom: int) -> Chosen | None:
        asked.append((code, zoom))
        return Chosen("FR", 0) if len(asked) == 1 else None

    monkeypatch.setattr(RevisionsDialog, "ask", ask)
    window.menus.actions["revisions"].trigger()
    assert asked == [("DE", 100)]
    assert (panel(window).isVisible(), panel(window).title) == (True, "France (FR), first plan")
    panel(window).head.all_wanted.emit()
    assert panel(window).title == "France (FR), first plan"
