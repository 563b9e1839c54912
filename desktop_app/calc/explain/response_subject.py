"""Whom a figure of search and rescue is about: the whole, a Member State, or a pool (COM(2020) 610)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from desktop_app.calc.explain.figure import Whole, at_beginning, in_sentence
from desktop_app.calc.findings import Status
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import (
    PoolFigures,
    ResponseRow,
    SearchAndRescueAssessment,
    SearchAndRescueTotals,
)
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame, frame_of
from desktop_app.calc.search_and_rescue import ActPath

STATUS = Status.PROPOSAL_2020
"""Legal status of every figure of search and rescue."""


@dataclass(frozen=True)
class Response(Whole):
    """The whole procedure as the subject of a figure."""

    assessment: SearchAndRescueAssessment

    @property
    def totals(self) -> SearchAndRescueTotals:
        """Figures of the whole procedure."""
        return self.assessment.totals

    @cached_property
    def frame(self) -> Frame:
        """What all rows rest on."""
        return frame_of(self.forum)

    @property
    def report_total(self) -> int:
        """The report's total before any top-up; asked only where it is known."""
        return self.frame.total or 0

    @property
    def still_short(self) -> bool:
        """Whether the plans are judged still significantly short (Art. 48(2))."""
        return self.frame.path is ActPath.STILL_SHORT

    @cached_property
    def contributing(self) -> tuple[ResponseRow, ...]:
        """The rows of the states that are asked."""
        return tuple(row for row in self.assessment.rows if not row.benefitting)

    @cached_property
    def with_measures(self) -> tuple[ResponseRow, ...]:
        """Of these, those whose plan has measures."""
        return tuple(row for row in self.contributing if row.claimed)


@dataclass(frozen=True)
class ResponseState(Response):
    """One participating Member State as the subject of a figure.

    Attributes:
        row: its figures.
    """

    row: ResponseRow = field(kw_only=True)

    @property
    def code(self) -> str:
        """The state's Union code."""
        return self.row.code

    @property
    def title(self) -> str:
        """What stands before the figure's name."""
        return name_of(self.code)

    @property
    def name(self) -> str:
        """The state's name inside a sentence."""
        return in_sentence(self.code)

    @property
    def begin(self) -> str:
        """The state's name at the beginning of a sentence."""
        return at_beginning(self.code)

    @property
    def share(self) -> Fraction:
        """The state's share; asked only where it is known."""
        return self.row.share or Fraction(0)

    @property
    def exact_key(self) -> Fraction:
        """Share × the report's total; asked only where it is known."""
        return self.row.exact_key or Fraction(0)

    @property
    def is_cut(self) -> bool:
        """Whether the half is exactly covered, so that what is more is cut (reading ``cover``)."""
        return self.reading("cover") == "exact"


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
        return f"Pool of {self.name}"

    @property
    def name(self) -> str:
        """The benefitting state's name inside a sentence."""
        return in_sentence(self.code)


def iso(day: date | None) -> str:
    """Return a date as inputs carry it: ISO, or empty."""
    return day.isoformat() if day else ""
