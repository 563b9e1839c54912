"""``find``: where a printed fingerprint belongs."""

import json
from argparse import Namespace

from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Elsewhere, Found, Moment, Scenario
from desktop_app.calc.rounds import round_words
from desktop_app.cli import status, streams
from desktop_app.cli.past import reading
from desktop_app.cli.states import zone_words
from desktop_app.models.journal import utc_text
from desktop_app.models.standpoints import when


def run(chosen: Namespace) -> int:
    """Write every moment and scenario of ``chosen.file`` that had the state of a fingerprint; 1 where none had."""
    with reading(chosen.file) as file:
        found = file.find(" ".join(chosen.fingerprint))
        forum = file.forum
    if chosen.json:
        told = {"file": chosen.file.name, "found": [_as_object(each) for each in found]}
        streams.write(json.dumps(told, ensure_ascii=False, indent=1))
        return status.FINE if found else status.BLOCKED
    lines = ["  ".join(_told(each, forum)) for each in found]
    if found:
        lines.append(zone_words(_moment(each).at for each in found))
    streams.write(streams.harmless("\n".join(lines or ["No moment of this file and none of its scenarios had it."])))
    return status.FINE if found else status.BLOCKED


def _moment(each: Found) -> Moment:
    return each if isinstance(each, Moment) else each.moment


def _as_object(each: Found) -> dict[str, object]:
    """Return what was found for programs; what does not apply is left out."""
    moment = _moment(each)
    told: dict[str, object] = {
        "entry": moment.seq,
        "at": utc_text(moment.at),
        "operator": moment.operator,
        "meeting": moment.meeting,
        "round": moment.round,
        "title": moment.title,
        "state": moment.state_hash,
        "scenario": each.name if isinstance(each, Scenario) else None,
        "desk": each.desk if isinstance(each, Elsewhere) else None,
        "merged_by": each.merged.seq if isinstance(each, Elsewhere) else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _told(each: Found, forum: Forum) -> list[str]:
    match each:
        case Scenario():
            return [f"scenario {each.name}", when(each.moment.at), each.moment.operator]
        case Elsewhere():
            merged = f"merged by entry {each.merged.seq}"
            return [f"entry {each.moment.seq} of {each.desk}", when(each.moment.at), each.moment.operator, merged]
        case _:
            return [f"entry {each.seq}", when(each.at), round_words(forum, each), each.operator, each.title]
