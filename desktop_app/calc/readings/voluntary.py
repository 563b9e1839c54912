"""Readings of the voluntary mechanism and of other contributions (COM(2020) 610, Art. 56)."""

from typing import Final

from desktop_app.calc.readings.proposal_2020 import (
    ARRIVAL_DAY,
    ASSOCIATED_TRANSFER,
    COUNTED_ONCE,
    POSTPONEMENT,
    REFUSED_PERSONS,
)
from desktop_app.calc.readings.reading import reading

VOLUNTARY: Final = (POSTPONEMENT,)
"""The readings that touch voluntary contributions."""

MECHANISM_YEAR: Final = reading(
    "mechanism-year",
    "One year of the mechanism",
    {"same-date": "it ends on the same date of the next year, unless extended"},
    "same-date",
    "Report on Migration and Asylum 2022, section 4",
    "The report says June 2022 and one year; no day is given.",
)

KEPT_BY: Final = reading(
    "commitments-kept",
    "What keeps a pledge",
    {"recorded": "relocations and payments recorded as kept, whatever pledge they belong to"},
    "recorded",
    "Report on Migration and Asylum 2022, section 4",
    "The report counts relocations against the pledges of a state as a whole.",
)

SPONSORSHIP_WITHOUT_ACT: Final = reading(
    "sponsorship-without-act",
    "Eight months without an act",
    {
        "own-start": "they run from the return decision or from the end of the right to remain",
    },
    "own-start",
    "COM(2020) 610, Art. 55(2), 56",
    "The eight months start with an act; voluntary sponsorship has none.",
)

FIXED_VOLUNTARY: Final = (
    MECHANISM_YEAR,
    KEPT_BY,
    REFUSED_PERSONS,
    SPONSORSHIP_WITHOUT_ACT,
    COUNTED_ONCE,
    ARRIVAL_DAY,
    ASSOCIATED_TRANSFER,
)
"""Unclear texts of the voluntary mechanism and Art. 56 that this program reads in one way only."""
