"""Looking at the ground: the disk, folders, versions, fonts and clock of this computer. Nothing is judged here."""

import importlib.metadata
import json
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, Final

from desktop_app.models import whole_file
from desktop_app.models.database import Database
from desktop_app.models.ground.clock import Clock
from desktop_app.models.ground.disk import Disk
from desktop_app.paths import resource

PACKAGES: Final = ("PySide6_Essentials", "SQLAlchemy", "reportlab", "pandas", "openpyxl", "pypdfium2", "highspy")
_BLOCK_DEVICES: Final = Path("/sys/class/block")
_LOCAL_TIME: Final = Path("/etc/localtime")
_WINDOWS_REMOVABLE: Final = 2
_WINDOWS_REMOTE: Final = 4
_MOST_LISTED: Final = 2_000


@dataclass(frozen=True)
class Probes:
    """Everything that looks; each part can be put in another's place, so that every verdict can be tried.

    Attributes:
        system: as ``sys.platform`` names it.
    """

    system: str = sys.platform

    def disk(self, folder: Path) -> Disk:
        """Return what the system says of the disk that a folder lies on."""
        # Qt knows the file systems of all three systems; QtCore needs no display.
        from PySide6.QtCore import QStorageInfo

        storage = QStorageInfo(str(folder))
        if not storage.isValid():
            return Disk()
        root, device = storage.rootPath(), bytes(storage.device().data()).decode(errors="replace")
        kind = drive_type(root) if self.system == "win32" else None
        return Disk(
            bytes(storage.fileSystemType().data()).decode(errors="replace").lower(),
            root,
            None if kind is None else kind == _WINDOWS_REMOTE,
            self._is_removable(root, device, kind),
            storage.isReadOnly(),
            storage.bytesAvailable() if storage.bytesAvailable() >= 0 else None,
        )

    def _is_removable(self, root: str, device: str, kind: int | None) -> bool | None:
        if self.system == "win32":
            return None if kind is None else kind == _WINDOWS_REMOVABLE
        if self.system == "darwin":
            # The disk of the system is at the root; others appear there, sticks and disk images among them.
            return root.startswith("/Volumes/")
        return linux_removable(PurePath(device).name)

    def listed(self, folder: PurePath) -> Collection[str]:
        """Return names in a folder; nothing where it cannot be looked into, no more than a few thousand."""
        try:
            with os.scandir(folder) as entries:
                return [entry.name for entry, _number in zip(entries, range(_MOST_LISTED), strict=False)]
        except OSError:
            return ()

    def environment(self) -> Mapping[str, str]:
        """Return the variables of the process."""
        return os.environ

    def tried(self, folder: Path) -> None:
        """Make a file in a folder and remove it.

        Raises:
            ForumFileUnwritable: that is not possible.
        """
        with whole_file.new_file(folder):
            pass

    def size(self, path: Path) -> int:
        """Return the bytes of a file; 0 where there is none."""
        try:
            return path.stat().st_size
        except OSError:
            return 0

    def settings(self, path: Path | None, *, write: bool) -> dict[str, object]:
        """Open a file as the program does and return what SQLite was told and said back.

        Args:
            path: the forum file; ``None`` tries a file of its own.
            write: as for typing, or as for reading.

        Raises:
            ForumFileError: a setting did not take, or the file cannot be opened.
        """
        if path is not None:
            with closing(Database(path, write=write)) as database:
                return database.settings
        with tempfile.TemporaryDirectory(prefix="forum-desk-") as folder:
            tried = Path(folder) / "tried.forum"
            tried.touch()
            with closing(Database(tried, write=True)) as database:
                return database.settings

    def versions(self) -> dict[str, str | None]:
        """Return the versions of what the program runs on."""
        import pyexpat

        return {
            "Python": platform.python_version(),
            "SQLite": sqlite3.sqlite_version,
            "Expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
            **{name: _version(name) for name in PACKAGES},
        }

    def fonts(self) -> dict[str, bytes | None]:
        """Return the content of the program's fonts; ``None`` for one that cannot be read."""
        return {path.stem: _content(path) for path in resource("fonts").glob("*.ttf")}

    def words(self) -> dict[str, list[str]]:
        """Return every text of every language that documents are offered in."""
        found: dict[str, list[str]] = {}
        for path in sorted(resource("terms").glob("*.json")):
            held = json.loads(path.read_text("utf-8"))["terms"]
            found[path.stem] = [term["text"] for term in held.values()]
        # What the window alone says is drawn with the system's fonts where ours have no sign.
        for path in sorted(resource("sentences").glob("*/calc.json")):
            found.setdefault(path.parent.name, []).extend(json.loads(path.read_text("utf-8")).values())
        return found

    def clock(self) -> Clock:
        """Return what the clock says."""
        known = self.system in {"win32", "darwin"} or "TZ" in os.environ or _LOCAL_TIME.exists()
        return Clock(datetime.now().astimezone(), known or time.timezone != 0)


def drive_type(root: str) -> int | None:
    """Return what Windows says a drive is; ``None`` on other systems."""
    import ctypes

    windows: Any = getattr(ctypes, "windll", None)
    return None if windows is None else int(windows.kernel32.GetDriveTypeW(root.replace("/", "\\")))


def linux_removable(device: str, devices: Path = _BLOCK_DEVICES) -> bool | None:
    """Return whether Linux calls a disk removable, or connects it by USB; ``None`` where it is no disk.

    Args:
        device: its name, such as ``sdb1``.
        devices: where the system lists them.
    """
    try:
        found = (devices / device).resolve(strict=True) if device else None
        if found is None:
            return None
        disk = found if (found / "removable").exists() else found.parent
        return (disk / "removable").read_text("ascii").strip() == "1" or "usb" in "".join(found.parts[:-1])
    except OSError:
        return None


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
