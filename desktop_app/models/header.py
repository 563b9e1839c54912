"""The first hundred bytes of a file, read before SQLite touches it.

Whoever sends a forum file decides what is in it. The header tells, without running anything, whether the
file is SQLite, a forum file, of a version we know, whole, and in the journal mode that forum files have.

On POSIX, closing any descriptor of a file drops all locks that the process holds on it, SQLite's too.
So files that this process has open through SQLite are registered here, and their header, which was read
when they were opened, is not read again.
"""

import os
import stat
import struct
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final, NamedTuple, TypeVar

from desktop_app.calc.sentences import say
from desktop_app.models.errors import DamagedForumFile, ForumFileError, NewerForumFile, NotAForumFile

APPLICATION_ID: Final = 0x4644736B
"""``FDsk`` in the header of every forum file."""

_MAGIC: Final = b"SQLite format 3\0"
_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
"""Begins a rollback journal; ends one that names a file of its own ("super-journal")."""
_HEADER_BYTES: Final = 100
_ROLLBACK_JOURNAL: Final = b"\1\1"
_T = TypeVar("_T")


class FileIdentity(NamedTuple):
    """What tells one file from another, whatever its name."""

    device: int
    inode: int


_open_files: Counter[FileIdentity] = Counter()
_registry: Final = RLock()


def identity(path: Path) -> FileIdentity | None:
    """Return the identity of the file at ``path``, or ``None`` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileIdentity(found.st_dev, found.st_ino)


def stamp(path: Path) -> object:
    """Return what changes when somebody writes the file or puts another in its place; ``None`` without a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


@contextmanager
def registered(path: Path) -> Iterator[FileIdentity | None]:
    """Register a file as open through SQLite for as long as the context lasts."""
    with _registry:
        file = identity(path)
        if file is not None:
            _open_files[file] += 1
    try:
        yield file
    finally:
        with _registry:
            if file is not None:
                _open_files[file] -= 1


def without_sqlite(path: Path, read: Callable[[Path], _T]) -> _T | None:
    """Call ``read`` with the file, unless this process has it open through SQLite.

    Nothing in this process opens the file through SQLite while ``read`` runs.
    """
    with _registry:
        file = identity(path)
        return None if file is not None and _open_files[file] > 0 else read(path)


def check_header(path: Path, newest_version: int) -> None:
    """Refuse what is not a forum file that this program can read; read nothing but the header.

    Args:
        path: the file.
        newest_version: the newest schema that this program knows.

    Raises:
        NotAForumFile: no file, not SQLite, or of another program.
        NewerForumFile: written by a newer version of the program.
        DamagedForumFile: cut short, or not as a forum file is kept.
        ForumFileError: it cannot be read, or not without what lies beside it.
    """
    content = without_sqlite(path, _read_header)
    if content is not None:
        _check(path, *content, newest_version)


def version_in_header(path: Path) -> int | None:
    """Return the version that a file says it has; ``None`` where it says none, or is open in this process.

    Raises:
        ForumFileError: it cannot be read.
    """
    content = without_sqlite(path, _read_header)
    if content is None or len(content[0]) < _HEADER_BYTES:
        return None
    (version,) = struct.unpack(">I", content[0][60:64])
    return int(version)


def real_path(path: Path) -> Path:
    """Return the file's own name: one file has one lock and one folder of backups, whatever links lead to it."""
    return path.resolve()


def journal_of(path: Path) -> Path:
    """Return the name of the rollback journal that SQLite keeps beside a file while it writes."""
    return path.with_name(f"{path.name}-journal")


def _read_header(path: Path) -> tuple[bytes, int]:
    try:
        kind = path.stat().st_mode
        # What is opened must have an end: a pipe would wait for ever.
        if not stat.S_ISREG(kind):
            what = "this is a folder" if stat.S_ISDIR(kind) else "this is no ordinary file"
            raise NotAForumFile(str(path), what, say("name a forum file"))
        _refuse_foreign_journal(path)
        _refuse_write_ahead_log(path)
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES), path.stat().st_size
    except FileNotFoundError as error:
        raise NotAForumFile(str(path), say("there is no such file"), say("check the name and the folder")) from error
    except OSError as error:
        raise ForumFileError(
            str(path),
            say("the file cannot be read ({strerror})", strerror=str(error.strerror)),
            say("check that you may read it, and the disk"),
        ) from error


def _refuse_foreign_journal(path: Path) -> None:
    """Refuse a journal that names another file: SQLite would delete that file after taking back the transaction.

    SQLite names one where a transaction goes over several databases, which never happens here.
    """
    journal = journal_of(path)
    if not journal.exists():
        return
    end = _JOURNAL_MAGIC
    if journal.is_file():
        with journal.open("rb") as file:
            file.seek(max(0, journal.stat().st_size - len(_JOURNAL_MAGIC)))
            end = file.read()
    if end == _JOURNAL_MAGIC:
        raise DamagedForumFile(
            str(path),
            say("the journal beside it, {name}, is not one of a forum file", name=journal.name),
            say("do not trust these files; restore a backup"),
        )


def _refuse_write_ahead_log(path: Path) -> None:
    """Refuse a write-ahead log: SQLite would take what stands in it for part of the file, whatever mode that is in.

    No forum file ever has one.
    """
    log = path.with_name(f"{path.name}-wal")
    if os.path.lexists(log):
        raise ForumFileError(
            str(path),
            say("beside it lies {name}, the log of another program, which would change what is read", name=log.name),
            say("move {name} to another folder, then open the forum again", name=log.name),
        )


def _check(path: Path, header: bytes, size: int, newest_version: int) -> None:
    where = str(path)
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        what = say("the file is empty") if not header else say("this is not a forum file")
        raise NotAForumFile(where, what, say("choose a file that Forum Desk made, or a backup of it"))
    (pages,) = struct.unpack(">I", header[28:32])
    version, application = struct.unpack(">I4xI", header[60:72])
    if application != APPLICATION_ID:
        raise NotAForumFile(
            where, say("this is the database of another program"), say("choose a file that Forum Desk made")
        )
    if version > newest_version:
        raise NewerForumFile(
            where,
            say(
                "a newer Forum Desk wrote this file (format {version}; this program knows {newest_version})",
                version=version,
                newest_version=newest_version,
            ),
            say("open it with the newer program; it was not touched"),
        )
    if version == 0:
        raise DamagedForumFile(where, say("the file does not say its version"), say("restore a backup"))
    if header[18:20] != _ROLLBACK_JOURNAL:
        raise DamagedForumFile(
            where, say("another program has put the file into a journal mode of its own"), say("restore a backup")
        )
    page_size = struct.unpack(">H", header[16:18])[0]
    page_size = 65_536 if page_size == 1 else page_size
    if size < pages * page_size and not journal_of(path).exists():
        raise DamagedForumFile(
            where,
            say("the file is cut short: {size} bytes of {number}", size=size, number=pages * page_size),
            say("restore a backup"),
        )
