"""The system libraries that Qt links and does not bring along on Linux: which are missing, and how to get them.

The tables follow the libraries named in PySide6_Essentials' own binaries; a test reads those and compares. Looking is
done with the dynamic loader, without importing PySide6, whose import is what fails when one of them is missing.
"""

import contextlib
import ctypes
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from build import system_packages
from build.progress import say

#: Library → (Debian's package, Arch's package); the RPM managers install by the library's own name.
#: Needed to import QtCore, QtGui, QtWidgets and to draw without a screen.
DRAWING: Mapping[str, tuple[str, str]] = {
    "libstdc++.so.6": ("libstdc++6", "gcc-libs"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "zstd"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
}

#: Needed besides for a window on an X display.
X11: Mapping[str, tuple[str, str]] = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-glx.so.0": ("libxcb-glx0", "libxcb"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}

#: Needed besides for a window on a Wayland display.
WAYLAND: Mapping[str, tuple[str, str]] = {
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "wayland"),
}

_ALL = {**DRAWING, **X11, **WAYLAND}


def needed(environ: Mapping[str, str]) -> list[str]:
    """Return the libraries that Qt will look for with these environment variables, in the tables' order.

    Without a display the desk draws off screen and needs the first table only.
    """
    tables: list[Mapping[str, tuple[str, str]]] = [DRAWING]
    chosen = environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen in ("", "xcb") and environ.get("DISPLAY"):
        tables.append(X11)
    if chosen in ("", "wayland") and environ.get("WAYLAND_DISPLAY"):
        tables.append(WAYLAND)
    return [name for table in tables for name in table]


def is_there(library: str) -> bool:
    """Return whether the dynamic loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[str], look: Callable[[str], bool] = is_there) -> list[str]:
    """Return those of the libraries that the loader does not find."""
    return [library for library in libraries if not look(library)]


def packages_for(manager: str, libraries: Sequence[str]) -> list[str]:
    """Return the packages that hold the libraries, in this package manager's names, each once."""
    if manager == "apt":
        names = [_ALL[library][0] for library in libraries]
    elif manager == "pacman":
        names = [_ALL[library][1] for library in libraries]
    else:
        # dnf and zypper take what a package provides; the mark is for 64-bit libraries, and Qt has no others.
        names = [f"{library}()(64bit)" for library in libraries]
    return list(dict.fromkeys(names))


def ensure(environ: Mapping[str, str], tried: Path, *, again: bool) -> bool:
    """See to it that Qt finds its libraries; say what is missing, install it where that needs no question.

    Args:
        environ: the environment variables that the program will run with.
        tried: file that remembers what could not be installed, so that a start without network is not slow each time.
        again: try once more although it failed before.

    Returns:
        Whether all are there. Never raises and never waits for a password: what needs no window still works.
    """
    if not sys.platform.startswith("linux"):
        return True
    absent = missing(needed(environ))
    if not absent:
        return True
    say(f"Qt needs {len(absent)} system librar{'y' if len(absent) == 1 else 'ies'} not found here: {' '.join(absent)}")
    manager = system_packages.find_manager()
    if manager is None:
        say("going on without; install them with this system's package manager and start again")
        return False
    failed_before = tried.is_file() and tried.read_text(encoding="utf-8").split() == absent
    prefix = system_packages.privilege() if again or not failed_before else None
    if prefix is not None:
        system_packages.install(manager, packages_for(manager, absent), prefix)
        absent = missing(absent)
        if not absent:
            tried.unlink(missing_ok=True)
            return True
        with contextlib.suppress(OSError):  # where the project is not ours to write in, it is tried again each time
            tried.write_text("\n".join(absent), encoding="utf-8")
    command = system_packages.advice(manager, packages_for(manager, absent))
    say(f"going on without; this installs what is missing: {command}")
    return False
