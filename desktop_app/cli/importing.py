"""``import``: takes what a document or an edited table says into a forum file, as one step that can be undone."""

from argparse import Namespace
from pathlib import Path

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import ReplaceForum
from desktop_app.calc.forum import Forum
from desktop_app.calc.validity import problems
from desktop_app.cli import status, streams
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import fingerprint, state_hash
from desktop_app.models.table_reading.notes import NoteKind
from desktop_app.models.table_reading.reading import Incoming
from desktop_app.places import operator_of_user


def run(chosen: Namespace) -> int:
    """Write each difference; unless only asked to look, record all of them in ``chosen.file``, with a backup before.

    The source is read and judged first: the file is not so much as opened for writing before something is to be taken.
    """
    from desktop_app.models.forum_file import read_forum

    if chosen.source.exists() and chosen.file.exists() and chosen.source.samefile(chosen.file):
        raise BadInput(str(chosen.source), "this is the forum itself", "name another file")
    forum = read_forum(chosen.file)
    incoming = read_import(chosen.source, assess(forum))
    if not chosen.dry_run:
        if incoming.refused and not chosen.leave_out:
            raise _first_refusal(chosen.source.name, incoming)
        if incoming.differences:
            for problem in problems(incoming.forum):
                raise BadInput(f"{chosen.source.name}: {problem.where}", problem.what, problem.remedy)
            backup, now = _take(chosen, forum, incoming)
            streams.write(_text(incoming))
            streams.write(f"Recorded (state {now}). Backup before it: {backup}")
            return status.FINE
    streams.write(_text(incoming))
    return status.FINE


def _first_refusal(name: str, incoming: Incoming) -> BadInput:
    first = next(note for note in incoming.notes if note.kind is NoteKind.REFUSED)
    more = f" (and {incoming.refused - 1} more such)" if incoming.refused > 1 else ""
    remedy = "correct it, or add --leave-out to take the rest; --dry-run lists all"
    return BadInput(f"{name}: {first.where}", f"{first.what}{more}", remedy)


def _take(chosen: Namespace, judged: Forum, incoming: Incoming) -> tuple[Path, str]:
    """Record what was judged against a forum, if that is what still stands in the file; return backup and state."""
    from desktop_app.models.backup import back_up
    from desktop_app.models.forum_file import ForumFile

    with ForumFile.open(chosen.file, chosen.operator or operator_of_user()) as forum_file:
        if forum_file.state_hash != state_hash(judged):
            what = "the forum was changed while the import was read"
            raise BadInput(str(chosen.file), what, "nothing was recorded: import again")
        backup = back_up(forum_file.path)
        forum_file.apply(ReplaceForum(incoming.forum, incoming.source))
        return backup.path, fingerprint(forum_file.forum)


def _text(incoming: Incoming) -> str:
    lines = [incoming.origin] if incoming.origin else []
    lines += [str(each) for each in incoming.differences] or ["No difference."]
    lines += [str(note) for note in incoming.notes]
    lines += [f"… and {incoming.more_notes} more remarks"] if incoming.more_notes else []
    # What stands in the file is quoted; nothing of it may steer the terminal.
    return streams.harmless("\n".join(lines))
