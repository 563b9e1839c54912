"""What the program remembers of a person between two starts: never anything of a forum itself.

One small JSON file in the local (not roaming) configuration folder. A damaged or missing file means the
defaults, so that no start ever fails on it.
"""

import contextlib
import json
import os
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from desktop_app.models.errors import BadInput
from desktop_app.models.whole_file import write_whole
from desktop_app.places import remembered

_MOST_RECENT: Final = 8


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
        state_panel: whether the Member State panel is shown.
        tour_offered: whether the tour was offered, and taken or refused.
        language: of the documents; empty as the window has it.
        window_language: of the window; empty as the system has it.
        page: page setup, words by name; see :class:`desktop_app.views.preview.setup.PageSetup`.
        coverage_order: order of the bars in the picture of coverage.
        coverage_scale: what their lengths mean.
        coverage_pledged: whether they are gross or net of granted deductions.
        columns: keys of the columns of the pledge table, from left to right; empty for those shown at first.
        room_contents: what was last shown to the room, by name.
        room_zoom: of the room display, percent.
        room_dark: whether the room display is white on black.
        capture: whether captures of the desk's windows are forbidden: ``yes``, ``no``, or empty as the marking asks.
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
    state_panel: bool = False
    columns: list[str] = field(default_factory=list)
    coverage_order: str = "gap"
    coverage_scale: str = "fair_share"
    coverage_pledged: str = "gross"
    tour_offered: bool = False
    language: str = ""
    window_language: str = ""
    page: dict[str, str] = field(default_factory=dict)
    room_contents: list[str] = field(default_factory=list)
    room_zoom: int = 100
    room_dark: bool = False
    capture: str = ""

    @classmethod
    def load(cls, file: Path) -> "Settings":
        """Read the settings; what is missing or makes no sense is the default."""
        settings = cls(file)
        for name, value in remembered(file).items():
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

    def document_language(self, offered: Collection[str], spoken: str) -> str:
        """Return the language of a document: the one chosen last, at first that of the window; else English.

        Args:
            offered: the languages that the document can be made in.
            spoken: the language of the window.
        """
        wanted = self.language or spoken
        return wanted if wanted in offered else "en"

    def recent_forums(self) -> list[Path]:
        """Return the recent forums that are still there."""
        # Not Path.is_file(): it raises where a folder on the way may not be looked into.
        return [Path(name) for name in self.recent if os.path.isfile(name)]  # noqa: PTH113


_KINDS: Final[dict[str, type]] = {
    each.name: type(getattr(Settings(), each.name)) for each in fields(Settings) if each.name != "file"
}


def _is_sound(name: str, value: Any) -> bool:  # whatever the file holds
    if type(value) is not _KINDS[name]:
        return False
    match value:
        case dict() if name == "page":
            return all(isinstance(word, str) for word in value.values())
        case dict():
            return all(isinstance(sizes, list) and all(type(size) is int for size in sizes) for sizes in value.values())
        case list():
            return all(isinstance(each, str) for each in value)
        case int() if not isinstance(value, bool):
            return 50 <= value <= 300
        case _:
            return True
