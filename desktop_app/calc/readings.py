"""Readings: every unclear text is a named setting with a default, shown wherever a figure stands.

Names and defaults are those of the interchange format, sections 3, 4 and 6.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Reading:
    """One named reading.

    Attributes:
        name: the key used in documents, such as ``"rounding"``.
        title: what it decides, in a few words.
        choices: the allowed values with what each means; empty for a date.
        default: the value in force unless the forum says otherwise.
        reference: article or document whose text is unclear.
        why: why the text leaves it open.
    """

    name: str
    title: str
    choices: Mapping[str, str]
    default: str
    reference: str
    why: str

    def accepts(self, value: str) -> bool:
        """Tell whether ``value`` is one of the choices (or an ISO date, for a date reading)."""
        if self.choices:
            return value in self.choices
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False


def _reading(name: str, title: str, choices: dict[str, str], default: str, reference: str, why: str) -> Reading:
    return Reading(name, title, MappingProxyType(choices), default, reference, why)


ROUNDING: Final = _reading(
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
SHORTFALL_COVER: Final = _reading(
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
GENERAL_APPLICATION: Final = _reading(
    "general-application",
    "Date of general application",
    {},
    "2026-06-12",
    "Art. 85",
    "The published text says 1 July 2026; the metadata of the Publications Office and the Council say 12 June 2026.",
)
TWICE: Final = _reading(
    "twice",
    "Twice the Union average",
    {"at-least": "exactly twice is enough", "more-than": "must be more than twice"},
    "at-least",
    "COM(2020) 610, Art. 52(5), 53(3)",
    "The articles say twice; the explanatory memorandum reads as more than twice.",
)
UNION_AVERAGE: Final = _reading(
    "union-average",
    "The Union's average per head",
    {
        "weighted": "all applications over all inhabitants",
        "mean-of-states": "the unweighted mean of the states' own rates",
    },
    "weighted",
    "COM(2020) 610, Art. 52(5)",
    "The text does not say how the Union's average is formed.",
)
FIVE_YEARS: Final = _reading(
    "five-years",
    "The average over five years",
    {
        "mean-of-years": "the mean of five yearly rates",
        "ratio-of-sums": "five years' applications over five years' inhabitants",
    },
    "mean-of-years",
    "COM(2020) 610, Art. 52(5), Annex II",
    "The form asks for an average per head over five years without a formula.",
)

ANNUAL_POOL: Final = (ROUNDING, SHORTFALL_COVER, GENERAL_APPLICATION, TWICE, UNION_AVERAGE, FIVE_YEARS)
"""The readings that touch the annual pool, in the order in which they are listed."""


def in_force(known: Iterable[Reading], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return every reading with its value in force: the forum's choice, else the default."""
    return {reading.name: chosen.get(reading.name, reading.default) for reading in known}
