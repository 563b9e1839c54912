"""Whom a figure of migratory pressure is about: the whole, or a Member State (COM(2020) 610, Art. 50 to 54)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

from desktop_app.calc.credits import CreditEntry, credit_entries
from desktop_app.calc.explain.proposal_subject import Proposal, ProposalState
from desktop_app.calc.migratory_pressure import PressureReport
from desktop_app.calc.periods_2020 import last_day_for_pressure_plans
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, PressureTotals
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.reduction import ReductionFigures
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import listed


@dataclass(frozen=True)
class Pressure(Proposal):
    """The whole procedure as the subject of a figure."""

    assessment: PressureAssessment

    COUNTED: ClassVar[str] = "persons"
    BENEFITS: ClassVar[str] = say("a state that benefits itself")
    EVERYBODY_BENEFITS: ClassVar[str] = say("one that benefits itself")
    PLAN_ARTICLE: ClassVar[str] = say("Art. 52(3)")

    @property
    def totals(self) -> PressureTotals:
        """Figures of the whole procedure."""
        return self.assessment.totals

    @property
    def sums(self) -> PressureTotals:
        """The totals, as far as both procedures have them."""
        return self.totals

    @property
    def report(self) -> PressureReport:
        """The report on migratory pressure."""
        return self.forum.migratory_pressure.report

    @property
    def report_total(self) -> int:
        """Relocation and sponsorship of the report together; asked only where it is known."""
        return self.totals.total or 0

    @property
    def why_no_total(self) -> str:
        """Why the report's total is not known; empty where it is."""
        if self.totals.total is not None:
            return ""
        if not self.report.under_pressure:
            return say("The report finds no migratory pressure, so nobody is asked for anything (Art. 51(2)).")
        missing = [
            words
            for words, count in (
                (say("relocation"), self.report.relocations),
                (say("sponsorship"), self.report.sponsorship),
            )
            if count is None
        ]
        return say(
            "The report's total of {listed} is missing, so the key has nothing to share (Art. 51(3)).",
            listed=listed(missing),
        )

    @property
    def plan_deadline(self) -> date | None:
        """Last day for plans; ``None`` before the report."""
        adopted = self.report.adopted
        return None if adopted is None else last_day_for_pressure_plans(adopted)

    @cached_property
    def asked_rows(self) -> tuple[PressureRow, ...]:
        """The rows of the states that are asked."""
        return tuple(row for row in self.assessment.rows if row.is_asked)

    @property
    def averages(self) -> ReductionFigures | None:
        """The averages behind the 10 % reduction."""
        return self.totals.reduction_figures

    @cached_property
    def credits(self) -> tuple[CreditEntry, ...]:
        """Every earlier contribution, with whether it counts."""
        return credit_entries(self.forum)

    @property
    def is_settled(self) -> bool:
        """Whether what the act fixes is known: the total, and the share of every state."""
        return self.totals.total is not None and all(row.exact_key is not None for row in self.assessment.rows)


@dataclass(frozen=True)
class PressureState(Pressure, ProposalState):
    """One participating Member State as the subject of a figure.

    Attributes:
        row: its figures.
    """

    row: PressureRow = field(kw_only=True)

    @property
    def plan(self) -> PressurePlan | None:
        """The revision of its plan that counts."""
        return self.row.plan

    @property
    def quota(self) -> Fraction:
        """What the number by the key is before it is rounded."""
        return self.exact_key
