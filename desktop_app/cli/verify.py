"""``verify``: proves that a forum file, its journal and its last backup hold together."""

from argparse import Namespace

from desktop_app.cli import progress, status, streams
from desktop_app.models.any_forum import document_in
from desktop_app.models.errors import NotAForumFile


def run(chosen: Namespace) -> int:
    """Verify ``chosen.file``; 1 where it is a damaged forum file."""
    if document_in(chosen.file) is not None:
        raise NotAForumFile(
            str(chosen.file), "this is not a forum file", "choose a file that Forum Desk made, or check a document"
        )
    from desktop_app.models.verify import verify

    with progress.shown(f"Verifying {chosen.file.name}") as tell:
        report = verify(chosen.file, progress=tell)
    streams.write(streams.harmless("\n".join(report.lines())))
    return status.FINE if report.is_sound else status.BLOCKED
