"""Eligibility for the 10 % reduction of the proposal of 2020 (COM(2020) 610, Art. 52(5)); not law.

A state is eligible when its applications per head, averaged over five years, are twice the Union's. The
formula is not in the text: the readings ``twice``, ``union-average`` and ``five-years`` name the choices.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import total_of
from desktop_app.calc.forum import Applications
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.readings import FIVE_YEARS, TWICE, UNION_AVERAGE

YEARS: Final = 5
TOLD_BY: Final = 100_000
"""Inhabitants by whom an average is told to people."""
READINGS: Final = (TWICE, UNION_AVERAGE, FIVE_YEARS)
"""The readings that decide who is eligible."""

Series = list[tuple[int, int]]
"""(applications, population) of five years, first year first."""


@dataclass(frozen=True, slots=True)
class ReductionFigures:
    """The averages behind the indicator.

    Attributes:
        years: the five years, or empty while no applications are known.
        series: applications and population by state and year.
        averages: five-year average per head by state.
        union: the Union's five-year average per head.
        eligible: by state.
    """

    years: tuple[int, ...]
    series: Mapping[str, Series]
    averages: Mapping[str, Fraction]
    union: Fraction
    eligible: Mapping[str, bool]


def work_out(
    applications: Iterable[Applications], key: KeyFigures, readings: Mapping[str, str]
) -> ReductionFigures | None:
    """Work out who would be eligible.

    The five years are the latest one for which a participating state has applications, and the four
    before. The population of a year falls back to the key's.

    Returns:
        The figures, or ``None`` unless every participating state has all five years.
    """
    by_code = {entry.code: entry for entry in applications if entry.code in key.participants}
    latest = max((year for entry in by_code.values() for year, count in entry.years if count is not None), default=None)
    if latest is None or len(by_code) < len(key.participants):
        return None
    years = tuple(range(latest - YEARS + 1, latest + 1))
    series: dict[str, Series] = {}
    for code, state in key.participants.items():
        counts = dict(by_code[code].years)
        heads = dict(by_code[code].population)
        found = [(counts.get(year), heads.get(year) or state.population) for year in years]
        full = [(count, head) for count, head in found if count is not None and head]
        if len(full) < YEARS:
            return None
        series[code] = full
    averages = {code: _average(rows, readings) for code, rows in series.items()}
    union = _union_average(list(series.values()), averages, readings)
    twice = 2 * union
    strict = readings[TWICE.name] == "more-than"
    # Where nobody applied, nobody carries twice the average.
    eligible = {code: rate > 0 and (rate > twice or (rate == twice and not strict)) for code, rate in averages.items()}
    return ReductionFigures(years, series, averages, union, eligible)


def _average(rows: Series, readings: Mapping[str, str]) -> Fraction:
    """Return the five-year average of (applications, population) rows."""
    if readings[FIVE_YEARS.name] == "ratio-of-sums":
        return Fraction(sum(count for count, _head in rows), sum(head for _count, head in rows))
    # Years with one population (as when the key's stands in for all) share a denominator: fewer fractions to add.
    by_head: dict[int, int] = {}
    for count, head in rows:
        by_head[head] = by_head.get(head, 0) + count
    return total_of(Fraction(count, head) for head, count in by_head.items()) / YEARS


def _union_average(states: list[Series], averages: Mapping[str, Fraction], readings: Mapping[str, str]) -> Fraction:
    """Return the Union's average: of all persons together, or the mean of the states' own."""
    if readings[UNION_AVERAGE.name] == "mean-of-states":
        return total_of(averages.values()) / len(averages)
    together = [(sum(rows[year][0] for rows in states), sum(rows[year][1] for rows in states)) for year in range(YEARS)]
    return _average(together, readings)
