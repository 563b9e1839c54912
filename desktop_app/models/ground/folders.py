"""Whether the folders of a forum can be written: its own, and the one for its backups."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.calc.sentences import full_sentence, ours, say
from desktop_app.models.errors import ForumFileError
from desktop_app.models.ground.verdicts import Verdict, note, remedy, sound
from desktop_app.models.whole_file import reason_alone

FOLDER: Final = say("Folder")
BACKUPS: Final = say("Backups")
SQLITE: Final = say("SQLite settings")


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
            say("Nothing can be written in {folder}: {reason}.", folder=str(folder), reason=ours(reason_alone(error))),
            say("Save a copy in a folder of your own and go on in the copy."),
        )
    return sound(FOLDER, say("{folder} can be written.", folder=str(folder)))


def judge_backups(backups: Path, tried: Callable[[Path], None]) -> Verdict:
    """Return whether backups can be written.

    Args:
        backups: the folder for them; made with the first one.
        tried: makes a file in a folder and removes it; raises ForumFileError where it cannot.
    """
    try:
        tried(backups if backups.exists() else backups.parent)
    except (ForumFileError, OSError) as error:
        reason = ours(reason_alone(error)) if isinstance(error, ForumFileError) else str(error)
        return remedy(
            BACKUPS,
            say("No backup can be written in {folder}: {reason}.", folder=str(backups), reason=reason),
            say("Give yourself the right to write there."),
        )
    return sound(BACKUPS, say("{folder} can be written.", folder=str(backups)))


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
        return remedy(SQLITE, full_sentence(error.what), full_sentence(error.remedy))
    named = ", ".join(f"{name} = {value}" for name, value in taken.items())
    return sound(SQLITE, say("Set and read back: {named}.", named=named))
