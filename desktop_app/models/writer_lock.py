"""One writer: a lock file beside the forum file, which names who holds it.

SQLite's own locks last as long as one transaction; this one lasts as long as the file is open for writing.
A holder that crashed locks nobody out: the lock of a process that is gone from this machine is taken over,
and one from another machine can be broken by hand (``break_lock``), which never succeeds against a holder
that is alive and seen by the file system.
"""

import json
import os
import socket
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from desktop_app.calc.sentences import say
from desktop_app.models.errors import ForumFileLocked, ForumFileUnwritable, Holder
from desktop_app.models.whole_file import explained, new_file

_PROBE_BYTES: Final = 4_096
"""One block of a disk: less may find room where nothing else does."""

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile


def lock_path(path: Path) -> Path:
    """Return the lock file's name."""
    return path.with_name(f"{path.name}.lock")


def holder_path(path: Path) -> Path:
    """Return the name of the file that says who holds the lock; the lock file itself is QLockFile's."""
    return path.with_name(f"{path.name}.holder")


class WriterLock:
    """The lock of one forum file; held from :meth:`take` until :meth:`release`."""

    def __init__(self, path: Path, lock: "QLockFile") -> None:
        """Keep what :meth:`take` made."""
        self._path = path
        self._lock = lock

    @classmethod
    def take(cls, path: Path, operator: str, *, break_lock: bool = False) -> Self:
        """Take the lock.

        Args:
            path: the forum file.
            operator: who works here.
            break_lock: remove the lock of another machine that crashed, after the user has said so.

        Raises:
            ForumFileLocked: another desk, or this program, holds it.
            ForumFileUnwritable: no file can be made in the folder.
        """
        lock = _lock_file(path)
        # Age says nothing: a meeting lasts for hours. A holder is gone when its process is.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            cls._second_try(path, lock, break_lock=break_lock)
        taken = cls(path, lock)
        taken._say_who(operator)
        return taken

    @classmethod
    def _second_try(cls, path: Path, lock: "QLockFile", *, break_lock: bool) -> None:
        if lock.error() is not type(lock).LockError.LockFailedError:
            _explain(path)
            raise ForumFileUnwritable(
                str(path),
                say("the folder cannot be written"),
                say("open the file for reading, or save a copy elsewhere and go on in the copy"),
            )
        # A lock file that a crash left half written names nobody; the file system knows whether it is held.
        names_nobody = _process_and_host(lock)[0] == 0
        if (break_lock or names_nobody) and lock.removeStaleLockFile() and lock.tryLock(0):
            return
        holder = holder_of(path)
        raise ForumFileLocked(
            str(path),
            say("{holder} has the file open for writing", holder=str(holder)),
            say("open it for reading, or close it there first"),
            holder,
        )

    def _say_who(self, operator: str) -> None:
        holder = Holder(operator, socket.gethostname(), os.getpid())
        try:
            holder_path(self._path).write_text(json.dumps(asdict(holder)), encoding="utf-8")
        except OSError:
            # The lock is held; that nobody can read by whom is no reason to stop.
            holder_path(self._path).unlink(missing_ok=True)

    def release(self) -> None:
        """Give the lock back; again is no error."""
        if self._lock.isLocked():
            holder_path(self._path).unlink(missing_ok=True)
            self._lock.unlock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


def holder_of(path: Path) -> Holder:
    """Return who holds the lock of a forum file, as far as that is known."""
    pid, host = _process_and_host(_lock_file(path))
    try:
        said = json.loads(holder_path(path).read_text(encoding="utf-8"))
        holder = Holder(str(said["operator"]), str(said["host"]), int(said["pid"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Holder("", host, pid)
    # What a former holder left behind says nothing about this one.
    return holder if holder.pid == pid else Holder("", host, pid)


def _explain(path: Path) -> None:
    """Do what the lock could not: the system says of its own files why, such as that the disk is full.

    Raises:
        ForumFileUnwritable: no file can be made and filled in the folder.
    """
    with explained(path), new_file(path.parent) as made:
        made.write_bytes(b"\0" * _PROBE_BYTES)


def _lock_file(path: Path) -> "QLockFile":
    from PySide6.QtCore import QLockFile

    return QLockFile(str(lock_path(path)))


def _process_and_host(lock: "QLockFile") -> tuple[int, str]:
    """Return process and machine that a lock file names; 0 and nothing where it names none."""
    pid, host, _program = lock.getLockInfo()
    return pid, host
