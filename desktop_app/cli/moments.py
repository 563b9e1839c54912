"""What is printed: a document, or a forum file as it is now, at a moment of its record, or in a scenario."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.cli import states
from desktop_app.models.any_forum import document_in, read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.standpoints import NOW

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.standpoints import Standpoint


@dataclass(frozen=True, slots=True)
class Printed:
    """A state that is printed.

    Attributes:
        assessment: of it.
        fingerprint: first 12 digits of its hash.
        standing: now, a past moment, a scenario; times are printed in those of this machine.
        file: the forum file, open for reading; ``None`` of a document.
        point: which state of the file it is; ``None`` of a document.
    """

    assessment: Assessment
    fingerprint: str
    standing: "Standing"
    file: "ForumFile | None" = None
    point: "Standpoint | None" = None


@contextmanager
def printed(chosen: Namespace) -> Iterator[Printed]:
    """Give the state of ``chosen.file`` that ``chosen.at`` names; the file is open for reading meanwhile.

    Raises:
        BadInput: nothing is called so, or a document is asked for its past.
    """
    from desktop_app.documents.standing import now, standing_of

    if document_in(chosen.file) is not None:
        if (states.words("--at", chosen.at) or NOW).casefold() != NOW:
            raise BadInput("--at", "a document has no past", "name a forum file, or leave out --at")
        forum = read_any_forum(chosen.file)
        yield Printed(assess(forum), fingerprint(forum), now(None))
        return
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.paper_trail import state_of
    from desktop_app.models.standpoints import standpoint

    words = states.words("--at", chosen.at)
    with ForumFile.open(chosen.file, "forum-desk", read_only=True) as file:
        point = standpoint(file, words or NOW)
        state = state_of(file, point)
        standing = standing_of(state, None)
        yield Printed(assess(state.forum), state.moment.fingerprint, standing, file, point)


def said(found: Printed) -> str:
    """Say which state was printed, for the confirmation: ``"state 0123456789ab"``, and what it is where not now."""
    from desktop_app.documents.text import terms

    words = found.standing.words(terms("en")).replace("\u00a0", " ")
    return f"state {found.fingerprint}{f'; {words}' if words else ''}"
