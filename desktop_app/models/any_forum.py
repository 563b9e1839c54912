"""Reading a forum from whatever holds one: a forum file or a document, told apart by what is in it."""

from pathlib import Path
from typing import Final

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.header import without_sqlite
from desktop_app.models.interchange import limits, read_document
from desktop_app.paths import resource

FORUM_ENDING: Final = ".forum"
_SAMPLES: Final = {
    Procedure.ANNUAL_POOL: "annual-pool-2026.json",
    Procedure.SEARCH_AND_RESCUE: "search-and-rescue.json",
    Procedure.MIGRATORY_PRESSURE: "migratory-pressure.json",
    Procedure.VOLUNTARY: "voluntary.json",
}

_SQLITE: Final = b"SQLite format 3\0"
_BEGINS_A_DOCUMENT: Final = (b"{", b"\xef\xbb\xbf")


def read_any_forum(path: Path) -> Forum:
    """Return the forum in a forum file or in a document; the file is not written to.

    Raises:
        BadInput: it is neither, or cannot be read.
        ForumFileError: it is a forum file that cannot be read.
    """
    data = document_in(path)
    if data is None:
        from desktop_app.models.forum_file import read_forum

        return read_forum(path)
    try:
        return read_document(data)
    except BadInput as error:
        raise BadInput(say("{name}: {where}", name=path.name, where=error.where), error.what, error.remedy) from None


def document_in(path: Path) -> bytes | None:
    """Return the bytes of the document in a file; ``None`` where it is a forum file, or should be one.

    No more is read than a document may have. What is no ordinary file, such as a pipe, could keep its reader waiting
    for ever and is refused.

    Raises:
        BadInput: the file cannot be read.
    """
    try:
        if path.is_dir():
            raise BadInput(str(path), say("this is a folder"), say("name a file in it"))
        if path.exists() and not path.is_file():
            raise BadInput(str(path), say("this is no ordinary file"), say("name a forum file or a document"))
        # What this process has open as a forum file is one, and reading it here would drop SQLite's locks on it.
        return without_sqlite(path, _document)
    except FileNotFoundError:
        raise BadInput(str(path), say("there is no such file"), say("check the name and the folder")) from None
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else say("unknown reason")
        raise BadInput(
            str(path),
            say("the file cannot be read ({reason})", reason=reason),
            say("check that you may read it, and the disk"),
        ) from None


def _document(path: Path) -> bytes | None:
    with path.open("rb") as file:
        head = file.read(len(_SQLITE))
        if head == _SQLITE:
            return None
        if path.suffix.lower() == FORUM_ENDING and not head.lstrip().startswith(_BEGINS_A_DOCUMENT):
            return None
        # One byte more than a document may have is enough to refuse it.
        return head + file.read(limits.DOCUMENT_BYTES + 1 - len(head))


def sample(procedure: Procedure = Procedure.ANNUAL_POOL) -> Forum:
    """Return the built-in forum of a procedure: the annual pool of 2026, or an invented one of another procedure."""
    return read_document(resource("samples", _SAMPLES[procedure]).read_bytes())
