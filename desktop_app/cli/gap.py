"""``gap``: what would close the gap of a forum, within limits; never writes."""

import json
from argparse import Namespace
from collections.abc import Iterator

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.entry import Refused
from desktop_app.calc.exact import exact_text, money_text
from desktop_app.calc.forum import Procedure
from desktop_app.calc.gap.books import book_of
from desktop_app.calc.gap.explanation import about_target, lines_of, missing_words, remedy_words
from desktop_app.calc.gap.limit_entry import read_for_everybody, read_limits
from desktop_app.calc.gap.limits import Limit
from desktop_app.calc.gap.problem import NotStated
from desktop_app.calc.gap.proposal import Outcome, Proposal
from desktop_app.calc.gap.target import Target, targets_of
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.cli import status, streams
from desktop_app.cli.report_parts import hanging
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.errors import BadInput


def run(chosen: Namespace) -> int:
    """Write proposals, or which limits conflict; 1 where nothing reaches the target."""
    from desktop_app.solver.closing import close_gap

    assessment = assess(read_any_forum(chosen.file))
    target = _target(assessment.forum.procedure, chosen.target)
    outcome = close_gap(assessment, target, _limits(assessment, target, chosen))
    if chosen.json:
        streams.write(json.dumps(_as_json(outcome), ensure_ascii=False, indent=1))
    else:
        streams.write(streams.harmless("\n".join(_as_text(outcome))))
    return status.FINE if outcome.is_reached or outcome.proposals else status.BLOCKED


def _target(procedure: Procedure, name: str | None) -> Target:
    offered = targets_of(procedure)
    for target in offered:
        if name in {None, target.value}:
            return target
    names = ", ".join(each.value for each in offered)
    raise BadInput("--target", f"{name} is no target of this forum's procedure", f"use one of {names}")


def _limits(assessment: Assessment, target: Target, chosen: Namespace) -> tuple[Limit, ...]:
    everybody = read_for_everybody(chosen.nobody_above)
    if isinstance(everybody, Refused):
        raise BadInput("--nobody-above", everybody.reason, "write for example 100%, or an empty text for no such limit")
    ground = book_of(assessment).ground_of(assessment, target)
    if isinstance(ground, NotStated):
        return ()
    limits = list(everybody.limits) if ground.has_key else []
    for text in chosen.limit:
        code, colon, said = text.partition(":")
        code = code.strip().upper()
        if not colon or code not in {*NAMES, *ASSOCIATED_NAMES}:
            raise BadInput(f"--limit {text!r}", "it names no state", 'write for example --limit "DE: at most 500"')
        read = read_limits(said, code, ground)
        if isinstance(read, Refused):
            raise BadInput(f"--limit {text!r}", read.reason, 'write for example --limit "DE: at most 500"')
        limits += read.limits
    return tuple(limits)


def _as_text(outcome: Outcome) -> Iterator[str]:
    target = about_target(outcome)
    yield f"Target: {target.title} ({target.reference})"
    yield missing_words(outcome)
    if outcome.words and outcome.ground is not None:
        yield outcome.words
    for each in outcome.ignored:
        yield f"{each.code}: its limits say nothing. {each.why}"
    for number, proposal in enumerate(outcome.proposals, 1):
        yield ""
        yield f"Proposal {number}: {proposal.way.value}"
        for line in lines_of(outcome, proposal)[2:]:
            yield from hanging("  ", line)
    for conflict in outcome.conflicts:
        yield ""
        yield conflict.words
        for loosening in conflict.loosenings:
            yield from hanging("  ", f"{loosening.limit.text} (what would do: {loosening.instead})")
    if outcome.remedy:
        yield ""
        yield from hanging("", remedy_words(outcome))


def _as_json(outcome: Outcome) -> dict[str, object]:
    ground = outcome.ground
    return {
        "target": outcome.target.value,
        "reference": about_target(outcome).reference,
        "reached": outcome.is_reached,
        "words": outcome.words or missing_words(outcome),
        "unit": None if ground is None else ground.unit.value,
        "missing": None if ground is None else exact_text(ground.wanted - ground.counted),
        "proposals": [_proposal(outcome, each) for each in outcome.proposals],
        "conflicts": [
            {
                "words": conflict.words,
                "missing": exact_text(conflict.missing),
                "limits": [
                    {"state": each.limit.code or None, "limit": each.limit.said, "instead": each.instead}
                    for each in conflict.loosenings
                ],
            }
            for conflict in outcome.conflicts
        ],
        "enough_to_leave_out": [{"state": each.code or None, "limit": each.said} for each in outcome.remedy],
        "cannot_be_asked": [] if ground is None else [{"state": each.code, "why": each.why} for each in ground.barred],
    }


def _proposal(outcome: Outcome, proposal: Proposal) -> dict[str, object]:
    largest = proposal.largest
    has_key = outcome.ground is not None and outcome.ground.has_key
    return {
        "way": proposal.way.value,
        "search_ended": proposal.is_smallest,
        "states": len(proposal.asked),
        "added": exact_text(proposal.added),
        "largest": {"state": largest.code, "part": exact_text(largest.part) if has_key else None},
        "asked": [
            {
                "state": each.code,
                "relocations": each.persons,
                "financial": money_text(each.cents),
                "amount": exact_text(each.amount),
                "part": exact_text(each.part) if has_key else None,
            }
            for each in proposal.asked
        ],
        "why": list(lines_of(outcome, proposal)),
    }
