"""What the rules of the voluntary mechanism look at: the whole forum with its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import Voluntary
from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryRow, VoluntaryTotals


@dataclass(frozen=True, slots=True)
class Case:
    """The forum under the rules.

    Attributes:
        forum: what is recorded.
        readings: every reading in force, value by name.
        today: the day of the check, or ``None``.
        rows: the figures of each signatory.
        needs: what is pledged for each benefitting state.
        totals: the figures of the whole.
        deadlines: the time limits; empty until they are worked out.
        findings: what every other rule has found; empty until they have spoken.
    """

    forum: Forum
    readings: Mapping[str, str]
    today: date | None
    rows: Sequence[VoluntaryRow]
    needs: Sequence[NeedFigures]
    totals: VoluntaryTotals
    deadlines: Sequence[Deadline] = ()
    findings: Sequence[Finding] = ()

    @property
    def recorded(self) -> Voluntary:
        """What the forum records of the mechanism."""
        return self.forum.voluntary
