"""``find``: where a printed fingerprint belongs."""

from argparse import Namespace

from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Elsewhere, Found, Scenario
from desktop_app.calc.rounds import round_words
from desktop_app.cli import status, streams
from desktop_app.cli.past import reading
from desktop_app.models.standpoints import when


def run(chosen: Namespace) -> int:
    """Write every moment and scenario of ``chosen.file`` that had the state of a fingerprint; 1 where none had."""
    with reading(chosen.file) as file:
        found = file.find(" ".join(chosen.fingerprint))
        forum = file.forum
    lines = ["  ".join(_told(each, forum)) for each in found]
    streams.write(streams.harmless("\n".join(lines or ["No moment of this file and none of its scenarios had it."])))
    return status.FINE if found else status.BLOCKED


def _told(each: Found, forum: Forum) -> list[str]:
    match each:
        case Scenario():
            return [f"scenario {each.name}", when(each.moment.at), each.moment.operator]
        case Elsewhere():
            merged = f"merged by entry {each.merged.seq}"
            return [f"entry {each.moment.seq} of {each.desk}", when(each.moment.at), each.moment.operator, merged]
        case _:
            return [f"entry {each.seq}", when(each.at), round_words(forum, each), each.operator, each.title]
