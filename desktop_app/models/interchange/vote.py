"""The Council's vote on the act of an annual pool, as a document says it and from what a document says."""

from typing import Any, Final

from desktop_app.calc.member_states import NOT_BOUND, POSITION
from desktop_app.calc.sentences import say
from desktop_app.calc.vote import NO_BALLOT, Ballot, BallotLine, Vote
from desktop_app.models.interchange import limits
from desktop_app.models.interchange.fields import Fields, Where, choice, day, persons, text
from desktop_app.models.interchange.states import in_protocol_order, state_code
from desktop_app.models.interchange.written import Document, day_text, value_or_none

_reference: Final = text(limits.REFERENCE)


def ballot(value: Any, where: Where) -> Ballot:
    """Convert a vote; a state of which nothing is said has no entry."""
    with Fields(value, where) as keys:
        lines: tuple[BallotLine, ...] = keys.take("states", _lines, ())
        return Ballot(
            date=keys.take("date", day, None),
            reference=keys.take("reference", _reference, None),
            population_source=keys.take("population_source", _reference, None),
            population_date=keys.take("population_date", day, None),
            lines=tuple(line for line in lines if line.says_something),
        )


def _line(keys: Fields, code: str) -> BallotLine:
    return BallotLine(code, keys.take("vote", choice(Vote), None), keys.take("population", persons, None))


def _voting(value: Any, where: Where) -> str:
    code = state_code(value, where)
    if code == NOT_BOUND:
        remedy = say("remove the entry; Denmark is not bound by the Regulation (recital 90)")
        where.refuse(say("Denmark has no vote on the act"), remedy)
    return code


_lines: Final = in_protocol_order(_line, _voting)


def written_ballot(vote: Ballot) -> Document | None:
    """Return a vote; ``None`` where nothing is recorded of one."""
    if vote == NO_BALLOT:
        return None
    return {
        "date": day_text(vote.date),
        "reference": vote.reference,
        "population_source": vote.population_source,
        "population_date": day_text(vote.population_date),
        "states": [
            {"code": line.code, "vote": value_or_none(line.vote), "population": line.population}
            for line in sorted(vote.lines, key=lambda line: POSITION[line.code])
        ],
    }
