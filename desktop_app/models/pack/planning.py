"""What a pack is of, what writes its plain rows, and its interchange document."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.pack import About, Format, Planned
from desktop_app.calc.plain_sheets import Book
from desktop_app.models.interchange import FINGERPRINT_DIGITS, document_bytes, state_hash
from desktop_app.models.pack.values import values_bytes
from desktop_app.models.pack.workbook import book_bytes

WRITERS: Final[Mapping[Format, Callable[[Book], bytes]]] = MappingProxyType(
    {Format.WORKBOOK: book_bytes, Format.VALUES: values_bytes}
)
"""What writes plain rows, by format."""


def about_pack(forum: Forum, marking: str, standing: str = "", *, draft: bool) -> About:
    """Return what a pack is of.

    Args:
        forum: the state.
        marking: as it stands on the pages.
        standing: of what state it is, in words; empty for the record as it is now.
        draft: whether it is a pack of drafts.
    """
    whole = state_hash(forum)
    status = "draft" if draft else "final"
    title = forum.title or ""
    return About(title, forum.procedure.value, marking, status, standing, whole, whole[:FINGERPRINT_DIGITS])


def planned_document(forum: Forum) -> Planned:
    """Return the interchange document of a pack."""
    return Planned(Format.DOCUMENT.file_name("", ""), "", Format.DOCUMENT, partial(document_bytes, forum))
