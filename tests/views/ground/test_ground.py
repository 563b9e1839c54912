"""The ground check in the window: quiet where all is good, a band where not, everything on demand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.models.errors import Cancelled
from desktop_app.models.ground import Ground
from desktop_app.models.ground.verdicts import note, remedy, sound
from desktop_app.views.ground import dialog as dialogs
from desktop_app.views.ground.dialog import GroundDialog
from desktop_app.views.main_window import MainWindow

GOOD = Ground((sound("Disk", "A disk of this computer."), note("Libraries", "An old one.")))
BAD = Ground((*GOOD.verdicts, remedy("Clock", "It is wrong.", "Set it.")))


def answers(monkeypatch: pytest.MonkeyPatch, *found: Ground) -> list[dict[str, Any]]:
    """Let every look find what is given, one after the other; return what was asked."""
    asked: list[dict[str, Any]] = []

    def look(folder: Path, **options: Any) -> Ground:
        asked.append({"folder": folder, **options})
        return found[min(len(asked), len(found)) - 1]

    monkeypatch.setattr("desktop_app.models.ground.ground_check", look)
    return asked


def checked(qtbot: QtBot, window: MainWindow) -> None:
    window.ground.check()
    qtbot.waitUntil(lambda: window.worker.is_idle)


def test_good_ground_is_one_quiet_line(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answers(monkeypatch, GOOD)
    checked(qtbot, window)
    assert "Ground sound" in window.background_text
    assert not window.ground.banner.isVisible()
    assert window.desk is not None
    path = window.desk.file.path
    assert (asked[0]["folder"], asked[0]["path"], asked[0]["write"]) == (path.parent, path, True)
    assert asked[0]["last_entry"] == window.desk.file.saved_at
    assert not asked[0]["is_stopping"]()


def test_the_ground_is_looked_at_by_itself(
    qtbot: QtBot, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, GOOD)
    window = make_window()
    qtbot.waitUntil(lambda: window.background_text == "Ground sound")


def test_a_remedy_is_one_plain_line_in_the_band(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, BAD, BAD, GOOD)
    checked(qtbot, window)
    assert window.ground.banner.isVisible()
    assert window.ground.banner.text == "It is wrong. Set it."
    assert "Ground check: Clock" in window.background_text
    by_words = {button.text(): button for button in window.ground.banner.findChildren(QPushButton)}
    assert set(by_words) == {"Ground &check…", "Not no&w"}
    by_words["Not no&w"].click()
    assert not window.ground.banner.isVisible()
    checked(qtbot, window)
    assert not window.ground.banner.isVisible()
    checked(qtbot, window)
    assert "Ground sound" in window.background_text


def test_without_a_forum_the_line_says_the_remedy(
    qtbot: QtBot, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(monkeypatch, BAD)
    window = make_window()
    checked(qtbot, window)
    assert window.background_text == "It is wrong. Set it."
    assert asked[0]["path"] is None


def test_a_check_that_fails_is_said_and_stops_nothing(window: MainWindow) -> None:
    window.ground.take(ValueError("no such thing"))
    assert "no such thing" in window.background_text
    window.ground.take(ValueError())
    assert "ValueError" in window.background_text


def test_the_details_are_a_list_that_can_be_copied(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, GOOD)
    window.ground.take(BAD)
    seen: list[list[str]] = []

    def look_at(dialog: GroundDialog) -> int:
        dialog.show()
        seen.append([dialog.list.item(row).text() for row in range(dialog.list.count())])
        assert dialog.heading.text() == "1 point needs a remedy"
        dialog.copy_everything()
        assert QGuiApplication.clipboard().text().splitlines() == [
            "Clock – needs a remedy: It is wrong. Set it.",
            "Libraries – worth knowing: An old one.",
            "Disk – sound: A disk of this computer.",
        ]
        dialog.activateWindow()
        QTest.keyClick(dialog.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        dialog.copy_selected()
        assert QGuiApplication.clipboard().text() == "Clock – needs a remedy: It is wrong. Set it."
        dialog.again.click()
        assert dialog.heading.text() == "Ground sound"
        return 0

    monkeypatch.setattr(QDialog, "exec", look_at)
    window.menus.actions["ground"].trigger()
    assert seen == [
        [
            "Clock: needs a remedy\nIt is wrong.\nSet it.",
            "Libraries: worth knowing\nAn old one.",
            "Disk: sound\nA disk of this computer.",
        ]
    ]
    assert window.ground.found is GOOD
    assert not window.ground.banner.isVisible()


def test_the_details_look_first_where_nothing_was_looked_at(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = Ground((remedy("Disk", "It is full.", "Make room."), *BAD.verdicts))
    answers(monkeypatch, two)
    window.ground.found = None
    shown: list[str] = []

    def note_heading(dialog: GroundDialog) -> int:
        shown.append(dialog.heading.text())
        return 0

    monkeypatch.setattr(QDialog, "exec", note_heading)
    window.ground.show()
    assert shown == ["2 points need a remedy"]

    def stopped(*_arguments: object) -> None:
        raise Cancelled

    monkeypatch.setattr(dialogs, "run", stopped)
    window.ground.found = None
    window.ground.show()
    assert shown == ["2 points need a remedy", ""]


def test_another_forum_is_looked_at_anew(
    qtbot: QtBot, window: MainWindow, forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(monkeypatch, BAD, GOOD)
    checked(qtbot, window)
    assert window.ground.banner.isVisible()
    window.files.close()
    assert not window.ground.banner.isVisible()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1]["path"] is None


def test_the_ground_of_the_open_forum_is_really_looked_at(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.models.ground import checking

    monkeypatch.setattr("desktop_app.models.ground.ground_check", checking.ground_check)
    checked(qtbot, window)
    assert window.ground.found is not None
    topics = [verdict.topic for verdict in window.ground.found.verdicts]
    assert topics[:6] == ["Disk", "Synchronised folder", "Free space", "Folder", "Backups", "SQLite settings"]
    by_topic = {verdict.topic: verdict for verdict in window.ground.found.verdicts}
    assert "journal_mode = DELETE" in by_topic["SQLite settings"].what
    # The desk goes on typing in the file that was looked at.
    window.undo()
    assert window.desk is not None
    assert not window.desk.read_only
