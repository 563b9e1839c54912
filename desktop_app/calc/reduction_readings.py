"""Eligibility for the 10 % reduction under every reading of the averages (COM(2020) 610, Art. 52(5)).

Both ways to average over the Union, times both ways to average over five years; under each, a state's average is
held against twice the Union's, where ``at-least`` and ``more-than`` differ at exactly twice only.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc import key as reference_key
from desktop_app.calc import reduction
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.readings import FIVE_YEARS, TWICE, UNION_AVERAGE
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
