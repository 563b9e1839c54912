"""Qualified majority of the participating Member States (Art. 238(3)(a) TFEU), and what would turn it.

With 26 participating (Art. 57(1) of the Regulation, recital 90): at least 55 % of them, so 15, with at least 65 % of
their population. A blocking minority must hold at least the fewest members with more than 35 % of that population,
plus one member; failing which the majority is deemed reached. Whoever abstains, or has not voted, says no yes.

Exact throughout: members are counted, populations compared as integers, shares are fractions.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Final

from desktop_app.calc.exact import round_up
from desktop_app.calc.forum import Forum, Key
from desktop_app.calc.key import work_out
from desktop_app.calc.member_states import POSITION, PROTOCOL_ORDER
from desktop_app.calc.vote import Ballot, Vote

MEMBERS: Final = Fraction(55, 100)
"""Part of the participating members that must say yes, at least."""
POPULATION: Final = Fraction(65, 100)
"""Part of their population that must, at least."""
BLOCKING: Final = Fraction(35, 100)
"""Part of their population that a blocking minority stands for, more than."""
MOST_SETS: Final = 6
"""How many of the smallest sets are listed; single states are listed all."""


def members_needed(members: int) -> int:
    """Return how many of the participating members must say yes: 55 %, rounded up."""
    return round_up(MEMBERS * members)


def simple_majority(members: int = len(PROTOCOL_ORDER)) -> int:
    """Return a simple majority: the Council reconvenes the Forum (Art. 13(4)) by 14, of 27 members or of 26."""
    return members // 2 + 1


@dataclass(frozen=True, slots=True)
class Chamber:
    """The participating members with their populations, every one of them known.

    Attributes:
        populations: persons by Union code, none of them 0; at least one member.
    """

    populations: Mapping[str, int]

    @property
    def total(self) -> int:
        """Population of all of them."""
        return sum(self.populations.values())

    @property
    def needed(self) -> int:
        """How many must say yes."""
        return members_needed(len(self.populations))

    @property
    def largest(self) -> tuple[str, ...]:
        """The fewest members that together stand for more than 35 % of the population, the largest first."""
        found, reached = [], 0
        for code in _by_population(self.populations.items()):
            if reached > BLOCKING * self.total:
                break
            found.append(code)
            reached += self.populations[code]
        return tuple(found)

    @property
    def blocking(self) -> int:
        """How many members a blocking minority must have at least: the fewest with more than 35 %, plus one."""
        return len(self.largest) + 1

    def is_reached(self, members: int, population: int) -> bool:
        """Tell whether so many members that say yes, with so many people, are a qualified majority.

        That too few oppose lifts the condition on the population. With nine members or more, as few as can take
        part in anything of the kind, the condition on the number of members then holds by itself.
        """
        few_oppose = len(self.populations) - members < self.blocking
        return members >= self.needed and (few_oppose or population >= POPULATION * self.total)

    def population_of(self, codes: Sequence[str]) -> int:
        """Return how many people these members stand for."""
        return sum(self.populations[code] for code in codes)


@dataclass(frozen=True, slots=True)
class Turning:
    """Who could turn the outcome.

    Attributes:
        to_yes: these would reach the majority by saying yes; else these would lose it by not saying yes.
        size: how few states it takes.
        sets: sets of so many states, those with the largest populations first; of single states every one.
        more: there are further sets of that size.
        takes_part: every state that is in a set of that size, in protocol order.
    """

    to_yes: bool
    size: int
    sets: tuple[tuple[str, ...], ...]
    more: bool
    takes_part: tuple[str, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """The states of which each could turn it alone."""
        return tuple(codes[0] for codes in self.sets) if self.size == 1 else ()


class Verdict(Enum):
    """How a vote stands."""

    NOT_VOTED = "not-voted"
    REACHED = "reached"
    OPEN = "open"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """A vote as it stands.

    Attributes:
        ballot: what is recorded.
        populations: persons of each participating member in protocol order, ``None`` where missing or 0.
        votes: how each votes, ``None`` while it has not.
        own_populations: the Council's own figures count; else those of the key stand in for them.
        chamber: the members with their populations, or ``None`` while one of these is missing.
        verdict: see :class:`Verdict`; ``OPEN`` while those who have not voted can still reach it.
        turning: who could turn it: those who would reach it first, those who would lose it after.
    """

    ballot: Ballot
    populations: Mapping[str, int | None]
    votes: Mapping[str, Vote | None]
    own_populations: bool
    chamber: Chamber | None
    verdict: Verdict
    turning: tuple[Turning, ...]

    @property
    def members(self) -> int:
        """How many take part."""
        return len(self.votes)

    @property
    def needed(self) -> int:
        """How many must say yes."""
        return members_needed(self.members)

    @property
    def missing(self) -> tuple[str, ...]:
        """The members whose population is missing."""
        return tuple(code for code, persons in self.populations.items() if persons is None)

    def of(self, vote: Vote | None) -> tuple[str, ...]:
        """Return the members that vote so, in protocol order; those that have not voted for ``None``."""
        return tuple(code for code, voted in self.votes.items() if voted is vote)

    @property
    def not_yes(self) -> tuple[str, ...]:
        """Every member that does not say yes: no, abstention, not voted."""
        return tuple(code for code, voted in self.votes.items() if voted is not Vote.YES)

    @property
    def total(self) -> int | None:
        """Population of all participating members, or ``None`` while one is missing."""
        return self.chamber.total if self.chamber else None

    def share(self, codes: Sequence[str]) -> Fraction | None:
        """Return which part of the population these members stand for; ``None`` while one is missing."""
        return Fraction(self.chamber.population_of(codes), self.chamber.total) if self.chamber else None

    @property
    def yes_share(self) -> Fraction | None:
        """The part of the population that says yes."""
        return self.share(self.of(Vote.YES))

    @property
    def blocking(self) -> int | None:
        """How many members a blocking minority needs at least."""
        return self.chamber.blocking if self.chamber else None

    @property
    def is_deemed(self) -> bool:
        """The majority counts as reached because too few oppose, not because 65 % of the population say yes."""
        share = self.yes_share
        return self.verdict is Verdict.REACHED and share is not None and share < POPULATION


def standing_of(forum: Forum) -> Standing:
    """Return how the vote on the act of an annual pool stands.

    The members are the participating states of the key. Where the Council's own population figures are recorded, they
    count, all of them: two series are never mixed.
    """
    return _standing(forum.vote, forum.key)


@lru_cache(maxsize=4)
def _standing(ballot: Ballot, recorded: Key) -> Standing:
    """Say how a vote stands; once, while neither vote nor key changes: what would turn it takes some searching."""
    key = work_out(recorded)
    lines = {line.code: line for line in ballot.lines}
    own = ballot.has_populations
    votes = {code: lines[code].vote if code in lines else None for code in key.participants}
    populations: dict[str, int | None] = {}
    for code, state in key.participants.items():
        line = lines.get(code)
        populations[code] = ((line.population if line else None) if own else state.population) or None
    known = {code: persons for code, persons in populations.items() if persons is not None}
    chamber = Chamber(MappingProxyType(known)) if known and len(known) == len(populations) else None
    return Standing(
        ballot,
        MappingProxyType(populations),
        MappingProxyType(votes),
        own,
        chamber,
        _verdict(votes, chamber),
        _turning(votes, chamber) if chamber else (),
    )


def _verdict(votes: Mapping[str, Vote | None], chamber: Chamber | None) -> Verdict:
    yes = [code for code, vote in votes.items() if vote is Vote.YES]
    could = [code for code, vote in votes.items() if vote in (Vote.YES, None)]
    if len(could) == len(votes) and not yes:
        return Verdict.NOT_VOTED
    if len(could) < members_needed(len(votes)):
        # Whatever the populations are.
        return Verdict.MISSED
    if chamber is None:
        return Verdict.UNKNOWN
    if chamber.is_reached(len(yes), chamber.population_of(yes)):
        return Verdict.REACHED
    return Verdict.OPEN if chamber.is_reached(len(could), chamber.population_of(could)) else Verdict.MISSED


def _turning(votes: Mapping[str, Vote | None], chamber: Chamber) -> tuple[Turning, ...]:
    yes = [code for code, vote in votes.items() if vote is Vote.YES]
    could = [code for code, vote in votes.items() if vote in (Vote.YES, None)]
    if chamber.is_reached(len(yes), chamber.population_of(yes)):
        return (_losing(chamber, yes),)
    reaching = _reaching(chamber, yes, [code for code in votes if code not in yes])
    if chamber.is_reached(len(could), chamber.population_of(could)):
        return reaching, _losing(chamber, could)
    return (reaching,)


def _reaching(chamber: Chamber, yes: Sequence[str], others: Sequence[str]) -> Turning:
    """Return the smallest sets of those who do not say yes that would reach the majority by doing so."""
    members, population = len(yes), chamber.population_of(yes)
    return _smallest(
        chamber,
        others,
        lambda count, people: chamber.is_reached(members + count, population + people),
        to_yes=True,
    )


def _losing(chamber: Chamber, yes: Sequence[str]) -> Turning:
    """Return the smallest sets of those who say yes, or still could, without whom the majority is not reached."""
    members, population = len(yes), chamber.population_of(yes)
    return _smallest(
        chamber,
        yes,
        lambda count, people: not chamber.is_reached(members - count, population - people),
        to_yes=False,
    )


def _smallest(
    chamber: Chamber, candidates: Sequence[str], turns: Callable[[int, int], bool], *, to_yes: bool
) -> Turning:
    """Return the smallest sets that turn the outcome.

    Both conditions grow with the number of states and with their population: the largest states together show how
    few it takes, and no set that begins with a state is better than that state with the next largest.
    """
    codes = _by_population([(code, chamber.populations[code]) for code in candidates])
    sizes = range(1, len(codes) + 1)
    size = next(count for count in sizes if turns(count, chamber.population_of(codes[:count])))
    most = len(codes) if size == 1 else MOST_SETS
    found = list(islice(_sets(codes, size, lambda chosen: turns(size, chamber.population_of(chosen))), most + 1))
    return Turning(to_yes, size, tuple(found[:most]), len(found) > most, _taking_part(chamber, codes, size, turns))


def _taking_part(
    chamber: Chamber, codes: Sequence[str], size: int, turns: Callable[[int, int], bool]
) -> tuple[str, ...]:
    """Return the states that turn the outcome with the largest others: of no other set could they be part."""
    found = []
    for code in sorted(codes, key=POSITION.__getitem__):
        others = [other for other in codes if other != code][: size - 1]
        if turns(size, chamber.population_of([code, *others])):
            found.append(code)
    return tuple(found)


def _sets(
    codes: Sequence[str], size: int, turns: Callable[[Sequence[str]], bool], chosen: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield every set of ``size`` that turns the outcome, those with the largest states first."""
    if len(chosen) == size:
        yield chosen
        return
    wanted = size - len(chosen)
    for place in range(len(codes) - wanted + 1):
        if not turns((*chosen, *codes[place : place + wanted])):
            return
        yield from _sets(codes[place + 1 :], size, turns, (*chosen, codes[place]))


def _by_population(populations: Iterable[tuple[str, int]]) -> list[str]:
    """Return members by population, the largest first; of equals in protocol order."""
    ordered = sorted(populations, key=lambda each: (-each[1], POSITION[each[0]]))
    return [code for code, _persons in ordered]
