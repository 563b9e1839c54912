"""Work that takes a while: shown, counted, stopped, and over without a trace."""

import time
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.views.progress import Report, run, running
from desktop_app.views.progress.dialog import STOPPING, ProgressDialog


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the dialog as soon as work begins."""
    monkeypatch.setattr(running, "SHOWN_AFTER", 0)


def until_told(report: Report) -> str:
    """Work on for ever, unless asked to stop."""
    report.say("Counting", 1, 4)
    while True:
        report.ask()
        time.sleep(0.001)


def when_shown(does: Any) -> None:
    """Call a function with the dialog as soon as it is on the screen and has looked at the work."""

    def look() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, ProgressDialog) and dialog.isVisible() and "Counting" in dialog.words:
                does(dialog)
                return
        QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_short_work_comes_back_without_a_dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProgressDialog, "exec", lambda _self: pytest.fail("a dialog was shown"))
    threads = []

    def work(report: Report) -> int:
        threads.append(current_thread())
        report(1, 2)
        return 42

    assert run(None, "Counting", work) == 42
    assert threads != [main_thread()]


def test_longer_work_is_shown_and_comes_back(qtbot: QtBot, at_once: None) -> None:
    go_on, seen = Event(), []

    def work(report: Report) -> str:
        report.say("Counting", 500, 2000)
        go_on.wait(10)
        return "done"

    def look(dialog: ProgressDialog) -> None:
        seen.append((dialog.words, dialog.bar.value(), dialog.bar.maximum(), dialog.isModal()))
        go_on.set()

    when_shown(look)
    assert run(None, "Counting", work) == "done"
    assert seen == [("Counting · 500 of 2\u00a0000", 250, 1000, True)]


def test_what_goes_wrong_reaches_who_asked(qtbot: QtBot) -> None:
    def work(report: Report) -> None:
        raise BadInput("Sheet1!A1", "this is no number", "correct it")

    with pytest.raises(BadInput, match="Sheet1!A1"):
        run(None, "Reading", work)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_the_button_stop_it(qtbot: QtBot, at_once: None, key: Qt.Key) -> None:
    when_shown(lambda dialog: QTest.keyClick(dialog, key))
    with pytest.raises(Cancelled):
        run(None, "Counting", until_told)


def test_closing_stops_it_and_waits_for_its_end(qtbot: QtBot, at_once: None) -> None:
    told, go_on, seen = Event(), Event(), []

    def slow_to_stop(report: Report) -> None:
        report.say("Counting", 1, 4)
        while not report.is_stopping():
            time.sleep(0.001)
        told.set()
        go_on.wait(10)
        report(2, 4)

    def close(dialog: ProgressDialog) -> None:
        dialog.close()
        assert told.wait(10)
        button = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        seen.append((dialog.isVisible(), dialog.words, button.isEnabled()))
        go_on.set()

    when_shown(close)
    with pytest.raises(Cancelled):
        run(None, "Counting", slow_to_stop)
    assert seen == [(True, STOPPING, False)]


def test_work_that_was_done_before_it_heard_counts_as_done(qtbot: QtBot, at_once: None) -> None:
    def too_late(report: Report) -> str:
        report.say("Counting", 1, 4)
        while not report.is_stopping():
            time.sleep(0.001)
        return "written"

    when_shown(lambda dialog: dialog.reject())
    assert run(None, "Counting", too_late) == "written"


def test_without_a_total_the_bar_moves_without_an_end(qtbot: QtBot) -> None:
    report = Report()
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ProgressDialog(parent, "Reading", report)
    assert (dialog.bar.minimum(), dialog.bar.maximum()) == (0, 0)
    assert dialog.words == ""
    report(3, 4)
    dialog.look()
    assert (dialog.bar.maximum(), dialog.bar.value(), dialog.words) == (1000, 750, "3 of 4")
    report(5, 4)
    dialog.look()
    assert (dialog.bar.value(), dialog.words) == (1000, "4 of 4")
