"""Opens forum files for the window, and offers the way out where one cannot be opened."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.models.errors import (
    BadInput,
    Cancelled,
    ForumFileError,
    ForumFileLocked,
    ForumFileUnwritable,
    Holder,
)
from desktop_app.views.dialogs.backups import backup_text, moment_text
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, Start, free_name
from desktop_app.views.language import marked, tr, upper_first

if TYPE_CHECKING:
    from desktop_app.calc.forum import Forum
    from desktop_app.models.forum_file import ForumFile


READ: Final = marked("Open to &read")
TRY_AGAIN: Final = marked("Try &again")
TAKE_OVER: Final = marked("&Take over…")
PEN_AWAY: Final = marked("Read-only: the pen was given")
_TAKE_OVER_NOW: Final = marked("&Take over")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open forum file; where it is open for reading only, the reason in a sentence."""

    file: "ForumFile"
    only_read: str = ""


def open_forum(parent: QWidget | None, path: Path, operator: str) -> Opened | None:
    """Open a forum for typing, or for reading where that is all that can be done; ``None`` where it stays closed."""
    from desktop_app.models.forum_file import ForumFile

    try:
        _refuse_what_may_only_be_read(path)
        _bring_up_to_date(parent, path, operator)
        return _with_pen(parent, path, operator, ForumFile.open(path, operator))
    except Cancelled:
        return None
    except ForumFileLocked as locked:
        return _in_use(parent, path, operator, locked.holder)
    except ForumFileUnwritable as error:
        text = tr(
            "{sentence}\nRead it here, or save a copy elsewhere and go on in the copy.", sentence=_sentence(error)
        )
        chosen = Message.choose(parent, tr("{name} cannot be changed", name=path.name), text, (READ,))
        return None if chosen is None else _to_read(parent, path, operator, tr("Read-only: {what}.", what=error.what))
    except ForumFileError as error:
        return _from_backup(parent, path, operator, error)


def _refuse_what_may_only_be_read(path: Path) -> None:
    """Refuse a file that would open, but whose first entry could not be saved."""
    if os.path.isfile(path) and not os.access(path, os.W_OK):  # noqa: PTH113 - Path.is_file() may raise
        raise ForumFileUnwritable(str(path), tr("the file may only be read"), tr("open it for reading, or save a copy"))


def _bring_up_to_date(parent: QWidget | None, path: Path, operator: str) -> None:
    """Bring a file of an older version to the newest, which takes a while where it has a long journal.

    Raises:
        Cancelled: the person has stopped it; the file is as it was.
        ForumFileError: it cannot be opened.
    """
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.header import version_in_header
    from desktop_app.models.migrate import newest_version
    from desktop_app.views.progress import Report, run

    version = version_in_header(path)
    if version is None or not 0 < version < newest_version():
        return

    def work(report: Report) -> None:
        report.say("A backup first, then the tables; the journal goes on as it was")
        ForumFile.open(path, operator, is_stopping=report.is_stopping).close()

    run(parent, tr("Bringing {name} to the newest format", name=path.name), work)


def _in_use(parent: QWidget | None, path: Path, operator: str, holder: Holder | None) -> Opened | None:
    """Name the holder; offer reading, and to take over from another computer, whose crash cannot be seen from here."""
    if holder is None:
        text = tr("Another program is using {name} at this moment. That is often over in a second.", name=path.name)
        chosen = Message.choose(parent, tr("The file is in use"), text, (TRY_AGAIN, READ))
        if chosen == 0:
            return open_forum(parent, path, operator)
        return (
            None
            if chosen is None
            else _to_read(parent, path, operator, tr("Read-only: another program uses the file."))
        )
    text = tr("{holder} has {name} open for typing.", holder=str(holder), name=path.name)
    if holder.is_elsewhere:
        text += tr("\nIf that computer has crashed, you can take the forum over.")
    choices = (READ, TAKE_OVER) if holder.is_elsewhere else (READ,)
    chosen = Message.choose(parent, tr("The forum is open elsewhere"), text, choices)
    if chosen == 1:
        return _taken_over(parent, path, operator, holder)
    why = tr("Read-only: {holder} has this forum open for typing.", holder=str(holder))
    return None if chosen is None else _to_read(parent, path, operator, why)


def _taken_over(parent: QWidget | None, path: Path, operator: str, holder: Holder) -> Opened | None:
    from desktop_app.models.forum_file import ForumFile

    text = tr(
        "If Forum Desk still runs on {host}, what is typed there can no longer be saved. Take over only "
        "if you know that it has ended.",
        host=holder.host,
    )
    if not Message.confirm(parent, tr("Has it really ended there?"), text, _TAKE_OVER_NOW):
        return None
    try:
        return _with_pen(parent, path, operator, ForumFile.open(path, operator, break_lock=True))
    except ForumFileError as error:
        Message.show(parent, tr("The forum cannot be taken over"), _sentence(error))
        return None


def _with_pen(parent: QWidget | None, path: Path, operator: str, opened: "ForumFile") -> Opened | None:
    """Open only to read where this desk gave the pen away; take it where another desk gave it with this copy."""
    from desktop_app.models import pen

    away = pen.given(opened)
    if away is not None and pen.is_from_here(opened, away):
        opened.close()
        why = tr(
            "{pen_away} to {to} on {day}: take it to go on typing: Negotiation, Two desks.",
            pen_away=PEN_AWAY,
            to=away.to,
            day=away.day,
        )
        if away.by == operator:
            why = tr("Read-only: {away}. Take it back: Negotiation, Two desks.", away=str(away))
        return _to_read(parent, path, operator, why)
    if away is not None:
        pen.take(opened)
    return Opened(opened)


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

    title = tr("{name} cannot be opened", name=path.name)
    backup = next((each for each in backups_of(path) if each.path == error.newest_backup), None)
    if backup is None:
        Message.show(parent, title, str(error))
        return None
    text = tr(
        "{sentence} It is left as it is.\nThe newest good backup is of {backup}. What was typed "
        "after that is not in it.",
        sentence=_sentence(error),
        backup=backup_text(backup),
    )
    if (
        Message.choose(
            parent,
            title,
            text,
            (tr("Open a &copy of the backup of {moment}", moment=moment_text(backup.made_at)),),
        )
        is None
    ):
        return None
    copy = free_name(
        path.with_stem(
            tr(
                "{stem} (backup of {time})",
                stem=path.stem,
                time=f"{backup.made_at.astimezone():%Y-%m-%d %H.%M}",
            )
        )
    )
    try:
        save_copy(backup.path, copy)
        return Opened(ForumFile.open(copy, operator))
    except ForumFileError as second:
        Message.show(parent, tr("The backup cannot be opened"), str(second))
        return None


def _sentence(error: ForumFileError) -> str:
    return f"{upper_first(error.what)}."


def make_forum(parent: QWidget | None, wanted: NewForum, operator: str) -> Opened | None:
    """Make a forum file and open it; ``None`` where that is not possible."""
    from desktop_app.models.forum_file import ForumFile

    try:
        forum = _source(wanted)
        wanted.target.parent.mkdir(parents=True, exist_ok=True)
        return Opened(ForumFile.create(wanted.target, forum, operator))
    except (BadInput, ForumFileError) as error:
        Message.show(parent, tr("The forum cannot be made"), str(error))
    except OSError as error:
        Message.show(
            parent,
            tr("The forum cannot be made"),
            f"{error.filename or wanted.target}: {error.strerror}.",
        )
    return None


def _source(wanted: NewForum) -> "Forum":
    from desktop_app.calc.forum import KEY_NAMES, Key
    from desktop_app.calc.next_year import empty_forum, next_year
    from desktop_app.models.any_forum import read_any_forum, sample

    if wanted.start is Start.EMPTY:
        key = sample().key if wanted.procedure in KEY_NAMES else Key()
        return empty_forum(wanted.procedure, key)
    if wanted.source is None:
        return sample(wanted.procedure)
    forum = read_any_forum(wanted.source)
    if wanted.start is not Start.LAST_YEAR:
        return forum
    if forum.procedure is not wanted.procedure:
        what = tr("this forum follows another procedure ({value})", value=forum.procedure.value)
        raise BadInput(wanted.source.name, what, tr("choose that procedure, or another forum"))
    return next_year(forum)


def is_document(path: Path) -> bool:
    """Return whether a file holds something else than a forum file, to be read as a document."""
    from desktop_app.models.any_forum import document_in

    try:
        content = document_in(path)
    except BadInput:
        return False
    return content is not None and content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
