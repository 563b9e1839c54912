"""What can go wrong outside the program, in words for the person at the desk.

Two families: :class:`BadInput`, something that was handed in cannot be a forum, and
:class:`ForumFileError`, a forum file cannot be read, written or trusted. Both say where, what and what
to do, in one to three lines. Anything else that is raised is a fault of the program.
"""

import socket
from dataclasses import dataclass
from pathlib import Path

from desktop_app.calc.sentences import capitalised, ours, say


class ExplainedError(Exception):
    """An error that says where it is, what is wrong and what to do.

    Attributes:
        where: key path, sheet and cell, byte or file name.
        what: what is wrong, a clause without a full stop.
        remedy: what to do, a clause without a full stop.
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        """Keep the three parts; ``str()`` of the error puts them together."""
        super().__init__(where, what, remedy)
        self.where = where
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        """Return two lines: where and what, then the remedy."""
        return say(
            "{where}: {what}.\n{remedy}.", where=self.where, what=ours(self.what), remedy=capitalised(ours(self.remedy))
        )


class Cancelled(Exception):
    """Somebody asked for the work to stop; nothing is left half done."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("stopped when asked to")


class BadInput(ExplainedError):
    """What was handed in (a document, a table, a change) cannot be a forum."""


class ForumFileError(ExplainedError):
    """A forum file cannot be read, written or trusted; it is as it was before.

    Attributes:
        newest_backup: the newest good backup beside the file, where there is one.
    """

    def __init__(self, where: str, what: str, remedy: str, newest_backup: Path | None = None) -> None:
        """Keep the parts and the backup that the window offers."""
        super().__init__(where, what, remedy)
        self.newest_backup = newest_backup

    def __str__(self) -> str:
        """Return two lines, or three where a good backup can be named."""
        text = super().__str__()
        if self.newest_backup is None:
            return text
        return say("{text}\nNewest good backup: {path}", text=text, path=str(self.newest_backup))


class NotAForumFile(ForumFileError):
    """Not SQLite, or the database of another program, or a schema that no forum file has."""


class NewerForumFile(ForumFileError):
    """Written by a newer version of the program."""


class DamagedForumFile(ForumFileError):
    """A forum file whose pages, rows or journal do not hold together."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a file for writing, as far as that is known.

    Attributes:
        operator: the name given to the program; empty where it is not known.
        host: the machine; empty where it is not known.
        pid: the process; 0 where it is not known.
    """

    operator: str
    host: str
    pid: int

    def __str__(self) -> str:
        """Return for example ``"Ana Silva on forum-1 (process 4711)"``."""
        return say(
            "{operator} on {host} (process {pid})",
            operator=self.operator or say("somebody"),
            host=self.host or say("an unknown machine"),
            pid=str(self.pid),
        )

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is known to be on another machine, where a crash cannot be seen from here."""
        return self.host not in {"", socket.gethostname()}


class ForumFileLocked(ForumFileError):
    """Another desk holds the file for writing, or another program is using it.

    Attributes:
        holder: the desk; ``None`` where SQLite says only that the file is in use.
    """

    def __init__(self, where: str, what: str, remedy: str, holder: Holder | None = None) -> None:
        """Keep the parts and the holder."""
        super().__init__(where, what, remedy)
        self.holder = holder


class ForumFileUnwritable(ForumFileError):
    """The disk, the folder or the file cannot be written; nothing was changed."""


class ForumFileExists(ForumFileError):
    """A file of that name exists already, and a new one must not replace it."""
