"""Limits: what may be asked of a state, as a person says it or as it holds unless somebody says otherwise."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import capitalised, ours, say


class Kind(Enum):
    """In what a state gives; the value is the word for it."""

    EITHER = say("relocations or money")
    RELOCATIONS = say("relocations")
    MONEY = say("money")


class LimitKind(Enum):
    """What a limit says."""

    FIXED = "fixed"
    AT_MOST = say("at most")
    AT_LEAST = say("at least")
    UP_TO = say("up to")
    IN_KIND = "only"
    MAY_BE_ASKED = say("may be asked")
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit.

    Attributes:
        kind: see :class:`LimitKind`: ``FIXED`` adds nothing; ``AT_MOST`` and ``AT_LEAST`` bound the whole pledge,
            ``UP_TO`` what is added to it; ``IN_KIND`` says in what; ``MAY_BE_ASKED`` lifts a default;
            ``EVERYBODY`` bounds every pledge by a part of the fair share, but where a state has a limit of its own.
        code: the state; empty for ``EVERYBODY``.
        amount: in the ground's unit; for ``EVERYBODY`` a part of the fair share, 1 = the whole.
        only: what is given, for ``IN_KIND``.
        words: the amount in words, such as ``"500 persons"``.
        because: why it holds by default; empty where a person gave it.
    """

    kind: LimitKind
    code: str = ""
    amount: Fraction = Fraction(0)
    only: Kind = Kind.EITHER
    words: str = ""
    because: str = ""

    @property
    def is_default(self) -> bool:
        """Whether it holds without anybody having given it."""
        return bool(self.because)

    @property
    def is_of_its_own(self) -> bool:
        """Whether it bounds how much one state gives, in the place of what holds for everybody."""
        return self.kind in {LimitKind.AT_MOST, LimitKind.UP_TO}

    @property
    def said(self) -> str:
        """What it says, without the state: ``"at most 500 persons"``."""
        return {
            LimitKind.FIXED: say("not asked: {because}", because=self.because) if self.because else say("fixed"),
            LimitKind.AT_MOST: say("at most {words}", words=self.words),
            LimitKind.AT_LEAST: say("at least {words}", words=self.words),
            LimitKind.UP_TO: say("willing to add up to {words}", words=self.words),
            LimitKind.IN_KIND: say("only {unit}", unit=ours(self.only.value)),
            LimitKind.MAY_BE_ASKED: say("may be asked"),
            LimitKind.EVERYBODY: say("nobody above {words} of its fair share, rounded up", words=self.words),
        }[self.kind]

    @property
    def text(self) -> str:
        """What it says, with the state: ``"Germany: at most 500 persons"``."""
        return (
            say("{name_of}: {said}", name_of=name_of(self.code), said=self.said)
            if self.code
            else capitalised(self.said)
        )


def in_force(defaults: tuple[Limit, ...], given: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """Return the limits that hold: what a person gives lifts what holds by default for that state."""
    spoken_for = {limit.code for limit in given if limit.code}
    return (*given, *(limit for limit in defaults if limit.code not in spoken_for))
