"""The pieces of the Council's vote on the act of an annual pool: its particulars, and one line a Member State."""

from dataclasses import replace
from typing import Final

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.vote import NO_BALLOT, Ballot, BallotLine, Vote
from desktop_app.models import columns
from desktop_app.models.columns import DAY, PERSONS, Column, Shape, optional
from desktop_app.models.kinds import Found, Kind, by_code, if_any
from desktop_app.models.rows import REFERENCE, of_a_state, one

_VOTE: Final = Shape(
    "vote",
    (
        Column("date", optional(DAY), "dated"),
        Column("reference", optional(REFERENCE)),
        Column("population_source", optional(REFERENCE)),
        Column("population_date", optional(DAY), "population_dated"),
    ),
)
_LINE: Final = Shape(
    "vote_line", (Column("vote", optional(columns.one_of(Vote))), Column("population", optional(PERSONS)))
)


def _with_particulars(forum: Forum) -> Ballot | None:
    return forum.vote if forum.vote.has_particulars else None


_ANNUAL: Final = frozenset({Procedure.ANNUAL_POOL})

KINDS: Final = (
    Kind("vote", ("vote",), if_any(_with_particulars), *one(_VOTE, Ballot), procedures=_ANNUAL, single=True),
    Kind(
        "vote_line",
        ("vote_line",),
        by_code(lambda f: f.vote.lines),
        *of_a_state(_LINE, BallotLine),
        procedures=_ANNUAL,
    ),
)
"""The kinds of pieces; a forum in which nothing is recorded of a vote has none."""


def ballot_of(found: Found) -> Ballot:
    """Return the vote that the pieces tell."""
    return replace(found.perhaps("vote") or NO_BALLOT, lines=found.ordered("vote_line"))
