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

OFFSET_NUMBER: Final = reading(
    "offset-number",
    "The number below which offsets are mandatory",
    {
        "minimum": "30 000 relocations, the number that stands in Art. 12(2)(a)",
        "proposal": "the number of relocations that the Commission proposed",
    },
    "minimum",
    "Art. 63(3)(a)",
    "Art. 63(3)(a) points to the number of Art. 12(2)(a), a minimum for the proposal, which may propose more.",
)

OFFSET_VOLUME: Final = reading(
    "offset-volume",
    "How many applications mandatory offsets cover",
    {
        "gap": "what relocation pledges lack of the higher of the two numbers",
        "target": "up to the higher of the two numbers itself",
    },
    "gap",
    "Art. 63(3); Regulation (EU) 2024/1359, recital 30",
    "The text says up to the higher number; the crisis Regulation says that relocations or offsets are to cover 60 %.",
)

OFFSET_MEETING: Final = reading(
    "offset-meeting",
    "Mandatory offsets after pledges eroded",
    {
        "needed": "only after a meeting under Art. 13(4), as in Art. 63(3)",
        "not-needed": "also without a meeting under Art. 13(4)",
    },
    "needed",
    "Art. 63(4)",
    "Art. 63(4) has paragraph 3 apply as well, and does not say whether its condition, the meeting, applies too.",
)

OFFSET_CAP: Final = reading(
    "offset-cap",
    "What counts against the cap of mandatory offsets",
    {
        "all-types": "the whole pledge in relocation equivalents: fair share less equivalents",
        "relocations": "relocations alone: fair share less relocations pledged",
    },
    "all-types",
    "Art. 63(7); recital 33",
    "Offsets are part of the mandatory fair share (recital 33), which favours the whole pledge; but that would leave "
    "nothing to offset where the fair share is pledged in money.",
)

FURTHER_ANNUAL_POOL: Final = (OFFSET_NUMBER, OFFSET_VOLUME, OFFSET_MEETING, OFFSET_CAP)
"""Readings that the interchange format does not name, and that its documents leave out where they have the default."""

ANNUAL_POOL: Final = (
    ROUNDING,
    SHORTFALL_COVER,
    GENERAL_APPLICATION,
    TWICE,
    UNION_AVERAGE,
    FIVE_YEARS,
    *FURTHER_ANNUAL_POOL,
)
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
