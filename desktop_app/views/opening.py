"""Opens forum files for the window, and offers the way out where one cannot be opened."""

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.models.errors import BadInput, ForumFileError, ForumFileLocked, ForumFileUnwritable
from desktop_app.paths import resource
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, Start, free_name
from desktop_app.views.header import clock_text

if TYPE_CHECKING:
    from desktop_app.calc.forum import Forum
    from desktop_app.models.forum_file import ForumFile


READ: Final = "Open to &read"
TAKE_OVER: Final = "That computer has crashed: &take over"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open forum file; where it is open for reading only, the reason in a sentence."""

    file: "ForumFile"
    only_read: str = ""


def open_forum(parent: QWidget | None, path: Path, operator: str) -> Opened | None:
    """Open a forum for typing, or for reading where that is all that can be done; ``None`` where it stays closed."""
    from desktop_app.models.forum_file import ForumFile

    try:
        return Opened(ForumFile.open(path, operator))
    except ForumFileLocked as locked:
        return _held_elsewhere(parent, path, operator, locked)
    except ForumFileUnwritable as error:
        chosen = Message.choose(parent, f"{path.name} cannot be changed", str(error), (READ,))
        why = f"Read-only: {error.what}."
        return None if chosen is None else _to_read(parent, path, operator, why)
    except ForumFileError as error:
        return _from_backup(parent, path, operator, error)


def _held_elsewhere(parent: QWidget | None, path: Path, operator: str, locked: ForumFileLocked) -> Opened | None:
    """Name the holder; offer reading, and to take over from another computer, whose crash cannot be seen from here."""
    from desktop_app.models.forum_file import ForumFile

    elsewhere = f" on {socket.gethostname()} " not in locked.holder
    choices = (READ, TAKE_OVER) if elsewhere else (READ,)
    chosen = Message.choose(parent, f"{locked.holder} has this forum open", str(locked), choices)
    if chosen == 1:
        try:
            return Opened(ForumFile.open(path, operator, break_lock=True))
        except ForumFileError as error:
            Message.show(parent, f"{path.name} cannot be taken over", str(error))
            return None
    why = f"Read-only: {locked.holder} has this forum open for typing."
    return None if chosen is None else _to_read(parent, path, operator, why)


def _to_read(parent: QWidget | None, path: Path, operator: str, why: str) -> Opened | None:
    from desktop_app.models.forum_file import ForumFile

    try:
        return Opened(ForumFile.open(path, operator, read_only=True), why)
    except ForumFileError as error:
        return _from_backup(parent, path, operator, error)


def _from_backup(parent: QWidget | None, path: Path, operator: str, error: ForumFileError) -> Opened | None:
    """Say what is wrong; open a copy of the newest good backup where the person wants it. The file stays as it is."""
    from desktop_app.models.backup import backups_of, save_copy
    from desktop_app.models.forum_file import ForumFile

    backup = next((each for each in backups_of(path) if each.path == error.newest_backup), None)
    choices = () if backup is None else (f"Open the &backup of {clock_text(backup.made)}",)
    chosen = Message.choose(parent, f"{path.name} cannot be opened", str(error), choices)
    if chosen is None or backup is None:
        return None
    copy = free_name(path.with_stem(f"{path.stem} (backup of {backup.made.astimezone():%Y-%m-%d %H.%M})"))
    try:
        save_copy(backup.path, copy)
        return Opened(ForumFile.open(copy, operator))
    except ForumFileError as second:
        Message.show(parent, f"{backup.path.name} cannot be opened", str(second))
        return None


def make_forum(parent: QWidget | None, wanted: NewForum, operator: str) -> Opened | None:
    """Make a forum file and open it; ``None`` where that is not possible."""
    from desktop_app.models.forum_file import ForumFile

    try:
        forum = _source(wanted)
        wanted.target.parent.mkdir(parents=True, exist_ok=True)
        return Opened(ForumFile.create(wanted.target, forum, operator))
    except (BadInput, ForumFileError) as error:
        Message.show(parent, "The forum cannot be made", str(error))
    except OSError as error:
        Message.show(parent, "The forum cannot be made", f"{error.filename or wanted.target}: {error.strerror}.")
    return None


def _source(wanted: NewForum) -> "Forum":
    from desktop_app.models.interchange import read_document

    if wanted.start is Start.LAST_YEAR and wanted.source is not None:
        from desktop_app.calc.next_year import next_year
        from desktop_app.models.forum_file import read_forum

        return next_year(read_forum(wanted.source))
    path = wanted.source or resource("samples", "annual-pool-2026.json")
    return read_document(path.read_bytes())
