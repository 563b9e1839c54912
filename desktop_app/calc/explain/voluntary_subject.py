"""Whom a figure of the voluntary mechanism is about (Report on Migration and Asylum 2022, section 4)."""

from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.calc.derivation import Unit
from desktop_app.calc.explain.figure import Whole
from desktop_app.calc.findings import Status
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import Commitment, Voluntary, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryAssessment, VoluntaryRow, VoluntaryTotals

STATUS = Status.READING
"""Legal status of every figure: a political declaration, which binds nobody."""


@dataclass(frozen=True)
class Together(Whole):
    """The whole mechanism as the subject of a figure."""

    assessment: VoluntaryAssessment

    @property
    def title(self) -> str:
        """What stands before the figure's name."""
        return say("All signatories") if self.code is None else super().title

    @property
    def recorded(self) -> Voluntary:
        """What the forum records of the mechanism."""
        return self.forum.voluntary

    @property
    def totals(self) -> VoluntaryTotals:
        """Figures of the whole mechanism."""
        return self.assessment.totals

    @property
    def pledges(self) -> tuple[VoluntaryPledge, ...]:
        """The pledges that the figure is about."""
        return self.recorded.pledges

    def pledges_of(self, _unit: Unit) -> tuple[VoluntaryPledge, ...]:
        """Return the pledges that count where a unit is counted."""
        return self.pledges

    @property
    def kept(self) -> tuple[Commitment, ...]:
        """The commitments kept that the figure is about."""
        return self.recorded.kept


@dataclass(frozen=True)
class Signatory(Together):
    """One signatory as the subject of a figure.

    Attributes:
        row: its figures.
    """

    row: VoluntaryRow = field(kw_only=True)

    @property
    def code(self) -> str:
        """Code of the Member State or associated state."""
        return self.row.code

    @cached_property
    def pledges(self) -> tuple[VoluntaryPledge, ...]:
        """What it pledges."""
        return self.recorded.pledges_of(self.code)

    @cached_property
    def kept(self) -> tuple[Commitment, ...]:
        """What it has kept."""
        return tuple(each for each in self.recorded.kept if each.code == self.code)


@dataclass(frozen=True)
class Helped(Together):
    """One benefitting Member State as the subject of a figure.

    Attributes:
        need: its figures.
    """

    need: NeedFigures = field(kw_only=True)

    @property
    def code(self) -> str:
        """Code of the benefitting state."""
        return self.need.benefitting

    @property
    def title(self) -> str:
        """What stands before the figure's name."""
        return say("For {name}", name=self.name)

    @cached_property
    def pledges(self) -> tuple[VoluntaryPledge, ...]:
        """What is pledged for it."""
        return tuple(each for each in self.recorded.pledges if each.benefitting == self.code)

    def pledges_of(self, unit: Unit) -> tuple[VoluntaryPledge, ...]:
        """Return the pledges that fill its need: money for a project in a partner country fills none."""
        return tuple(each for each in self.pledges if unit is not Unit.EUR or not each.project)
