"""Whom a figure of search and rescue is about: the whole, a Member State, or a pool (COM(2020) 610)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

from desktop_app.calc.explain.proposal_subject import Proposal, ProposalState
from desktop_app.calc.explain.unknown import names
from desktop_app.calc.response_assessment import (
    PoolFigures,
    ResponseRow,
    SearchAndRescueAssessment,
    SearchAndRescueTotals,
)
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame, frame_of
from desktop_app.calc.search_and_rescue import ActPath, ManagementReport
from desktop_app.calc.sentences import say


@dataclass(frozen=True)
class Response(Proposal):
    """The whole procedure as the subject of a figure."""

    assessment: SearchAndRescueAssessment

    COUNTED: ClassVar[str] = "relocations"
    BENEFITS: ClassVar[str] = say("a state of disembarkation")
    EVERYBODY_BENEFITS: ClassVar[str] = say("one of disembarkation")
    PLAN_ARTICLE: ClassVar[str] = say("Art. 47(4)")

    @property
    def totals(self) -> SearchAndRescueTotals:
        """Figures of the whole procedure."""
        return self.assessment.totals

    @property
    def sums(self) -> SearchAndRescueTotals:
        """The totals, as far as both procedures have them."""
        return self.totals

    @property
    def report(self) -> ManagementReport:
        """The migration management report."""
        return self.forum.search_and_rescue.report

    @cached_property
    def frame(self) -> Frame:
        """What all rows rest on."""
        return frame_of(self.forum)

    @property
    def report_total(self) -> int:
        """The report's total before any top-up; asked only where it is known."""
        return self.frame.total or 0

    @property
    def why_no_total(self) -> str:
        """Why the report's total is not known; empty where it is."""
        if self.frame.total is not None:
            return ""
        benefitting = self.frame.benefitting
        if not benefitting:
            return say("The report names no Member State of disembarkation yet (Art. 47(2)).")
        missing = [code for code, each in benefitting.items() if each.relocations is None]
        return say(
            "The report's number of relocations is missing for {names}, so there is no total (Art. 47(2)).",
            names=names(missing),
        )

    @property
    def plan_deadline(self) -> date | None:
        """Last day for plans; ``None`` before the report."""
        return self.frame.plan_deadline

    @property
    def still_short(self) -> bool:
        """Whether the plans are judged still significantly short (Art. 48(2))."""
        return self.frame.path is ActPath.STILL_SHORT

    @cached_property
    def contributing(self) -> tuple[ResponseRow, ...]:
        """The rows of the states that are asked."""
        return tuple(row for row in self.assessment.rows if not row.benefitting)

    @property
    def asked_rows(self) -> tuple[ResponseRow, ...]:
        """The rows of the states that are asked."""
        return self.contributing

    @cached_property
    def with_measures(self) -> tuple[ResponseRow, ...]:
        """Of these, those whose plan has measures."""
        return tuple(row for row in self.contributing if row.claimed)


@dataclass(frozen=True)
class ResponseState(Response, ProposalState):
    """One participating Member State as the subject of a figure.

    Attributes:
        row: its figures.
    """

    row: ResponseRow = field(kw_only=True)

    @property
    def plan(self) -> ResponsePlan | None:
        """The revision of its plan that counts."""
        return self.row.plan

    @property
    def quota(self) -> Fraction:
        """What the number by the key is before it is rounded: of the raised total, where there is one."""
        return self.share * (self.totals.relocations or 0)


@dataclass(frozen=True)
class ResponsePool(Response):
    """The pool of one Member State of disembarkation as the subject of a figure.

    Attributes:
        pool: its figures.
    """

    pool: PoolFigures = field(kw_only=True)

    @property
    def code(self) -> str:
        """Code of the benefitting state."""
        return self.pool.benefitting

    @property
    def title(self) -> str:
        """What stands before the figure's name."""
        return say("Pool of {name}", name=self.name)
