"""What the rules of the annual pool look at: one state, or the whole forum."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.calc.assessment import Row, Totals
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Forum, StateRecord
from desktop_app.calc.rulebooks.annual_pool.frame import Frame


@dataclass(frozen=True, slots=True)
class StateCase:
    """One Member State under the rules.

    Attributes:
        record: what is recorded of it.
        row: its figures.
        frame: what all rows share.
    """

    record: StateRecord
    row: Row
    frame: Frame

    @property
    def forum(self) -> Forum:
        """The forum's particulars (its states may be those of an earlier moment: use ``record``)."""
        return self.frame.forum


@dataclass(frozen=True, slots=True)
class ForumCase:
    """The whole forum under the rules.

    Attributes:
        forum: what is recorded.
        frame: what all rows share.
        rows: the figures of each state.
        totals: the figures of the pool.
        findings: what every other rule has found; empty until they have spoken.
    """

    forum: Forum
    frame: Frame
    rows: Sequence[Row]
    totals: Totals
    findings: Sequence[Finding] = ()
