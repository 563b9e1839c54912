"""``import``: takes what a document or an edited table says into a forum file, as one step that can be undone."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import ReplaceForum
from desktop_app.cli import status, streams
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import fingerprint
from desktop_app.models.table_reading.notes import NoteKind
from desktop_app.models.table_reading.reading import Incoming
from desktop_app.places import operator_of_user

if TYPE_CHECKING:
    from desktop_app.models.forum_file import ForumFile


def run(chosen: Namespace) -> int:
    """Write each difference; unless only asked to look, record all of them in ``chosen.file``, with a backup before."""
    from desktop_app.models.forum_file import ForumFile, read_forum

    if chosen.source.exists() and chosen.file.exists() and chosen.source.samefile(chosen.file):
        raise BadInput(str(chosen.source), "this is the forum itself", "name another file")
    if chosen.dry_run:
        incoming = read_import(chosen.source, assess(read_forum(chosen.file)))
        streams.write(_text(incoming))
        return status.FINE
    with ForumFile.open(chosen.file, chosen.operator or operator_of_user()) as forum_file:
        incoming = read_import(chosen.source, assess(forum_file.forum))
        if incoming.refused and not chosen.leave_out:
            first = next(note for note in incoming.notes if note.kind is NoteKind.REFUSED)
            more = f" (and {incoming.refused - 1} more such)" if incoming.refused > 1 else ""
            remedy = "correct it, or add --leave-out to take the rest; --dry-run lists all"
            raise BadInput(f"{chosen.source.name}: {first.where}", f"{first.what}{more}", remedy)
        streams.write(_text(incoming))
        if incoming.differences:
            _take(forum_file, incoming)
    return status.FINE


def _take(forum_file: "ForumFile", incoming: Incoming) -> None:
    from desktop_app.models.backup import back_up

    backup = back_up(forum_file.path)
    forum_file.apply(ReplaceForum(incoming.forum, incoming.source))
    streams.write(f"Recorded (state {fingerprint(forum_file.forum)}). Backup before it: {backup.path}")


def _text(incoming: Incoming) -> str:
    lines = [incoming.origin] if incoming.origin else []
    lines += [str(each) for each in incoming.differences] or ["No difference."]
    lines += [str(note) for note in incoming.notes]
    lines += [f"… and {incoming.more_notes} more remarks"] if incoming.more_notes else []
    # What stands in the file is quoted; nothing of it may steer the terminal.
    return streams.harmless("\n".join(lines))
