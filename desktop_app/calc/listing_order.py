"""The order in which a document lists what a forum under the proposal of 2020 records, however it is kept.

Two forums that differ in nothing but such an order are one forum.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.pressure_situation import IndicatorFigure, PressureIndicator, PressureSource, SourceUsed
from desktop_app.calc.solidarity_record import IncentiveRate
from desktop_app.calc.support_plans import SupportLine
from desktop_app.calc.voluntary import VoluntaryPledge, signatory_place

_INDICATORS: Final = tuple(PressureIndicator)
_SOURCES: Final = tuple(PressureSource)
_TYPES: Final = tuple(ContributionType)


def indicators_in_order(figures: Iterable[IndicatorFigure]) -> tuple[IndicatorFigure, ...]:
    """Return figures in the order of Art. 50(3)."""
    return tuple(sorted(figures, key=lambda each: _INDICATORS.index(each.indicator)))


def sources_in_order(used: Iterable[SourceUsed]) -> tuple[SourceUsed, ...]:
    """Return sources in the order of Art. 50(4), several of one kind as they were recorded."""
    return tuple(sorted(used, key=lambda each: _SOURCES.index(each.source)))


def plans_in_order(plans: Iterable[PressurePlan]) -> tuple[PressurePlan, ...]:
    """Return plans by protocol order and revision."""
    return tuple(sorted(plans, key=lambda each: (POSITION[each.code], each.revision)))


def lines_in_order(lines: Iterable[SupportLine]) -> tuple[SupportLine, ...]:
    """Return the lines of a support plan by type."""
    return tuple(sorted(lines, key=lambda line: _TYPES.index(line.type)))


def rates_in_order(rates: Iterable[IncentiveRate]) -> tuple[IncentiveRate, ...]:
    """Return incentives in the order in which they begin to apply."""
    return tuple(sorted(rates, key=lambda rate: rate.since or date.min))


def pledges_in_order(pledges: Iterable[VoluntaryPledge]) -> tuple[VoluntaryPledge, ...]:
    """Return voluntary pledges by signatory, those of one as they were recorded."""
    return tuple(sorted(pledges, key=lambda each: signatory_place(each.code)))
