"""The assessment of the voluntary mechanism: rows, needs and totals (Report on Migration and Asylum 2022, section 4).

Made by :func:`desktop_app.calc.assess.assess` and never by hand. Without a key there is no share: pledges are held
against needs, and what was kept against pledges.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop_app.calc.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Held:
    """What was given, held against what it is measured by; persons or cents.

    Attributes:
        against: what was needed or pledged; ``None`` when not said.
        given: what was pledged or kept.
    """

    against: int | None
    given: int

    @property
    def open(self) -> int | None:
        """What is still missing, 0 or more; ``None`` where nothing was said."""
        return None if self.against is None else max(0, self.against - self.given)

    @property
    def part(self) -> Fraction | None:
        """Given / against; ``None`` where that is not known or 0."""
        return Fraction(self.given, self.against) if self.against else None


@dataclass(frozen=True, slots=True)
class VoluntaryRow:
    """The figures of one signatory.

    Attributes:
        code: Member State or associated state.
        associated: whether it is an associated state.
        takes_part: it signed and has not withdrawn.
        relocations: persons pledged.
        financial_cents: money pledged, cents.
        project_cents: of it, for projects in partner countries.
        kept_relocations: kept against pledged persons.
        kept_financial: kept against pledged money, cents.
        minors: unaccompanied minors among those relocated.
        supported: persons of its support plans (Annex IV).
        delivered: of them, delivered.
    """

    code: str
    associated: bool
    takes_part: bool
    relocations: int
    financial_cents: int
    project_cents: int
    kept_relocations: Held
    kept_financial: Held
    minors: int
    supported: int
    delivered: int


@dataclass(frozen=True, slots=True)
class NeedFigures:
    """What is pledged and kept for one benefitting state.

    Attributes:
        benefitting: Member State.
        relocations: pledged for it against its need, persons.
        financial: the same of money, cents.
        kept_relocations: persons relocated from there.
        kept_cents: money paid for it, cents.
    """

    benefitting: str
    relocations: Held
    financial: Held
    kept_relocations: int
    kept_cents: int


@dataclass(frozen=True, slots=True)
class VoluntaryTotals:
    """The figures of the whole mechanism.

    Attributes:
        relocations: pledged against all needs, persons.
        financial: the same of money, cents; without what is for projects in partner countries, which fills no need.
        pledged_cents: all money pledged, what is for projects included.
        project_cents: of it, for projects in partner countries.
        open_relocations: pledged for nobody in particular, persons.
        open_cents: the same of money, cents, without what is for projects.
        unmet_relocations: what each benefitting state needs and nobody pledges for it, added up, less what is pledged
            for nobody in particular; what is too much for one fills no other's need. Persons, ``None`` where no need
            is recorded.
        unmet_cents: the same of money, cents; what is for projects in partner countries fills no need.
        kept_relocations: kept against pledged, persons.
        kept_financial: kept against pledged, cents.
        outstanding_relocations: what each signatory has pledged and not yet kept, added up, persons.
        outstanding_cents: the same of money, cents.
        supported: persons of support plans.
        delivered: of them, delivered.
        signatories: how many take part.
        ends: last day of the mechanism; ``None`` while its start is not known.
    """

    relocations: Held
    financial: Held
    pledged_cents: int
    project_cents: int
    open_relocations: int
    open_cents: int
    unmet_relocations: int | None
    unmet_cents: int | None
    kept_relocations: Held
    kept_financial: Held
    outstanding_relocations: int
    outstanding_cents: int
    supported: int
    delivered: int
    signatories: int
    ends: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoluntaryAssessment(Assessment):
    """Everything that can be said of the voluntary mechanism.

    Attributes:
        rows: one a signatory (and a state that pledges without having signed), Member States first.
        needs: one a benefitting state, in protocol order.
        totals: see :class:`VoluntaryTotals`.
    """

    rows: tuple[VoluntaryRow, ...]
    needs: tuple[NeedFigures, ...]
    totals: VoluntaryTotals

    @staticmethod
    def of(assessment: Assessment) -> "VoluntaryAssessment":
        """Return an assessment as one of the voluntary mechanism.

        Raises:
            TypeError: the forum follows another procedure.
        """
        if not isinstance(assessment, VoluntaryAssessment):
            raise TypeError(f"{assessment.forum.procedure.value} is no voluntary mechanism")
        return assessment

    def row(self, code: str) -> VoluntaryRow:
        """Return the figures of a signatory.

        Raises:
            KeyError: it has neither signed nor pledged.
        """
        for row in self.rows:
            if row.code == code:
                return row
        raise KeyError(code)
