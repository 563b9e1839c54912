"""A publication pack from the window: what is asked, what is refused, and the same figures as on screen."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.calc.forum import Forum
from desktop_app.calc.pack import Format
from desktop_app.documents.publication import Edition
from desktop_app.models.errors import Cancelled
from desktop_app.models.interchange import fingerprint, read_document
from desktop_app.models.pack import writing
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.exchange.pack_dialog import PackDialog
from desktop_app.views.main_window import MainWindow
from desktop_app.views.progress.dialog import ProgressDialog

EXAMPLE = Path(__file__).parents[2] / "examples" / "annual-pool.json"
Doing = Callable[[PackDialog], bool]


@pytest.fixture
def sample() -> Forum:
    """The worked example, in which nothing blocks."""
    return read_document(EXAMPLE.read_bytes())


def publish(window: MainWindow, monkeypatch: pytest.MonkeyPatch, doing: Doing) -> None:
    monkeypatch.setattr(PackDialog, "exec", doing)
    window.menus.actions["publish"].trigger()


def test_what_is_published_is_what_is_on_screen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: list[tuple[str, str, object]]
) -> None:
    folder, opened, offered = tmp_path / "pack", list[str](), list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def offer(_parent: object, _title: str, text: str, _choice: str) -> bool:
        offered.append(text)
        return True

    monkeypatch.setattr(Message, "offer", offer)

    def choose(dialog: PackDialog) -> bool:
        dialog.folder.setText(str(tmp_path / "no such folder" / "pack"))
        assert not dialog.accept_button.isEnabled()
        assert "there is no folder" in dialog.verdict
        dialog.folder.setText(" ")
        assert dialog.verdict == "Choose the folder of the pack."
        dialog.folder.setText(str(folder))
        dialog.every.setChecked(False)
        assert dialog.verdict == "Choose at least one language."
        for place in range(dialog.languages.count()):
            item = dialog.languages.item(place)
            if item.data(Qt.ItemDataRole.UserRole) in {"en", "mt"}:
                item.setCheckState(Qt.CheckState.Checked)
        for each in (Format.PRINT, Format.ALOUD, Format.WORD):
            dialog.formats[each].setChecked(False)
        assert (dialog.verdict, dialog.final.isChecked()) == ("", True)
        return True

    publish(window, monkeypatch, choose)
    assert messages == []
    assert opened == [QUrl.fromLocalFile(str(folder)).toLocalFile()]
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert [each["file"] for each in manifest["files"]] == [
        "annex-en.xlsx",
        "annex-en.csv",
        "annex-mt.xlsx",
        "annex-mt.csv",
        "forum.json",
    ]
    assert window.desk is not None
    assessment = window.desk.assessment
    state = fingerprint(assessment.forum)
    assert (manifest["fingerprint"], manifest["status"]) == (state, "final")
    assert state in offered[0]
    table = next(each for each in Edition(assessment, state, "en", draft=False).book.sheets if each.title[0] == "5")
    printed = {line.cells[0].text: [cell.text for cell in line.cells] for line in table.lines}
    model = window.table.model
    for name in ("Belgium", "Latvia"):
        row = next(
            row
            for row in range(model.rowCount())
            if any(name in str(model.index(row, column).data()) for column in range(2))
        )
        shown = {re.sub(r"\s", "", str(model.index(row, column).data())) for column in range(model.columnCount())}
        pledged = [re.sub(r"\s|EUR", "", printed[name][place]) for place in (2, 4, 6)]
        figures = [re.sub(r"\.00$", "", each) for each in pledged if each[0].isdigit()]
        assert [each for each in figures if not {each, f"EUR{each}"} & shown] == [], (name, shown)


def test_what_keeps_a_pack_from_being_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: list[tuple[str, str, object]]
) -> None:
    folder = tmp_path / "pack"

    def choose(dialog: PackDialog) -> bool:
        dialog.folder.setText(str(folder))
        return True

    def stopped(*_given: object) -> None:
        raise Cancelled

    publish(window, monkeypatch, lambda _dialog: False)
    monkeypatch.setattr(writing, "write_pack", stopped)
    publish(window, monkeypatch, choose)
    assert (messages, folder.exists()) == ([], False)


def test_cancel_amid_a_pack_leaves_nothing_of_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: list[tuple[str, str, object]]
) -> None:
    place, at = tmp_path / "place", list[int]()
    place.mkdir()

    def choose(dialog: PackDialog) -> bool:
        dialog.folder.setText(str(place / "pack"))
        return True

    def cancel_after_a_file() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, ProgressDialog) and dialog.isVisible() and dialog.bar.value() > 0:
                at.append(len(list(next(place.glob(".forum-desk.*.part")).iterdir())))
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
                timer.stop()

    timer = QTimer(interval=20)
    timer.timeout.connect(cancel_after_a_file)
    timer.start()
    publish(window, monkeypatch, choose)
    timer.stop()
    assert len(at) == 1
    assert 0 < at[0] < 5 * 24 + 1
    assert (list(place.iterdir()), messages) == ([], [])
    assert window.statusBar().currentMessage() == "Nothing was published: what was there before stays as it is."
