"""What ``check --json`` says of responsibility offsets and of the vote, beside the promised figures of the pool."""

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.exact import exact_text
from desktop_app.calc.forum import Forum
from desktop_app.calc.majority import Standing, Turning, standing_of
from desktop_app.calc.offsets import Offsets, StateOffsets, offsets_of
from desktop_app.calc.vote import NO_BALLOT
from desktop_app.models.interchange.output_parts import COVERAGE_DECIMALS, Output, exact_or_none, percent
from desktop_app.models.interchange.written import value_or_none


def offset_figures(assessment: AnnualPoolAssessment) -> Output:
    """Return the figures of Art. 63 under ``offsets``; nothing while neither act nor proposal has a number."""
    found = offsets_of(assessment)
    if found.reference is None and found.proposal is None:
        return {}
    return {"offsets": {**_offsets(found), "states": [_state(each) for each in found.states]}}


def _offsets(found: Offsets) -> Output:
    return {
        # False before the day of general application (Art. 85): nothing is on request or mandatory.
        "applied": found.applied,
        "applies_from": found.applies.isoformat(),
        "pledged_relocations": found.relocations,
        "unknown_states": list(found.unknown),
        "lost_to_deductions": found.lost_to_deductions,
        "lost_to_benefitting": found.lost_to_benefitting,
        "effective_relocations": found.effective,
        "request_threshold": exact_or_none(found.request_threshold),
        "on_request": found.on_request,
        "least_number": found.least,
        "sixty_percent": exact_or_none(found.sixty),
        "below_least_number": found.below_least,
        "below_sixty_percent": found.below_sixty,
        "target": exact_or_none(found.target),
        "reconvened": None if found.meeting is None else found.meeting.id,
        "mandatory": found.mandatory,
        "eroded": found.eroded,
        "mandatory_by_erosion": found.mandatory_by_erosion,
        "volume_gap": exact_or_none(found.volume_gap),
        "volume_eroded": exact_or_none(found.volume_eroded),
        "volume": exact_or_none(found.volume),
        # The volume, or the caps of all where these are less (Art. 63(7)).
        "most": exact_or_none(found.most),
        "cap_relocations": exact_or_none(found.cap_relocations),
        "cap_all_types": exact_or_none(found.cap_all_types),
        "cap": exact_or_none(found.cap),
    }


def _state(each: StateOffsets) -> Output:
    return {
        "code": each.code,
        "offset_option": each.option,
        "own_threshold": exact_or_none(each.own_threshold),
        "exempt": value_or_none(each.exempt),
        "cap_relocations": exact_or_none(each.cap_relocations),
        "cap_all_types": exact_or_none(each.cap_all_types),
        "lost_relocations": each.lost,
    }


def vote_figures(forum: Forum) -> Output:
    """Return how the vote stands under ``vote``; nothing while nothing is recorded of one."""
    if forum.vote == NO_BALLOT:
        return {}
    standing = standing_of(forum)
    return {"vote": {**_standing(standing), "turning": [_turning(each) for each in standing.turning]}}


def _standing(standing: Standing) -> Output:
    votes: dict[str, list[str]] = {"yes": [], "no": [], "abstain": [], "not_yet": []}
    for code, vote in standing.votes.items():
        votes["not_yet" if vote is None else vote.value].append(code)
    yes = standing.yes_share
    return {
        "reference": standing.ballot.reference,
        "date": standing.ballot.date.isoformat() if standing.ballot.date else None,
        # Whose figures the population is: two series that may differ.
        "population": "council" if standing.own_populations else "key",
        "population_total": standing.total,
        "members": standing.members,
        "members_needed": standing.needed,
        **votes,
        "yes_population": None if yes is None else exact_text(yes),
        "yes_population_percent": percent(yes, COVERAGE_DECIMALS),
        "blocking_members": standing.blocking,
        "verdict": standing.verdict.value,
        "deemed": standing.is_deemed,
    }


def _turning(turning: Turning) -> Output:
    return {
        "to_yes": turning.to_yes,
        "states_needed": turning.size,
        "sets": [list(codes) for codes in turning.sets],
        "more_sets": turning.more,
    }
