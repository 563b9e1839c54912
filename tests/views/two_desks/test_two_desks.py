"""Two desks with one forum, by keyboard on real files: the pen handed on and taken, copies compared and merged."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.models import forum_file as forum_file_module
from desktop_app.models import pen
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.three_way import Side
from desktop_app.models.verify import verify
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.main_window import MainWindow
from desktop_app.views.two_desks.merge_dialog import MergeDialog
from desktop_app.views.two_desks.pen_dialog import GivePenDialog

Messages = list[tuple[str, str, tuple[str, ...]]]


def _pledge(code: str, value: int) -> RecordPledge:
    return RecordPledge(code, PledgeColumn.RELOCATIONS, value)


def _desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def _do(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()


@pytest.fixture
def at_desk(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sit down at a laptop of that name."""

    def sit(name: str) -> None:
        monkeypatch.setattr(forum_file_module, "_DESK", name)

    sit("forum-1")
    return sit


@pytest.fixture
def other(window: MainWindow, at_desk: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that was made before, chosen whenever another copy is asked for."""
    path = _desk(window).file.path
    copy = path.with_name("Pool of forum-2.forum")
    shutil.copyfile(path, copy)
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: copy)
    return copy


def _typed_there(other: Path, at_desk: Callable[[str], None], *values: tuple[str, int]) -> None:
    at_desk("forum-2")
    with ForumFile.open(other, "Bo Berg") as there:
        for code, value in values:
            there.apply(_pledge(code, value))
    at_desk("forum-1")


def test_the_pen_is_given_and_taken(
    window: MainWindow,
    messages: Messages,
    at_desk: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    _desk(window).apply(_pledge("LV", 10))
    path, copy = _desk(window).file.path, tmp_path / "for Bo.forum"
    proposed: list[str] = []

    def ask(dialog: GivePenDialog) -> str:
        dialog.accept()
        dialog.name.input.setText("Bo: forum/2")
        dialog.accept()
        assert dialog.result() == 1
        return dialog.answer()

    def to_write(_parent: object, _title: str, named: Path, _kinds: str) -> Path:
        proposed.append(named.name)
        return copy

    monkeypatch.setattr(GivePenDialog, "asked", ask)
    monkeypatch.setattr(Files, "to_write", to_write)
    _do(window, "give_pen")
    assert proposed == ["Pool for Bo  forum 2.forum"]
    assert not messages
    # Here it is open to be read, and the window says why and what to do.
    assert _desk(window).file.is_read_only
    assert "the pen was given to Bo: forum/2 by Ana Silva on" in window.banner.text
    assert "Take it back: Negotiation, Two desks" in window.banner.text
    assert not window.menus.actions["give_pen"].isEnabled()
    # At the other desk it opens for typing, and the history shows where it changed hands.
    at_desk("forum-2")
    window.files.open_path(copy)
    assert not _desk(window).file.is_read_only
    assert [each.moment.title for each in pen.hands(_desk(window).file)] == [
        "Pen given to Bo: forum/2",
        "Pen taken by Ana Silva",
    ]
    assert not window.menus.actions["take_pen"].isEnabled()
    # Back here, taking it is an act that is asked about.
    at_desk("forum-1")
    window.files.open_path(path)
    assert _desk(window).file.is_read_only
    asked: list[str] = []
    monkeypatch.setattr(Message, "confirm", lambda _parent, title, _text, _choice: asked.append(title))
    _do(window, "take_pen")
    window.files.take_over()
    assert asked == ["Take the pen back?"] * 2
    assert window.menus.actions["take_pen"].isEnabled()
    assert _desk(window).file.is_read_only
    monkeypatch.setattr(Message, "confirm", lambda *_arguments: True)
    _do(window, "take_pen")
    assert not _desk(window).file.is_read_only
    assert pen.hands(_desk(window).file)[-1].moment.title == "Pen taken back from Bo: forum/2"
    assert _desk(window).apply(_pledge("LV", 11))
    assert verify(path).is_sound


def _read_below(dialog: MergeDialog) -> None:
    """The history of the current cell is below the table; on a heading a letter is for all, or says why not."""
    dialog.cells.setCurrentCell(2, 0)
    lines = dialog.history.toPlainText().splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == ["Ours:", "Theirs:", "Theirs:"]
    assert lines[2].endswith("Latvia: relocations 20 (Bo Berg)")
    dialog.cells.setCurrentCell(4, 0)
    QTest.keyClick(dialog.cells, Qt.Key.Key_T)
    assert dialog.history.toPlainText().startswith("Nothing to choose here")
    dialog.cells.setCurrentCell(0, 0)
    assert dialog.history.toPlainText().endswith("for all cells below this heading.")
    QTest.keyClick(dialog.cells, Qt.Key.Key_T)
    assert dialog.choices == {0: Side.THEIRS, 1: Side.THEIRS}
    QTest.keyClick(dialog.cells, Qt.Key.Key_O)
    dialog.choices.clear()
    dialog.cells.setCurrentCell(1, 0)


def test_copies_that_parted_are_merged_by_keyboard(
    window: MainWindow,
    qtbot: QtBot,
    messages: Messages,
    other: Path,
    at_desk: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = _desk(window)
    desk.apply(_pledge("LV", 10))
    desk.apply(_pledge("FI", 33))
    _typed_there(other, at_desk, ("LV", 20), ("LV", 21), ("SE", 40), ("EE", 4))
    desk.apply(_pledge("EE", 5))
    before, content = desk.file.state_hash, other.read_bytes()
    shown: dict[str, Any] = {}

    def ask(dialog: MergeDialog) -> tuple[dict[int, Side], str | None] | None:
        with qtbot.waitExposed(dialog):
            dialog.show()
        shown["lines"] = [line.copied.split("\t") for line in dialog.cells.lines]
        shown["about"] = dialog.cells.lines[2].cells[3].about
        shown["enabled"] = [dialog.accept_button.isEnabled()]
        shown["problem"] = dialog.problem.text()
        assert dialog.focusWidget() is dialog.cells
        _read_below(dialog)
        QTest.keyClick(dialog.cells, Qt.Key.Key_O)
        shown["enabled"].append(dialog.accept_button.isEnabled())
        QTest.keyClick(dialog.cells, Qt.Key.Key_T)
        shown["enabled"].append(dialog.accept_button.isEnabled())
        dialog.reason.put("put together")
        QTest.keyClick(dialog.cells, Qt.Key.Key_Return)
        assert dialog.result() == 1
        return dialog.answer()

    monkeypatch.setattr(MergeDialog, "asked", ask)
    _do(window, "merge")
    assert not messages
    lines = shown["lines"]
    assert [line[0] for line in lines] == [
        "Changed on both sides",
        "Estonia, relocations",
        "Latvia, relocations",
        "Changed only there",
        "Sweden, relocations",
        "Changed only here",
        "Finland, relocations",
    ]
    estonia, latvia, sweden, finland = lines[1], lines[2], lines[4], lines[6]
    assert estonia[2].startswith("5 Ana Silva, ")
    assert estonia[3].startswith("4 Bo Berg, ")
    assert estonia[4] == latvia[4] == "choose: O or T"
    assert latvia[3].startswith("21 Bo Berg, ")
    # The whole history of a cell is in its tooltip too, the newest first.
    assert [line.split("  ")[1] for line in shown["about"].splitlines()] == [
        "Latvia: relocations 21 (Bo Berg)",
        "Latvia: relocations 20 (Bo Berg)",
    ]
    assert (sweden[4], finland[4]) == ("theirs", "ours")
    assert sweden[2] == sweden[1]
    assert shown["enabled"] == [False, False, True]
    assert shown["problem"].startswith("2 still to choose")
    relocations = {code: desk.file.forum.state(code).pledge.relocations for code in ("EE", "LV", "SE", "FI")}
    assert relocations == {"EE": 5, "LV": 21, "SE": 40, "FI": 33}
    (step,) = desk.file.steps(1)
    assert (step.merges, step.reason) == ("forum-2", "put together")
    assert other.read_bytes() == content
    window.undo()
    assert desk.file.state_hash == before


def test_what_is_ahead_is_taken_over_or_opened(
    window: MainWindow,
    messages: Messages,
    other: Path,
    at_desk: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = _desk(window).file.path
    _do(window, "merge")
    assert messages.pop()[0] == "The same"
    _typed_there(other, at_desk, ("LV", 20), ("SE", 40))
    _do(window, "merge")
    title, text, choices = messages.pop()
    assert (title, choices) == ("The other copy is ahead", ("&Take its 2 entries over", "&Open the other copy"))
    assert "2 entries more" in text
    monkeypatch.setattr(Message, "choose", lambda *_arguments: 0)
    _do(window, "merge")
    assert _desk(window).file.path == path
    assert not _desk(window).file.is_read_only
    assert _desk(window).file.seq == 3
    assert _desk(window).assessment.forum.state("SE").pledge.relocations == 40
    assert verify(path).is_sound
    said: list[str] = []
    monkeypatch.setattr(Message, "show", lambda _parent, title, _text: said.append(title))
    _desk(window).apply(_pledge("LV", 1))
    _do(window, "merge")
    assert said == ["This copy is ahead"]
    window.files.open_path(other)
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: path)
    monkeypatch.setattr(Message, "choose", lambda *_arguments: 1)
    _do(window, "merge")
    assert _desk(window).file.path == path
    # Both go on, and what is here is kept: merged all the same, and told as merged at either desk.
    _typed_there(other, at_desk, ("LV", 2))

    def keep_ours(dialog: MergeDialog) -> tuple[dict[int, Side], str | None]:
        dialog.choose_all(Side.OURS)
        assert dialog.problem.text().startswith("No figure changes")
        dialog.accept_button.click()
        return dialog.answer()

    monkeypatch.setattr(MergeDialog, "asked", keep_ours)
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: other)
    _do(window, "merge")
    assert "is merged, no figure changed" in window.statusBar().currentMessage()
    assert _desk(window).assessment.forum.state("LV").pledge.relocations == 1
    _do(window, "merge")
    assert said.pop() == "Merged already"
    window.files.open_path(other)
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: path)
    monkeypatch.setattr(Message, "choose", lambda *_arguments: 0)
    _do(window, "merge")
    assert _desk(window).file.path == path


def test_what_is_no_copy_is_told_in_one_line(
    window: MainWindow, other: Path, at_desk: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(Message, "show", lambda _parent, title, text: said.append((title, text)))
    other.write_bytes(b"no forum at all")
    _do(window, "merge")
    assert "this is not a forum file" in said.pop()[1]
    other.unlink()
    ForumFile.create(other, _desk(window).file.forum, "Bo").close()
    _do(window, "merge")
    assert said.pop()[0] == "Another forum"
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: None)
    _do(window, "merge")
    assert not said
    # A copy that parted from one that is open here to be read: not merged.
    path = _desk(window).file.path
    shutil.copyfile(path, tmp_path / "third.forum")
    _typed_there(tmp_path / "third.forum", at_desk, ("LV", 3))
    pen.give(_desk(window).file, "Bo", tmp_path / "copy.forum")
    window.show_desk(None)
    window.files.open_path(path)
    monkeypatch.setattr(Files, "to_open", lambda *_arguments: tmp_path / "third.forum")
    _do(window, "merge")
    assert "merge where the pen is" in said.pop()[1]
