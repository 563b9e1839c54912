"""Takes the pictures of one scale, in a process of its own: ``python -m build.pictures.taking TARGET SCALE WORD``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from build.pictures import scenes
from build.pictures.procedure_scenes import SCENERIES
from desktop_app.calc.forum import Procedure
from desktop_app.places import places_of_user
from desktop_app.views.application import make_application
from desktop_app.views.dialogs.files import Files
from desktop_app.views.empty import NoForum
from desktop_app.views.main_window import MainWindow
from desktop_app.views.menus import COMMANDS
from desktop_app.views.preview.printing import Printers
from desktop_app.views.settings import Settings
from desktop_app.views.theme import Scheme
from desktop_app.views.why import WhyPanel

if TYPE_CHECKING:
    from collections.abc import Callable

SCREENS: Final = {100: (1366, 768), 125: (1536, 864), 200: (960, 540)}
"""Room that a screen of 1366 × 768 (100 %) or 1920 × 1080 (125 and 200 %) gives, device-independent pixels."""
README_SIZE: Final = (1440, 860)
README: Final = "readme"
_NO_WINDOW: Final = frozenset(
    {"close", "quit", "undo", "redo", "copy", "copy_headers", "refresh", "take_over", "next_panel", "previous_panel"}
)
"""Commands that open nothing to look at."""


class Camera:
    """Takes the pictures of one forum in one scheme.

    Attributes:
        window: the main window.
        procedure: which one's forum is open.
        taken: how many pictures there are.
    """

    def __init__(
        self, window: MainWindow, folder: Path, suffix: str, only: str, procedure: Procedure = Procedure.ANNUAL_POOL
    ) -> None:
        self.window = window
        self.procedure = procedure
        self.taken = 0
        self._folder, self._suffix, self._only = folder, suffix, only
        self._name = ""
        self._shown: set[QWidget] = set()
        self._written: set[Path] = set()

    def wants(self, name: str) -> bool:
        """Tell whether pictures of this name are asked for."""
        return self._only in name

    def picture(self, name: str, show: "Callable[[MainWindow], QWidget | None]") -> None:
        """Let a scene show something, picture every window that it opens, and put all away again."""
        if not self.wants(name):
            return
        self._name, self._shown = name, set(_windows())
        before = self.taken
        shown = show(self.window)
        scenes.settle()
        opened = [each for each in _windows() if each not in self._shown]
        if shown is not None:
            self.take(shown)
        for each in opened:
            if each is not shown:
                self.take(each)
        if self.taken == before:
            self.take(self.window)
        self.put_away()

    def executed(self, dialog: QDialog) -> int:
        """Stand in for :meth:`QDialog.exec`: show the dialog, picture it, and cancel it."""
        dialog.show()
        scenes.prepare(self._name, dialog)
        self.take(dialog)
        self._shown.add(dialog)
        dialog.close()
        return 0

    def take(self, widget: QWidget) -> None:
        """Write the picture of a widget."""
        for panel in widget.findChildren(WhyPanel):
            panel.settle()
        scenes.settle()
        number = next(each for each in ("", "-2", "-3", "-4") if self._path(each) not in self._written)
        path = self._path(number)
        self._written.add(path)
        if not widget.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        self.taken += 1
        print(path)

    def put_away(self) -> None:
        """Close what a picture opened, and go back to the first cell."""
        self.window.files.close_previews()
        for widget in _windows():
            if widget is not self.window:
                widget.close()
                # Other windows are the program's own affair: it may show them again.
                if isinstance(widget, QDialog | NoForum):
                    widget.deleteLater()
        # What is to be deleted waits for an event loop that ends; here none does.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.procedure in SCENERIES:
            SCENERIES[self.procedure].reset(self.window)
        else:
            scenes.reset(self.window)

    def _path(self, number: str) -> Path:
        return self._folder / f"{self._name}{number}-{self._suffix}.png"


def _windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]


def main(target: Path, scale: int, only: str) -> int:
    """Take every picture of one scale; return the exit status."""
    application = make_application(["screenshots"])
    window = MainWindow(Settings(operator="Ana Silva", tour_offered=True), places_of_user())
    window.files.start(None)
    window.show()
    if only == README:
        window.choose_theme(Scheme.LIGHT)
        window.resize(*README_SIZE)
        camera = Camera(window, target.parent, README, README)
        camera.take(scenes.entering(window))
        (target.parent / f"-{README}.png").replace(target)
    else:
        window.resize(*SCREENS[scale])
        scenes.fill(window)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            window.choose_theme(scheme)
            for procedure in Procedure:
                window.files.open_sample(procedure)
                window.statusBar().clearMessage()
                scenes.settle()
                _take_all(Camera(window, target, f"{scheme.value}-{scale}", only, procedure))
    window.close()
    window.deleteLater()
    application.processEvents()
    return 0


def _take_all(camera: Camera) -> None:
    # Pictured instead of waited for; a plain function, so that the dialog is handed over.
    QDialog.exec = lambda dialog: camera.executed(dialog)  # type: ignore[method-assign]  # noqa: PLW0108
    # The system's own dialogs: nothing of ours to look at.
    for owner, name, stand_in in (
        (Files, "to_open", scenes.file_to_open),
        (Files, "to_write", scenes.nothing),
        (Printers, "ask", scenes.nothing),
    ):
        setattr(owner, name, classmethod(stand_in))
    scenery = SCENERIES.get(camera.procedure)
    if scenery is None:
        prefix, shown, scene = "", scenes.SCENES, scenes.triggered
    else:
        prefix, shown, scene = scenery.prefix, scenery.scenes, scenery.command
    for name, show in shown:
        camera.picture(f"{prefix}{name}", show)
    for command in COMMANDS:
        if command.name not in _NO_WINDOW and camera.procedure in command.procedures:
            camera.picture(f"{prefix}command-{command.name}", scene(command.name))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
