"""What explaining needs: whom a figure is about, the figure's particulars, and the answer to its "why?"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.derivation import Derivation, Exact, Input, Unit
from desktop_app.calc.exact import round_up
from desktop_app.calc.findings import Status
from desktop_app.calc.forum import Forum, StateRecord
from desktop_app.calc.key import KeyFigures, rounded, work_out
from desktop_app.calc.majority import Standing, standing_of
from desktop_app.calc.member_states import name_of
from desktop_app.calc.offsets import Offsets, offsets_of
from desktop_app.calc.rulebooks.annual_pool.frame import Frame, frame_of
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, persons

_WITH_ARTICLE = ("NL",)
"""States that have an article in a sentence: "the Netherlands"."""


def in_sentence(code: str) -> str:
    """Name a state inside a sentence: ``"the Netherlands"``."""
    return say("the {state}", state=name_of(code)) if code in _WITH_ARTICLE else name_of(code)


def at_beginning(code: str) -> str:
    """Name a state at the beginning of a sentence: ``"The Netherlands"``."""
    return say("The {state}", state=name_of(code)) if code in _WITH_ARTICLE else name_of(code)


@dataclass(frozen=True)
class Whole:
    """The whole forum as the subject of a figure, whatever its procedure.

    Attributes:
        assessment: where the figure stands.
    """

    assessment: Assessment

    @property
    def code(self) -> str | None:
        """No state."""
        return None

    @property
    def title(self) -> str:
        """What stands before the figure's name."""
        return say("All states") if self.code is None else name_of(self.code)

    @property
    def name(self) -> str:
        """Its name inside a sentence."""
        return say("all states") if self.code is None else in_sentence(self.code)

    @property
    def begin(self) -> str:
        """Its name at the beginning of a sentence."""
        return self.title if self.code is None else at_beginning(self.code)

    @property
    def forum(self) -> Forum:
        """The forum that was assessed."""
        return self.assessment.forum

    @cached_property
    def key(self) -> KeyFigures:
        """The reference key worked out."""
        return work_out(self.forum.key)

    def reading(self, name: str) -> str:
        """Return the value in force of a reading."""
        return self.assessment.readings[name]


class Named(Protocol):
    """A Member State, whatever the procedure."""

    @property
    def code(self) -> str:
        """Its Union code."""
        ...

    @property
    def title(self) -> str:
        """Its name."""
        ...


class Sharing(Named, Protocol):
    """A Member State that has a share of the key, whatever the procedure."""

    @property
    def forum(self) -> Forum:
        """The forum that was assessed."""
        ...

    @property
    def key(self) -> KeyFigures:
        """The reference key worked out."""
        ...

    @property
    def share(self) -> Fraction:
        """Its share; asked only where it is known."""
        ...


@dataclass(frozen=True)
class Pool(Whole):
    """The whole pool of a year as the subject of a figure (Art. 57 of the Regulation)."""

    assessment: AnnualPoolAssessment

    @property
    def rate_is_known(self) -> bool:
        """Money can be turned into relocations."""
        return self.assessment.totals.rate_eur is not None

    @property
    def rate(self) -> Fraction:
        """EUR per relocation; asked only where it is known."""
        return self.assessment.totals.rate_eur or Fraction(0)

    @property
    def reference_relocations(self) -> int:
        """The reference number of relocations; asked only where there is one."""
        return self.forum.pool.relocations or 0

    @cached_property
    def frame(self) -> Frame:
        """What all rows rest on."""
        return frame_of(self.forum)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the states that take part in the key."""
        return tuple(row for row in self.assessment.rows if row.in_key)

    @cached_property
    def offsets(self) -> Offsets:
        """What Art. 63 says of the pool."""
        return offsets_of(self.assessment)

    @cached_property
    def standing(self) -> Standing:
        """How the vote on the act stands."""
        return standing_of(self.forum)

    @cached_property
    def handed_out(self) -> Mapping[str, int | None]:
        """What largest remainders hand out, by state; asked only where all shares are known."""
        total = self.reference_relocations
        quotas = {code: None if share is None else share * total for code, share in self.key.shares.items()}
        return rounded(quotas, total, self.key, "largest-remainder")


@dataclass(frozen=True)
class State(Pool):
    """One Member State as the subject of a figure.

    Attributes:
        row: its figures.
    """

    row: Row = field(kw_only=True)

    @property
    def code(self) -> str:
        """The state's Union code."""
        return self.row.code

    @cached_property
    def record(self) -> StateRecord:
        """What the forum knows of the state beside the key."""
        return self.forum.state(self.code)

    @property
    def share(self) -> Fraction:
        """The state's share; asked only where it is known."""
        return self.row.share or Fraction(0)


def told_apart(one: Fraction | int, other: Fraction | int) -> int:
    """Return how many decimals let two numbers read differently: 2, more only where they are close, up to 12."""
    if one == other:
        return 2
    return next((places for places in range(2, 12) if abs(one - other) * 10**places >= 1), 12)


def rounded_up(exact: Fraction | int) -> str:
    """Write persons that are rounded up: ``"4.78, rounded up 5"``, or ``"5"`` where there is nothing to round."""
    if exact.denominator == 1:
        return number(exact)
    whole = round_up(exact)
    places = max(told_apart(exact, whole), told_apart(exact, whole - 1))
    return say("{number}, rounded up {persons}", number=number(exact, places), persons=persons(whole))


Subject_contra = TypeVar("Subject_contra", bound=Whole, contravariant=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a known figure is what it is.

    Attributes:
        formula: in the language of :mod:`desktop_app.calc.derivation`.
        inputs: every name in it.
        words: one or two sentences with the numbers in them.
    """

    formula: str
    inputs: tuple[Input, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Figure(Generic[Subject_contra]):
    """One figure that can be explained.

    Attributes:
        id: its name in the interchange format, or beside it.
        title: in a few words, such as ``"fair share in relocations"``.
        unit: what it counts.
        rounding: how it is rounded and shown, in words; may be empty.
        reference: article and paragraph.
        value: the exact value that is shown, read from the assessment; ``None`` where it is not known.
        answer: why a known value is what it is; asked only then.
        unknown: the reasons for which the value may be unknown, gravest first; each gives a sentence, or
            nothing where it does not apply.
        status: legal status of the text.
        readings: names of the readings that touch it.
    """

    id: str
    title: str
    unit: Unit
    rounding: str
    reference: str
    value: Callable[[Subject_contra], Exact | None]
    answer: Callable[[Subject_contra], Answer]
    unknown: tuple[Callable[[Subject_contra], str], ...] = ()
    status: Status = Status.IN_FORCE
    readings: tuple[str, ...] = ()

    def derive(self, subject: Subject_contra) -> Derivation:
        """Return the derivation of this figure for ``subject``."""
        value = self.value(subject)
        answer = self.answer(subject) if value is not None else Answer("", (), self._why_unknown(subject))
        return Derivation(
            self.id,
            subject.code,
            say("{title}: {title_2}", title=subject.title, title_2=self.title),
            value,
            self.unit,
            answer.formula,
            answer.inputs,
            self.rounding,
            self.reference,
            self.status,
            self.readings,
            answer.words,
        )

    def _why_unknown(self, subject: Subject_contra) -> str:
        return next(filter(None, (reason(subject) for reason in self.unknown)), "")
