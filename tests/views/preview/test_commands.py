"""The commands on documents, from the menu to the paper and the file."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.documents import findings_pdf
from desktop_app.documents.pledge_table import TableColumn, pledge_table_pdf
from desktop_app.documents.styles import Paper, Sheet
from desktop_app.models.interchange import fingerprint
from desktop_app.views.dialogs.files import Files
from desktop_app.views.main_window import MainWindow
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.preview.pages import PdfPages
from desktop_app.views.preview.printing import Printers
from desktop_app.views.preview.setup import PageSetup
from desktop_app.views.preview.setup_dialog import PageSetupDialog
from desktop_app.views.preview.window import Preview

Shown = list[tuple[str, str, tuple[str, ...]]]


def open_document(window: MainWindow, name: str) -> Preview:
    window.menus.actions[name].trigger()
    return window.findChildren(Preview)[-1]


def test_the_table_prints_as_it_stands_on_screen(window: MainWindow) -> None:
    assert window.desk is not None
    assessment = window.desk.annual_pool
    window.table.show_columns((Column.GAP, Column.SHARE))
    preview = open_document(window, "print_table")
    digits = fingerprint(assessment.forum)
    columns = [TableColumn.GAP, TableColumn.SHARE]
    assert preview.data == pledge_table_pdf(assessment, digits, columns=columns)
    assert digits in preview.windowTitle()


def test_findings_and_time_limits_print(window: MainWindow) -> None:
    assert window.desk is not None
    assessment = window.desk.annual_pool
    preview = open_document(window, "print_findings")
    digits = fingerprint(assessment.forum)
    assert preview.data == findings_pdf(assessment, digits)
    window.findings.filter_words.setText("Latvia")
    of_latvia = [each for each in assessment.findings if each.state == "LV" or "Latvia" in each.message]
    assert 0 < len(of_latvia) < len(assessment.findings)
    assert open_document(window, "print_findings").data == findings_pdf(assessment, digits, findings=of_latvia)


def test_several_previews_stay_open_and_follow_the_typing(window: MainWindow, qtbot: QtBot) -> None:
    previews = [open_document(window, name) for name in ("preview", "print_table", "print_findings")]
    before = [preview.data for preview in previews]
    window.table.change_requested.emit(RecordPledge("BE", PledgeColumn.RELOCATIONS, 100))
    qtbot.waitUntil(lambda: all(preview.data != old for preview, old in zip(previews, before, strict=True)))
    again = open_document(window, "print_table")
    assert not previews[1].isVisible()
    assert again.isVisible()
    window.files.close()
    assert not again.isVisible()


def test_page_setup_is_remembered_and_open_previews_follow(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = open_document(window, "print_table")
    a3 = PageSetup(Sheet(Paper.A3))
    monkeypatch.setattr(PageSetupDialog, "ask", lambda _parent, setup: a3 if setup == PageSetup() else None)
    preview.setup.trigger()
    assert PageSetup.remembered(window.settings) == a3
    with PdfPages(preview.data) as pages:
        assert round(pages.sizes[0].width()) == 1191
    window.menus.actions["page_setup"].trigger()
    assert PageSetup.remembered(window.settings) == a3


def test_page_setup_belongs_to_the_preview_that_it_was_opened_from(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = open_document(window, "print_table")
    parents: list[QWidget | None] = []

    def leave(dialog: PageSetupDialog) -> int:
        parents.append(dialog.parentWidget())
        # As a desktop does that gives the keyboard to the main window.
        window.activateWindow()
        return 0

    monkeypatch.setattr(PageSetupDialog, "exec", leave)
    preview.setup.trigger()
    qtbot.waitUntil(preview.isActiveWindow)
    window.menus.actions["page_setup"].trigger()
    assert parents == [preview, window]


def test_a_document_is_saved_under_its_name_and_language(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    preview = open_document(window, "print_table")
    preview.languages["nl"].trigger()
    proposed: list[Path] = []
    out = tmp_path / "table.pdf"

    def choose(_parent: object, _title: str, path: Path, _kinds: object) -> Path:
        proposed.append(path)
        return out

    monkeypatch.setattr(Files, "to_write", choose)
    preview.save.trigger()
    assert [path.name for path in proposed] == ["Pool – table (nl).pdf"]
    assert out.read_bytes() == preview.data
    out = tmp_path / "no such folder" / "table.pdf"
    preview.save.trigger()
    assert [title for title, _text, _choices in messages] == ["The document cannot be written"]


def test_what_is_printed_is_what_is_shown(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = open_document(window, "print_findings")
    out = tmp_path / "printed.pdf"
    asked: list[object] = []

    def printer(_parent: object, title: str, setup: PageSetup) -> QPrinter:
        asked.append((title, setup))
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        return made

    monkeypatch.setattr(Printers, "ask", printer)
    preview.printing.trigger()
    assert asked == [("Findings and time limits", PageSetup())]
    with PdfPages(preview.data) as shown, PdfPages(out.read_bytes()) as printed:
        assert len(shown.sizes) == len(printed.sizes)


def test_without_a_forum_nothing_is_shown(window: MainWindow) -> None:
    window.files.close()
    for name in ("preview", "print", "print_table", "print_findings"):
        window.files.documents.commands()[name]()
    assert not [each for each in window.findChildren(Preview) if each.isVisible()]
