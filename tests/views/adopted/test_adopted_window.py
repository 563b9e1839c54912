"""The view that checks the forum against an adopted act."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.adopted.values import Column
from desktop_app.models.tables import csv_bytes
from desktop_app.views.adopted.columns_dialog import ColumnsDialog
from desktop_app.views.adopted.commands import AdoptedCommands
from desktop_app.views.adopted.window import AdoptedWindow
from desktop_app.views.dialogs.files import Files
from desktop_app.views.main_window import MainWindow


@pytest.fixture
def act(window: MainWindow, tmp_path: Path) -> Path:
    """Return the program's own table with another share for Germany and without Portugal's money."""
    assert window.desk is not None
    text = csv_bytes(window.desk.assessment).decode()
    assert "21.6666" in text
    assert "8440000.00" in text
    path = tmp_path / "act.csv"
    path.write_text(text.replace("21.6666", "21.6667").replace("8440000.00", "none"), encoding="utf-8")
    return path


def test_differences_are_listed_followed_copied_and_gone_to(
    window: MainWindow, act: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Files, "to_open", lambda *_: act)
    window.menus.actions["compare_adopted"].trigger()
    commands = window.negotiation.part("adopted.AdoptedCommands")
    assert isinstance(commands, AdoptedCommands)
    shown = commands.shown
    assert isinstance(shown, AdoptedWindow)
    told = [[cell.text for cell in line.cells] for line in shown.list.lines]
    assert told[0][:5] == ["Germany", "share of the key (%)", "21.6666", "21.6667", "+0.0001"]
    assert told[1][0] == "Portugal"
    assert told[1][3] == "none"
    assert told[1][5] == "missing in the act"
    assert shown.result.text().startswith("2 cells differ.")
    assert "SHA-256" in shown.sides.text()

    shown.list.setCurrentCell(1, 0)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert window.workspace.table.selected() == ("PT", "financial")
    shown.copy()
    assert QApplication.clipboard().text().startswith("Of\tColumn\tForum\tAct\tDifference\tKind\tCell\nGermany\t")

    # What its columns hold can be told otherwise; the share is then no difference any more.
    columns = {each.letters: each.column for each in shown.checked.table.columns} if shown.checked else {}
    share = next(letters for letters, column in columns.items() if column is Column.SHARE)
    monkeypatch.setattr(ColumnsDialog, "ask", lambda *_: {**columns, share: None})
    shown.columns_button.click()
    assert shown.result.text().startswith("1 cell differs.")
    shown.tabs.setCurrentIndex(1)
    shown.copy()
    assert "Not in the file, and not compared: share of the key (%)." in QApplication.clipboard().text()
    _asks_for_columns_and_refuses(window, commands, tmp_path, monkeypatch)


def _asks_for_columns_and_refuses(
    window: MainWindow, commands: AdoptedCommands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no heading tells, the columns are asked for; what is no table is refused."""
    bare = tmp_path / "bare.csv"
    bare.write_text("Portugal;8 440 000\nIreland;9 260 000\nEstonia;–\n", encoding="utf-8")
    asked: list[object] = []

    def ask(_parent: object, columns: object) -> dict[str, Column | None]:
        asked.append(columns)
        return {"A": None, "B": Column.FINANCIAL}

    monkeypatch.setattr(ColumnsDialog, "ask", ask)
    commands.compare_with(bare)
    assert asked
    assert commands.shown is not None
    assert commands.shown.checked is not None
    assert commands.shown.checked.agreeing == 2
    view = commands.shown
    commands.show_desk(None)
    assert not view.isVisible()
    assert view.desk is None


def test_the_dialog_begins_with_what_the_headings_tell(
    window: MainWindow, act: Path, messages: list[tuple[str, str, tuple[str, ...]]], qtbot: QtBot
) -> None:
    from desktop_app.documents.annex_vocabulary import annex_vocabulary
    from desktop_app.models.adopted.reading import read_act

    table = read_act(act, annex_vocabulary())
    dialog = ColumnsDialog(None, table.columns)
    qtbot.addWidget(dialog)
    assert {each.letters: each.column for each in table.columns} == dialog.chosen()
    act.write_bytes(b"%PDF-1.7")
    commands = window.negotiation.part("adopted.AdoptedCommands")
    assert isinstance(commands, AdoptedCommands)
    commands.compare_with(act)
    assert messages == [
        ("act.csv cannot be compared", "act.csv: this is a PDF.\nImport a document, a workbook or a CSV file.", ())
    ]
