"""What a change would do: before and after of every fair share and verdict, of the pool, and of the findings.

Two assessments are compared; nothing is computed a second time.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.calc.assessment import AnnualPoolAssessment, Row, Totals
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Pledge
from desktop_app.calc.member_states import POSITION


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
class Consequences:
    """What a change would do.

    Attributes:
        rows: every Member State of either forum, in protocol order.
        totals_before: the pool's figures before.
        totals_after: the pool's figures after.
        new_findings: findings that would come, in the order of the assessment after.
        gone_findings: findings that would go, in the order of the assessment before.
    """

    rows: tuple[RowConsequence, ...]
    totals_before: Totals
    totals_after: Totals
    new_findings: tuple[Finding, ...]
    gone_findings: tuple[Finding, ...]

    @property
    def changed_rows(self) -> tuple[RowConsequence, ...]:
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


def consequences(before: AnnualPoolAssessment, after: AnnualPoolAssessment) -> Consequences:
    """Compare two assessments."""
    rows_before = {row.code: row for row in before.rows}
    rows_after = {row.code: row for row in after.rows}
    codes = sorted({*rows_before, *rows_after}, key=POSITION.__getitem__)
    rows = tuple(
        RowConsequence(
            code,
            rows_before.get(code),
            rows_after.get(code),
            verdict_of(rows_before.get(code), before.forum.state(code).pledge),
            verdict_of(rows_after.get(code), after.forum.state(code).pledge),
        )
        for code in codes
    )
    return Consequences(
        rows,
        before.totals,
        after.totals,
        _beyond(after.findings, before.findings),
        _beyond(before.findings, after.findings),
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
