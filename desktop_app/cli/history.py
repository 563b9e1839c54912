"""``history``: the entries of a forum file's record, the newest first, for people and for programs."""

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.memory import Step
from desktop_app.calc.rounds import round_words
from desktop_app.calc.told_steps import told_words
from desktop_app.cli import status, streams
from desktop_app.cli.past import reading
from desktop_app.cli.states import shortened, zone_words
from desktop_app.models.errors import BadInput
from desktop_app.models.journal import utc_text
from desktop_app.models.remembering import Filter
from desktop_app.models.standpoints import when

_MOST: Final = 1_000_000
"""Entries that may be asked for; a record of a long negotiation has some ten thousand."""


def run(chosen: Namespace) -> int:
    """Write the last ``chosen.limit`` entries of ``chosen.file``; of ``chosen.state`` alone where one is named."""
    if not 1 <= chosen.limit <= _MOST:
        raise BadInput("--limit", "1 to 1000000 entries can be asked for", "name a whole number from 1 to 1000000")
    code = None if chosen.state is None else _code(chosen.state)
    with reading(chosen.file) as file:
        steps = file.steps(chosen.limit, None, Filter(code=code))
        forum = file.forum
    if chosen.json:
        entries = [_as_object(step) for step in steps]
        streams.write(json.dumps({"file": chosen.file.name, "entries": entries}, ensure_ascii=False, indent=1))
    else:
        lines = [line for step in steps for line in _lines(step, forum)] or ["No entry touches it."]
        lines += [zone_words(step.moment.at for step in steps)] if steps else []
        streams.write(streams.harmless("\n".join(lines)))
    return status.FINE


def _code(word: str) -> str:
    code = word.upper()
    if code not in NAMES and code not in ASSOCIATED_NAMES:
        raise BadInput(
            "--state", f"{shortened(word)} is no code of a Member State", "use one such as FR, or EL for Greece"
        )
    return code


def _lines(step: Step, forum: Forum) -> Iterator[str]:
    """Yield an entry as lines: number, when, meeting, who and what; its reason and its cells below."""
    moment = step.moment
    told = [f"{moment.seq:>6}", when(moment.at), round_words(forum, moment), moment.operator, told_words(step)]
    if step.taken_back is not None:
        told.append(f"taken back by entry {step.taken_back}")
    yield "  ".join(told)
    indent = " " * 8
    if step.action in {"undo", "redo"} and step.about is not None:
        yield f"{indent}{step.action} of entry {step.about}"
    if step.reason is not None:
        yield f"{indent}reason: {step.reason}"
    for each in step.differences:
        yield f"{indent}{each}"


def _as_object(step: Step) -> dict[str, object]:
    """Return an entry for programs; what does not apply is left out."""
    moment = step.moment
    told: dict[str, object] = {
        "entry": moment.seq,
        "at": utc_text(moment.at),
        "operator": moment.operator,
        "desk": step.desk,
        "meeting": moment.meeting,
        "round": moment.round,
        "action": step.action,
        "title": moment.title,
        "state": moment.state_hash,
        "mark": None if step.mark is None else step.mark.value,
        "reason": step.reason,
        "about": step.about,
        "reverts": step.reverts,
        "adopts": step.adopts,
        "merges": step.merges,
        "taken_back_by": step.taken_back,
        "changes": [
            {"where": each.place, "state": each.code, "what": each.what, "from": each.before, "to": each.after}
            for each in step.differences
        ],
    }
    return {name: value for name, value in told.items() if value is not None}
