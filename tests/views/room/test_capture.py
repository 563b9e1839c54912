"""Captures of the desk's windows: what is asked of the system, of which windows, and when."""

import ctypes

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Classification
from desktop_app.views.capture import (
    SHOWN_TO_THE_ROOM,
    ScreenCapture,
    about_captures,
    forbid_here,
    on_macos,
    on_windows,
)
from desktop_app.views.settings import Settings


class Function:
    """A function of a library, which keeps what it was called with."""

    def __init__(self, answers: list[object]) -> None:
        self.answers, self.calls = answers, list[tuple[object, ...]]()
        self.argtypes: tuple[object, ...] = ()
        self.restype: object = ctypes.c_int

    def __call__(self, *arguments: object) -> object:
        self.calls.append(arguments)
        return self.answers.pop(0) if self.answers else 1


class Windows:
    def __init__(self, *, remote: bool, answers: list[object]) -> None:
        self.SetWindowDisplayAffinity = Function(answers)
        self.GetSystemMetrics = Function([int(remote)])


def test_windows_leaves_a_window_out_or_paints_it_black_where_it_is_too_old_for_that() -> None:
    new, old = Windows(remote=False, answers=[1]), Windows(remote=False, answers=[0, 1])
    assert on_windows(new)(7, True)
    assert new.SetWindowDisplayAffinity.calls == [(7, 0x11)]
    assert new.SetWindowDisplayAffinity.argtypes[0] is ctypes.c_void_p
    assert on_windows(old)(7, True)
    assert old.SetWindowDisplayAffinity.calls == [(7, 0x11), (7, 0x01)]
    assert on_windows(new)(7, False)
    assert new.SetWindowDisplayAffinity.calls[-1] == (7, 0x00)


def test_a_remote_session_of_windows_is_left_alone_for_the_window_would_be_blank_there() -> None:
    remote = Windows(remote=True, answers=[])
    assert not on_windows(remote)(7, True)
    assert not remote.SetWindowDisplayAffinity.calls


class Objc:
    def __init__(self, window: int | None) -> None:
        self.sel_registerName = Function([b"sel window", b"sel share"])
        self.sent = [Function([window]), Function([None])]
        self._left = list(self.sent)

    def __getitem__(self, name: str) -> Function:
        assert name == "objc_msgSend"
        return self._left.pop(0)


def test_macos_shares_a_window_with_nobody() -> None:
    objc = Objc(99)
    assert on_macos(objc)(7, True)
    assert [each.calls for each in objc.sent] == [[(7, b"sel window")], [(99, b"sel share", 0)]]
    again = Objc(99)
    assert on_macos(again)(7, False)
    assert again.sent[1].calls == [(99, b"sel share", 1)]
    assert not on_macos(Objc(None))(7, True)


def test_each_system_says_what_it_can_and_a_screen_that_is_none_can_nothing(qtbot: QtBot) -> None:
    said = [about_captures(platform) for platform in ("win32", "darwin", "linux")]
    assert ["Windows leaves" in said[0], "macOS 15" in said[1], "Linux cannot" in said[2]] == [True] * 3
    assert forbid_here() is None


@pytest.fixture
def asked() -> list[tuple[int, bool]]:
    return []


def covering(asked: list[tuple[int, bool]], settings: Settings, parent: QObject) -> ScreenCapture:
    def forbid(window: int, leave_out: bool) -> bool:
        asked.append((window, leave_out))
        return True

    return ScreenCapture(parent, settings, forbid)


def test_the_windows_of_a_forum_that_is_not_public_are_covered_and_the_rooms_is_not(
    qtbot: QtBot, asked: list[tuple[int, bool]]
) -> None:
    main, room, tip = QMainWindow(), QWidget(), QWidget()
    for window in (main, room, tip):
        qtbot.addWidget(window)
        window.show()
    dialog = QDialog(main)
    dialog.show()
    room.setProperty(SHOWN_TO_THE_ROOM, True)
    tip.hide()
    settings = Settings()
    capture = covering(asked, settings, main)
    capture.follow(Classification.PUBLIC)
    assert not asked
    capture.follow(Classification.LIMITE)
    numbers = {int(main.winId()), int(dialog.winId())}
    assert numbers <= {number for number, _out in asked}
    assert int(room.winId()) not in {number for number, _out in asked}
    asked.clear()
    capture.choose(forbidden=False)
    assert settings.capture == "no"
    assert {out for _number, out in asked} == {False}
    asked.clear()
    capture.follow(Classification.EU_RESTRICTED)
    assert not asked
    assert not capture.is_wanted
    capture.choose(forbidden=True)
    assert (settings.capture, {out for _number, out in asked}) == ("yes", {True})
    dialog.close()


def test_where_the_system_cannot_nothing_is_asked_of_it(qtbot: QtBot) -> None:
    parent = QObject()
    capture = ScreenCapture(parent, Settings(), None)
    capture.follow(Classification.LIMITE)
    assert capture.is_wanted
    assert not capture.is_possible
