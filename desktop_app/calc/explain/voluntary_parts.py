"""What figures of the voluntary mechanism are put together of: persons or money, pledged, needed and kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import AT_THE_FORUM, COMPUTED, eur
from desktop_app.calc.explain.proposal_subject import iso
from desktop_app.calc.explain.voluntary_subject import STATUS, Together
from desktop_app.calc.rulebooks.rule_2022 import MECHANISM
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import Commitment, Need, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import Held
from desktop_app.calc.wording import money_of, persons

Subject = TypeVar("Subject", bound=Together)


@dataclass(frozen=True, slots=True)
class Kind:
    """Persons or money.

    Attributes:
        name: as in the ids of figures.
        unit: what is counted.
        of: amount of a pledge or a commitment, in the unit.
        of_need: the same of a need; ``None`` when not said.
    """

    name: str
    unit: Unit
    of: Callable[[VoluntaryPledge | Commitment], Exact]
    of_need: Callable[[Need], Exact | None]

    def either(self, relocations: str, money: str) -> str:
        """Return which of two sentences is said of this kind."""
        return relocations if self.unit is Unit.PERSONS else money

    def written(self, value: Exact) -> str:
        """Write an amount as it stands in a sentence."""
        return say("{persons} persons", persons=persons(int(value))) if self.unit is Unit.PERSONS else money_of(value)

    def value(self, amount: int | None) -> Exact | None:
        """Return persons or cents in the unit; ``None`` where not known."""
        return amount if self.unit is Unit.PERSONS or amount is None else eur(amount)


RELOCATIONS: Final = Kind(
    "relocations",
    Unit.PERSONS,
    lambda each: each.relocations,
    lambda need: need.relocations,
)
MONEY: Final = Kind(
    "financial",
    Unit.EUR,
    lambda each: eur(each.financial_cents),
    lambda need: None if need.financial_cents is None else eur(need.financial_cents),
)
KINDS: Final = (RELOCATIONS, MONEY)
ROUNDING: Final = {Unit.PERSONS: say("whole persons"), Unit.EUR: say("to the cent")}


def figure(
    identifier: str,
    title: str,
    kind: Kind,
    value: Callable[[Subject], Exact | None],
    answer: Callable[[Subject], Answer],
    unknown: tuple[Callable[[Subject], str], ...] = (),
) -> Figure[Subject]:
    """Return a figure of persons or money; it rests on the mechanism's one text."""
    return Figure(identifier, title, kind.unit, ROUNDING[kind.unit], MECHANISM, value, answer, unknown, STATUS)


def _latest(days: Sequence[date | None]) -> str:
    return iso(max((day for day in days if day is not None), default=None))


def pledges_input(name: str, title: str, kind: Kind, pledges: Sequence[VoluntaryPledge]) -> Input:
    """Return amounts of pledges as a list, with the day of the latest."""
    amounts = tuple(kind.of(each) for each in pledges)
    return Input(name, title, amounts, kind.unit, AT_THE_FORUM, _latest([each.submitted for each in pledges]))


def kept_input(name: str, title: str, kind: Kind, kept: Sequence[Commitment]) -> Input:
    """Return amounts of commitments kept as a list, with the day of the latest."""
    return Input(name, title, tuple(map(kind.of, kept)), kind.unit, AT_THE_FORUM, _latest([each.on for each in kept]))


def pledged(subject: Together, kind: Kind) -> Answer:
    """Say what is pledged."""
    pledges = subject.pledges_of(kind.unit)
    of_each = say(kind.either("relocations of each pledge", "money of each pledge"))
    used = pledges_input("pledges", say("{title}: {of_each}", title=subject.title, of_each=of_each), kind, pledges)
    total = kind.written(sum(map(kind.of, pledges), Fraction(0)))
    count = len(pledges)
    words = (
        say("{count} pledges name {total} together.", count=count, total=total)
        if count > 1
        else say("One pledge names {total}.", total=total)
    )
    return Answer("sum(pledges)", (used,), words if count else say("Nothing is pledged yet."))


def kept(subject: Together, kind: Kind) -> Answer:
    """Say what of the pledges is kept."""
    each_time = say(kind.either("relocated, each time", "paid, each time"))
    title = say("{title}: {each_time}", title=subject.title, each_time=each_time)
    used = kept_input("commitments", title, kind, subject.kept)
    done = kind.written(sum(map(kind.of, subject.kept), Fraction(0)))
    recorded = kind.either("{amount} are recorded as relocated.", "{amount} are recorded as paid.")
    words = say(recorded, amount=done) if subject.kept else say("Nothing is kept yet.")
    return Answer("sum(commitments)", (used,), words)


def what_is_left(
    subject: Together, kind: Kind, held: Held, names: tuple[str, str], titles: tuple[str, str], words: str
) -> Answer:
    """Say what is left of one figure when another is taken off, 0 or more.

    Args:
        subject: whose figures they are.
        kind: persons or money.
        held: both.
        names: their ids.
        titles: their names in words.
        words: what is said where something is left, with the places ``left`` and ``whole``.
    """
    whole, part = kind.value(held.against) or 0, kind.value(held.given) or 0
    used = tuple(
        Input(
            name,
            say("{title}: {title_2}", title=subject.title, title_2=title),
            value,
            kind.unit,
            COMPUTED,
            "",
            name,
            subject.code,
        )
        for name, title, value in zip(names, titles, (whole, part), strict=True)
    )
    left, formula = max(0, whole - part), f"max(0, {names[0]} - {names[1]})"
    if not left:
        return Answer(
            formula,
            used,
            say(
                "Nothing is left: {given} against {whole}.",
                given=kind.written(part),
                whole=kind.written(whole),
            ),
        )
    return Answer(
        formula,
        used,
        say(words, left=kind.written(left), whole=kind.written(whole)),
    )
