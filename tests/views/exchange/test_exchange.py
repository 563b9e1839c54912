"""Blocks and files that come in and go out, by keyboard, in the window on a real forum file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.backup import backups_of
from desktop_app.models.block_places import Verdict
from desktop_app.models.errors import ForumFileUnwritable
from desktop_app.models.importing import read_import
from desktop_app.models.table_reading import limits
from desktop_app.views.dialogs.files import Files
from desktop_app.views.exchange import import_dialog
from desktop_app.views.exchange.import_dialog import ImportDialog
from desktop_app.views.exchange.paste_dialog import PasteDialog
from desktop_app.views.exchange.staged import StagedDialog
from desktop_app.views.main_window import MainWindow
from tests.models.table_reading.books import at, edited, exported

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Messages = list[tuple[str, str, tuple[str, ...]]]
Press = Callable[[StagedDialog], None]


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[[Press], list[StagedDialog]]:
    """Return a function that says what a person does in the next dialog."""

    def doing(press: Press) -> list[StagedDialog]:
        seen: list[StagedDialog] = []

        def run(dialog: StagedDialog) -> int:
            seen.append(dialog)
            with qtbot.waitExposed(dialog):
                dialog.show()
            dialog.activateWindow()
            press(dialog)
            dialog.hide()
            return dialog.result()

        monkeypatch.setattr(StagedDialog, "exec", run)
        return seen

    return doing


def accept(dialog: StagedDialog) -> None:
    QTest.keyClick(dialog, Key.Key_Return, CONTROL)


def cancel(dialog: StagedDialog) -> None:
    QTest.keyClick(dialog, Key.Key_Escape)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def forum_of(window: MainWindow) -> Forum:
    assert window.desk is not None
    return window.desk.assessment.forum


# ------------------------------------------------------------------------------------------------------------ paste


def test_a_block_is_pasted_by_keyboard_as_one_step(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    seen = dialogs(accept)
    before = forum_of(window)
    window.table.go_to("CZ", "relocations")
    QGuiApplication.clipboard().setText("7\t8.44m\n9\tNA\n")
    press(window, Key.Key_V, CONTROL)
    (dialog,) = seen
    assert isinstance(dialog, PasteDialog)
    assert plain(dialog.accept_button.text()) == "&Take 2 cells, leave 2 out"
    assert [[cell.verdict for cell in row] for row in dialog.block.rows] == [
        [Verdict.TAKEN, Verdict.TAKEN],
        [Verdict.READ_ONLY, Verdict.REFUSED if dialog.block.rows[1][1].code != "DK" else Verdict.READ_ONLY],
    ]
    after = forum_of(window)
    assert (after.state("CZ").pledge.relocations, after.state("CZ").pledge.financial_cents) == (7, 844_000_000)
    assert after.state("DK") == before.state("DK")
    window.menus.actions["undo"].trigger()
    assert forum_of(window) == before


def test_nothing_is_pasted_where_the_person_leaves(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    seen = dialogs(cancel)
    before = forum_of(window)
    QGuiApplication.clipboard().setText("7\n8\n")
    window.menus.actions["paste"].trigger()
    assert (len(seen), forum_of(window)) == (1, before)


def test_only_ctrl_enter_or_the_button_itself_takes_a_block(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    def enter(dialog: StagedDialog) -> None:
        assert not dialog.accept_button.isDefault()
        QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
        assert dialog.isVisible()
        dialog.accept_button.setFocus()
        QTest.keyClick(dialog.accept_button, Key.Key_Return)
        assert not dialog.isVisible()

    dialogs(enter)
    window.table.go_to("CZ", "relocations")
    QGuiApplication.clipboard().setText("France\t7\nAtlantis\t9\n")
    press(window, Key.Key_V, CONTROL)
    after = forum_of(window)
    assert after.state("FR").pledge.relocations == 7


def test_the_dialog_explains_the_cell_with_the_keyboard(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    said: list[str] = []

    def look(dialog: StagedDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        said.append(plain(dialog.cell_words.text()))
        QTest.keyClick(dialog.grid, Key.Key_Up)
        said.append(plain(dialog.cell_words.text()))
        QTest.keyClick(dialog.grid, Key.Key_Right)
        said.append(plain(dialog.cell_words.text()))
        dialog.grid.viewport().grab()
        accept(dialog)

    seen = dialogs(look)
    window.table.go_to("DE", "relocations")
    QGuiApplication.clipboard().setText("7\nNA\tx\ty\tz\n")
    press(window, Key.Key_V, CONTROL)
    assert said[0].startswith("Estonia, relocations: “NA” – not taken. “NA” is not a number")
    assert said[1] == "Germany, relocations: “7” – taken. 7 persons."
    assert said[2] == ""
    dialog = seen[0]
    assert isinstance(dialog, PasteDialog)
    model = dialog.model
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Relocations"
    assert model.headerData(3, Qt.Orientation.Horizontal) == "D"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Germany"
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) is None
    index = model.index(1, 0)
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Estonia, relocations: NA: not taken.")
    assert model.data(index, Qt.ItemDataRole.ToolTipRole).startswith("“NA” is not")
    assert model.data(index, Qt.ItemDataRole.FontRole) is None
    assert (model.rowCount(index), model.columnCount(index)) == (0, 0)


def test_names_among_the_cells_head_the_rows(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    seen = dialogs(accept)
    QGuiApplication.clipboard().setText("x\tRelocations\nLatvia\t5\nAtlantis\t6\n")
    window.menus.actions["paste"].trigger()
    dialog = seen[0]
    assert isinstance(dialog, PasteDialog)
    headers = [dialog.model.headerData(row, Qt.Orientation.Vertical) for row in range(3)]
    assert headers == ["x", "Latvia", "Atlantis"]
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "x"
    assert forum_of(window).state("LV").pledge.relocations == 5


def test_a_block_that_changes_nothing_cannot_be_taken(
    window: MainWindow, qtbot: QtBot, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    def try_it(dialog: StagedDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        assert dialog.refusals.isVisible()
        with pytest.raises(LookupError):
            dialog.answer()
        accept(dialog)
        assert dialog.isVisible()
        cancel(dialog)

    seen = dialogs(try_it)
    window.table.go_to("DE", "relocations")
    QGuiApplication.clipboard().setText("\n\n\n\t\n.")
    press(window, Key.Key_V, CONTROL)
    QGuiApplication.clipboard().setText("nothing recorded\nnothing recorded")
    window.activateWindow()
    window.table.go_to("BE", "relocations")
    qtbot.waitUntil(window.table.grid.hasFocus)
    before = forum_of(window)
    press(window, Key.Key_V, CONTROL)
    assert len(seen) == 2
    assert forum_of(window) == before


def test_one_number_fills_the_selected_cells(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    dialogs(accept)
    window.table.go_to("DE", "relocations")
    press(window, Key.Key_Down, SHIFT)
    press(window, Key.Key_Down, SHIFT)
    QGuiApplication.clipboard().setText("5")
    press(window, Key.Key_V, CONTROL)
    assert [forum_of(window).state(code).pledge.relocations for code in ("DE", "EE", "IE")] == [5, 5, 5]


def test_paste_without_text_or_outside_the_table(window: MainWindow) -> None:
    before = forum_of(window)
    QGuiApplication.clipboard().clear()
    window.table.go_to("DE", "relocations")
    press(window, Key.Key_V, CONTROL)
    window.findings.setFocus()
    window.menus.actions["paste"].trigger()
    assert forum_of(window) == before


# ------------------------------------------------------------------------------------------------------------- copy


def test_copy_with_headers_can_be_pasted_back_by_name(
    window: MainWindow, dialogs: Callable[[Press], list[StagedDialog]]
) -> None:
    seen = dialogs(cancel)
    window.table.go_to("BE", "relocations")
    press(window, Key.Key_Right, SHIFT)
    press(window, Key.Key_Down, SHIFT)
    press(window, Key.Key_C, CONTROL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "Member State\tRelocations, persons\tFinancial, EUR"
    assert text.splitlines()[1] == "Belgium\t\t12900000"
    assert 'sdval="12900000"' in QGuiApplication.clipboard().mimeData().html()
    press(window, Key.Key_V, CONTROL)
    dialog = seen[0]
    assert isinstance(dialog, PasteDialog)
    assert dialog.block.name_columns
    assert dialog.block.change is None
    window.table.go_to("BE", "state")
    window.menus.actions["copy_headers"].trigger()
    assert QGuiApplication.clipboard().text() == "Member State\nBelgium"


# ----------------------------------------------------------------------------------------------------------- import


def workbook(window: MainWindow, folder: Path, edit: Callable[[Any], None]) -> Path:
    return edited(exported(assess(forum_of(window)), folder / "edited.xlsx"), edit)


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: path)


def test_an_edited_workbook_is_imported_as_one_step_after_a_backup(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    forum_path: Path,
    dialogs: Callable[[Press], list[StagedDialog]],
) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 310
        at(book["Pledges"], "BG", "relocations").value = "NA"

    choosing(monkeypatch, workbook(window, tmp_path, edit))
    seen = dialogs(accept)
    before = forum_of(window)
    press(window, Key.Key_I, CONTROL)
    (dialog,) = seen
    assert isinstance(dialog, ImportDialog)
    assert dialog.accept_button.text() == "&Take 1 difference, leave 1 out"
    line = dialog.differences.topLevelItem(0)
    assert line is not None
    assert [line.text(column) for column in range(4)] == ["Belgium", "relocations", "nothing recorded", "310"]
    note = dialog.notes.topLevelItem(0)
    assert note is not None
    assert (note.text(0), note.text(1)) == ("not taken", "Pledges!F4")
    assert forum_of(window).state("BE").pledge.relocations == 310
    assert window.desk is not None
    assert window.desk.file.undo_title == "Import of edited.xlsx"
    assert backups_of(forum_path)
    window.menus.actions["undo"].trigger()
    assert forum_of(window) == before


def test_an_import_that_is_left_changes_nothing(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    dialogs: Callable[[Press], list[StagedDialog]],
) -> None:
    def look(dialog: StagedDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        dialog.differences.copy()
        dialog.differences.clear()
        cancel(dialog)

    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "note").value = "a\nlong note " + "x" * 300

    choosing(monkeypatch, workbook(window, tmp_path, edit))
    dialogs(look)
    before = forum_of(window)
    window.menus.actions["import"].trigger()
    assert forum_of(window) == before
    assert QGuiApplication.clipboard().text().startswith("Belgium\tnote\t")
    choosing(monkeypatch, None)
    window.menus.actions["import"].trigger()


def test_a_file_without_differences_shows_its_remarks(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(limits, "NOTES", 1)

    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "fair share, relocations").value = 1
        at(book["Pledges"], "BG", "fair share, relocations").value = 1

    assessment = assess(forum_of(window))
    dialog = ImportDialog(window, read_import(workbook(window, tmp_path, edit), assessment), assessment)
    qtbot.addWidget(dialog)
    assert dialog.tabs.currentWidget().focusProxy() is dialog.notes
    assert not dialog.accept_button.isEnabled()
    last = dialog.notes.topLevelItem(1)
    assert last is not None
    assert last.text(2) == "… and 1 more remarks"


def test_many_differences_are_counted(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(import_dialog, "_MOST", 1)

    def edit(book: Any) -> None:
        for code in ("BE", "BG", "CZ"):
            at(book["Pledges"], code, "relocations").value = 7

    assessment = assess(forum_of(window))
    dialog = ImportDialog(window, read_import(workbook(window, tmp_path, edit), assessment), assessment)
    qtbot.addWidget(dialog)
    last = dialog.differences.topLevelItem(1)
    assert last is not None
    assert last.text(0) == "… and 2 more"


def test_what_cannot_be_imported_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, forum_path: Path, messages: Messages
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    choosing(monkeypatch, broken)
    window.menus.actions["import"].trigger()
    choosing(monkeypatch, forum_path)
    window.menus.actions["import"].trigger()
    assert [title for title, _text, _choices in messages] == [
        "broken.xlsx cannot be imported",
        "Pool.forum cannot be imported",
    ]


def test_without_a_backup_nothing_is_imported(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    messages: Messages,
    dialogs: Callable[[Press], list[StagedDialog]],
) -> None:
    def edit(book: Any) -> None:
        at(book["Pledges"], "BE", "relocations").value = 310

    def fails(_path: Path) -> None:
        raise ForumFileUnwritable("disk", "the disk is full", "make room")

    choosing(monkeypatch, workbook(window, tmp_path, edit))
    dialogs(accept)
    monkeypatch.setattr("desktop_app.models.backup.back_up", fails)
    before = forum_of(window)
    window.menus.actions["import"].trigger()
    assert forum_of(window) == before
    assert messages[0][0] == "Nothing was imported"
