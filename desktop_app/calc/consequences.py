"""What a change would do: before and after of every Member State, of the totals, and of the findings.

Two assessments are compared; nothing is computed a second time. Each procedure has its own rows and totals.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar, overload

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row, Totals
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Pledge
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, PressureTotals
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment, SearchAndRescueTotals
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import signatory_place
from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryAssessment, VoluntaryRow, VoluntaryTotals


class Verdict(Enum):
    """What is said of a Member State's pledge (Art. 57(3)); the value is the word for it."""

    MET = "met"
    SHORT = "short"
    NO_PLEDGE = say("no pledge")
    NOT_KNOWN = say("not known yet")
    OUTSIDE = say("outside the key")


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


F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Pair(Generic[F]):
    """The figures of one state before and after.

    Attributes:
        code: of the state.
        before: figures before; ``None`` where the state did not take part.
        after: figures after; ``None`` where it no longer does.
    """

    code: str
    before: F | None
    after: F | None

    @property
    def is_changed(self) -> bool:
        """Whether anything differs."""
        return self.before != self.after

    def differs_in(self, *names: str) -> bool:
        """Tell whether one of these figures differs, or the state comes or goes."""
        one, other = self.before, self.after
        if one is None or other is None:
            return one is not other
        return any(getattr(one, name) != getattr(other, name) for name in names)


@dataclass(frozen=True, slots=True)
class ResponseRowConsequence(Pair[ResponseRow]):
    """The figures of one Member State before and after, in search and rescue."""

    @property
    def contribution_changes(self) -> bool:
        """Whether what the act fixes differs."""
        return self.differs_in("relocations", "sponsorship", "measures")


@dataclass(frozen=True, slots=True)
class PressureRowConsequence(Pair[PressureRow]):
    """The figures of one Member State before and after, under migratory pressure."""

    @property
    def contribution_changes(self) -> bool:
        """Whether what the act fixes differs."""
        return self.differs_in("fixed")


@dataclass(frozen=True, slots=True)
class VoluntaryRowConsequence(Pair[VoluntaryRow]):
    """The figures of one signatory before and after."""

    @property
    def pledge_changes(self) -> bool:
        """Whether what it pledges differs."""
        return self.differs_in("relocations", "financial_cents")


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


class _OfAState(Protocol):
    @property
    def code(self) -> str: ...


R = TypeVar("R", bound=Compared)
C = TypeVar("C", bound=_OfAState)
P = TypeVar("P")
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
    def other_changes(self) -> bool:
        """Whether figures that stand in neither rows nor totals differ."""
        return False

    @property
    def is_nothing(self) -> bool:
        """No figure, no verdict and no finding differs."""
        return (
            not self.changed_rows
            and not self.other_changes
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


@dataclass(frozen=True, slots=True)
class PressureConsequences(FigureConsequences[PressureRowConsequence, PressureTotals]):
    """What a change of a pressure response would do; its rows are of the participating Member States."""


@dataclass(frozen=True, slots=True)
class VoluntaryConsequences(FigureConsequences[VoluntaryRowConsequence, VoluntaryTotals]):
    """What a change of the voluntary mechanism would do; its rows are of those that sign or pledge.

    Attributes:
        needs: every benefitting state of either forum, in protocol order.
    """

    needs: tuple[Pair[NeedFigures], ...]

    @property
    def other_changes(self) -> bool:
        """Whether something differs in what is pledged or kept for a benefitting state."""
        return any(need.is_changed for need in self.needs)


@overload
def consequences(before: AnnualPoolAssessment, after: AnnualPoolAssessment) -> AnnualPoolConsequences: ...


@overload
def consequences(before: SearchAndRescueAssessment, after: SearchAndRescueAssessment) -> ResponseConsequences: ...


@overload
def consequences(before: PressureAssessment, after: PressureAssessment) -> PressureConsequences: ...


@overload
def consequences(before: VoluntaryAssessment, after: VoluntaryAssessment) -> VoluntaryConsequences: ...


@overload
def consequences(before: Assessment, after: Assessment) -> Consequences: ...


def consequences(before: Assessment, after: Assessment) -> Consequences:
    """Compare two assessments; where they are of different procedures, only their findings can be compared."""
    came, went = _beyond(after.findings, before.findings), _beyond(before.findings, after.findings)
    if isinstance(before, AnnualPoolAssessment) and isinstance(after, AnnualPoolAssessment):
        return AnnualPoolConsequences(came, went, _annual_rows(before, after), before.totals, after.totals)
    if isinstance(before, SearchAndRescueAssessment) and isinstance(after, SearchAndRescueAssessment):
        states = _paired(ResponseRowConsequence, before.rows, after.rows)
        return ResponseConsequences(came, went, states, before.totals, after.totals)
    if isinstance(before, PressureAssessment) and isinstance(after, PressureAssessment):
        asked = _paired(PressureRowConsequence, before.rows, after.rows)
        return PressureConsequences(came, went, asked, before.totals, after.totals)
    if isinstance(before, VoluntaryAssessment) and isinstance(after, VoluntaryAssessment):
        signatories = _paired(VoluntaryRowConsequence, before.rows, after.rows)
        return VoluntaryConsequences(came, went, signatories, before.totals, after.totals, _needs(before, after))
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


def _paired(
    kind: Callable[[str, C | None, C | None], P], rows_before: Iterable[C], rows_after: Iterable[C]
) -> tuple[P, ...]:
    """Return the rows of each state before and after, Member States in protocol order and associated ones after."""
    was, now = ({row.code: row for row in rows} for rows in (rows_before, rows_after))
    return tuple(kind(code, was.get(code), now.get(code)) for code in sorted({*was, *now}, key=signatory_place))


def _needs(before: VoluntaryAssessment, after: VoluntaryAssessment) -> tuple[Pair[NeedFigures], ...]:
    was, now = ({each.benefitting: each for each in assessment.needs} for assessment in (before, after))
    codes = sorted({*was, *now}, key=POSITION.__getitem__)
    return tuple(Pair(code, was.get(code), now.get(code)) for code in codes)


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
