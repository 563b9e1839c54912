"""Where the room display comes up, what its keys do, and that nothing comes up on the laptop by itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.room import Choice, Content, RoomSheet, room_sheet
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.views.room.projector import Screens
from desktop_app.views.room.window import RoomWindow
from desktop_app.views.settings import Settings
from tests.calc.room.forums import STAMP

TWO_SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {
            "name": "laptop",
            "x": 0,
            "y": 0,
            "width": 1366,
            "height": 768,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
        {
            "name": "hall",
            "x": 1366,
            "y": 0,
            "width": 1920,
            "height": 1080,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
    ],
}
ON_TWO_SCREENS = """
from PySide6.QtWidgets import QApplication, QWidget
from desktop_app.views.room.projector import Screens
from desktop_app.views.room.window import RoomWindow
from desktop_app.views.settings import Settings

app = QApplication([])
desk = QWidget()
desk.show()
laptop = desk.screen()
room = RoomWindow("Forum", Screens(), Settings())

def told():
    app.processEvents()
    fills = room.isVisible() and room.isFullScreen()
    return f"{room.isVisible():d}{fills:d}{room.is_waiting:d} {'laptop' if room.screen() is laptop else 'hall'}"

room.open_beside(desk)
said = [told()]
hall = room.screen()
app.screenRemoved.emit(laptop)
said.append(told())
app.screenRemoved.emit(hall)
said.append(told())
app.screenAdded.emit(laptop)
said.append(told())
app.screenAdded.emit(hall)
said.append(told())
room.windowHandle().screenChanged.emit(laptop)
said.append(told())
app.screenAdded.emit(hall)
room.leave_full_screen()
app.screenAdded.emit(hall)
said.append(told())
room.fill_screen()
said.append(told())
room.close()
app.screenAdded.emit(hall)
said.append(told())
print("|".join(said))
"""


def test_on_two_screens_it_fills_the_projector_and_waits_for_it_when_it_is_gone(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS))
    done = subprocess.run(
        [sys.executable, "-c", ON_TWO_SCREENS],
        env={"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip().split("|") == [
        "110 hall",
        # Another screen goes: no matter.
        "110 hall",
        # The projector goes: so does the window, and it waits; the laptop's own screen is no projector.
        "001 hall",
        "001 hall",
        "110 hall",
        # The system moves it to the laptop's screen: it goes.
        "001 hall",
        # Taken out of full screen by hand, it follows no projector.
        "100 hall",
        "110 hall",
        "000 hall",
    ], done.stderr


@pytest.fixture(scope="module")
def sheet() -> RoomSheet:
    forum = read_document(resource("samples", "annual-pool-2026.json").read_bytes())
    return room_sheet(assess(forum), Choice("Pool", (Content.TOTALS, Content.TABLE)), STAMP)


@pytest.fixture
def settings() -> Settings:
    return Settings(room_zoom=125)


@pytest.fixture
def room(qtbot: QtBot, settings: Settings) -> RoomWindow:
    window = RoomWindow("High-Level Forum", Screens(), settings)
    qtbot.addWidget(window)
    return window


def test_with_one_screen_it_is_a_window_like_any_other(qtbot: QtBot, room: RoomWindow, sheet: RoomSheet) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    room.show_sheet(sheet)
    assert not room.isVisible()
    with qtbot.waitSignal(room.shown_or_hidden):
        room.open_beside(desk)
    assert (room.isVisible(), room.isFullScreen(), room.is_open) == (True, False, True)
    # The screen of the desk is never filled, also when asked.
    room.fill_screen()
    room.leave_full_screen()
    assert not room.isFullScreen()
    assert QRect(desk.screen().geometry()).contains(room.geometry().center())
    assert Screens().projector(desk) is None
    assert room.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    with qtbot.waitSignal(room.shown_or_hidden):
        room.close()
    assert not room.is_open


def test_a_mirror_of_the_desks_screen_is_no_projector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)

    class Screen:
        def __init__(self, geometry: QRect) -> None:
            self._geometry = geometry

        def geometry(self) -> QRect:
            return self._geometry

    mirror, beside = Screen(desk.screen().geometry()), Screen(QRect(5_000, 0, 640, 480))
    screens = Screens()
    own = QGuiApplication.screens()
    monkeypatch.setattr(screens, "every", lambda: [*own, mirror, beside])
    found: QScreen | None = screens.projector(desk)
    assert found is beside  # type: ignore[comparison-overlap]  # stands for a screen


def test_keys_turn_pages_enlarge_and_change_colours(
    qtbot: QtBot, room: RoomWindow, sheet: RoomSheet, settings: Settings
) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    room.show_sheet(sheet)
    room.open_beside(desk)
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    surface = room.surface
    assert (surface.zoom, len(surface.pages) > 1, room.turns_by_itself) == (125, True, True)
    room._turn_by_itself()
    assert surface.place == 1

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(room, key, modifier)

    press(Qt.Key.Key_PageUp)
    assert (surface.place, room.turns_by_itself) == (0, False)
    press(Qt.Key.Key_End)
    assert surface.place == len(surface.pages) - 1
    press(Qt.Key.Key_Right)
    assert surface.place == len(surface.pages) - 1
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Space)
    assert surface.place == 1
    press(Qt.Key.Key_A)
    assert room.turns_by_itself
    with qtbot.waitSignal(room.chosen):
        press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (settings.room_zoom, surface.zoom) == (150, 150)
    press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert settings.room_zoom == 100
    press(Qt.Key.Key_D)
    assert (settings.room_dark, surface.is_dark) == (True, True)
    for key, signal in ((Qt.Key.Key_F12, room.hiding_wanted), (Qt.Key.Key_F1, room.help_wanted)):
        with qtbot.waitSignal(signal):
            press(key)
    assert surface.accessibleName().startswith("Pool")
    press(Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    assert not room.isVisible()
    assert not room.turns_by_itself


def test_its_menu_names_every_key(room: RoomWindow) -> None:
    actions = room.menu().actions()
    letters = [action.text()[action.text().index("&") + 1].lower() for action in actions]
    assert len(set(letters)) == len(letters) == 14
    assert all(action.shortcut().toString() for action in actions)
