"""Response plans of the proposal of 2020: what a Member State hands in on the form of Annex I (COM(2020) 610).

Measures are those of Art. 45(1)(d); their worth is counted in persons, so that it can be held against the
relocations that the key would ask for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from desktop_app.calc.sentences import say


class ResponseMeasureKind(Enum):
    """The three lines of Art. 45(1)(d), as Annexes I, II and IV list them."""

    CAPACITY = "capacity"
    OPERATIONAL = "operational"
    THIRD_COUNTRY = "third-country"


@dataclass(frozen=True, slots=True)
class ResponseMeasure:
    """One measure on a plan's form.

    Attributes:
        kind: the line of the form; ``None`` where it is not said on which of the three the measure stands.
        amount: how much is offered, in words.
        description: what is offered.
        timetable: when it is carried out.
        persons_equivalent: relocations that the measure stands for, exact; ``None`` when not said.
        value_cents: its value in cents, or ``None``.
    """

    kind: ResponseMeasureKind | None = None
    amount: str | None = None
    description: str | None = None
    timetable: str | None = None
    persons_equivalent: Fraction | None = None
    value_cents: int | None = None


def persons_of(measures: Iterable[ResponseMeasure]) -> Fraction:
    """Return what measures stand for together, persons, exact; one without a figure counts 0."""
    known = [each.persons_equivalent for each in measures if each.persons_equivalent]
    return known[0] if len(known) == 1 else sum(known, Fraction(0))


@dataclass(frozen=True, slots=True)
class Cover:
    """How a Member State splits what the 50 % rule adds to its plan (Art. 48(2)).

    Attributes:
        relocations: persons added by relocation.
        sponsorship: persons added by return sponsorship.
    """

    relocations: int = 0
    sponsorship: int = 0

    @property
    def persons(self) -> int:
        """Both together."""
        return self.relocations + self.sponsorship


@dataclass(frozen=True, slots=True)
class ResponsePlan:
    """One revision of a search and rescue solidarity response plan (Art. 47(4), Annex I).

    Attributes:
        code: Union code of the contributing Member State.
        reference: reference number; the same for every revision.
        revision: 0 for the first plan; 1, 2 … for those revised in the forum.
        submitted: date of submission.
        relocations: relocations of applicants, persons.
        vulnerable: persons among them who are vulnerable (Art. 47(4)(c), 49(4)).
        measures: in the order in which they stand on the form.
        cover: split of what the 50 % rule adds, as the state says; ``None`` when it has not said.
        note: free text.
    """

    code: str
    reference: str | None = None
    revision: int = 0
    submitted: date | None = None
    relocations: int = 0
    vulnerable: int = 0
    measures: tuple[ResponseMeasure, ...] = ()
    cover: Cover | None = None
    note: str | None = None

    @property
    def measures_persons(self) -> Fraction:
        """What the measures stand for, persons, exact; a measure without a figure counts 0."""
        return persons_of(self.measures)

    @property
    def mark(self) -> str:
        """The reference with its revision mark (Annex I, footnote 1): ``"DE-SAR-1 (Rev) 1"``."""
        if not self.revision:
            return self.reference or ""
        revision = str(self.revision)
        if self.reference:
            return say("{named} (Rev) {revision}", named=self.reference, revision=revision)
        return say("(Rev) {revision}", revision=revision)
