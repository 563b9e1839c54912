"""What the rules of search and rescue look at: the whole forum with its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueTotals
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame
from desktop_app.calc.search_and_rescue import SearchAndRescue


@dataclass(frozen=True, slots=True)
class Case:
    """The forum under the rules.

    Attributes:
        forum: what is recorded.
        frame: what all rows share.
        rows: the figures of each participating state.
        totals: the figures of the whole.
        deadlines: the time limits; empty until they are worked out.
        findings: what every other rule has found; empty until they have spoken.
    """

    forum: Forum
    frame: Frame
    rows: Sequence[ResponseRow]
    totals: SearchAndRescueTotals
    deadlines: Sequence[Deadline] = ()
    findings: Sequence[Finding] = ()

    @property
    def recorded(self) -> SearchAndRescue:
        """What the forum records of the procedure."""
        return self.forum.search_and_rescue
