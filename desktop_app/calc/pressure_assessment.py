"""The assessment of migratory pressure: rows and totals (COM(2020) 610, Art. 50 to 53).

Made by :func:`desktop_app.calc.assess.assess` and never by hand. All figures are exact; ``None`` stands
where a figure cannot be known. Names follow the interchange format, section 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.exact import total_of
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.reduction import ReductionFigures
from desktop_app.calc.response_assessment import PlanStanding, ShortfallReadings
from desktop_app.calc.sponsorship_clock import SponsorshipStanding

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class PressureContribution:
    """What an act fixes for one Member State, whole persons; ``None`` while it cannot be known.

    Attributes:
        relocations: applicants.
        sponsorship: persons sponsored for return.
        beneficiaries: beneficiaries of protection.
        measures: persons-equivalent of measures.
    """

    relocations: int | None
    sponsorship: int | None
    beneficiaries: int | None
    measures: int | None

    @property
    def by_type(self) -> Mapping[ContributionType, int | None]:
        """The figures by type, in the order of ties."""
        return {
            ContributionType.APPLICANTS: self.relocations,
            ContributionType.SPONSORSHIP: self.sponsorship,
            ContributionType.BENEFICIARIES: self.beneficiaries,
            ContributionType.MEASURES: self.measures,
        }

    @property
    def persons(self) -> int | None:
        """Everything but measures; ``None`` while not known."""
        if self.relocations is None or self.sponsorship is None or self.beneficiaries is None:
            return None
        return self.relocations + self.sponsorship + self.beneficiaries

    @property
    def total(self) -> int | None:
        """Persons and measures; ``None`` while not known."""
        persons = self.persons
        return None if persons is None or self.measures is None else persons + self.measures


NOTHING_FIXED = PressureContribution(0, 0, 0, 0)
NOT_KNOWN = PressureContribution(None, None, None, None)


@dataclass(frozen=True, slots=True)
class PressureRow:
    """The figures of one participating Member State, step by step in the order of calculation.

    Attributes:
        code: Union code.
        benefitting: whether the report names it; nobody asks it for its part.
        benefits_elsewhere: whether it benefits from another procedure and is not asked either.
        share: exact share of the key, 1 = the whole.
        exact_key: share × the report's total (a), persons, exact.
        key_number: the same in whole persons under the reading ``rounding``.
        plan: the revision that counts; ``None`` where none does.
        standing: how it stands with the plan.
        types: how its persons split over the types: the plan's shares, or what the Commission set.
        covered: part of its share that measures cover (d), persons, exact; never more than the share.
        claimed: persons-equivalent that its measures claim, exact.
        missing: what its measures leave short of the key (the 30 % test): ``covered`` of a state with measures,
            0 of every other; ``None`` where the key is not known.
        half: half of the exact key, rounded up and no more than it, where the 50 % rule asks for it; else 0.
        persons: by persons before reduction and credits (r, after the 50 % rule), exact; ``None`` where not known.
        measures_exact: by measures, exact; ``None`` where not known.
        reduction: what the 10 % reduction takes off, 0 or less, exact.
        redistributed: what it takes over of others' reductions, exact.
        credited_types: what earlier contributions take off, by type, persons, exact.
        exact: persons and measures by type before rounding, exact; empty where not known.
        fixed: what the act fixes.
        set_by_commission: no plan was handed in in time, so the Commission sets the types.
        reduction_eligible: its applications per head reach twice the Union's; ``None`` where not known.
        minors: unaccompanied minors in the plan.
    """

    code: str
    benefitting: bool
    benefits_elsewhere: bool
    share: Fraction | None
    exact_key: Fraction | None
    key_number: int | None
    plan: PressurePlan | None
    standing: PlanStanding
    types: TypeShares
    covered: Fraction
    claimed: Fraction
    missing: Fraction | None
    half: Fraction
    persons: Fraction | None
    measures_exact: Fraction | None
    reduction: Fraction
    redistributed: Fraction
    credited_types: Mapping[ContributionType, Fraction]
    exact: Mapping[ContributionType, Fraction]
    fixed: PressureContribution
    set_by_commission: bool
    reduction_eligible: bool | None
    minors: int

    @property
    def is_asked(self) -> bool:
        """Whether the state contributes at all."""
        return not (self.benefitting or self.benefits_elsewhere)

    @property
    def asked(self) -> int | None:
        """Persons that the key asks of the state; 0 of one that benefits."""
        return self.key_number if self.is_asked else 0

    @property
    def has_types(self) -> bool:
        """Whether it is known by which types it contributes: its plan counts, or the Commission sets them."""
        return self.plan is not None or self.set_by_commission

    @property
    def planned(self) -> Fraction | None:
        """By persons as its plan has it, before the 50 % rule: the share less what measures cover, exact."""
        return self.exact_key if self.exact_key is None or not self.covered else self.exact_key - self.covered

    @property
    def credited(self) -> Fraction:
        """What earlier contributions take off, of every type."""
        return total_of(self.credited_types.values())

    @property
    def relocations(self) -> int | None:
        """Applicants that the act fixes, persons."""
        return self.fixed.relocations

    @property
    def sponsorship(self) -> int | None:
        """Persons sponsored for return that the act fixes."""
        return self.fixed.sponsorship

    @property
    def beneficiaries(self) -> int | None:
        """Beneficiaries of protection that the act fixes, persons."""
        return self.fixed.beneficiaries

    @property
    def measures(self) -> int | None:
        """Persons-equivalent of measures that the act fixes."""
        return self.fixed.measures

    @property
    def adjusted(self) -> Fraction | None:
        """By how much the Commission adjusts measures up (> 0) or down (< 0), exact; ``None`` without measures."""
        return None if not self.covered or self.measures_exact is None else self.measures_exact - self.claimed

    @property
    def added(self) -> Fraction:
        """Persons that the 50 % rule adds to the plan's, exact; below 0 where it cuts them (reading ``cover``)."""
        if not self.half or self.persons is None or self.exact_key is None:
            return _NOTHING
        return self.persons - (self.exact_key - self.covered)


@dataclass(frozen=True, slots=True)
class TypeMatch:
    """What the plans give of one total of the report, against its part that is asked; a mismatch is for the forum.

    States whose plan is still awaited are left out on both sides: of them no type is known.

    The key is applied to both totals together and each state splits its number, so that types need not match
    (Art. 52(4)). The 50 % rule, reduction and credits come later and are left out.

    Attributes:
        name: ``"relocations"`` or ``"sponsorship"``.
        needed: the report's total, persons; ``None`` when not known.
        asked: the part of it that the key asks of those states, exact; ``None`` while not known.
        given: what their types give of it, exact; ``None`` while not known.
    """

    name: str
    needed: int | None
    asked: Fraction | None
    given: Fraction | None

    @property
    def difference(self) -> Fraction | None:
        """Given less asked, persons, exact; ``None`` while one is not known."""
        return None if self.asked is None or self.given is None else self.given - self.asked

    @property
    def is_mismatch(self) -> bool:
        """Whether types and needs differ by a whole person or more; less is rounding."""
        return self.difference is not None and abs(self.difference) >= 1


@dataclass(frozen=True, slots=True)
class PressureTotals:
    """The figures of the whole procedure: sums over the contributing Member States.

    Attributes:
        relocations: persons to relocate by the report.
        sponsorship: persons to sponsor by the report.
        total: both together, to which the key is applied; ``None`` while one is not known.
        asked: sum of the key numbers of contributing states.
        not_asked: sum of the key numbers of those that benefit.
        covered: what measures cover, exact.
        claimed: what they claim, exact.
        planned: persons (exact) of the states whose plan counts; ``None`` while the share of one is not known.
        fixed_relocations: sum of what the act fixes; ``None`` while a figure is not known.
        fixed_sponsorship: the same of sponsorship.
        fixed_beneficiaries: the same of beneficiaries of protection.
        fixed_measures: the same of measures, persons-equivalent.
        matches: relocation and sponsorship against the report's totals (Art. 52(4)).
        reduction: sum of the reductions, 0 or less, exact; what is redistributed is its opposite.
        credited: sum of the credits, exact.
        reduction_figures: the averages behind the 10 % reduction; ``None`` where they cannot be known.
        shortfall_readings: the 30 % test; ``b`` is always ``None`` under pressure.
        shortfall: under the reading in force.
        shortfall_triggered: strictly above 30 %, exactly.
        minors: unaccompanied minors in the plans that count.
        waiting: contributing states whose plan is awaited, late or missing, in protocol order.
        sponsorships: how it stands with each group under return sponsorship, in the order recorded.
    """

    relocations: int | None
    sponsorship: int | None
    total: int | None
    asked: int | None
    not_asked: int | None
    covered: Fraction
    claimed: Fraction
    planned: Fraction | None
    fixed_relocations: int | None
    fixed_sponsorship: int | None
    fixed_beneficiaries: int | None
    fixed_measures: int | None
    matches: tuple[TypeMatch, TypeMatch]
    reduction: Fraction
    credited: Fraction
    reduction_figures: ReductionFigures | None
    shortfall_readings: ShortfallReadings
    shortfall: Fraction | None
    shortfall_triggered: bool
    minors: int
    waiting: tuple[str, ...]
    sponsorships: tuple[SponsorshipStanding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PressureAssessment(Assessment):
    """Everything that can be said of a pressure response (COM(2020) 610, Art. 50 to 53).

    Attributes:
        rows: one a participating state, in protocol order.
        totals: see :class:`PressureTotals`.
    """

    rows: tuple[PressureRow, ...]
    totals: PressureTotals

    @staticmethod
    def of(assessment: Assessment) -> "PressureAssessment":
        """Return an assessment as one of migratory pressure.

        Raises:
            TypeError: the forum follows another procedure.
        """
        if not isinstance(assessment, PressureAssessment):
            raise TypeError(f"{assessment.forum.procedure.value} is no pressure response")
        return assessment

    def row(self, code: str) -> PressureRow:
        """Return the figures of a Member State.

        Raises:
            KeyError: the state does not take part.
        """
        for row in self.rows:
            if row.code == code:
                return row
        raise KeyError(code)
