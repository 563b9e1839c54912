"""Files that appear whole or not at all, and stay after the plug is pulled."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.models.errors import ForumFileExists, ForumFileUnwritable


@contextmanager
def new_file(folder: Path, name: str) -> Iterator[Path]:
    """Make an empty file with a temporary name; remove it at the end if it still has that name.

    Args:
        folder: where.
        name: begins the temporary name.

    Raises:
        ForumFileUnwritable: no file can be made there.
    """
    path = folder / f".{name}.{secrets.token_hex(8)}.part"
    try:
        # With the rights that the user gives all new files: a second desk is to read it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        yield path
    finally:
        for left in (path, path.with_name(f"{path.name}-journal")):
            with suppress(FileNotFoundError):
                left.unlink()


def to_disk(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk now."""
    try:
        # Windows writes through only what may be written.
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    except PermissionError:
        # Windows opens no folder; there the names are written with the files.
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def publish(made: Path, path: Path) -> None:
    """Give a finished file its name, which no file may have yet; both are on the disk afterwards.

    Raises:
        ForumFileExists: a file has that name.
        ForumFileUnwritable: the name cannot be given.
    """
    to_disk(made)
    try:
        _rename_to_new(made, path)
    except FileExistsError as error:
        raise ForumFileExists(str(path), "a file of that name exists", "choose another name") from error
    except OSError as error:
        raise unwritable(path, error) from error
    to_disk(path.parent)


def _rename_to_new(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without second names (a memory stick): reserve the name, then replace.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        made.replace(path)
    else:
        made.unlink()


def second_name(path: Path, name: Path) -> None:
    """Give a file a second name; where the file system knows none, copy it."""
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(path, name)


def replace(made: Path, path: Path) -> None:
    """Put a finished file in the place of another, in one step; it is on the disk afterwards.

    Raises:
        ForumFileUnwritable: it cannot be put there; the other stays.
    """
    to_disk(made)
    try:
        made.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    to_disk(path.parent)


def unwritable(path: Path, error: OSError) -> ForumFileUnwritable:
    """Return the explained error for what the system refused."""
    remedy = "check that the folder is there, that you may write in it and that the disk has room"
    return ForumFileUnwritable(str(path), f"nothing can be written here ({error.strerror})", remedy)
