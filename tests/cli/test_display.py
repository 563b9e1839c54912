"""Whether a window can be shown is known before Qt is asked."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import display
from desktop_app.cli.display import missing_display


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_one(system: str) -> None:
    assert missing_display({}, system) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:fontengine=freetype", "vnc;xcb"])
def test_platforms_that_need_none(platform: str) -> None:
    assert missing_display({"QT_QPA_PLATFORM": platform}, "linux") is None


@pytest.mark.parametrize("platform", ["", "xcb", "wayland", "wayland-egl", "xcb;offscreen"])
def test_none_is_named(platform: str) -> None:
    reason = missing_display({"QT_QPA_PLATFORM": platform}, "linux")
    assert reason == "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Path]:
    """The path of a socket that answers."""
    path = tmp_path / "X7"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(path))
        listener.listen()
        yield path


def test_a_server_that_answers(server: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_X11_SOCKETS", server.parent)
    assert missing_display({"DISPLAY": ":7"}, "linux") is None
    assert missing_display({"DISPLAY": "unix:7.0"}, "linux") is None
    assert missing_display({"DISPLAY": ":8"}, "linux") == "the display :8 does not answer"
    assert missing_display({"WAYLAND_DISPLAY": "X7", "XDG_RUNTIME_DIR": str(server.parent)}, "linux") is None
    assert missing_display({"WAYLAND_DISPLAY": str(server)}, "linux") is None
    assert missing_display({"WAYLAND_DISPLAY": "wayland-9"}, "linux") == "the display wayland-9 does not answer"
    assert missing_display({"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":7"}, "linux") is None


def test_a_display_of_another_machine_is_taken_at_its_word() -> None:
    assert missing_display({"DISPLAY": "desk.example:10.0"}, "linux") is None


def test_a_name_that_no_socket_can_have(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "x" * 300, "XDG_RUNTIME_DIR": str(tmp_path)}
    assert missing_display(environment, "linux") is not None
