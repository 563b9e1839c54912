"""The form of Annex II in the main window: its keys, what is taken, undone and shown side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.main_window import MainWindow
from desktop_app.views.plan_form.revisions import Chosen, RevisionsDialog
from desktop_app.views.pressure_desk import PressureDesk
from tests.views.pressure_form.forums import FRANCE, GERMANY, forum

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
    return window


def desk(window: MainWindow) -> PressureDesk:
    found = window.workspace
    assert isinstance(found, PressureDesk)
    return found


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_plan_is_typed_revised_taken_and_undone_by_keys(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    pressure, panel = desk(window), desk(window).panel
    pressure.table.go_to("DE", "applicants")
    # What is being typed belongs to the plan that is revised.
    QTest.keyClicks(here(), "75")
    QTest.keyClick(here(), Key.Key_Tab)
    QTest.keyClicks(here(), "rest")
    QTest.keyClick(here(), Key.Key_N, Control | Shift)
    assert panel.title == "Germany (DE), (Rev) 1"
    assert (panel.page.applicants.raw, panel.page.sponsorship.raw) == ("75", "25")
    QTest.keyClicks(here(), "60")
    panel.page.sponsorship.setFocus()
    here().selectAll()  # type: ignore[attr-defined]  # a line
    QTest.keyClicks(here(), "40")
    QTest.keyClick(here(), Key.Key_Return, Control)
    assert window.desk is not None
    recorded = PressureAssessment.of(window.desk.assessment).forum.migratory_pressure
    assert [str(plan.shares.applicants) for plan in recorded.revisions("DE")] == ["75", "60"]
    monkeypatch.setattr(RevisionsDialog, "ask", lambda *_arguments: Chosen("DE", 0))
    QTest.keyClick(here(), Key.Key_H, Control | Shift)
    assert panel.title == "Germany (DE), first plan"
    pressure.table.setFocus()
    window.menus.actions["undo"].trigger()
    assert len(PressureAssessment.of(window.desk.assessment).forum.migratory_pressure.revisions("DE")) == 1
    # A finding's field, and the groups behind the strip's alarm.
    pressure.open_at("DE", "nationalities")
    assert panel.page.nationalities.isAncestorOf(here())
