"""Where the program keeps what is a person's: settings, forums, reports; and who that person is.

A leaf that the window and the commands share, so that both look in one place.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HOME_VARIABLE: Final = "FORUM_DESK_HOME"
"""Names one folder for settings, forums and reports together, instead of the person's own folders."""
SAMPLE_NAME: Final = "Annual Solidarity Pool for 2026 (public sources).forum"
RESCUE_SAMPLE_NAME: Final = "Search and rescue 2027 (invented figures).forum"
PRESSURE_SAMPLE_NAME: Final = "Migratory pressure 2027 (invented figures).forum"
VOLUNTARY_SAMPLE_NAME: Final = "Voluntary solidarity 2027 (invented figures).forum"


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

    @property
    def rescue_sample(self) -> Path:
        """Where the copy of the built-in, invented forum on search and rescue goes."""
        return self.forums / RESCUE_SAMPLE_NAME

    @property
    def pressure_sample(self) -> Path:
        """Where the copy of the built-in, invented forum on migratory pressure goes."""
        return self.forums / PRESSURE_SAMPLE_NAME

    @property
    def voluntary_sample(self) -> Path:
        """Where the copy of the built-in, invented forum on voluntary solidarity goes."""
        return self.forums / VOLUNTARY_SAMPLE_NAME


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


def reports_folder() -> Path:
    """Return the folder for reports of faults."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "Logs"
    import platformdirs

    return platformdirs.user_log_path("Forum Desk", appauthor=False)


def terms_folder() -> Path:
    """Return the folder for terms that somebody signed off on this computer; they go before those of the program."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "Terms"
    import platformdirs

    return platformdirs.user_data_path("Forum Desk", appauthor=False, roaming=False) / "Terms"


def remembered(settings: Path) -> dict[str, Any]:
    """Return what stands in a settings file, judged by nobody yet; nothing where it is missing or damaged."""
    try:
        found = json.loads(settings.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def login_name() -> str:
    """Return the name of the person's account, or ``"unknown"``."""
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "unknown"


def operator_of_user() -> str:
    """Return who sits at the desk: the name given to the window once, else the name of the account."""
    said = remembered(places_of_user().settings).get("operator")
    return said if isinstance(said, str) and said else login_name()
