"""Files that appear whole or not at all, and stay after the plug is pulled.

The order is always the same: the bytes go to the disk, then the file gets its name, then the folder goes to
the disk. What stood there before stays until the name is given.
"""

import errno
import importlib
import importlib.util
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from desktop_app.calc.sentences import Sentence, ours, say
from desktop_app.models.errors import BadInput, ExplainedError, ForumFileExists, ForumFileUnwritable

_NEW_FILE_MODE: Final = 0o666
"""Less what the user's umask takes off, as for any file that a program makes: a second desk is to read it."""

_NOTHING_WRITTEN: Final = "{reason}, nothing was written"
_NO_RIGHT: Final = (
    say("this place must not be written to"),
    say("choose another folder, or ask for the right to write"),
)
_FULL: Final = say("make room, or choose a folder on another disk")
_REASONS: Final = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: (say("the disk can only be read"), say("choose a folder on another disk")),
    errno.ENOSPC: (say("the disk is full"), _FULL),
    errno.EDQUOT: (say("the disk space that you may use is used up"), _FULL),
    errno.EIO: (say("the disk reports an error"), say("choose a folder on another disk")),
    errno.ENOENT: (say("the folder is not there"), say("check the name, and that the disk is still there")),
    errno.ENOTDIR: (say("there is a file where a folder should be"), say("choose another folder, or move that file")),
    errno.EISDIR: (say("this is a folder"), say("name a file in it")),
    errno.EEXIST: (say("a file of that name exists"), say("choose another name, or move that file")),
    errno.ENAMETOOLONG: (say("the name is too long"), say("choose a shorter name")),
}
"""What the system says, and what to do."""

_HELD: Final = (say("another program has it open"), say("close it there, then do it again"))
_SHARING_VIOLATION: Final = 32
_ACCESS_DENIED: Final = 5
"""Windows refuses to replace a file that another program has open with one of these."""

# Windows has no such module, and only macOS the constant.
_FCNTL: Any = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None
_FULL_FLUSH: int | None = getattr(_FCNTL, "F_FULLFSYNC", None)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing what stands there in one step once the bytes are on the disk.

    A symbolic link stays one: what it points to is replaced. A new file gets the rights that the user's
    programs give; one that is replaced keeps its own.

    Raises:
        BadInput: the file cannot be written; what stood there stands there still.
    """
    target = Path(os.path.realpath(path))
    with explained(path, BadInput):
        _refuse_impossible(path, target)
        with _temporary(target.parent) as made:
            made.write_bytes(data)
            with suppress(FileNotFoundError):
                made.chmod(stat.S_IMODE(target.stat().st_mode))
            _replace(made, target)


@contextmanager
def new_file(folder: Path) -> Iterator[Path]:
    """Make an empty file with a temporary name; remove it at the end if it still has that name.

    Raises:
        ForumFileUnwritable: no file can be made there.
    """
    with ExitStack() as cleaning:
        with explained(folder):
            made = cleaning.enter_context(_temporary(folder))
        yield made


def publish(made: Path, path: Path) -> None:
    """Give a finished file its name, which no file may have yet; both are on the disk afterwards.

    Raises:
        ForumFileExists: a file has that name.
        ForumFileUnwritable: the name cannot be given.
    """
    with explained(path):
        _flush_file(made)
        try:
            _rename_to_new(made, path)
        except FileExistsError as error:
            raise ForumFileExists(str(path), say("a file of that name exists"), say("choose another name")) from error
    _flush_folder(path.parent)


def replace(made: Path, path: Path) -> None:
    """Put a finished file in the place of another, in one step; it is on the disk afterwards.

    Raises:
        ForumFileUnwritable: it cannot be put there; the other stays.
    """
    with explained(path):
        _replace(made, path)


def second_name(path: Path, name: Path) -> None:
    """Give a file a second name, which no file has; where the file system knows none, copy it.

    Raises:
        ForumFileUnwritable: the name cannot be given; no file has it.
    """
    with explained(name):
        try:
            os.link(path, name)
        except FileExistsError:
            raise
        except OSError:
            _copy(path, name)
    _flush_folder(name.parent)


@contextmanager
def explained(path: Path, kind: type[ExplainedError] = ForumFileUnwritable) -> Iterator[None]:
    """Turn what the system refuses into words.

    Args:
        path: where it was to be written.
        kind: the error to raise.
    """
    try:
        yield
    except OSError as error:
        raise kind(str(path), *_reason(path, error)) from error


def reason_alone(error: ExplainedError) -> str:
    """Return what :func:`explained` says is wrong without that nothing was written, where nothing was to be."""
    what = error.what
    if isinstance(what, Sentence) and what.template == _NOTHING_WRITTEN:
        return str(what.values["reason"])
    return what


def _reason(path: Path, error: OSError) -> tuple[str, str]:
    """Return what the system refused, and what to do."""
    code = getattr(error, "winerror", None)
    if code == _SHARING_VIOLATION or (code == _ACCESS_DENIED and path.is_file()):
        what, remedy = _HELD
    else:
        said = ours(error.strerror.lower()) if error.strerror else say("it cannot be written")
        what, remedy = _REASONS.get(error.errno or 0, (said, say("choose another place")))
    return say(_NOTHING_WRITTEN, reason=what), remedy


def _refuse_impossible(path: Path, target: Path) -> None:
    if target.is_dir():
        raise BadInput(str(path), say("this is a folder"), say("name a file in it"))
    if not target.parent.is_dir():
        raise BadInput(
            str(path),
            say("there is no folder {parent}", parent=str(target.parent)),
            say("make the folder first, or choose another"),
        )
    if target.exists() and not target.is_file():
        raise BadInput(str(path), say("this is no ordinary file"), say("choose another name"))
    if target.exists() and not os.access(target, os.W_OK):
        raise BadInput(
            str(path), say("this file must not be changed"), say("choose another name, or allow writing to it")
        )


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    # A short name of its own: the name that the file is to have may be as long as names can be.
    made = folder / f".forum-desk.{secrets.token_hex(8)}.part"
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _NEW_FILE_MODE))
    try:
        yield made
    finally:
        for left in (made, made.with_name(f"{made.name}-journal")):
            left.unlink(missing_ok=True)


def _replace(made: Path, path: Path) -> None:
    _flush_file(made)
    made.replace(path)
    _flush_folder(path.parent)


def _rename_to_new(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without second names (a memory stick): reserve the name, then replace.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _NEW_FILE_MODE))
        with ExitStack() as undo:
            undo.callback(path.unlink, missing_ok=True)
            made.replace(path)
            undo.pop_all()
    else:
        made.unlink()


def _copy(path: Path, name: Path) -> None:
    with path.open("rb") as source, name.open("xb") as target, ExitStack() as undo:
        undo.callback(name.unlink, missing_ok=True)
        shutil.copyfileobj(source, target)
        target.flush()
        _flush(target.fileno())
        undo.pop_all()


def _flush_file(path: Path) -> None:
    # Windows writes through only what may be written.
    descriptor = os.open(path, os.O_RDWR)
    try:
        _flush(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(folder: Path) -> None:
    # The name is given: where the folder cannot be written through, as on Windows and on some network disks, the
    # file stands there all the same, and nothing may say otherwise. SQLite does so too.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            _flush(descriptor)
        finally:
            os.close(descriptor)


def _flush(descriptor: int) -> None:
    """Have the system write what it holds to the disk now; macOS keeps it in the disk's own memory unless told."""
    if _FULL_FLUSH is not None:
        with suppress(OSError):
            _FCNTL.fcntl(descriptor, _FULL_FLUSH)
            return
    os.fsync(descriptor)
