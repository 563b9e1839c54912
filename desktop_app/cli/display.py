"""Whether a window can be shown here at all; asked before Qt is, because Qt ends the process where it cannot."""

import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_NEEDS_A_DISPLAY: Final = ("", "xcb", "wayland")
"""Begin the names of Qt's platforms that draw on a display; others, such as ``offscreen``, do without."""

_X11_SOCKETS: Final = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server puts its sockets
_PATIENCE: Final = 2.0


def missing_display(environment: Mapping[str, str], system: str = sys.platform) -> str | None:
    """Return why no window can be shown, or ``None`` where one can.

    Args:
        environment: variables of the process.
        system: as ``sys.platform`` names it; only where windows go through X11 or Wayland can a display be missing.
    """
    if system in {"win32", "darwin"}:
        return None
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform and not platform.startswith(_NEEDS_A_DISPLAY[1:]):
        return None
    wayland, x11 = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    if not wayland and not x11:
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if wayland and _answers(str(Path(environment.get("XDG_RUNTIME_DIR", ""), wayland))):
        return None
    if x11 and _x11_answers(x11):
        return None
    return f"the display {x11 or wayland} does not answer"


def _x11_answers(display: str) -> bool:
    host, _colon, numbers = display.rpartition(":")
    if host not in {"", "unix"}:
        # Of another machine, or of a macOS-like launcher: Qt will tell.
        return True
    name = str(_X11_SOCKETS / f"X{numbers.partition('.')[0]}")
    return _answers(name) or _answers(f"\0{name}")


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.settimeout(_PATIENCE)
        try:
            caller.connect(address)
        except (OSError, ValueError):
            return False
        return True
