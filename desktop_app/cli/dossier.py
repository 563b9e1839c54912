"""``dossier``: prints the dossier of a meeting, numbered documents in one file."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.cli import outputs, progress, status, streams
from desktop_app.cli.annex import refuse_unknown
from desktop_app.models.any_forum import document_in
from desktop_app.models.errors import BadInput
from desktop_app.models.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.calc.papers import Held
    from desktop_app.models.forum_file import ForumFile


def run(chosen: Namespace) -> int:
    """Print the dossier of a meeting of ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.dossier import dossier_pdf

    outputs.ending_of(chosen.out, outputs.DOCUMENTS)
    refuse_unknown(chosen.language, "dossier")
    outputs.refuse_same(chosen.out, chosen.file)
    if document_in(chosen.file) is not None:
        raise BadInput(str(chosen.file), "a document has no meetings", "name a forum file")
    from desktop_app.models.forum_file import ForumFile
    from desktop_app.models.paper_trail import meeting_record

    with ForumFile.open(chosen.file, "forum-desk", read_only=True) as file:
        held = _held(file, chosen.meeting)
        with progress.shown("Making the dossier") as tell:
            record = meeting_record(file, held, tell)
            data = dossier_pdf(record, secretariat=chosen.secretariat, language=chosen.language, zone=None, tell=tell)
    write_whole(chosen.out, outputs.as_asked(data, chosen))
    state = record.state.moment.fingerprint
    streams.write(streams.harmless(f"Wrote the dossier to {chosen.out} (state {state})."))
    return status.FINE


def _held(file: "ForumFile", identifier: str | None) -> "Held | None":
    """Return the meeting that is asked for, or the latest; ``None`` where the record has none.

    Raises:
        BadInput: the record has no entry of such a meeting.
    """
    from desktop_app.models.paper_trail import meetings_held

    held = meetings_held(file)
    if identifier is None:
        return max(held, key=lambda each: each.last, default=None)
    found = next((each for each in held if each.id == identifier), None)
    if found is None:
        known = ", ".join(each.id for each in held) or "none"
        raise BadInput("--meeting", f"the record has no entry of meeting {identifier}", f"those it has: {known}")
    return found
