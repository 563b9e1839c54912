"""The 10 % reduction under every reading, and its sums (COM(2020) 610, Art. 52(5), 53(3)).

Both ways to average over the Union, times both ways to average over five years; under each, a state's average is
held against twice the Union's, where ``at-least`` and ``more-than`` differ at exactly twice only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from desktop_app.calc import key as reference_key
from desktop_app.calc import reduction
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.exact import sum_if_known, total_if_known, total_of
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.readings import FIVE_YEARS, REDUCTION_SPREAD, TWICE, UNION_AVERAGE
from desktop_app.calc.reduction import ReductionFigures

TWICE_THE_AVERAGE: Final = 2


@dataclass(frozen=True, slots=True)
class AverageReading:
    """The averages under one pair of readings.

    Attributes:
        union_average: value of the reading ``union-average``.
        five_years: value of the reading ``five-years``.
        figures: the averages.
        in_force: whether both are the readings in force.
    """

    union_average: str
    five_years: str
    figures: ReductionFigures
    in_force: bool

    def times(self, code: str) -> Fraction | None:
        """Return a state's average / the Union's; ``None`` where nobody applied anywhere, or the state is outside."""
        average = self.figures.averages.get(code)
        return None if average is None or not self.figures.union else average / self.figures.union

    def is_eligible(self, code: str, twice: str) -> bool:
        """Tell whether a state could ask for the reduction, under a value of the reading ``twice``."""
        times = self.times(code)
        if times is None:
            return False
        return times > TWICE_THE_AVERAGE or (times == TWICE_THE_AVERAGE and twice == "at-least")


def averages_of(assessment: Assessment) -> tuple[AverageReading, ...]:
    """Return the averages under every pair of readings; nothing unless every state has all five years."""
    key = reference_key.work_out(assessment.forum.key)
    found = []
    for union_average in UNION_AVERAGE.choices:
        for five_years in FIVE_YEARS.choices:
            chosen = {UNION_AVERAGE.name: union_average, FIVE_YEARS.name: five_years}
            readings = {TWICE.name: assessment.readings[TWICE.name], **chosen}
            figures = reduction.work_out(assessment.forum.applications, key, readings)
            if figures is None:
                return ()
            in_force = all(assessment.readings[name] == value for name, value in chosen.items())
            found.append(AverageReading(union_average, five_years, figures, in_force))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class UnionYear:
    """The Union's applications and inhabitants of one year.

    Attributes:
        year: calendar year.
        applications: of all participating states.
        population: of all participating states.
    """

    year: int
    applications: int
    population: int

    @property
    def average(self) -> Fraction:
        """Applications per head."""
        return Fraction(self.applications, self.population)


def union_years(figures: ReductionFigures) -> tuple[UnionYear, ...]:
    """Return the Union's numbers behind the weighted average, year by year."""
    series = figures.series.values()
    return tuple(
        UnionYear(year, sum(each[place][0] for each in series), sum(each[place][1] for each in series))
        for place, year in enumerate(figures.years)
    )


def spread_under(assessment: PressureAssessment, reading: str) -> Mapping[str, Fraction]:
    """Return what each Member State takes over under a value of the reading ``reduction-spread``; nobody else."""
    if assessment.readings[REDUCTION_SPREAD.name] != reading:
        chosen = {**dict(assessment.forum.readings), REDUCTION_SPREAD.name: reading}
        forum = replace(assessment.forum, readings=tuple(chosen.items()))
        assessment = PressureAssessment.of(assess(forum, assessment))
    return {each.code: each.redistributed for each in assessment.rows if each.redistributed}


@dataclass(frozen=True, slots=True)
class ReductionSums:
    """The sums over the contributing states, from what the key asks to what the act fixes.

    Attributes:
        asked: by the key, exact; ``None`` while a share is not known.
        reduced: what reductions take off, 0 or less, exact.
        taken: what the others take over, exact.
        credited: what earlier contributions take off, exact.
        fixed: by the act, persons and measures; ``None`` while not known.
    """

    asked: Fraction | None
    reduced: Fraction
    taken: Fraction
    credited: Fraction
    fixed: int | None

    @property
    def after(self) -> Fraction | None:
        """After reduction and spread: the same, since nobody is lost."""
        return None if self.asked is None else self.asked + self.reduced + self.taken

    @property
    def owed(self) -> Fraction | None:
        """After credits, before rounding."""
        return None if self.after is None else self.after - self.credited


def sums_of(assessment: PressureAssessment) -> ReductionSums:
    """Return the sums over the contributing states."""
    given = [each for each in assessment.rows if each.is_asked]
    return ReductionSums(
        total_if_known(each.exact_key for each in given) if given else None,
        assessment.totals.reduction,
        total_of([each.redistributed for each in given]),
        assessment.totals.credited,
        sum_if_known(each.fixed.total for each in given) if given else None,
    )
