"""Writing a file whole or not at all: what stands there before stays until the new bytes are on the disk."""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import Final

from desktop_app.models.errors import BadInput

_NEW_FILE_MODE: Final = 0o666
"""Less what the user's umask takes off, as for any file that a program makes."""

_BINARY: Final = getattr(os, "O_BINARY", 0)

_REASONS: Final = {
    errno.EACCES: ("this place must not be written to", "choose another folder, or ask for the right to write"),
    errno.EPERM: ("this place must not be written to", "choose another folder, or ask for the right to write"),
    errno.EROFS: ("the disk can only be read", "choose a folder on another disk"),
    errno.ENOSPC: ("the disk is full", "make room, or choose a folder on another disk"),
    errno.EDQUOT: ("the disk space that you may use is used up", "make room, or choose a folder on another disk"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter name"),
}


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing what stands there in one step once the bytes are on the disk.

    A symbolic link stays one: what it points to is replaced. A new file gets the rights that the user's
    programs give; one that is replaced keeps its own.

    Raises:
        BadInput: the file cannot be written; what stood there stands there still.
    """
    target = Path(os.path.realpath(path))
    _refuse_impossible(path, target)
    temporary = target.with_name(f".forum-desk-{secrets.token_hex(6)}.tmp")
    try:
        _write_through(temporary, data)
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    _flush_folder(target.parent)


def cannot_write(path: Path, error: OSError) -> BadInput:
    """Return the refusal that explains why a file could not be written."""
    reason = error.strerror.lower() if error.strerror else "it cannot be written"
    what, remedy = _REASONS.get(error.errno or 0, (reason, "choose another place"))
    return BadInput(str(path), f"{what}, nothing was written", remedy)


def _refuse_impossible(path: Path, target: Path) -> None:
    if target.is_dir():
        raise BadInput(str(path), "this is a folder", "name a file in it")
    if not target.parent.is_dir():
        raise BadInput(str(path), f"there is no folder {target.parent}", "make the folder first, or choose another")
    if target.exists() and not target.is_file():
        raise BadInput(str(path), "this is no ordinary file", "choose another name")
    if target.exists() and not os.access(target, os.W_OK):
        raise BadInput(str(path), "this file must not be changed", "choose another name, or allow writing to it")


def _write_through(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _NEW_FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    # The new name is safe when its folder is on the disk too. Windows opens no folders and keeps names itself.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
