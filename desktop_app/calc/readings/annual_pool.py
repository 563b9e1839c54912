"""Readings of the annual pool (Regulation (EU) 2024/1351), and of what stands beside it."""

from typing import Final

from desktop_app.calc.readings.proposal_2020 import FIVE_YEARS, TWICE, UNION_AVERAGE
from desktop_app.calc.readings.reading import reading

ROUNDING: Final = reading(
    "rounding",
    "Rounding of the fair share",
    {
        "up": "every fair share is rounded up to whole persons",
        "nearest": "every fair share is rounded to the nearest whole person, a half up",
        "largest-remainder": "the reference number is handed out exactly, largest remainders first",
    },
    "up",
    "Art. 57(3), 66 and Annex I",
    "The Regulation does not say how a fair share is rounded; rounding up reproduces what was printed for 2026.",
)

SHORTFALL_COVER: Final = reading(
    "shortfall-cover",
    "What counts against the 30 % indicator",
    {
        "relocation-and-money": "relocations and financial contributions",
        "relocation-only": "relocations only",
    },
    "relocation-and-money",
    "COM(2020) 610, Art. 48(2), 52(2)",
    "The proposal of 2020 knew no financial contributions; whether money would fill the shortfall is not said.",
)

GENERAL_APPLICATION: Final = reading(
    "general-application",
    "Date of general application",
    {},
    "2026-06-12",
    "Art. 85",
    "The published text says 1 July 2026; the metadata of the Publications Office and the Council say 12 June 2026.",
)

ANNUAL_POOL: Final = (ROUNDING, SHORTFALL_COVER, GENERAL_APPLICATION, TWICE, UNION_AVERAGE, FIVE_YEARS)
"""The readings that touch the annual pool, in the order in which they are listed."""

KEY_STATES: Final = reading(
    "key-states",
    "Who shares the key",
    {"bound-states": "the 26 bound Member States, those that benefit included"},
    "bound-states",
    "Art. 66 and Annex I; Art. 12(3)",
    "Annex I says only n, the number of Member States; benefitting states pledge too, and 26 fits what was printed.",
)

FRENCH_TERRITORY: Final = reading(
    "french-territory",
    "France's population and GDP",
    {"as-published": "as Eurostat publishes them, overseas departments included"},
    "as-published",
    "Art. 76",
    "The Regulation applies to European France only; whether the key's data must leave the rest out is not said.",
)

ALTERNATIVES: Final = reading(
    "reference-numbers",
    "The two reference numbers",
    {"alternatives": "alternatives of equal value, not a sum"},
    "alternatives",
    "Art. 12(2), 57(3)",
    "Art. 12(2) joins them with and; the act of 2026 and the pledges behind it treat them as alternatives.",
)

MET_FROM: Final = reading(
    "fair-share-met",
    "When a fair share is met",
    {"smaller": "from the smaller of the exact and the rounded fair share on"},
    "smaller",
    "Art. 57(3)",
    "The Regulation does not say how a fair share is rounded, so nobody falls short by rounding alone.",
)

EXCEPTIONAL_RATE: Final = reading(
    "exceptional-rate",
    "Value of a relocation in a pool of 0",
    {"20000": "EUR 20 000, the ratio of the minimum numbers"},
    "20000",
    "Art. 12(3), 12(4)",
    "Where both reference numbers are 0 there is no ratio; a pledge made all the same still needs a value.",
)

HOLIDAYS: Final = reading(
    "holidays",
    "Official holidays in periods",
    {"common": "1 January and 25 December, official in every bound Member State, and those listed in the forum"},
    "common",
    "Art. 75(d)",
    "The Regulation does not say whose holidays count; the forum's own list is dated and named.",
)

FIXED: Final = (KEY_STATES, FRENCH_TERRITORY, ALTERNATIVES, MET_FROM, EXCEPTIONAL_RATE, HOLIDAYS)
"""Unclear texts that this program reads in one way only: named and shown, not to be chosen."""
