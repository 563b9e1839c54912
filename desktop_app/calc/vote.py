"""The Council's vote on the implementing act, as it is recorded (Art. 57(1); Art. 238(3)(a) TFEU).

Frozen values alone; what the votes make together stands in :mod:`desktop_app.calc.majority`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from desktop_app.calc.member_states import POSITION

Day: TypeAlias = date
"""A date, under a name that a field called ``date`` does not hide inside its own class."""


class Vote(Enum):
    """How a Member State votes; one that has not voted yet has none. An abstention is not a yes."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class BallotLine:
    """What is recorded of one Member State.

    Attributes:
        code: Union code.
        vote: how it votes, or ``None`` while it has not.
        population: persons by the Council's own figures, or ``None`` where those are not recorded.
    """

    code: str
    vote: Vote | None = None
    population: int | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything is recorded."""
        return self.vote is not None or self.population is not None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote of the Council on the act.

    Attributes:
        date: day of the vote, or of the end of the written procedure.
        reference: reference of the act that is voted on.
        population_source: the decision or annex from which the Council's population figures come.
        population_date: its date.
        lines: what is recorded of the Member States, in protocol order; none of which nothing is recorded.
    """

    date: Day | None = None
    reference: str | None = None
    population_source: str | None = None
    population_date: Day | None = None
    lines: tuple[BallotLine, ...] = ()

    @property
    def has_particulars(self) -> bool:
        """Whether anything is recorded beside the Member States' lines."""
        particulars = (self.date, self.reference, self.population_source, self.population_date)
        return any(each is not None for each in particulars)

    @property
    def has_votes(self) -> bool:
        """Whether any Member State has voted."""
        return any(line.vote is not None for line in self.lines)

    @property
    def has_populations(self) -> bool:
        """Whether the Council's own population figures are recorded, of one Member State at least."""
        return any(line.population is not None for line in self.lines)

    def line(self, code: str) -> BallotLine:
        """Return what is recorded of a Member State (an empty line where nothing is)."""
        return next((line for line in self.lines if line.code == code), BallotLine(code))

    def with_lines(self, lines: Iterable[BallotLine]) -> "Ballot":
        """Return a ballot in which these lines replace (or join) those of their states."""
        known = {line.code: line for line in (*self.lines, *lines)}
        told = [line for line in known.values() if line.says_something]
        return replace(self, lines=tuple(sorted(told, key=lambda line: POSITION[line.code])))


NO_BALLOT: Final = Ballot()
"""Nobody has voted, and nothing is recorded of a vote."""
