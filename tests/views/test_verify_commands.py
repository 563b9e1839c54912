"""File ▸ Verify this file: a report to read, a way back where something is wrong, and an end when asked."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.models.backup import back_up
from desktop_app.models.errors import Cancelled, NotAForumFile
from desktop_app.models.verify import verify
from desktop_app.views.dialogs.verification import VerificationDialog
from desktop_app.views.main_window import MainWindow

Shown = list[tuple[str, str, tuple[str, ...]]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[VerificationDialog]:
    """Collect the dialogs that would be shown; each is closed at once."""
    dialogs: list[VerificationDialog] = []

    def look(dialog: VerificationDialog) -> int:
        dialogs.append(dialog)
        return 0

    monkeypatch.setattr(VerificationDialog, "exec", look)
    return dialogs


def spoil(path: Path) -> None:
    """Alter an entry of the journal where it stands in the file."""
    data = path.read_bytes()
    assert b"Created: " in data
    path.write_bytes(data.replace(b"Created: ", b"Creased: "))


def test_a_sound_file_is_said_to_be(window: MainWindow, shown: list[VerificationDialog]) -> None:
    window.menus.actions["verify"].trigger()
    assert shown[0].heading.text() == "The file is sound"
    words = shown[0].words.text().splitlines()
    assert words[0] == "1 journal entry: each has its hash, and all follow one another."
    assert words[2].startswith(("There is no backup yet.", "The last backup is sound: "))
    shown[0].copy()
    assert QGuiApplication.clipboard().text().splitlines()[0].endswith("sound, 1 journal entry checked.")
    roles = [shown[0].copy_all, shown[0].restore]
    assert [button.isVisibleTo(shown[0]) for button in roles] == [True, False]


def test_a_damaged_file_offers_its_backups(
    qtbot: QtBot, window: MainWindow, forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: "verified" in window.background_text)
    window.worker.stop()
    spoil(forum_path)
    restored: list[str] = []
    monkeypatch.setattr(VerificationDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(window.files, "restore", lambda: restored.append("asked"))
    window.menus.actions["verify"].trigger()
    assert restored == ["asked"]


def test_the_report_says_what_is_wrong_and_what_is_not(qtbot: QtBot, forum_path: Path) -> None:
    made = back_up(forum_path)
    spoil(forum_path)
    dialog = VerificationDialog(None, verify(forum_path), may_restore=True)
    qtbot.addWidget(dialog)
    assert dialog.heading.text() == "The file is damaged"
    words = dialog.words.text()
    assert "Journal entry 1 was altered: its content does not have its hash." in words
    assert "Before it" not in words
    assert "The last backup is sound: " in words
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert dialog.restore in buttons.buttons()
    reading = VerificationDialog(None, verify(forum_path), may_restore=False)
    qtbot.addWidget(reading)
    assert not reading.restore.isVisibleTo(reading)
    spoil(made.path)
    worse = VerificationDialog(None, verify(forum_path), may_restore=True)
    qtbot.addWidget(worse)
    assert "The last backup is not sound: " in worse.words.text()


def test_it_can_be_stopped(
    window: MainWindow, shown: list[VerificationDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_arguments: object) -> None:
        raise Cancelled

    monkeypatch.setattr("desktop_app.views.progress.run", stopped)
    window.menus.actions["verify"].trigger()
    assert not shown
    assert window.statusBar().currentMessage() == "Not verified to the end."


def test_a_file_that_is_none_any_more_is_told(
    window: MainWindow, messages: Shown, shown: list[VerificationDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_arguments: object) -> None:
        raise NotAForumFile("Pool.forum", "there is no such file", "check the name")

    monkeypatch.setattr("desktop_app.views.progress.run", gone)
    window.menus.actions["verify"].trigger()
    assert messages[0][0] == "Pool.forum cannot be verified"
    window.files.close()
    window._verifying.verify()
    assert not shown
