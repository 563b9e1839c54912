"""Answering a warning at the desk, by keyboard, on a real forum file; the filter of the list."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import Acknowledge
from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import NO_PLEDGE, Forum, SharesStatus, StateRecord
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.findings.acknowledge import AcknowledgeDialog
from desktop_app.views.findings.lines import Kind
from desktop_app.views.main_window import MainWindow


@pytest.fixture
def forum_path(tmp_path: Path, sample: Forum) -> Path:
    """A forum with warnings: the sample's shares accuse, and Hungary makes no pledge."""
    forum = replace(sample, shares_status=SharesStatus.COMPUTED).with_state(StateRecord("HU", pledge=NO_PLEDGE))
    path = tmp_path / "Pool.forum"
    ForumFile.create(path, forum, "Ana Silva").close()
    return path


def _stand_on(window: MainWindow, severity: Severity) -> None:
    window.findings.list.setFocus()
    lines = window.findings.model.lines
    row = next(place for place, line in enumerate(lines) if line.finding.severity is severity)
    window.findings.list.setCurrentIndex(window.findings.model.index(row))


@pytest.fixture
def reasons(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer the dialog with the reasons put here; an empty list cancels it."""
    given: list[str] = []
    monkeypatch.setattr(AcknowledgeDialog, "ask", lambda *_args: given.pop() if given else None)
    return given


def test_a_warning_is_acknowledged_and_the_answer_is_kept(
    window: MainWindow, forum_path: Path, reasons: list[str]
) -> None:
    _stand_on(window, Severity.WARN)
    QTest.keyClick(window.findings.list, Qt.Key.Key_A)
    assert window.findings.current is not None
    assert window.findings.current.answer is None
    reasons.append("announced for the resumed meeting")
    QTest.keyClick(window.findings.list, Qt.Key.Key_A)
    line = window.findings.current
    assert line is not None
    assert line.answer is not None
    assert (line.answer.reason, line.answer.by) == ("announced for the resumed meeting", "Ana Silva")
    assert line.answer.on == date.today()  # noqa: DTZ011 - the desk's own day
    assert "(1 acknowledged)" in window.findings.title
    assert read_forum(forum_path).acknowledgements == (line.answer,)
    window.undo()
    assert read_forum(forum_path).acknowledgements == ()


def test_an_answer_is_withdrawn(window: MainWindow, forum_path: Path, reasons: list[str]) -> None:
    _stand_on(window, Severity.WARN)
    window.findings.withdraw_asked.emit()
    assert window.desk is not None
    assert window.desk.file.undo_title is None
    reasons.append("agreed")
    window.menus.actions["acknowledge"].trigger()
    menu = window.findings.menu()
    withdraw = next(each for each in menu.actions() if "Withdraw" in each.text())
    assert withdraw.isEnabled()
    withdraw.trigger()
    menu.deleteLater()
    assert read_forum(forum_path).acknowledgements == ()


def test_an_answer_that_no_longer_fits_is_withdrawn_from_its_own_line(window: MainWindow) -> None:
    assert window.desk is not None
    # All three answered the same words; each line withdraws its own.
    for rule, state in (("AMMR-12-3", None), ("AMMR-13-4", "HU"), ("AMMR-57-3b", "HU")):
        window.desk.apply(Acknowledge(rule, state, "words of last week", "agreed"))
    window.findings.filter_words.setText("DESK-answers 57-3b")
    window.findings.list.setCurrentIndex(window.findings.model.index(0))
    window.findings.withdraw_asked.emit()
    left = window.desk.assessment.forum.acknowledgements
    assert [(each.rule, each.state) for each in left] == [("AMMR-12-3", None), ("AMMR-13-4", "HU")]


def test_what_blocks_is_not_acknowledged(window: MainWindow, reasons: list[str]) -> None:
    reasons.append("never asked for")
    _stand_on(window, Severity.BLOCK)
    QTest.keyClick(window.findings.list, Qt.Key.Key_A)
    assert window.statusBar().currentMessage().startswith("Only a warning")
    assert reasons == ["never asked for"]


def test_without_a_line_the_list_is_shown(window: MainWindow) -> None:
    window.menus.actions["findings"].trigger()
    assert not window.findings.isVisible()
    window.menus.actions["acknowledge"].trigger()
    assert window.findings.isVisible()
    assert "Choose the warning" in window.statusBar().currentMessage()


def test_the_filter_by_keyboard(window: MainWindow) -> None:
    panel = window.findings
    panel.list.setFocus()
    QTest.keyClicks(panel.list, "/")
    assert QApplication.focusWidget() is panel.filter_words
    everything = len(panel.model.lines)
    QTest.keyClicks(panel.filter_words, "hungary")
    assert 0 < len(panel.model.lines) < everything
    assert f"of {everything} shown" in panel.title
    QTest.keyClick(panel.filter_words, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.list
    window.menus.actions["filter_findings"].trigger()
    QTest.keyClick(panel.filter_words, Qt.Key.Key_Escape)
    assert len(panel.model.lines) == everything
    assert QApplication.focusWidget() is panel.list


def test_a_kind_that_has_none_says_so(window: MainWindow) -> None:
    panel = window.findings
    panel.kinds.setCurrentIndex(list(Kind).index(Kind.ANSWERED))
    assert panel.model.lines == ()
    assert panel._empty.isVisible()
    assert "No finding fits" in panel._empty.text()


def test_all_that_is_shown_is_copied(window: MainWindow) -> None:
    window.findings.filter_words.setText("latvia")
    window.findings.copy_all()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == len(window.findings.model.lines)
    assert all("Latvia" in line for line in copied)


def test_the_dialog_needs_a_reason(qtbot: QtBot, window: MainWindow) -> None:
    finding = next(each for each in window.findings.model.findings if each.severity is Severity.WARN)
    dialog = AcknowledgeDialog(window, finding)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.reason.input.setPlainText("  agreed  ")
    assert dialog.accept_button.isEnabled()
    assert dialog.answer() == "agreed"


def test_the_menu_of_a_line_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr("desktop_app.views.findings.panel.QMenu.popup", lambda menu, place: shown.append((menu, place)))
    _stand_on(window, Severity.WARN)
    QTest.mouseClick(window.findings.list.viewport(), Qt.MouseButton.RightButton)
    window.findings._show_menu(window.pos())
    assert len(shown) == 1


def test_a_reason_that_was_typed_is_asked_about_and_taken_with_the_key_of_every_editor(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def stay(_parent: object, title: str, *_rest: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(Message, "confirm", stay)
    finding = next(each for each in window.findings.model.findings if each.severity is Severity.WARN)
    dialog = AcknowledgeDialog(window, finding)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.reason.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.reason.input, "agreed")
    QTest.keyClick(dialog.reason.input, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert asked == ["Leave without taking the changes?"]
    QTest.keyClick(dialog.reason.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert dialog.answer() == "agreed"
