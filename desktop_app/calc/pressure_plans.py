"""Plans of a pressure response: what a Member State hands in on the form of Annex II (COM(2020) 610, Art. 52)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.response_plans import ResponseMeasure, persons_of
from desktop_app.calc.sentences import say

WHOLE: Final = 100
"""What the shares of a plan total, percent."""


@dataclass(frozen=True, slots=True)
class TypeShares:
    """How a number of persons splits over the types of Art. 45(1)(a) to (c), percent, exact."""

    applicants: Fraction = Fraction(0)
    sponsorship: Fraction = Fraction(0)
    beneficiaries: Fraction = Fraction(0)

    @property
    def total(self) -> Fraction:
        """Sum; 100 in a plan that is in order."""
        one, two, three = self.applicants, self.sponsorship, self.beneficiaries
        # Nearly every plan gives whole per cent, and every rule asks: whole numbers add up in a tenth of the time.
        if one.denominator == two.denominator == three.denominator == 1:
            return Fraction(one.numerator + two.numerator + three.numerator)
        return one + two + three

    @property
    def by_type(self) -> Mapping[ContributionType, Fraction]:
        """Percent by type, in the order of ties."""
        return {
            ContributionType.APPLICANTS: self.applicants,
            ContributionType.SPONSORSHIP: self.sponsorship,
            ContributionType.BENEFICIARIES: self.beneficiaries,
        }

    @property
    def weights(self) -> Mapping[ContributionType, Fraction]:
        """The part of each type that gets one, 1 = all persons; it is theirs whatever the shares total."""
        whole = self.total
        return {kind: part / whole for kind, part in self.by_type.items() if part}


ALL_APPLICANTS: Final = TypeShares(Fraction(WHOLE))
"""Everybody by relocation of applicants: what stands where nobody has said otherwise."""


@dataclass(frozen=True, slots=True)
class PressurePlan:
    """One revision of a solidarity response plan (Art. 52(3), Annex II).

    Attributes:
        code: Union code of the contributing Member State.
        reference: reference number; the same for every revision.
        revision: 0 for the first plan; 1, 2 … for those revised in the forum.
        submitted: date of submission.
        shares: share of each type of persons.
        minors_applicants: unaccompanied minors among the applicants, persons.
        minors_beneficiaries: unaccompanied minors among the beneficiaries of protection, persons.
        nationalities: of the persons to be sponsored; country codes, sorted.
        activities: what the sponsorship consists of, in the order of :class:`SponsorshipActivity`.
        covered: part of the key's share covered by measures, persons, exact.
        measures: in the order in which they stand on the form.
        reduction_requested: the state asks for the 10 % reduction (Art. 52(5)).
        average_shown: applications per head over five years, as the plan shows them; ``None`` when not shown.
        note: free text.
    """

    code: str
    reference: str | None = None
    revision: int = 0
    submitted: date | None = None
    shares: TypeShares = TypeShares()
    minors_applicants: int = 0
    minors_beneficiaries: int = 0
    nationalities: tuple[str, ...] = ()
    activities: tuple[SponsorshipActivity, ...] = ()
    covered: Fraction = Fraction(0)
    measures: tuple[ResponseMeasure, ...] = ()
    reduction_requested: bool = False
    average_shown: Fraction | None = None
    note: str | None = None

    @property
    def measures_persons(self) -> Fraction:
        """What the measures stand for, persons, exact; a measure without a figure counts 0."""
        return persons_of(self.measures)

    @property
    def mark(self) -> str:
        """The reference with its revision mark (Annex II, footnote 2): ``"DE-1 (Rev) 1"``."""
        if not self.revision:
            return self.reference or ""
        revision = str(self.revision)
        if self.reference:
            return say("{named} (Rev) {revision}", named=self.reference, revision=revision)
        return say("(Rev) {revision}", revision=revision)
