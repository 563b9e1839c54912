"""Whether the folders of a forum can be written: its own, and the one for its backups."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.models.errors import ForumFileError
from desktop_app.models.ground.verdicts import Verdict, note, remedy, sound

FOLDER: Final = "Folder"
BACKUPS: Final = "Backups"
SQLITE: Final = "SQLite settings"


def judge_folder(folder: Path, tried: Callable[[Path], None]) -> Verdict:
    """Return whether a forum can be written in a folder.

    Args:
        folder: of the forum.
        tried: makes a file in a folder and removes it; raises ForumFileError where it cannot.
    """
    try:
        tried(folder)
    except ForumFileError as error:
        return remedy(
            FOLDER,
            f"Nothing can be written in {folder}: {error.what.removesuffix(', nothing was written')}.",
            "Save a copy in a folder of your own and go on in the copy.",
        )
    return sound(FOLDER, f"{folder} can be written.")


def judge_backups(backups: Path, tried: Callable[[Path], None]) -> Verdict:
    """Return whether backups can be written.

    Args:
        backups: the folder for them; made with the first one.
        tried: makes a file in a folder and removes it; raises ForumFileError where it cannot.
    """
    try:
        tried(backups if backups.exists() else backups.parent)
    except (ForumFileError, OSError) as error:
        reason = error.what.removesuffix(", nothing was written") if isinstance(error, ForumFileError) else str(error)
        return remedy(
            BACKUPS, f"No backup can be written in {backups}: {reason}.", "Give yourself the right to write there."
        )
    return sound(BACKUPS, f"{backups} can be written.")


def read_only(reason: str) -> Verdict:
    """Return that nothing is written on this desk."""
    return note(FOLDER, reason)


def judge_settings(settings: Callable[[], dict[str, object]]) -> Verdict:
    """Return whether SQLite does here what safety rests on.

    Args:
        settings: opens the file as the program does, which reads every setting back; raises ForumFileError where one
            does not take.
    """
    try:
        taken = settings()
    except ForumFileError as error:
        return remedy(
            SQLITE, f"{error.what[:1].upper()}{error.what[1:]}.", f"{error.remedy[:1].upper()}{error.remedy[1:]}."
        )
    named = ", ".join(f"{name} = {value}" for name, value in taken.items())
    return sound(SQLITE, f"Set and read back: {named}.")
