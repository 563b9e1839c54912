"""The window as a person uses it: by keyboard, on a real forum file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ChooseReading, PledgeColumn, RecordPledge
from desktop_app.calc.findings import Severity
from desktop_app.calc.rulebooks.annual_pool.book import rule_of
from desktop_app.models.errors import ForumFileUnwritable
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.views.main_window import MainWindow
from desktop_app.views.settings import Settings
from desktop_app.views.theme import Scheme, theme
from desktop_app.views.zoom import ZOOMS

BELGIUM_100 = RecordPledge("BE", PledgeColumn.RELOCATIONS, 100)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def test_the_forum_is_there_ready_to_type(window: MainWindow) -> None:
    title = "Annual Solidarity Pool for 2026 (public sources) – Pool.forum – Forum Desk"
    assert window.windowTitle() == title
    assert window.table.isAncestorOf(focused())
    assert window.header.saved_mark.text.startswith("saved ")
    assert window.why.question == ("pledged_relocations", "BE")


def test_what_is_typed_is_committed_assessed_and_ticked(window: MainWindow, forum_path: Path) -> None:
    assert window.desk is not None
    keys("100")
    press(Qt.Key.Key_Return)
    assert read_forum(forum_path).state("BE").pledge.relocations == 100
    assert window.desk.annual_pool.row("BE").pledged_relocations == 100
    assert window.header.saved_mark.text.startswith("saved ")
    assert window.menus.actions["undo"].text() == "&Undo Belgium: relocations 100"
    assert not window.menus.actions["redo"].isEnabled()


def test_undo_and_redo_carry_names_and_survive_a_restart(
    window: MainWindow, forum_path: Path, make_window: Callable[[], MainWindow]
) -> None:
    keys("100")
    press(Qt.Key.Key_Return)
    window.close()
    again = make_window()
    again.files.open_path(forum_path)
    assert again.menus.actions["undo"].text() == "&Undo Belgium: relocations 100"
    again.menus.actions["undo"].trigger()
    assert again.desk is not None
    assert again.desk.annual_pool.row("BE").pledged_relocations is None
    assert again.menus.actions["redo"].text() == "&Redo Belgium: relocations 100"
    assert not again.menus.actions["undo"].isEnabled()
    again.menus.actions["redo"].trigger()
    assert again.desk.annual_pool.row("BE").pledged_relocations == 100


def test_what_cannot_be_saved_is_unmistakable_and_not_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None

    def full(_change: object) -> None:
        raise ForumFileUnwritable("Pool.forum", "the disk is full", "make room, then type it again")

    monkeypatch.setattr(desk.file, "apply", full)
    with qtbot.waitSignal(desk.failed):
        window.table.change_requested.emit(BELGIUM_100)
    assert window.header.saved_mark.text == "NOT SAVED"
    assert "the disk is full" in window.statusBar().currentMessage()
    assert desk.annual_pool.row("BE").pledged_relocations is None
    monkeypatch.undo()
    window.table.change_requested.emit(BELGIUM_100)
    assert window.header.saved_mark.text.startswith("saved ")


def test_a_change_that_makes_no_sense_is_refused_with_a_reason(window: MainWindow) -> None:
    window.table.change_requested.emit(RecordPledge("BE", PledgeColumn.RELOCATIONS, 10**9 + 1))
    assert "outside 0 to 1" in window.statusBar().currentMessage()
    assert window.header.saved_mark.text.startswith("saved ")


def test_f6_goes_round_and_escape_goes_back(window: MainWindow) -> None:
    panels = [window.findings, window.why, window.header, window.table]
    for panel in panels:
        press(Qt.Key.Key_F6)
        assert panel.isAncestorOf(focused())
    for panel in reversed(panels[:-1]):
        press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert panel.isAncestorOf(focused())
        press(Qt.Key.Key_Escape)
        assert window.table.isAncestorOf(focused())
        window.panels.go_on(-1)
        while not panel.isAncestorOf(focused()):
            window.panels.go_on(-1)


def test_the_panel_with_the_keyboard_is_marked(window: MainWindow) -> None:
    accent = theme().colours.accent
    for panel in (window.findings, window.why):
        press(Qt.Key.Key_F6)
        assert [each.title_colour == accent for each in (window.findings, window.why)] == [
            each is panel for each in (window.findings, window.why)
        ]
    press(Qt.Key.Key_Escape)
    assert window.why.title_colour != accent


def test_a_hidden_panel_is_left_out(window: MainWindow) -> None:
    window.menus.actions["findings"].trigger()
    assert not window.findings.isVisible()
    press(Qt.Key.Key_F6)
    assert window.why.isAncestorOf(focused())
    window.menus.actions["why"].trigger()
    assert not window.lower_row.isVisible()
    assert window.settings.hidden_panels == ["findings", "why"]
    window.menus.actions["why"].trigger()
    assert window.why.isVisible()


def test_enter_on_a_finding_goes_to_its_cell(window: MainWindow) -> None:
    finding = next(each for each in window.findings.model.findings if each.state == "BG")
    window.findings.list.setFocus()
    window.findings.list.setCurrentIndex(window.findings.model.index(window.findings.model.findings.index(finding)))
    press(Qt.Key.Key_Return)
    assert window.table.selected()[0] == "BG"
    assert window.table.isAncestorOf(focused())


def test_a_finding_about_the_forum_goes_to_the_totals(window: MainWindow) -> None:
    window.go_to(next(each for each in window.findings.model.findings if each.state is None))
    assert window.table.selected()[0] is None


def test_gravest_findings_come_first(window: MainWindow) -> None:
    ranks = [finding.severity.rank for finding in window.findings.model.findings]
    assert ranks == sorted(ranks)
    assert ranks[0] == Severity.BLOCK.rank


def test_every_figure_of_the_header_can_be_asked_why(window: MainWindow) -> None:
    for figure in window.header.figures():
        figure.setFocus()
        press(Qt.Key.Key_Space)
        subject = "EL" if figure.objectName() == "reduction_eligible" else None
        assert window.why.question == (figure.objectName(), subject)


def test_copy_takes_from_where_the_keyboard_is(window: MainWindow) -> None:
    window.findings.list.setCurrentIndex(window.findings.model.index(0))
    window.findings.list.setFocus()
    window.menus.actions["copy"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Blocks: ")
    window.why.settle()
    window.why.text.setFocus()
    window.why.text.selectAll()
    window.menus.actions["copy"].trigger()
    assert "relocations" in QGuiApplication.clipboard().text()


def test_zoom_goes_up_down_and_back(window: MainWindow) -> None:
    window.menus.actions["zoom_in"].trigger()
    assert window.settings.zoom == 110
    for _step in ZOOMS:
        window.menus.actions["zoom_in"].trigger()
    assert window.settings.zoom == 200
    for _step in ZOOMS:
        window.menus.actions["zoom_out"].trigger()
    assert window.settings.zoom == 75
    window.menus.actions["zoom_reset"].trigger()
    assert window.settings.zoom == 100


def test_sizes_theme_and_zoom_are_remembered(
    window: MainWindow, settings: Settings, make_window: Callable[[], MainWindow], forum_path: Path, qtbot: QtBot
) -> None:
    window.resize(780, 700)
    window.rows.setSizes([300, 250])
    window.choose_theme(Scheme.DARK)
    window.set_zoom(125)
    qtbot.wait(50)
    sizes = window.rows.sizes()
    window.close()
    assert settings.theme == "dark"
    assert settings.last_forum == str(forum_path)
    again = make_window()
    again.files.start(None)
    again.show()
    qtbot.wait(50)
    assert again.size() == window.size()
    # The proportion is what is remembered: the header above takes one line or two by the time that stands in it.
    upper, lower = again.rows.sizes()
    assert abs(upper * sizes[1] - lower * sizes[0]) <= sum(sizes)
    assert again.menus.themes[Scheme.DARK].isChecked()
    again.choose_theme(Scheme.LIGHT)


def test_a_second_desk_reads_is_told_who_types_and_refreshes(
    window: MainWindow, forum_path: Path, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    second = make_window()
    monkeypatch.setattr("desktop_app.views.opening.Message.choose", lambda *_args: 0)
    second.files.open_path(forum_path)
    second.show()
    assert second.desk is not None
    assert second.desk.read_only
    assert second.banner.isVisible()
    assert "Ana Silva" in second.banner.text
    assert second.header.saved_mark.text.startswith("read-only")
    assert not second.menus.actions["undo"].isEnabled()
    assert " – Pool.forum (read-only) – " in second.windowTitle()
    second.table.change_requested.emit(BELGIUM_100)
    assert second.header.saved_mark.text == "NOT SAVED"
    window.table.change_requested.emit(BELGIUM_100)
    second.menus.actions["refresh"].trigger()
    assert second.desk.annual_pool.row("BE").pledged_relocations == 100
    assert second.header.saved_mark.text.startswith("read-only")
    window.files.close()
    second.menus.actions["take_over"].trigger()
    assert second.menus.actions["undo"].isEnabled()
    assert not second.banner.isVisible()


def test_a_file_that_went_away_cannot_be_refreshed(
    window: MainWindow, forum_path: Path, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    second = make_window()
    monkeypatch.setattr("desktop_app.views.opening.Message.choose", lambda *_args: 0)
    second.files.open_path(forum_path)
    window.files.close()
    forum_path.unlink()
    second.menus.actions["refresh"].trigger()
    assert second.statusBar().currentMessage()
    assert second.header.saved_mark.text.startswith("read-only")


def test_a_second_desk_sees_by_itself_what_is_new_and_tells_a_failure_once(
    window: MainWindow,
    forum_path: Path,
    make_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    second = make_window()
    monkeypatch.setattr("desktop_app.views.opening.Message.choose", lambda *_args: 0)
    second.files.open_path(forum_path)
    assert second._news.isActive()
    assert not window._news.isActive()
    second._news.setInterval(1)
    window.table.change_requested.emit(BELGIUM_100)
    qtbot.waitUntil(lambda: "updated" in second.header.saved_mark.text)
    assert second.desk is not None
    assert second.desk.annual_pool.row("BE").pledged_relocations == 100
    assert second.statusBar().currentMessage() == "Updated: Belgium: relocations 100"
    told: list[str] = []
    second.desk.unreadable.connect(told.append)
    window.files.close()
    forum_path.unlink()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)
    assert len(told) == 1


def test_undo_and_redo_go_to_the_cell_and_say_what_they_did(window: MainWindow) -> None:
    window.table.go_to("SE", "financial")
    keys("12345678")
    press(Qt.Key.Key_Return)
    assert window.menus.actions["undo"].text() == "&Undo Sweden: financial contribution EUR\u00a012\u00a0345\u00a0678"
    for name, word in (("undo", "Undone"), ("redo", "Redone")):
        window.table.go_to("BE", "relocations")
        window.menus.actions[name].trigger()
        assert window.table.selected() == ("SE", "financial")
        said = window.statusBar().currentMessage()
        assert said == f"{word}: Sweden: financial contribution EUR\u00a012\u00a0345\u00a0678"


def test_a_step_that_changes_no_pledge_goes_nowhere(window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.apply(ChooseReading("rounding", "nearest"))
    window.table.go_to("FR", "financial")
    window.undo()
    assert window.table.selected() == ("FR", "financial")
    window.undo()
    assert window.statusBar().currentMessage() == "Undone: Reading rounding: nearest"


def test_a_finding_tells_its_rule_and_enter_goes_to_its_cell(window: MainWindow) -> None:
    press(Qt.Key.Key_F6)
    first = window.findings.model.findings[0]
    assert window.findings.list.currentIndex().row() == 0
    assert window.findings.list.selectedIndexes()
    assert window.why.question == ("pledged_relocations", "BE")
    press(Qt.Key.Key_Space)
    window.why.settle()
    assert window.why.question == ("rule", first.rule)
    assert rule_of(first.rule).title in window.why.text.toPlainText()
    press(Qt.Key.Key_Down)
    assert window.why.question == ("rule", window.findings.model.findings[1].rule)
    press(Qt.Key.Key_Return)
    assert window.table.selected()[0] == window.findings.model.findings[1].state


def test_back_from_the_findings_the_cell_is_explained_again(window: MainWindow) -> None:
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down)
    assert window.why.question is not None
    assert window.why.question[0] == "rule"
    press(Qt.Key.Key_Escape)
    assert window.why.question == ("pledged_relocations", "BE")


def test_the_forums_note_is_read_by_keyboard(window: MainWindow) -> None:
    window.header.setFocus()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused().objectName() == "note"
    press(Qt.Key.Key_Space)
    window.why.settle()
    text = window.why.text.toPlainText()
    assert text.startswith("About this forum\nPublic sources, not the annex. This forum holds")


@pytest.mark.parametrize("geometry", ["a", "é", "AAAA", "%%%"])
def test_a_damaged_geometry_fails_no_start(
    settings: Settings, make_window: Callable[[], MainWindow], geometry: str
) -> None:
    settings.geometry = geometry
    assert make_window().width() > 0


def test_zoom_enlarges_header_titles_menus_and_status(window: MainWindow) -> None:
    def sizes() -> list[float]:
        widgets: list[QWidget] = [window.menuBar(), window.statusBar(), *window.menus.bar.values()]
        widgets += window.header.figures()
        return [widget.font().pointSizeF() for widget in widgets]

    before = sizes()
    window.set_zoom(200)
    assert sizes() == [1.5 * size for size in before]
    assert window.findings._title.font().pointSizeF() == 2 * theme().font().pointSizeF()


def test_closing_the_forum_leaves_an_invitation(window: MainWindow, forum_path: Path) -> None:
    window.menus.actions["close"].trigger()
    assert window.desk is None
    assert window.windowTitle() == "Forum Desk"
    for name in ("undo", "redo", "refresh", "copy", "readings", "preview", "export", "save_copy", "restore", "print"):
        assert not window.menus.actions[name].isEnabled()
    ForumFile.open(forum_path, "Somebody else").close()


def test_backup_and_check_run_beside_the_window(window: MainWindow, forum_path: Path, qtbot: QtBot) -> None:
    def told() -> bool:
        return "Backup of" in window.background_text and " journal entry verified" in window.background_text

    qtbot.waitUntil(told, timeout=20_000)
    assert (forum_path.parent / "Pool backups").is_dir()


def test_what_fails_beside_the_window_is_told(window: MainWindow, qtbot: QtBot) -> None:
    # On a busy machine, what is loaded after opening is done before it.
    with qtbot.waitSignal(window.worker.done, check_params_cb=lambda name, _result: name == "Backup"):
        window.worker.start("Backup", lambda: 1 // 0)
    assert window.background_text.startswith("Backup failed: ")


@pytest.mark.parametrize(("width", "height"), [(640, 420), (683, 420), (960, 540), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off_at_any_size(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    assert window.width() == width
    assert window.height() == height
    for panel in (window.header, window.table, window.findings, window.why):
        assert panel.height() >= panel.minimumSizeHint().height() or panel is window.header
        corner = panel.mapTo(window, panel.rect().bottomRight())
        assert corner.x() < width
        assert corner.y() < height
    assert window.header.height() >= window.header.heightForWidth(window.header.width())
