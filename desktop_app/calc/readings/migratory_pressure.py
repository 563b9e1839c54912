"""Readings of migratory pressure that a person can choose (COM(2020) 610, Art. 50 to 58)."""

from typing import Final

from desktop_app.calc.readings.proposal_2020 import (
    COVER,
    FIVE_YEARS,
    KEY_ROUNDING,
    POSTPONEMENT,
    SHORTFALL,
    TWICE,
    UNION_AVERAGE,
)
from desktop_app.calc.readings.reading import reading

PRESSURE_COVER: Final = reading(
    COVER.name,
    COVER.title,
    {
        "minimum": "at least half of the share; a state that covers more keeps it",
        "exact": "exactly half of the share; what is more is cut, over the types as in the plan",
    },
    COVER.default,
    COVER.reference,
    COVER.why,
)

REDUCTION_SPREAD: Final = reading(
    "reduction-spread",
    "Who takes over what a reduction leaves",
    {
        "excluding-reduced": "the other states that deliver persons, those with a reduction of their own left out",
        "including-reduced": "the other states that deliver persons, those with a reduction of their own included",
    },
    "excluding-reduced",
    "COM(2020) 610, Art. 53(3), recital 28",
    "The reduction is spread over the other states that take such measures; whether one that is reduced itself is "
    "among them is not said.",
)

CREDIT: Final = reading(
    "credit",
    "Which earlier contributions are credited",
    {
        "on-request": "those given after a request under Art. 56(1)",
        "any-voluntary": "every voluntary contribution, also of own initiative",
    },
    "on-request",
    "COM(2020) 610, Art. 53(4), recital 32",
    "The article names contributions after a request; the memorandum speaks of voluntary contributions.",
)

CREDIT_YEAR: Final = reading(
    "credit-year",
    "The previous year of a credit",
    {
        "calendar-year": "the calendar year before that of the act",
        "twelve-months": "the twelve months before the act; without a day, a credit counts by its calendar year",
    },
    "calendar-year",
    "COM(2020) 610, Art. 53(4)",
    "The article says the preceding year; whether that is the calendar year is not said.",
)

CREDIT_STATE: Final = reading(
    "credit-state",
    "Whom an earlier contribution must have helped",
    {"same": "the Member State that now benefits", "any": "any Member State"},
    "same",
    "COM(2020) 610, Art. 53(4)",
    "The article does not say whether the earlier contribution must have helped the same state.",
)

MIGRATORY_PRESSURE: Final = (
    KEY_ROUNDING,
    SHORTFALL,
    PRESSURE_COVER,
    REDUCTION_SPREAD,
    CREDIT,
    TWICE,
    UNION_AVERAGE,
    FIVE_YEARS,
    CREDIT_YEAR,
    CREDIT_STATE,
    POSTPONEMENT,
)
"""The readings that touch migratory pressure, in the order in which they are listed."""

FURTHER_MIGRATORY_PRESSURE: Final = frozenset({CREDIT_YEAR.name, CREDIT_STATE.name, POSTPONEMENT.name})
"""Readings that the interchange format does not list by name; ``check`` lists them apart."""
