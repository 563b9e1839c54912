"""What the rules of migratory pressure look at: the whole forum with its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.pressure_assessment import PressureRow, PressureTotals
from desktop_app.calc.rulebooks.migratory_pressure.frame import Frame


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
    rows: Sequence[PressureRow]
    totals: PressureTotals
    deadlines: Sequence[Deadline] = ()
    findings: Sequence[Finding] = ()

    @property
    def recorded(self) -> MigratoryPressure:
        """What the forum records of the procedure."""
        return self.forum.migratory_pressure

    @property
    def readings(self) -> Mapping[str, str]:
        """Every reading in force, value by name."""
        return self.frame.readings

    @property
    def today(self) -> date | None:
        """The day of the check."""
        return self.frame.today

    @property
    def act(self) -> date | None:
        """The day on which the act was adopted."""
        return self.recorded.act.adopted

    @property
    def helped(self) -> str | None:
        """The Member State that the procedure is for."""
        return self.recorded.report.benefitting
