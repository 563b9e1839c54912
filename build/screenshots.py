"""Takes pictures of every window from the real program, off screen.

The forum is a fresh copy of the built-in one. Each scale is a process of its own, as Qt reads it once at start.

Usage::

    python build/screenshots.py [FOLDER]     # every window, light and dark, at 100, 125 and 200 %
    python build/screenshots.py --readme     # resources/screenshots/main-window.png, the picture in README.md
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "build" / "out" / "screenshots"
README_PICTURE: Final = ROOT / "resources" / "screenshots" / "main-window.png"
SCREENS: Final = {100: (1366, 768), 125: (1536, 864), 200: (960, 540)}
"""Room that a screen of 1366 × 768 (100 %) or 1920 × 1080 (125 and 200 %) gives, device-independent pixels."""
README_SIZE: Final = (1440, 860)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.views.main_window import MainWindow

Show = Callable[["MainWindow"], "QWidget"]


def main(arguments: list[str]) -> int:
    """Take the pictures asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--readme", action="store_true", help="only the picture in README.md")
    parser.add_argument("--scale", type=int, choices=SCREENS, help="only this scale, in percent")
    asked = parser.parse_args(arguments)
    if asked.readme:
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        return _in_process_of_its_own(150, "readme", README_PICTURE)
    asked.folder.mkdir(parents=True, exist_ok=True)
    scales = [asked.scale] if asked.scale else list(SCREENS)
    return max(_in_process_of_its_own(scale, "all", asked.folder) for scale in scales)


def _in_process_of_its_own(scale: int, what: str, target: Path) -> int:
    with tempfile.TemporaryDirectory() as home:
        environ = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": f"{scale / 100:g}",
            "FORUM_DESK_HOME": home,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, __file__, "--child", what, str(target), str(scale)]
        return subprocess.run(command, env=environ, check=False).returncode


def child(what: str, target: Path, scale: int) -> int:
    """Take pictures in this process, whose scale is set."""
    from desktop_app.places import places_of_user
    from desktop_app.views.application import make_application
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.settings import Settings
    from desktop_app.views.theme import Scheme

    application = make_application(["screenshots"])
    window = MainWindow(Settings(operator="Ana Silva"), places_of_user())
    window.files.start(None)
    window.show()
    if what == "readme":
        window.choose_theme(Scheme.LIGHT)
        window.resize(*README_SIZE)
        _take(_entering(window), target)
    else:
        window.resize(*SCREENS[scale])
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            window.choose_theme(scheme)
            for name, show in _shows():
                _take(show(window), target / f"{name}-{scheme.value}-{scale}.png")
                _back(window)
    window.close()
    window.deleteLater()
    application.processEvents()
    return 0


def _take(widget: "QWidget", path: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop_app.views.why import WhyPanel

    for panel in widget.findChildren(WhyPanel):
        panel.settle()
    for _turn in range(3):  # a layout settles in more than one turn of the event loop
        QApplication.processEvents()
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    print(path)


def _back(window: "MainWindow") -> None:
    """Close what a picture opened, and go back to the first cell."""
    from PySide6.QtWidgets import QApplication, QDialog

    for dialog in window.findChildren(QDialog):
        dialog.close()
        dialog.deleteLater()
    window.files.close_previews()
    window.banner.hide()
    window.table.go_to("BE", "relocations")
    QApplication.processEvents()


def _shows() -> Iterator[tuple[str, Show]]:
    yield "main", _entering
    yield "why", _why
    yield "read-only", _read_only
    yield "not-saved", _not_saved
    yield "annex-draft", lambda window: _preview(window, final=False)
    yield "annex-refused", lambda window: _preview(window, final=True)
    yield from _dialogs()


def _entering(window: "MainWindow") -> "QWidget":
    """Show an entry before Enter: half of Belgium's fair share."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window.table.go_to("BE", "fair_share_relocations")
    QApplication.processEvents()
    window.table.go_to("BE", "relocations")
    QTest.keyClicks(QApplication.focusWidget() or window.table, "50%")
    window.why.ask("share_percent", "BE")
    return window


def _why(window: "MainWindow") -> "QWidget":
    window.table.go_to("BE", "share")
    window.rows.setSizes([200, 500])
    return window


def _read_only(window: "MainWindow") -> "QWidget":
    from desktop_app.views.header import SavedMark

    window.rows.setSizes([400, 300])
    window.banner.say("Read-only: Jean Dupont on forum-2 (process 4711) has this forum open for typing.")
    mark: SavedMark = window.header.saved_mark
    if window.desk is not None:
        mark.show_read_only(window.desk.file.saved_at)
    return window


def _not_saved(window: "MainWindow") -> "QWidget":
    if window.desk is not None:
        window.desk.failed.emit("Pool.forum: the disk is full.\nMake room, then type it again.")
    return window


def _preview(window: "MainWindow", *, final: bool) -> "QWidget":
    from desktop_app.views.preview.window import AnnexPreview

    window.header.saved_mark.show_saved(None)
    window.menus.actions["preview"].trigger()
    preview = window.findChildren(AnnexPreview)[-1]
    if final:
        preview.final.trigger()
    return preview


def _dialogs() -> Iterator[tuple[str, Show]]:
    from datetime import UTC, datetime, timedelta

    from PySide6.QtWidgets import QComboBox

    from desktop_app.calc.assess import assess
    from desktop_app.calc.forum import Forum
    from desktop_app.models.backup import Backup
    from desktop_app.views.dialogs.about import PageDialog, about_text
    from desktop_app.views.dialogs.backups import BackupsDialog
    from desktop_app.views.dialogs.messages import Message
    from desktop_app.views.dialogs.new_forum import NewForumDialog
    from desktop_app.views.dialogs.operator import OperatorDialog
    from desktop_app.views.dialogs.readings import ReadingsDialog
    from desktop_app.views.empty import NoForum
    from desktop_app.views.menus import keyboard_page
    from desktop_app.views.opening import READ, TAKE_OVER

    forums = Path.home() / "Forums"
    made = datetime(2025, 11, 27, 15, 40, 12, tzinfo=UTC)
    backups = [
        Backup(forums / f"Pool {hours}.forum", made - timedelta(hours=hours), 1240 - 35 * hours, "Ana Silva")
        for hours in range(6)
    ]
    manual = ROOT / "resources" / "help" / "manual.md"

    def shown(widget: "QWidget") -> "QWidget":
        widget.show()
        return widget

    def readings(window: "MainWindow") -> "QWidget":
        dialog = ReadingsDialog(window, assess(Forum()) if window.desk is None else window.desk.assessment)
        rounding = dialog.fields["rounding"]
        if isinstance(rounding, QComboBox):
            rounding.setCurrentIndex(1)
        return shown(dialog)

    def held(window: "MainWindow") -> "QWidget":
        text = "Jean Dupont on forum-2 (process 4711) has Pool.forum open for typing.\nIf that computer has crashed, …"
        return shown(Message.box(window, "The forum is open elsewhere", text, (READ, TAKE_OVER)))

    def missing(_window: "MainWindow") -> "QWidget":
        empty.say_missing("/media/stick/Annual Solidarity Pool for 2026.forum")
        empty.resize(640, 360)
        return shown(empty)

    yield "operator", lambda window: shown(OperatorDialog(window, ""))
    yield "new-forum", lambda window: shown(NewForumDialog(window, forums, forums / "Pool.forum"))
    yield "backups", lambda window: shown(BackupsDialog(window, forums / "Pool backups", backups, 1240))
    yield "readings", readings
    yield "about", lambda window: shown(PageDialog(window, "About", about_text()))
    yield "manual", lambda window: shown(PageDialog(window, "Manual", manual.read_text("utf-8")))
    yield "keyboard", lambda window: shown(PageDialog(window, "Keyboard", keyboard_page()))
    empty = NoForum()
    yield "held-elsewhere", held
    yield "no-forum", lambda _window: shown(empty)
    yield "forum-missing", missing


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.exit(child(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])))
    sys.exit(main(sys.argv[1:]))
