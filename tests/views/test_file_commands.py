"""The File menu on real files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.models.backup import back_up
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import read_document
from desktop_app.views.dialogs.backups import BackupsDialog
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.new_forum import NewForum, NewForumDialog, Start
from desktop_app.views.dialogs.operator import OperatorDialog
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.printing import Printers
from desktop_app.views.preview.window import AnnexPreview
from desktop_app.views.settings import Places, Settings

Shown = list[tuple[str, str, tuple[str, ...]]]
BELGIUM_100 = RecordPledge("BE", PledgeColumn.RELOCATIONS, 100)


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    for name in ("to_open", "to_write"):
        monkeypatch.setattr(Files, name, lambda *_args: path)


def trigger(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()


def test_the_first_start_makes_a_copy_of_the_sample_and_asks_who_types(
    make_window: Callable[[], MainWindow],
    places: Places,
    settings: Settings,
    sample: Forum,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.operator = ""
    monkeypatch.setattr(OperatorDialog, "ask", lambda *_args: "Ana Silva")
    window = make_window()
    window.files.start(None)
    window.files.ask_operator_once()
    assert window.desk is not None
    assert window.desk.file.path == places.sample
    assert window.desk.assessment.forum == sample
    assert settings.operator == "Ana Silva"
    window.table.change_requested.emit(BELGIUM_100)
    assert window.desk.file.history(1)[0].operator == "Ana Silva"
    monkeypatch.setattr(OperatorDialog, "ask", lambda *_args: pytest.fail("asked twice"))
    window.files.ask_operator_once()
    assert settings.last_forum == str(places.sample)


def test_a_copy_of_the_sample_that_is_there_is_never_overwritten(
    make_window: Callable[[], MainWindow], places: Places, sample: Forum
) -> None:
    places.forums.mkdir()
    with ForumFile.create(places.sample, sample, "Ana Silva") as file:
        file.apply(BELGIUM_100)
    window = make_window()
    window.files.start(None)
    assert window.desk is not None
    assert window.desk.assessment.row("BE").pledged_relocations == 100


def test_the_forum_of_last_time_opens_again(
    make_window: Callable[[], MainWindow], settings: Settings, forum_path: Path
) -> None:
    settings.last_forum = str(forum_path)
    window = make_window()
    window.files.start(None)
    assert window.desk is not None
    assert window.desk.file.path == forum_path


def test_a_forum_of_last_time_that_is_gone_leaves_the_choice(
    make_window: Callable[[], MainWindow], settings: Settings, tmp_path: Path, places: Places
) -> None:
    settings.last_forum = str(tmp_path / "gone.forum")
    window = make_window()
    window.files.start(None)
    assert window.desk is None
    assert not places.sample.exists()


def test_the_file_named_at_start_opens(make_window: Callable[[], MainWindow], forum_path: Path) -> None:
    window = make_window()
    window.files.start(forum_path)
    assert window.desk is not None
    assert window.desk.file.path == forum_path


def test_nobody_says_who_types(
    make_window: Callable[[], MainWindow], settings: Settings, forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.operator = ""
    monkeypatch.setattr(OperatorDialog, "ask", lambda *_args: None)
    window = make_window()
    window.files.start(forum_path)
    window.files.ask_operator_once()
    assert settings.operator


def test_open_replaces_what_is_open(
    window: MainWindow, tmp_path: Path, sample: Forum, forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "Other.forum"
    ForumFile.create(other, sample, "Ana Silva").close()
    choose_file(monkeypatch, other)
    trigger(window, "open")
    assert window.desk is not None
    assert window.desk.file.path == other
    ForumFile.open(forum_path, "Somebody else").close()
    choose_file(monkeypatch, None)
    trigger(window, "open")
    assert window.desk.file.path == other


def test_a_file_that_cannot_be_opened_leaves_the_open_one(
    window: MainWindow, tmp_path: Path, forum_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    foreign = tmp_path / "foreign.forum"
    foreign.write_bytes(b"no database")
    choose_file(monkeypatch, foreign)
    trigger(window, "open")
    assert len(messages) == 1
    assert window.desk is not None
    assert window.desk.file.path == forum_path


def test_recent_forums_are_listed_and_open(window: MainWindow, tmp_path: Path, sample: Forum, forum_path: Path) -> None:
    other = tmp_path / "This & that.forum"
    ForumFile.create(other, sample, "Ana Silva").close()
    window.files.open_path(other)
    window.menus.recent.aboutToShow.emit()
    actions = window.menus.recent.actions()
    assert [action.text() for action in actions] == ["&1 This && that", "&2 Pool"]
    actions[1].trigger()
    assert window.desk is not None
    assert window.desk.file.path == forum_path


def test_without_recent_forums_the_menu_says_so(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    window.menus.recent.aboutToShow.emit()
    assert [(action.text(), action.isEnabled()) for action in window.menus.recent.actions()] == [
        ("No forum yet", False)
    ]


def test_new_makes_and_shows(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "New.forum"
    asked: list[Path | None] = []

    def ask(_parent: object, _folder: Path, last: Path | None) -> NewForum:
        asked.append(last)
        return NewForum(Start.LAST_YEAR, last, target)

    monkeypatch.setattr(NewForumDialog, "ask", ask)
    trigger(window, "new")
    assert window.desk is not None
    assert asked[0] is not None
    assert asked[0].name == "Pool.forum"
    assert window.desk.file.path == target
    monkeypatch.setattr(NewForumDialog, "ask", lambda *_args: None)
    trigger(window, "new")
    assert window.desk.file.path == target


def test_a_copy_holds_everything(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.table.change_requested.emit(BELGIUM_100)
    copy = tmp_path / "Copy.forum"
    choose_file(monkeypatch, copy)
    trigger(window, "save_copy")
    assert read_forum(copy).state("BE").pledge.relocations == 100
    assert window.statusBar().currentMessage() == f"Copy saved: {copy}"
    trigger(window, "save_copy")
    assert read_forum(copy).state("BE").pledge.relocations == 100


def test_a_copy_over_the_open_forum_is_refused(
    window: MainWindow, forum_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    choose_file(monkeypatch, forum_path)
    trigger(window, "save_copy")
    assert messages[0][0] == "The copy cannot be written"


def test_a_backup_is_restored_and_the_former_file_kept(
    window: MainWindow, forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(forum_path)
    window.table.change_requested.emit(BELGIUM_100)
    listed: list[Path] = []

    def ask(_parent: object, folder: Path, lines: list[object]) -> Path:
        listed.append(folder)
        assert len(lines) == 1
        return backup.path

    monkeypatch.setattr(BackupsDialog, "ask", ask)
    trigger(window, "restore")
    assert listed == [forum_path.parent / "Pool backups"]
    assert window.desk is not None
    assert window.desk.assessment.row("BE").pledged_relocations is None
    kept = next(forum_path.parent.glob("Pool before restore*.forum"))
    assert read_forum(kept).state("BE").pledge.relocations == 100
    assert kept.name in window.statusBar().currentMessage()
    monkeypatch.setattr(BackupsDialog, "ask", lambda *_args: None)
    trigger(window, "restore")
    assert window.desk is not None


@pytest.mark.parametrize("ending", ["json", "xlsx", "csv"])
def test_exports_are_written(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    choose_file(monkeypatch, out)
    trigger(window, "export")
    assert out.stat().st_size > 1000
    if ending == "json":
        assert window.desk is not None
        assert read_document(out.read_bytes()) == window.desk.assessment.forum
        assert json.loads(out.read_text("utf-8"))["procedure"] == "annual-pool"


def test_an_export_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    choose_file(monkeypatch, tmp_path / "no such folder" / "out.json")
    trigger(window, "export")
    choose_file(monkeypatch, tmp_path / "out.doc")
    trigger(window, "export")
    assert [title for title, _text, _choices in messages] == ["The export cannot be written"] * 2
    choose_file(monkeypatch, None)
    trigger(window, "export")
    assert len(messages) == 2


def preview_of(window: MainWindow) -> AnnexPreview:
    return window.findChildren(AnnexPreview)[-1]


def test_the_preview_shows_saves_and_prints_the_same_bytes(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    trigger(window, "preview")
    preview = preview_of(window)
    out = tmp_path / "annex.pdf"
    choose_file(monkeypatch, out)
    preview.save.trigger()
    assert out.read_bytes() == preview.data
    printed = tmp_path / "printed.pdf"

    def printer(*_args: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(printed))
        return made

    monkeypatch.setattr(Printers, "ask", printer)
    preview.printing.trigger()
    assert printed.stat().st_size > 10_000
    assert not messages
    monkeypatch.setattr(Printers, "ask", lambda *_args: None)
    trigger(window, "print")
    choose_file(monkeypatch, None)
    preview_of(window).save.trigger()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    def printer(*_args: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
        return made

    monkeypatch.setattr(Printers, "ask", printer)
    trigger(window, "print")
    assert messages[0][0] == "Nothing was printed"


def test_the_preview_follows_the_typing(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "preview")
    preview = preview_of(window)
    before = preview.data
    window.table.change_requested.emit(BELGIUM_100)
    qtbot.waitUntil(lambda: preview.data != before)


def test_what_blocks_a_final_annex_leads_to_its_cell(window: MainWindow) -> None:
    trigger(window, "preview")
    preview = preview_of(window)
    preview.final.trigger()
    finding = next(each for each in preview.refusal.model.findings if each.state == "BG")
    preview.refusal.list.clicked.emit(preview.refusal.model.index(preview.refusal.model.findings.index(finding)))
    assert window.table.selected()[0] == "BG"


def test_readings_count_at_once_and_can_be_undone(window: MainWindow) -> None:
    from desktop_app.views.dialogs.readings import ReadingsDialog

    trigger(window, "readings")
    dialog = window.findChild(ReadingsDialog)
    assert isinstance(dialog, ReadingsDialog)
    rounding = dialog.fields["rounding"]
    QTest.keyClicks(rounding, "n")
    assert window.desk is not None
    assert window.desk.assessment.readings["rounding"] == "nearest"
    assert window.desk.assessment.row("BG").fair_share_relocations == 214
    trigger(window, "undo")
    assert window.desk.assessment.readings["rounding"] == "up"
    assert dialog.chosen("rounding") == "up"


def test_another_operator_counts_from_then_on(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OperatorDialog, "ask", lambda *_args: "Jean Dupont")
    trigger(window, "operator")
    assert settings.operator == "Jean Dupont"
    window.table.change_requested.emit(BELGIUM_100)
    assert window.desk is not None
    assert window.desk.file.history(1)[0].operator == "Jean Dupont"
    monkeypatch.setattr(OperatorDialog, "ask", lambda *_args: None)
    trigger(window, "operator")
    assert settings.operator == "Jean Dupont"


def test_pages_to_read(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.views.dialogs.about import PageDialog

    shown: dict[str, str] = {}
    monkeypatch.setattr(PageDialog, "show_page", lambda _parent, title, text: shown.update({title: text}))
    for name in ("manual", "keyboard", "about"):
        trigger(window, name)
    assert set(shown) == {"Manual", "Keyboard", "About Forum Desk"}
    for part in ("Python 3.", "Qt 6.", "SQLite 3.", "Eurostat"):
        assert part in shown["About Forum Desk"]
