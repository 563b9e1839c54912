"""The 10 % reduction and who takes over what it leaves, spelled out (COM(2020) 610, Art. 52(5), 53(3), recital 28).

The figures are those of the assessment; here they are taken apart, so that a person can follow them.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.sentences import say

_NOTHING = Fraction(0)


class RequestStanding(Enum):
    """How it stands with a request for the reduction; the value is the word for it."""

    GRANTED = "granted"
    NOT_KNOWN = say("not known: applications of five years are missing")
    NOT_ELIGIBLE = say("not eligible under the readings in force")
    NO_PERSONS = say("delivers no persons, only measures")
    NOBODY_ELSE = say("nobody else delivers persons who could be spread to")


@dataclass(frozen=True, slots=True)
class Request:
    """One state that asks for the reduction in the plan that counts.

    Attributes:
        code: Union code.
        standing: whether it is granted, and why not.
    """

    code: str
    standing: RequestStanding


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What one state takes over of one reduction.

    Attributes:
        code: of the state that takes over.
        share: its exact share of the key.
        persons: what it takes over, exact.
    """

    code: str
    share: Fraction
    persons: Fraction


@dataclass(frozen=True, slots=True)
class Spread:
    """One reduction and its spread; the persons of all parts are what is taken off.

    Attributes:
        code: of the state that is reduced.
        exact_key: share × total (a), persons, exact.
        taken_off: persons, exact, more than 0.
        shares: of all that take over, together.
        parts: who takes over what, in protocol order.
    """

    code: str
    exact_key: Fraction
    taken_off: Fraction
    shares: Fraction
    parts: tuple[TakenOver, ...]


def requests_of(assessment: PressureAssessment) -> tuple[Request, ...]:
    """Return who asks for the reduction in a plan that counts, and how it stands with it."""
    asking = (row for row in assessment.rows if row.plan is not None and row.plan.reduction_requested)
    return tuple(Request(row.code, _standing(row)) for row in asking)


def _standing(row: PressureRow) -> RequestStanding:
    if row.reduction:
        return RequestStanding.GRANTED
    if row.reduction_eligible is None or row.persons is None:
        return RequestStanding.NOT_KNOWN
    if not row.reduction_eligible:
        return RequestStanding.NOT_ELIGIBLE
    delivers = row.plan is not None and row.plan.shares.total and row.exact_key != row.covered
    return RequestStanding.NOBODY_ELSE if delivers else RequestStanding.NO_PERSONS


def spreads_of(assessment: PressureAssessment) -> tuple[Spread, ...]:
    """Return each reduction with its spread, in protocol order.

    Who takes over a part of one is who takes over anything, but for the reduced state itself.
    """
    return tuple(_spread(row, assessment) for row in assessment.rows if row.reduction)


def _spread(reduced: PressureRow, assessment: PressureAssessment) -> Spread:
    taking = {
        row.code: row.share or _NOTHING for row in assessment.rows if row.redistributed and row.code != reduced.code
    }
    shares = sum(taking.values(), _NOTHING)
    taken_off = -reduced.reduction
    parts = tuple(TakenOver(code, share, taken_off * share / shares) for code, share in taking.items())
    return Spread(reduced.code, reduced.exact_key or _NOTHING, taken_off, shares, parts)
