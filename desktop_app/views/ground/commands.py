"""When the ground is looked at, and where what was found is said."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.calc.sentences import say
from desktop_app.places import Places
from desktop_app.views.banner import Banner
from desktop_app.views.language import shown, tr

if TYPE_CHECKING:
    from desktop_app.models.ground import Ground
    from desktop_app.views.main_window import MainWindow

GROUND: Final = say("Ground check")
"""Name of the work beside the window."""
_AFTER_OPENING: Final = 1200
"""Milliseconds after a forum is shown: first it is there, then it can be typed in, then it is backed up."""


class GroundCommands(QObject):
    """Looks at the ground for one main window.

    Attributes:
        banner: says what needs a remedy; hidden while nothing does.
        found: what was found last; ``None`` before.
    """

    def __init__(self, window: "MainWindow", places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._dismissed: set[str] = set()
        self.found: Ground | None = None
        self.banner = Banner("warn")
        self.banner.add_button(tr("Ground &check…"), self.show)
        self.banner.add_button(tr("Not no&w"), self.dismiss)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_OPENING)
        self._later.timeout.connect(self.check)

    def look_later(self) -> None:
        """Look at the ground of the forum that is shown now, once the window stands."""
        self.banner.hide()
        self._later.start()

    def check(self) -> None:
        """Look at the ground, beside the window."""
        worker = self._window.worker
        worker.start(GROUND, self.looking(lambda: worker.is_stopping))

    def looking(self, is_stopping: Callable[[], bool]) -> Callable[[], "Ground"]:
        """Return the work that looks at the ground of what is open now; it touches neither window nor desk."""
        desk = self._window.desk
        if desk is None:
            return _Look(self._places.forums, None, False, None, is_stopping)
        path = desk.file.path
        return _Look(path.parent, path, not desk.file.is_read_only, desk.file.saved_at, is_stopping)

    def take(self, result: "Ground | Exception") -> None:
        """Say what was found, or why nothing was."""
        if isinstance(result, Exception):
            self._say(shown(str(result)).splitlines()[0] if str(result) else type(result).__name__, alarming=True)
            return
        self.found = result
        line = tr(result.line())
        if result.is_sound:
            self.banner.hide()
            self._say(line)
            return
        topics = ", ".join(dict.fromkeys(tr(each.topic) for each in result.remedies))
        # Without a forum there is no band: the line has to say it all.
        has_band = self._window.desk is not None
        self._say(f"{tr(GROUND)}: {topics}" if has_band else line, alarming=not has_band)
        if line not in self._dismissed:
            self.banner.say(line)

    def _say(self, text: str, *, alarming: bool = False) -> None:
        said, alarm = self._window.files.say_beside(GROUND, text, alarming=alarming)
        self._window.show_background(said, alarming=alarm)

    def dismiss(self) -> None:
        """Hide the band until something else is wrong, or the program starts again."""
        self._dismissed.add(self.banner.text)
        self.banner.hide()
        self._window.workspace.table.setFocus()

    def show(self) -> None:
        """Show everything that was found; look first where nothing was looked at yet."""
        from desktop_app.views.ground.dialog import GroundDialog

        GroundDialog.show_ground(self._window, self.found, self.looking, self.take)


class _Look:
    """One look at the ground: plain values, for a thread of its own."""

    def __init__(
        self,
        folder: Path,
        path: Path | None,
        write: bool,
        last_entry: datetime | None,
        is_stopping: Callable[[], bool],
    ) -> None:
        self._folder, self._path, self._write = folder, path, write
        self._last_entry, self._is_stopping = last_entry, is_stopping

    def __call__(self) -> "Ground":
        """Look."""
        from desktop_app.models.ground import ground_check

        return ground_check(
            self._folder,
            path=self._path,
            write=self._write,
            last_entry=self._last_entry,
            is_stopping=self._is_stopping,
        )
