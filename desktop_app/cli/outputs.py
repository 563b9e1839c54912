"""What a command may write to: the ending chooses the format, and the source is never written over."""

from argparse import Namespace
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.models.errors import BadInput

if TYPE_CHECKING:
    from desktop_app.documents.furniture import Written

PDF: Final = ".pdf"
WORD: Final = ".docx"
DOCUMENTS: Final = (PDF, WORD)
"""The endings of documents."""


def as_asked(file: "Written", chosen: Namespace) -> bytes:
    """Return a document in the format that ``chosen`` asks for: by the ending of ``out``, and by ``accessible``.

    Raises:
        BadInput: it cannot be written for reading aloud.
    """
    if for_reading_aloud(chosen):
        return told_aloud(file.tagged)
    return file.word() if chosen.out.suffix.lower() == WORD else file


def for_reading_aloud(chosen: Namespace) -> bool:
    """Tell whether the file for reading aloud is asked for, instead of the one for printing.

    Raises:
        BadInput: of a Word file, which is read aloud as it is.
    """
    if chosen.accessible and chosen.out.suffix.lower() != PDF:
        raise BadInput("--accessible", "a Word file is read aloud as it is", f"leave it out, or name a {PDF} file")
    return bool(chosen.accessible)


def told_aloud(write: Callable[[], bytes]) -> bytes:
    """Return what ``write`` writes for reading aloud.

    Raises:
        BadInput: it cannot be written in conformance with PDF/UA-1.
    """
    with telling_why("--accessible", "write the file for printing, without --accessible, and report this"):
        return write()


@contextmanager
def telling_why(where: str, remedy: str) -> Iterator[None]:
    """Say in two lines why a file for reading aloud is not written.

    Args:
        where: the option or command that asked for it.
        remedy: what to do instead.

    Raises:
        BadInput: it cannot be written in conformance with PDF/UA-1.
    """
    from desktop_app.documents.tagged import NotWrittenError

    try:
        yield
    except NotWrittenError as error:
        raise BadInput(where, str(error), remedy) from error


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
