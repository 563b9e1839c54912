"""The problem: what is missing for a target, and what each state can add to it within its limits.

Amounts are exact, in the ground's unit: persons-equivalent (relocations + money / rate), or thousands of EUR where
only money is sought.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from desktop_app.calc.exact import CENTS
from desktop_app.calc.gap.limits import Kind, Limit
from desktop_app.calc.gap.target import Target
from desktop_app.calc.sentences import say


class Unit(Enum):
    """What amounts count; the value is the word for it."""

    EQUIVALENTS = "persons-equivalent"
    PERSONS = "persons"
    THOUSANDS = say("thousand EUR")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a state stands before it is asked for anything.

    Attributes:
        code: Union code.
        now: what is recorded of it, nothing recorded counting 0; what its limits are held against.
        share: its fair share or key number, exact, above 0; what is asked of it is held against this.
        whole_share: the same rounded up, where "up to its fair share" ends.
        needed: what the target itself asks of it.
        must: whether the target asks something of it even where ``needed`` is 0, as to say what is not recorded.
        useful: of what it adds, how much counts for the target; ``None`` = everything.
        room: the most it could add whatever its limits; ``None`` = no end.
        bonus: what counts as soon as it is asked: recorded already, but not counted while something is blank.
        kind: in what it can give, for this target and at all.
        prefers_money: whether its pledge is of money so far, so that it is asked for money where it may choose.
        supposed: what a proposal supposes of it, in words; may be empty.
        is_open: whether nothing at all is recorded of it.
        remark: why it is asked like any other although one might think that it is not; may be empty.
    """

    code: str
    now: Fraction
    share: Fraction
    whole_share: int
    needed: Fraction = Fraction(0)
    must: bool = False
    useful: Fraction | None = None
    room: Fraction | None = None
    bonus: Fraction = Fraction(0)
    kind: Kind = Kind.EITHER
    prefers_money: bool = False
    supposed: str = ""
    is_open: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Barred:
    """A state that cannot help to reach the target, whatever its limits.

    Attributes:
        code: Union code.
        why: the reason, a sentence without the state's name.
    """

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a target rests on in one forum, before any limit that a person gives.

    Attributes:
        target: what is to be reached.
        unit: what amounts count.
        wanted: the figure to be reached, such as the reference number.
        counted: what counts for it now.
        need: what is missing of it, 0 or more.
        states: those that can be asked, in the order in which they are listed.
        barred: those that cannot, with the reason.
        defaults: limits that hold unless a person says otherwise.
        rate: EUR for one unit; ``None`` where nothing can be given in money.
        counts_money: whether money counts for the target.
        has_key: whether ``share`` is a share of a key; else it is the same for all, as where there is no key.
    """

    target: Target
    unit: Unit
    wanted: Fraction
    counted: Fraction
    need: Fraction
    states: tuple[Standing, ...]
    barred: tuple[Barred, ...] = ()
    defaults: tuple[Limit, ...] = ()
    rate: Fraction | None = None
    counts_money: bool = True
    has_key: bool = True

    @property
    def cent(self) -> Fraction | None:
        """One cent in the ground's unit; ``None`` where nothing can be given in money."""
        return None if self.rate is None else 1 / (CENTS * self.rate)

    def standing(self, code: str) -> Standing | None:
        """Return how a state stands; ``None`` of one that cannot be asked."""
        return next((each for each in self.states if each.code == code), None)


@dataclass(frozen=True, slots=True)
class NotStated:
    """Why the question cannot be put: a figure that it rests on is not known, or the target is reached already.

    Attributes:
        words: one sentence.
        is_reached: the target is reached, so that nothing is missing.
    """

    words: str
    is_reached: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one state may be asked for, all limits applied.

    Attributes:
        code: Union code.
        share: see :class:`Standing`.
        least: it adds at least this, whoever else does.
        most: it adds at most this; ``None`` = no limit.
        useful: see :class:`Standing`.
        bonus: see :class:`Standing`; 0 for a state that is left as it is.
        must: it is asked whatever else is.
        kind: in what it gives.
        grain: the smallest step of its amount: 1 person, or 1 cent.
    """

    code: str
    share: Fraction
    least: Fraction
    most: Fraction | None
    useful: Fraction | None
    bonus: Fraction
    must: bool
    kind: Kind
    grain: Fraction

    @property
    def is_possible(self) -> bool:
        """Whether what it must add is no more than what it may add."""
        return self.most is None or self.least <= self.most

    @property
    def most_gain(self) -> Fraction | None:
        """The most that can count of it; ``None`` = no limit."""
        bounds = [bound for bound in (self.most, self.useful) if bound is not None]
        return self.bonus + min(bounds) if bounds else None

    def gain(self, amount: Fraction) -> Fraction:
        """Return what counts of it where it is asked for this amount."""
        return self.bonus + (amount if self.useful is None else min(amount, self.useful))

    def up(self, amount: Fraction) -> Fraction:
        """Return the smallest amount that it can give, not below this."""
        steps = amount / self.grain
        return -((-steps.numerator) // steps.denominator) * self.grain

    def down(self, amount: Fraction) -> Fraction:
        """Return the largest amount that it can give, not above this."""
        steps = amount / self.grain
        return steps.numerator // steps.denominator * self.grain


@dataclass(frozen=True, slots=True)
class GapProblem:
    """What a solver is asked.

    Attributes:
        need: what must count in all, exact; 0 or less where only what single states must give is missing.
        candidates: those that may be asked, in the order in which they are listed.
    """

    need: Fraction
    candidates: tuple[Candidate, ...]
    by_code: Mapping[str, Candidate] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the candidates."""
        object.__setattr__(self, "by_code", MappingProxyType({each.code: each for each in self.candidates}))

    @property
    def is_possible(self) -> bool:
        """Whether amounts exist that reach what is needed within all limits; decided exactly."""
        if not all(each.is_possible for each in self.candidates):
            return False
        gains = [each.most_gain for each in self.candidates]
        known = [gain for gain in gains if gain is not None]
        return len(known) < len(gains) or sum(known, Fraction(0)) >= self.need

    @property
    def missing(self) -> Fraction:
        """What is missing even if everybody gives the most that may be asked; 0 where nothing is."""
        gains = [each.most_gain for each in self.candidates]
        known = [gain for gain in gains if gain is not None]
        return Fraction(0) if len(known) < len(gains) else max(Fraction(0), self.need - sum(known, Fraction(0)))
