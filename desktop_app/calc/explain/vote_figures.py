"""The vote on the act: how many Member States are needed, whose population counts, who can block."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, Pool, State
from desktop_app.calc.majority import Standing
from desktop_app.calc.sentences import say
from desktop_app.calc.vote import Vote
from desktop_app.calc.wording import percent, persons

_RULE: Final = say("Art. 57(1); Art. 238(3)(a) TFEU")
_PERCENT: Final = say("shown with two decimals, half up; compared exactly")


def _source(pool: Pool) -> tuple[str, str]:
    """Say whose population figures count, and of what date."""
    ballot, key = pool.forum.vote, pool.forum.key
    if pool.standing.own_populations:
        source = say("the Council's voting figures: {value}", value=ballot.population_source or inputs.NO_SOURCE)
        return source, ballot.population_date.isoformat() if ballot.population_date else ""
    source = say(
        "the key's population, in place of the Council's figures: {value}",
        value=key.population_source or inputs.NO_SOURCE,
    )
    return source, key.population_date.isoformat() if key.population_date else ""


def _populations(pool: Pool, name: str, title: str, codes: Sequence[str]) -> Input:
    counts = tuple(pool.standing.populations[code] or 0 for code in codes)
    return Input(name, title, counts, Unit.PERSONS, *_source(pool))


def _no_members(pool: Pool) -> str:
    return "" if pool.standing.members else say("No Member State takes part in the reference key yet.")


def _no_population(pool: Pool) -> str:
    missing = list(pool.standing.missing)
    return say("The voting population is missing of {names}.", names=unknown.names(missing)) if missing else ""


def _members(pool: Pool) -> Input:
    members = pool.standing.members
    return Input("members", say("participating Member States"), members, Unit.MEMBER_STATES, inputs.COMPUTED)


def _needed(pool: Pool) -> Answer:
    standing = pool.standing
    words = say(
        "At least 55 % of the {members} participating Member States is {needed}; {count} say yes. An "
        "abstention is not a yes.",
        members=standing.members,
        needed=standing.needed,
        count=len(standing.of(Vote.YES)),
    )
    return Answer("up(55 * members / 100)", (_members(pool),), words)


def _yes_percent(pool: Pool) -> Answer:
    standing = pool.standing
    yes = standing.of(Vote.YES)
    people = sum(standing.populations[code] or 0 for code in yes)
    words = say(
        "The {count} Member States that say yes have {people} of {total} inhabitants, {percent}; at "
        "least 65 % are needed.",
        count=len(yes),
        people=persons(people),
        total=persons(standing.total or 0),
        percent=percent(standing.yes_share or 0),
    )
    given = (
        _populations(pool, "populations_yes", say("population of each Member State that says yes"), yes),
        _populations(pool, "populations", say("population of each participating state"), tuple(standing.populations)),
    )
    return Answer("100 * sum(populations_yes) / sum(populations)", given, words)


def _blocking(pool: Pool) -> Answer:
    chamber = pool.standing.chamber
    largest = chamber.largest if chamber else ()
    words = say(
        "The fewest Member States with more than 35 % of the population are {names}: {count}, with "
        "{percent}. One more is needed to block; with fewer opposed, the majority is deemed reached "
        "whatever the population.",
        names=unknown.names([*largest]),
        count=len(largest),
        percent=percent(pool.standing.share(largest) or 0),
    )
    fewest = Input(
        "fewest", say("fewest states with more than 35 %"), len(largest), Unit.MEMBER_STATES, inputs.COMPUTED
    )
    return Answer("fewest + 1", (fewest,), words)


def _share(state: State) -> Answer:
    standing = state.standing
    own = standing.populations[state.code] or 0
    words = say(
        "{begin} has {own} of {total} inhabitants of the participating states, {percent}.",
        begin=state.begin,
        own=persons(own),
        total=persons(standing.total or 0),
        percent=percent(standing.share([state.code]) or 0),
    )
    given = (
        Input("population", say("{title}: voting population", title=state.title), own, Unit.PERSONS, *_source(state)),
        _populations(state, "populations", say("population of each participating state"), tuple(standing.populations)),
    )
    return Answer("100 * population / sum(populations)", given, words)


def _percent_of(share: Fraction | None) -> Fraction | None:
    return None if share is None else 100 * share


def _figure(
    identifier: str,
    title: str,
    unit: Unit,
    rounding: str,
    value: Callable[[Standing], Exact | None],
    answer: Callable[[Pool], Answer],
) -> Figure[Pool]:
    """Make a figure of the vote."""
    reasons = (_no_members, _no_population)
    return Figure(identifier, title, unit, rounding, _RULE, lambda pool: value(pool.standing), answer, reasons)


POOL_FIGURES: Final[tuple[Figure[Pool], ...]] = (
    _figure(
        "vote_members_needed",
        say("Member States that must say yes"),
        Unit.MEMBER_STATES,
        say("rounded up"),
        lambda standing: standing.needed if standing.members else None,
        _needed,
    ),
    _figure(
        "vote_yes_percent",
        say("population that says yes"),
        Unit.PERCENT,
        _PERCENT,
        lambda standing: _percent_of(standing.yes_share),
        _yes_percent,
    ),
    _figure(
        "vote_blocking",
        say("Member States that a blocking minority needs"),
        Unit.MEMBER_STATES,
        say("a count"),
        lambda standing: standing.blocking,
        _blocking,
    ),
)
"""The figures of the vote."""


def _of_state(state: State) -> Fraction | None:
    known = state.code in state.standing.populations
    return _percent_of(state.standing.share([state.code])) if known else None


STATE_FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "vote_population_percent",
        say("share of the voting population"),
        Unit.PERCENT,
        _PERCENT,
        _RULE,
        _of_state,
        _share,
        (unknown.outside_the_key, _no_population),
    ),
)
"""The figure of one Member State."""
