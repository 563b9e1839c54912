"""The window in another language: made anew around the same open forum, with nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.places import Places
from desktop_app.views import language
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.main_window import MainWindow
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.room.commands import RoomCommands
from desktop_app.views.room.dialog import ReleaseDialog
from desktop_app.views.settings import Settings
from desktop_app.views.stage import Stage, system_language


@pytest.fixture
def stage(
    qtbot: QtBot, settings: Settings, places: Places, forum_path: Path, messages: list[object]
) -> Iterator[Stage]:
    settings.window_language = "en"
    stage = Stage(settings, places, qtbot.addWidget)
    stage.window.files.open_path(forum_path)
    with qtbot.waitExposed(stage.window):
        stage.window.show()
    yield stage
    stage.choose("en")
    stage.window.close()


def type_half(stage: Stage) -> None:
    """Type 17 into a cell, without Enter, and go back between both digits."""
    table = stage.window.workspace.table
    table.put_cursor((4, Column.RELOCATIONS))
    table.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "17")
    assert QApplication.focusWidget() is table._entering.editor
    QTest.keyClick(table._entering.editor, Qt.Key.Key_F2)
    QTest.keyClick(table._entering.editor, Qt.Key.Key_Left)


def assert_half_typed(stage: Stage) -> None:
    QApplication.processEvents()
    table = stage.window.workspace.table
    assert table.cursor_place() == (4, Column.RELOCATIONS)
    editor = table._entering.editor
    assert editor.isVisible()
    assert stage.window.focusWidget() is editor
    assert (editor.text(), editor.cursorPosition(), editor.typed_over) == ("17", 1, False)


@pytest.mark.parametrize("in_scenario", [False, True])
def test_the_same_forum_stands_there_in_another_language(stage: Stage, in_scenario: bool) -> None:
    old, desk = stage.window, stage.window.desk
    assert desk is not None
    if in_scenario:
        line = desk.file.branch("Higher pledges", desk.file.seq)
        old.look(lambda desk: desk.look_in(line.id))
    type_half(stage)
    state, seq = desk.shown.state_hash, desk.shown.seq
    stage.window.menus.languages["nl"].trigger()
    new = stage.window
    assert isinstance(new, MainWindow)
    assert new is not old
    assert not old.isVisible()
    assert new.isVisible()
    assert new.desk is not None
    # A command of the view records nothing: what was being typed is gone on with.
    assert isinstance(new.desk.view, InScenario) is in_scenario
    assert (new.desk.shown.state_hash, new.desk.shown.seq) == (state, seq)
    assert_half_typed(stage)
    assert new.menus.languages["nl"].isChecked()
    assert stage._settings.window_language == language.chosen() == "nl"
    assert old.desk is None
    QTest.keyClick(new.workspace.table._entering.editor, Qt.Key.Key_Return)
    assert new.desk.shown.state_hash != state
    assert new.desk.undo()


def test_reading_again_leaves_typing_alone(stage: Stage) -> None:
    desk = stage.window.desk
    assert desk is not None
    type_half(stage)
    seq = desk.shown.seq
    stage.window.menus.actions["refresh"].trigger()
    assert desk.shown.seq == seq
    assert_half_typed(stage)
    # An entry that waits does not call back who looks at the findings.
    stage.window.workspace.table._entering.editor.setText("17 18 x")
    stage.window.findings.setFocus()
    elsewhere = QApplication.focusWidget()
    assert elsewhere is not stage.window.workspace.table._entering.editor
    stage.window.menus.actions["refresh"].trigger()
    assert QApplication.focusWidget() is elsewhere
    assert stage.window.workspace.table._entering.editor.isVisible()
    stage.window.workspace.table._entering.cancel()


def test_the_past_stays_the_past(stage: Stage) -> None:
    desk = stage.window.desk
    assert desk is not None
    desk.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 40))
    stage.window.look(lambda desk: desk.look_at(1))
    stage.choose("nl")
    assert stage.window.desk is not None
    assert isinstance(stage.window.desk.view, Past)
    assert stage.window.desk.shown.seq == 1


@pytest.mark.parametrize("hides", [False, True])
def test_the_room_sees_on_and_what_was_hidden_stays_hidden(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, *, hides: bool
) -> None:
    def trigger(name: str) -> None:
        stage.window.menus.actions[name].trigger()
        QApplication.processEvents()

    def words() -> str:
        part = stage.window.negotiation.part("room.RoomCommands")
        assert isinstance(part, RoomCommands)
        return part.room.surface.page.words.replace("\u00a0", " ")

    monkeypatch.setattr(ReleaseDialog, "asked", ReleaseDialog.answer)
    trigger("release")
    assert "26 Member States" in words() or "24 Member States" in words()
    if hides:
        # The disk refuses to record it.
        monkeypatch.setattr(Desk, "mark", lambda _desk, *_words: False)
        trigger("hide_room")
    stage.choose("nl")
    assert stage.window.negotiation.is_showing_room
    assert ("lidstaten" in words()) is not hides
    trigger("room")
    trigger("room")
    assert ("lidstaten" in words()) is not hides


def test_what_cannot_be_left_keeps_the_language(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    old = stage.window
    monkeypatch.setattr(MainWindow, "may_be_left", lambda _self: False)
    type_half(stage)
    stage.choose("nl")
    assert stage.window is old
    assert_half_typed(stage)
    assert language.chosen() == "en"
    assert old.menus.languages["en"].isChecked()
    old.workspace.table._entering.cancel()
    monkeypatch.undo()
    stage.choose("en")
    assert stage.window is old


def test_without_a_forum_the_invitation_is_told_anew(stage: Stage) -> None:
    stage.window.show_desk(None)
    stage.choose("nl")
    assert stage.window.desk is None
    assert stage.window.isVisible()


def test_qts_own_words_follow(stage: Stage) -> None:
    stage.choose("nl")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.buttons()[0].text().replace("&", "") == "Annuleren"
    assert buttons.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_first_language_of_the_system_that_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return ["pt-PT", "nl-BE", "en-GB"]

    class Other(System):
        def uiLanguages(self) -> list[str]:
            return ["mt-MT"]

    monkeypatch.setattr("desktop_app.views.stage.QLocale.system", System)
    assert system_language() == "nl"
    monkeypatch.setattr("desktop_app.views.stage.QLocale.system", Other)
    assert system_language() == "en"
