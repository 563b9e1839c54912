"""The assessment: what can be said of a forum at one moment, and the rows and totals of the annual pool.

Made by :func:`desktop_app.calc.assess.assess` and never by hand. All figures are exact; ``None`` stands
where a figure cannot be known. Names follow the interchange format, section 4.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from desktop_app.calc.exact import CENTS
from desktop_app.calc.findings import Deadline, Finding, Severity
from desktop_app.calc.forum import DeductionStage, Forum


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What can be said of a forum whatever its procedure; each procedure adds its rows and totals.

    Attributes:
        forum: what was assessed.
        readings: every reading in force, value by name.
        findings: gravest first, then the forum's, then by protocol order.
        deadlines: by due date.
        memory: what the rulebook keeps to assess the next moment faster; no figure, not compared.
    """

    forum: Forum
    readings: Mapping[str, str]
    findings: tuple[Finding, ...]
    deadlines: tuple[Deadline, ...]
    memory: object = field(default=None, compare=False, repr=False)

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """The findings that keep the act from being printed as final."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCK)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one Member State.

    Attributes:
        code: Union code.
        in_key: whether the state takes part in the reference key; outside it, figures are ``None``.
        benefitting: whether it benefits on the day of the check.
        share: exact share, 1 = the whole.
        exact_fair_share: persons, exact, crisis credit taken off.
        fair_share_relocations: persons, rounded under the reading ``rounding``.
        fair_share_eur: EUR, exact.
        pledged_relocations: persons.
        pledged_financial_cents: cents.
        pledged_alternative_cents: cents; ``None`` also while a measure has no value.
        equivalents: the whole pledge in relocations, exact.
        coverage: equivalents / exact fair share.
        met: whether the fair share is met.
        gap: persons missing, exact; 0 when met.
        gap_relocations: the gap, rounded up.
        gap_eur: the gap × rate, EUR, exact.
        deducted_relocations: granted deductions of relocations, capped at the pledge.
        deducted_financial_cents: the same of money.
        deducted_alternative_cents: the same of measures.
        deducted_equivalents: the granted deductions in relocations, exact.
        net_equivalents: equivalents − deducted.
        deduction_stage: the furthest stage of the state's deductions (granted before refused), or ``None``.
        offset_option: ``"no"``, ``"a"``, ``"b"`` or ``"ab"`` (Art. 63(2)).
        cover_relocations: what the 50 % rule of the proposal of 2020 would ask, persons.
        reduction_eligible: eligibility for the 10 % reduction of the proposal of 2020.
    """

    code: str
    in_key: bool
    benefitting: bool
    share: Fraction | None
    exact_fair_share: Fraction | None
    fair_share_relocations: int | None
    fair_share_eur: Fraction | None
    pledged_relocations: int | None
    pledged_financial_cents: int | None
    pledged_alternative_cents: int | None
    equivalents: Fraction | None
    coverage: Fraction | None
    met: bool | None
    gap: Fraction | None
    gap_relocations: int | None
    gap_eur: Fraction | None
    deducted_relocations: int | None
    deducted_financial_cents: int | None
    deducted_alternative_cents: int | None
    deducted_equivalents: Fraction | None
    net_equivalents: Fraction | None
    deduction_stage: DeductionStage | None
    offset_option: str = "no"
    cover_relocations: int = 0
    reduction_eligible: bool | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of the whole pool: sums over the participating states of what is known.

    Attributes:
        rate_eur: EUR per relocation, exact.
        fair_share_relocations: sum of the rounded fair shares (above R when rounded up).
        pledged_relocations: persons.
        pledged_financial_cents: cents.
        pledged_alternative_cents: cents.
        pledged_equivalents: relocations, exact.
        unknown_states: participating states whose equivalents are not known, in protocol order.
        coverage: equivalents / reference relocations.
        gap: max(0, R − equivalents), exact.
        gap_relocations: the gap, rounded up.
        gap_eur: the gap × rate, EUR, exact.
        net_equivalents: sum of the states' net equivalents.
        effective_gap_relocations: gap on net and without the benefitting states, rounded up.
        shortfall: the 30 % indicator as a ratio, exact.
        shortfall_triggered: strictly above 30 %.
    """

    rate_eur: Fraction | None
    fair_share_relocations: int | None
    pledged_relocations: int
    pledged_financial_cents: int
    pledged_alternative_cents: int
    pledged_equivalents: Fraction
    unknown_states: tuple[str, ...]
    coverage: Fraction | None
    gap: Fraction | None
    gap_relocations: int | None
    gap_eur: Fraction | None
    net_equivalents: Fraction
    effective_gap_relocations: int | None
    shortfall: Fraction | None
    shortfall_triggered: bool

    @property
    def recorded_at_least(self) -> int:
        """What is recorded in all, complete or not: relocations with money and measures at the rate, rounded down.

        Without a rate, money and measures cannot be counted.
        """
        cents = self.pledged_financial_cents + self.pledged_alternative_cents
        money = Fraction(cents, CENTS) / self.rate_eur if self.rate_eur else Fraction(0)
        return floor(self.pledged_relocations + money)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualPoolAssessment(Assessment):
    """Everything that can be said of an annual pool.

    Attributes:
        rows: one a state, in protocol order.
        totals: the pool's figures.
    """

    rows: tuple[Row, ...]
    totals: Totals

    @staticmethod
    def of(assessment: Assessment) -> "AnnualPoolAssessment":
        """Return an assessment as one of an annual pool.

        Raises:
            TypeError: the forum follows another procedure.
        """
        if not isinstance(assessment, AnnualPoolAssessment):
            raise TypeError(f"{assessment.forum.procedure.value} has no figures of the annual pool")
        return assessment

    def row(self, code: str) -> Row:
        """Return the figures of a Member State.

        Raises:
            KeyError: the state is not in the forum.
        """
        for row in self.rows:
            if row.code == code:
                return row
        raise KeyError(code)
