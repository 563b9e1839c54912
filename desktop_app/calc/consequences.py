"""What a change would do: before and after of every Member State, of the totals, and of the findings.

Two assessments are compared; nothing is computed a second time. Each procedure has its own rows and totals.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar, overload

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row, Totals
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Pledge
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment, SearchAndRescueTotals


class Verdict(Enum):
    """What is said of a Member State's pledge (Art. 57(3)); the value is the word for it."""

    MET = "met"
    SHORT = "short"
    NO_PLEDGE = "no pledge"
    NOT_KNOWN = "not known yet"
    OUTSIDE = "outside the key"


def verdict_of(row: Row | None, pledge: Pledge) -> Verdict:
    """Return the verdict on a pledge.

    Args:
        row: the figures; ``None`` where the state is in no forum.
        pledge: what is recorded.
    """
    if row is None or not row.in_key:
        return Verdict.OUTSIDE
    if pledge.is_explicitly_none:
        return Verdict.NO_PLEDGE
    if row.met is None:
        return Verdict.NOT_KNOWN
    return Verdict.MET if row.met else Verdict.SHORT


@dataclass(frozen=True, slots=True)
class RowConsequence:
    """The figures of one Member State before and after.

    Attributes:
        code: Union code.
        before: figures before; ``None`` where the forum did not know the state.
        after: figures after; ``None`` where it no longer does.
        verdict_before: see :class:`Verdict`.
        verdict_after: the same, after.
    """

    code: str
    before: Row | None
    after: Row | None
    verdict_before: Verdict
    verdict_after: Verdict

    @property
    def is_changed(self) -> bool:
        """Whether any figure or the verdict differs."""
        return self.before != self.after or self.verdict_before is not self.verdict_after

    @property
    def fair_share_changes(self) -> bool:
        """Whether the share or the fair share differs, exactly."""
        return _fair_share(self.before) != _fair_share(self.after)

    @property
    def verdict_changes(self) -> bool:
        """Whether the verdict differs."""
        return self.verdict_before is not self.verdict_after


@dataclass(frozen=True, slots=True)
class ResponseRowConsequence:
    """The figures of one Member State before and after, in a procedure of the proposal of 2020.

    Attributes:
        code: Union code.
        before: figures before; ``None`` where the state did not take part.
        after: figures after; ``None`` where it no longer does.
    """

    code: str
    before: ResponseRow | None
    after: ResponseRow | None

    @property
    def is_changed(self) -> bool:
        """Whether any figure or the plan that counts differs."""
        return self.before != self.after

    @property
    def contribution_changes(self) -> bool:
        """Whether what the act fixes differs."""
        return self._fixed(self.before) != self._fixed(self.after)

    @staticmethod
    def _fixed(row: ResponseRow | None) -> tuple[object, ...]:
        return () if row is None else (row.fixed.relocations, row.fixed.sponsorship, row.fixed.measures)


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change would do, whatever the procedure.

    Attributes:
        new_findings: findings that would come, in the order of the assessment after.
        gone_findings: findings that would go, in the order of the assessment before.
    """

    new_findings: tuple[Finding, ...]
    gone_findings: tuple[Finding, ...]


class Compared(Protocol):
    """The figures of one Member State before and after."""

    @property
    def is_changed(self) -> bool:
        """Whether anything differs."""
        ...


R = TypeVar("R", bound=Compared)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FigureConsequences(Consequences, Generic[R, T]):
    """What a change would do to the rows and totals of one procedure.

    Attributes:
        rows: every Member State of either forum, in protocol order.
        totals_before: figures of the whole before.
        totals_after: figures of the whole after.
    """

    rows: tuple[R, ...]
    totals_before: T
    totals_after: T

    @property
    def changed_rows(self) -> tuple[R, ...]:
        """The Member States of which something differs."""
        return tuple(row for row in self.rows if row.is_changed)

    @property
    def is_nothing(self) -> bool:
        """No figure, no verdict and no finding differs."""
        return (
            not self.changed_rows
            and self.totals_before == self.totals_after
            and not self.new_findings
            and not self.gone_findings
        )


@dataclass(frozen=True, slots=True)
class AnnualPoolConsequences(FigureConsequences[RowConsequence, Totals]):
    """What a change of an annual pool would do."""


@dataclass(frozen=True, slots=True)
class ResponseConsequences(FigureConsequences[ResponseRowConsequence, SearchAndRescueTotals]):
    """What a change of a forum on search and rescue would do; its rows are of the participating Member States."""


@overload
def consequences(before: AnnualPoolAssessment, after: AnnualPoolAssessment) -> AnnualPoolConsequences: ...


@overload
def consequences(before: SearchAndRescueAssessment, after: SearchAndRescueAssessment) -> ResponseConsequences: ...


@overload
def consequences(before: Assessment, after: Assessment) -> Consequences: ...


def consequences(before: Assessment, after: Assessment) -> Consequences:
    """Compare two assessments; where they are of different procedures, only their findings can be compared."""
    came, went = _beyond(after.findings, before.findings), _beyond(before.findings, after.findings)
    if isinstance(before, AnnualPoolAssessment) and isinstance(after, AnnualPoolAssessment):
        return AnnualPoolConsequences(came, went, _annual_rows(before, after), before.totals, after.totals)
    if isinstance(before, SearchAndRescueAssessment) and isinstance(after, SearchAndRescueAssessment):
        return ResponseConsequences(came, went, _response_rows(before, after), before.totals, after.totals)
    return Consequences(came, went)


def _annual_rows(before: AnnualPoolAssessment, after: AnnualPoolAssessment) -> tuple[RowConsequence, ...]:
    rows_before = {row.code: row for row in before.rows}
    rows_after = {row.code: row for row in after.rows}
    return tuple(
        RowConsequence(
            code,
            rows_before.get(code),
            rows_after.get(code),
            verdict_of(rows_before.get(code), before.forum.state(code).pledge),
            verdict_of(rows_after.get(code), after.forum.state(code).pledge),
        )
        for code in sorted({*rows_before, *rows_after}, key=POSITION.__getitem__)
    )


def _response_rows(
    before: SearchAndRescueAssessment, after: SearchAndRescueAssessment
) -> tuple[ResponseRowConsequence, ...]:
    rows_before = {row.code: row for row in before.rows}
    rows_after = {row.code: row for row in after.rows}
    return tuple(
        ResponseRowConsequence(code, rows_before.get(code), rows_after.get(code))
        for code in sorted({*rows_before, *rows_after}, key=POSITION.__getitem__)
    )


def _fair_share(row: Row | None) -> tuple[object, ...]:
    return () if row is None else (row.share, row.exact_fair_share, row.fair_share_relocations, row.fair_share_eur)


def _beyond(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that the others do not hold; one that stands there twice counts twice."""
    left = Counter(others)
    found: list[Finding] = []
    for finding in findings:
        if left[finding]:
            left[finding] -= 1
        else:
            found.append(finding)
    return tuple(found)
