"""What the commands on the past of a forum file have in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.models.any_forum import document_in
from desktop_app.models.errors import BadInput

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile


@contextmanager
def reading(path: Path) -> Iterator["ForumFile"]:
    """Give a forum file that is open for reading.

    Raises:
        BadInput: a document stands there, which has no past.
        ForumFileError: it cannot be opened.
    """
    if document_in(path) is not None:
        raise BadInput(str(path), "a document has no past", "name a forum file")
    from desktop_app.models.forum_file import ForumFile

    with ForumFile.open(path, "forum-desk", read_only=True) as file:
        yield file
