"""``difference``: two states of a forum side by side, what differs between them, and what caused it."""

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.calc.assess import assess
from desktop_app.calc.comparison import CannotCompareError, compare
from desktop_app.calc.comparison.causes import causes
from desktop_app.cli import states, status, streams
from desktop_app.cli.difference_report import as_json, as_text
from desktop_app.models.any_forum import document_in, read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.standpoints import NOW, Standpoint, last_closed, of_file, standpoint
from desktop_app.models.units import walk


def run(chosen: Namespace) -> int:
    """Write how two states of ``chosen.file`` differ, or one of it and the forum in ``chosen.other``."""
    with _sides(chosen) as (one, other):
        before = assess(one.forum)
        after = assess(other.forum, before if one.forum.procedure is other.forum.procedure else None)
        try:
            comparison = compare(before, after)
        except CannotCompareError as error:
            what, _dot, remedy = str(error).partition(". ")
            raise BadInput(str(chosen.file), what[:1].lower() + what[1:], remedy.rstrip(".").lower()) from None
        way = walk(one.forum, other.forum)
        found = causes(before, way.steps, after)
        write = as_json if chosen.json else as_text
        told = write(one, other, comparison, found)
    streams.write(json.dumps(told, ensure_ascii=False, indent=1) if chosen.json else streams.harmless(str(told)))
    return status.FINE


@contextmanager
def _sides(chosen: Namespace) -> Iterator[tuple[Standpoint, Standpoint]]:
    """Give the two that are compared; the file is open for reading meanwhile."""
    if chosen.other is not None and chosen.to is not None:
        raise BadInput("--to", "with --with, the other file is what is compared to", "leave one of the two out")
    since, to = states.words("--from", chosen.since), states.words("--to", chosen.to)
    if document_in(chosen.file) is not None:
        yield _of_document(chosen), of_file(chosen.other, read_any_forum(chosen.other))
        return
    from desktop_app.models.forum_file import ForumFile

    with ForumFile.open(chosen.file, "forum-desk", read_only=True) as file:
        if chosen.other is not None:
            yield standpoint(file, since or NOW), of_file(chosen.other, read_any_forum(chosen.other))
        else:
            one = standpoint(file, since) if since else last_closed(file)
            yield one, standpoint(file, to or NOW)


def _of_document(chosen: Namespace) -> Standpoint:
    path: Path = chosen.file
    if chosen.other is None or (chosen.since or NOW).strip().casefold() != NOW:
        raise BadInput(str(path), "a document has no past", "name a forum file, or another file with --with")
    return of_file(path, read_any_forum(path))
