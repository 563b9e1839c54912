"""``pen``: which desk may type in a forum file and where that changed hands; takes the pen where asked to."""

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.calc.memory import Mark
from desktop_app.cli import status, streams
from desktop_app.cli.past import reading
from desktop_app.models import pen
from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.standpoints import when
from desktop_app.places import operator_of_user


def run(chosen: Namespace) -> int:
    """Say who holds the pen of ``chosen.file``; with ``chosen.take``, a reason, take it where it was given away."""
    if chosen.take is not None and not chosen.take.strip():
        raise BadInput("--take", "the reason is empty", "say why the pen is taken")
    with reading(chosen.file) as file:
        away = pen.given(file)
    if chosen.take is not None and away is not None:
        with ForumFile.open(chosen.file, chosen.operator or operator_of_user()) as opened:
            pen.take(opened, chosen.take.strip())
    with reading(chosen.file) as file:
        lines = list(_lines(file))
    # What stands in the file is quoted; nothing of it may steer the terminal.
    streams.write(streams.harmless("\n".join(lines)))
    return status.FINE


def _lines(file: ForumFile) -> Iterator[str]:
    away = pen.given(file)
    if away is None:
        yield f"The pen is here: {file.path.name} can be typed in."
    else:
        at = f" (at {away.desk})" if away.desk is not None else ""
        yield f"The pen is with {away.to}: {away}{at}."
    hands = pen.hands(file)
    yield "It changed hands:" if hands else "It never changed hands."
    for each in hands:
        yield f"  {_told(each)}"


def _told(mark: Mark) -> str:
    told = [f"entry {mark.moment.seq}", when(mark.moment.at), mark.moment.operator, mark.moment.title]
    return "  ".join([*told, f"reason: {mark.reason}"] if mark.reason else told)
