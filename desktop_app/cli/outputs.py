"""What a command may write to: the ending chooses the format, and the source is never written over."""

from collections.abc import Collection
from pathlib import Path

from desktop_app.models.errors import BadInput


def ending_of(out: Path, known: Collection[str]) -> str:
    """Return the ending of the file to write, in small letters.

    Raises:
        BadInput: it is none of those that the command can write.
    """
    ending = out.suffix.lower()
    if ending not in known:
        said = f"the ending {ending} is not known" if ending else "the name has no ending"
        raise BadInput(str(out), f"{said}, so that no format is chosen", f"use {' or '.join(known)}")
    return ending


def refuse_same(out: Path, source: Path) -> None:
    """Refuse to write over the file that is read.

    Raises:
        BadInput: both are one file.
    """
    if out.exists() and source.exists() and out.samefile(source):
        raise BadInput(str(out), "this is the file that is read", "choose another name to write to")
