"""Readings: every unclear text is a named setting with a default, shown wherever a figure stands.

Names and defaults are those of the interchange format, sections 3, 4 and 6.
"""

from typing import Final

from desktop_app.calc.forum import Procedure
from desktop_app.calc.readings.annual_pool import (
    ALTERNATIVES,
    ANNUAL_POOL,
    EXCEPTIONAL_RATE,
    FIXED,
    FRENCH_TERRITORY,
    FURTHER_ANNUAL_POOL,
    GENERAL_APPLICATION,
    HOLIDAYS,
    KEY_STATES,
    MET_FROM,
    OFFSET_CAP,
    OFFSET_MEETING,
    OFFSET_NUMBER,
    OFFSET_VOLUME,
    ROUNDING,
    SHORTFALL_COVER,
)
from desktop_app.calc.readings.migratory_pressure import (
    CREDIT,
    CREDIT_STATE,
    CREDIT_YEAR,
    FURTHER_MIGRATORY_PRESSURE,
    MIGRATORY_PRESSURE,
    PRESSURE_COVER,
    REDUCTION_SPREAD,
)
from desktop_app.calc.readings.migratory_pressure_fixed import (
    ADJUSTMENT_ONCE,
    APPLICATIONS_COUNT,
    DELIVERED_ONLY,
    ELIGIBLE_UNKNOWN,
    EQUAL_REMAINDERS,
    EUROPEAN_FRANCE,
    FIVE_LATEST,
    FIXED_MIGRATORY_PRESSURE,
    KEY_TO_THE_SUM,
    LATE_PRESSURE_PLAN,
    MEASURES_IN_FORUM,
    MINORS_UNIT,
    OTHERS_UNCOVERED,
    PART_COVERED,
    POPULATION_OF_A_YEAR,
    PRESSURE_ACT_DUE,
    PRESSURE_HALF,
    PRESSURE_OFFERS,
    PRESSURE_REVISIONS,
    PROPORTION,
    RECIPIENTS,
    SPONSORSHIP_FROM_ACT,
    UNDATED_PRESSURE_PLAN,
    UNION_OF,
    WHOLE_SHARE,
)
from desktop_app.calc.readings.proposal_2020 import (
    ARRIVAL_DAY,
    ASSOCIATED_TRANSFER,
    COUNTED_ONCE,
    COVER,
    FIVE_YEARS,
    KEY_ROUNDING,
    POSTPONEMENT,
    REFUSED_PERSONS,
    SHORTFALL,
    TWICE,
    UNION_AVERAGE,
)
from desktop_app.calc.readings.reading import Reading, in_force
from desktop_app.calc.readings.search_and_rescue import (
    ACT_WITHOUT_FORUM,
    AFTER_PRESSURE_ACT,
    BENEFITTING_OFFERS,
    FIXED_SEARCH_AND_RESCUE,
    HALF,
    LAST_DRAW,
    LATE_PLAN,
    MEASURES_FIXED,
    POOL_SPLIT,
    REVISIONS,
    SEARCH_AND_RESCUE,
    SPONSORSHIP_CLOCK,
    TOP_UP_CAP,
    TOP_UP_SCALE,
    UNDATED_PLAN,
)
from desktop_app.calc.readings.voluntary import (
    FIXED_VOLUNTARY,
    KEPT_BY,
    MECHANISM_YEAR,
    SPONSORSHIP_WITHOUT_ACT,
    VOLUNTARY,
)

__all__ = [
    "ACT_WITHOUT_FORUM",
    "ADJUSTMENT_ONCE",
    "AFTER_PRESSURE_ACT",
    "ALTERNATIVES",
    "ANNUAL_POOL",
    "APPLICATIONS_COUNT",
    "ARRIVAL_DAY",
    "ASSOCIATED_TRANSFER",
    "BENEFITTING_OFFERS",
    "COUNTED_ONCE",
    "COVER",
    "CREDIT",
    "CREDIT_STATE",
    "CREDIT_YEAR",
    "DELIVERED_ONLY",
    "ELIGIBLE_UNKNOWN",
    "EQUAL_REMAINDERS",
    "EUROPEAN_FRANCE",
    "EXCEPTIONAL_RATE",
    "FIVE_LATEST",
    "FIVE_YEARS",
    "FIXED",
    "FIXED_MIGRATORY_PRESSURE",
    "FIXED_SEARCH_AND_RESCUE",
    "FIXED_VOLUNTARY",
    "FRENCH_TERRITORY",
    "FURTHER",
    "FURTHER_ANNUAL_POOL",
    "GENERAL_APPLICATION",
    "HALF",
    "HOLIDAYS",
    "KEPT_BY",
    "KEY_ROUNDING",
    "KEY_STATES",
    "KEY_TO_THE_SUM",
    "LAST_DRAW",
    "LATE_PLAN",
    "LATE_PRESSURE_PLAN",
    "MEASURES_FIXED",
    "MEASURES_IN_FORUM",
    "MECHANISM_YEAR",
    "MET_FROM",
    "MIGRATORY_PRESSURE",
    "MINORS_UNIT",
    "OFFSET_CAP",
    "OFFSET_MEETING",
    "OFFSET_NUMBER",
    "OFFSET_VOLUME",
    "OTHERS_UNCOVERED",
    "PART_COVERED",
    "POOL_SPLIT",
    "POPULATION_OF_A_YEAR",
    "POSTPONEMENT",
    "PRESSURE_ACT_DUE",
    "PRESSURE_COVER",
    "PRESSURE_HALF",
    "PRESSURE_OFFERS",
    "PRESSURE_REVISIONS",
    "PROPORTION",
    "RECIPIENTS",
    "REDUCTION_SPREAD",
    "REFUSED_PERSONS",
    "REVISIONS",
    "ROUNDING",
    "SEARCH_AND_RESCUE",
    "SHORTFALL",
    "SHORTFALL_COVER",
    "SPONSORSHIP_CLOCK",
    "SPONSORSHIP_FROM_ACT",
    "SPONSORSHIP_WITHOUT_ACT",
    "TOP_UP_CAP",
    "TOP_UP_SCALE",
    "TWICE",
    "UNDATED_PLAN",
    "UNDATED_PRESSURE_PLAN",
    "UNION_AVERAGE",
    "UNION_OF",
    "VOLUNTARY",
    "WHOLE_SHARE",
    "Reading",
    "fixed_readings_of",
    "in_force",
    "readings_of",
]

FURTHER: Final = frozenset((*(each.name for each in FURTHER_ANNUAL_POOL), *FURTHER_MIGRATORY_PRESSURE))
"""Names of the readings that can be chosen and that the interchange format does not name."""

_READINGS: Final = {
    Procedure.ANNUAL_POOL: ANNUAL_POOL,
    Procedure.SEARCH_AND_RESCUE: SEARCH_AND_RESCUE,
    Procedure.MIGRATORY_PRESSURE: MIGRATORY_PRESSURE,
    Procedure.VOLUNTARY: VOLUNTARY,
}
_FIXED: Final = {
    Procedure.ANNUAL_POOL: FIXED,
    Procedure.SEARCH_AND_RESCUE: FIXED_SEARCH_AND_RESCUE,
    Procedure.MIGRATORY_PRESSURE: FIXED_MIGRATORY_PRESSURE,
    Procedure.VOLUNTARY: FIXED_VOLUNTARY,
}


def readings_of(procedure: Procedure) -> tuple[Reading, ...]:
    """Return the readings that touch a procedure, in the order in which they are listed."""
    return _READINGS[procedure]


def fixed_readings_of(procedure: Procedure) -> tuple[Reading, ...]:
    """Return the unclear texts of a procedure that this program reads in one way only."""
    return _FIXED[procedure]
