"""The File menu on real files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ChooseReading, PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.models.backup import Backup, back_up, backups_of
from desktop_app.models.errors import Cancelled
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import document_bytes, read_document
from desktop_app.places import Places
from desktop_app.views.dialogs.backups import BackupsDialog
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, NewForumDialog, Start
from desktop_app.views.dialogs.operator import OperatorDialog
from desktop_app.views.main_window import MainWindow
from desktop_app.views.preview.printing import Printers
from desktop_app.views.preview.window import AnnexPreview
from desktop_app.views.settings import Settings

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
    assert window.desk.annual_pool.row("BE").pledged_relocations == 100


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
    assert str(tmp_path / "gone.forum") in window.invitation.words


def test_the_sample_does_not_open_in_place_of_a_forum_that_is_gone(
    make_window: Callable[[], MainWindow],
    settings: Settings,
    tmp_path: Path,
    places: Places,
    sample: Forum,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places.forums.mkdir()
    ForumFile.create(places.sample, sample, "Ana Silva").close()
    settings.last_forum = str(tmp_path / "gone.forum")
    settings.recent = [str(tmp_path / "gone.forum"), str(places.sample)]
    window = make_window()
    window.files.start(None)
    assert not window.menus.actions["export"].isEnabled()
    shown: list[object] = []
    monkeypatch.setattr(window.menus.recent, "popup", shown.append)
    window.invitation.button("Open &recent").click()
    assert len(shown) == 1
    window.menus.recent.aboutToShow.emit()
    window.menus.recent.actions()[0].trigger()
    assert window.desk is not None
    assert window.desk.file.path == places.sample
    trigger(window, "close")
    assert window.invitation.words == "Make a new one, or open one that is there."


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

    def ask(_parent: object, _folder: Path, last: Path | None, procedure: Procedure) -> NewForum:
        assert procedure is Procedure.ANNUAL_POOL
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

    def ask(_parent: object, folder: Path, backups: tuple[Backup, ...], entries: int) -> Path:
        listed.append(folder)
        assert [(each.entries, each.operator) for each in backups] == [(1, "Ana Silva")]
        assert entries == 2
        return backup.path

    monkeypatch.setattr(BackupsDialog, "ask", ask)
    trigger(window, "restore")
    assert listed == [forum_path.parent / "Pool backups"]
    assert window.desk is not None
    assert window.desk.annual_pool.row("BE").pledged_relocations is None
    kept = next(forum_path.parent.glob("Pool before restore*.forum"))
    assert read_forum(kept).state("BE").pledge.relocations == 100
    assert kept.name in window.statusBar().currentMessage()
    monkeypatch.setattr(BackupsDialog, "ask", lambda *_args: None)
    trigger(window, "restore")
    assert window.desk is not None


def test_whatever_goes_wrong_with_a_backup_the_forum_is_open_again(
    window: MainWindow, forum_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(forum_path)
    monkeypatch.setattr(BackupsDialog, "ask", lambda *_args: backup.path)

    def fails(*_arguments: object) -> bool:
        raise MemoryError

    monkeypatch.setattr(window.files, "_doing", fails)
    with pytest.raises(MemoryError):
        window.files.restore()
    assert window.desk is not None
    assert not window.desk.read_only


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
    assert preview.statusBar().currentMessage() == f"Saved {out}"
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
    preview.refusal.list.entered_line.emit(preview.refusal.model.index(preview.refusal.model.findings.index(finding)))
    assert window.table.selected()[0] == "BG"


def test_each_reading_that_is_applied_is_a_change_that_can_be_undone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.views.dialogs.readings import ReadingsDialog

    chosen = (ChooseReading("rounding", "nearest"), ChooseReading("general-application", "2026-07-01"))
    monkeypatch.setattr(ReadingsDialog, "ask", lambda *_args, **_more: chosen)
    trigger(window, "readings")
    assert window.desk is not None
    assert window.desk.file.seq == 3
    assert window.desk.annual_pool.row("BG").fair_share_relocations == 214
    trigger(window, "undo")
    trigger(window, "undo")
    assert window.desk.assessment.readings["rounding"] == "up"
    seq = window.desk.file.seq
    monkeypatch.setattr(ReadingsDialog, "ask", lambda *_args, **_more: None)
    trigger(window, "readings")
    refused = (ChooseReading("rounding", "sideways"), ChooseReading("general-application", "2026-07-01"))
    monkeypatch.setattr(ReadingsDialog, "ask", lambda *_args, **_more: refused)
    trigger(window, "readings")
    assert window.desk.file.seq == seq


def test_printing_keeps_to_the_choice_of_the_preview(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Printers, "ask", lambda *_args: asked.append(1))
    trigger(window, "print")
    assert len(asked) == 1
    preview_of(window).final.trigger()
    trigger(window, "print")
    assert preview_of(window).final.isChecked()
    assert preview_of(window).is_refused
    assert len(asked) == 1


def test_what_was_typed_is_backed_up_when_the_forum_is_closed(window: MainWindow, forum_path: Path) -> None:
    window.files.leave()
    assert backups_of(forum_path) == ()
    window.table.change_requested.emit(BELGIUM_100)
    trigger(window, "close")
    assert [backup.entries for backup in backups_of(forum_path)] == [2]
    assert window.background_text == ""


def test_work_is_backed_up_as_it_goes_on(window: MainWindow, forum_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Backup of" in window.background_text and window.worker.is_idle)
    window.files.back_up()
    assert window.worker.is_idle
    window.table.change_requested.emit(BELGIUM_100)
    window.worker._quiet_until = 0.0
    window.files.back_up()
    qtbot.waitUntil(lambda: window.worker.is_idle)
    assert [backup.entries for backup in backups_of(forum_path)] == [2, 1]
    window.files.back_up()
    assert window.worker.is_idle


def test_a_document_is_offered_as_a_new_forum(
    window: MainWindow, tmp_path: Path, sample: Forum, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "handed over.json"
    document.write_bytes(document_bytes(sample))
    answers = iter((None, 0))
    asked: list[Path] = []

    def ask_about(_parent: object, _folder: Path, source: Path) -> NewForum:
        asked.append(source)
        return NewForum(Start.DOCUMENT, source, tmp_path / "Handed over.forum")

    monkeypatch.setattr(Message, "choose", lambda *_args: next(answers))
    monkeypatch.setattr(NewForumDialog, "ask_about", ask_about)
    window.files.open_path(document)
    assert asked == []
    window.files.open_path(document)
    assert asked == [document]
    assert window.desk is not None
    assert window.desk.file.path == tmp_path / "Handed over.forum"


def test_a_forum_that_is_open_already_stays_open(window: MainWindow, forum_path: Path) -> None:
    desk = window.desk
    window.files.open_path(forum_path)
    assert window.desk is desk
    assert window.statusBar().currentMessage() == "Pool is open already."


def test_who_cancels_taking_over_goes_on_reading(
    window: MainWindow, tmp_path: Path, sample: Forum, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "Other.forum"
    answers = iter((0, None))
    monkeypatch.setattr(Message, "choose", lambda *_args: next(answers))
    with ForumFile.create(other, sample, "Jean Dupont"):
        window.files.open_path(other)
        reading = window.desk
        assert reading is not None
        assert reading.read_only
        trigger(window, "take_over")
        assert window.desk is reading


def test_another_forum_begins_at_its_first_cell(window: MainWindow, tmp_path: Path, sample: Forum) -> None:
    other = tmp_path / "Other.forum"
    ForumFile.create(other, sample, "Ana Silva").close()
    window.table.go_to("SE", "financial")
    window.files.open_path(other)
    assert window.table.selected() == ("BE", "relocations")


@pytest.mark.parametrize(("login", "proposed"), [("root", ""), ("Administrator", ""), ("ana", "ana")])
def test_an_account_of_nobody_is_proposed_as_no_name(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch, login: str, proposed: str
) -> None:
    asked: list[str] = []
    settings.operator = ""
    monkeypatch.setattr("getpass.getuser", lambda: login)
    monkeypatch.setattr(OperatorDialog, "ask", lambda _parent, current: asked.append(current))
    window.files.ask_operator_once()
    assert asked == [proposed]


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


@pytest.mark.parametrize("name", ["save_copy", "restore", "export"])
def test_what_takes_long_can_be_stopped_and_leaves_nothing(
    window: MainWindow, tmp_path: Path, forum_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    made = back_up(forum_path)
    before = {path.name for path in tmp_path.rglob("*") if ".lock" not in path.name and ".holder" not in path.name}
    monkeypatch.setattr(Files, "to_write", lambda *_args: tmp_path / ("Out.xlsx" if name == "export" else "Out.forum"))
    monkeypatch.setattr(BackupsDialog, "ask", lambda *_args: made.path)
    monkeypatch.setattr("desktop_app.views.progress.report.Report.is_stopping", lambda _self: True)
    monkeypatch.setattr("desktop_app.views.progress.report.Report.ask", stop_at_once)
    trigger(window, name)
    left = {path.name for path in tmp_path.rglob("*") if ".lock" not in path.name and ".holder" not in path.name}
    assert left == before
    assert window.statusBar().currentMessage() == "Stopped: what was there before stays as it is."
    assert window.desk is not None
    assert not window.desk.read_only


def stop_at_once(_report: object) -> None:
    raise Cancelled


def test_pages_to_read(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.views.dialogs.about import PageDialog
    from desktop_app.views.help.pages import Topic
    from desktop_app.views.help.window import HelpWindow

    shown: dict[str, str] = {}
    monkeypatch.setattr(PageDialog, "show_page", lambda _parent, title, text: shown.update({title: text}))
    trigger(window, "about")
    assert set(shown) == {"About Forum Desk"}
    for part in ("Python 3.", "Qt 6.", "SQLite 3.", "Eurostat"):
        assert part in shown["About Forum Desk"]
    trigger(window, "keyboard")
    manual = window.findChild(HelpWindow)
    assert manual is not None
    assert manual.topic == Topic("keyboard")
    trigger(window, "manual")
    assert manual.isVisible()
