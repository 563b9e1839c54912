"""Whom a figure of the proposal of 2020 is about: what its two procedures with a key share (COM(2020) 610)."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar, Protocol

from desktop_app.calc.explain.figure import Whole
from desktop_app.calc.findings import Status
from desktop_app.calc.response_assessment import PlanStanding, ShortfallReadings
from desktop_app.calc.response_plans import ResponseMeasure

STATUS = Status.PROPOSAL_2020
"""Legal status of every figure of the proposal."""


class AdoptedReport(Protocol):
    """The Commission's report, which gives the total."""

    @property
    def reference(self) -> str | None:
        """Its reference."""
        ...

    @property
    def adopted(self) -> date | None:
        """Date of its adoption."""
        ...


class HandedIn(Protocol):
    """One revision of a Member State's plan."""

    @property
    def reference(self) -> str | None:
        """Its reference number."""
        ...

    @property
    def mark(self) -> str:
        """The reference with its revision mark."""
        ...

    @property
    def submitted(self) -> date | None:
        """Date of submission."""
        ...

    @property
    def measures(self) -> Sequence[ResponseMeasure]:
        """Its measures."""
        ...


class KeyRow(Protocol):
    """The figures of one participating Member State that both procedures have."""

    @property
    def code(self) -> str:
        """Its Union code."""
        ...

    @property
    def share(self) -> Fraction | None:
        """Its share of the key."""
        ...

    @property
    def exact_key(self) -> Fraction | None:
        """Share × the report's total."""
        ...

    @property
    def key_number(self) -> int | None:
        """The same in whole persons."""
        ...

    @property
    def standing(self) -> PlanStanding:
        """How it stands with the plan."""
        ...

    @property
    def claimed(self) -> Fraction:
        """What its measures claim."""
        ...

    @property
    def asked(self) -> int | None:
        """Persons that it is asked for."""
        ...

    @property
    def missing(self) -> Fraction | None:
        """What its measures leave short."""
        ...

    @property
    def half(self) -> Fraction | int:
        """What the 50 % rule asks."""
        ...


class SharedTotals(Protocol):
    """The totals that both procedures have: what is asked, what measures claim, the 30 % test."""

    @property
    def asked(self) -> int | None:
        """Persons asked for."""
        ...

    @property
    def not_asked(self) -> int | None:
        """Persons that nobody is asked for."""
        ...

    @property
    def claimed(self) -> Fraction:
        """What measures claim."""
        ...

    @property
    def shortfall_readings(self) -> ShortfallReadings:
        """Under each reading."""
        ...

    @property
    def shortfall(self) -> Fraction | None:
        """Under the reading in force."""
        ...

    @property
    def shortfall_triggered(self) -> bool:
        """Strictly above 30 %."""
        ...


@dataclass(frozen=True)
class Proposal(Whole, ABC):
    """The whole procedure as the subject of a figure."""

    COUNTED: ClassVar[str]
    """What the report's total counts."""
    BENEFITS: ClassVar[str]
    """What a state is that nobody asks, as in "France, …, to contribute"."""
    EVERYBODY_BENEFITS: ClassVar[str]
    """The same, as in "Every Member State of the key is …"."""
    PLAN_ARTICLE: ClassVar[str]
    """Where the time limit for plans stands."""

    @property
    @abstractmethod
    def report(self) -> AdoptedReport:
        """The Commission's report."""

    @property
    @abstractmethod
    def report_total(self) -> int:
        """The report's total; asked only where it is known."""

    @property
    @abstractmethod
    def why_no_total(self) -> str:
        """Why the report's total is not known; empty where it is."""

    @property
    @abstractmethod
    def plan_deadline(self) -> date | None:
        """Last day for plans; ``None`` before the report."""

    @property
    @abstractmethod
    def sums(self) -> SharedTotals:
        """The totals, as far as both procedures have them."""

    @property
    @abstractmethod
    def asked_rows(self) -> Sequence[KeyRow]:
        """The rows of the states that are asked."""


@dataclass(frozen=True)
class ProposalState(Proposal, ABC):
    """One participating Member State as the subject of a figure.

    Attributes:
        row: its figures.
    """

    row: KeyRow = field(kw_only=True)

    @property
    def code(self) -> str:
        """The state's Union code."""
        return self.row.code

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

    @property
    @abstractmethod
    def quota(self) -> Fraction:
        """What the number by the key is before it is rounded; asked only where it is known."""

    @property
    @abstractmethod
    def plan(self) -> HandedIn | None:
        """The revision of its plan that counts."""


def iso(day: date | None) -> str:
    """Return a date as inputs carry it: ISO, or empty."""
    return day.isoformat() if day else ""
