"""Dialogs: what they propose, refuse and answer."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.forum import Forum
from desktop_app.views.dialogs.about import PageDialog
from desktop_app.views.dialogs.backups import BackupLine, BackupsDialog
from desktop_app.views.dialogs.files import EXPORTS, FORUMS, Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, NewForumDialog, Start, free_name
from desktop_app.views.dialogs.operator import OperatorDialog
from desktop_app.views.dialogs.readings import ReadingsDialog


def when_shown(kind: type[QDialog], does: object) -> None:
    """Do something with the modal dialog that the next call shows."""
    assert callable(does)

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        does(dialog)

    QTimer.singleShot(0, act)


def test_a_message_offers_its_choices(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def press(number: int) -> None:
        def does(box: QMessageBox) -> None:
            assert box.text() == "A title"
            assert box.informativeText() == "What is wrong."
            buttons = [button for button in box.findChildren(QPushButton) if button.text().startswith("Do")]
            QTest.mouseClick(buttons[number], Qt.MouseButton.LeftButton)

        when_shown(QMessageBox, does)

    for number in (0, 1):
        press(number)
        assert Message.choose(parent, "A title", "What is wrong.", ("Do this", "Do that")) == number
    when_shown(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert Message.choose(parent, "A title", "What is wrong.", ("Do this",)) is None
    when_shown(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    Message.show(parent, "A title", "What is wrong.")


def test_the_operators_name_is_needed_and_tidied(qtbot: QtBot) -> None:
    def does(dialog: OperatorDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.name, "  Ana   Silva ")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    when_shown(OperatorDialog, does)
    assert OperatorDialog.ask(None, "") == "Ana Silva"
    when_shown(OperatorDialog, lambda dialog: dialog.reject())
    assert OperatorDialog.ask(None, "Ana") is None


def test_the_newest_backup_is_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    made = datetime(2025, 11, 27, 16, 40, 12, tzinfo=UTC)
    lines = [BackupLine(tmp_path / "new.forum", made, 70_000), BackupLine(tmp_path / "old.forum", made, 100)]
    when_shown(BackupsDialog, lambda dialog: dialog.accept())
    assert BackupsDialog.ask(None, tmp_path, lines) == tmp_path / "new.forum"
    dialog = BackupsDialog(None, tmp_path, lines)
    qtbot.addWidget(dialog)
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "69 KiB"
    assert item.text(2) == "new.forum"


def test_another_file_can_be_restored(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "stick" / "Pool.forum"
    monkeypatch.setattr(Files, "to_open", lambda *_args: elsewhere)
    when_shown(BackupsDialog, lambda dialog: dialog.other.click())
    assert BackupsDialog.ask(None, tmp_path, []) == elsewhere
    monkeypatch.setattr(Files, "to_open", lambda *_args: None)
    dialog = BackupsDialog(None, tmp_path, [])
    qtbot.addWidget(dialog)
    dialog.other.click()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_without_backups_nothing_can_be_restored(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BackupsDialog(None, tmp_path, [])
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()


def test_new_proposes_last_year_and_a_free_name(qtbot: QtBot, tmp_path: Path) -> None:
    last = tmp_path / "Pool.forum"
    last.touch()
    (tmp_path / "Pool – next year.forum").touch()
    dialog = NewForumDialog(None, tmp_path, last)
    qtbot.addWidget(dialog)
    target = tmp_path / "Pool – next year (2).forum"
    assert dialog.answer() == NewForum(Start.LAST_YEAR, last, target)
    assert dialog.accept_button.isEnabled()
    dialog.target.setText(str(last))
    assert not dialog.accept_button.isEnabled()
    dialog.target.setText(str(tmp_path / "Pool.doc"))
    assert not dialog.accept_button.isEnabled()


def test_new_from_a_document_needs_the_document(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "pool.json"
    source.touch()
    dialog = NewForumDialog(None, tmp_path, tmp_path / "Pool.forum")
    qtbot.addWidget(dialog)
    dialog.choices[Start.DOCUMENT].setChecked(True)
    assert dialog.source.text() == ""
    assert not dialog.accept_button.isEnabled()
    monkeypatch.setattr(Files, "to_open", lambda *_args: source)
    dialog.choose_source.click()
    assert dialog.accept_button.isEnabled()
    monkeypatch.setattr(Files, "to_write", lambda *_args: tmp_path / "Elsewhere.forum")
    dialog.choose_target.click()
    assert dialog.answer() == NewForum(Start.DOCUMENT, source, tmp_path / "Elsewhere.forum")
    monkeypatch.setattr(Files, "to_open", lambda *_args: None)
    monkeypatch.setattr(Files, "to_write", lambda *_args: None)
    dialog.choose_source.click()
    dialog.choose_target.click()
    assert dialog.answer() == NewForum(Start.DOCUMENT, source, tmp_path / "Elsewhere.forum")
    dialog.source.setText(str(tmp_path / "gone.json"))
    assert not dialog.accept_button.isEnabled()


def test_new_from_the_sample_needs_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    when_shown(NewForumDialog, lambda dialog: dialog.accept())
    answer = NewForumDialog.ask(None, tmp_path, None)
    assert answer == NewForum(Start.SAMPLE, None, tmp_path / "Annual Solidarity Pool for 2026 (public sources).forum")


def test_a_free_name_counts_on(tmp_path: Path) -> None:
    assert free_name(tmp_path / "a.forum") == tmp_path / "a.forum"
    (tmp_path / "a.forum").touch()
    (tmp_path / "a (2).forum").touch()
    assert free_name(tmp_path / "a.forum") == tmp_path / "a (3).forum"


def test_files_get_the_ending_of_the_kind_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def saved_as(name: str, kind: str) -> Path | None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (name, kind))
        return Files.to_write(None, "Export", tmp_path, EXPORTS)

    assert saved_as("/tmp/out", "Excel workbook (*.xlsx)") == Path("/tmp/out.xlsx")
    assert saved_as("/tmp/out.csv", "Excel workbook (*.xlsx)") == Path("/tmp/out.csv")
    assert saved_as("", "") is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/tmp/a.forum", FORUMS))
    assert Files.to_open(None, "Open", tmp_path) == Path("/tmp/a.forum")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    assert Files.to_open(None, "Open", tmp_path) is None


def test_each_reading_can_be_chosen(qtbot: QtBot, sample: Forum) -> None:
    dialog = ReadingsDialog(None)
    qtbot.addWidget(dialog)
    dialog.show_assessment(assess(sample))
    assert dialog.chosen("rounding") == "up"
    assert dialog.chosen("general-application") == "2026-06-12"
    heard: list[ChooseReading] = []
    dialog.change_requested.connect(heard.append)
    QTest.keyClick(dialog.fields["rounding"], Qt.Key.Key_Down)
    date = dialog.fields["general-application"]
    QTest.keyClick(date, Qt.Key.Key_Up)
    assert heard == [ChooseReading("rounding", "nearest"), ChooseReading("general-application", "2027-06-12")]
    dialog.set_read_only(True)
    assert not date.isEnabled()


def test_a_page_is_shown_until_it_is_closed(qtbot: QtBot) -> None:
    def does(dialog: PageDialog) -> None:
        assert "Words" in dialog.page.toPlainText()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_shown(PageDialog, does)
    PageDialog.show_page(None, "Title", "# Words")
