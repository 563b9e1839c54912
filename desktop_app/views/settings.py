"""What the program remembers of a person between two starts: never anything of a forum itself.

One small JSON file in the local (not roaming) configuration folder. A damaged or missing file means the
defaults, so that no start ever fails on it.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from desktop_app.models.errors import BadInput
from desktop_app.models.whole_file import write_whole

HOME_VARIABLE: Final = "FORUM_DESK_HOME"
"""Names one folder for settings and forums together, instead of the person's own folders."""
_MOST_RECENT: Final = 8
SAMPLE_NAME: Final = "Annual Solidarity Pool for 2026 (public sources).forum"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program keeps things.

    Attributes:
        settings: the settings file.
        forums: the folder that new forums are put in unless the person says otherwise.
    """

    settings: Path
    forums: Path

    @property
    def sample(self) -> Path:
        """Where the copy of the built-in forum goes."""
        return self.forums / SAMPLE_NAME


def places_of_user() -> Places:
    """Return the person's folders on this system, or those under ``FORUM_DESK_HOME``."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Places(Path(home) / "settings.json", Path(home) / "Forums")
    import platformdirs

    settings = platformdirs.user_config_path("Forum Desk", appauthor=False, roaming=False) / "settings.json"
    # Local data, not the documents folder: that one is often redirected to a server or a synchronised
    # folder, which is no place for a database.
    forums = platformdirs.user_data_path("Forum Desk", appauthor=False, roaming=False) / "Forums"
    return Places(settings, forums)


@dataclass(slots=True)
class Settings:
    """The remembered choices; :meth:`save` writes them.

    Attributes:
        file: where they are kept; ``None`` keeps them in memory only.
        last_forum: the forum shown last.
        recent: forums shown before, the latest first.
        operator: who sits at the desk, for the journal.
        theme: ``system``, ``light`` or ``dark``.
        zoom: percent.
        geometry: Qt's saved geometry of the main window, base 64.
        splitters: sizes by splitter.
        hidden_panels: names of panels that are not shown.
    """

    file: Path | None = None
    last_forum: str = ""
    recent: list[str] = field(default_factory=list)
    operator: str = ""
    theme: str = "system"
    zoom: int = 100
    geometry: str = ""
    splitters: dict[str, list[int]] = field(default_factory=dict)
    hidden_panels: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, file: Path) -> "Settings":
        """Read the settings; what is missing or makes no sense is the default."""
        settings = cls(file)
        try:
            found = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            return settings
        if isinstance(found, dict):
            for name, value in found.items():
                if name in _KINDS and _is_sound(name, value):
                    setattr(settings, name, value)
        return settings

    def save(self) -> None:
        """Write the settings whole or not at all; a folder that cannot be written is no reason to stop."""
        if self.file is None:
            return
        content = {name: value for name, value in asdict(self).items() if name in _KINDS}
        with contextlib.suppress(OSError, BadInput):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, json.dumps(content, indent=1, ensure_ascii=False).encode())

    def remember_forum(self, path: Path) -> None:
        """Put a forum first in the list of recent ones."""
        name = str(path)
        self.last_forum = name
        self.recent = [name, *(other for other in self.recent if other != name)][:_MOST_RECENT]

    def recent_forums(self) -> list[Path]:
        """Return the recent forums that are still there."""
        return [Path(name) for name in self.recent if Path(name).is_file()]


_KINDS: Final[dict[str, type]] = {
    each.name: type(getattr(Settings(), each.name)) for each in fields(Settings) if each.name != "file"
}


def _is_sound(name: str, value: Any) -> bool:  # whatever the file holds
    if type(value) is not _KINDS[name]:
        return False
    match value:
        case dict():
            return all(isinstance(sizes, list) and all(type(size) is int for size in sizes) for sizes in value.values())
        case list():
            return all(isinstance(each, str) for each in value)
        case int():
            return 50 <= value <= 300
        case _:
            return True
