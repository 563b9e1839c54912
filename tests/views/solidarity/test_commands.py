"""The commands on groups, incentives and log in the main window: what they open, what follows the desk."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.forum import Forum
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.help.pages import page
from desktop_app.views.main_window import MainWindow
from desktop_app.views.solidarity import SolidarityCommands
from desktop_app.views.solidarity.incentives_window import IncentivesWindow
from desktop_app.views.solidarity.records import help_topic
from tests.views.solidarity.small import RECORD, forum, voluntary


@pytest.fixture(autouse=True)
def _no_cell_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the table's cell unexplained: these windows ask for figures of their own."""
    monkeypatch.setattr(MainWindow, "explain_cell", lambda *_cell: None)


def opened(make_window: Callable[[], MainWindow], path: Path, found: Forum) -> MainWindow:
    ForumFile.create(path, found, "Ana Silva").close()
    window = make_window()
    window.files.open_path(path)
    return window


def test_the_commands_in_the_main_window(
    make_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(make_window, tmp_path / "Pressure.forum", forum())
    commands = SolidarityCommands(window)
    for name, do in commands.commands().items():
        do()
        qtbot.waitUntil(commands.shown[name].isActiveWindow)
    desk = window.desk
    assert desk is not None
    assert list(commands.shown) == ["sponsorship_groups", "relocation_groups", "incentives", "log"]
    groups = commands.shown["sponsorship_groups"]
    assert len(groups.shown) == 4
    # What is typed elsewhere is seen here a moment later; undo works from here.
    assert desk.apply(SetSolidarity(replace(RECORD, sponsorship_groups=RECORD.sponsorship_groups[:1]), "Test"))
    qtbot.waitUntil(lambda: len(groups.shown) == 2)
    groups.act("undo")
    qtbot.waitUntil(lambda: len(groups.shown) == 4)
    groups.act("redo")
    asked: list[object] = []
    monkeypatch.setattr(window.why, "ask", lambda *question: asked.append(question))
    money = commands.shown["incentives"]
    assert isinstance(money, IncentivesWindow)
    window.menus.actions["why"].setChecked(False)
    money.go_to_state("FR")
    money.act("why")
    assert asked == [("incentive", "FR")]
    assert window.menus.actions["why"].isChecked()
    assert not money.isVisible()
    window.menus.actions["readings"].triggered.disconnect()
    window.menus.actions["readings"].triggered.connect(lambda: asked.append("readings"))
    commands.shown["relocation_groups"].act("readings")
    assert asked[1:] == ["readings"]
    commands.set_zoom(150)
    assert commands.may_close()
    commands.show_desk(desk)
    assert groups.isVisible()
    commands.show_desk(None)
    assert [each.isVisible() for each in commands.shown.values()] == [False] * 4
    assert groups.desk is None


def test_they_have_their_place_in_the_menus_of_both_procedures_and_in_no_other(
    make_window: Callable[[], MainWindow], tmp_path: Path, sample: Forum
) -> None:
    window = opened(make_window, tmp_path / "Platform.forum", voluntary())
    for name in ("sponsorship_groups", "relocation_groups", "incentives", "log"):
        assert window.menus.actions[name].isVisible()
        window.menus.actions[name].trigger()
    titles = {each.windowTitle().partition(" – ")[0] for each in QApplication.topLevelWidgets() if each.isVisible()}
    assert titles >= {"Return sponsorship", "Relocations under way", "Financial incentives", "Log of coordination"}
    commands = SolidarityCommands(opened(make_window, tmp_path / "Pool.forum", sample))
    commands.open("log")
    assert not commands.shown


def test_the_manual_tells_of_each() -> None:
    for found in (forum(), voluntary()):
        for heading in ("Return sponsorship", "Relocations under way", "Incentives", "Log of coordination"):
            name, there = help_topic(found.procedure, heading)
            assert there in page(name).headings
